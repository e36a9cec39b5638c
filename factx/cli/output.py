"""Where records go: standard output, or a file that appears whole or not at all."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from factx.errors import WriteError


@contextlib.contextmanager
def output(path: str | None, *, force: bool, encoding: str) -> Iterator[TextIO]:
    """A stream for `path`, or standard output for None; WriteError, in one line, where it cannot be written.

    A file is written under a temporary name beside it and renamed at the end: an error or an interrupt leaves what
    was there before. It is not replaced without `force`.
    """
    name = "standard output" if path is None else path
    try:
        if path is None:
            yield _standard_output()
            sys.stdout.flush()
        elif _is_special(target := Path(path)):
            with target.open("w", encoding=encoding, newline="") as stream:
                yield stream
        else:
            if target.exists() and not force:
                raise WriteError(f"{name}: exists; give another name, or --force to replace it")
            with _replacing(target, encoding) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except FileNotFoundError as error:
        raise WriteError(f"{name}: its folder does not exist; create it first") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise WriteError(f"{name}: cannot be written ({reason}); choose another place with -o") from error


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise WriteError("standard output: is closed; name a file with -o")
    return sys.stdout


def _is_special(target: Path) -> bool:
    """Whether `target` is a device or a pipe, which can be written but not replaced."""
    if target.is_dir():
        raise WriteError(f"{target}: is a folder; name a file in it")
    return target.exists() and not target.is_file()


@contextlib.contextmanager
def _replacing(target: Path, encoding: str) -> Iterator[TextIO]:
    """A stream whose contents become `target` once everything is written."""
    temporary = target.with_name(f".factx-{os.getpid()}.tmp")
    try:
        with temporary.open("x", encoding=encoding, newline="") as stream:
            yield stream
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
