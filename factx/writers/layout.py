"""What the tables for people show of each kind: which fields, in which order, and the evidence with its key words."""

from factx.records import Achievement, AnyFact, Number, Period
from factx.text import Span
from factx.writers.printable import printable

# The most telling fields first; the ones behind the bar are shown where there is room.
_FIELDS = {
    "initiative": "name category | action subject period",
    "honour": "title recipients level | grantor form grade subject period",
    "achievement": "metric value measure | basis action subject period",
    "awardee": "name organisation honour | position grantor level grade",
}
NARROW = {kind: tuple(fields.partition("|")[0].split()) for kind, fields in _FIELDS.items()}
FULL = {kind: tuple(fields.replace("|", "").split()) for kind, fields in _FIELDS.items()}

KEYS = {
    "initiative": ("name",),
    "honour": ("title",),
    "achievement": ("metric",),
    "awardee": ("name", "honour"),
}
"""The fields that make the record what it is."""
_BOUNDS = {"more_than": ">", "nearly": "<", "about": "≈"}


def planned(fact: AnyFact) -> bool:
    """Whether the report only promises the fact."""
    return getattr(fact, "status", None) == "planned"


def cell(fact: AnyFact, field: str) -> str:
    """The field of a record as a person reads it, in one line; empty where the text does not show it."""
    if field == "value" and isinstance(fact, Achievement):
        return printable(_quantity(fact))
    value = getattr(fact, field)
    if isinstance(value, Period):
        return printable(value.text)
    if isinstance(value, list):
        return printable("、".join(value))
    return "" if value is None else printable(str(value))


def parts(fact: AnyFact, field: str) -> list[Span]:
    """Where a field stands, piece by piece; nowhere where the text does not show it."""
    spans = fact.spans.get(field, [])
    return spans if isinstance(spans, list) else [spans]


def evidence(fact: AnyFact) -> list[tuple[str, bool]]:
    """The quote in pieces, each with whether it belongs to the key words."""
    quote = printable(fact.quote)
    pieces = []
    done = 0
    for start, end in _key_spans(fact):
        if start > done:
            pieces.append((quote[done:start], False))
        if end > (start := max(start, done)):
            pieces.append((quote[start:end], True))
            done = end
    if done < len(quote):
        pieces.append((quote[done:], False))
    return pieces


def _key_spans(fact: AnyFact) -> list[Span]:
    """Where the key words stand in the quote, in order; parts outside it are left out."""
    spans = [span for field in KEYS[fact.kind] for span in parts(fact, field)]
    inside = ((max(start, fact.start) - fact.start, min(end, fact.end) - fact.start) for start, end in spans)
    return sorted((start, end) for start, end in inside if start < end)


def _quantity(fact: Achievement) -> str:
    """The number with its bound and unit: `>600 人次`, `3–5 家`."""
    number = _BOUNDS.get(fact.qualifier, "") + _number(fact.value)
    if fact.value_max is not None:
        number += "–" + _number(fact.value_max)
    if fact.unit == "%":
        return f"{number}%"
    return f"{number} {fact.unit}" if fact.unit else number


def _number(value: Number) -> str:
    """A number with its thousands apart and no digits that only the machine's fractions have."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"
