"""Where numbers may begin, and the commonest of them read on the spot."""

import re
from functools import cache
from string import ascii_letters, digits

from factx.mentions.quantity_amount import Amount
from factx.mentions.quantity_bounds import AFTER_FIRST, before
from factx.mentions.quantity_bounds import behind as bound_behind
from factx.mentions.quantity_context import FUNCTION, IS, KIN, NAMED_BY_ER, OPENS, STOPS
from factx.mentions.quantity_forms import DASHES
from factx.mentions.quantity_lexicon import alternatives, numbers, phrase_end, places, unit_index, units
from factx.mentions.quantity_numerals import FIRST
from factx.mentions.quantity_units import JOINS, LENGTHENED
from factx.mentions.quantity_vetoes import of_reign
from factx.patterns import compiled

# 一 behind these is no number: 每一个, 另一家, 统一.
_DETERMINERS = frozenset("每这這那某另哪唯惟統统之逐何")
_DIGITS = "零〇一二三四五六七八九十两半翻兩俩倆仨壹贰貳叁參肆伍陆陸柒捌玖拾廿卅卌"
_SCALE_WORDS = "百千万亿佰仟萬億"


@cache
def shapes() -> re.Pattern[str]:
    """A pattern for all places where a number may begin, with group 1 for dates and 2 to 4 for Arabic digits.

    A Chinese digit begins a word (一般, 三峡) unless what follows says otherwise; a scale word alone (百姓, 万元) is no
    number unless something bounds it.
    """
    short = {unit for unit in units() if len(unit) == 1}
    starts = {unit[:2] for unit in units() if unit[0] not in short}
    follow = (
        short | places() | FIRST | frozenset(" 点點分又余餘馀多几幾来來个個成折打番倍半-–~—至到月日号时時世季是要则")
    )
    words = (*numbers().before, *numbers().before_scale)
    leads = {word[-1] for word in words} | {"第", " "}
    chars = (follow, leads, STOPS, OPENS, FUNCTION, IS, _DETERMINERS, KIN)
    inside, before, stops, opens, function, verb, this, kin = (re.escape("".join(sorted(some))) for some in chars)
    digit = f"(?<=[{_DIGITS}])(?<![{this}]一)(?<!进一(?=步))(?<![上下]半)"
    follows = f"(?=[{inside}]|{alternatives(starts)})"
    stands = f"(?<=第.)|(?<![^{opens}].)(?=[{stops}]|$)|(?<![^{verb}].)(?=[{function}])|(?<=[俩仨])(?<![{kin}].)"
    scale = f"(?<=[{_SCALE_WORDS}])(?:(?=[{_SCALE_WORDS}{_DIGITS}余餘馀多 分元])|(?<=[{before}].))"
    return compiled(
        f"[0-9{_DIGITS}{_SCALE_WORDS}对對]"
        f"(?:(?<=[0-9])(?:{_DATE}|{_FIGURES})|(?<=翻)(?=[了近将超逾约])|{digit}(?:{follows}|{stands})|{scale}|(?<=打[对對])(?=折))"
    )


# Behind the first digit. Only the clearest dates are passed over here; the others are left to the vetoes.
_DATE = (
    "(?<!第.)((?<=[12])(?:(?<=1)9|(?<=2)0)[0-9]{2}年(?![ 度底初末代历前悠文])(?:[01]?[0-9]月[0-3]?[0-9]日)?"
    "|[0-9]?月(?![ 球饼亮租薪均活龄份0-9])|[0-9]?月[0-3]?[0-9]日|[0-9]?日(?![龄元圆圓本均产处]))"
)
_FIGURES = "([0-9]{0,9})(?:\\.([0-9]{1,6}))?(万亿|[万亿])?(?![0-9])|"


def plainly(text: str, match: re.Match[str], floor: int) -> Amount | int | None:
    """The amount at a match of `shapes`, where it is digits with a unit and nothing odd on either side.

    Else None, or where to read on if a fixed phrase stands there. It gives what the long way gives, some times faster;
    a test compares the two.
    """
    start, end = match.span()
    chinese = match.lastindex is None
    if chinese and (phrase := phrase_end(text, start)) > end + 1:
        return phrase
    last = text[start - 1 : start]
    lengths, plain_units = _plain_units()
    for length in lengths.get(text[end : end + 1], ()):
        name = text[end : end + length]
        if name in plain_units:
            break
    else:
        return None
    stop = end + len(name)
    measure, odd = plain_units[name]
    behind = text[stop : stop + 1]
    if measure is None or last in _ODD_BEFORE or behind in odd:
        return None
    if chinese and phrase >= stop:
        return None if behind in _ONES else phrase  # 一字一句
    value = _chinese(text, start, name) if chinese else _arabic(text[start], match, name)
    if value is None:
        return None
    begin, qualifier = (last in _bounds() and before(text, start, floor, name)) or (start, "exact")
    finish = stop
    if behind in AFTER_FIRST and (beyond := bound_behind(text, stop)):
        finish = beyond[0]
        qualifier = beyond[1] if begin == start else qualifier
    return Amount(begin, finish, value, None, name, (end, stop), measure, qualifier, (start, end), _CARDINAL)


def _arabic(first: str, match: re.Match[str], name: str) -> int | float | None:
    rest, decimals, scale = match.group(2, 3, 4)
    if (first == "0" and (rest or not decimals)) or (name[0] in _CALENDAR and rest):
        return None
    number = int(first + rest + (decimals or "")) * _SCALES[scale]
    parts: int = 10 ** len(decimals or "")
    return number / parts if number % parts else number // parts


def _chinese(text: str, start: int, name: str) -> int | None:
    """One digit that the unit counts, and no grade (三级), pair (一户一策), reduplication (一项项)."""
    digit = _ONES.get(text[start])
    if text[start] == "二" and name in NAMED_BY_ER:
        return None
    stop = start + 1 + len(name)
    if (name == "年" and of_reign(text, start)) or text[start - 1 : start + 1] == "三两":
        return None
    if (
        text[start + 2 : start + 3] in _ONES
        or name in numbers().numbering
        or name[0] in (text[stop : stop + 1], text[start - 1 : start])
    ):
        return None
    return digit


@cache
def _plain_units() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[str | None, frozenset[str]]]]:
    """The lengths of units by first character; each unit's measure (None for odd ones) and what is odd behind it."""
    lengths, openings = unit_index()
    table: dict[str, tuple[str | None, frozenset[str]]] = {}
    for name, unit in units().items():
        plain = not unit.as_base and name[0] not in _ODD_UNITS
        lengthened = JOINS | {"半"} if unit.measure == "count" else LENGTHENED
        table[name] = (unit.measure if plain else None, DASHES | lengthened | openings[name] | _LONGER.get(name, _NONE))
    return lengths, table


@cache
def _bounds() -> frozenset[str]:
    return frozenset(word[-1] for word in numbers().before) | {" "}


_CARDINAL = False
_SCALES: dict[str | None, int] = {None: 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_ONES = {digit: n for n, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_ODD_BEFORE = frozenset(ascii_letters + digits + "￥¥$€£币 -−负負零下前几数幾數氏度.,，~–—_#/·•:：第至×*")
_ODD_UNITS = frozenset("届级款点點大期批两班块塊起GTM兆平")
_CALENDAR = frozenset("年")
# 三次全会 may be the third, 三分之一 is a fraction, 两个半月 goes on.
_LONGER = {
    "次": frozenset("会全体代理党团"),
    "分": frozenset("之"),
    "个": frozenset("多半亿"),
    "個": frozenset("多半億"),
}
_NONE: frozenset[str] = frozenset()
