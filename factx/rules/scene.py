"""What a rule sees: one sentence with its mentions, its context, and the words of its clauses."""

from functools import cached_property

from factx.context import Context
from factx.mentions.quantities import Amount
from factx.scan import Mention, Mentions, within
from factx.segment import Clause, Sentence
from factx.text import Span
from factx.words import Word, cut


class Scene:
    """A sentence as the rules see it. All offsets are those of the document."""

    def __init__(self, mentions: Mentions, sentence: Sentence, context: Context) -> None:
        self.mentions = mentions
        self.text = mentions.folded
        self.sentence = sentence
        self.context = context

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts of the sentence."""
        return within(self.mentions.amounts, self.sentence.start, self.sentence.end)

    @cached_property
    def verbs(self) -> list[Mention]:
        """The verbs of the sentence."""
        return within(self.mentions.verbs, self.sentence.start, self.sentence.end)

    @cached_property
    def quotes(self) -> list[Span]:
        """The quoted names of the sentence, marks included."""
        return within(self.mentions.marks.quotes, self.sentence.start, self.sentence.end)

    @cached_property
    def books(self) -> list[Span]:
        """The 《titles》 of the sentence, marks included."""
        return within(self.mentions.marks.books, self.sentence.start, self.sentence.end)

    @cached_property
    def brackets(self) -> list[Span]:
        """The short asides in brackets of the sentence, marks included."""
        return within(self.mentions.marks.brackets, self.sentence.start, self.sentence.end)

    def clause(self, at: int) -> Clause:
        """The clause that holds offset `at` (the last one that begins at or before it)."""
        clauses = self.sentence.clauses
        return next((c for c in reversed(clauses) if c.start <= at), clauses[0])

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words of `[start, end)`, cut on the spot."""
        return cut(self.text, start, end)
