"""Twice: one metric with two values. Only where both places use the same words but for the number."""

from collections.abc import Iterator
from typing import NamedTuple

from factx.consistency.view import View
from factx.patterns import compiled
from factx.records import Achievement, Issue
from factx.segment import Sentence

_NUMBER = compiled(r"(\d[\d,]*(?:\.(\d+))?)\s*(万亿|[百千万亿])?")
_FILLERS = compiled(
    r"[，,、\s的]|全(?:[市县省区镇乡国校院]|年)|[我本](?:[市县省区校院]|公司)|共|累计|已|现有|达到?|有|为|约"
)
_SCALES = {None: 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}
_SHORTEST = 4
"""A metric shorter than this may be anything."""
_OPENING = 2
"""So far from the beginning of its sentence a period still opens it."""


class _Told(NamedTuple):
    """A record with the sentence it stands in and what its last written digit is worth."""

    fact: Achievement
    sentence: Sentence
    digit: float


def two_values(view: View) -> Iterator[Issue]:
    """Two numbers behind the same period and the same words, in two sentences, that no rounding explains."""
    first: dict[tuple[object, ...], _Told] = {}
    for fact in view.facts:
        if not isinstance(fact, Achievement) or fact.qualifier != "exact" or fact.measure == "share":
            continue
        sentence = view.sentence(fact.start)
        if sentence is None or sentence.heading or (read := _read(view, fact, sentence)) is None:
            continue
        words, digit = read
        told = _Told(fact, sentence, digit)
        other = first.setdefault((words, fact.metric, fact.unit, fact.period, fact.subject, *fact.section), told)
        off = abs(other.fact.value - fact.value)
        if other.sentence is not sentence and off > max(other.digit, digit):
            message = f"{fact.metric} has two values: {_line(other.fact)} (at {other.fact.start}) and {_line(fact)}"
            yield Issue(code="two-values", message=message, start=fact.start, end=fact.end)


def _read(view: View, fact: Achievement, sentence: Sentence) -> tuple[str, float] | None:
    """The words from the period to the end of the record without its number, and the worth of its last digit.

    None where the period does not open the sentence, or where the metric or another number stands elsewhere.
    """
    period, metric = fact.spans.get("period"), fact.spans["metric"]
    if not isinstance(period, tuple) or not isinstance(metric, tuple):
        return None
    if period[0] > sentence.start + _OPENING or not sentence.start <= period[0] < period[1] <= metric[0] < fact.end:
        return None
    stretch = view.text[period[1] : fact.end]
    numbers = list(_NUMBER.finditer(stretch))
    if len(numbers) != 1 or fact.period is None or fact.period.start is None:
        return None
    number = numbers[0]
    words = _FILLERS.sub("", stretch[: number.start()] + "#" + stretch[number.end() :])
    digit = _SCALES[number[3]] / 10 ** len(number[2] or "")
    return (words, digit) if len(fact.metric) >= _SHORTEST else None


def _line(fact: Achievement) -> str:
    return " ".join(fact.quote.split())
