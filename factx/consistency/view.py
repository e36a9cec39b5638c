"""What the checks look at: the text, its amounts and sentences, and the records."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from factx.mentions.quantities import Amount
from factx.records import AnyFact
from factx.scan import Mentions, within
from factx.segment import Sentence

_NO_COUNTS = frozenset({"share", "points", "times", "rank", "duration", None})


@dataclass(frozen=True)
class View:
    """One report."""

    mentions: Mentions
    sentences: Sequence[Sentence]
    facts: list[AnyFact]

    @property
    def text(self) -> str:
        """The folded text; offsets as everywhere."""
        return self.mentions.folded

    @cached_property
    def masked(self) -> str:
        """The text with blanks inside quotes, 《titles》 and brackets, marks included."""
        text = self.text
        pieces, at = [], 0
        for start, end in sorted(
            (*self.mentions.marks.quotes, *self.mentions.marks.books, *self.mentions.marks.brackets)
        ):
            if start >= at:
                pieces += [text[at:start], " " * (end - start)]
                at = end
        return "".join((*pieces, text[at:]))

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds offset `at`, or None between two."""
        i = bisect_right(self._starts, at) - 1
        return self.sentences[i] if i >= 0 and at < self.sentences[i].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sums(self, sentence: Sentence) -> list[Amount]:
        """The exact numbers of a sentence that can be added up: counts, money, physical quantities."""
        amounts = within(self.mentions.amounts, sentence.start, sentence.end)
        return [a for a in amounts if a.unit and not a.ordinal and a.measure not in _NO_COUNTS]


def shown(value: float) -> str:
    """A number as a person writes it."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"
