"""Writers: reports out, one file a format. A new format is one line in `WRITERS` and one file.

Every writer takes the reports one by one, so that memory does not grow with their number.
"""

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeAlias

from factx.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factx.records import Report

Write: TypeAlias = "Callable[[Iterable[Report], TextIO], None]"
"""Writes the reports' records to a stream of text."""


class Writer(NamedTuple):
    """A format: the module whose `write` writes it, the suffixes that ask for it, the encoding of a file of it."""

    module: str
    suffixes: tuple[str, ...]
    encoding: str = "utf-8"


WRITERS: dict[str, Writer] = {
    "table": Writer("factx.writers.table", ()),
    "json": Writer("factx.writers.json", (".json",)),
    "jsonl": Writer("factx.writers.jsonl", (".jsonl", ".ndjson")),
    "csv": Writer("factx.writers.csv", (".csv",), "utf-8-sig"),  # Excel takes a file without the mark for GBK
    "markdown": Writer("factx.writers.markdown", (".md", ".markdown")),
    "doccano": Writer("factx.writers.doccano", ()),
    "label-studio": Writer("factx.writers.label_studio", ()),
    "brat": Writer("factx.writers.brat", (".ann",)),
}


def writer(name: str) -> Write:
    """The `write` function of the format `name`; WriteError where there is no such format."""
    if name not in WRITERS:
        raise WriteError(f"unknown format {name!r}; choose one of {', '.join(WRITERS)}")
    write: Write = import_module(WRITERS[name].module).write
    return write


def format_of(path: str) -> str:
    """The format that the suffix of `path` asks for; WriteError where it asks for none."""
    suffix = PurePath(path).suffix.lower()
    for name, entry in WRITERS.items():
        if suffix in entry.suffixes:
            return name
    known = " ".join(suffix for entry in WRITERS.values() for suffix in entry.suffixes)
    says = f"suffix {suffix!r} names no format" if suffix else "has no suffix to tell the format by"
    raise WriteError(f"{path}: {says}; use one of {known}, or --format")
