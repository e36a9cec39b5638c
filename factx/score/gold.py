"""Gold files: documents with the records that a careful reader found, `NAME.gold.jsonl` beside `NAME.txt`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from factx.errors import ReadError, RecordError
from factx.records import KINDS, AnyFact, Fact, Period, Report
from factx.score.counting import Record

SUFFIX = ".gold.jsonl"

_MADE = frozenset(Fact.model_fields) - {"kind", "subject", "period", "quote"}
"""What only factx's own records have; all other fields are those of a gold record too."""


class Gold(NamedTuple):
    """A document and its gold file."""

    name: str
    document: Path
    records: Path


def gold_files(folder: Path) -> list[Gold]:
    """The gold files of `folder` with their documents, by name; ReadError where none is, or one lacks its text."""
    if not folder.is_dir():
        raise ReadError(f"{folder}: is no folder; give one with NAME.txt and NAME{SUFFIX} files")
    found = []
    for records in sorted(folder.glob(f"*{SUFFIX}")):
        name = records.name.removesuffix(SUFFIX)
        documents = sorted(path for path in folder.glob(f"{name}.*") if path.stem == name and path.is_file())
        document = next((path for path in documents if path.suffix == ".txt"), documents[0] if documents else None)
        if document is None:
            raise ReadError(f"{records}: its document is missing; put {name}.txt beside it")
        found.append(Gold(name, document, records))
    if not found:
        raise ReadError(f"{folder}: holds no *{SUFFIX}; factx score --init FILE writes a first draft of one")
    return found


def read_records(path: Path) -> list[Record]:
    """The records of a JSON Lines file; rows of other kinds are left out. RecordError where a line is no record."""
    records: list[Record] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            row = dict(json.loads(line or "{}"))
        except (ValueError, TypeError) as error:
            raise RecordError(f"{path}:{number}: no record; each line must hold one JSON object") from error
        if row.get("kind") in KINDS:
            records.append(row)
    return records


def draft(report: Report) -> Iterator[str]:
    """The lines of a gold file with what factx finds, to be corrected by hand."""
    for fact in report.facts:
        yield json.dumps(_gold(fact), ensure_ascii=False)


def _gold(fact: AnyFact) -> dict[str, Any]:
    """A record with the fields of a gold file: the quote behind all others, the period as its words."""
    record = {name: getattr(fact, name) for name in type(fact).model_fields if name not in _MADE}
    period = record["period"]
    record["period"] = period.text if isinstance(period, Period) else None
    return record
