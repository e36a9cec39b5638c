"""Readers: the bytes of a file into a `Document`, whose text all offsets refer to from then on.

What the bytes look like decides which reader takes them; the file's name only where they look like any text. A new
format is one line in `READERS` and one module whose `read` turns bytes into a document. Readers open nothing but the
bytes they are given: no link is followed, no macro run, no entity of XML fetched.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple

from factx.errors import ReadError
from factx.readers.looks import FOREIGN, look
from factx.records import Document


class Format(NamedTuple):
    """A format that is read."""

    module: str
    """The module in this folder, imported when first needed, for some bring large libraries.

    Its `read(data, name, encoding)` takes the bytes, the document's name and an encoding (None: find it out), gives the
    document, and raises nothing but ReadError, or MissingExtraError where its library is not installed.
    """
    suffixes: tuple[str, ...]
    """How the names of such files end."""


READERS: dict[str, Format] = {
    "text": Format("plain", (".txt", ".text")),
    "markdown": Format("markdown", (".md", ".markdown")),
    "html": Format("html", (".html", ".htm")),
    "docx": Format("docx", (".docx", ".docm")),
    "doc": Format("doc", (".doc", ".wps")),
    "rtf": Format("rtf", (".rtf",)),
    "pdf": Format("pdf", (".pdf",)),
    "sheet": Format("sheet", (".xlsx", ".xlsm", ".xls", ".et")),
    "mail": Format("mail", (".eml", ".mht", ".mhtml")),
}
"""Which module reads a file that looks so."""

SUFFIXES = tuple(suffix for entry in READERS.values() for suffix in entry.suffixes)
"""Of the files in a folder, those that end like this are taken for documents."""

STDIN = "-"


def read(path: str | Path, *, encoding: str | None = None) -> Document:
    """The document in the file `path`, where `-` is standard input.

    `encoding` overrides what the bytes look like. Raises ReadError, in one line, where there is nothing to read.
    """
    with opened(path) as stream:
        data = stream.read()
    return read_bytes(data, _printable(path), encoding)


@contextlib.contextmanager
def opened(path: str | Path) -> Iterator[BinaryIO]:
    """The bytes of the file `path`, or of standard input for `-`; ReadError where there are none to be had."""
    name = _printable(path)
    try:
        if name == STDIN:
            yield _standard_input()
        else:
            with Path(path).open("rb") as stream:
                yield stream
    except FileNotFoundError as error:
        raise ReadError(f"{name}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise ReadError(f"{name}: is a folder; name the files in it, such as {name.rstrip('/')}/*.txt") from error
    except PermissionError as error:
        raise ReadError(f"{name}: may not be read; ask for the right to read it") from error
    except OSError as error:
        raise ReadError(f"{name}: cannot be read ({error.strerror or error}); check the path") from error


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document that `data` holds, called `name`; the same promises as `read`."""
    if not data:
        raise ReadError(f"{name}: is empty; give a file with text in it")
    form = look(data, name)
    if form not in READERS:
        raise ReadError(f"{name}: looks like {FOREIGN[form]}; save its text as .txt and read that")
    document: Document = import_module(f"factx.readers.{READERS[form].module}").read(data, name, encoding)
    return document


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise ReadError(f"{STDIN}: standard input is closed; name a file")
    return sys.stdin.buffer


def _printable(path: str | Path) -> str:
    """`path` as text that every encoding can write: bytes of a file name that are not UTF-8 become U+FFFD."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
