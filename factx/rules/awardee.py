"""Awardees: a record for each person who holds an honour, with the unit and the post that stand beside the name."""

from factx.mentions.persons import Person, persons_in
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span

_BEFORE, _BEHIND = 60, 12


def awardees(scene: Scene, honour: Draft) -> list[Draft]:
    """The awardees of an honour's draft: its recipients that are persons."""
    found = []
    recipients = honour.spans["recipients"]
    for span in recipients if isinstance(recipients, list) else [recipients]:
        person = person_at(scene, span)
        if person is None:
            continue
        spans: dict[str, Span | list[Span]] = {"name": person.name, "honour": honour.spans["title"]}
        if person.organisation:
            spans["organisation"] = person.organisation
        if person.position:
            spans["position"] = person.position
        for field in ("grantor", "grade"):
            if field in honour.spans:
                spans[field] = honour.spans[field]
        found.append(Draft("awardee", honour.quote, spans, {"level": honour.values["level"]}))
    return found


def person_at(scene: Scene, span: Span) -> Person | None:
    """The person whose name is exactly `span`, or None."""
    text = scene.text
    floor = max(text.rfind("\n", 0, span[0]) + 1, span[0] - _BEFORE)
    line = text.find("\n", span[1])
    ceiling = min(len(text) if line < 0 else line, span[1] + _BEHIND)
    return next((person for person in persons_in(text, floor, ceiling) if person.name == span), None)
