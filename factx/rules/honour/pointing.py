"""What a clause points back to without naming it: 该厂, 影片, the project that the clause before ends with."""

from factx.mentions.bodies import bodies_in
from factx.mentions.entries import entry_head
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.scene import Scene
from factx.text import Span

_WORK = compiled(r"[“《][^”》]{4,60}[”》](?:项目|课题|成果|研究|作品|技术)(?=[,，]|$)")
_PRODUCT = compiled(
    r"(?:(?:该|我|本)?[厂司院校所]|公司|企业|集团|学院|学校|医院)?(?:生产|研制|研发|开发|推出|制作|出品|选送|申报|完成|创作|承建|主编|编写|建设|打造|培育|运营)的((?:“[^”]+”|《[^》]+》|[^,，。;；的])+?(?:产品|项目|作品|课程|工程|品牌|成果|论文|专业|教材|节目|模型|平台|园区?|基地))$"
)
_WORKS = compiled(
    r"(?:“[^”]+”|《[^》]+》|[^,，。;；:：的“《》”\s]){3,30}(?:项目|工程|作品|团队|课程|论文|案例|成果|产品|专业|教材|节目|影片|专利|班组|课题|小组|商标|品牌)"
)
"""A clause that is nothing but the name of what won (`云溪大桥项目,|荣获…`)."""
_THAT = compiled(
    r"(?:[^,，。;；]{0,8}[,，])?该([厂司院校所局站场社行店馆队]|公司|集团|企业|医院|学校|中心|部队|[省市县区镇乡村](?!委|政府))"
)
_OTHERS = compiled(
    r"(?:由于|因为|但是?|而|如果|目前|国内已有)?(?:这些|那些|后者|前者|这[一个种项](?![年天刻次])|有的|部分|部份|某些|许多|不少|其[他它](?!还|也|又|先后|曾))"
)
"""Those told of just before, or others: never the body that the document is about."""
_TAIL = {"公司": ("公司", "集团", "厂"), "企业": ("公司", "集团", "厂"), "部队": ("队", "部队", "师", "团", "旅")}
"""What bodies end in that a word for them points to, where it is not the word itself."""
_WORDS_FOR_WORKS = frozenset(("影片", "该片", "电影", "该剧", "剧目", "该书", "此书", "该作品", "该节目", "该纪录片"))
_NAMED_WORK = compiled(r"《([^》]{1,40})》")
_THINGS = frozenset(
    ("项目", "工程", "团队", "课题组", "班组", "工作室", "服务队", "模式", "案例", "产品", "技术", "课程", "作品")
)
_BRANCHES = frozenset(that + kind for that in "该本" for kind in ("学科", "专业", "课程", "学位点"))
_THAT_THING = compiled("该(?:项目|工程|团队|课题组|班组|工作室|服务队|模式|案例|产品|技术|课程|作品)")
_OPENS = compiled(r"(?:^|[,，。;；:：\n“])[^,，。;；:：\n“的]*?(?=[^,，。;；:：\n“的]*$)")
_NO_THING = ("该", "本", "此", "其", "这", "在", "由", "为", "对", "多", "各")
_TELLS_OF = compiled("[有是了获被]|组建|成立|开展")
_NAMED_THING = 4
_FAR_BACK = 600
_BACK = 250
_JOINING = frozenset(",，")
_TELLS = frozenset("vdp")


def that_body(scene: Scene) -> Span | None:
    """The last body named before the sentence that its 该厂, 该公司 points to, or None."""
    text = scene.text
    that = _THAT.match(text, scene.sentence.start, scene.sentence.end)
    if that is None:
        return None
    tails = _TAIL.get(that[1], (that[1],))
    before = bodies_in(text, max(0, scene.sentence.start - _BACK), scene.sentence.start)
    return next((body for body in reversed(before) if text[slice(*body)].endswith(tails)), None)


def thing_pointed_to(scene: Scene, at: int) -> Span | None:
    """The project or the team that the clause of `at` points to at its beginning (`该项目已获…`), or None."""
    clause = scene.clause(at)
    that = _THAT_THING.match(scene.text, clause.start, at) if scene.text.startswith("该", clause.start) else None
    return that_thing(scene, that.span()) if that else None


def that_thing(scene: Scene, word: Span) -> Span | None:
    """The project or the team that 该项目, 团队 means: the last one named at the beginning of a clause, or None."""
    text = scene.text
    if text[slice(*word)] in _BRANCHES and (head := entry_head(text, word[0])):
        return head
    kind = text[slice(*word)].removeprefix("该")
    if kind not in _THINGS:
        return None
    floor = max(0, word[0] - _FAR_BACK)
    at = text.rfind(kind, floor, word[0])
    while at >= floor:
        opening = _OPENS.search(text, floor, at)
        begin = opening.end() if opening else at
        told = at - begin < _NAMED_THING or text.startswith(_NO_THING, begin)
        if not told and not _TELLS_OF.search(text, begin, at):
            return begin - (text[begin - 1 : begin] == "“" and "”" in text[begin:at]), at + len(kind)
        at = text.rfind(kind, floor, at)
    return None


def points_to_others(scene: Scene, at: int) -> bool:
    """Whether the clause of `at` speaks of those it points to (这些企业, 后者), not of the document's body."""
    return _OTHERS.match(scene.text, scene.clause(at).start, at) is not None


def work_meant(scene: Scene, span: Span) -> Span | None:
    """The work in 《》 that the one word for it in `span` (影片, 该书) means: the last one named before, or None."""
    if scene.text[slice(*span)] not in _WORDS_FOR_WORKS:
        return None
    works = _NAMED_WORK.findall(scene.text, max(0, span[0] - _BACK), span[0])
    at = scene.text.rfind(f"《{works[-1]}》", 0, span[0]) + 1 if works else 0
    return (at, at + len(works[-1])) if works else None


def works_before(scene: Scene, at: int) -> list[Span]:
    """What `work_before` tells, and the projects in marks that the clauses right before that one end with."""
    work = work_before(scene, at)
    if work is None:
        return []
    found = [work]
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end < work[0]]):
        further = _WORK.search(scene.text, clause.start, clause.end)
        if further is None or further.end() != clause.end or clause.mark not in _JOINING:
            break
        found.insert(0, further.span())
    return found


def work_before(scene: Scene, at: int) -> Span | None:
    """The project in marks that the clause right before that of `at` ends with (`他领衔的“…”项目,荣获…`), or None."""
    before = [clause for clause in scene.sentence.clauses if clause.end < scene.clause(at).start]
    if not before:
        return None
    work = _WORK.search(scene.text, before[-1].start, before[-1].end)
    if work and work.end() == before[-1].end:
        return work.span()
    if before[-1].mark in _JOINING and _WORKS.fullmatch(scene.text, *_named(scene, before[-1].start, before[-1].end)):
        return _named(scene, before[-1].start, before[-1].end)
    product = _PRODUCT.search(scene.text[before[-1].start : before[-1].end])
    return (before[-1].start + product.start(1), before[-1].end) if product else None


def _named(scene: Scene, start: int, end: int) -> Span:
    """The clause `[start, end)` without times before it; empty where it tells something."""
    start, end = strip_adverbs(scene.text, start, end)
    told = "主要" in scene.text[start:end] or any(
        word.pos[:1] in _TELLS and word.pos != "vn" for word in scene.words_in(start, end)
    )
    return (start, start) if told else (start, end)
