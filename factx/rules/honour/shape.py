"""Whether a noun phrase is an honour, by its morphology: what it ends in and what raises that noun.

`全国卫生系统先进集体` ends in a noun that many things are called, raised by 先进; `…标兵` is a title by itself;
whatever ends in 奖 is an award.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache

from factx.patterns import compiled
from factx.rules.honour.vocabulary import alternatives, lexicon
from factx.text import Span

_NUMERAL = r"[一二三四五六七八九十百\d]+"
_PLACES = r"第?[一二三四五](?:[、和]第?[二三四五六])+名"
"""Places that share a noun: 第二、三名."""
GRADE = compiled(
    r"[特一二三四五]等(?:奖|功)?|[金银铜][奖牌杯](?!榜)|优[秀胜]奖|最佳[\u4e00-\u9fff]{1,6}奖|冠亚?军|[亚季殿]军|总冠军"
    rf"|{_PLACES}|(?:前|第){_NUMERAL}(?:[名位]|(?![届批次期个条集回年轮\d一二三四五六七八九十百]|、第?[二三四五六]))|[A-D]类|[1-5一二三四五]A级?|A{{3,5}}级?|(?!一[佳优]){_NUMERAL}[强佳优]|[甲乙丙]等|[甲特]级|优秀等[次级]"
)
"""A grade or a place inside a title."""

_BARE = compiled(
    r"[A-C][+＋\-－]?类?|(?:国赛|省赛|市赛|全国总决赛|总决赛)?(?:[国省市县区校院]级)?(?:[\u4e00-\u9fff]{1,3}组|团体|团队|个人|总分|男子|女子|集体|综合|单项|本届|总|共计)*"
    r"(?:[特一二三四五]等奖?|[金银铜][奖牌杯]|优[秀胜]奖|(?:优秀|最佳)组织奖|[金银铜]|大奖|特别奖|[一二三四五]星奖章|最高奖|鼓励奖|优秀奖"
    rf"|冠亚?季?军|[金银铜][银铜]牌|[亚季殿]军|总冠军|第[一二三]等[次级]|桂冠|首金|{_PLACES}|[一二三四五六]名|(?:前|第){_NUMERAL}[名位强甲]?|{_NUMERAL}强|榜首(?!位)|三甲|“?优秀”?(?:等[次级])?)"
)
# A class of prizes (`省部级科技奖励`, `各类大奖`) is counted, not named.
_CLASS = compiled(
    r"(?:(?:国家|省|部|市|厅|局|县|区|校|院|[\u4e00-\u9fff]{1,2})(?:[、/和及(（]?(?:省|部|市|厅|局|县|区|校|院)[)）]?)*[级委]?(?:及|或)?(?:以上|级)|各[级类种项]|多[项个次]|若干|国家、省部级|国家和省部级).*"
)
_CHOSEN = compiled(r"入选(?:高校|院校|学校|单位|企业|专业|课程|项目|案例|作品|产品|人员|者)$|单项冠军(?:企业|产品)?$")
_BEST = compiled(
    r"^最佳(?:电视剧|电影|影片|作品|短视频|网络剧|综艺节目|文艺节目|故事片|导演|编剧|男主角|女主角|男配角|女配角|摄影|录音|美术|音乐|剪辑|美术片|纪录片|短片|动画片|[男女]演员|新人|教练|阵容|射手|选手|辩手)$"
)
_GROUP = compiled("(?:团体|团队|集体|个人|男子|女子)$")
"""Those among whom one grade of a contest was won, another among others (…竞赛团体一等奖、个人第一名)."""
_SHORTEST_STEM = 4
_LATIN = compiled(r"[A-Za-z]{2}")
_LONG_CERTIFICATE = 7
_PAPERS = compiled(r"身份|实名|资格|学[历籍位]|考试|人脸|指纹|多项|各[类项]|相关|有关|权威|机构")
"""Certificates of a person or of no named thing."""
_LONGEST_END = 12
"""Characters at a phrase's end in which all that it can end in is found; no listed word is longer."""
_LED_GRADE = compiled(
    r"(?:国家|全国|[\u4e00-\u9fff]{0,3}(?:省|市|自治区|县|区|校))(?:[级赛]|级赛)?(?:[特一二三]等奖|[金银铜]奖|总冠军|优[秀胜]奖)"
)
_GROUP_GRADE = compiled(
    r"(?:[^,，、“”的奖]|、){2,14}(?:组|类|类课程|赛项|赛道|单元|学科|工种)(?:全国|全省|全市|全县|[省市县区校]级)?(?:[特一二三四]等奖(?:第[一二三四五六七八九十\d]+名)?|[金银铜]奖|优[秀胜]奖)"
)
_CLASS_LED = compiled(
    r"(?:省、?部|厅、?局|地、?厅|省、?市|市、?县)级(?:以上)?[\u4e00-\u9fff]{0,12}[特一二三]等奖|(?:省、?部|厅、?局|地、?厅|国家|省|市)级及?以上.*"
)
"""What is a class of anything by what leads it: 省部级科技进步一等奖, 省部级以上科研项目."""
_OFFICE = compiled(r"(?:卫生|健康|综合|改革|科普)(?=部|厅|局|委|学校|职业|学院|大学|医院)")
"""Words in names of bodies that raise other nouns (卫生|部)."""
_OF_ONE_LEVEL = compiled(
    r"(?:国家|省|市|校|院|县|区)级(?![各多以及])[\u4e00-\u9fff]{4,12}奖(?<!科技成果奖)(?<!科研成果奖)"
)
"""A named prize of one level: 省级教学成果奖."""
_GENERIC = compiled(
    r"名[医师]|(?:国家|省|部|市|校)级?奖|(?:世界|全国|国际|亚洲|全[省市县])级?(?:冠军|金牌|第[一二三])|(?:勋章|奖章|奖状|奖杯|锦旗)+|(?:重要|国际|国内|国内外|全国|科技|科研|大型|相关|有关|此|该|这一|专业|学科|各项|竞赛)*(?:杰出|多[项个次]|各[类级种项]|若干)*(?:大奖|奖学金|奖项?|奖励|荣誉|名单|试点|优秀|模范|名录|目录|榜单)"
)
_LEVEL_LED = compiled(
    r"[“\"]?(?:第[一二三四五六七八九十\d]+届)?(?:国家|全国|我国|中国|全球|世界|国际|亚洲|兵团|师级|[\u4e00-\u9fff]{0,4}(?:省|市|自治区|县|区|部|州)(?![场区民长委政域])"
    r"|全[省市县区州]|首批|第[一二三四五六七八九十]+批|[省市县区校院部](?=级|[重特优示])|[\u4e00-\u9fff]{2,10}(?:医院|大学|学院|集团|公司)(?=特色|重点|优势|示范|品牌))"
)
_LEVEL_INSIDE = compiled(
    r"国家级|省部?级|市级|全国重点(?=实验室)|国家(?=虚拟|重点|工程|地方|临床|区域|一流)|[\u4e00-\u9fff]{2}省(?=重点|工程|协同|高校|特色|优势|一流|专业|品牌|示范)"
)
"""A level behind the field of what was approved: 制茶工艺|国家重点实验室."""
_ALSO_RAISING = frozenset(("模范", "标兵", "十佳", "百佳", "百优", "十优", "地理标志"))
"""Titles by themselves that raise a noun behind them too: 全国模范法官, 市十佳校长."""
_NO_AWARD = compiled(
    r"(?<![省市级])[市县区镇]实验(?:小学|中学|学校|幼儿园|[初高]中)$|(?<![开研])发奖$|(?<!建)设奖$|(?<![影书乐])评奖$|(?<![高初华])中奖$|[颁获有抽领授巨夸褒申请得嘉给受争夺]奖$|[重巨摸大为及]奖$(?<!大奖)|(?:世界|两|三|N)强$|加强$|[最更较增增富自顽坚]强$"
)


class Shape(Enum):
    """What a noun phrase can be: an award, a title by its own head or a raised one, a noun led by a level, nothing."""

    AWARD = auto()
    TITLE = auto()
    LED = auto()
    NONE = auto()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = lexicon()
    award = compiled(
        rf"(?:{alternatives(words.award_end)}|Award|Prize|Medal|[特一二三四五]等|{_PLACES}|(?:前|第){_NUMERAL}[名位]?|{_NUMERAL}强)$"
    )
    title = compiled(rf"(?:Fellow|{alternatives(words.title_end | words.standing)}|{_NUMERAL}[佳优杰])$")
    head = compiled(rf"(?:{alternatives(words.title_head)})$")
    raised = compiled(alternatives(words.modifier | _ALSO_RAISING))
    weakly = compiled(alternatives(words.weak_modifier))
    return award, title, head, raised, weakly


@lru_cache(maxsize=4096)
def shape(phrase: str) -> Shape:
    """The shape of `phrase` (a title without 称号 and the like behind it)."""
    award, title, head, raised, weakly = _patterns()
    phrase = phrase.rstrip('”’"》」』)） ')
    last = max(0, len(phrase) - _LONGEST_END)
    if _GENERIC.fullmatch(phrase) or _NO_AWARD.search(phrase, last):
        return Shape.NONE
    if _CHOSEN.search(phrase, last):
        return Shape.TITLE
    if award.search(phrase, last) or _BEST.search(phrase):
        return Shape.AWARD
    if title.search(phrase, last):
        return Shape.TITLE
    if phrase.endswith("认证"):
        named = len(phrase) >= _LONG_CERTIFICATE and not _PAPERS.search(phrase)
        return Shape.TITLE if named or _LEVEL_LED.match(phrase) or _LATIN.search(phrase) else Shape.NONE
    found = head.search(phrase, last)
    if found:
        before = phrase[: found.start()]
        if raised.search(before):
            return Shape.TITLE
        if _LEVEL_LED.match(before):
            return Shape.TITLE if weakly.search(before) else Shape.LED
        if _LEVEL_INSIDE.search(before):
            return Shape.LED
    return Shape.NONE


def is_headed(phrase: str) -> bool:
    """Whether `phrase` ends in a noun that titles end in, raised or not."""
    return bool(_patterns()[2].search(phrase))


def is_led(phrase: str) -> bool:
    """Whether `phrase` begins with a level, an area or a session, as titles do."""
    return bool(_LEVEL_LED.match(phrase))


def is_raised(phrase: str) -> bool:
    """Whether `phrase` holds a word that makes more of its head than a name (示范医院, 爱婴医院)."""
    _, _, _, raised, weakly = _patterns()
    return bool(raised.search(phrase) or weakly.search(_OFFICE.sub("", phrase)))


def is_generic(phrase: str) -> bool:
    """Whether `phrase` is a word for prizes and no prize: `国际大奖`, `世界冠军`."""
    return bool(_GENERIC.fullmatch(phrase))


def is_led_grade(phrase: str) -> bool:
    """Whether `phrase` is a grade with nothing but a level or an area before it: `国家一等奖`, `江东省金奖`."""
    return bool(_LED_GRADE.fullmatch(phrase))


def is_group_grade(phrase: str) -> bool:
    """Whether `phrase` is a grade with the part of the contest that it was won in: `思想政治理论组一等奖`."""
    return bool(_GROUP_GRADE.fullmatch(phrase))


def is_bare_grade(phrase: str) -> bool:
    """Whether `phrase` is a grade or a place without its contest: `一等奖`, `团体第二名`."""
    return bool(_BARE.fullmatch(phrase))


def is_class(phrase: str) -> bool:
    """Whether `phrase` names a class of prizes and no single one: `省部级科技进步奖`, not `省级教学成果三等奖`."""
    if _CLASS_LED.fullmatch(phrase):
        return True
    if phrase.endswith("奖") and _OF_ONE_LEVEL.fullmatch(phrase):
        return False
    return (
        bool(_CLASS.fullmatch(phrase)) and not GRADE.search(phrase) and phrase.endswith(("奖", "奖励", "奖项", "金牌"))
    )


def stem_of(text: str, spans: Sequence[Span]) -> Span | None:
    """What stands before the grade of a title in `spans`: the contest or prize that a bare grade behind it is of."""
    if len(spans) > 1:
        return spans[0]
    begin, end = spans[0]
    grades = [m for m in GRADE.finditer(text, begin, end) if m.end() == end]
    if grades and is_led_grade(text[begin:end]):
        return begin, grades[-1].start()  # 省|一等奖、二等奖
    stem = _GROUP.sub("", text[begin : grades[-1].start()]) if grades else ""
    return (begin, begin + len(stem)) if len(stem) >= _SHORTEST_STEM else None
