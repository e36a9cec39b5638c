"""Scan: every mention of a document in a few passes over its folded text, each list in the order of the text."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar

from factx.mentions import Mention, furniture, marks, periods, quantities, verbs
from factx.mentions.marks import Marks
from factx.mentions.quantities import Amount
from factx.text import Span, fold

__all__ = ["Mention", "Mentions", "covering", "scan", "within"]

M = TypeVar("M", bound=tuple[int, int, *tuple[object, ...]])


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one document. `text` is the text as read, `folded` its half-width twin with the same offsets."""

    text: str
    folded: str
    marks: Marks
    amounts: list[Amount]
    verbs: list[Mention]
    furniture: list[Span]
    periods: list[Span]


def scan(text: str) -> Mentions:
    """All mentions of a text."""
    folded = fold(text)
    return Mentions(
        text=text,
        folded=folded,
        marks=marks.scan(folded),
        amounts=quantities.scan(folded),
        verbs=verbs.scan(folded),
        furniture=furniture.scan(folded),
        periods=periods.scan(folded),
    )


def within(mentions: list[M], start: int, end: int) -> list[M]:
    """The mentions that begin in `[start, end)`; `mentions` is sorted by start."""
    return mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]


def covering(spans: list[Span], at: int) -> Span | None:
    """The last span that begins at or before `at` and holds it; `spans` is sorted."""
    i = bisect_left(spans, (at + 1,)) - 1
    return spans[i] if i >= 0 and spans[i][0] <= at < spans[i][1] else None
