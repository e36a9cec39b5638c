"""What an active verb takes: the titles behind 获, 入选, 位列, each verb with honours of its own, and who gave them."""

import re

from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.rules.honour.contest import contest_before
from factx.rules.honour.listing import CLOSED
from factx.rules.honour.shape import Shape, is_bare_grade, is_headed
from factx.rules.honour.titles import Title, titles
from factx.rules.honour.vocabulary import is_sure
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.segment import Clause
from factx.text import Span

TAKING = frozenset(("拿", "夺", "取得", "拿下"))
_EXCELLENT = compiled(r"了?“?(优秀(?:等[次级])?)”?(?:评价|成绩)?(?=$|[,，。;；])")
_COLONS = frozenset(":：")
_GIVEN = compiled(
    r"(?:了|过|由|到)?([^,，。;；“”]{2,40}?)(?:联合|共同)?(?:(?:颁发|授予|颁授|评选|评定|颁布|表彰|命名|认定|公布|发布)的|(?:颁发|授予|授牌)(?=[“\"《])|批准(?:设立|建立|成立|组建|增设))"
)
_OF_GIVER = compiled(r"了?([^,，。;；“”、的]{4,24}?[会院部委厅局社网大学台报盟])的")
"""A giver that owns its prize: 荣获江州市科学技术协会|的|青年科技奖."""
_CLASS_OF_GIVERS = compiled(r"(?:国家|省部?|[市县区厅局校院])(?:[、和及或]?[省市县区厅局部])*级(?:及?以上)?")
"""Givers of a class of honours, told of whoever holds one: 获得省部级表彰的人员."""
_OFFICE = compiled(r"(?:书记|主席|总统|总理|首相|委员长|会长|主任|村长|议长|议员|市长|秘书长|理事国|常委|政治局委员)$")
_RANKING = frozenset(("位列", "名列", "进入", "登上", "跻身", "晋级"))
_AMONG = frozenset(("位列", "跻身"))
"""Verbs that tell of whom somebody is one now: 位列省“双一流”建设高校."""
_BY_LEVEL = compiled(r"[“\"]?(?:首批|国家级|[省市县区校院部]级|自治区级|世界级)")
_PUBLISHED = ("排名", "榜", "榜单", "排行")
_DRAWN_UP = compiled(r"年度|[“《]")
"""What tells a list with a name from an order that anybody can find (全球油气储量排名)."""
_RANK_LIST = compiled(r"榜|排名|名单|强|评选|评比|考核|评估|竞赛|大赛|比赛")


def object_of(scene: Scene, mention: Mention, clause: Clause) -> list[Title]:
    """The titles that the verb takes: each verb has honours of its own."""
    text = scene.text
    verb = text[mention.start : mention.end]
    begin, end = _stretch(scene, mention, clause)
    given = given_by(text, begin, end)
    if given and _CLASS_OF_GIVERS.fullmatch(given[1]):
        return []
    begin = given.end() if given else begin - text.startswith("委会", begin)  # 获|评委会大奖
    closed = CLOSED.search(text, begin, end) if verb in {"获", "获得", "取得"} else None
    found = titles(text, begin, end, sure=is_sure(verb) or given is not None or closed is not None)
    if not found and verb in {"获", "获得"}:
        return excellent(scene, mention, begin, end)
    if verb in _RANKING:
        if found and is_bare_grade(found[0].text(text)) and _is_published(scene, mention.start):
            return found[:1]
        listed = [t for t in found if _RANK_LIST.search(t.text(text)) or (verb in _AMONG and is_headed(t.text(text)))]
        return [t for t in listed if t.quoted or "的" not in t.text(text)]
    if verb in TAKING:
        won = [t for t in found if t.form is Shape.AWARD or t.text(text).endswith("认证")]
        return [t for t in won if "本届" not in t.text(text)]
    if verb == "享受":
        return [t for t in found if t.text(text).endswith("津贴")]
    if verb.startswith("当选"):
        return [t for t in found if not _OFFICE.search(t.text(text))]
    if not is_sure(verb) and verb != "获批" and not closed:
        return [t for t in found if t.form is not Shape.LED or t.called or t.quoted or _BY_LEVEL.match(t.text(text))]
    return found


def _is_published(scene: Scene, at: int) -> bool:
    """Whether the list in which somebody ranks at `at` is one that somebody drew up (在江州网2014年度…排名中)."""
    contest = contest_before(scene.text, scene.sentence.start, at)
    if contest is None or not scene.text.endswith(_PUBLISHED, *contest.name):
        return False
    return contest.giver is not None or _DRAWN_UP.search(scene.text, contest.start, contest.end) is not None


def excellent(scene: Scene, mention: Mention, start: int, end: int) -> list[Title]:
    """The grade that an examination named before the verb ended with (`在…评估中获优秀`), as a list of one or none."""
    graded = _EXCELLENT.match(scene.text, start, end)
    if graded is None or contest_before(scene.text, scene.sentence.start, mention.start) is None:
        return []
    return [Title([graded.span(1)], *graded.span(1), graded.end(), form=Shape.TITLE)]


def _stretch(scene: Scene, mention: Mention, clause: Clause) -> Span:
    """Where the words that the verb takes begin and end: in its clause, or behind its colon (`荣获：A、B`)."""
    if mention.end < clause.end or clause.mark not in _COLONS:
        return mention.end, clause.end
    behind = next((other for other in scene.sentence.clauses if other.start > clause.end), None)
    return (behind.start, behind.end) if behind else (mention.end, clause.end)


def given_by(text: str, start: int, end: int) -> re.Match[str] | None:
    """Who gave it, told before the title: `获G颁发的T`, `获G的T`."""
    if given := _GIVEN.match(text, start, end):
        return given
    owned = _OF_GIVER.match(text, start, end) if text.find("的", start, end) > 0 else None
    return owned if owned and body_at(text, *owned.span(1)) == owned.span(1) else None
