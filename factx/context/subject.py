"""Subject: who a place speaks of: the actor that a clause names at its beginning, else the document's own body."""

import re
from bisect import bisect_left
from functools import cache, cached_property

from factx.context.document import acts_at, subject_of
from factx.context.lexicon import either, lexicon
from factx.context.naming import Naming
from factx.mentions.bodies import body_at
from factx.segment import Clause, Sentence
from factx.text import Span

_LONGEST = 30
_NEAR = 200
"""How far back a body stands that 该公司 means."""
_AND = frozenset("、和与及")
_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[是、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、](?!\d)"
    r"|第[一二三四五六七八九十][,，、]|[①-⑳■◆●★·•【\[“\"])"
)


@cache
def _opening() -> re.Pattern[str]:
    """What may stand between the beginning of a clause and its subject."""
    return re.compile(rf"(?:{_NUMBERING}|{either(lexicon().prelude)}|[\s,，])*")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(either(frozenset(lexicon().own)))


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon()
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{either(words.post)})"), re.compile(either(words.source))


class Subjects:
    """The subjects of a document's places; `document` is its own body, or None."""

    def __init__(self, text: str, sentences: list[Sentence], title: Span, periods: list[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._title = title
        self._naming = Naming(text)
        self._periods = dict(periods)
        self._known: dict[int, Span | None] = {}

    @cached_property
    def document(self) -> Span | None:
        """The body that the report is of, or None."""
        return subject_of(self._text, self._sentences, self._title, self._naming)

    def at(self, sentence: Sentence, at: int) -> Span | None:
        """The subject of a fact at `at` of `sentence`: its clause's, else an earlier one's, else the document's."""
        if found := self._named(sentence, at):
            return found
        return self._of_item(sentence) if self._is_roundup else self.document

    @cached_property
    def _is_roundup(self) -> bool:
        """Whether the document is a row of items about different bodies."""
        return bool(re.search(either(lexicon().roundup), self._text[slice(*self._title)]))

    def _of_item(self, sentence: Sentence) -> Span | None:
        """The actor last named under the same heading."""
        for earlier in reversed(self._sentences[: bisect_left(self._starts, sentence.start)]):
            if earlier.section != sentence.section:
                break
            if found := self._named(earlier, earlier.end):
                return found
        return None

    def _named(self, sentence: Sentence, at: int) -> Span | None:
        """What the clause that holds `at` names, or the nearest one before it in the sentence."""
        for clause in reversed(sentence.clauses):
            if clause.start > at:
                continue
            if clause.start not in self._known:
                self._known[clause.start] = self._of_clause(clause)
            if found := self._known[clause.start]:
                return found
        return None

    def _of_clause(self, clause: Clause) -> Span | None:
        """The actor that a clause names at its beginning, in its fullest form, or None."""
        start = self._first(clause)
        if start >= clause.end:
            return None
        body = body_at(self._text, start, min(clause.end, start + _LONGEST))
        own = _own().match(self._text, start, clause.end)
        if own and (not body or body[1] <= own.end()):
            if self._stands_for(own.end(), clause):
                return None
            if own.group()[0] == "该" and (found := self._naming.named_before(own.span(), max(0, start - _NEAR))):
                return self._naming.fullest(found)
            return self._naming.resolve_own(own.span(), self.document)
        if not body or self._text[slice(*body)] in lexicon().bare:
            return None
        whole = self._joint(body, clause)
        if not acts_at(self._text, whole[1]):
            return None
        return whole if whole != body else self._naming.fullest(body)

    def _joint(self, body: Span, clause: Clause) -> Span:
        """The body with those that act together with it: A、B和C."""
        end = body[1]
        while self._text[end : end + 1] in _AND and end < clause.end:
            further = body_at(self._text, end + 1, min(clause.end, end + _LONGEST))
            if not further:
                break
            end = further[1]
        return body[0], end

    def _stands_for(self, end: int, clause: Clause) -> bool:
        """Whether a body's word for itself only leads a person's post or tells a source."""
        post, source = _after()
        return bool(post.match(self._text, end, clause.end) or source.match(self._text, end, clause.end))

    def _first(self, clause: Clause) -> int:
        """Where the subject would begin: behind numbering, conjunctions and times."""
        start = clause.start
        while True:
            match = _opening().match(self._text, start, clause.end)
            start = match.end() if match else start
            if start not in self._periods or self._periods[start] > clause.end:
                return start
            start = self._periods[start]
