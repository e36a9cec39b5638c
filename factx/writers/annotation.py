"""Records as annotation tools know them: marked stretches of the text, and links between them.

A record is the mark on its key field, labelled with its kind; every other field is a mark with the field's name, and a
link leads to it from the record's. An achievement's mark is its quote, which holds the number.
"""

from typing import NamedTuple

from factx.records import AnyFact, Report
from factx.text import Span

_KEY = {"initiative": "name", "honour": "title", "awardee": "name"}

PLAIN = ("category", "status", "level", "form", "qualifier", "measure", "value", "value_max")
"""Fields that are no words of the text: tools show them beside the record."""


class Mark(NamedTuple):
    """A marked stretch; offsets are those of the text, in code points, half-open."""

    start: int
    end: int
    label: str


class Link(NamedTuple):
    """From a record's mark to that of one of its fields, both by their numbers."""

    source: int
    target: int
    label: str


def key_span(fact: AnyFact) -> Span:
    """The stretch that stands for a record; the first part of its key field where that is joined of several."""
    return _parts(fact.spans[_KEY[fact.kind]])[0] if fact.kind in _KEY else (fact.start, fact.end)


def fields(fact: AnyFact) -> list[tuple[str, Span]]:
    """Every other stretch that a record marks, with the name of its field, in the order of the text.

    An awardee's `honour` goes by `title`, as in the record of the honour: the mark `honour` is that record.
    """
    found = [
        ("title" if name == "honour" else name, span) for name, spans in fact.spans.items() for span in _parts(spans)
    ]
    key = _KEY.get(fact.kind), key_span(fact)
    return sorted((item for item in found if item != key), key=lambda item: (item[1], item[0]))


def plain(fact: AnyFact) -> dict[str, object]:
    """What a record says in no words of the text, by field."""
    return {name: value for name in PLAIN if (value := getattr(fact, name, None)) is not None}


def marked(report: Report) -> tuple[list[Mark], list[Link]]:
    """The marks and links of a report: one mark a record, in the records' order, then the fields that they share."""
    marks = [Mark(*key_span(fact), fact.kind) for fact in report.facts]
    places: dict[Mark, int] = {}
    links = []
    for source, fact in enumerate(report.facts):
        for name, span in fields(fact):
            target = places.setdefault(Mark(*span, name), len(marks) + len(places))
            links.append(Link(source, target, name))
    return [*marks, *places], links


def even(text: str) -> str:
    """`text` with one line feed at every line end and offsets unmoved: tools count a Windows line end as one."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _parts(spans: Span | list[Span]) -> list[Span]:
    return [spans] if isinstance(spans, tuple) else spans
