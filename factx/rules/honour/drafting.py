"""From a title, its holders and its giver to drafts: level, form, grade, and an awardee for every person."""

from collections.abc import Sequence
from functools import lru_cache

from factx.context.aliases import in_full
from factx.gazetteer import is_place
from factx.patterns import compiled
from factx.records import Form
from factx.rules.awardee import awardees
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.carried import carried
from factx.rules.honour.contest import is_contest
from factx.rules.honour.counted import only_counted, works_counted
from factx.rules.honour.guards import inside_word
from factx.rules.honour.holders import holders_in
from factx.rules.honour.level import level_of_honour
from factx.rules.honour.maker import makers_of
from factx.rules.honour.pointing import points_to_others, that_thing, thing_pointed_to, work_meant, works_before
from factx.rules.honour.shape import GRADE, Shape
from factx.rules.honour.titles import Title
from factx.rules.honour.topic import acting, body_of, opener, person_of, topic
from factx.rules.honour.vocabulary import holder_lexicon, lexicon
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.rules.staff import is_called
from factx.text import Span

_LISTED = compiled(
    r"(?:名单|名录|目录|榜单?|计划|试点[\u4e00-\u9fff]{0,4}|(?:\d+|[二三四五]十|[一二三五]百)强|排行榜?|名人录|案例集|入选\w*)[”’\"》」]?$"
)
_CHARTERED = compiled(r"(?:学位授予权|授予点|授权点|学位点|博士点|硕士点|流动(?:工作)?站)$")
"""What a school is let to do or to set up: chosen, whatever the verb."""
_CERTIFIED = compiled(r"(?:认证|认定|验收|达标|资质|资格|[特一二三]级|[甲乙]等)[”’\"》」]?$")
_EXAMINED = compiled(
    r"(?:评估|验收|认证|审核|复审|复评|考核|测评)(?:工作)?“?(?:优秀|合格|良好|[A-C][+＋\-－]?)”?(?:等[次级])?$"
)
_OF_FIRST = compiled(r"首批|第[一二三四五六七八九十\d]+批")
_OF_BODY = compiled(
    r"(?:单位|集体|企业|\d强|百强|机关|城市|县|县城|[省市县]区|乡镇|学校|党组织|党支部|基地|试点|中心|医院|[专学]科|病区|科室|班级|班集体|社区|[乡镇村]|街道|工作室|实验室|专业|品牌|产品|支部|团委|工会)$"
)
_OF_PERSONS = compiled(
    r"(?:劳动奖章|先进个人|优秀(?:指导)?(?:教师|老师|学生|党员|干部)|标兵|能手|劳动模范|劳模|拔尖人才|名师|优秀工作者|工作者)”?(?:称号|荣誉)?(?=$|[、，,。；;和及等\d])"
)
"""What places are never called (河南省的|优秀教师)."""
_OF_AREA = compiled(r"(?:乡镇|[^农]村|[乡镇]|街道|社区|县|县城|[^特小]区|城市)$")
"""What places are called: nobody of that name holds it (王官庄被命名为卫生乡镇)."""
LISTING = ("列入", "列为", "纳入")
"""What these verbs put on a list is work, never the person told of before."""
_MERIT = compiled(r"等功$|大功$")
_JOINING = frozenset(",，;；")
_GOT = frozenset(("receive", "rate"))
_OURS = compiled(r"(?:同时|此外|另外|其中|\s)*[我本该][校院市县区省局镇司](?=获|荣|还|也|被|共|先|喜|再|又|均)")
_COMPANY = "公司"
_SAYS = "是"
_BY = compiled("[被由经在]")
_GIVES = compiled("表彰|授予|颁|追授|通报|命名|表扬")
"""Whoever does that gives, and holds nothing (会议表彰了…,|我校获…)."""
_RAISED_TITLE = compiled(r"先进|优秀|示范|模范|文明|最美|标兵|十佳|荣誉")


def drafts(  # noqa: PLR0913
    scene: Scene,
    title: Title,
    recipients: Sequence[Span],
    grantor: Span | None,
    quote: Span,
    *,
    verb: str = "",
    form: Form | None = None,
    among: Sequence[Title] = (),
) -> list[Draft]:
    """The honour of `title`, and an awardee for each of its `recipients` that is a person."""
    text = scene.text
    words = title.text(text)
    own = holder_lexicon().own_body
    holders = [
        that_thing(scene, span) or work_meant(scene, span) or span
        for span in recipients
        if text[slice(*span)] not in own
    ]
    holders = holders or (_meant_by(scene, title.start, recipients) if recipients else [])
    of_body = (
        bool(recipients)
        or bool(_OF_BODY.search(words))
        or verb.startswith(LISTING)
        or _OURS.match(text, scene.clause(title.start).start) is not None
    )  # 学校荣获…: the body, whoever the clause before names
    holders = holders or inherited(scene, title.start, of_body=of_body) or list(recipients)
    holders = [span for span in holders if not any(a <= span[0] and span[1] <= b for a, b in title.spans)]
    if grantor is None and verb and verb != _SAYS:
        told = carried(scene, title)
        named = {text[slice(*span)] for span in holders}
        grantor = told if told and text[slice(*told)] not in named else None
    holders = [_in_full(scene, holders[0])] if len(holders) == 1 else holders
    holders = [span for span in holders if not grantor or span[1] <= grantor[0] or grantor[1] <= span[0]]
    spans: dict[str, Span | list[Span]] = {"title": title.spans, "recipients": holders}
    if grantor:
        spans["grantor"] = grantor
    grade = _grade(text, title)
    if grade:
        spans["grade"] = grade
    values = {"level": level_of_honour(scene, title, grantor, among), "form": form or form_of(text, title, verb)}
    honour = Draft("honour", quote, spans, values)
    return [honour] if _OF_AREA.search(words) else [honour, *awardees(scene, honour, _authors(scene, holders))]


def held_by(honour: Draft) -> list[Span]:
    """The recipients of a draft."""
    held = honour.spans["recipients"]
    return [span for span in held if isinstance(span, tuple)]


def _meant_by(scene: Scene, at: int, words: Sequence[Span]) -> list[Span]:
    """The nearest body that the one word for one's own (学校) can mean at `at`, as a list of one or none."""
    word = scene.text[slice(*words[0])] if len(words) == 1 else ""
    if word and (thing := that_thing(scene, words[0])):
        return [thing]
    bodies = filter(None, (opener(scene), body_of(scene, at), scene.context.document_subject))
    return next(([body] for body in bodies if word and is_called(scene.text[slice(*body)], word)), [])


def _in_full(scene: Scene, holder: Span) -> Span:
    """The full name of a body that the document gives a short one (`江州市青禾实业有限公司`, 青禾实业)."""
    text = scene.text
    words = text[slice(*holder)]
    own = scene.context.document_subject
    if own and words in text[slice(*own)] and text[slice(*own)].endswith(_COMPANY):
        return own  # the company whose brand it is
    return (_gives_short_names(text) and in_full(text, words)) or holder


@lru_cache(maxsize=8)
def _gives_short_names(text: str) -> bool:
    """Whether a text says that a name is a short one."""
    return "简称" in text or "下称" in text


def _authors(scene: Scene, holders: Sequence[Span]) -> list[Span]:
    """Who made the work in marks that won, else the person whom the place is about; also of one without a name."""
    text = scene.text
    if len(holders) != 1:
        return [maker for holder in holders for maker in makers_of(scene, holder)]
    if makers := makers_of(scene, holders[0]):
        return makers
    if (
        text[holders[0][0] - 1] in '《“"'
        or text[holders[0][1] - 1] == "》"
        or text[slice(*holders[0])] in holder_lexicon().work_class
        or _opens_line(text, holders[0])
    ):
        about = person_of(scene, holders[0][0])
        return [about] if about else []
    return []


def _opens_line(text: str, work: Span) -> bool:
    """Whether a work in a list of works opens its line, with brackets behind it."""
    return text[work[0] - 1] == "\n" and text[work[1] : work[1] + 2].lstrip()[:1] in {"(", "（"}


def inherited(scene: Scene, at: int, *, of_body: bool) -> list[Span]:
    """The holder that a place without any inherits, as a list of one or none; no person where it is `of_body`."""
    if thing := thing_pointed_to(scene, at):
        return [thing]
    if before := _holders_before(scene, at):
        return before
    if works := works_before(scene, at):
        return works
    if points_to_others(scene, at):
        return []
    if not of_body and (people := acting(scene, at)):
        return people
    subject = body_of(scene, at) if of_body else topic(scene, at)
    if subject and is_place(scene.text[slice(*subject)]) and _OF_PERSONS.search(scene.text, at, scene.clause(at).end):
        return []
    return [subject] if subject and scene.text[slice(*subject)] not in holder_lexicon().everybody else []


def _holders_before(scene: Scene, at: int) -> list[Span]:
    """Who holds the honour of the clause right before that of `at`, where that one leaves its subject out."""
    start = scene.clause(at).start
    own = next((v.start for v in scene.verbs if start <= v.start < at and v.sort in _GOT), at)
    begin, end = strip_adverbs(scene.text, start, own)
    if end - begin > 1 and not _BY.match(scene.text, begin) and not works_counted(scene.text, begin, end):
        return []
    before = [clause for clause in scene.sentence.clauses if clause.end < start]
    if not before or before[-1].mark not in _JOINING:
        return []
    got = (v for v in scene.verbs if before[-1].start <= v.start < before[-1].end and v.sort in _GOT)
    verb = next((v for v in got if not inside_word(scene.text, v)), None)  # 记, not that of 书记
    by = _BY.search(scene.text, before[-1].start, verb.start) if verb else None
    if verb is None or (by is None and _GIVES.match(scene.text, verb.start)):
        return []
    phrase = (before[-1].start, by.start() if by else verb.start)
    counted = works_counted(scene.text, *phrase) or only_counted(scene.text, *phrase)
    found = [] if counted else holders_in(scene, *phrase)
    named = [span for span in found if scene.text[span[0] : span[1]] not in holder_lexicon().own_body]
    return named or (_meant_by(scene, at, found) if found else [])


def _grade(text: str, title: Title) -> Span | None:
    """The last grade that stands whole in one span of the title."""
    for begin, end in reversed(title.spans):
        found = [m.span() for m in GRADE.finditer(text, begin, end)]
        if found:
            return found[-1]
    return None


def form_of(text: str, title: Title, verb: str) -> Form:
    """The form of an honour by its title, what it is called (“…”认定证书), and the verb that brought it."""
    kinds = lexicon()
    words = title.text(text)
    if _LISTED.search(words) and not title.called and not (words.endswith("强") and is_contest(words)):
        return "selection"
    if _MERIT.search(words):
        return "commendation"
    if title.form is Shape.AWARD:
        return "award"
    if _CHARTERED.search(words):
        return "selection"
    if verb in kinds.certifying:
        return "certification"
    if verb in kinds.selecting or verb.startswith(("列", "纳", "被列", "获批", "批准", "载", "收")):
        return "selection"
    if verb.startswith("获选") and "为" not in text[title.start - 1 : title.spans[0][0]]:  # 获选为 says what one is
        return "selection"
    if len(title.spans) > 1 and _EXAMINED.search(words):
        return "certification"
    if title.form is Shape.LED and verb == "是" and _OF_FIRST.search(words):
        return "selection"
    if verb in {"确定为", "遴选为"} and not _RAISED_TITLE.search(words):
        return "selection"
    if verb.startswith("认定") or _CERTIFIED.search(words) or "认" in text[title.end : title.tail_end]:
        return "certification"
    return "title"
