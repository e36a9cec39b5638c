"""SQLite: a table a kind, the documents, what is doubtful about them, and a search that works on Chinese.

`fact` is a view of what all kinds share; `called` in it is the name, title or metric. `search` indexes its words by
groups of three characters: `MATCH '节水型'` needs three, `LIKE '%节水%'` on it finds shorter ones too.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import count
from pathlib import Path

from factx.records import KINDS, Report
from factx.writers.flat import COLUMNS, Cell, row
from factx.writers.sources import DOCUMENT, ISSUE, document, issues

_NUMBERS = frozenset({"start", "end", "value", "value_max"})
_NAMES = {"initiative": "name", "honour": "title", "achievement": "metric", "awardee": "honour"}
_TYPES = {str: "TEXT", int: "INTEGER"}


def save(reports: Iterable[Report], path: Path) -> None:
    """Write all records and documents, in order."""
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA journal_mode = OFF")  # a file that is not finished is nobody's
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_schema())
        record = count(1)
        for number, report in enumerate(reports, 1):
            _insert(base, "document", [number, *document(report)])
            for issue in issues(report):
                _insert(base, "issue", [number, *issue])
            for fact in report.facts:
                _insert(base, fact.kind, [next(record), number, *row(fact, COLUMNS[fact.kind])])
        base.execute("INSERT INTO search (search) VALUES ('rebuild')")
        base.commit()


def _schema() -> str:
    """Tables, the view of all records, and the search over it."""
    keys = "document INTEGER NOT NULL REFERENCES document"
    document_columns = {name: _TYPES[sort] for name, sort in DOCUMENT.items()}
    issue_columns = {name: _TYPES[sort] for name, sort in ISSUE.items()}
    statements = [
        f"CREATE TABLE document (document INTEGER PRIMARY KEY, {_listed(document_columns)})",
        f"CREATE TABLE issue ({keys}, {_listed(issue_columns)})",
        "CREATE INDEX issue_document ON issue (document)",
    ]
    for kind in KINDS:
        columns = {name: "NUMERIC" if name in _NUMBERS else "TEXT" for name in COLUMNS[kind]}
        statements += [
            f"CREATE TABLE {kind} (record INTEGER PRIMARY KEY, {keys}, {_listed(columns)})",
            f"CREATE INDEX {kind}_document ON {kind} (document)",
        ]
    shared = ", ".join(f'"{name}"' for name in COLUMNS["honour"] if all(name in COLUMNS[kind] for kind in KINDS))
    parts = (f"{_NAMES[kind]} AS called, {shared} FROM {kind}" for kind in KINDS)
    views = " UNION ALL ".join(f"SELECT record, document, {part}" for part in parts)
    words = "called, subject, quote, content='fact', content_rowid='record', tokenize='trigram'"
    statements += [
        f"CREATE VIEW fact AS {views}",
        f"CREATE VIRTUAL TABLE search USING fts5 ({words})",
    ]
    return ";\n".join(statements)


def _listed(columns: dict[str, str]) -> str:
    return ", ".join(f'"{name}" {sort}' for name, sort in columns.items())


def _insert(base: sqlite3.Connection, table: str, cells: list[Cell]) -> None:
    base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)  # noqa: S608 (our own names)
