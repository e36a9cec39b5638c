"""Whom a place speaks of when its clause names nobody: the person of the sentence, the line or the whole portrait."""

import re
from functools import lru_cache

from factx.mentions.persons import Person, persons_in
from factx.rules.scene import Scene
from factx.text import Span

_AS_TOPIC = re.compile(
    r"(?:[,，:：\s(（]|--|——|—"
    r"|同志|教授|医生|主任|老师|博士|院士|现任|现为|系|是|先后|曾|男|女|担任|毕业|从事|长期|擅长|荣获|获|被|一直|始终|在|作为|说|介绍|自|以|用|把|\d)"
)
_OPENING = 60
_SEEN = 4


def topic(scene: Scene, at: int) -> Span | None:
    """The person, else the body, that an honour at `at` belongs to, or None."""
    text = scene.text
    person = _opens_with_person(text, scene.sentence.start, min(at, scene.sentence.start + _OPENING))
    person = person or _named_before(scene, at)
    subject = scene.context.subject(at)
    if person:
        return person.name
    if subject and subject != scene.context.document_subject:
        return subject
    line = text.rfind("\n", 0, scene.sentence.start) + 1
    person = _opens_with_person(text, line, min(at, line + _OPENING)) or portrait(text)
    return person.name if person else subject


def _named_before(scene: Scene, at: int) -> Person | None:
    """The person with whom the clause right before the one of `at` ends (`小将李晓岚,以…夺得冠军`), or None."""
    before = [clause for clause in scene.sentence.clauses if clause.end < at]
    if not before or before[-1].end <= scene.clause(at).start - 3:
        return None
    clause = before[-1]
    people = persons_in(scene.text, max(clause.start, clause.end - 30), clause.end)
    return people[-1] if people and people[-1].name[1] == clause.end else None


def _opens_with_person(text: str, start: int, end: int) -> Person | None:
    """The person that the stretch opens with as its topic (`李晓岚,女,…`), or None."""
    for person in persons_in(text, start, end)[:1]:
        lead = text[start : person.name[0]]
        if len(lead) <= 2 and _AS_TOPIC.match(text, person.name[1]):
            return person
    return None


@lru_cache(maxsize=8)
def portrait(text: str) -> Person | None:
    """The one person whom a whole document is about, where its first lines name them and the rest returns to them."""
    head = text[:400]
    counts: dict[str, Person] = {}
    for person in persons_in(head, 0, len(head)):
        counts.setdefault(text[person.name[0] : person.name[1]], person)
    best = max(counts, key=text.count, default=None)
    if best is None or text.count(best) < _SEEN:
        return None
    return counts[best]
