"""Trace: one document's way through the line, from its mentions to its records, for `explain` and the audit."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from factx.records import AnyFact, Report
from factx.rules.observer import Look, Lost, Observer
from factx.rules.rule import Draft
from factx.scan import Mentions
from factx.segment import Sentence
from factx.text import Span


@dataclass(frozen=True)
class Trace:
    """One document's way through the line."""

    report: Report
    """What came out."""
    mentions: Mentions
    """What was scanned."""
    sentences: list[Sentence]
    kept: list[Draft]
    """The drafts that became the report's records, in the same order."""
    seen: Observer

    @property
    def looks(self) -> list[Look]:
        """Every rule at every mention that woke it, in the order of the walk."""
        return self.seen.looks

    def lost(self, draft: Draft) -> Lost | None:
        """Why `draft` is no record of its own, or None where it is one."""
        return self.seen.lost.get(id(draft))

    def record(self, draft: Draft) -> AnyFact:
        """The record that `draft` became, or gave way to."""
        while lost := self.lost(draft):
            draft = lost.to
        return self._records[id(draft)]

    def inherited(self, fact: AnyFact) -> dict[str, Span | None]:
        """The fields that the context gave a record, each with the words that it was read from."""
        return self.seen.inherited.get(self._drafts[fact.id], {})

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds offset `at`, or None between two."""
        i = bisect_right(self._starts, at) - 1
        return self.sentences[i] if i >= 0 and at < self.sentences[i].end else None

    @cached_property
    def _records(self) -> dict[int, AnyFact]:
        return {id(draft): fact for draft, fact in zip(self.kept, self.report.facts, strict=True)}

    @cached_property
    def _drafts(self) -> dict[str, int]:
        return {fact.id: id(draft) for draft, fact in zip(self.kept, self.report.facts, strict=True)}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]
