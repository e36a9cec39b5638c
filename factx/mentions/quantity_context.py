"""Whether a numeral counts as a number where it stands: bare numerals in running text often do not."""

import re
from decimal import Decimal
from functools import cache
from string import ascii_letters

from factx.mentions.quantity_bounds import currency
from factx.mentions.quantity_lexicon import alternatives, data, numbers
from factx.mentions.quantity_numerals import FIRST, Measured, Numeral
from factx.mentions.quantity_vetoes import LABELS
from factx.patterns import compiled

_SURE = frozenset({"share", "points", "times"})
_LETTERS = frozenset(ascii_letters)
_JOINERS = frozenset("-—_/#·.")
_SCALES = frozenset("百千万亿萬億")
_YEAR = compiled("(?:19|20)[0-9]{2}")
_MONTH = compiled(r"(?:19|20)[0-9]{2}\.(?:[1-9]|1[0-2])")
_DAY = compiled("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_SPACED_NAME = compiled("[A-Z]{2,}(?:/[A-Z]+)* $|[A-Z][A-Za-z]+ $")
# A bare Chinese number below ten thousand counts where the text stops, not before a noun; a single digit also before a
# function word behind 是 (是五不是四), and where a word that wants a number goes before.
STOPS = frozenset("。，,；;！!？?”’」』\"'\n\r）)…：及且")
FUNCTION = frozenset("的和与不而却这那或")
OPENS = frozenset("是为于等前居列第夺得“‘「『\"'负負到至了")
IS = frozenset("是为前")
# 夫妻俩 counts nobody; 俩苹果 counts.
KIN = frozenset("伎咱他她它我你您们妻夫子弟妹姐兄哥儿女母父爷孙友伴娘爸妈婆媳姑嫂叔侄师徒这那人口生")
_GRADES = frozenset("一二三四五六七八九")


def bare_range(text: str, start: int, end: int) -> bool:
    """Whether a range without a unit is one: 3-5 is, a span of years, 图3-1 and 0531-88 are not."""
    written = text[start:end]
    if text[start - 1 : start] in LABELS or written[0] == "0" or _is_name(text, start):
        return False
    if text[start - 1 : start] == "从":
        return False  # 从0到1
    return not _YEAR.match(written) and text[end : end + 1] not in {"-", "/"} and len(written) < 12


def counts(text: str, numeral: Numeral, found: Measured) -> bool:
    """Whether an Arabic numeral is a number: no model (A4), year (2021), standard (ISO 9001), label (图3)."""
    start, end = numeral.start, numeral.end
    last = text[start - 1 : start] if start else ""
    named = last in _LETTERS and not text.endswith(_SCALES_OF, 0, start) and currency(text, start, 0) is None
    glued = named or _is_name(text, start)
    written = text[start:end]
    if found.unit in _DATA and not _says_data(text, numeral, found):
        return False
    if written[0] == "0" and found.measure == "count" and written.isdigit() and len(written) > 1:
        return False  # 055型
    if found.unit is not None and not glued:
        return found.measure != "count" or not _MONTH.fullmatch(written)  # 自2021.12起
    scaled = not _SCALES.isdisjoint(written)
    if glued:
        return found.unit is not None and (found.measure in _SURE or scaled or found.unit.endswith("元"))
    if text[end : end + 1] == "/" and found.measure == "share" and not 0 < found.low <= 1:
        return is_all(text, numeral._replace(end=found.end))  # 130/90, 3/0
    if found.more or scaled or found.measure is not None:
        return True
    behind = text[found.end : found.end + 1]
    if behind in _LETTERS or behind in {"#", "_"}:
        return False
    if len(written) < 3 and _is_label(last, behind):
        return False
    if _DAY.fullmatch(written) or _is_version(written, last, behind):
        return False
    if _YEAR.fullmatch(written) or _MONTH.fullmatch(written):
        return len(text) < 64 and text.strip() == written
    if last == " " and _SPACED_NAME.search(text[max(0, start - 12) : start]):
        return currency(text, start, 0) is not None
    return last not in LABELS and not (len(written) > 10 and written.isdigit())


def _is_label(last: str, behind: str) -> bool:
    """问题2：, and headings of lines: 1工作情况."""
    if behind in _COLONS:
        return "\u4e00" <= last <= "\u9fff" and last not in _TOLD
    return last == "\n" and "\u4e00" <= behind <= "\u9fff"


_COLONS = frozenset(":：")


def _is_version(written: str, last: str, behind: str) -> bool:
    """工业4.0，教育2.0时代; but 达到4.0, 2.0排量."""
    glued = "\u4e00" <= last <= "\u9fff" and last not in _TOLD
    return glued and _VERSION.fullmatch(written) is not None and (not behind or behind in _OF_VERSION)


_VERSION = compiled(r"[1-9]\.0")
_TOLD = frozenset("为是达到至由从的约近超过比于增降升加减乘除以分均值高低多少")
_OF_VERSION = frozenset("时版模升的计工行战平体") | STOPS
_SCALES_OF = ("pH", "PH")
_DATA = frozenset("GT")
_GENERATIONS = frozenset({2, 3, 4, 5, Decimal("5.5"), 6})


def _says_data(text: str, numeral: Numeral, found: Measured) -> bool:
    """16G, 5G流量, 1T硬盘; but 5G is a generation, 1.5T核磁 a field and 1.8T发动机 an engine."""
    if text.startswith(data(), found.end):
        return True
    if found.unit == "G":
        return numeral.value not in _GENERATIONS
    return not "\u4e00" <= text[found.end : found.end + 1] <= "\u9fff"


def _is_name(text: str, start: int) -> bool:
    """Behind a letter and a hyphen (COVID-19), or in a path."""
    return text[start - 1 : start] in _JOINERS and start > 1 and text[start - 2] in _LETTERS


def is_all(text: str, numeral: Numeral) -> bool:
    """Whether the text is nothing but the numeral: then it is a number, whatever it looks like."""
    return len(text) < 64 and text.strip(" -负負\n") == text[numeral.start : numeral.end]


def stands_alone(text: str, numeral: Numeral, end: int) -> bool:
    """Whether a bare Chinese numeral is a number: it has a large scale, or nothing is glued to it."""
    written = text[numeral.start : numeral.end]
    last = text[numeral.start - 1 : numeral.start] if numeral.start else ""
    behind = text[end : end + 1]
    if behind == " ":
        behind = text[end : end + 9].lstrip(" ")[:1]
    stops = not behind or behind in STOPS or behind in _SCALES
    if written in "俩仨":
        return last not in KIN
    if len(written) == 1 and not (written == "十" and end > numeral.end):  # 十几, 十多
        return (stops and last in OPENS and (written not in _CAPITALS or last in IS)) or (
            behind in FUNCTION and (not last or last in IS)
        )
    if last == "月":
        return False  # 腊月二十三
    if _SCALES.isdisjoint(written) and "十" not in written and "点" not in written and "點" not in written:
        return False  # digits in a row are a year, a name, a date: 一二九, 五四
    quoted = last in _QUOTES and behind in _QUOTES
    return (stops and not (quoted and numeral.value < 100)) or not _LARGE.isdisjoint(written)


_CAPITALS = frozenset("壹贰貳叁參肆伍陆陸柒捌玖拾")
_QUOTES = frozenset("“”‘’「」\"'")
_LARGE = frozenset("万亿萬億")


def is_degree(text: str, start: int, found: Measured) -> bool:
    """零下两度, 摄氏三度: here a phrase (两度, 三度) measures."""
    return found.unit == "度" and text[start - 1 : start] in _TEMPERED and start > 0


_TEMPERED = frozenset("下上氏负負-")


def is_article(text: str, numeral: Numeral, found: Measured) -> bool:
    """一项项, 一项一项, 挺一挺: each of many, or a verb said twice; but 三次一次 counts."""
    if found.unit is None or numeral.value != 1:
        return False
    if text.startswith((found.unit, f"一{found.unit}"), found.end):
        return True
    before = text[max(0, numeral.start - 2) : numeral.start].rjust(2)
    said_twice = before[0] not in FIRST and found.measure != "duration"  # 挺一挺, but 去年一年
    return before[1] == found.unit[0] and (before[0] == "一" or said_twice)


def is_vague(text: str, start: int) -> bool:
    """几十, 数百: nobody knows how many; but 总数十个."""
    if text[start] == "两" and text[start - 1 : start] == "三":
        return True  # 三两天
    return (
        text[start - 1 : start] in _VAGUE_BEFORE
        and text[start] in "十百千万"
        and text[start - 2 : start - 1] not in _COUNTED
    )


_VAGUE_BEFORE = frozenset("几数幾數")
_COUNTED = frozenset("人总户次件倍参指")


def numbering(text: str, start: int, unit: str | None) -> bool:
    """二期工程, 三级医院: here the digit names a place in a row."""
    if text[start] not in _GRADES:
        return False
    if text[start] == "二" and unit in NAMED_BY_ER and text.startswith(unit, start + 1):
        return True
    return unit in numbers().numbering or (unit == "期" and _phase().match(text, start) is not None)


NAMED_BY_ER = frozenset({"处", "科", "组", "班", "部", "队", "所"})
"""二处, 二科: departments; where such things are counted one says 两."""


@cache
def _phase() -> re.Pattern[str]:
    return compiled(f"[一二]期|.期(?!{alternatives(numbers().terms)})")


_NOT_MEASURED = frozenset("级产企集园工项大俱镇县强村乡城以")


def scale_measures(text: str, numeral: Numeral, found: Measured) -> bool:
    """千万元, 百亿斤: two scale words with a measured unit say an amount; 千亿级, 百亿元企业 only sort."""
    last = text[numeral.start - 1 : numeral.start] if numeral.start else ""
    return (
        numeral.end - numeral.start > 1
        and found.measure == "amount"
        and last not in _VAGUE
        and text[found.end : found.end + 1] not in _NOT_MEASURED
    )


_VAGUE = frozenset("几数成每上好多按以亿万个")
