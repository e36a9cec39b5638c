"""The unit behind a numeral, and what the unit does to the value: scale, halves, tenths, smaller units."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from factx.mentions import quantity_numerals as numerals
from factx.mentions.quantity_lexicon import Unit, alternatives, unit_pattern, unit_table, units
from factx.mentions.quantity_numerals import Numeral
from factx.text import Span

_SP = "[ \u00a0\u3000]{0,4}"
_HALF_OF = "年天月数径导岛封自决夜途场路程边球机价成山空坡"  # 半年, 半数: here 半 begins another word
_NO_TENTHS = "立果功员为绩本长熟就分套都人品交效因活份教型才了批百千"  # 成立, 成果: here 成 begins another word
_DISCOUNT_NO = "叠页扇射旧算合返腾磨子中断"
_DOZEN_NO = "击造破响好通开工算牢赢消压卡包印扮擂折的出在得掉"
# 两年多, 五倍多; but 两年多次, 五米多高层
_MANY = re.compile("多(?![次项个种元样方边层功媒名家位部所处地点措渠维场少数于轮期角级党国民彩重头晶式片套起条份批])")
_DIGITS = numerals.FIRST
_TENTHS = re.compile(f"{_SP}(?P<tenth>[一二三四五六七八九半])(?P<point>分[一二三四五六七八九半])?")
# 壹分 is money: capital digits stand in accounts, else in 伍 (队伍), 陆 (大陆), 拾 (收拾).
_CAPITALS = frozenset("壹贰貳叁參肆伍陆陸柒捌玖拾")


class Measured(NamedTuple):
    """A numeral with its unit: `end` behind the unit, the value in that unit."""

    end: int
    low: Decimal
    high: Decimal | None
    unit: str | None
    span: Span | None
    measure: str | None
    more: bool
    half: bool = False


@cache
def _tail() -> re.Pattern[str]:
    unit = unit_pattern()
    places = alternatives(units().places)
    return re.compile(
        f"(?:{_SP}(?P<more>[余餘]|多(?!元化|样化|式联)|[来來几幾](?=[^0-9])|\\+(?![0-9A-Za-z])))?"
        f"(?:{_SP}[个個](?P<mid>[多半])(?P<inner>月|小时|小時|星期|礼拜|钟头|百分点|世纪|季度|学期|工作日|亿)"
        f"|{_SP}(?P<unit>{unit})|(?<=[三十])(?P<place>{places}))?"
    )


@cache
def _joined() -> re.Pattern[str]:
    """What may lengthen a unit: 元/吨, 台(套), 部、篇、件."""
    unit = unit_pattern()
    one = alternatives(w for w in unit_table() if len(w) == 1)
    return re.compile(rf"(?:[/／·](?:{unit}))+|[（(](?:{unit})[)）]|(?:、(?:{one}))+(?![\u4e00-\u9fff])")


@cache
def unit_at() -> re.Pattern[str]:
    """A pattern for a unit at a place."""
    return re.compile(unit_pattern())


def measured(text: str, numeral: Numeral) -> Measured:
    """The numeral with the unit that stands behind it, if one does."""
    start = numeral.end
    bare = Measured(start, numeral.value, numeral.high, None, None, None, numeral.more)
    behind = text[start : start + 1]
    if behind == " ":
        behind = text[start : start + 5].lstrip(" ")[:1]
    if behind in _SPECIAL and (special := _SPECIAL[behind](text, bare)):
        return special
    match = _tail().match(text, start)
    if match is None or match.end() == start:
        return bare
    more = match["more"]
    if more and more in "来來几幾" and text[start - 1] not in "十百千万拾":
        return bare
    bare = bare._replace(more=bare.more or bool(more), end=match.end("more") if more else start)
    if match["mid"]:
        return _middle(bare, match)
    name = match["unit"] or match["place"]
    if name is None:
        return bare
    table = unit_table()
    if _CAPITALS.issuperset(text[numeral.start : numeral.end]):
        if name == "分":
            return bare._replace(end=match.end(), low=bare.low.scaleb(-2), unit="元", measure="amount")
        if numeral.end - numeral.start == 1 and table[name].base != "元":
            return bare
    if name == "大" and (numeral.value < 2 or numeral.value % 1 or bare.more):
        return bare
    whole = bare._replace(end=match.end(), unit=name, span=match.span("unit" if match["unit"] else "place"))
    return _lengthened(text, _valued(whole, table[name]), table[name])


def _middle(bare: Measured, match: re.Match[str]) -> Measured:
    """两个半月, 三个多小时: 半 or 多 inside the unit."""
    inner = match["inner"]
    half = match["mid"] == "半"
    low = bare.low + Decimal("0.5") if half else bare.low
    low = low.scaleb(8) if inner == "亿" else low
    whole = bare._replace(low=low, end=match.end(), more=bare.more or not half)
    if inner == "亿":
        return whole
    # 个 belongs to the unit where the unit alone would mean something else.
    own = f"个{inner}" in unit_table() and not unit_table()[f"个{inner}"].as_base
    span = None if own else match.span("inner")
    return whole._replace(
        unit=f"个{inner}" if own else inner, span=span, measure="points" if inner == "百分点" else "duration"
    )


def _valued(found: Measured, unit: Unit) -> Measured:
    """The measure of the unit, and the value in its base where reports tell it so."""
    if not unit.as_base:
        return found._replace(measure=unit.measure)
    factor = Decimal(str(unit.factor))
    span = found.span
    if span and found.unit and unit.base in found.unit:
        at = span[0] + found.unit.index(unit.base)
        span = (at, at + len(unit.base))
    else:
        span = None
    return found._replace(
        low=found.low * factor,
        high=None if found.high is None else found.high * factor,
        unit=unit.base,
        span=span,
        measure=unit.measure,
    )


def _lengthened(text: str, found: Measured, unit: Unit) -> Measured:
    """A unit with what belongs to it: a second unit, a half, smaller units, 多."""
    end = found.end
    behind = text[end : end + 1]
    if behind in "/／·(（、" and behind and found.span and (match := _joined().match(text, end)):
        end = match.end()
        return found._replace(end=end, unit=text[found.span[0] : end], span=(found.span[0], end))
    if found.high is None and behind in _DIGITS and (smaller := _smaller(text, found, unit)):
        return smaller
    if behind in {"又", "零"} and text[end + 1 : end + 2] in _DIGITS and (smaller := _smaller(text, found, unit, skip=1)):
        return smaller
    if unit.measure == "count":
        return found
    if behind == "半" and text[end + 1 : end + 2] not in tuple(_HALF_OF) and found.high is None:
        return found._replace(end=end + 1, low=found.low + Decimal("0.5"))
    if behind == "多" and _MANY.match(text, end):
        return found._replace(end=end + 1, more=True)
    return found


def _smaller(text: str, found: Measured, unit: Unit, skip: int = 0) -> Measured | None:
    """元 with 角 and 分, 公里 with 米: the smaller unit is added to the larger; 三块五, 一米七 leave it out."""
    rest = numerals.read(text, found.end + skip)
    if rest is None or rest.high is not None or rest.value < 0:
        return None
    base, factor = ("元", Decimal(1)) if found.unit in {"块", "塊"} else (unit.base or found.unit, Decimal(str(unit.factor)))
    match = unit_at().match(text, rest.end)
    if match is None:
        return _tenth(text, found, rest, base)
    name = match.group()
    money = {"分": Decimal("0.01")} if base == "元" else {"分": Decimal(60)} if base == "秒" and factor > 60 else {}
    below = unit_table()[name]
    less = money.get(name, Decimal(str(below.factor)) if below.base == base and base else Decimal(0))
    if not 0 < less < factor:
        return None
    scale = Decimal(1) if unit.as_base else factor
    value = found.low + rest.value * less / scale
    whole = found._replace(end=match.end(), low=value)
    if found.unit in {"块", "塊"}:
        whole = whole._replace(unit="元", span=None, measure="amount")
    behind = text[whole.end : whole.end + 1]
    if behind in _DIGITS and behind and (further := _smaller(text, whole, Unit("amount", base, float(less), as_base=True))):
        return further
    return whole


def _tenth(text: str, found: Measured, rest: Numeral, base: str | None) -> Measured | None:
    """三块五 is 3.5 元, 一米七 1.7 米, 两块五毛五 2.55 元."""
    digits = text[rest.start : rest.end]
    step = {"块": 1, "塊": 1, "米": 1}.get(found.unit or "", 0)
    step = 2 if text[found.end - 1] in "毛角" and base == "元" else step
    written = len(digits) == 1 and digits not in "十零〇" or (len(digits) == 2 and digits.isascii() and step == 1)
    if not step or not written or (found.unit == "米" and found.low > 2):
        return None
    behind = text[rest.end : rest.end + 1]
    if "\u4e00" <= behind <= "\u9fff" and behind not in "的左高多以和与到至" or (behind and behind in _SIGNS):
        return None
    whole = found._replace(end=rest.end, low=found.low + rest.value.scaleb(-step - len(digits) + 1))
    if found.unit in {"块", "塊"}:
        return whole._replace(unit="元", span=None, measure="amount")
    return whole


_SIGNS = frozenset(".-—–~:：/、")


def _tenths(text: str, bare: Measured) -> Measured | None:
    """两成, 三成半, 一成二分五: tenths, told in percent."""
    end = text.index("成", bare.end) + 1
    if text[end : end + 1] in tuple(_NO_TENTHS):
        return None
    ten = Decimal(10)
    low = bare.low * ten
    if bare.high is None and (match := _TENTHS.match(text, end)):
        low += _part(match["tenth"])
        end = match.end()
        if match["point"]:
            low += _part(match["point"][1]) / ten
    high = None if bare.high is None else bare.high * ten
    return bare._replace(end=end, low=low, high=high, unit="%", measure="share")


def _part(digit: str) -> Decimal:
    return Decimal(5) if digit == "半" else Decimal("零一二三四五六七八九".index(digit))


def _discount(text: str, bare: Measured) -> Measured | None:
    """八折, 75折: what is left to pay, in percent."""
    end = text.index("折", bare.end) + 1
    if text[end : end + 1] in tuple(_DISCOUNT_NO) or not 0 < bare.low < 100 or bare.low == 10 or bare.high is not None:
        return None
    low = bare.low * 10 if bare.low < 10 else bare.low
    return bare._replace(end=end, low=low, unit="%", measure="share")


def _dozen(text: str, bare: Measured) -> Measured | None:
    """五打 is 60."""
    end = text.index("打", bare.end) + 1
    if text[end : end + 1] in tuple(_DOZEN_NO) or bare.high is not None:
        return None
    return bare._replace(end=end, low=bare.low * 12, measure="count")


_SPECIAL = {"成": _tenths, "折": _discount, "打": _dozen}
