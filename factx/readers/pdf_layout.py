"""The lines of a PDF's pages into paragraphs: wrapped lines joined, headers, footers and page numbers left out.

A line goes on in the next one where the next word would not have fitted before the right margin, and the next line is
neither indented, nor numbered, nor of another size. Lengths are points; the origin is the page's lower left corner.
"""

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_PAGE_NUMBER = re.compile(
    r"[-—–－─·•\s]*(?:第?\s*\d{1,4}\s*页?|[ivxIVX]{1,6})[-—–－─·•\s]*"
    r"|(?:第\s*\d+\s*页|\d+)\s*[,，/／、\s]\s*(?:共\s*\d+\s*页|\d+)|Page\s*\d+(?:\s*of\s*\d+)?"
)
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十]{1,3}[章节条部篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:、|[.．](?!\d))|[①-⑳]|——|[•●■◆▪➢]|附件[:：\d]"
)
_ENDS = frozenset("。！？!?；;：:.”」』）)")
_DIGITS = re.compile(r"\d+|[ivx]+")
HYPHEN = "\u00ad"
"""A hyphen at a line's end, which is no part of the word."""
_EDGE = 3
_BORDER = 0.12
"""Of the height that text takes: nearer to its ends than this stand headers and footers."""
"""Headers and footers stand among the first and last lines of a page."""
_SAME_SIZE = 0.12
# What no line may be broken inside: a word or number, or one Han character, with what may not begin or end a line.
_UNIT = re.compile(r"[“‘（《〈「『【〔(\[]*(?:[A-Za-z0-9.,:%/+-]+|.)[，。、；：？！”’）》〉」』】〕)\]%％]*")
_NARROW = 0.6
_SLACK = 0.7
_NOTE_NUMBER = re.compile(r"[\[［〔(（]?(\d{1,2})[\]］〕)）]?[\s.．、]*")
_INDENTED = 1.2
_OUTDENTED = 4.0
_APART = 1.35
_NOTE = 0.88
_BIG = 1.15
_LONG = 8

# Letters that PDF keeps as shapes: ligatures, Kangxi radicals and compatibility forms of Han characters. The radicals
# of the supplement have no decomposition in Unicode but for two.
_SHAPES = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0xFB00, 0xFB07), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF), 0x2E9F, 0x2EF3)
} | dict(
    zip(
        map(ord, "⺎⺏⺟⺠⺢⺬⺮⺰⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"),
        "兀尣母民水示竹纟虎西见角贝车辶长门青韦页风飞食马鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


class Line(NamedTuple):
    """A line of a page: its text, its place, the size of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def is_wide(text: str) -> bool:
    """Whether a character takes a full square: Han characters and their punctuation."""
    return unicodedata.east_asian_width(text) in "WFA" and not text.isascii()


def repair(text: str) -> str:
    """`text` with letters in place of their shapes."""
    return text.translate(_SHAPES)


def lay_out(pages: list[list[Line]]) -> tuple[list[str], list[int], int]:
    """The paragraphs of all pages, the offset at which each page begins, and how many lines were left out.

    Offsets count the characters of the paragraphs joined by line ends.
    """
    bodies = [_without_numbers(page) for page in _without_repeats(pages)]
    dropped = sum(map(len, pages)) - sum(map(len, bodies))
    writer = _Writer(_usual_size(bodies))
    for body in bodies:
        writer.page(_rows(body))
    return writer.paragraphs(), writer.starts, dropped


def _without_repeats(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without lines that stand at the same height of many pages, numbers aside."""
    heights = [line.bottom for page in pages for line in page]
    low, high = min(heights, default=0.0), max(heights, default=0.0)
    border = _BORDER * (high - low)
    edges = [[line for line in _edges(page) if not low + border < line.bottom < high - border] for page in pages]
    seen = Counter(key for page in edges for key in {_key(line) for line in page})
    often = max(2, len(pages) * 0.3)  # left and right pages may differ, and a section's first page
    return [
        [line for line in page if not (line in edge and seen[_key(line)] >= often)]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: list[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: line.bottom)
    return ordered[:_EDGE] + ordered[-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.bottom / 4)


def _without_numbers(page: list[Line]) -> list[Line]:
    """The page without its number, at its upper or lower end."""
    ends = [line for end in (min, max) if page for line in [end(page, key=lambda line: line.bottom)]]
    return [line for line in page if line not in ends or not _PAGE_NUMBER.fullmatch(line.text.strip())]


def _usual_size(pages: list[list[Line]]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _rows(page: list[Line]) -> list[Line]:
    """The lines with those of one height that follow each other to the right put together, parted by tabs."""
    rows: list[Line] = []
    for line in page:
        last = rows[-1] if rows else None
        if last and line.left >= last.right and _overlap(last, line) > 0.5 * min(_height(last), _height(line)):
            text = last.text + ("\t" if line.left - last.right > last.size else "") + line.text
            rows[-1] = Line(
                text, last.left, line.right, min(last.bottom, line.bottom), max(last.top, line.top), last.size
            )
        else:
            rows.append(line)
    return rows


def _overlap(one: Line, other: Line) -> float:
    return min(one.top, other.top) - max(one.bottom, other.bottom)


def _height(line: Line) -> float:
    return line.top - line.bottom


class _Writer:
    """Puts lines together; a note at a page's end waits for the paragraph that goes on over it."""

    def __init__(self, usual: float) -> None:
        self._usual = usual
        self._done: list[str] = []
        self._length = 0
        self._open = ""
        self._first: Line | None = None
        self._last: Line | None = None
        self._room = 0.0
        self._notes: list[Line] = []
        self._noted = 0
        self.starts: list[int] = []

    def page(self, lines: list[Line]) -> None:
        """Go on with the lines of a page."""
        body, notes = self._divided(lines)
        pitch = _pitch(body)
        first = True
        for line in body:
            jumps = first or (self._last is not None and line.bottom > self._last.top)  # a new page or column
            before = self._last and (self._last._replace(left=_margin(line, body)) if jumps else self._last)
            joins = before is not None and self._goes_on(before, line, None if jumps else pitch)
            if not joins:
                self._close()
                self._first = line
            if first:
                self.starts.append(self._length + len(self._open))
            self._open = _glued(self._open, line.text) if joins else line.text
            self._last, self._room = line, _room(line, body)
            first = False
        if first:
            self.starts.append(self._length + len(self._open) + bool(self._open))
        self._notes += notes

    def paragraphs(self) -> list[str]:
        """All paragraphs."""
        self._close()
        return self._done

    def _divided(self, lines: list[Line]) -> tuple[list[Line], list[Line]]:
        """The lines of a page, and the small ones at its end."""
        end = len(lines)
        while end > 1 and lines[end - 1].size < _NOTE * self._usual:
            end -= 1
        return lines[:end], lines[end:]

    def _close(self) -> None:
        """The open paragraph is done, and then the notes below it."""
        self._add(self._open)
        self._open, self._last = "", None
        notes, self._notes = self._notes, []
        text = ""
        for at, line in enumerate(notes):
            number = _NOTE_NUMBER.match(line.text)
            opens = number is not None and int(number[1]) in {1, self._noted + 1}
            if at and not opens and _room(notes[at - 1], notes) < _unit(line):
                text = _glued(text, line.text)
                continue
            self._add(text)
            text = line.text
            if number is not None and opens:
                self._noted = int(number[1])
                text = text[number.end() :]
        self._add(text)

    def _add(self, paragraph: str) -> None:
        if paragraph := paragraph.rstrip():
            self._done.append(paragraph)
            self._length += len(paragraph) + 1

    def _goes_on(self, last: Line, line: Line, pitch: float | None) -> bool:
        """Whether `line` goes on with the paragraph that `last` stands in; `pitch` is None across pages."""
        size = last.size
        if abs(line.size - size) > _SAME_SIZE * size or "\t" in last.text or "\t" in line.text:
            return False
        if len(last.text) <= _LONG:  # no column is so narrow
            return False
        if pitch and last.bottom - line.bottom > _APART * pitch:
            return False
        if _NUMBERED.match(line.text) and last.text[-1] in _ENDS:
            return False
        if last.left - line.left > _OUTDENTED * size and size < _BIG * self._usual:
            return False
        if line.left - last.left > _INDENTED * size:  # only a centred title goes on further to the right
            return size > _BIG * self._usual and last.text[-1] not in _ENDS and not _NUMBERED.match(line.text)
        if self._room < _unit(line):
            return True
        # Where paragraphs are indented by two squares, what is not goes on, however long the word that did not fit.
        indent = (self._first.left - line.left) / size if self._first else 0.0
        return 1.5 < indent < 2.5 and self._room < 0.3 * (last.right - last.left)


def _pitch(lines: list[Line]) -> float:
    """The usual distance of lines."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    return median(steps) if steps else 0.0


def _room(line: Line, lines: list[Line]) -> float:
    """The room behind a line up to the margin of its column: to the longest line that begins near its beginning."""
    long = [other for other in lines if len(other.text) > _LONG]
    column = [other for other in long if abs(other.left - line.left) < 4 * line.size]
    column = column or [other for other in long if other.left < line.right and line.left < other.right]
    return max((other.right for other in column), default=line.right) - line.right


def _margin(line: Line, lines: list[Line]) -> float:
    """The left margin of a line's column."""
    return min(other.left for other in lines if abs(other.left - line.left) < 4 * line.size)


def _unit(line: Line) -> float:
    """The width of what the line begins with: it would stand on the line before if it had fitted there."""
    match = _UNIT.match(line.text)
    sizes = sum(1.0 if is_wide(sign) else _NARROW for sign in match[0]) if match else 0.0
    return (sizes + _SLACK) * line.size


def _glued(text: str, more: str) -> str:
    """Two lines of a paragraph as one: a blank between Latin words, a hyphen at the line's end taken back."""
    if text.endswith(HYPHEN):
        return text[:-1] + more
    if text.endswith("-") and text[-2:-1].isalpha() and text[-2:-1].isascii() and more[:1].islower():
        return text[:-1] + more
    between = " " if not is_wide(text[-1]) and not is_wide(more[0]) and text[-1].isalpha() and more[0].isalpha() else ""
    return text + between + more
