"""Word files of 1997 to 2003 (doc), and WPS files, which are of the same format under another name.

No library gives all that carries facts: numbers of lists, rows of tables, and no word that was deleted under tracked
changes; so the file is read here, by its piece table.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator

from factx.errors import ReadError
from factx.readers.compose import compose, row
from factx.readers.doc_binary import Locked, Old, Word, properties
from factx.readers.doc_lists import Lists
from factx.readers.limits import Clock, bounded, damaged
from factx.readers.properties import of_ole, opened
from factx.records import Document, Issue

MEDIA_TYPE = "application/msword"
_DELETED, _HIDDEN = 0x0800, 0x083C
_ROW_END = 0x2417
_IN_TABLE = 0x2416
_PARAGRAPH, _CELL, _BEGIN, _SEPARATOR, _END = "\r", "\x07", "\x13", "\x14", "\x15"
_SIGNS = {"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x09": "\t", "\xa0": " "}
_FIRST_TEXT = " "
_STORIES = ("main", "footnotes", "endnotes", "boxes")


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of the doc `data`; `encoding` means nothing here."""
    del encoding
    bounded(data, name)
    ole = opened(data, name)
    try:
        tables = {table: ole.openstream(table).read() for table in ("0Table", "1Table") if ole.exists(table)}
        word = Word(ole.openstream("WordDocument").read(), tables)
    except Old as error:
        raise ReadError(f"{name}: is older than Word 97; open it in a word processor and save it as .docx") from error
    except Locked as error:
        raise ReadError(f"{name}: is locked with a password; save a copy without it") from error
    except (OSError, ValueError, IndexError, TypeError, struct.error, RecursionError) as error:
        raise damaged(name) from error
    finally:
        ole.close()
    walk = _Walk(word, Clock(name))
    lines = [line for story in _STORIES for line in walk.story(*word.stories.span(story))]
    return compose(name, lines, media_type=MEDIA_TYPE, issues=walk.issues, **of_ole(data, name))


class _Walk:
    """Goes through the text of a Word file."""

    def __init__(self, word: Word, clock: Clock) -> None:
        self._word = word
        self._clock = clock
        self.issues: list[Issue] = []
        self._lists: Lists | None = None
        self._ends: list[int] = []
        self._properties: list[bytes] = []
        self._dropped = bytearray(len(word.text))
        try:
            self._lists = Lists(word)
            for end, own in sorted(word.paragraphs()):
                self._ends.append(end)
                self._properties.append(own)
            for start, end, own in word.characters():
                self._drop(start, end, properties(own))
        except (ValueError, IndexError, struct.error):
            message = "its formats are damaged: numbers of lists may be missing, deleted words may be read"
            self.issues.append(Issue(code="damaged-formats", message=message))

    def story(self, start: int, end: int) -> Iterator[str]:
        """The lines of the stretch `[start, end)` of the text."""
        text = self._word.text
        cells: list[list[str]] = []
        cell: list[str] = []
        at = start
        while at < min(end, len(text)):
            self._clock.check()
            stop = self._stop(at, min(end, len(text)))
            style, own = self._own(stop)
            line = self._line(at, stop)
            if line.strip() and not (self._lists and self._lists.is_contents(style)):
                label = self._lists.label(style, own) if self._lists else ""
                cell += _paired(label + line).split("\n")
            if text[stop : stop + 1] != _CELL:
                if not own.get(_IN_TABLE, b"\0")[:1].strip(b"\0"):
                    yield from cell
                    cell = []
            elif own.get(_ROW_END, b"\0") != b"\0" or (not cell and not self._ends):
                yield from row(cells)
                cells, cell = [], []
            else:
                cells.append(cell)
                cell = []
            at = stop + 1
        yield from (line for held in [*cells, cell] for line in held)

    def _stop(self, at: int, end: int) -> int:
        """The end of the paragraph that begins at `at`."""
        text = self._word.text
        ends = [found for mark in (_PARAGRAPH, _CELL) if (found := text.find(mark, at, end)) >= 0]
        return min(ends, default=end)

    def _own(self, cp: int) -> tuple[int, dict[int, bytes]]:
        """The style of the paragraph that ends at `cp`, and its own properties."""
        if not self._ends or cp >= len(self._word.text):
            return 0, {}
        at = bisect_right(self._ends, self._word.fc_of(cp))
        found = self._properties[at] if at < len(self._properties) else b""
        return int.from_bytes(found[:2], "little"), properties(found[2:])

    def _line(self, start: int, end: int) -> str:
        """The text of a stretch: without what is deleted or hidden, of fields what they show."""
        pieces = []
        fields: list[bool] = []  # those open, and whether their instructions still run
        for at in range(start, end):
            sign = self._word.text[at]
            if sign == _BEGIN:
                fields.append(True)
            elif sign == _SEPARATOR:
                fields[-1:] = [False]
            elif sign == _END:
                fields[-1:] = []
            elif not (any(fields) or self._dropped[at]):
                pieces.append(_SIGNS.get(sign, sign if sign >= _FIRST_TEXT else ""))
        return "".join(pieces)

    def _drop(self, start: int, end: int, own: dict[int, bytes]) -> None:
        """Mark what is deleted or hidden."""
        if any(own.get(code, b"\0")[:1] == b"\1" for code in (_DELETED, _HIDDEN)):
            for first, last in self._word.cps_of(start, end):
                self._dropped[first:last] = b"\1" * (last - first)


def _paired(text: str) -> str:
    """`text` with the halves of characters beyond 16 bits put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
