"""What goes to a worker and what comes back."""

import datetime
import zlib
from typing import NamedTuple

from factx.batch.discovery import Source


class Options(NamedTuple):
    """What a user may say about the records."""

    kinds: frozenset[str] | None = None
    date: datetime.date | None = None
    encoding: str | None = None


class Task(NamedTuple):
    """A document to be worked on."""

    position: int
    source: Source
    known: frozenset[bytes] = frozenset()
    """Digests of the contents under this name whose records are in the journal."""


class Finished(NamedTuple):
    """What a document gave, ready to be kept."""

    records: bytes
    """Its JSON Lines, packed."""
    document: bytes
    """Its report without the facts as JSON, packed."""
    counts: dict[str, int]
    """Figures to be summed up over the run: `characters`, `honour`, `honour national`, `issue replaced-bytes`, …"""


class Result(NamedTuple):
    """What became of a task: finished, failed, or (neither) unchanged since an earlier run."""

    position: int
    doc: str
    digest: bytes | None = None
    finished: Finished | None = None
    error: str | None = None
    seconds: float = 0.0


def pack(data: bytes) -> bytes:
    """`data` made small, quickly: records repeat their keys."""
    return zlib.compress(data, 1)


def unpack(data: bytes) -> bytes:
    """What `pack` was given."""
    return zlib.decompress(data)
