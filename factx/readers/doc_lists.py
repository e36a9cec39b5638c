"""Styles and lists of the binary Word format: which number a paragraph shows."""

import struct
from typing import NamedTuple

from factx.readers.doc_binary import Word, properties
from factx.readers.numbering import Counter, Level

_STYLES, _LISTS, _OVERRIDES = 1, 73, 74
_LEVEL, _LIST = 0x260A, 0x460B
"""Codes of the paragraph properties that give level and list."""
_CONTENTS = range(19, 28)
"""The numbers of Word's own styles `toc 1` to `toc 9`."""
_PARAGRAPH = 1
_NONE = 0xFFF
_LEVELS = 9
_BULLET, _UNNUMBERED = 23, 255
_FORMS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 16: "chineseLegalSimplified", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth", 22: "decimalZero", _BULLET: "bullet",
    28: "decimalEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 40: "chineseCounting", _UNNUMBERED: "none",
}  # fmt: skip
_NO_FOLLOW = 2
_STARTS, _SHAPED = 0x10, 0x20


class Style(NamedTuple):
    """A style: the one below it, whether it is of a table of contents, and its paragraph properties."""

    base: int
    of_contents: bool
    own: dict[int, bytes]


class Lists:
    """The styles and lists of a Word file."""

    def __init__(self, word: Word) -> None:
        self._styles = _styles(word.pair(_STYLES))
        self._counters = _counters(word)

    def is_contents(self, style: int) -> bool:
        """Whether a paragraph of this style is a line of a table of contents."""
        return style < len(self._styles) and self._styles[style].of_contents

    def label(self, style: int, own: dict[int, bytes]) -> str:
        """The number of the next paragraph of this style, with these properties of its own."""
        place = own.get(_LIST)
        level = own.get(_LEVEL)
        for _ in range(len(self._styles)):
            if (place is not None and level is not None) or style >= len(self._styles):
                break
            place = place if place is not None else self._styles[style].own.get(_LIST)
            level = level if level is not None else self._styles[style].own.get(_LEVEL)
            style = self._styles[style].base
        number = int.from_bytes(place or b"", "little")
        if not 0 < number <= len(self._counters):
            return ""
        return self._counters[number - 1].label(min(level[0] if level else 0, _LEVELS - 1))


def _styles(sheet: bytes) -> list[Style]:
    """The styles of a style sheet, by their numbers."""
    at = 2 + struct.unpack_from("<H", sheet)[0]
    count, base = struct.unpack_from("<2H", sheet, 2)
    styles = []
    for _ in range(count):
        (size,) = struct.unpack_from("<H", sheet, at)
        styles.append(_style(sheet[at + 2 : at + 2 + size], base))
        at += 2 + size
    return styles


def _style(data: bytes, base: int) -> Style:
    if len(data) < base + 4:
        return Style(_NONE, of_contents=False, own={})
    number, kind = struct.unpack_from("<2H", data)
    own: dict[int, bytes] = {}
    if kind & 0xF == _PARAGRAPH:
        at = base + 2 + 2 * (struct.unpack_from("<H", data, base)[0] + 1)
        size = struct.unpack_from("<H", data, at)[0] if at + 2 <= len(data) else 0
        own = properties(data[at + 4 : at + 2 + size])
    return Style(kind >> 4, of_contents=number & 0xFFF in _CONTENTS, own=own)


def _counters(word: Word) -> list[Counter]:
    """The counter of each list that paragraphs may be in, in the order of their numbers from 1."""
    lists = word.pair(_LISTS)
    shapes: dict[int, dict[int, Level]] = {}
    if lists:
        at = word.offset(_LISTS) + len(lists)  # the levels stand behind the table of lists
        for i in range(struct.unpack_from("<H", lists)[0]):
            (name,) = struct.unpack_from("<i", lists, 2 + 28 * i)
            levels = {}
            for level in range(1 if lists[2 + 28 * i + 26] & 1 else _LEVELS):
                levels[level], at = _level(word.table, at)
            shapes[name] = levels
    overrides = word.pair(_OVERRIDES)
    count = struct.unpack_from("<I", overrides)[0] if overrides else 0
    at = 4 + 16 * count
    shared: dict[int, Counter] = {}
    counters = []
    for i in range(count):
        (name,) = struct.unpack_from("<i", overrides, 4 + 16 * i)
        changes = overrides[4 + 16 * i + 12]
        levels = dict(shapes.get(name, {}))
        at += 4
        for _ in range(changes):
            start, flags = struct.unpack_from("<iI", overrides, at)
            at += 8
            level = flags & 0xF
            if flags & _SHAPED:
                levels[level], at = _level(overrides, at)
            if flags & _STARTS and level in levels:
                levels[level] = levels[level]._replace(start=max(start, 0))
        # Lists of one shape go on counting each other; one that changes something counts for itself.
        counters.append(Counter(levels) if changes else shared.setdefault(name, Counter(levels)))
    return counters


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """The level described at `at`, and the offset behind it."""
    start, form = struct.unpack_from("<iB", data, at)
    follow, size_1, size_2 = data[at + 15], data[at + 24], data[at + 25]
    at += 28 + size_1 + size_2
    (length,) = struct.unpack_from("<H", data, at)
    signs = struct.unpack_from(f"<{length}H", data, at + 2)
    shape = "".join(f"%{sign + 1}" if sign < _LEVELS else chr(sign) for sign in signs)
    level = Level(max(start, 0), _FORMS.get(form, "decimal"), shape, apart=follow != _NO_FOLLOW)
    return level, at + 2 + 2 * length
