"""The level of an honour: from its giver, its title, the titles beside it, the event that it was won in."""

from collections.abc import Sequence
from functools import lru_cache

from factx.gazetteer import body_lexicon, level_of
from factx.patterns import compiled
from factx.records import Level
from factx.rules.honour.contest import contest_above, contest_before, is_contest
from factx.rules.honour.shape import Shape
from factx.rules.honour.titles import Title
from factx.rules.honour.vocabulary import holder_lexicon
from factx.rules.scene import Scene
from factx.text import Span

_NATION = ("国家", "全国", "中国", "中华", "全军")
_LED_BY = compiled(r"(?:国家|[省市县区校院厅部]|自治区)级(?!(?:公立|中)?医|机关|以[上下]|国家机关)")
_OWN = compiled(
    r"(?:(?:我|本|该)?(?:医院|学校|公司|学院|大学|集团|单位|企业|[校院])(?:党委|党总支|工会|团委|团总支)?"
    r"|(?:机关|直属)?党委|工会|团委|(?:学生|教务|人事|科研|组织|宣传|医务|护理)[处部])$"
)
_OWN_LED = compiled(
    r"(?:本|我)?(?:(?:医院|公司|集团公司|集团|学校|学院|总公司|分公司|项目部|车间)(?=..)"
    r"|[局院校厂]内?(?=先进|优秀|劳动|十佳|最美|标兵|模范|文明|年度|第|首届|“))"
)
_AREA = compiled(r"[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|县|区|州)(?![属立委])")
_CALLED_SO = ("学校", "实验校", "基地校", "幼儿园", "小学", "中学", "高中", "医院", "企业", "单位")
_AREA_HEADS = ("市", "县", "省", "区")
_PLACE_WON = compiled(
    r"(?:冠军|亚军|季军|冠亚军|[金银铜]牌|首金|[前第][一二三四五六七八九十\d]+(?:名|位)?|[四八]强|[特一二三]等奖|[金银铜]奖|(?<=[赛项目])[冠金银铜])$|^最佳"
)
_EVENT = compiled(
    r"(?:[残冬青]+奥会|[残冬青]?奥运会?|奥林匹克(?=运动会|委员会|会)|亚[残冬青]*运会|大运会|世界大学生(?:夏季|冬季)?运动会|世锦赛|世乒赛|世界杯"
    r"|亚洲杯|亚锦赛|尤伯杯|汤姆斯杯|苏迪曼杯|钻石联赛|国际[雪滑泳]联|国际乒联|(?:世界|亚洲|国际)[\u4e00-\u9fff]{0,10}(?:锦标赛|大奖赛|公开赛|挑战赛|巡回赛|总决赛)"
    r"|(?P<nation>全运会|十四[冬运]|学青会|城运会|(?:中国|大众)[\u4e00-\u9fff]{2,4}(?:金鸡|金鹰|百花|华表|梅花)奖|全国[\u4e00-\u9fff]{0,10}(?:锦标赛|冠军赛|联赛|运动会|大赛|竞赛)))"
    r"(?!冠军|亚军|奖牌得|参赛|资格|门票|周期|入场券|备战)"
)
_STATE_PRIZE = compiled(
    r"科技进步|科学技术|自然科学|技术发明|发明奖|教学成果|社会科学|哲学社会科学|医学科技|发明专利|专利"
)
"""Prizes that every level gives: in a list they are of the level told before."""
_ALSO_RAISED = compiled("优秀|先进|文明|模范|十佳|优质|示范|最佳")
"""What a title opens with that is of the level of the one before it in a list (省优秀硕士论文、|优秀学士论文)."""
_OWN_PRAISE = compiled(
    r"表彰(?:大会|会|活动|仪式|暨)|表彰.{0,12}(?:先进|优秀|劳模)|(?:比赛|大赛|竞赛|运动会).{0,4}(?:举行|落幕|闭幕|举办|结束)"
)
"""In the head of a report: its own praise, or its own contest."""
_BARE_CITY = compiled("[全我本]?市")
_BARE_REGION = compiled("(?:全|我|自治)区|区(?=[级优先劳模])")
_REGIONS = ("内蒙古", "广西", "西藏", "宁夏", "新疆")
_OFTEN = 3
_PROVINCE_CITIES = ("北京", "上海", "天津", "重庆")
"""Cities that rank as provinces: 市 without a name is provincial in their reports."""
_HEAD = 60
_NEAR = 400
_KIN = 5
_KIN_LEAD = 16
_LED_KIN = compiled(r"(全[国省市县区校]|(?:国家|[省市县区校])级)[^,，。;；、\n获被的]{0,12}$")
"""What leads an honour told of before that ends as this one does."""


def level_of_honour(scene: Scene, title: Title, grantor: Span | None, among: Sequence[Title]) -> Level | None:
    """The level of a title given by `grantor`, one of the list `among`; None where nothing tells it."""
    level = _level(scene, title, grantor, among)
    said = scene.text[slice(*grantor)] if grantor else title.text(scene.text)
    if level == "county" and _BARE_REGION.match(said) and _in_region(scene.text):
        return "provincial"
    provincial = said.startswith(_PROVINCE_CITIES) or (_BARE_CITY.match(said) and _in_province_city(scene))
    return "provincial" if level == "municipal" and provincial else level


@lru_cache(maxsize=8)
def _in_region(text: str) -> bool:
    """Whether a report is of an autonomous region: what it calls 全区 is as large as a province."""
    return any(text.count(region) >= _OFTEN for region in _REGIONS)


def _in_province_city(scene: Scene) -> bool:
    """Whether the report is of a city that ranks as a province, by its subject or its head."""
    own = scene.context.document_subject
    led = own is not None and scene.text.startswith(_PROVINCE_CITIES, own[0])
    return led or any(f"{city}市" in scene.text[:_HEAD] for city in _PROVINCE_CITIES)


def _level(scene: Scene, title: Title, grantor: Span | None, among: Sequence[Title]) -> Level | None:
    """The level as the giver, the title and what stands around them tell it."""
    text = scene.text
    words = title.text(text)
    return (
        _of_giver_or_words(text, words, grantor)
        or _of_lead(text, title, among)
        or _shared_level(text, title, among)
        or (_of_event(scene, title) if title.form is Shape.AWARD and _PLACE_WON.search(words) else None)
        or (_of_own_meeting(scene, title) if grantor is None else None)
        or (_of_contest(scene, title) or _of_kin(scene, title) if grantor is None else None)
    )


def _of_lead(text: str, title: Title, among: Sequence[Title]) -> Level | None:
    """The level of what leads a list up to its first title (`国家授权的|A、B和C`)."""
    first = among[0] if title in among else title
    lead = text[first.start : first.spans[0][0]]
    return level_of(lead) if lead.endswith("的") or "最高" in lead else None


def _of_contest(scene: Scene, title: Title) -> Level | None:
    """The level of the contest in which a title without one was won (`在全市教学比武中获“优秀指导教师”`)."""
    contest = contest_before(scene.text, scene.clause(title.start).start, title.start)
    if contest is None and title.form is Shape.AWARD and _PLACE_WON.search(title.text(scene.text)):
        contest = contest_above(scene.text, title.start)
    return level_of(scene.text[slice(*contest.name)]) if contest else None


def _of_kin(scene: Scene, title: Title) -> Level | None:
    """The level of what the title is a part of, told before (`七人获全国道德模范提名奖。甲获助人为乐模范提名奖`)."""
    text = scene.text
    words = title.text(text)
    at = title.start if len(words) > _KIN else -1
    while (at := text.rfind(words[-_KIN:], max(0, title.start - _NEAR), at) if at > 0 else -1) >= 0:
        if led := _LED_KIN.search(text, max(0, at - _KIN_LEAD), at):
            return None if words in text[led.start() : at + _KIN] else level_of(led[1])
    return None


def _of_own_meeting(scene: Scene, title: Title) -> Level | None:
    """Institutional, where the report is of a company or a school that praises its own people, or holds the contest."""
    text = scene.text
    own = scene.context.document_subject
    employs = own is not None and text[slice(*own)].endswith(tuple(body_lexicon().institution))
    if not employs or not _OWN_PRAISE.search(text, 0, _HEAD):
        return None
    contest = text[slice(*title.spans[0])]
    held_here = title.form is Shape.TITLE or (is_contest(contest) and contest in text[: min(_HEAD, title.start)])
    return "institutional" if held_here else None


def _of_event(scene: Scene, title: Title) -> Level | None:
    """The level of the games that the sentence, or the text before it, is about."""
    near = None
    for match in _EVENT.finditer(scene.text, max(0, title.start - _NEAR), scene.sentence.end):
        near = match
    near = near or _EVENT.search(scene.text, 0, _NEAR)
    if near is None:
        return None
    return "national" if near["nation"] else "international"


def _of_giver_or_words(text: str, words: str, grantor: Span | None) -> Level | None:
    """From the giver, else from the title."""
    giver = text[grantor[0] : grantor[1]] if grantor else ""
    own = giver in holder_lexicon().own_body
    level = level_of(giver) or _said(words) or (None if own else _level_of_words(words))
    if level:
        return level
    if _OWN.match(giver) or _OWN_LED.match(words):
        return "institutional"
    return _level_of_short_name(text, words)


def _level_of_words(words: str) -> Level | None:
    """The level that a title shows; what is called a school of a province is so called by the province."""
    led, quote, _ = words.partition("“")
    level = (level_of(led) if quote else None) or level_of(words)
    area = _AREA.match(words) if level == "institutional" and words.endswith(_CALLED_SO) else None
    return level_of(area[0]) or level if area else level


def _level_of_short_name(text: str, words: str) -> Level | None:
    """The level of the place that a title names short (`江州好人`), where the document names it in full (`江州市`)."""
    if words.startswith(_NATION):
        return "national"
    for size in (2, 3):
        for head in _AREA_HEADS:
            if len(words) > size and words[size] != head and f"{words[:size]}{head}" in _areas(text):
                return level_of(f"全{head}") or level_of(words[:size] + head)
    return None


@lru_cache(maxsize=8)
def _areas(text: str) -> frozenset[str]:
    """What the document may name in full: two or three characters and the head of an area."""
    ends = [at for at, character in enumerate(text) if character in _AREA_HEADS]
    return frozenset(text[at - size : at + 1] for at in ends for size in (2, 3) if at >= size)


def _shared_level(text: str, title: Title, among: Sequence[Title]) -> Level | None:
    """The level that the first title of a list says for all (`市级文明学校、先进党总支`), or None."""
    if title in among and title.form is Shape.AWARD and _STATE_PRIZE.match(title.text(text)):
        before = [level_of(other.text(text)) for other in among[: among.index(title)]]
        return next((level for level in reversed(before) if level), None)
    if title in among and _ALSO_RAISED.match(title.text(text)):
        before = [level_of(other.text(text)) for other in among[: among.index(title)]]
        if before and before[-1]:
            return before[-1]
    if title.form is Shape.TITLE and among and (led := _LED_BY.match(among[0].text(text))):
        return level_of(led[0])
    return "institutional" if title.form is Shape.TITLE and among and _OWN_LED.match(among[0].text(text)) else None


def _said(words: str) -> Level | None:
    """The level that a title says outright behind the place that leads it (`江州市首批省级重点中学`), or None."""
    said = _LED_BY.search(words)
    return level_of(said[0]) if said and said.start() > 1 and not words.startswith(_NATION) else None
