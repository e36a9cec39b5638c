"""Judge: what factx finds in gold documents, held against their gold records, with the rules that made or missed it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factx.explain import Verdict, place
from factx.pipeline import trace
from factx.readers import read
from factx.records import KINDS
from factx.score.counting import Comparison, Record, compare
from factx.score.gold import Gold, read_records
from factx.trace import Trace


class Judged(NamedTuple):
    """A gold document after factx went through it."""

    name: str
    trace: Trace
    compared: list[Comparison]
    """One for each kind."""


@dataclass(slots=True)
class RuleFigures:
    """How well one rule does on gold documents."""

    right: int = 0
    """Records that tell a gold fact."""
    wrong: int = 0
    """Records that tell none."""
    near: Counter[str] = field(default_factory=Counter)
    """Gold facts that it looked at and did not make, by the reason."""

    @property
    def precision(self) -> float:
        """How many of its records are right; 0 where it made none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0


def judge(gold: Gold) -> Judged:
    """Run factx on a gold document and compare."""
    truth = read_records(gold.records)
    traced = trace(read(gold.document))
    seen = [fact.model_dump(mode="json") for fact in traced.report.facts]
    return Judged(gold.name, traced, [compare(gold.name, kind, truth, seen) for kind in KINDS])


def nearest(judged: Judged, missed: Record) -> tuple[str, str] | None:
    """The rule of the record's kind that looked where a missed gold record stands, and why it did not make it.

    None where no rule had anything to say of the place.
    """
    text = judged.trace.report.document.text
    quote = str(missed.get("quote") or "")
    start = text.find(quote) if quote else -1
    if start < 0:
        return None
    kind = "honour" if missed["kind"] == "awardee" else missed["kind"]
    looked = [
        verdict
        for verdict in place(judged.trace, start, start + len(quote)).verdicts
        if verdict.rule.partition(".")[0] == kind
        and (kind != "achievement" or _value(judged.trace, verdict) == missed.get("value"))
    ]
    for verdict in looked:
        if verdict.fate == "declined":
            return verdict.rule, str(verdict.reason)
    return next(((v.rule, "made something else of it") for v in looked if v.record), None)


def _value(traced: Trace, verdict: Verdict) -> float | None:
    """The number that woke the rule."""
    return next((a.value for a in traced.mentions.amounts if a.start == verdict.woken_by.start), None)


def by_rule(documents: Iterable[Judged]) -> tuple[dict[str, RuleFigures], Counter[str]]:
    """The figures of every rule that made a record or came near a miss, and how many misses none came near."""
    rules: dict[str, RuleFigures] = {}
    far: Counter[str] = Counter()
    for judged in documents:
        for comparison in judged.compared:
            for rule in _rules(record for _, record in comparison.found):
                rules.setdefault(rule, RuleFigures()).right += 1
            for rule in _rules(comparison.surplus):
                rules.setdefault(rule, RuleFigures()).wrong += 1
            for missed in comparison.missed:
                if near := nearest(judged, missed):
                    rule, reason = near
                    rules.setdefault(rule, RuleFigures()).near[reason] += 1
                else:
                    far[comparison.kind] += 1
    return dict(sorted(rules.items())), far


def _rules(records: Iterable[Record]) -> Iterator[str]:
    return (str(record["rule"]) for record in records)
