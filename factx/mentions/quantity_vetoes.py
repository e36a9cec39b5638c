"""What looks like a number and is none: dates, times of day, codes, names, list markers, fixed phrases.

Each function answers for one place with the offset at which reading goes on, or 0 where it has no objection.
"""

import re
from functools import cache

from factx.mentions.quantity_lexicon import alternatives, numbers
from factx.patterns import compiled
from factx.text import Span

_CN = "一二三四五六七八九十"
_DAY = r"(?:[ ]{0,2}(?:[12][0-9]|3[01]|0?[1-9])[ ]{0,2}[日号])?"
_TO = "[-—–~至到、,，]"
# Everything that a run of Arabic digits may be instead of a number; the sign behind the digits picks the way.
_ARABIC = compiled(
    rf"""
      (?:1[0-9]|2[01])[0-9]{{2}}[ ]{{0,2}}年(?!历史|前(?![后夕夜])|悠久|文明)[度底初末代]?
        (?:[ ]{{0,2}}[01]?[0-9][ ]{{0,2}}月{_DAY})?
    | (?:19|20)[0-9]{{2}}(?:学年|财年|财政年度|届|级|版|款|赛季)
    | (?:19|20)[0-9]{{2}}[-—–~至]{{1,2}}(?:19|20)?[0-9]{{2}}[ ]?(?:年|学年|财年|赛季)
    | (?:1[0-9]|20)[0-9]{{2}}[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12][0-9]|3[01]|0?[1-9])(?![0-9])
    | (?:19|20)[0-9]{{2}}[-/.](?:1[0-2]|0[1-9])(?![0-9.%万亿])
    | 0[0-9]{{2,3}}[-—)）\ ]{{1,2}}[0-9]{{7,8}}
    | [48]00[-—\ ]?[0-9]{{3,4}}[-—\ ]?[0-9]{{3,4}}(?![0-9万亿])
    | 0[0-9][ ]?年
    | [0-9]{{2}}[ ]?年(?=[ ]?[01]?[0-9][ ]?月|底|初(?!步)|末|春|夏|秋|冬)
    | [0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}}){{0,6}}[ ]{{0,2}}月(?!球|饼|亮|租|薪|均|活|龄)份?{_DAY}
    | [0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}}){{0,6}}[ \n\r]{{0,3}}日(?!龄|元|圆|圓|本|均|产|处理)
    | [0-9]{{1,12}}(?:{_TO}[0-9]{{1,12}}){{0,6}}[ ]?号
    | [0-9]{{1,2}}[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.:：])
    | [0-9.]+(?:[ ]?[:：∶][ ]?[0-9.]+)+
    | [0-9]{{1,2}}(?:[-—–~至到][0-9]{{1,2}})?[ ]?[时時](?:[ ]?[0-9]{{1,2}}[ ]?分(?!钟))?
    | [0-9]{{1,2}}[ ]?[点點][0-5]?[0-9](?:[ ]?分(?!钟)|(?<=[0-9]{{2}})(?![0-9.%％万亿]))
    | [0-9]{{1,2}}(?:[-—–~至到][0-9]{{1,2}})?[ ]?[点點](?![0-9]|以[上下内])(?:[ ]?[0-9]{{1,2}}[ ]?分(?!钟)|半|整|钟)?
    | [0-9]+(?:\.[0-9]+){{2,}}
    | [0-9]+\.\.[0-9.]*[万亿]?
    | [0-9]+(?:[-—][0-9]+){{2,}}
    | [0-9]+[·•][0-9]+
    | [0-9]{{2,3}}/[0-9]{{2,3}}[ ]?(?:毫米汞柱|mmHg)
    | [0-9]{{1,3}}/[0-9]{{1,3}}(?=决赛|法则|定律)
    | [0-9]{{1,3}}[-—–][0-9]{{1,3}}(?=[ ]?(?:战胜|击败|力克|险胜|大胜|完胜|轻取|不敌|负于|惜败|取胜|获胜|逆转))
    | [0-9]+(?:\.[0-9]+)?[比进][0-9]+(?![0-9.]*[%％万亿倍个家])
    | [0-9]{{3,4}}班(?!次|列)
    | [0-9]{{2}}后(?![续期])
    | [0-9]{{1,2}}[ ]?(?:世纪|年代|年级|季度|号线|楼(?!栋))
    | [0-9]+(?:\.[0-9]+)?(?:版(?!面|块|次|权)|强(?!化|度|力))
    | [0-9]+[ ]?[×xX*][ ]?[0-9]+(?:[ ]?[×xX*][ ]?[0-9]+)*
    | [0-9]+\+[0-9A-Za-z]+(?:\+[0-9A-Za-z]+)*
    """,
    re.VERBOSE,
)
_ARABIC_SIGNS = frozenset("\n\r班年月日号时時点點:：∶-—–~至到、,，/.·•比进后世季楼版强×xX*+路款级届学财赛 )）")
_BEFORE_MARKER = frozenset(("", *"\n(（[【。；;:：！？!?”\r\t \u3000"))
_LINE_START = frozenset(("", "\n"))
_NOTE = compiled("[0-9]{1,3}[]】]")
_BRACKETS = frozenset("[【")
_MARKER = compiled(r"[0-9]{1,3}(?: {0,2}、|\. {0,2}(?![0-9A-Za-z])|[)）])")
# 1.1 背景; but 1.1 亿元
_SECTION = compiled("[1-9]\\.[0-9]{1,2} {1,2}(?![百千万亿元%])(?=[\u4e00-\u9fff]{2})")
_CHINESE = compiled(
    rf"""
      [一二三四五六七八九零〇○]{{4}}\ ?年(?:[{_CN}]{{1,2}}月(?:[{_CN}]{{1,3}}[日号])?)?
    | (?!五六|六七|七八|八九)[五六七八九零〇][零〇一二三四五六七八九]\ ?年(?!级)
    | [{_CN}]{{1,2}}(?:至|到|、|—)?[{_CN}]{{0,2}}月(?!球|饼|亮|租|薪|均)份?(?:[{_CN}廿]{{1,3}}[日号])?
    | [{_CN}廿]{{1,4}}[日号](?!元|圆|圓|本)
    | [{_CN}两]{{1,3}}[点點](?!以[上下])(?:[钟半整许多]|[{_CN}]+分?)?
    | [{_CN}两]{{1,3}}时(?!期|代|间)
    | [{_CN}]+(?:世纪|年代|季度|年级|季报|中全会)
    | [{_CN}]+届(?:[{_CN}]+[中次]|中|全国|中央|人大|政协|省委|市委|常委|委员|[“"]?两委)
    | (?<=[届会大协委代联总局省市县区党国])[{_CN}]+次(?:全?体?会议|全会|代表大会|理事会|党代会|团代会)
    | [{_CN}](?:是|要|曰|者|来是|看)(?!元)
    | [{_CN}]+[、.．)）](?![{_CN}百千万]*[{_CN}百千万][{_CN}百千万]?(?:[个名项家位年天]))
    | 一(?P<x>.)一(?!家|个|名|倍|半|成|次|项|年|万|千|百|亿|十|点).
    | (?<=[“‘「"])[两三四五六七八九].[一二三四五六七八九].(?=[”’」"])
    """,
    re.VERBOSE,
)
_ADDRESS = compiled(r"(?:https?://|www\.)[!-~]+")
_MAIL = compiled(r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9.-]+")


def links(text: str) -> list[Span]:
    """Web and mail addresses: no number stands in them."""
    spans = [m.span() for m in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    at = text.find("@")
    while at >= 0:
        left = at - 64 if at > 64 else 0
        spans += [m.span() for m in _MAIL.finditer(text, left, at + 64)]
        at = text.find("@", at + 64)
    return sorted(spans)


@cache
def _code_words() -> tuple[str, ...]:
    return tuple(numbers().code_words)


@cache
def _numbered() -> tuple[str, ...]:
    return tuple(numbers().numbered)


@cache
def _reigns() -> tuple[str, ...]:
    return tuple(numbers().reigns)


def of_reign(text: str, start: int) -> bool:
    """民国三十八年: here 年 is a date."""
    return text.endswith(_reigns(), max(0, start - 3), start)


@cache
def _opinions() -> re.Pattern[str]:
    return compiled(f"[ 0-9{_CN}两]+[点點](?:[：:]|[^，。；]{{0,4}}{alternatives(numbers().opinions)})")


def opinions(text: str, start: int) -> bool:
    """三点意见: here 点 counts."""
    return _opinions().match(text, start) is not None


def arabic(text: str, start: int, end: int) -> int:
    """A date, time, code or name that begins with the digits `[start, end)`."""
    behind = text[end : end + 1]
    if behind == "年" and of_reign(text, start):
        return end + 1
    if behind in _ARABIC_SIGNS and (match := _ARABIC.match(text, start)):
        if text[match.end() - 1] in "点點" and opinions(text, start) and text[start - 2 : start] not in numbers().day:
            return 0
        return match.end()
    return 0


def name(text: str, start: int, end: int) -> int:
    """The end of a name in digits (12345热线, 863计划, 4S店) that begins with the digits `[start, end)`, or 0."""
    names = numbers().names
    if text[start:end] in names:
        return end
    return end + 1 if text[start : end + 1] in names else 0


def marker(text: str, start: int) -> int:
    """`1.` `2、` `(3)` where a line or sentence begins, and bracketed notes."""
    before = text[start - 1 : start]
    if before not in _BEFORE_MARKER:
        return 0
    match = _MARKER.match(text, start)
    if match is None and before in _BRACKETS:
        match = _NOTE.match(text, start)
    if match is None and text[start + 1 : start + 2] == "." and before in _LINE_START:
        match = _SECTION.match(text, start)
    return match.end() if match else 0


def label(text: str, start: int, end: int) -> int:
    """Where a label goes on to: 图3 and 图3-1."""
    match = _PARTS.match(text, end) if text[start - 1 : start] in LABELS else None
    return match.end() if match else end


LABELS = frozenset("双表图第章附号条款线卷册")
_PARTS = compiled("(?:[-—.·][0-9]+)*")


def code(text: str, start: int, end: int) -> bool:
    """A digit string behind 电话, 编号, 沪深 and the like, in brackets of its own, or spaced out digit by digit."""
    written = text[start:end]
    if len(written) > 1 and written[0] == "0" and written.isdigit():
        return True
    left, right = text[max(0, start - 12) : start], text[end : end + 2]
    if (left[-1:] == " " and left[-2:-1].isdigit()) or (right[:1] == " " and right[1:].isdigit()):
        return True
    if left[-1:] in _OPENING and right[:1] in _CLOSING and len(written) == 6:
        return True
    if left[-1:] in _DASHES and left[-2:-1] >= "\u4e00" and left[-2] not in _MINUS_BEHIND:
        return True  # 运-20, 北溪-2
    if left[-1:] in _COLONS and len(written) in _LINE and written.isdigit():
        return True  # 咨询：86512345
    if left[-1:] in _TIMES or (left[-1:] in _QUOTED and right[:1] in _QUOTED):
        return True
    if text[end : end + 1] == "-" and (parts := _PARTS.match(text, end)):
        end = parts.end()  # 渤中19-6气田
    return text.startswith(_numbered(), end) or left.rstrip(" :：.（(号为是").endswith(_code_words())


_OPENING = frozenset("(（")
_CLOSING = frozenset(")）.")
_TIMES = frozenset("×*")
_COLONS = frozenset(":：")
_LINE = frozenset({7, 8, 11})
"""How many digits a telephone number has."""
_DASHES = frozenset("-—")
_MINUS_BEHIND = frozenset("长降速率幅为是比到至达于加减跌涨值额")
_QUOTED = frozenset('“”"')


def chinese(text: str, start: int, end: int) -> int:
    """A date, time, list marker or paired formula (一户一策) that begins with the numeral `[start, end)`."""
    if text[end : end + 1] not in _CHINESE_SIGNS and text[start + 2 : start + 3] not in _PAIRED:
        return 0
    if text[end : end + 1] == "年" and of_reign(text, start):
        return end + 1
    if text[start - 2 : start] in numbers().day and (match := _CLOCK.match(text, start)):
        return match.end()
    match = _CHINESE.match(text, start)
    if match is None or (text[match.end() - 1] in "点點" and opinions(text, start)):
        return 0
    if match.end() < end or "点" in text[start:end] or "點" in text[start:end]:
        return 0
    return max(match.end(), end)


_CLOCK = compiled(f"[{_CN}两]{{1,3}}[点點](?:[零〇]?[{_CN}]{{1,3}}分?)?")
_CHINESE_SIGNS = frozenset("年月日号点點时世季是要曰者来看届次至到、—.．)）中")
_PAIRED = frozenset("一二三四五六七八九")


@cache
def _ordinal() -> re.Pattern[str]:
    named = alternatives(numbers().ordinal_names)
    listed = "(?:[、和](?:第[ ]?)?[二三])+产业"  # 第一、二、三产业
    guarded = f"产业(?!园)|{listed}|一(?!千|万|百|亿)|方(?!案|面|阵|队)|线(?!路)"
    return compiled(f"第 ?(?:[0-9]+|[零〇一二三四五六七八九十百]+) ?(?:{named}|{guarded})")


def ordinal(text: str, start: int) -> int:
    """The end of a name that begins with 第 (第12号, 第一产业, 第三方), or 0."""
    match = _ordinal().match(text, start)
    return match.end() if match else 0
