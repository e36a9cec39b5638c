"""Segment: text into sentences and clauses, each sentence with the headings above it.

Delimiters inside quoted names, 《titles》 and short brackets do not divide, nor do commas and colons between digits.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from factx.mentions.marks import Marks
from factx.text import Span, trim

_DELIMITER = re.compile(r"[。！？!?]+[”’」』)）]*|\n+|[，,；;：:]")
_STOPS = frozenset("。！？!?\n")
_NUMBERING = (  # outermost first; an item that stands inside a paragraph (一是) is the innermost
    re.compile(r"第[一二三四五六七八九十]+(?:部分|章|篇)"),
    re.compile(r"[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]、?"),
    re.compile(r"\d{1,2}(?:、|[.．](?!\d))"),
    re.compile(r"[(（]\d{1,2}[)）]、?|[①-⑳]"),
    re.compile(r"[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]|其[一二三四五][，,、]"),
)
_ITEM = len(_NUMBERING) - 1
_BARE = _ITEM  # a heading without number stands below every numbered one
_LONGEST_HEADING = 45
_ENDS = re.compile(r"[。！？!?；;，,：:、]$")


class Clause(NamedTuple):
    """A stretch between two delimiters, white space trimmed; `mark` is the delimiter behind it (`` at a line's end)."""

    start: int
    end: int
    mark: str


class Sentence(NamedTuple):
    """A sentence: its span without the full stop, its clauses, its paragraph's number and the headings above it.

    `heading` says that the whole sentence is a heading line.
    """

    start: int
    end: int
    clauses: tuple[Clause, ...]
    paragraph: int
    section: tuple[Span, ...]
    heading: bool


def segment(text: str, marks: Marks) -> list[Sentence]:
    """All sentences of a folded text in order; empty ones are left out."""
    sentences: list[Sentence] = []
    trail: list[tuple[int, Span]] = []
    clauses: list[Clause] = []
    sealed = _Sealed(marks)
    paragraph = 0
    begin = 0
    opens_line = True
    for start, end in _delimiters(text, sealed):
        mark = text[start : start + 1] or "\n"
        clause = trim(text, (begin, start))
        if clause[0] < clause[1]:
            clauses.append(Clause(*clause, mark.strip()))
        begin = end
        if mark in _STOPS:
            if clauses:
                whole_line = opens_line and mark == "\n"
                sentences.append(_sentence(text, clauses, paragraph, trail, whole_line=whole_line, opens=opens_line))
                clauses = []
                opens_line = False
            if mark == "\n":
                paragraph += 1
                opens_line = True
    return sentences


def _sentence(  # noqa: PLR0913
    text: str, clauses: list[Clause], paragraph: int, trail: list[tuple[int, Span]], *, whole_line: bool, opens: bool
) -> Sentence:
    """The sentence of `clauses`; `trail` is brought up to date where it is or begins with a heading."""
    start, end = clauses[0].start, clauses[-1].end
    depth = _depth(text, start, opens=opens)
    short = end - start <= _LONGEST_HEADING
    bare = depth is None and whole_line and short and not _ENDS.search(text[end - 1 : end]) and len(clauses) <= 2
    heading = whole_line and short and (bare or depth is not None) and clauses[-1].mark == ""
    if depth is not None or bare:
        level = _BARE if depth is None else depth
        while trail and trail[-1][0] >= level:
            trail.pop()
        if short:
            trail.append((level, (start, end)))
        elif depth is not None and clauses[0].end - start <= _LONGEST_HEADING:
            trail.append((level, (start, clauses[0].end)))
    return Sentence(start, end, tuple(clauses), paragraph, tuple(span for _, span in trail), heading)


def _depth(text: str, start: int, *, opens: bool) -> int | None:
    """How deep the numbering at `start` stands, or None; inside a paragraph only items (一是, 第二，) count."""
    for depth, pattern in enumerate(_NUMBERING):
        if (opens or depth == _ITEM) and pattern.match(text, start):
            return depth
    return None


class _Sealed:
    """The stretches that no delimiter divides."""

    def __init__(self, marks: Marks) -> None:
        spans = sorted((*marks.quotes, *marks.books, *(b for b in marks.brackets if b[1] - b[0] <= 60)))
        merged: list[Span] = []
        for start, end in spans:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def holds(self, at: int) -> bool:
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]


def _delimiters(text: str, sealed: _Sealed) -> list[Span]:
    """Delimiters that divide, and the end of the text."""
    found = []
    for match in _DELIMITER.finditer(text):
        start, end = match.span()
        if text[start] in ",:：" and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
            continue
        if text[start] != "\n" and sealed.holds(start):
            continue
        found.append((start, end))
    if not found or found[-1][1] < len(text) or text[found[-1][0]] != "\n":
        found.append((len(text), len(text)))
    return found
