"""Numerals in running text: where one ends, what it is worth, and whether it leaves something over (十余万)."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from factx.mentions.numerals import Number, adjacent, decimal
from factx.mentions.quantity_lexicon import alternatives, data, unit_at, units
from factx.patterns import compiled
from factx.text import Span

_SP = "[ \u00a0\u3000]{0,4}"
_PIECES = "(?:[个個](?=[亿億](?!元)))?"
"""5个亿; but 5个亿元以上项目 counts projects."""
_ONE = "零〇一二三四五六七八九两兩俩倆仨壹贰貳叁參肆伍陆陸柒捌玖廿卅卌"
_SCALE = "十拾百佰千仟万萬亿億兆"
_MORE = "余餘馀多几幾来來"
_ARABIC = compiled(r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)?(?:\.[0-9]+)?")
_FIGURES = compiled(f"[0-9.{_ONE}{_SCALE}]+")
_RUN = compiled(f"[{_ONE}{_SCALE}]+")
_BEGINS = compiled(f"[百佰千仟](?=[{_ONE}])(?![{_ONE}]{{2}})")
FIRST = frozenset("0123456789" + _ONE + _SCALE)


class Numeral(NamedTuple):
    """A numeral `[start, end)` of a text; `high` is its upper end where it names two (三五, 七八十)."""

    start: int
    end: int
    value: Number
    high: Number | None
    more: bool


class Measured(NamedTuple):
    """A numeral with its unit: `end` behind the unit, the value in that unit."""

    end: int
    low: Number
    high: Number | None
    unit: str | None
    span: Span | None
    measure: str | None
    more: bool
    half: bool = False


@cache
def _scale(guarded: str) -> str:
    """A scale word that is no part of a unit: not the 百 of 百分点, the 千 of 千瓦."""
    ways = ["[十拾佰仟万萬]", "[亿億]"]
    for word in "百千兆":
        own = alternatives(w[1:] for w in units() if w[0] == word and len(w) > 1)
        percent = f"|分{_SP}[点點位比数制]" if word == "百" else ""
        ways.append(f"{word}(?!{own}{percent})" if word in guarded else word)
    return f"(?:{'|'.join(ways)})"


@cache
def _arabic_tail() -> re.Pattern[str]:
    scale = _scale("百千兆")
    first = f"{_SP}(?:[{_MORE}]{_SP}(?=[{_SCALE}]|[个個][亿億](?!元)))?{_PIECES}"
    first += f"(?:十(?=[万亿])|{scale.replace('十拾', '')})"
    then = (
        f"{_SP}[零〇]?[0-9]+(?:\\.[0-9]+)?(?={_SP}[{_SCALE}])|[零〇]?[0-9]+(?![0-9A-Za-z.年月日号%％])"
        f"|{_SP}[零〇]?[{_ONE}]+(?=[{_SCALE}])|{_SP}[{_MORE}]?{_SP}{scale}"
    )
    ten = f"{_SP}[×xX*]{_SP}10(?:(?:\\^|\\*\\*)[+-]?[0-9]{{1,2}}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})(?![0-9A-Za-z.])"
    power = rf"[eE][+-]?[0-9]{{1,2}}(?![0-9A-Za-z])|\^[+-]{{0,2}}[0-9]{{1,2}}|{ten}"
    latin = f"{_SP}[0-9](?={_SP}折)|{_SP}[kKM](?![A-Za-z0-9²³/-])|w(?![A-Za-z0-9])|{power}"
    return compiled(f"{latin}|{first}(?:{then})*")


@cache
def _chinese() -> re.Pattern[str]:
    # 两 is a digit before a scale word, in 一两 and at the head; else it is a weight: 三十两.
    one = f"(?:[{_ONE.replace('两', '').replace('兩', '')}]|(?<=一)[两兩]|[两兩](?={_SP}[{_SCALE}]))"
    more = f"(?:[{_MORE}]{_SP}(?=[{_SCALE}]|[个個][亿億](?!元)))?{_PIECES}"
    after_scale = f"{_SP}{one}(?={_SP}[{_SCALE}点點])|{_SP}{one}(?!{_SP}[{_ONE}])"
    step = f"{one}|{_SP}{one}(?={_SP}折)|{_SP}{more}{_scale('百兆')}(?:{after_scale})?"
    point = (
        f"{_SP}[点點]{_SP}(?:[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+(?!{_SP}[十拾])|[0-9]+)"
        f"(?:{_PIECES}{_scale('百千兆')})*"
    )
    return compiled(f"(?:[{_ONE}十拾]|[百佰千仟](?=[{_ONE}]))(?:{step})*(?:{point})?")


@cache
def _prefixed() -> re.Pattern[str]:
    """Units that begin with a scale word: 千克, 兆帕, 百帕."""
    return compiled(alternatives(w for w in units() if w[0] in "百千兆" and len(w) > 1))


def read(text: str, start: int) -> Numeral | None:
    """The numeral that begins at `start`, or None."""
    return arabic(text, start) if "0" <= text[start] <= "9" else chinese(text, start)


def arabic(text: str, start: int) -> Numeral | None:
    """The numeral that begins with the Arabic digit at `start`."""
    match = _ARABIC.match(text, start)
    end = match.end() if match else start
    if text[end : end + 1] == " " and end < start + 4:
        end = _spaced(text, start) or end
    if text[end : end + 1] in _GROWS and (tail := _arabic_tail().match(text, end)):
        end = tail.end()
        end -= _is_data(text, end)
    worth = _worth(text[start:end]) if end - start <= _LONGEST else None
    return None if worth is None else Numeral(start, end, *worth)


def _is_data(text: str, end: int) -> bool:
    """Whether the last character of a numeral is a unit of data: 200兆宽带, 10M 光纤."""
    return text[end - 1] in "M兆" and text.startswith(data(), unspaced(text, end))


def _spaced(text: str, start: int) -> int:
    """The end of a number whose thousands are parted by spaces, or 0: in a table these may be numbers side by side."""
    match = _THOUSANDS.match(text, start)
    if match is None or (start > 1 and text[start - 1] == " " and text[start - 2].isdigit()):
        return 0
    whole = not start and match.end() == len(text)
    return match.end() if whole or (match.end() > start + 7 and unit_at(text, unspaced(text, match.end()))) else 0


_THOUSANDS = compiled("[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]| [0-9])")


def chinese(text: str, start: int) -> Numeral | None:
    """The numeral that begins with the Chinese digit or scale word at `start`."""
    match = _chinese().match(text, start)
    if match is None:
        return None
    end = match.end()
    if end == start + 1:
        return Numeral(start, end, _ONES[text[start]], None, more=False) if text[start] in _ONES else None
    if end - start > _LONGEST:
        return None
    # 三千克 is 三 千克, and 五十千瓦 五十 千瓦, but 两万五千米 is 两万五千 米.
    if text[end - 1] in _LEADING and (unit := _prefixed().match(text, end - 1)):
        before = text[end - 2]
        if before in "十百" or (end - start == 2 and unit.group() != "千米"):
            end -= 1
    end -= _is_data(text, end)
    lower = arabic(text, end) if text[end - 1] in _LARGE and text[end : end + 1].isdigit() else None
    if lower and not text[end : lower.end].isdigit():
        worth = _worth(text[start : lower.end])
        if worth and worth[1] is None:
            return Numeral(start, lower.end, *worth)  # 三万3千600
    worth = _worth(text[start:end])
    while worth is None and end > start + 1 and text[end - 1] in _SCALES:
        end -= 1
        if text[end - 1] in _ONES and text[end] in text[start:end] and not _prefixed().match(text, end):
            return None  # 二百三百 is no number, 一千零七千瓦 is
        worth = _worth(text[start:end])
    return None if worth is None else Numeral(start, end, *worth)


@lru_cache(maxsize=8192)
def _worth(written: str) -> tuple[Number, Number | None, bool] | None:
    """What a numeral is worth: its value, its upper end (七八十), whether it leaves something over (十余万)."""
    if both := adjacent(written):
        return _whole(both[0]), _whole(both[1]), False
    if len(written) > 1 and not _PAIR.isdisjoint(written[:-1]) and _SCALES.isdisjoint(written):
        whole, point, tenths = written.replace("點", "点").partition("点")
        if not point or len(whole.strip()) > 1 or not _PAIR.isdisjoint(tenths):
            return None  # 两 is no digit among digits, but 两点五 is 2.5
    number = decimal(written)
    return None if number is None else (_whole(number), None, not _SAID.isdisjoint(written))


def _whole(number: Decimal) -> Number:
    return int(number) if abs(number) < _HUGE and number % 1 == 0 else number


_HUGE = 10**25  # an int of a thousand digits would be slower than its Decimal
_GROWS = frozenset(" 十拾百佰千仟万萬亿億兆个個kKMweE^×xX*") | frozenset(_MORE)
_SAID = frozenset(_MORE)
_PAIR = frozenset("两兩俩倆仨")
_SCALES = frozenset(_SCALE + " ")
_LARGE = frozenset("万萬亿億")
_LEADING = frozenset("百千兆")
_LONGEST = 80  # characters; no numeral is longer, and longer ones are not read
_ONES = {digit: int(number) for digit in _ONE + "十拾" if (number := decimal(digit)) is not None}


def scale_alone(text: str, start: int) -> Numeral | None:
    """百, 千万, 百亿 without a digit, as in 近百家, 千余人: one of them."""
    match = _ALONE.match(text, start)
    number = decimal("一" + match.group()) if match else None
    return Numeral(start, match.end(), number, None, more=False) if match and number is not None else None


_ALONE = compiled("[百佰千仟万萬亿億]{1,4}(?![百佰千仟万萬亿億]|分之)")


def begins(text: str, start: int) -> bool:
    """Whether the scale word at `start` begins a numeral: 百三 is 130."""
    return _BEGINS.match(text, start) is not None


def unspaced(text: str, at: int) -> int:
    """`at`, or behind the few spaces that stand there."""
    if text[at : at + 1] != " ":
        return at
    return at + len(text[at : at + 5]) - len(text[at : at + 5].lstrip(" "))


def run_end(text: str, start: int) -> int:
    """The end of the Chinese digits and scale words that stand together from `start` on."""
    match = _RUN.match(text, start)
    return match.end() if match else start + 1


def figures_end(text: str, start: int) -> int:
    """The end of the Arabic digits that stand together from `start` on."""
    match = _FIGURES.match(text, start)
    return max(start + 1, match.end()) if match else start + 1
