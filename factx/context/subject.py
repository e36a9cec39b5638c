"""Subject: who a place speaks of: the actor that a clause names at its beginning, else the document's own body."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from operator import attrgetter

from factx.context.actor import (
    acts_at,
    body_opening,
    gives,
    has_at,
    is_measured_at,
    issued_at,
    issues,
    joint,
    only_tells,
    opening,
    organ_of,
    own_at,
    stands_for_others,
    thinks,
)
from factx.context.area import is_of_area
from factx.context.circumstances import goes_on, known_from, place_where
from factx.context.document import Known, subject_of
from factx.context.kinds import NATIONAL, is_bare, is_department, is_institution, rank
from factx.context.lexicon import either, lexicon
from factx.context.naming import Naming
from factx.context.nations import CHINA, nation_opening, nations_in
from factx.context.people import person_at, person_opening, speaker_opening
from factx.context.speakers import Speakers
from factx.context.topic import is_again, topic_opening
from factx.context.undertaking import held_by, hosted_by
from factx.mentions.bodies import bodies_in, body_at
from factx.mentions.entries import entry_head
from factx.patterns import compiled
from factx.segment import Clause, Sentence
from factx.text import Span
from factx.words import cut

_SEMICOLONS = ("；", ";")
_ORGAN = compiled(r"(?:人民)?政府|[省市县区州镇乡]?委(?:员会)?|[省市县区州]委")
_OWN = frozenset("我本全该")
_NATION = frozenset({"我国", "全国", "中国"})
_WING = compiled(r"[东西南北新老](?:区|院|部|校|校区|院区)")
"""How the name of a part of a hospital or a school begins: 西区医院."""
_NEAR = 200
"""How far back a body stands that 该公司 means."""


class Subjects:
    """The subjects of a document's places; `document` is its own body, or None."""

    def __init__(self, text: str, sentences: list[Sentence], title: Span, periods: list[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._title = title
        self._naming = Naming(text)
        self._speakers = Speakers(text, sentences, title, self._naming)
        self._is_of_area = is_of_area(text, title)
        self._periods = dict(periods)
        self._known: dict[int, Span | None] = {}
        self._heads: dict[tuple[Span, ...], Span | None] = {}
        self._headlines: dict[tuple[Span, ...], Span | None] = {}
        self._last_of_item: dict[int, Span | None] = {}
        self._last_of_paragraph: dict[int, Span | None] = {}

    @cached_property
    def document(self) -> Span | None:
        """The body that the report is of, or None."""
        return self._report.body

    @cached_property
    def _report(self) -> Known:
        return subject_of(self._text, self._sentences, self._title, self._periods, self._naming)

    def at(self, sentence: Sentence, at: int) -> Span | None:
        """The subject of a fact at `at` of `sentence`: its clause's, else an earlier one's, else the document's."""
        if self._is_of_area:
            return self.document
        if found := self._named(sentence, at):
            return found
        if self._is_roundup:
            return self._of_item(sentence)
        if goes_on(self._text, sentence.start, sentence.end) and (found := self._of_paragraph(sentence)):
            return found
        return (
            self._speakers.of(sentence)
            or self._of_section(sentence.section)
            or entry_head(self._text, at)
            or self.document
            or self._of_paragraph(sentence)
            or self._of_first_part(sentence, at)
            or self._report.faint
        )

    def holder(self, named: Span) -> Span | None:
        """The body whose meeting or paper an undertaking is, or that holds it, in its fullest form, or None."""
        held = held_by(self._text, named) or hosted_by(self._text, named)
        return self._naming.fullest(held) if held else None

    def _of_section(self, section: tuple[Span, ...]) -> Span | None:
        """The body that the innermost heading names and nothing else (a row of profiles)."""
        if section not in self._heads:
            self._heads[section] = next((body for h in reversed(section) if (body := self._headed(h))), None)
        return self._heads[section]

    def _headed(self, heading: Span) -> Span | None:
        start = opening(self._text, *heading, self._periods)
        person = person_at(self._text, start, heading[1]) if start > self._title[1] else None
        if person and person[1] == heading[1]:
            return person[0]
        body = body_at(self._text, start, heading[1]) if start > self._title[1] else None
        words = self._text[slice(*body)] if body and body[1] == heading[1] else ""
        return body if words and not is_department(words) and not is_bare(words) else None

    @cached_property
    def _is_roundup(self) -> bool:
        """Whether the document is a row of items about different bodies."""
        return bool(re.search(either(lexicon().roundup), self._text[slice(*self._title)]))

    def _of_item(self, sentence: Sentence) -> Span | None:
        """The actor last named under the same heading, or the one that the heading names."""
        return self._last(sentence, self._last_of_item, attrgetter("section")) or self._of_headline(sentence.section)

    def _of_headline(self, section: tuple[Span, ...]) -> Span | None:
        """The first body, area, thing or country that the innermost heading names (上半年|我国国际收支基本平衡)."""
        if not section or section[-1] == self._title:
            return None
        if section not in self._headlines:
            start, end = section[-1]
            topic = topic_opening(self._text, opening(self._text, start, end, self._periods), end)
            named = [body for body in bodies_in(self._text, start, end) if not is_bare(self._text[slice(*body)])]
            nations = nations_in(self._text, start, end)
            self._headlines[section] = topic or min([*named, *nations], default=None)
        return self._headlines[section]

    def _of_paragraph(self, sentence: Sentence) -> Span | None:
        """The actor last named in the same paragraph."""
        return self._last(sentence, self._last_of_paragraph, attrgetter("paragraph"))

    def _last(
        self, sentence: Sentence, known: dict[int, Span | None], part: Callable[[Sentence], object]
    ) -> Span | None:
        """The actor last named before a sentence within its part; `known` keeps it for every sentence passed."""
        at = bisect_left(self._starts, sentence.start)
        passed = []
        found = None
        while at not in known:
            passed.append(at)
            earlier = self._sentences[at - 1] if at else None
            if earlier is None or part(earlier) != part(sentence) or (found := self._named(earlier, earlier.end)):
                break
            at -= 1
        else:
            found = known[at]
        known.update(dict.fromkeys(passed, found))
        return found

    def _named(self, sentence: Sentence, at: int) -> Span | None:
        """What the clause that holds `at` names, or the nearest one before it in the sentence."""
        for clause in reversed(sentence.clauses):
            if clause.start > at:
                continue
            if clause.mark in _SEMICOLONS and clause.end <= at:
                return None
            if found := self._opened_by(clause, sentence):
                return found
        return None

    def _opened_by(self, clause: Clause, sentence: Sentence) -> Span | None:
        """The actor that a clause of the sentence names, looked for once."""
        if clause.start not in self._known:
            self._known[clause.start] = self._of_clause(clause, sentence.section)
        return self._known[clause.start]

    def _of_first_part(self, sentence: Sentence, at: int) -> Span | None:
        """The actor that the sentence names first, before its semicolons; None where the part at `at` is elsewhere."""
        passed = [clause for clause in sentence.clauses if clause.start <= at]
        parted = next((i for i in range(len(passed) - 1, 0, -1) if passed[i - 1].mark in _SEMICOLONS), 0)
        if self._text.startswith("在", passed[parted].start):
            return None
        return next((found for clause in passed[:parted] if (found := self._opened_by(clause, sentence))), None)

    def _of_clause(self, clause: Clause, section: tuple[Span, ...]) -> Span | None:
        """The actor that a clause names at its beginning, or behind a dash (首个基地——云溪示范区), or None."""
        start = opening(self._text, clause.start, clause.end, self._periods)
        dash = self._text.find("——", start, clause.end)
        if dash > 0 and all(word.pos[0] not in "vd" or word.pos == "vn" for word in cut(self._text, start, dash)):
            start = dash + 2
        return self._at(start, clause, section) or self._by_circumstance(start, clause)

    def _by_circumstance(self, start: int, clause: Clause) -> Span | None:
        """The place in which the sentence tells what happens, or the institution from which it is known."""
        place = place_where(self._text, start, clause.end) if self._tells_of_things else None
        return place or known_from(self._text, start, clause.end)

    def _at(self, start: int, clause: Clause, section: tuple[Span, ...]) -> Span | None:
        """The actor whose name begins at `start`, in its fullest form, or None."""
        if start >= clause.end:
            return None
        if self._text[start] == "由" or (self._text[start] == "在" and issued_at(self._text, start + 1, clause.end)):
            start += 1  # 由…主办的, 在…出台的措施中
        if speaker := speaker_opening(self._text, start, clause.end):
            return self._naming.fullest(speaker)
        body = self._body(start, clause.end)
        own = own_at(self._text, start, clause.end)
        if own and (not body or body[1] <= own[1]):
            organ = organ_of(self._text, own, clause.end)
            return organ if organ and acts_at(self._text, organ[1]) else self._meant(own, section)
        if other := self._without_head(start, clause, body):
            return other
        if not body or is_bare(self._text[slice(*body)]) or only_tells(self._text, start, clause.end):
            return None
        if thinks(self._text, body) and not is_institution(self._text[slice(*body)]):
            return None
        whole = joint(self._text, body, clause.end)
        is_told_of = acts_at(self._text, whole[1]) or is_measured_at(self._text, whole[1], clause.end)
        is_told_of = is_told_of or has_at(self._text, whole, clause.end)
        if not is_told_of or gives(self._text, whole[1], clause.end):
            return None
        if self._is_above(body) and not issues(self._text, whole[1], self._end_of_sentence(clause)):
            return None
        if whole != body:
            return whole
        if own and self._is_part(body):  # 学校|图书馆
            return self._meant(own, section)
        return self.document if self._is_part(body) else self._naming.fullest(body)

    def _whole_name(self, person: Span) -> Span:
        """The person, by the whole name where the report is of that person (林小|立)."""
        document = self.document
        is_document = document and self._text[slice(*document)].startswith(self._text[slice(*person)])
        return document if document and is_document else person

    def _end_of_sentence(self, clause: Clause) -> int:
        """Where the sentence ends that holds the clause."""
        return self._sentences[bisect_right(self._starts, clause.start) - 1].end

    def _body(self, start: int, end: int) -> Span | None:
        """The body whose name begins at `start`: the report's own where its name is the longer one (云南|白药)."""
        body = body_opening(self._text, start, end)
        if body and self.document and self._text.startswith(self._text[slice(*self.document)], start):
            return start, max(body[1], start + self.document[1] - self.document[0])
        return body

    def _without_head(self, start: int, clause: Clause, body: Span | None) -> Span | None:
        """The thing, the person or the country that acts, where no body whose name is longer does."""
        end = body[1] if body else start
        if self.document and is_again(self._text, start, self.document):
            return self.document
        if self._tells_of_things and (topic := topic_opening(self._text, start, clause.end)) and end < topic[1]:
            return topic
        if not body and (person := person_opening(self._text, start, clause.end)):
            return self._whole_name(person)
        nation = self._tells_of_things and nation_opening(self._text, start, clause.end)
        if not nation or end not in (start, nation[1]):
            return None
        is_abroad = self._is_roundup or self._text[slice(*nation)] != CHINA
        return nation if is_abroad else self.document or nation

    @cached_property
    def _tells_of_things(self) -> bool:
        """Whether the document is of no body, but of the whole country or of many: an event may be its subject."""
        return self._is_roundup or self.document is None or self._text[slice(*self.document)] in _NATION

    def _is_above(self, body: Span) -> bool:
        """Whether a body ranks above the report's own: it visits, guides and gives, and the report is not about it."""
        if self.document is None:
            return False
        return rank(self._text[slice(*body)]) < rank(self._text[slice(*self.document)])

    def _is_part(self, body: Span) -> bool:
        """Whether a body is a department of the report's own one (护理部), or the organ of its area (云溪县政府)."""
        document = self.document and self._text[slice(*self.document)]
        name = self._text[slice(*body)]
        if document and name.startswith(document):
            return bool(_ORGAN.fullmatch(name, len(document)))
        return is_department(name) or _WING.match(name) is not None

    def _meant(self, own: Span, section: tuple[Span, ...]) -> Span | None:
        """The body that a word for oneself, or 该局, means as an actor."""
        if stands_for_others(self._text, own[1]):
            return None
        if self._text[slice(*own)] == "全国" and self.document and not self._is_roundup:
            document = self._text[slice(*self.document)]
            is_titled = document in _NATION and document in self._text[slice(*self._title)]
            return own if not is_titled and rank(document) <= NATIONAL else None
        if self._text[own[0]] == "该" and (found := self._naming.named_before(own, max(0, own[0] - _NEAR))):
            return self._naming.fullest(found)
        body = self._of_section(section) or self.document
        meant = self._naming.resolve_own(own, body)
        if body is None or meant[0] == body[0]:  # the body itself, or the one that it says it is a part of
            return meant
        if found := self._naming.named_before(own, max(0, own[0] - _NEAR)):
            return found
        return None if self._text[slice(*meant)] in lexicon().own and self._text[own[0]] not in _OWN else meant
