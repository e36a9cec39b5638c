"""Audit: what a report saw and what of it ended in no record, with the reason where a rule gave one.

Looked at are the things that facts are made of: numbers with a unit, quoted names, 《titles》 and the verbs of honour.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias, get_args

from factx.records import Report
from factx.rules.rule import Decline
from factx.scan import covering
from factx.text import Span
from factx.trace import Trace

Sort: TypeAlias = Literal["number", "quote", "title", "verb"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_HONOUR_VERBS = frozenset({"receive", "rate", "cover"})


class Unused(NamedTuple):
    """Something that facts are made of and that no record shows. Offsets are half-open and count code points."""

    start: int
    end: int
    sort: Sort
    reason: str | None
    """Why it is none, in the words of the rule that declined; None where no rule said anything."""
    rule: str | None
    """The rule that declined; None where no rule came to look, as in page furniture."""


class Audit(NamedTuple):
    """A report with what it did not use."""

    report: Report
    seen: Mapping[Sort, int]
    """How many of each sort the text has."""
    unused: list[Unused]
    """Those that no record shows, in the order of the text."""

    def used(self, sort: Sort) -> int:
        """How many of a sort ended in records."""
        return self.seen[sort] - sum(unused.sort == sort for unused in self.unused)


def audit(trace: Trace) -> Audit:
    """What the line saw of a document (see `factx.pipeline.trace`) and what it made no record of."""
    shown = _Cover(_shown(trace))
    declines = _declines(trace)
    seen = Counter[Sort]()
    unused = []
    for start, end, sort in sorted(_mentions(trace)):
        seen[sort] += 1
        if not shown.touches(start, end):
            reason, rule = _reason(trace, (start, end), declines)
            unused.append(Unused(start, end, sort, reason, rule))
    return Audit(trace.report, {sort: seen[sort] for sort in SORTS}, unused)


def _mentions(trace: Trace) -> Iterator[tuple[int, int, Sort]]:
    """Everything that a fact could be made of."""
    mentions = trace.mentions
    yield from ((a.start, a.end, "number") for a in mentions.amounts if a.unit is not None and not a.ordinal)
    yield from ((start, end, "quote") for start, end in mentions.marks.quotes)
    yield from ((start, end, "title") for start, end in mentions.marks.books)
    yield from ((v.start, v.end, "verb") for v in mentions.verbs if v.sort in _HONOUR_VERBS)


def _shown(trace: Trace) -> Iterator[Span]:
    """The stretches that records stand on: their fields, the mentions that woke their rules, the quotes of honours."""
    for fact in trace.report.facts:
        for field, spans in fact.spans.items():
            if field not in ("subject", "period"):
                yield from [spans] if isinstance(spans, tuple) else spans
        if fact.kind == "honour":
            yield fact.start, fact.end
    for look in trace.looks:
        if look.drafts and look.mention.sort != "sentence":
            yield look.mention.start, look.mention.end


class _Cover:
    """A set of stretches that may overlap."""

    def __init__(self, spans: Iterator[Span]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted(spans):
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touches(self, start: int, end: int) -> bool:
        """Whether any stretch shares a character with `[start, end)`."""
        i = bisect_left(self._starts, end) - 1
        return i >= 0 and self._ends[i] > start


def _declines(trace: Trace) -> dict[int, list[tuple[str, Decline]]]:
    """What rules said when they declined, by the start of the mention that woke them."""
    found: dict[int, list[tuple[str, Decline]]] = {}
    for look in trace.looks:
        if look.decline and look.mention.sort != "sentence":
            found.setdefault(look.mention.start, []).append((look.rule, look.decline))
    return found


def _reason(trace: Trace, span: Span, declines: dict[int, list[tuple[str, Decline]]]) -> tuple[str | None, str | None]:
    """The reason of the first rule that declined this mention, with the rule's name."""
    for rule, decline in declines.get(span[0], ()):
        return decline.reason, rule
    sentence = trace.sentence(span[0])
    if sentence is None or covering(trace.mentions.furniture, sentence.start):
        return "page furniture", None
    return None, None
