"""Names behind their verb: 实施“…”行动、…工程, 建成…中心, 印发《…》."""

from collections.abc import Iterator

from factx.gazetteer import level_of
from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.rules.initiative import calls, dividing, edges, happened, lexicon, reach, record, telling
from factx.rules.initiative.listing import listing
from factx.rules.initiative.verbhood import is_verb
from factx.rules.rule import Decline, Draft, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention, within
from factx.segment import Clause
from factx.text import Span

_COUNTED = compiled(r"[\d一二三四五六七八九十两]+(?:个|家|项|支|门|所|大)")
_SHAPING = ("build", "found")
"""Sorts of verbs behind which 成 tells what a thing is to become (建设成…); 启动成德路改造 is no such turn."""
_BECOMES = compiled(r"(?:成为|成)(?![都渝立套批“《]|[\u4e00-\u9fff]{1,4}(?:铁路|高铁|高速|城际|市域|公路))")
_WITH = ("以", "了一支以", "一支以", "一批以", "了一批以", "一套以", "了一套以")
_NEAR = 9
_AS_WHAT, _WHAT = compiled(r"以[^，,为]{0,8}$"), compiled(r"[^，,]{2,30}为[^，,]{0,8}的")
"""Around a verb: 以每天|推出一款产品|为特色的某某网站."""
_UPON = compiled(r"在[^，,]{1,20}(?:基础|前提|之)上")
"""Behind a verb of founding that founds nothing (建立在共识基础上的…)."""
_ELSEWHERE = compiled(r"(?<![现存内所实正好位])(?:在|于|参加|出席|参与)(?!.*我[国省市县区校院])[^,，。]{2,24}$")
"""Before …召开的: the event of others at which something happened."""
_FOLLOWING = compiled(r"(?:根据|按照|依据|遵照|对照|依照|符合|落实|贯彻|遵循|结合|围绕|对标)[^,，。《]{0,40}$")
"""Before …发布的《…》: a document of others that is followed."""
_ADVERBS = 6
_RUNNING = ("run", "build")
_AND_ALSO = compiled(r"以及|及|和(?=[^，。]{2,}、)")
_LISTED = compiled(r"、[^，。]*等[^，。、]{0,12}(?:项目|工程)(?:建设)?$")
_MANNER = compiled(r"[“\"][^“”\"]{2,14}[”\"][\u4e00-\u9fff]{2,4}(?<!原则|政策|方式|策略|方针|制度|模式|措施|经验|理念)")
"""A quote that says how something is done, with the deed: 推行|“不见面”审批."""
_SENDS, _SENT = "组织", ("部门", "人员", "党员", "干部", "职工", "师生", "专家", "代表", "志愿者")
"""Further behind, this verb tells who does something (组织物业部门划定…的“无接触”通道)."""
_FORBIDDEN = ("严禁", "禁止", "不得", "不准", "切勿", "请勿")
"""Before a verb, however far in its clause (严禁擅自在各路口|设置…检测站)."""
_TALKS = ("对接", "磋商", "谈判", "衔接")
"""Behind a name these are what is run (推进“甲准则”|磋商)."""
_DONE, _LABOUR = ("做好", "抓好"), ("工作", "管理")
_ON = ("等", "、", "和", "与", "及", "的", "建设", "工作", "管理", "前期", "筹", "准备", "申报", "创建", "推进", "续建")
"""What is done well is the work on a thing (做好活禽市场|清洗、消毒工作), unless the name or its making goes on."""
_FURTHER = compiled(
    r"(?![的并以来为而就、和与及等暨是成已将正助让作受可能有也在（(“《])[^，。；、“《]*的[^的，。；、]{1,6}$"
)
"""Behind a name, what is done to a noun further behind (完成“十二五”规划|对行业的要求)."""
_OF_IT = compiled(r"[\u4e00-\u9fff]{0,4}(?:结果|份额)(?:$|[和与及、])")
"""Behind a name, what of it is told (公布…演习|结果)."""
_SHORTEST_REST = 4
_HASTENS = ("加快", "启动", "深化", "推进", "推动", "着力", "谋划")
"""Verbs that hand their object on to whatever verb follows (加快|培育…集群)."""
_SORTS = (*lexicon.GOVERNING_SORTS, "do", "grow", "rate", "reach", "receive")


def _objects(scene: Scene, verb: Mention) -> Outcome:
    text = scene.text
    word = text[verb.start : verb.end]
    action = (verb.start, verb.end)
    if word.endswith("了"):
        word, action = word[:-1], (verb.start, verb.end - 1)
    if word not in lexicon.governing() or record.marked(scene, verb.start):
        return None
    clause = scene.clause(verb.start)
    start, end = _behind_attributes(scene, clause, verb.end)
    titled = verb.sort == "receive" and level_of(text[start:end].strip("“")) is not None  # 成功创建|国家卫生城市
    if titled or not lexicon.may_name(text[start:end]):
        return Decline("no head noun behind it", action)
    reason = (
        "the verb behind it has the object"
        if _handed_on(scene, start, hastens=word in _HASTENS)
        else _why_no_object(scene, clause, verb)
    )
    if reason is not None:
        return Decline(reason, action)
    stop = reach.gap(scene, start, end)
    if word in lexicon.holding():
        stop = reach.occasion(scene, start, stop)
    else:
        stop = stop if reach.names_to_the_end(scene, word, start, stop) else reach.next_break(scene, start, stop)
    begin = reach.behind_description(scene, start, stop)
    if begin >= stop:
        return Decline("nothing but a description behind it", action)
    marked = "“" in text[begin:stop] or "《" in text[begin:stop]
    if calls.wished(scene, verb) or (not marked and calls.called_for(scene, clause, verb)):
        return Decline("a call, not an undertaking", action)
    return _drafts(scene, clause, word, (begin, stop), action)


def _drafts(scene: Scene, clause: Clause, word: str, bounds: Span, action: Span) -> Outcome:
    """What the stretch behind the verb `word` names."""
    begin, stop = bounds
    if manners := _manners(scene, word, begin, stop):
        return [record.draft(scene, item, None, action) for item in manners]
    drafts: list[Draft] = []
    declined = Decline("no name behind it", action)
    for stretch in (_in_brackets(scene, begin, stop), *_further(scene, clause, stop)):
        found = listing(scene, *stretch)
        for item in found.items:
            reason = telling.why_not(scene, item, found.shared, word)
            if reason is None and word == _SENDS and _are_sent(scene, clause, action[1], item):
                reason = "who is sent, not what is run"
            if reason is None and _is_of_others(scene, item, clause, word):
                reason = "only tells of what the noun behind it is"
            if reason is None:
                drafts.append(record.draft(scene, item, found.shared, action))
            else:
                declined = Decline(reason, item.span)
    return drafts or declined


def _are_sent(scene: Scene, clause: Clause, start: int, item: edges.Item) -> bool:
    """Whether somebody is made to do something (组织物业部门划定“…”通道, 组织甲社区、乙馆开展…)."""
    if any(who in scene.text[start : item.start] for who in _SENT):
        return True
    return "“" not in scene.text[item.start : item.end] and bool(within(scene.verbs, item.end, clause.end))


def _is_of_others(scene: Scene, item: edges.Item, clause: Clause, verb: str) -> bool:
    """Whether the object is a noun further behind, of which the item only tells (完成“十二五”规划|对行业的要求)."""
    if scene.text[item.end - 1] == "》":
        return False
    rest = scene.text[item.end : clause.end]
    if verb in _DONE and rest.endswith(_LABOUR) and not rest.startswith(_ON):
        return True
    if scene.text[item.end - 1] != "”" and _OF_IT.match(rest):
        return True
    return rest.startswith(_TALKS) or (len(rest) > _SHORTEST_REST and _FURTHER.match(rest) is not None)


def _manners(scene: Scene, verb: str, start: int, end: int) -> list[edges.Item]:
    """Ways of doing something with their deeds, without head noun (推行“不见面”审批、“一窗式”管理), each by itself."""
    traits = lexicon.verb(verb)
    if traits.gives != "method" or traits.marked:
        return []
    pieces = dividing.pieces(scene.text, edges.masked(scene, start, end), start, end)
    ways = [piece for piece in pieces if _MANNER.fullmatch(scene.text, *piece)]
    items = [item for piece in pieces if (item := edges.trimmed(scene, *piece)) is not None]
    whole = len(items) == len(pieces) and pieces[-1][1] == end
    if not ways or not whole or not all(item.span in ways or edges.stands(scene, item) for item in items):
        return []
    return items if any(item.head is None for item in items) else []


def _further(scene: Scene, clause: Clause, end: int) -> Iterator[Span]:
    """The rest of a long list behind a comma: …等项目,|以及…等项目; …高铁,|…、…等141个项目."""
    clauses = scene.sentence.clauses
    for follows in clauses[clauses.index(clause) + 1 :]:
        joined = _AND_ALSO.match(scene.text, follows.start)
        start = joined.end() if joined else follows.start
        listed = joined or any(_LISTED.search(scene.text, c.start, c.end) for c in clauses[clauses.index(follows) :])
        if end != clause.end or clause.mark not in "，," or not listed or _begins_with_verb(scene, start):
            return
        if reach.next_break(scene, start, follows.end) < follows.end or "、" not in scene.text[start : follows.end]:
            return
        yield start, follows.end
        clause, end = follows, follows.end


def _begins_with_verb(scene: Scene, start: int) -> bool:
    """Whether a verb stands at the offset, or right behind how it is done (配合|完成)."""
    return any(
        v.start == start or scene.text[start : v.start] in lexicon.around().manner
        for v in within(scene.verbs, start, start + _ADVERBS)
    )


def _behind_attributes(scene: Scene, clause: Clause, start: int) -> Span:
    """Where the object stands: in the verb's clause, or behind its attributes (建立以A为枢纽,以B为基础的|网络体系)."""
    text = scene.text
    clauses = scene.sentence.clauses
    for further in clauses[clauses.index(clause) :]:
        begin = max(start, further.start)
        if not text.startswith(_WITH, begin):
            break
        of = text.rfind("的", begin, further.end)
        if of > 0 and "为" in text[begin:of]:
            return of + 1, further.end
        if "为" in text[begin : further.end]:
            behind = clauses[clauses.index(further) + 1 :][:1]
            of = text.rfind("的", behind[0].start, behind[0].end) if behind else -1
            if of > 0 and "为" in text[behind[0].start : of]:
                return of + 1, behind[0].end
    return start, clause.end


def _in_head(scene: Scene, at: int) -> bool:
    """Whether a head noun begins at the offset (建设项目)."""
    return any(scene.text[at : at + length] in lexicon.heads() for length in range(2, 7))


def _handed_on(scene: Scene, at: int, *, hastens: bool) -> bool:
    """Whether another verb stands at once behind the verb: that one has the object (开发|建设了, 加快|完善)."""
    for verb in scene.verbs:
        word = scene.text[at : verb.end].removesuffix("了")
        if verb.start == at and word in lexicon.governing():
            firm = word in lexicon.making() and not lexicon.verb(word).soft
            return firm or "了" in scene.text[verb.end - 1 : verb.end + 1] or (hastens and not _in_head(scene, at))
    return False


def _why_no_object(scene: Scene, clause: Clause, verb: Mention) -> str | None:
    """Why the mention has no undertaking as its object, or None where it may have one."""
    if not is_verb(scene, clause, verb) or _is_topic(scene.text[clause.start : verb.start]):
        return "a verb inside a name"
    if scene.text.startswith("、", verb.end) and not any(v.start == verb.end + 1 for v in scene.verbs):
        return "one of several verbs"
    if verb.sort in _RUNNING and _inside_event(scene, clause, verb):
        return "a verb inside the name of an event"
    before = scene.text[clause.start : verb.start]
    if before.endswith(lexicon.denying()) or any(word in before for word in _FORBIDDEN):
        return "not done"
    if verb.sort in _SHAPING and _BECOMES.match(scene.text, verb.end):
        return "what it is to become, not what it is called"
    if "以" in before[-_NEAR:] and _AS_WHAT.search(before) and _WHAT.match(scene.text, verb.end, clause.end):
        return "a verb that tells what somebody is like"
    if reach.ANNIVERSARY.match(scene.text, verb.end):
        return "an anniversary"
    if scene.text.startswith("在", verb.end) and _UPON.match(scene.text, verb.end, clause.end):
        return "what it rests upon"
    return _why_attribute(scene, clause, verb) if scene.text.startswith("的", verb.end) else None


def _why_attribute(scene: Scene, clause: Clause, verb: Mention) -> str | None:
    """The reason why the name behind the verb and its 的 (…召开的|大会) is not the object."""
    before = scene.text[clause.start : verb.start]
    behind = verb.end, clause.end
    if _ELSEWHERE.search(before) and reach.OCCASION.search(scene.text, *behind) and _of_others(scene, before):
        return "an event of others, at which something happened"
    soft = lexicon.verb(scene.text[verb.start : verb.end]).soft
    if verb.sort == "hold" and soft and happened.verbs_behind(scene, clause):
        return "who hosts it; the verb behind it tells"
    return "a document of others, which is followed" if _FOLLOWING.search(before) else None


def _inside_event(scene: Scene, clause: Clause, verb: Mention) -> bool:
    """Whether the verb stands between a verb of holding and the event that it holds (承办全县|推进…现场会)."""
    head = lexicon.head_at(scene.text, verb.end, clause.end)
    return (
        head is not None
        and head.category == "event"
        and any(v.sort == "hold" for v in within(scene.verbs, clause.start, verb.start))
    )


def _is_topic(before: str) -> bool:
    """Whether the words before a verb make it a modifier of what is talked of or treated (对|新建项目, 关于…)."""
    return before.endswith(("关于", "对"))


def _of_others(scene: Scene, before: str) -> bool:
    """Whether a body is named that is not the report's own."""
    own = scene.context.document_subject
    named = bool(bodies_in(before, 0, len(before)))
    return named and "为" not in before and own is not None and scene.text[slice(*own)] not in before


def _in_brackets(scene: Scene, start: int, end: int) -> Span:
    """The names that brackets give to counted things: 2个实验室（甲实验室、乙实验室）; else the whole stretch."""
    counted = _COUNTED.match(scene.text, start, end)
    if counted:
        for left, right in scene.brackets:
            if counted.end() < left and right == end and lexicon.head_at(scene.text, left + 1, right - 1):
                return left + 1, right - 1
    return start, end


RULES: tuple[Rule, ...] = tuple(Rule("initiative.governed", sort, _objects) for sort in _SORTS)
