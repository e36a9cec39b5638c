"""Which documents a run takes: files, folders, manifests and JSON Lines, in an order that depends on names alone.

Folders are walked by the bytes of the names. Hidden files and folders (`.git`, the `~$` lock files of Word) are passed
over, and so are suffixes that no reader knows. A link to a folder is followed, but no folder is walked twice.
"""

import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from factx.errors import ReadError
from factx.readers import STDIN, opened

LINES = frozenset({".jsonl", ".ndjson"})
WHOLE = -1
"""`Source.start` of a document that is a whole file."""


class Source(NamedTuple):
    """A document to be read: a whole file, or one line of a JSON Lines file."""

    doc: str
    """Its name in the records: the path as given, or the line's `id`."""
    path: str
    start: int = WHOLE
    """Where the line begins, in bytes."""
    size: int = 0
    """How long the line is, in bytes."""


class Failure(NamedTuple):
    """A document that could not be read, with the one line that says why."""

    doc: str
    message: str


Found: TypeAlias = Source | Failure
Note: TypeAlias = Callable[[str], None]


class Filter(NamedTuple):
    """Which files of a folder are taken. A glob without `/` is tried on each name, one with `/` on the path below."""

    suffixes: frozenset[str]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    own: Callable[[Path], bool] = lambda _: False
    """Whether a file is the run's own output."""

    def takes(self, path: Path, below: Path) -> bool:
        """Whether the file `path` is taken; `below` is its path below the folder that was given."""
        if self.drops(below) or self.own(path):
            return False
        if self.include:
            return any(_matches(below, glob) for glob in self.include)
        return path.suffix.lower() in self.suffixes

    def drops(self, below: Path) -> bool:
        """Whether the file or folder is left out by name."""
        return below.name.startswith((".", "~$")) or any(_matches(below, glob) for glob in self.exclude)


def discover(paths: Iterable[str], chosen: Filter, spool: Path, note: Note) -> Iterator[Found]:
    """Every document below `paths`; what cannot be read is a failure, what is passed over on purpose a note.

    `-` is JSON Lines on standard input, which is put into the file `spool` for the workers to read.
    """
    walked: dict[tuple[int, int], Path] = {}
    for given in paths:
        path = Path(given)
        if given == STDIN:
            yield from _spooled(spool)
            continue
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield _unreadable(path, error)
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, chosen, walked, note)
        else:
            yield from _file(path, mode)


def listed(manifest: str) -> Iterator[str]:
    """The paths in the file `manifest`, one a line; blank lines are none."""
    with opened(manifest) as stream:
        for line in stream:
            if path := os.fsdecode(line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r\n")).strip():
                yield path


def lines(stream: BinaryIO, path: str, name: str) -> Iterator[Found]:
    """The documents of JSON Lines, `{"id": …, "text": …}` each; `name` is what errors call the stream."""
    start = 0
    for number, line in enumerate(stream, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                doc, _ = parse_line(line)
            except ReadError as error:
                yield Failure(f"{name}:{number}", f"{name}:{number}: {error}")
            else:
                yield Source(doc, path, start, len(line))
        start += len(line)


def parse_line(line: bytes) -> tuple[str, str]:
    """The id and the text of one line; ReadError, which does not name the line, where it holds none."""
    try:
        value: Any = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise ReadError("is no JSON in UTF-8; give one object a line") from error
    match value:
        case {"id": str() | int() as name, "text": str(text)} if not isinstance(name, bool):
            return _whole(str(name)), _whole(text)
    raise ReadError('is no document; give {"id": …, "text": …} on each line')


def doc_of(path: Path) -> str:
    """The name of a file in the records; bytes that are not UTF-8 are written as escapes, so that no two names meet."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _whole(text: str) -> str:
    """`text` without halves of surrogate pairs, which JSON can escape but no output can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _walk(top: Path, chosen: Filter, walked: dict[tuple[int, int], Path], note: Note) -> Iterator[Found]:
    """The documents below the folder `top`, links to folders followed."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        below = path.relative_to(top)
        try:
            about = path.stat()
            if not stat.S_ISDIR(about.st_mode):
                if chosen.takes(path, below):
                    yield from _file(path, about.st_mode)
            elif path == top or not chosen.drops(below):
                first = walked.setdefault((about.st_dev, about.st_ino), path)
                if first is path:
                    waiting += sorted(path.iterdir(), key=os.fsencode, reverse=True)
                else:
                    note(f"{doc_of(path)}: is the folder {doc_of(first)}, walked already; not walked again")
        except OSError as error:
            if path == top or chosen.takes(path, below) or not path.is_symlink():
                yield _unreadable(path, error)


def _spooled(spool: Path) -> Iterator[Found]:
    """The documents on standard input."""
    with opened(STDIN) as stream, spool.open("wb") as copy:
        shutil.copyfileobj(stream, copy)
    with spool.open("rb") as copy:
        yield from lines(copy, str(spool), STDIN)


def _file(path: Path, mode: int) -> Iterator[Found]:
    """The document or documents in one file."""
    name = doc_of(path)
    if not stat.S_ISREG(mode):
        yield Failure(name, f"{name}: is no regular file; give files and folders, or JSON Lines on standard input")
    elif path.suffix.lower() in LINES:
        try:
            with opened(path) as stream:
                yield from lines(stream, str(path), name)
        except ReadError as error:
            yield Failure(name, str(error))
    else:
        yield Source(name, str(path))


def _unreadable(path: Path, error: OSError) -> Failure:
    """What the system says of `path`, in our words."""
    name = doc_of(path)
    says = {
        FileNotFoundError: "no such file or folder; check the path",
        PermissionError: "may not be read; ask for the right to read it",
    }
    said = says.get(type(error), f"cannot be read ({error.strerror or error}); check the path")
    if path.is_symlink() and not isinstance(error, PermissionError):
        said = "is a link that leads nowhere; mend or delete it"
    return Failure(name, f"{name}: {said}")


def _matches(below: Path, glob: str) -> bool:
    return fnmatchcase(below.as_posix() if "/" in glob else below.name, glob)
