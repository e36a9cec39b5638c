"""Numerals: the text of a number, Arabic, Chinese or mixed, and its value.

`value("三万五")` is 35000, `value("1亿2千万")` 120000000, `value("一点五亿")` 150000000, `value("1,234.5")` 1234.5.
Words that are only nearly a number (`几十`, `数百`) and ill-formed ones (`十一十二`) have none.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from factx.patterns import compiled

# Exact values; whole numbers as int, which is faster.
Number: TypeAlias = int | Decimal

_DIGITS = "零一二三四五六七八九"
_ONES = {digit: n for n, digit in enumerate(_DIGITS)}
_PLACES = {"十": 1, "百": 2, "千": 3}
_GROUPS = {"万": 4, "亿": 8, "兆": 12}
_POWERS = _PLACES | _GROUPS
# Capital (壹), traditional (萬), colloquial (俩) and contracted (廿) writings of the same. White space and 余 mean
# nothing here.
_PLAIN = str.maketrans(
    dict(zip("〇壹贰貳叁參肆伍陆陸柒捌玖", "零一二二三三四五六六七八九", strict=True))
    | dict(zip("两兩俩倆仨拾佰仟萬億點負", "二二二二三十百千万亿点负", strict=True))
    | {"廿": "二十", "卅": "三十", "卌": "四十", "半": "点五"}
    | dict.fromkeys(" \u3000,，余餘馀多几幾来來个個")
)
_ARABIC = compiled(r"[0-9]*\.?[0-9]+")
_FIGURES = frozenset("123456789")
_LONGEST = 40  # digits; longer strings are no numbers but codes
_EXPONENT = compiled(r"([+-]?[0-9.]+)(?:(?:[eE]|[×xX*]10(?:\^|\*\*)?)([+-]?[0-9]+)|\^([+-]*[0-9]+))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LATIN = {"k": 3, "K": 3, "m": 6, "M": 6, "w": 4}
_ADJACENT = compiled(r"(?P<low>[一二三四五六七八九])(?P<high>[二三四五六七八九])(?=$|[十百千万亿])")


def value(numeral: str) -> int | float | None:
    """The number that a numeral means, an int where it is whole; None if it means none."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral) if len(numeral) <= _LONGEST else None
    exact = decimal(numeral)
    return None if exact is None else plain(exact)


def plain(number: Number) -> int | float:
    """An int where the number is whole, else the nearest float."""
    if isinstance(number, int):
        return number
    nearest = float(number)
    return int(number) if nearest.is_integer() and number == number.to_integral_value() else nearest


@lru_cache(maxsize=4096)
def decimal(numeral: str) -> Decimal | None:
    """The exact number that a numeral means, or None."""
    text = numeral.translate(_PLAIN)
    if len(text) > 2 * _LONGEST or "点两" in numeral or "點兩" in numeral:
        return None
    if text[:1] in {"-", "负", "−"}:
        positive = decimal(text[1:])
        return None if positive is None else -positive
    if _ARABIC.fullmatch(text):
        return Decimal(text) if len(text) <= _LONGEST else None
    if text[-1:] in _LATIN:
        return _times(decimal(text[:-1]), _LATIN[text[-1]])
    if match := _EXPONENT.fullmatch(text.translate(_RAISED)):
        return _power(match)
    return _chinese(text)


def adjacent(numeral: str) -> tuple[Decimal, Decimal] | None:
    """Both ends of a number told by two digits side by side (三五, 七八十, 十七八, 三四百万), or None."""
    if numeral.isascii():
        return None
    text = numeral.translate(_PLAIN)
    match = _ADJACENT.search(text)
    if match is None or text[: match.start()].strip("十百千万亿一二三四五六七八九"):
        return None
    gap = _ONES[match["high"]] - _ONES[match["low"]]
    if not (gap == 1 or match.group() == "三五") or text[: match.start()][-1:] in _ONES:
        return None
    head, tail = text[: match.start()], text[match.end() :]
    low, high = decimal(head + match["low"] + tail), decimal(head + match["high"] + tail)
    return None if low is None or high is None else (low, high)


def _times(number: Decimal | None, power: int) -> Decimal | None:
    return None if number is None else number.scaleb(power)


def _power(match: re.Match[str]) -> Decimal | None:
    """`2e5` and `2^5`; absurd exponents mean nothing."""
    base = decimal(match[1])
    exponent = (match[2] or match[3]).replace("--", "").replace("++", "")
    if base is None or not exponent.lstrip("+-").isdigit() or len(exponent) > 4:
        return None
    n = int(exponent)
    if match[2]:
        return base.scaleb(n) if abs(n) < 300 else None
    return base**n if abs(n) < 64 and base else None


def _chinese(text: str) -> Decimal | None:
    """The largest scale word divides a numeral: what stands before it is multiplied, what stands behind it added."""
    at = max(range(len(text)), key=lambda i: (_POWERS.get(text[i], 0), i), default=-1)
    power = _POWERS.get(text[at], 0) if at >= 0 else 0
    if not power:
        return _digits(text)
    left, right = text[:at], text[at + 1 :]
    whole, point, _ = right.partition("点")
    if not left:
        # 十五; 百三, 千三 are said for 一百三, 一千三.
        count = Decimal(1) if text[at] == "十" or (power < 4 and len(whole) == 1) else None
    elif power < 4:
        count = _coefficient(left, power)
    elif text[at] in left.rstrip(text[at]):
        count = None  # 三万五万 is no number, 三万万 is
    else:
        count = _chinese(left)
    if count is None:
        return None
    if not right:
        return count.scaleb(power)
    if whole and count != count.to_integral_value():
        return None
    rest = _rest(right, whole, power) if whole or point else None
    return None if rest is None or rest >= Decimal(1).scaleb(power) else count.scaleb(power) + rest


def _coefficient(left: str, power: int) -> Decimal | None:
    """What multiplies 十, 百 or 千: one digit, or an Arabic number (5百, 1.5千); 零 before it fills a gap."""
    left = left.lstrip("零")
    if not left:
        return Decimal(1)  # 一千零十
    if left in _ONES:
        return Decimal(_ONES[left])
    arabic = len(left) <= _LONGEST and (power > 1 or left in _FIGURES) and _ARABIC.fullmatch(left)
    return Decimal(left) if arabic else None


def _rest(right: str, whole: str, power: int) -> Decimal | None:
    """What follows a scale word: 零五 is 5, but 五 alone counts the next lower place (三万五, 两千六, 一百二十万三)."""
    if (len(whole) == 1 and whole in _ONES and whole != "零") or (len(whole) == 1 and whole.isdigit() and power >= 2):
        step = _digits(whole)
        fraction = _digits("零" + right[1:]) if right[1:] else Decimal(0)
        if step is None or fraction is None:
            return None
        return step.scaleb(power - 1) + fraction
    rest = right.lstrip("零") or "零"
    return _chinese(f"一{rest}" if rest != right and rest[0] in "百千" else rest)


def _digits(text: str) -> Decimal | None:
    """A numeral without scale words, digit by digit: 一七二零, 零点五, 一百点123's end 点123."""
    whole, point, fraction = text.partition("点")
    whole, fraction = (part if part.isascii() else _arabic(part) for part in (whole, fraction))
    if (point and not fraction) or not (whole or fraction) or len(whole) + len(fraction) > _LONGEST:
        return None
    number = f"{whole or '0'}.{fraction}" if fraction else whole
    return Decimal(number) if _ARABIC.fullmatch(number) else None


def _arabic(digits: str) -> str:
    """Chinese digits as Arabic ones; anything else makes it no number."""
    return "".join(str(_ONES[c]) if c in _ONES else c for c in digits)
