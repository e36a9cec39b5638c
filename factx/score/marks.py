"""Marks: what a reader of a page accepted and rejected (`factx view` saves them), as precision a kind and rule.

A file of marks is `{"document": name, "sha256": of the text, "marks": {record id: "accepted" | "rejected"}}`, or a list
of such. The document is read again, so that a file of marks also tells what a change of rules did: rejected
records that are gone, accepted ones that were lost.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from factx.errors import ReadError, RecordError
from factx.pipeline import extract
from factx.readers import read
from factx.records import Document, Report

_MARKS = ("accepted", "rejected")


@dataclass(slots=True)
class Tally:
    """The marks of a kind or a rule."""

    accepted: int = 0
    rejected: int = 0

    @property
    def precision(self) -> float:
        """How many of the marked records are right."""
        return self.accepted / (self.accepted + self.rejected) if self.accepted + self.rejected else 0.0


@dataclass(slots=True)
class Marked:
    """What the marks of a file say of the records that factx finds now."""

    kinds: dict[str, Tally]
    rules: dict[str, Tally]
    gone: Tally
    """Marked records that are found no more: rejected ones are mended, accepted ones are lost."""


def read_marks(path: Path) -> Marked:
    """The marks of a file; ReadError where a document of it cannot be read, RecordError where it holds no marks."""
    marked = Marked({}, {}, Tally())
    for entry in _entries(path):
        facts = {fact.id: fact for fact in _report(entry, path).facts}
        for name, mark in entry["marks"].items():
            fact = facts.get(name)
            tallies = (
                [marked.kinds.setdefault(fact.kind, Tally()), marked.rules.setdefault(fact.rule, Tally())]
                if fact
                else [marked.gone]
            )
            for tally in tallies:
                setattr(tally, mark, getattr(tally, mark) + 1)
    return Marked(dict(sorted(marked.kinds.items())), dict(sorted(marked.rules.items())), marked.gone)


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a file of marks."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    except ValueError as error:
        raise RecordError(f"{path}: no JSON; save the marks again from the page") from error
    for entry in said if isinstance(said, list) else [said]:
        marks = entry.get("marks") if isinstance(entry, dict) else None
        if not isinstance(marks, dict) or not set(marks.values()) <= set(_MARKS) or "document" not in entry:
            raise RecordError(f"{path}: holds no marks of a page; give a file that the page of factx view saved")
        yield entry


def _report(entry: dict[str, Any], path: Path) -> Report:
    """The report of a marked document, which stands where its name says or beside the file of marks."""
    name = Path(str(entry["document"]))
    for place in (name, path.parent / name, path.parent / name.name):
        if place.is_file():
            document = read(place)
            if _fits(document, entry.get("sha256")):
                return extract(document)
            raise ReadError(f"{place}: is not the text that {path.name} marks; give the text as it was")
    raise ReadError(f"{path}: its document {name} is missing; put it beside the file of marks")


def _fits(document: Document, digest: object) -> bool:
    return digest is None or sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() == digest
