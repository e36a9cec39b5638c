"""Audit: what a report saw and what of it ended in no record, with the reason where a rule gave one.

Looked at are the things that facts are made of: numbers with a unit, quoted names, 《titles》, and verbs of honour
where a rule took them for such (记 in 记者 is none).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Literal, NamedTuple, TypeAlias, get_args

from factx.records import Report
from factx.rules.observer import Look
from factx.scan import covering
from factx.text import Span
from factx.trace import Trace

Sort: TypeAlias = Literal["number", "quote", "title", "verb"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_LONGEST = 200
"""No rule declines a stretch longer than this."""
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
    reasons = _Reasons(trace)
    seen = Counter[Sort]()
    unused = []
    for start, end, sort in sorted(_mentions(trace)):
        seen[sort] += 1
        if not shown.touches(start, end):
            unused.append(Unused(start, end, sort, *reasons.of((start, end), sort)))
    return Audit(trace.report, {sort: seen[sort] for sort in SORTS}, unused)


def _mentions(trace: Trace) -> set[tuple[int, int, Sort]]:
    """Everything that a fact could be made of."""
    mentions = trace.mentions
    found: set[tuple[int, int, Sort]] = set()
    found |= {(a.start, a.end, "number") for a in mentions.amounts if a.unit is not None and not a.ordinal}
    found |= {(start, end, "quote") for start, end in mentions.marks.quotes}
    found |= {(start, end, "title") for start, end in mentions.marks.books}
    return found | {
        (look.mention.start, look.mention.end, "verb") for look in trace.looks if _honours(look) and look.outcome
    }


def _honours(look: Look) -> bool:
    """Whether a rule of honours was woken by a verb of honour."""
    return look.mention.sort in _HONOUR_VERBS and look.rule.startswith("honour.")


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


class _Reasons:
    """What rules said when they declined."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._woken: dict[int, list[Look]] = {}
        self._about: list[tuple[Span, Look]] = []
        for look in trace.looks:
            if look.decline:
                self._woken.setdefault(look.mention.start, []).append(look)
                self._about.append((look.decline.at, look))
        self._about.sort(key=itemgetter(0))

    def of(self, span: Span, sort: Sort) -> tuple[str | None, str | None]:
        """The reason why a mention is in no record, and the rule that gave it: the one that it woke, else another's."""
        start, end = span
        for look in self._woken.get(start, ()):
            if look.decline and look.mention.end == end and (sort != "verb" or _honours(look)):
                return look.decline.reason, look.rule
        first = bisect_left(self._about, (start - _LONGEST,), key=itemgetter(0))
        for (begin, stop), look in self._about[first:]:
            if begin >= end:
                break
            if begin <= start and end <= stop and look.decline:
                return look.decline.reason, look.rule
        sentence = self._trace.sentence(start)
        furniture = sentence and covering(self._trace.mentions.furniture, sentence.start)
        return ("page furniture", None) if furniture else (None, None)
