"""Smaller units behind a larger one: 三元五角, 1小时30分; 三块五, 一米七八 leave the last of them out."""

from decimal import Decimal
from string import ascii_letters

from factx.mentions import quantity_numerals as numerals
from factx.mentions.numerals import Number, decimal
from factx.mentions.quantity_lexicon import Unit, unit_at, units
from factx.mentions.quantity_numerals import Measured, Numeral

# 分 is a hundredth of 元, a sixtieth of 小时, a tenth of 亩.
_PARTS = {"元": Decimal("0.01"), "秒": Decimal(60), "平方米": Decimal("66.6667")}
_SIGNS = frozenset(".-—–~:：/、%％")
_BEHIND_TENTH = frozenset("的左高宽长深厚重多几以和与到至乘")
_LETTERS = frozenset(ascii_letters)
_FIGURES = frozenset("0123456789")
_DIGITS = frozenset("一二两三四五六七八九")
# What a lone digit may follow, with the digits that it may have; Arabic ones stand only behind the first.
_SPOKEN = {"块": 2, "塊": 2, "毛": 1, "角": 1, "米": 2, "度": 1, "秒": 2} | dict.fromkeys("元丈尺寸斤两吨亩升", 1)
_WRITTEN = frozenset("块塊毛角米度秒")


def smaller(text: str, found: Measured, unit: Unit, skip: int = 0) -> Measured | None:
    """`found` with the smaller units that stand behind it and `skip` characters (零, 又); None if none does."""
    base, factor = unit.base or found.unit, Decimal(str(unit.factor))
    if found.unit in {"块", "塊"}:
        base, factor = "元", Decimal(1)
    # What is told: 5角 in 元, 三斤二两 in 斤, 两个小时四十分钟 in 小时 and reckoned in 秒.
    told = Decimal(1) if unit.as_base else factor
    if unit.as_base and (own := units().get(unit.base)) and own.base:
        base, told = own.base, Decimal(str(own.factor))
        factor *= told
    whole = None
    while rest := _rest(text, found, found.end + skip):
        end = numerals.unspaced(text, rest.end)
        name = unit_at(text, end)
        if name is None or rest.high is not None:
            return _tenth(text, found, (factor, told), skip) or whole
        less = _worth(name, base, factor)
        if not 0 < less < factor:
            return _tenth(text, found, (factor, told), skip, for_each=True) or whole
        found = whole = _told(found, end + len(name), rest.value * less / told)
        factor = less
        skip = int(text[found.end : found.end + 1] == "零")
    return whole


def _rest(text: str, found: Measured, at: int) -> Numeral | None:
    """The numeral at a place, if it names one number: 五块七八 is 5.7 to 5.8, but a man is 一米七八."""
    if not text[at : at + 1] or text[at] not in numerals.FIRST:
        return None
    rest = numerals.read(text, at)
    man = found.unit == "米" and found.low <= 2
    return None if rest is None or (rest.high is not None and not man) else rest


def _worth(name: str, base: str | None, factor: Decimal) -> Decimal:
    """How much of the base a smaller unit makes, or 0."""
    if name == "分" and base in _PARTS and factor > _PARTS[base]:
        return _PARTS[base]
    below = units()[name]
    return Decimal(str(below.factor)) if base and below.base == base else Decimal(0)


def _told(found: Measured, end: int, more: Number) -> Measured:
    """`found` with so much more of its unit; 块 with parts is money."""
    if found.unit in {"块", "塊"}:
        found = found._replace(unit="元", span=None, measure="amount")
    return found._replace(end=end, low=found.low + more)


def _tenth(
    text: str, found: Measured, sizes: tuple[Decimal, Decimal], skip: int, *, for_each: bool = False
) -> Measured | None:
    """三块五 is 3.5 元, 一米七 1.7 米, 两块五毛五 2.55 元, 三块零五 3.05 元: tenths of the last unit.

    `for_each`: with a price, in 三块五一斤 the last digit counts something else.
    """
    if found.more:
        return None
    last, start = text[found.end - 1], found.end + skip
    end = start
    while text[end : end + 1] in (_FIGURES if text[start] in _FIGURES else _DIGITS) and text[end : end + 1]:
        end += 1
    if for_each:
        end -= 1
        if found.unit not in {"块", "元"} or text[end] != "一":
            return None
    digits = text[start:end]
    if not 0 < len(digits) <= _SPOKEN.get(last, 0) or text[start - 1] == "又":
        return None
    if last not in _WRITTEN and digits[0] in _FIGURES:
        return None
    if last == "米" and digits[0] in _FIGURES and found.low > 9:
        return None
    behind = text[end : end + 1]
    if (
        ("\u4e00" <= behind <= "\u9fff" and behind not in _BEHIND_TENTH and not for_each)
        or behind in _SIGNS
        or behind in _LETTERS
        or "两" in digits[1:]
    ):
        return None
    number = decimal(f"零点{'零' * skip}{digits}")
    factor, told = sizes
    return None if number is None else _told(found, end, number * factor / told)
