"""Writers: reports out, one module a format. A new format is one line in `WRITERS` or `FILES` and its module.

Every writer takes the reports one by one, so that memory does not grow with their number.
"""

from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeAlias

from factx.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factx.records import Report

Write: TypeAlias = "Callable[[Iterable[Report], TextIO], None]"
"""Writes the reports' records to a stream of text."""

Save: TypeAlias = "Callable[[Iterable[Report], Path], None]"
"""Writes the reports to a new file. A document that could not be read is a report without text."""


class Writer(NamedTuple):
    """A format: the module whose `write` writes it, the suffixes that ask for it, the encoding of a file of it."""

    module: str
    suffixes: tuple[str, ...]
    encoding: str = "utf-8"


class Filer(NamedTuple):
    """A format that is whole files: the module whose `save` writes it and the suffixes that ask for it."""

    module: str
    suffixes: tuple[str, ...]
    parts: tuple[str, ...] = ()
    """What each of several files has before the suffix."""


WRITERS: dict[str, Writer] = {
    "table": Writer("factx.writers.table", ()),
    "json": Writer("factx.writers.json", (".json",)),
    "jsonl": Writer("factx.writers.jsonl", (".jsonl", ".ndjson")),
    "csv": Writer("factx.writers.csv", (".csv",), "utf-8-sig"),  # Excel takes a file without the mark for GBK
    "markdown": Writer("factx.writers.markdown", (".md", ".markdown")),
    "doccano": Writer("factx.writers.doccano", (".doccano.jsonl",)),
    "label-studio": Writer("factx.writers.label_studio", (".label-studio.json",)),
    "brat": Writer("factx.writers.brat", (".ann",)),
}

FILES: dict[str, Filer] = {
    "csv": Filer("factx.writers.csv_kinds", (".csv",), (".initiative", ".honour", ".achievement", ".awardee")),
    "xlsx": Filer("factx.writers.xlsx", (".xlsx",)),
    "parquet": Filer("factx.writers.parquet", (".parquet",)),
    "sqlite": Filer("factx.writers.sqlite", (".sqlite", ".sqlite3", ".db")),
    "duckdb": Filer("factx.writers.duckdb", (".duckdb",)),
    "brat": Filer("factx.writers.brat_zip", (".brat.zip",)),
}


def writer(name: str) -> Write:
    """The `write` function of the format `name`; WriteError where there is no such format."""
    if name not in WRITERS:
        raise WriteError(f"unknown format {name!r}; choose one of {', '.join(WRITERS)}")
    write: Write = import_module(WRITERS[name].module).write
    return write


def text_format(path: str) -> str | None:
    """The format of text that the suffix of `path` asks for, or None."""
    return _by_suffix(WRITERS, path)


def format_of(path: str) -> str:
    """The format of text that the suffix of `path` asks for; WriteError where it asks for none."""
    name = text_format(path)
    if name is None:
        if _by_suffix(FILES, path):
            raise WriteError(f"{path}: is what factx batch writes; run factx batch FILE -o {path}")
        raise WriteError(f"{path}: {_no_format(path, WRITERS)}, or --format")
    return name


def saver(path: Path, *, wide: bool = False) -> tuple[Save, list[Path]]:
    """What writes the files that the suffix of `path` asks for, and these files; WriteError where it asks for none.

    CSV is a file a kind or, `wide`, one table.
    """
    name = None if wide else _by_suffix(FILES, path.name)
    if name is not None:
        save: Save = import_module(FILES[name].module).save
        parts = FILES[name].parts
        return save, [path.with_suffix(part + path.suffix) for part in parts] if parts else [path]
    name = text_format(path.name)
    if name is None:
        raise WriteError(f"{path}: {_no_format(path.name, {**FILES, **WRITERS})}")
    return partial(_save_text, writer(name), WRITERS[name].encoding), [path]


def _save_text(write: Write, encoding: str, reports: "Iterable[Report]", path: Path) -> None:
    with path.open("w", encoding=encoding, newline="") as stream:
        write(reports, stream)


def _by_suffix(formats: "Mapping[str, Writer | Filer]", path: str) -> str | None:
    """The format with the longest suffix that `path` ends with."""
    file = PurePath(path).name.lower()
    fits = [(len(end), name) for name, entry in formats.items() for end in entry.suffixes if file.endswith(end)]
    return max(fits)[1] if fits else None


def _no_format(path: str, formats: "Mapping[str, Writer | Filer]") -> str:
    suffix = PurePath(path).suffix.lower()
    known = " ".join(dict.fromkeys(suffix for entry in formats.values() for suffix in entry.suffixes))
    says = f"suffix {suffix!r} names no format" if suffix else "has no suffix to tell the format by"
    return f"{says}; use one of {known}"
