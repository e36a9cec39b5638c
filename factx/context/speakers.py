"""Speakers: who speaks in a paragraph or behind a label, or of whom it gives the particulars."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from factx.context.circumstances import labels
from factx.context.naming import Naming
from factx.context.people import person_at, speaker_opening
from factx.segment import Sentence
from factx.text import Span


class Speakers:
    """The speakers of a document's sentences."""

    def __init__(self, text: str, sentences: list[Sentence], title: Span, naming: Naming) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._title = title
        self._naming = naming
        self._openers: dict[int, Span | None] = {}

    def of(self, sentence: Sentence) -> Span | None:
        """Whom a sentence is about that names nobody: the paragraph's person or company, or the body of its label."""
        return self._of_opener(sentence) or self._of_label(sentence)

    def _of_opener(self, sentence: Sentence) -> Span | None:
        """The person whose particulars the paragraph opens with, or the company that speaks in it."""
        opener = self._sentences[self._opening[bisect_left(self._starts, sentence.start)]]
        if opener.start not in self._openers:
            named = person_at(self._text, opener.start, opener.end)
            speaker = speaker_opening(self._text, opener.start, opener.clauses[0].end)
            self._openers[opener.start] = (
                named[0] if named and self._text[named[1]] in "，," else speaker and self._naming.fullest(speaker)
            )
        return self._openers[opener.start]

    @cached_property
    def _opening(self) -> list[int]:
        """For each sentence the one that opens its paragraph."""
        opening = 0
        found = []
        for at, start in enumerate(self._starts):
            opening = at if start and self._text[start - 1].isspace() else opening
            found.append(opening)
        return found

    def _of_label(self, sentence: Sentence) -> Span | None:
        """The body whose name and a colon lead what follows in the same paragraph."""
        at = bisect_left(self._labels, (sentence.end, 0)) - 1
        if at < 0:
            return None
        label = self._labels[at]
        led = self._sentences[max(0, bisect_right(self._starts, label[0]) - 1)]
        return self._naming.fullest(label) if led.paragraph == sentence.paragraph else None

    @cached_property
    def _labels(self) -> list[Span]:
        """The labels behind the title."""
        return [label for label in labels(self._text) if label[0] >= self._title[1]]
