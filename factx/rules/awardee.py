"""Awardees: a record for each person who holds an honour, with the unit and the post that the text gives the name."""

import re
from functools import lru_cache

from factx.mentions.persons import Person, entry_of, persons_in
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span

_BEFORE, _BEHIND = 60, 60
_LOOKED_AT = 12
_AREAS = frozenset("省市县区镇乡村")
_OURS = re.compile(r"(?:我|本|全)[省市县区州镇](?=\S{3})")
_COUNTED = re.compile(r"[一二两三四五六七八九十\d]+[位名](?=..)")
_SPACES = frozenset(" \t\u3000\n")
_ITEM = " \t\u30000123456789.、．()（）"
_TEAM = re.compile(r"(?:等人?)?(?:的)?(?:团队|小组|课题组|战队|班组|工作室)")


def awardees(scene: Scene, honour: Draft, author: Span | None) -> list[Draft]:
    """The awardees of an honour's draft: its recipients that are persons, else the `author` of the work that won."""
    found = []
    recipients = honour.spans["recipients"]
    spans = list(recipients) if isinstance(recipients, list) else [recipients]
    if author and not any(person_at(scene, span) for span in spans):
        spans.append(author)
    for span in spans:
        person = person_at(scene, span)
        if person is None or scene.text[span[1] - 1] in _AREAS or _TEAM.match(scene.text, span[1]):
            continue
        fields: dict[str, Span | list[Span]] = {"name": person.name, "honour": honour.spans["title"]}
        if person.organisation and not scene.text[slice(*person.organisation)].endswith("院士"):
            begin, end = person.organisation
            ours = _OURS.match(scene.text, begin, end)
            fields["organisation"] = (ours.end() if ours else begin, end)
        if person.position and not _is_title(scene.text, person.position, honour):
            counted = _COUNTED.match(scene.text, *person.position)
            fields["position"] = (counted.end(), person.position[1]) if counted else person.position
        for field in ("grantor", "grade"):
            if field in honour.spans:
                fields[field] = honour.spans[field]
        found.append(Draft("awardee", honour.quote, fields, {"level": honour.values["level"]}))
    return found


def _is_title(text: str, position: Span, honour: Draft) -> bool:
    """Whether what stands where a post would is the honour itself (`中国工程院院士李晓岚`)."""
    title = honour.spans["title"]
    words = "".join(text[a:b] for a, b in title) if isinstance(title, list) else text[slice(*title)]
    return text[position[0] : position[1]] in words or text[position[0] : position[1]].endswith("院士")


def person_at(scene: Scene, span: Span) -> Person | None:
    """The person whose name is exactly `span`, with what the text says of them elsewhere if not there; or None."""
    text = scene.text
    if not 2 <= span[1] - span[0] <= 14:
        return None
    person = _at(text, span)
    if person is None or person.organisation:
        return person
    known = profile(text, text[span[0] : span[1]])
    return Person(person.name, known.organisation, person.position or known.position) if known else person


@lru_cache(maxsize=64)
def profile(text: str, name: str) -> Person | None:
    """The fullest that the document says of the person `name` at one place, or None."""
    best: Person | None = None
    at = -1
    for _ in range(_LOOKED_AT):
        at = text.find(name, at + 1)
        if at < 0:
            break
        person = _at(text, (at, at + len(name)))
        if person and _known(person) > (_known(best) if best else 0):
            best = person
    return best


def _known(person: Person) -> int:
    return 2 * (person.organisation is not None) + (person.position is not None)


def _at(text: str, span: Span) -> Person | None:
    floor = max(text.rfind("\n", 0, span[0]) + 1, span[0] - _BEFORE)
    line = text.find("\n", span[1])
    ceiling = min(len(text) if line < 0 else line, span[1] + _BEHIND)
    found = next((person for person in persons_in(text, floor, ceiling) if person.name == span), None)
    if found is None and text[span[1] : span[1] + 1] in _SPACES and not text[floor : span[0]].strip(_ITEM):
        return entry_of(text, (span[0], ceiling))
    return found
