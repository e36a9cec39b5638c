"""Context: what a place inherits: subject, period, achieved or planned. Updated sentence by sentence."""

from factx.context.dating import Dating
from factx.context.given import NOTHING, Given
from factx.context.status import Statuses
from factx.context.subject import Subjects
from factx.context.title import title_of
from factx.context.undertaking import led_by
from factx.mentions.periods import PeriodMention
from factx.scan import Mentions, covering
from factx.segment import Sentence
from factx.text import Span

__all__ = ["Context", "Given", "PeriodMention"]


class Context:
    """What the places of the current sentence inherit; `enter` moves on to the next sentence."""

    def __init__(self, mentions: Mentions, sentences: list[Sentence], given: Given = NOTHING) -> None:
        text = mentions.folded
        title = title_of(text, sentences, mentions.furniture, given.title)
        periods = [span for span in mentions.periods if not covering(mentions.marks.books, span[0])]
        self._text = text
        self._dating = Dating(text, periods, title, given)
        self._statuses = Statuses(text, sentences, title, self._dating.stated)
        self._subjects = Subjects(text, sentences, title, periods)
        self.sentence = sentences[0] if sentences else None

    @property
    def document_subject(self) -> Span | None:
        """The body that the whole report is of, or None."""
        return self._subjects.document

    def enter(self, sentence: Sentence) -> None:
        """Make `sentence` the current one; sentences come in order."""
        self.sentence = sentence
        self._statuses.enter(sentence)

    def subject(self, at: int, named: Span | None = None) -> Span | None:
        """Who a fact at offset `at` of the current sentence is about: clause, sentence, document.

        An undertaking `named` is not about itself, but about the body that its name begins with.
        """
        if self.sentence is None:
            return None
        if named and (holder := self._subjects.holder(named)):
            return holder
        found = self._subjects.at(self.sentence, at)
        return led_by(self._text, named) if found and found == named else found

    def period(self, at: int) -> PeriodMention | None:
        """When a fact at `at` holds, or None."""
        if self.sentence is None:
            return None
        if found := self._dating.at(self.sentence, at):
            return found
        year = self._dating.ahead(self.sentence)
        return year if year and self.planned(at) else None

    def planned(self, at: int) -> Span | None:
        """The words (or heading) that make a fact at `at` a plan; None where it is achieved."""
        return self._statuses.planned(at)
