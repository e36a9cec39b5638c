"""Explain: where each field of a record comes from, and what every rule that looked at a place made of it.

All of it is read off a `Trace`: the words are those of the rules themselves.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from factx.records import AnyFact, Fact
from factx.rules.observer import Look
from factx.rules.rule import Draft
from factx.scan import Mention, covering
from factx.text import Span
from factx.trace import Trace

Giver: TypeAlias = Literal["rule", "context", "nobody"]
"""Who gave a field: the rule; the context, which inherits; nobody where no words say so, as with `achieved`."""

Distance: TypeAlias = Literal["clause", "sentence", "paragraph", "heading", "document"]
"""How far from the record the words of a field stand."""

Fate: TypeAlias = Literal["record", "lost", "declined", "nothing"]

_EVIDENCE = frozenset(Fact.model_fields) - {"subject", "period"}


class Field(NamedTuple):
    """A field of a record that says something."""

    name: str
    value: object
    spans: list[Span]
    """Where its words stand; empty for what is no words of the text."""
    giver: Giver
    distance: Distance | None
    """Where the first of its words stand; None where it has none."""


class Telling(NamedTuple):
    """Another place that tells the same fact, and why it made no record of its own."""

    rule: str
    start: int
    end: int
    why: str


class Source(NamedTuple):
    """A record, and all that it was read from."""

    fact: AnyFact
    woken_by: Mention
    """What woke the rule; `sentence` where no single word does."""
    fields: list[Field]
    told_again: list[Telling]


class Verdict(NamedTuple):
    """What became of one look of a rule."""

    rule: str
    woken_by: Mention
    fate: Fate
    """`record`: it made one; `lost`: another telling of the fact stands; `declined`: with a reason; `nothing`."""
    reason: str | None
    """Why it declined or lost, in the words of the rule or of the line."""
    at: Span | None
    """The words that stopped it, or those of the draft."""
    record: AnyFact | None
    """The record that it made or lost to."""


class Place(NamedTuple):
    """A place of the text and the rules that looked at it."""

    start: int
    end: int
    sentence: Span | None
    verdicts: list[Verdict]
    """In the order of the walk. Where no rule looked at the place itself, what came nearest in its sentence."""
    nearest: bool
    """Whether they are only the nearest."""
    why: str | None
    """Why no rule looked here at all; None where one did."""


def sources(trace: Trace) -> list[Source]:
    """Every record of the report with what it was read from, in the report's order."""
    told: dict[str, list[Telling]] = {}
    woken: dict[str, Mention] = {}
    for look in trace.looks:
        for draft in look.drafts:
            fact = trace.record(draft)
            if lost := trace.lost(draft):
                told.setdefault(fact.id, []).append(Telling(look.rule, *draft.quote, lost.why))
            else:
                woken[fact.id] = look.mention
    return [Source(f, woken[f.id], list(_fields(trace, f)), told.get(f.id, [])) for f in trace.report.facts]


def _fields(trace: Trace, fact: AnyFact) -> Iterator[Field]:
    """The fields of a record that say something, those of its kind first."""
    inherited = trace.inherited(fact)
    names = [name for name in type(fact).model_fields if name not in _EVIDENCE]
    for name in sorted(names, key=lambda name: name in ("subject", "period")):
        value = getattr(fact, name)
        if value is None or value == []:
            continue
        found = fact.spans.get(name, [])
        spans = [found] if isinstance(found, tuple) else found
        giver: Giver = "rule"
        if name in inherited:
            source = inherited[name]
            giver = "context" if source else "nobody"
            spans = [source] if source and not spans else spans
        yield Field(name, value, spans, giver, _distance(trace, fact, spans[0][0]) if spans else None)


def _distance(trace: Trace, fact: AnyFact, at: int) -> Distance:
    """How far from the record the words at `at` stand."""
    sentence = trace.sentence(fact.start)
    if sentence is None:
        return "document"
    clause = next((c for c in reversed(sentence.clauses) if c.start <= fact.start), sentence.clauses[0])
    if clause.start <= at < max(clause.end, fact.end):
        return "clause"
    if sentence.start <= at < sentence.end:
        return "sentence"
    if any(start <= at < end for start, end in sentence.section):
        return "heading"
    other = trace.sentence(at)
    return "paragraph" if other and other.paragraph == sentence.paragraph else "document"


def place(trace: Trace, start: int, end: int) -> Place:
    """What the rules that looked at `[start, end)` made of it."""
    sentence = trace.sentence(start)
    if sentence is None:
        return Place(start, end, None, [], nearest=False, why="no sentence: white space or a stop")
    span = sentence.start, sentence.end
    if covering(trace.mentions.furniture, sentence.start):
        return Place(start, end, span, [], nearest=False, why="page furniture, which no rule reads")
    looks = [look for look in trace.looks if span[0] <= look.mention.start < span[1]]
    found = [verdict for look in looks for verdict in _verdicts(trace, look) if _concerns(verdict, look, start, end)]
    if found:
        return Place(start, end, span, found, nearest=False, why=None)
    nearest = _nearest([look for look in looks if look.mention.sort != "sentence"], start, end)
    verdicts = [verdict for look in nearest for verdict in _verdicts(trace, look)]
    why = None if verdicts else "nothing in this sentence wakes a rule: no number, no quoted name, no verb"
    return Place(start, end, span, verdicts, nearest=True, why=why)


def _concerns(verdict: Verdict, look: Look, start: int, end: int) -> bool:
    """Whether a verdict is about the place: what woke the rule, what stopped it, or what it made stands there."""
    spans = [] if look.mention.sort == "sentence" else [(look.mention.start, look.mention.end)]
    spans += [verdict.at] if verdict.at else []
    spans += [draft.quote for draft in look.drafts]
    return any(a < end and start < b for a, b in spans)


def _nearest(looks: list[Look], start: int, end: int) -> list[Look]:
    """The looks that the mention nearest to the place woke."""
    near = min((max(look.mention.start - end, start - look.mention.end) for look in looks), default=0)
    return [look for look in looks if max(look.mention.start - end, start - look.mention.end) == near]


def _verdicts(trace: Trace, look: Look) -> Iterator[Verdict]:
    """What became of a look: one verdict a draft, or one for none."""
    if look.decline:
        yield Verdict(look.rule, look.mention, "declined", look.decline.reason, look.decline.at, None)
    elif not look.drafts:
        yield Verdict(look.rule, look.mention, "nothing", None, None, None)
    for draft in look.drafts:
        yield _fate(trace, look, draft)


def _fate(trace: Trace, look: Look, draft: Draft) -> Verdict:
    lost = trace.lost(draft)
    fate: Fate = "lost" if lost else "record"
    return Verdict(look.rule, look.mention, fate, lost.why if lost else None, draft.quote, trace.record(draft))
