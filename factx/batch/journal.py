"""What is done: `OUT.work`, an SQLite file that a run killed at any moment leaves whole.

`plan` lists the documents of the present run in order, `done` the finished ones of this and of earlier runs by name
and content. Every document is stored in a transaction of its own; OUT is read off the two together.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from factx.batch.discovery import Failure, Found, Source
from factx.batch.tasks import Result, Task, unpack
from factx.errors import WriteError
from factx.records import FACT, Document, Issue, Report

_FORMAT = 0x66780001
_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE plan (
    position INTEGER PRIMARY KEY, doc TEXT NOT NULL, path BLOB, start INTEGER, size INTEGER,
    digest BLOB, error TEXT, seconds REAL NOT NULL DEFAULT 0, fresh INTEGER NOT NULL DEFAULT 0, UNIQUE (path, start)
);
CREATE TABLE done (
    doc TEXT NOT NULL, digest BLOB NOT NULL, counts TEXT NOT NULL, document BLOB NOT NULL, records BLOB NOT NULL,
    PRIMARY KEY (doc, digest)
);
CREATE VIEW outcome AS
    SELECT position, plan.doc, error, counts, document, records
    FROM plan LEFT JOIN done ON done.doc = plan.doc AND done.digest = plan.digest;
"""
_PAGE = 256  # rows read at a time: a reader that stayed would keep SQLite from emptying its log


class Journal:
    """The store of one OUT. One run has it at a time; WriteError where another one has, or it cannot be used."""

    def __init__(self, path: Path) -> None:
        try:
            self._base = _open(path)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise WriteError(f"{path}: another run is writing to it; wait for its end") from error
            raise WriteError(f"{path}: cannot be written ({error}); choose another place with -o") from error
        except sqlite3.DatabaseError as error:
            raise WriteError(f"{path}: is no journal of factx batch; delete it or choose another place") from error

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def about(self, key: str) -> str | None:
        """What was noted under `key`."""
        row = self._base.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, key: str, value: str) -> None:
        """Note `value` under `key`."""
        self._base.execute("REPLACE INTO about VALUES (?, ?)", (key, value))

    def forget(self) -> None:
        """Drop everything that is done."""
        self._base.execute("DELETE FROM done")

    def plan(self, found: Iterable[Found]) -> None:
        """The documents of this run, in order; what is found twice counts once."""
        self._base.execute("BEGIN")
        self._base.execute("DELETE FROM plan")
        for position, item in enumerate(found):
            match item:
                case Source(doc, path, start, size):
                    row = "(position, doc, path, start, size) VALUES (?, ?, ?, ?, ?)"
                    self._base.execute(
                        f"INSERT OR IGNORE INTO plan {row}", (position, doc, os.fsencode(path), start, size)
                    )
                case Failure(doc, message):
                    row = "(position, doc, error) VALUES (?, ?, ?)"
                    self._base.execute(f"INSERT INTO plan {row}", (position, doc, message))
        self._base.execute("COMMIT")

    def tasks(self) -> Iterator[Task]:
        """What there is to do, a task for each document that was found."""
        last = -1
        while rows := self._base.execute(
            "SELECT position, doc, path, start, size FROM plan WHERE position > ? AND error IS NULL LIMIT ?",
            (last, _PAGE),
        ).fetchall():
            for position, doc, path, start, size in rows:
                known = self._base.execute("SELECT digest FROM done WHERE doc = ?", (doc,))
                source = Source(doc, os.fsdecode(path), start, size)
                yield Task(position, source, frozenset(digest for (digest,) in known))
                last = position

    def store(self, result: Result) -> None:
        """Keep what became of a document: once this returns, no end of the process can undo it."""
        self._base.execute("BEGIN")
        if done := result.finished:
            row = (result.doc, result.digest, json.dumps(done.counts), done.document, done.records)
            self._base.execute("REPLACE INTO done VALUES (?, ?, ?, ?, ?)", row)
        self._base.execute(
            "UPDATE plan SET digest = ?, error = ?, seconds = ?, fresh = ? WHERE position = ?",
            (None if result.error else result.digest, result.error, result.seconds, done is not None, result.position),
        )
        self._base.execute("COMMIT")

    def sweep(self) -> None:
        """Drop what is done of documents that are gone or have changed."""
        self._base.execute("DELETE FROM done WHERE (doc, digest) NOT IN (SELECT doc, digest FROM plan)")

    def records(self) -> Iterator[bytes]:
        """The JSON Lines of each document, in the order of the documents."""
        for (packed,) in self._base.execute("SELECT records FROM outcome WHERE error IS NULL ORDER BY position"):
            yield unpack(packed)

    def reports(self) -> Iterator[Report]:
        """The report of each document, in order; one that failed has no text, no facts and an issue that says why."""
        rows = "SELECT doc, error, document, records FROM outcome ORDER BY position"
        for doc, error, document, records in self._base.execute(rows):
            if error is not None:
                issue = Issue(code="unreadable", message=error)
                yield Report(document=Document(name=doc, text=""), facts=[], issues=[issue])
            else:
                facts = [FACT.validate_json(line) for line in unpack(records).splitlines()]
                yield Report.model_validate(json.loads(unpack(document)) | {"facts": facts})

    def failures(self) -> Iterator[Failure]:
        """What could not be read, in order."""
        for row in self._base.execute("SELECT doc, error FROM plan WHERE error NOT NULL ORDER BY position"):
            yield Failure(*row)

    def counts(self) -> dict[str, int]:
        """The figures of all documents of this run, summed up."""
        return dict(self._base.execute("SELECT key, sum(value) FROM outcome, json_each(counts) GROUP BY key"))

    def planned(self) -> int:
        """How many documents there are in this run."""
        return int(self._base.execute("SELECT count(*) FROM plan").fetchone()[0])

    def failed(self) -> int:
        """How many of them could not be read."""
        return int(self._base.execute("SELECT count(*) FROM plan WHERE error NOT NULL").fetchone()[0])

    def finished(self) -> int:
        """How many documents are done, of this run or an earlier one."""
        return int(self._base.execute("SELECT count(*) FROM done").fetchone()[0])

    def slowest(self, number: int) -> list[tuple[str, float]]:
        """The documents of this run that took longest, with their seconds."""
        rows = "SELECT doc, seconds FROM plan WHERE fresh ORDER BY seconds DESC, position LIMIT ?"
        return self._base.execute(rows, (number,)).fetchall()


def _open(path: Path) -> sqlite3.Connection:
    """The journal at `path`, locked; made anew where there is none or one of another version of factx."""
    base = sqlite3.connect(path, timeout=0, isolation_level=None)
    base.execute("PRAGMA locking_mode = EXCLUSIVE")
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("BEGIN IMMEDIATE")
    if base.execute("PRAGMA application_id").fetchone()[0] != _FORMAT:
        tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        if tables:
            raise sqlite3.DatabaseError("holds something else")
        for statement in _SCHEMA.split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA application_id = {_FORMAT}")
    base.execute("COMMIT")
    return base
