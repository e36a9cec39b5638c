"""Numbers that are more than a numeral with a unit: fractions, percent in words, halves, doublings, ranges."""

import re
from decimal import Decimal

from factx.mentions import quantity_numerals as numerals
from factx.mentions.numerals import Number, decimal
from factx.mentions.quantity_bounds import sign
from factx.mentions.quantity_lexicon import halved, units
from factx.mentions.quantity_numerals import Measured, Numeral
from factx.mentions.quantity_units import measured
from factx.patterns import compiled
from factx.text import Span

_SP = "[ \u00a0\u3000]{0,4}"
_OF = compiled(f"{_SP}分{_SP}之{_SP}(?P<sign>[负負]?)")
_SLASH = compiled("/(?P<below>[1-9][0-9]{0,2}|[1-9]0{3,6})(?![0-9./A-Za-z%])")
_MIXED = compiled(" (?P<above>[0-9]{1,4})/(?P<below>[1-9][0-9]{0,3})(?![0-9./])")
_AND = compiled(f"{_SP}又{_SP}")
_AND_SLASH = compiled(f"{_AND.pattern}(?P<above>[0-9]{{1,4}})/(?P<below>[1-9][0-9]{{0,3}})(?![0-9./])")
_PERCENT = compiled(f"(?P<below>[十百佰千仟万萬亿億]{{1,4}}){_OF.pattern}")
_DOUBLE = compiled("翻(?:了)?(?P<bound>近|将近|超|超过|逾|约)?(?P<times>[一二两三四五六])?(?P<of>番|倍)(?P<more>多)?")
_HALVED = {"米", "克", "平方米", "升", "秒", "个月"}
_NO_HALF_BEFORE = frozenset("上下前后大小多过一减对各两折东西南北夜每参泰")
_DASH = compiled(
    f"{_SP}(?:-|(?:[–~]|—{{1,2}}(?!—)|至|到){_SP}(?P<minus>[-−负負]|零下)?(?:零上)?)"
    f"{_SP}[¥￥$€£]?(?P<percent>[百佰]{_SP}分{_SP}之{_SP})?(?=[0-9零一二两三四五六七八九十百千])"
)
DASHES = frozenset(" -–~—至到")
_SCALES = frozenset("十百千万亿萬億")


def fraction(text: str, whole: Numeral) -> Measured | None:
    """三分之一, 3/5, 一又二分之一: the value; a fraction is a share without a unit."""
    behind = text[whole.end : whole.end + 1]
    if behind == "/" and (match := _SLASH.match(text, whole.end)) and text[whole.start : whole.end].isdigit():
        return _share(match.end(), whole.value / Decimal(match["below"]))
    if behind == " " and text[whole.start : whole.end].isdigit() and (match := _MIXED.match(text, whole.end)):
        return _share(match.end(), whole.value + Decimal(match["above"]) / Decimal(match["below"]))
    if behind and behind in "分又 ":
        if match := _OF.match(text, whole.end):
            return _over(text, whole, match)
        if match := _AND_SLASH.match(text, whole.end):
            return _share(match.end(), whole.value + Decimal(match["above"]) / Decimal(match["below"]))
        if (match := _AND.match(text, whole.end)) and (below := _read(text, match.end())):
            of = _OF.match(text, below.end)
            part = _over(text, below, of) if of else None
            return part._replace(low=whole.value + part.low) if part else None
    return None


def _over(text: str, below: Numeral, of: re.Match[str]) -> Measured | None:
    above = _read(text, of.end())
    if above is None or not below.value or above.high is not None:
        return None
    value = Decimal(above.value) / below.value
    return _share(above.end, -value if of["sign"] else value)


def _share(end: int, value: Number) -> Measured:
    return Measured(end, value, None, None, None, "share", more=False)


def _read(text: str, at: int) -> Numeral | None:
    """A numeral at a place, 百 in 百分之百 too."""
    behind = text[at : at + 1]
    if not behind or behind not in numerals.FIRST:
        return None
    return numerals.read(text, at) or numerals.scale_alone(text, at)


def percent(text: str, start: int) -> Measured | None:
    """百分之五, 千分之三, 百分百 in percent, from the scale word at `start`; None if it says none (百分之几)."""
    if text.startswith("百分百", start):
        return Measured(start + 3, 100, None, "%", None, "share", more=False)
    match = _PERCENT.match(text, start)
    above = _read(text, match.end()) if match else None
    below = decimal("一" + match["below"]) if match else None
    if match is None or above is None or below is None or below == 10:
        return None
    ratio = (-100 if match["sign"] else 100) / below
    high = None if above.high is None else above.high * ratio
    found = Measured(above.end, above.value * ratio, high, "%", None, "share", more=above.more)
    behind = measured(text, above)
    return found if behind.unit else found._replace(more=behind.more, end=behind.end)


def one_half(text: str, start: int) -> Measured | None:
    """一半 as 50 %."""
    if text.startswith("一半", start):
        return Measured(start + 2, 50, None, "%", None, "share", more=False)
    return None


def half_price(start: int) -> Measured:
    """打对折 as 50 %."""
    return Measured(start + 2, 50, None, "%", None, "share", more=False)


def half(text: str, start: int) -> tuple[Measured | None, int]:
    """半小时, 半斤, 半个世纪, 半百 with the end of the numeral; none in 上半年, 半数, 半导体."""
    if start and text[start - 1] in _NO_HALF_BEFORE:
        return None, start
    if text.startswith("百", start + 1):
        return Measured(start + 2, 50, None, None, None, None, more=False), start + 2
    found = measured(text, Numeral(start, start + 1, Decimal("0.5"), None, more=False))
    unit = units().get(found.unit or "")
    if text[found.end - 1] == "折":
        return found._replace(low=found.low * 10), start + 1
    halved = unit is not None and (unit.base in _HALVED or unit.measure == "duration" or _is_halved(text, start, found))
    return (found if halved or found.unit == "%" or text[found.end - 1] == "打" else None), start + 1


def _is_halved(text: str, start: int, found: Measured) -> bool:
    """半杯水, 半个苹果, 半块钱; but 半个身子 says nothing."""
    return (
        found.unit in halved() or found.unit in {"个", "张", "块", "片", "桶", "包"} or text.startswith("半块钱", start)
    )


def doubling(text: str, start: int) -> tuple[Measured, str] | None:
    """翻一番 is 2 倍, 翻两番 4 倍; 翻番 and 翻倍 are 2; with the bound inside (翻了近一番) or ``."""
    match = _DOUBLE.match(text, start)
    if match is None or (match["of"] == "倍" and match["times"]):
        return None
    value = 2 ** int(decimal(match["times"] or "一") or 1)
    return Measured(match.end(), value, None, "倍", None, "times", more=bool(match["more"])), match["bound"] or ""


def ranged(text: str, first: Measured, number: Span, floor: int) -> tuple[Measured, int, int] | None:
    """`first` as the lower end of a range (3—5, 10到15万元), with the end and the start of the upper numeral.

    The sign of the lower end (-5~3℃) is left to the reader of signs, the range without it must rise all the same.
    """
    if text[first.end : first.end + 1] not in DASHES:
        return None
    dash = _DASH.match(text, first.end)
    if dash is None or first.high is not None or first.half:
        return None
    upper = _read(text, dash.end())
    if upper is None or upper.high is not None:
        return None
    if first.unit == "%" and first.span is None and not dash["percent"] and "分" in text[number[0] : first.end]:
        if text[number[0]] not in "百佰":
            return None
        second = Measured(upper.end, upper.value, None, "%", None, "share", more=False)
    else:
        second = measured(text, upper)
    if dash["percent"]:
        second = second._replace(unit="%", measure="share", span=None)
    if first.unit is not None and second.unit != first.unit:
        return None
    low = first.low
    if first.unit is None:
        low = _scaled(text[number[0] : number[1]], low, text[upper.start : upper.end], upper.value)
        if second.unit and second.span is None and upper.value and not dash["percent"]:
            low = low * Decimal(second.low) / upper.value
    if dash.group() == " -" and text[number[0] - 1 : number[0]] == "-":
        return None  # -2.6 -2.1 in a table
    high = -second.low if dash["minus"] else second.low
    if not (-low if sign(text, number[0], floor, second.unit, second.measure) else low) < high:
        return None
    return second._replace(low=low, high=high, more=False), upper.end, upper.start


def _scaled(lower: str, low: Number, upper: str, high: Number) -> Number:
    """The lower end takes the scale word of the upper where only that has one: 10到15万, 三十五到四十万, 二到三十."""
    digits = upper.rstrip("万亿萬億 ")
    if len(digits) == len(upper):
        digits = upper.rstrip("十百千 ")
        if not _SCALES.isdisjoint(lower):
            return low
    scale = decimal("一" + upper[len(digits) :].strip()) if digits and len(digits) < len(upper) else None
    if scale is None or not _GROUPS.isdisjoint(lower) or low >= high / scale:
        return low
    return low * scale


_GROUPS = frozenset("万亿萬億")
