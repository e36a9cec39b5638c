"""Context: what a place inherits: subject, period, achieved or planned. Updated sentence by sentence.

A first version: the document's subject is not known yet, the status is read off plan words of the clause.
"""

import datetime
from typing import NamedTuple

from factx.scan import Mentions
from factx.segment import Sentence
from factx.text import Span


class PeriodMention(NamedTuple):
    """A stretch that says when; ISO dates (inclusive), null where the year is not known."""

    start: int
    end: int
    first: str | None
    last: str | None


class Context:
    """What the places of the current sentence inherit; `enter` moves on to the next sentence."""

    def __init__(self, mentions: Mentions, sentences: list[Sentence], date: datetime.date | None = None) -> None:
        self.mentions = mentions
        self.document_subject: Span | None = None
        self.sentence = sentences[0] if sentences else None

    def enter(self, sentence: Sentence) -> None:
        """Make `sentence` the current one; sentences come in order."""
        self.sentence = sentence

    def subject(self, at: int) -> Span | None:
        """Who a fact at offset `at` of the current sentence is about: clause, sentence, paragraph, document."""
        return self.document_subject

    def period(self, at: int) -> PeriodMention | None:
        """When a fact at `at` holds, or None."""
        return None

    def planned(self, at: int) -> Span | None:
        """The words (or heading) that make a fact at `at` a plan; None where it is achieved."""
        return None
