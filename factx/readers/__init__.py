"""Readers: the bytes of a file into a `Document`, whose text all offsets refer to from then on.

What the bytes look like, not the file's suffix, decides which reader takes them. A new format is one line in
`READERS` and one file that turns bytes into a document.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from factx.errors import ReadError
from factx.readers import plain
from factx.readers.looks import FOREIGN, look
from factx.records import Document

Reader: TypeAlias = Callable[[bytes, str, str | None], Document]
"""From the bytes, the document's name and an encoding (or None: find it out) to the document."""

READERS: dict[str, Reader] = {
    "text": plain.read,
}

STDIN = "-"


def read(path: str | Path, *, encoding: str | None = None) -> Document:
    """The document in the file `path`, where `-` is standard input.

    `encoding` overrides what the bytes look like. Raises ReadError, in one line, where there is nothing to read.
    """
    name = _readable(os.fspath(path))
    try:
        data = _standard_input() if name == STDIN else Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{name}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise ReadError(f"{name}: is a folder; name the files in it, such as {name.rstrip('/')}/*.txt") from error
    except PermissionError as error:
        raise ReadError(f"{name}: may not be read; ask for the right to read it") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReadError(f"{name}: cannot be read ({reason}); check the path") from error
    return read_bytes(data, name, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document that `data` holds, called `name`; the same promises as `read`."""
    if not data:
        raise ReadError(f"{name}: is empty; give a file with text in it")
    form = look(data)
    if form not in READERS:
        raise ReadError(f"{name}: looks like {FOREIGN[form]}; save its text as .txt and read that")
    return READERS[form](data, name, encoding)


def _standard_input() -> bytes:
    """All of standard input."""
    if sys.stdin is None:
        raise ValueError("standard input is closed")
    return sys.stdin.buffer.read()


def _readable(path: str) -> str:
    """`path` as text that every encoding can write: bytes of a file name that are not UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
