"""The binary format of Word 97 to 2003: where its text stands, and the properties of its paragraphs and characters.

Names are those of the published format, [MS-DOC]. A `cp` is a position in the text, in UTF-16 code units; an `fc` is a
position in the stream `WordDocument`. Whatever points outside the file raises ValueError or struct.error.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_MAGIC = 0xA5EC
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_FIRST_COUNT = 0x4C
_PAIRS = 0x9A
_CLX, _PAPX, _CHPX = 33, 13, 12
_COMPRESSED = 1 << 30
_PAGE = 512
_MOST_TEXT = 50_000_000
_WIDTHS = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a property's value, by the upper three bits of its code; 0: it says its length itself."""
_TABLE_CODES = frozenset({0xD608, 0xD606})
"""Properties of tables that say their length in two bytes."""


class Locked(ValueError):  # noqa: N818 (it is the file that is locked)
    """The file needs a password."""


class Old(ValueError):  # noqa: N818 (it is the file that is old)
    """The file is older than Word 97."""


class Piece(NamedTuple):
    """A stretch of the text: from `cp` on, at `fc`, a character in `width` bytes."""

    cp: int
    fc: int
    width: int
    length: int


class Stories(NamedTuple):
    """The lengths of the parts of the text, which stand behind each other in this order."""

    main: int
    footnotes: int
    headers: int
    macros: int
    annotations: int
    endnotes: int
    boxes: int

    def span(self, story: str) -> tuple[int, int]:
        """The stretch of cps of a story."""
        start = sum(self[: self._fields.index(story)])
        return start, start + int(getattr(self, story))


class Word:
    """A Word file: its text, a character for each cp, and what its bytes say of stretches of it."""

    def __init__(self, stream: bytes, tables: dict[str, bytes]) -> None:
        """From the stream `WordDocument`, and `0Table` and `1Table` by their names."""
        magic, _, _, _, _, flags = struct.unpack_from("<6H", stream)
        if magic != _MAGIC:
            raise Old
        if flags & _ENCRYPTED:
            raise Locked
        self._stream = stream
        self.table = tables.get("1Table" if flags & _OTHER_TABLE else "0Table", b"")
        self.stories = Stories(*struct.unpack_from("<7i", stream, _FIRST_COUNT))
        if min(self.stories) < 0 or sum(self.stories) > _MOST_TEXT:
            raise ValueError
        self.pieces = list(self._pieces())
        self.text = "".join(map(self._text_of, self.pieces))

    def pair(self, index: int) -> bytes:
        """The structure that the file's head points to by its `index`th pair of offset and length."""
        start, length = struct.unpack_from("<2I", self._stream, _PAIRS + 8 * index)
        if start + length > len(self.table):
            raise ValueError
        return self.table[start : start + length]

    def offset(self, index: int) -> int:
        """Where that structure begins in the table stream."""
        return int(struct.unpack_from("<I", self._stream, _PAIRS + 8 * index)[0])

    def fc_of(self, cp: int) -> int:
        """Where the character at `cp` stands in the stream."""
        piece = self.pieces[bisect_right(self.pieces, cp, key=lambda piece: piece.cp) - 1]
        return piece.fc + (cp - piece.cp) * piece.width

    def cps_of(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of cps whose characters stand at `[start, end)` of the stream."""
        for piece in self.pieces:
            first = max(start - piece.fc, 0) // piece.width
            last = min((end - piece.fc) // piece.width, piece.length)
            if first < last:
                yield piece.cp + first, piece.cp + last

    def paragraphs(self) -> Iterator[tuple[int, bytes]]:
        """The end of each run of paragraph properties (fc), and these: a style's number, then its own."""
        for page, count in self._pages(_PAPX):
            for i in range(count):
                at = 2 * page[4 * (count + 1) + 13 * i]
                size = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
                at += 1 if page[at] else 2
                yield _number(page, 4 * (i + 1)), page[at : at + size]

    def characters(self) -> Iterator[tuple[int, int, bytes]]:
        """The stretches of characters (fc) that have properties, and these."""
        for page, count in self._pages(_CHPX):
            for i in range(count):
                at = 2 * page[4 * (count + 1) + i]
                if at:
                    yield _number(page, 4 * i), _number(page, 4 * i + 4), page[at + 1 : at + 1 + page[at]]

    def _pages(self, index: int) -> Iterator[tuple[bytes, int]]:
        """The pages of properties that a table lists, and how many runs each holds."""
        table = self.pair(index)
        count = max(len(table) - 4, 0) // 8
        for number in struct.unpack_from(f"<{count}I", table, 4 * (count + 1)):
            start = (number & 0x3FFFFF) * _PAGE
            page = self._stream[start : start + _PAGE]
            if len(page) < _PAGE:
                raise ValueError
            yield page, page[-1]

    def _pieces(self) -> Iterator[Piece]:
        """The piece table: behind properties that pieces may refer to."""
        clx = self.pair(_CLX)
        at = 0
        while clx[at : at + 1] == b"\x01":
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        if clx[at : at + 1] != b"\x02":
            raise ValueError
        plc = clx[at + 5 :][: struct.unpack_from("<I", clx, at + 1)[0]]
        count = (len(plc) - 4) // 12
        ends = struct.unpack_from(f"<{count + 1}I", plc)
        for i in range(count):
            place = _number(plc, 4 * (count + 1) + 8 * i + 2)
            width = 1 if place & _COMPRESSED else 2
            fc = (place & (_COMPRESSED - 1)) // (3 - width)
            length = ends[i + 1] - ends[i]
            if length <= 0 or ends[i + 1] > _MOST_TEXT or fc + length * width > len(self._stream):
                raise ValueError
            yield Piece(ends[i], fc, width, length)

    def _text_of(self, piece: Piece) -> str:
        data = self._stream[piece.fc : piece.fc + piece.length * piece.width]
        if piece.width == 1:
            return data.decode("cp1252", "replace")
        return "".join(map(chr, struct.unpack(f"<{piece.length}H", data)))


def properties(data: bytes) -> dict[int, bytes]:
    """Codes and values of a list of properties; a later one overrides."""
    found = {}
    at = 0
    while at + 2 <= len(data):
        code = data[at] | data[at + 1] << 8
        at += 2
        width = _WIDTHS[code >> 13]
        if not width:
            if code in _TABLE_CODES:
                width = struct.unpack_from("<H", data, at)[0] - 1
                at += 2
            else:
                width = data[at] if at < len(data) else 0
                at += 1
        found[code] = data[at : at + width]
        at += width
    return found


def _number(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])
