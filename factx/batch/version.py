"""What the records of a document depend on besides its bytes: the rules, in one hash, and the options."""

import hashlib
import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import factx
from factx.batch.tasks import Options

_DATA = frozenset({".py", ".toml", ".tsv", ".txt"})
_NAME = re.compile(r"[\w.-]+")
_CHECKS = re.compile(r"extra == ['\"](dev|bench)['\"]")  # what they install reads no document


def version(options: Options) -> str:
    """A name for all that decides which records a text gives; another name means that they may differ."""
    kinds = None if options.kinds is None else sorted(options.kinds)
    said = repr((_rules(), kinds, options.date, options.encoding))
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _rules() -> str:
    """A hash of factx's own code and word lists, of the libraries that it reads with and of Python."""
    whole = hashlib.sha256(sys.version.encode())
    folder = Path(factx.__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _DATA):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    for library in _libraries():
        whole.update(library.encode() + b"\0")
    return whole.hexdigest()


def _libraries() -> list[str]:
    """The libraries that factx asks for, with the versions that are installed."""
    try:
        asked = metadata.requires("factx") or []
    except metadata.PackageNotFoundError:
        return []
    names = {match[0] for line in asked if not _CHECKS.search(line) and (match := _NAME.match(line))}
    return [f"{name} {_installed(name)}" for name in sorted(names)]


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"
