"""The long way from a first digit to an amount: numeral, what only looks like one, unit, bounds."""

from factx.mentions import quantity_numerals as numerals
from factx.mentions import quantity_vetoes as vetoes
from factx.mentions.numerals import plain
from factx.mentions.quantity_amount import Amount
from factx.mentions.quantity_bounds import before, before_scale, behind, currency, leads, sign
from factx.mentions.quantity_context import (
    bare_range,
    counts,
    is_all,
    is_article,
    is_degree,
    is_vague,
    numbering,
    scale_measures,
    stands_alone,
)
from factx.mentions.quantity_forms import doubling, fraction, half, half_price, one_half, percent, ranged
from factx.mentions.quantity_lexicon import numbers, phrase_end
from factx.mentions.quantity_numerals import Measured, Numeral
from factx.mentions.quantity_units import measured
from factx.patterns import compiled
from factx.text import Span

_Found = tuple[Amount | None, int]
_SCALE_WORDS = frozenset("百佰千仟万萬亿億十拾")
_FORMS = frozenset("翻半对對")
_BARE_DEGREES = frozenset({"度", "°"})
_THERMOMETER = compiled("(?P<scale>华氏|摄氏)(?:温度)?$")
_RANKS = frozenset({"位", "名", "甲"})


def read(text: str, start: int, floor: int) -> _Found:
    """The amount that begins with the character at `start`, not reaching below `floor`, and where to read on."""
    return (_arabic if text[start] <= "9" else _chinese)(text, start, floor)


def _arabic(text: str, start: int, floor: int) -> _Found:
    """The amount that begins with the Arabic digit at `start`, and where to read on."""
    if text[start - 1 : start] == "." and not text[max(0, start - 2) : start - 1].strip(" -+(（"):
        start -= 1
    numeral = numerals.arabic(text, start)
    if numeral is None:
        return None, numerals.figures_end(text, start)
    if _behind_di(text, start):
        return _ordinal(text, numeral)
    if end := vetoes.arabic(text, start, numeral.end) or vetoes.marker(text, start):
        return None, max(end, start + 1)
    found = fraction(text, numeral)
    number_end = found.end if found else numeral.end
    found = found or measured(text, numeral)
    if longer := ranged(text, found, (start, numeral.end), floor):
        if vetoes.arabic(text, longer[2], longer[1]) or (
            longer[0].unit is None and not bare_range(text, start, longer[1])
        ):
            return None, longer[0].end
        found, number_end = longer[:2]
    if found.unit is None and (end := vetoes.name(text, start, numeral.end)):
        return None, end
    if not counts(text, numeral, found) or (
        found.unit is None and found.measure is None and vetoes.code(text, start, numeral.end)
    ):
        return None, vetoes.label(text, start, max(found.end, numeral.end))
    return _amount(text, (start, number_end), found, floor), found.end


def _chinese(text: str, start: int, floor: int) -> _Found:
    """The amount that begins with the Chinese digit or scale word at `start`, and where to read on."""
    phrase = phrase_end(text, start)
    if phrase > start + 2:
        return None, phrase
    first = text[start]
    if first in _FORMS:
        return _form(text, start, floor, phrase)
    if first in _SCALE_WORDS:
        if found := percent(text, start):
            longer = ranged(text, found, (start, found.end), floor)
            found, end = longer[:2] if longer else (found, found.end)
            return _amount(text, (start, end), found, floor), found.end
        if first not in "十拾" and not numerals.begins(text, start):
            return _scale_alone(text, start, floor, phrase)
    numeral = numerals.chinese(text, start)
    if numeral is None:
        return None, numerals.run_end(text, start)
    if is_vague(text, start):
        return None, numeral.end
    if _behind_di(text, start):
        return _ordinal(text, numeral)
    return _chinese_numeral(text, numeral, floor, phrase)


def _form(text: str, start: int, floor: int, phrase: int) -> _Found:
    """What is no numeral but says a number: 翻番, 打对折, 半小时."""
    found: Measured | None
    if text[start] == "翻":
        return _doubled(text, start, floor)
    if text[start] == "半":
        found, end = (None, start) if phrase else half(text, start)
    else:
        found, end = half_price(start), start + 2
    return (_amount(text, (start, end), found, floor), found.end) if found else (None, start + 1)


def _doubled(text: str, start: int, floor: int) -> _Found:
    """翻两番, 翻了近一番."""
    said = doubling(text, start)
    if said is None:
        return None, start + 1
    found, bound = said
    amount = _amount(text, (start, found.end), found, floor)
    return (amount._replace(qualifier=numbers().before[bound].qualifier) if bound else amount), found.end


def _chinese_numeral(text: str, numeral: Numeral, floor: int, phrase: int) -> _Found:
    """The amount of a Chinese numeral with at least one digit."""
    start = numeral.start
    if found := one_half(text, start):
        return _amount(text, (start, found.end), found, floor), found.end
    if end := vetoes.chinese(text, start, numeral.end):
        return None, end
    found = fraction(text, numeral)
    number_end = found.end if found else numeral.end
    found = found or measured(text, numeral)
    if longer := ranged(text, found, (start, numeral.end), floor):
        found, number_end = longer[:2]
    if found.unit is None and found.measure is None:
        between = found.high is not None and text.startswith("之间", found.end)
        sure = between or is_all(text, numeral) or stands_alone(text, numeral, found.end)
        if not (sure or behind(text, found.end)) or (phrase >= found.end and not is_all(text, numeral)):
            return None, max(numeral.end, phrase)
    elif (
        (phrase >= found.end and not is_degree(text, start, found))
        or numbering(text, start, found.unit)
        or is_article(text, numeral, found)
    ):
        return None, max(phrase, numeral.end)
    return _amount(text, (start, number_end), found, floor), found.end


def _scale_alone(text: str, start: int, floor: int, phrase: int) -> _Found:
    """近百家, 上千人, 千余名: a scale word counts where something bounds it; 千万元 has a unit that says so."""
    numeral = numerals.scale_alone(text, start)
    if numeral is None or (text[start - 1] == "上" and text[start - 3 : start - 1] in {"成百", "成千"}):  # 成百上千人
        return None, numerals.run_end(text, start)
    found = measured(text, numeral)
    beyond = behind(text, found.end)  # 千元左右; 千元以上 only sorts
    about = beyond is not None and beyond[1] == "about"
    bounded = found.more or about or before_scale(text, start, floor, found.unit) is not None
    if not bounded and not scale_measures(text, numeral, found):
        return None, numerals.run_end(text, start)
    if phrase >= found.end:
        return None, numerals.run_end(text, start)
    return _amount(text, (start, numeral.end), found, floor, scale=True), found.end


def _behind_di(text: str, start: int) -> bool:
    last = text[start - 1 : start]
    return last == "第" or (last == " " and text[start - 2 : start] == "第 ")


def _ordinal(text: str, numeral: Numeral) -> _Found:
    """第3位, 第一: a place. 第12号 and 第一产业 are names."""
    start = text.rindex("第", 0, numeral.start)
    if (end := vetoes.ordinal(text, start)) or numeral.high is not None:
        return None, max(end, numeral.end)
    found = measured(text, numeral)._replace(more=False)
    measure = "rank" if found.unit in _RANKS else found.measure
    return Amount(
        start,
        found.end,
        plain(numeral.value),
        None,
        found.unit,
        found.span,
        measure,
        "exact",
        (numeral.start, numeral.end),
        ordinal=True,
    ), found.end


def _amount(text: str, number: Span, found: Measured, floor: int, *, scale: bool = False) -> Amount:
    """The amount with the sign and the bounds that stand around it."""
    start, end, high = number[0], found.end, found.high
    qualifier = "more_than" if found.more else "exact"
    if beyond := behind(text, end):
        end, qualifier = beyond
    if text[start - 1 : start] in leads():
        number, found = _signed(text, number, found, floor)
        start, found = _prefixed(text, number[0], found, floor)
        if bound := (before_scale if scale else before)(text, start, floor, found.unit):
            start, qualifier = bound
    value, value_max = plain(found.low), None if high is None else plain(high)
    qualifier = qualifier if high is None else "range"
    return Amount(start, end, value, value_max, found.unit, found.span, found.measure, qualifier, number, _CARDINAL)


def _prefixed(text: str, start: int, found: Measured, floor: int) -> tuple[int, Measured]:
    """What stands before a number and belongs to its unit: ￥300, 华氏98度, 前10名."""
    if found.unit in _BARE_DEGREES and (match := _THERMOMETER.search(text, max(floor, start - 4), start)):
        return match.start(), found._replace(unit=f"{match['scale']}度", span=None)
    if (found.unit is None and found.measure is None) or found.unit == "元":
        said = currency(text, start, floor)
        if said and said[1] == found.unit:  # 人民币500元
            return said[0], found
        if said:  # ￥300; 港币500万元
            return said[0], found._replace(unit=said[1], span=None, measure="amount")
    if text[start - 1] == "前" and (found.unit is None or found.unit in _RANKS):
        return start, found._replace(measure="rank")
    return start, found


def _signed(text: str, number: Span, found: Measured, floor: int) -> tuple[Span, Measured]:
    """The number with the sign before it: -3.2%, 负五度, 零下10℃."""
    if not (length := sign(text, number[0], floor, found.unit, found.measure)):
        return number, found
    return (number[0] - length, number[1]), found._replace(low=-found.low)


_CARDINAL = False
