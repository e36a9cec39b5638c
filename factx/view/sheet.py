"""What the page shows of one document, and the two forms that it travels in: its block and its line of the index."""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from factx.audit import Unused
from factx.records import FACT, AnyFact, Issue

Row: TypeAlias = tuple[str, str | None, str | None, str, str | None]
"""What the page filters and counts a record by: kind, level, status, rule, year."""


class Sheet(NamedTuple):
    """One document with all that is known of it."""

    name: str
    text: str | None
    """What the offsets refer to; None where it could not be found."""
    facts: Sequence[AnyFact]
    issues: Sequence[Issue] = ()
    unused: Sequence[Unused] | None = None
    """What ended in no record; None where only the records are known."""
    missing: str | None = None
    """Why there is no text, in one line."""


def block(sheet: Sheet) -> str:
    r"""The document as lines of JSON: first all but its records, then each record just as JSON Lines have it.

    `<` is written `\u003c`, which is the same to JSON and keeps the block from ending the script element around it.
    """
    head = {
        "name": sheet.name,
        "text": sheet.text,
        "missing": sheet.missing,
        "issues": [issue.model_dump() for issue in sheet.issues],
        "unused": None if sheet.unused is None else [unused._asdict() for unused in sheet.unused],
    }
    lines = [dumped(head), *(FACT.dump_json(fact).decode() for fact in sheet.facts)]
    return "\n".join(lines).replace("<", "\\u003c")


def entry(sheet: Sheet) -> dict[str, object]:
    """What the index of the page says of the document."""
    return {
        "name": sheet.name,
        "sha256": None if sheet.text is None else sha256(sheet.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "length": None if sheet.text is None else len(sheet.text),
        "rows": rows(sheet),
        "issues": len(sheet.issues),
        "unused": None if sheet.unused is None else len(sheet.unused),
    }


def rows(sheet: Sheet) -> list[Row]:
    """What each record is filtered and counted by, in the order of the block."""
    return [
        (fact.kind, getattr(fact, "level", None), getattr(fact, "status", None), fact.rule, _year(fact))
        for fact in sheet.facts
    ]


def dumped(value: object) -> str:
    """`value` as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _year(fact: AnyFact) -> str | None:
    """The year that a fact is counted under: the last of its period."""
    period = fact.period
    return period.end[:4] if period and period.end else None
