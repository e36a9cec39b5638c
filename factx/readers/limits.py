"""What keeps reading safe: bounds of size and time, bounded archives, XML that declares nothing; and missing extras."""

import contextlib
import io
import time
import xml.etree.ElementTree as ET  # noqa: N817 (its usual name)
import zipfile
import zlib
from collections.abc import Iterator

from factx.errors import MissingExtraError, ReadError

MOST_BYTES = 200_000_000
"""The largest file of a format that has to be taken apart; plain text may be of any size."""
MOST_UNPACKED = 500_000_000
"""All that an archive may hold, unpacked."""
MOST_PART = 100_000_000
"""A single part of an archive that is read."""
MOST_SECONDS = 60.0
_DEEPEST = 200
"""Elements inside elements; a Word table in a table in a table stands at about 60."""


def bounded(data: bytes, name: str) -> None:
    """ReadError where `data` is too large to be taken apart."""
    if len(data) > MOST_BYTES:
        raise ReadError(f"{name}: has more than {MOST_BYTES // 1_000_000} MB; split it, or save its text as .txt")


class Clock:
    """The time that a file has taken; `check` raises ReadError when it was enough."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._end = time.monotonic() + MOST_SECONDS

    def check(self) -> None:
        """ReadError where the time is over."""
        if time.monotonic() > self._end:
            raise ReadError(
                f"{self._name}: takes more than {MOST_SECONDS:.0f} seconds to read; split it, or save its text as .txt"
            )


class Archive:
    """A zip whose parts are read up to a bound; ReadError for what is damaged, locked or too large."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        with self._told():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
            # A part never gives more than the directory says, so that the bound holds whatever is packed.
            if sum(part.file_size for part in self._zip.infolist()) > MOST_UNPACKED:
                raise ReadError(f"{name}: unpacks to more than {MOST_UNPACKED // 1_000_000} MB; it is not read")

    def part(self, path: str) -> bytes:
        """The bytes of the part `path`; empty where there is none."""
        if path not in self.names:
            return b""
        with self._told():
            if self._zip.getinfo(path).file_size > MOST_PART:
                raise ReadError(f"{self._name}: its {path} is larger than {MOST_PART // 1_000_000} MB; it is not read")
            return self._zip.read(path)

    def xml(self, path: str) -> ET.Element:
        """The root of the XML part `path`; an element with nothing in it where there is none."""
        data = self.part(path) or b"<none/>"
        try:
            return ET.fromstring(data, ET.XMLParser(target=_Tree(), encoding=None))  # noqa: S314 (_Tree refuses declarations)
        except (ET.ParseError, ValueError, LookupError) as error:
            raise damaged(self._name) from error

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:  # what zipfile says of a password
            raise ReadError(f"{self._name}: is locked with a password; save a copy without it") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError) as error:
            raise damaged(self._name) from error


class _Tree(ET.TreeBuilder):
    """A tree of bounded depth, out of XML that declares no entities: Office files hold none."""

    _depth = 0

    def doctype(self, *_: object) -> None:
        raise ValueError("a document type")

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("elements too deep")
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def damaged(name: str) -> ReadError:
    """The error for a file that is not what it looks like."""
    return ReadError(f"{name}: is damaged; open it in its program and save it anew")


@contextlib.contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Around the imports of a reader: MissingExtraError where a package is not there."""
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(
            f"{name}: is {what}, which factx[docs] reads; install it with: pip install 'factx[docs]'"
        ) from error
