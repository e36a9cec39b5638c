"""Bounds: the words before and behind a number that say how exact it is."""

import re
from functools import cache

from factx.mentions.quantity_lexicon import Bound, numbers
from factx.patterns import compiled

_CALENDAR = frozenset({"年", "个月", "周", "天", "年期", "年度"})


@cache
def _before() -> tuple[dict[str, Bound], frozenset[str], tuple[int, ...]]:
    words = numbers().before
    return words, frozenset(w[-1] for w in words), tuple(sorted({len(w) for w in words}, reverse=True))


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Bound]]:
    words = numbers().after
    guarded = [
        re.escape(word) + (f"(?!{words[word].unless})" if words[word].unless else "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return compiled(f" ?({'|'.join(guarded)})"), words


@cache
def _scale() -> dict[str, Bound]:
    return numbers().before_scale


def before(text: str, start: int, floor: int, unit: str | None) -> tuple[int, str] | None:
    """Start and qualifier of the bound before `start`, or None; it does not reach below `floor`."""
    words, last, lengths = _before()
    end = start - 1 if text[start - 1 : start] == " " else start
    if not end or text[end - 1] not in last:
        return None
    for length in lengths:
        at = end - length
        if at < floor:
            continue
        bound = words.get(text[at:end])
        if bound is None:
            continue
        if at and text[at - 1] in bound.unless:
            return None
        if text[at:end] == "近" and unit in _CALENDAR:
            return None  # 近三年: the last three years, not nearly three
        return at, bound.qualifier
    return None


def before_scale(text: str, start: int, floor: int, unit: str | None) -> tuple[int, str] | None:
    """The same for a scale word alone: 上千家, 过亿元 besides 近千家."""
    if found := before(text, start, floor, unit):  # 突破 and 超过 before 破 and 过
        return found
    bound = _scale().get(text[start - 1 : start]) if start > floor else None
    if bound and not (start > 1 and text[start - 2] in bound.unless):
        return start - 1, bound.qualifier
    return None


def behind(text: str, end: int) -> tuple[int, str] | None:
    """End and qualifier of the bound behind `end`, or None."""
    if text[end : end + 1] not in AFTER_FIRST:
        return None
    pattern, words = _after()
    match = pattern.match(text, end)
    return (match.end(), words[match[1]].qualifier) if match else None


AFTER_FIRST = frozenset("以之及或(（有开出左上不挂 ")


@cache
def _currencies() -> tuple[dict[str, str], frozenset[str], tuple[int, ...]]:
    words = numbers().currency
    return words, frozenset(w[-1] for w in words), tuple(sorted({len(w) for w in words}, reverse=True))


def currency(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Start and unit of a currency written before the amount: ￥300, $20, 人民币 50."""
    words, last, lengths = _currencies()
    end = start - len(text[max(0, start - 2) : start]) + len(text[max(0, start - 2) : start].rstrip(" "))
    if not end or text[end - 1] not in last:
        return None
    for length in lengths:
        if end - length >= floor and (unit := words.get(text[end - length : end])):
            return end - length, unit
    return None


def sign(text: str, start: int, floor: int, unit: str | None, measure: str | None) -> int:
    """The length of the minus sign before a number, 0 if it has none: -3.2%, 负五度, 零下10℃."""
    if start == 2 and text.startswith("- "):
        return 0 if floor else 2
    last = text[start - 1 : start]
    if start <= floor or last not in _SIGNS:
        return 0
    left = text[start - 2 : start - 1] if start > 1 else ""
    if last == "下":
        return 2 if left == "零" and unit in _DEGREES else 0
    if last in "负負":
        return 0 if left in _NO_MINUS and left else 1
    sure = measure in {"share", "points"} or unit in _DEGREES or left in _SIGNED_BY_DASH
    return 1 if left in _OPEN or (sure and not left.isascii()) else 0


_DEGREES = frozenset({"度", "℃", "°C", "摄氏度", "°"})
_SIGNS = frozenset("-−负負下")
_SIGNED_BY_DASH = frozenset("长降速率幅为是比到至达于加减跌涨值额")
_NO_MINUS = frozenset("胜担肩正")
_OPEN = frozenset(("", *" \n(（,，、:：;；="))


@cache
def leads() -> frozenset[str]:
    """Last characters of everything that may stand before a number and belong to it."""
    words = (*numbers().before, *numbers().before_scale, *numbers().currency)
    return frozenset((*(word[-1] for word in words), *" -−负負下前氏度"))
