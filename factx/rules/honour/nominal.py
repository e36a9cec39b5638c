"""Honours without a verb: lines under a heading such as 荣誉 or 获奖情况, lists behind a label, lines by grades."""

import re
from functools import cache

from factx.mentions.bodies import body_at
from factx.mentions.entries import entry_head
from factx.mentions.name_context import ends_post
from factx.mentions.person_lexicon import person_lexicon
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.givers import set_apart
from factx.rules.honour.graded import GRADE_REACH, grade_line, graded
from factx.rules.honour.labelled import labelled
from factx.rules.honour.roll import roll
from factx.rules.honour.shape import Shape, is_bare_grade, shape
from factx.rules.honour.standing import LED
from factx.rules.honour.table import table
from factx.rules.honour.tallied import tallied
from factx.rules.honour.titles import Title, titles, unwrapped
from factx.rules.honour.topic import known_last, person_of
from factx.rules.honour.traces import any_in, traces
from factx.rules.honour.vocabulary import HONOUR_VERBS, alternatives, lexicon
from factx.rules.rule import Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span, trim

_ENTRY = compiled(r"\d{4}|奖$|奖[；;。,，(（]|[；;]$|称号|先进|优秀|一等奖|二等奖")
_LONGEST_TITLE = 40
_FEW_PARTS = 2
"""A line of more parts is the row of a table."""
_REACH = 2500
_YEAR = compiled(r"\d{4}年度?的?")
_LABEL_REACH = 24
_SEMICOLONS = frozenset(";；")
_MANY = 3
"""Titles in one clause that show it to be a list of what somebody was called."""
_SHORT_SENTENCE = 40
_LABEL = compiled(
    r"[^:：]{0,8}(?:荣誉|获奖|奖励|奖项|称号|表彰)[^:：,，。]{0,6}[:：]"
    r"|(?!上述|这些|此类|各类|有关|相关|该项)[^:：,，。]{0,20}(?:荣誉|奖项|殊荣|称号|表彰)[^:：,，。]{0,6}[,，]?(?:其中)?(?:主要)?(?:包括|包含|分别[是为]|有|如)"
    r"(?=[“\"《]|国家|中国|全[国省市县区]|[\u4e00-\u9fff]{2,4}[省市县区]|[省市县区校]级)"
)
_GIVER = compiled(
    r"[^“”《》,，。;；\d]{2,24}(?:论坛|[学协]会|大学|学院|研究[院所]|基金会|委员会|联合会|科学院|中心|教育部|科技部)"
)
_LATIN = compiled(r"[(（][A-Za-z][A-Za-z .]*[)）]")
"""The title in another tongue, which is a part of it."""
_TIME = compiled(
    r"(?:[(（]?\d{1,2}[)）.、．]\s*(?=\d{4}))?[\s(（]*\d{4}[年.\-—/]?(?:\d{1,2}[月.\-—/]?)?(?:\d{1,2}日?)?[)）]?"
    r"(?:起|至今)?[\s:：,，、]*"
)
_IS = compiled(r"(?:(?:他|她|其)?(?:现|均|也|还|又)?(?:系|是|为))")
_MARK = compiled(r"“[^”]*”|《[^》]*》|[(（][^()（）]*[)）]|(?P<mark>[、/])")
_OF_PERSON = compiled(
    r"(?:“[^”]*”|[^的被为是在获“])*(?:专家|人才|人物|青年|先进个人|[教医护技]师|[^,，。国大公]家|工作者|党员|干部|员工|职工|之星|新星|名[师医家]|好人|园丁|卫士|志愿者"
    r"|班主任|辅导员|校长|律师|法官|检察官|民警|警察|记者|学者|十佳|“[^”]*”)"
)
"""What titles of persons end in."""
_OF_MANY = compiled(r"等|代表$|代表[、和]")
_POST = compiled(r"首席(?:专家|科学家)$|会员$|委员$|代表$")
"""What somebody is by appointment or by election."""


def nominal(scene: Scene, mention: Mention) -> Outcome:
    """The honours of a line in a list of honours."""
    text = scene.text
    near = text.find("奖", mention.start, min(mention.end, mention.start + GRADE_REACH)) >= 0
    if near and (line := grade_line(scene)):
        return graded(scene, *line)
    listed = roll(scene) or table(scene) or labelled(scene)
    if listed:
        return listed
    told = traces(text)
    label = _label(scene) if told.listed else None
    below = told.headings and _under_honours(text, mention.start)
    if not label and not below and not _under_name(text, mention):
        standing = any_in(told.standing, mention.start, mention.end)
        return (standing and _of_person(scene)) or tallied(scene) or None
    start = label.end() if label else mention.start
    made: list[Draft] = []
    for clause in scene.sentence.clauses:
        end = clause.end - len(_winner(text, clause.start, clause.end))
        spoken = any(verb.sort in HONOUR_VERBS and max(start, clause.start) <= verb.start < end for verb in scene.verbs)
        if clause.end > start and not spoken:
            holder = person_of(scene, clause.start) if end < clause.end else None
            made += _listed(scene, max(start, clause.start), end, holder)
    return made or None


def _label(scene: Scene) -> re.Match[str] | None:
    """The label of a list of honours (`主要获奖项目：…`) with which the sentence or a part of it opens, or None."""
    text, sentence = scene.text, scene.sentence
    if not any_in(traces(text).listed, sentence.start, sentence.end):
        return None
    parts = [clause.end + 1 for clause in sentence.clauses if clause.mark in _SEMICOLONS]
    for start in (sentence.start, *parts):
        near = any_in(traces(text).listed, start, start + _LABEL_REACH)
        if near and (label := _LABEL.match(text, start, sentence.end)):
            return label
    return None


def _of_person(scene: Scene) -> list[Draft] | None:
    """The honours that a sentence about a person lists among posts (`系全国优秀教师、江州大学教授、…奖章获得者`)."""
    made: list[Draft] = []
    for clause in scene.sentence.clauses:
        spans = _items(scene.text, clause.start, clause.end)
        items = [_held(scene.text, span) for span in spans]
        if many := len([item for item in items if item]) >= _MANY:
            items = [item or _called_so(scene.text, span) for item, span in zip(items, spans, strict=True)]
        if (
            not any(items)
            or _is_of_others(scene.text, clause.start, clause.end)
            or (items[0] is None and not many and not _opens_with_post(scene.text, clause.start, clause.end))
        ):
            continue
        if holder := person_of(scene, clause.start) or (_named_last(scene) if many else None):
            for title in filter(None, items):
                made += drafts(scene, title, [holder], None, (title.start, title.end))
    return made or None


def _called_so(text: str, item: Span) -> Title | None:
    """The title that an item is among others of a list, led by a level (江东省功勋教师), or None."""
    start, stop = trim(text, item, "…. \u3000")
    titled = _led().match(text, start, stop) and shape(text[start:stop]) is Shape.TITLE
    return Title([(start, stop)], start, stop, stop, form=Shape.TITLE) if titled else None


def _named_last(scene: Scene) -> Span | None:
    """The person whom the sentence before, in the same line, names last, or None."""
    start = scene.sentence.start
    return known_last(scene.text, max(scene.text.rfind("\n", 0, start) + 1, start - _SHORT_SENTENCE), start)


def _is_of_others(text: str, start: int, end: int) -> bool:
    """Whether a clause tells of those who took part, or leads up to a name of its own."""
    return bool(_OF_MANY.search(text, start, end)) or bool(persons_in(text, start, end))


def _items(text: str, start: int, end: int) -> list[Span]:
    """The clause divided at 、 outside of marks, without the copula that leads it."""
    led = _IS.match(text, start, end)
    bounds = [led.end() if led else start]
    for match in _MARK.finditer(text, bounds[0], end):
        if match["mark"]:
            bounds += [match.start(), match.end()]
    bounds.append(end)
    return [trim(text, (bounds[i], bounds[i + 1])) for i in range(0, len(bounds), 2)]


def _held(text: str, item: Span) -> Title | None:
    """The honour that an item of a person's list names, or None."""
    start, end = item
    winner = _winner(text, start, end)
    stop = end - len(winner)
    year = _YEAR.match(text, start, stop) if winner else None
    start = year.end() if year else start
    led = _led().match(text, start, stop)
    told = winner or (_OF_PERSON.fullmatch(text, start, stop) and shape(text[start:stop]) is Shape.TITLE)
    if not (led and told) and not _standing().fullmatch(text, start, stop):
        return None
    if _POST.search(text, start, stop):
        return None
    start += 2 if text.startswith("享受", start) else 0
    span = unwrapped(text, (start, stop))
    form = shape(text[slice(*span)]) if winner else Shape.TITLE
    return Title([span], start, stop, end, form=form) if form in {Shape.AWARD, Shape.TITLE} or winner else None


def _opens_with_post(text: str, start: int, end: int) -> bool:
    """Whether the first item of a clause is a post, as lists of what a person is go."""
    return any(ends_post(text, stop) for _, stop in _items(text, start, end)[:1])


@cache
def _led() -> re.Pattern[str]:
    return compiled(LED)


@cache
def _standing() -> re.Pattern[str]:
    return compiled(rf"{LED}(?:[^,，、。;；:：的被为是在获]|“[^”]*”){{0,24}}?(?:{alternatives(lexicon().standing)})")


def _under_honours(text: str, at: int) -> bool:
    """Whether a heading above says that honours follow, with nothing but entries of that list between."""
    if not any_in(traces(text).headings, at - _REACH, at):
        return False
    stop = text.rfind("\n", 0, at)
    while stop >= 0:
        start = text.rfind("\n", 0, stop) + 1
        if any_in(traces(text).headings, start, start + 1):
            return True
        short = stop - start <= _LONGEST_TITLE and text.find("。", start, stop) < 0
        if at - start > _REACH or not (short or _ENTRY.search(text, start, stop)):
            return False
        stop = start - 1
    return False


def _under_name(text: str, line: Mention) -> bool:
    """Whether a line stands right below the name alone in its line that heads an entry."""
    headed = entry_head(text, line.start)
    return headed is not None and text[headed[1] : line.start].isspace() and text[line.end : line.end + 1] in {"", "\n"}


def _winner(text: str, start: int, end: int) -> str:
    """The word for a holder that a line ends in (`…奖章获得者`), else nothing."""
    return next((word for word in person_lexicon().holder if text.endswith(word, start, end)), "")


def _listed(scene: Scene, start: int, end: int, holder: Span | None) -> list[Draft]:
    """The honours of a clause that is nothing but titles; `holder` where the clause calls the person their winner."""
    text = scene.text
    time = _TIME.match(text, start, end)
    start = time.end() if time else start
    found = titles(text, start, end, sure=False)
    alone = len(found) == 1 and (start, end) == trim(text, (scene.sentence.start, scene.sentence.end))
    alone = alone and body_at(text, start, end) != (start, end)
    forms = {Shape.AWARD, Shape.TITLE, Shape.LED} if alone else {Shape.AWARD, Shape.TITLE}
    made: list[Draft] = []
    if not found or found[0].start > start + 1 or found[-1].tail_end < end - 1:
        return made
    for title in found:
        words = title.text(text)
        if title.form not in forms or is_bare_grade(words) or len(words.split()) > _FEW_PARTS:
            continue
        apart = set_apart(text, title.spans[0]) if len(title.spans) == 1 else None
        if apart:
            title.spans = [unwrapped(text, apart[1])]
        giver = apart[0] if apart else _giver_beside(scene, start) if len(found) == 1 else None
        if len(title.spans) == 1 and (latin := _LATIN.match(text, title.spans[0][1])):
            title.spans = [(title.spans[0][0], latin.end())]  # 杰出学者|(Fellow)
        work = [holder] if holder else _work_before(scene, start)
        made += drafts(scene, title, work, giver, (start, title.end))
    return made


def _giver_beside(scene: Scene, start: int) -> Span | None:
    """The giver that a line of a list names before the title or behind it (`江州论坛,杰出学者,1999年`), or None."""
    text = scene.text
    before = [clause for clause in scene.sentence.clauses if clause.end <= start]
    if len(before) == 1 and _GIVER.fullmatch(text, *trim(text, (before[0].start, before[0].end))):
        return before[0].start, before[0].end
    behind: list[Span] = []
    for clause in scene.sentence.clauses:
        if clause.start > start:
            if not _GIVER.fullmatch(text, clause.start, clause.end):
                break
            behind.append((clause.start, clause.end))
    return (behind[0][0], behind[-1][1]) if behind else None


def _work_before(scene: Scene, start: int) -> list[Span]:
    """The work in marks that opens the line (`“…”, 第五届…奖`), as a list of one or none."""
    for span in (*scene.quotes, *scene.books):
        if span[0] == scene.sentence.start and span[1] <= start:
            return [(span[0] + 1, span[1] - 1)]
    return []
