"""Segment: text into sentences and clauses, each sentence with the headings above it.

Delimiters inside quoted names, 《titles》 and short brackets do not divide, nor do commas and colons between digits.
Clauses are cut only where somebody asks for them: most sentences wake no rule.
"""

from bisect import bisect_right
from typing import NamedTuple

from factx.mentions.marks import Marks
from factx.patterns import compiled
from factx.text import Span, trim

_STOP = compiled(r"(?:[。！？!?]+[”’」』)）]*|\n)\s*")
_RUN_IN = compiled(
    r"[^\n。；;]{6,60}?[^\s，,、：:]([ \u3000]+)(?="
    r"新华社|[新人央中东][华民视广新国方]网|本[报台网]|记者|近[日期]|日前|连日来|今[天日]|昨[天日]"
    r"|[\u4e00-\u9fff]{2,4}[日晚]报讯|(?:\d{1,2}月)?\d{1,2}日"
    r"|为(?:了|进一步|深入|贯彻|切实|做好|全面|有效|支持|应对))"
)
"""A headline on the line of the text, which a blank and the beginning of a report show."""
_DELIMITER = compiled(r"[，,；;：:]")
_GROUP = compiled(r"，\d{3}(?!\d)")
"""A thousand in a number that full-width commas group: 228，000元."""
_BLANKS = frozenset(" \u3000")
_ENDS = frozenset("。！？!?；;，,：:、")
_NUMBERING = (  # outermost first; an item that stands inside a paragraph (一是) is the innermost
    compiled(r"第[一二三四五六七八九十]+(?:部分|章|篇)"),
    compiled(r"[一二三四五六七八九十]{1,3}、"),
    compiled(r"[(（][一二三四五六七八九十]{1,3}[)）]、?"),
    compiled(r"\d{1,2}(?:、|[.．](?!\d))"),
    compiled(r"[(（]\d{1,2}[)）]、?|[①-⑳]"),
    compiled(r"[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]|其[一二三四五][，,、]"),
)
_OPENS_NUMBERING = frozenset("第一二三四五六七八九十(（其0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_ITEM = len(_NUMBERING) - 1
_BARE = _ITEM  # a heading without number stands below every numbered one
_LONGEST_HEADING = 45
_LONGEST_SENTENCE = 1500
"""Longer than any sentence of a report. A line of megabytes without a full stop is cut here, so that the time which
the rules take for a sentence stays bounded."""
_LONGEST_CLAUSE = 300
_LONGEST_SEALING_BRACKET = 60


class Clause(NamedTuple):
    """A stretch between two delimiters, white space trimmed; `mark` is the delimiter behind it (`` at a line's end)."""

    start: int
    end: int
    mark: str


class Sentence:
    """A sentence: its span without the full stop, its paragraph's number and the headings above it.

    `heading` says that the whole sentence is a heading line; `mark` is the stop behind it (`` at a line's end).
    """

    __slots__ = ("_clauses", "_sealed", "_text", "end", "heading", "mark", "paragraph", "section", "start")

    def __init__(self, start: int, end: int, mark: str, paragraph: int, text: str, sealed: "_Sealed") -> None:  # noqa: PLR0913, PLR0917
        self.start = start
        self.end = end
        self.mark = mark
        self.paragraph = paragraph
        self.section: tuple[Span, ...] = ()
        self.heading = False
        self._text = text
        self._sealed = sealed
        self._clauses: tuple[Clause, ...] | None = None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence in order, at least one."""
        if self._clauses is None:
            self._clauses = tuple(_clauses(self, self._text, self._sealed))
        return self._clauses

    def __repr__(self) -> str:
        return f"Sentence({self._text[self.start : self.end]!r})"


def segment(text: str, marks: Marks) -> list[Sentence]:
    """All sentences of a folded text in order; empty ones are left out."""
    sentences: list[Sentence] = []
    sealed = _Sealed(marks)
    trail = _Trail(text)
    paragraph = 0
    opens_line = True
    begin = len(text) - len(text.lstrip())
    for start, end in _stops(text, sealed):
        runs_in = start < len(text) and text[start] in _BLANKS
        ends_line = runs_in or start == len(text) or text[start] == "\n"
        while start - begin > _LONGEST_SENTENCE:
            sentences.append(Sentence(begin, begin + _LONGEST_SENTENCE, "", paragraph, text, sealed))
            trail.place(sentences[-1], opens_line=False, whole_line=False)
            begin += _LONGEST_SENTENCE
        if begin < start:
            mark = "" if ends_line else text[start]
            last = start
            while text[last - 1].isspace():  # only before a line's end, which the pattern does not look behind
                last -= 1
            sentence = Sentence(begin, last, mark, paragraph, text, sealed)
            trail.place(sentence, opens_line=opens_line, whole_line=opens_line and ends_line)
            sentence.heading = sentence.heading or runs_in
            sentences.append(sentence)
        opens_line = runs_in or "\n" in text[start:end]
        paragraph += opens_line
        begin = end
    return sentences


def _stops(text: str, sealed: "_Sealed") -> list[Span]:
    """What ends a sentence, white space behind it included, and the end of the text."""
    found = [m.span() for m in _STOP.finditer(text)]
    found = [span for span in found if text[span[0]] == "\n" or not sealed.holds(span[0])]
    if (headline := _RUN_IN.match(text)) and (not found or headline.start(1) < found[0][0]):
        found.insert(0, headline.span(1))
    if not found or found[-1][1] < len(text):
        found.append((len(text), len(text)))
    return found


def _clauses(sentence: Sentence, text: str, sealed: "_Sealed") -> list[Clause]:
    """The sentence cut at commas, semicolons and colons."""
    clauses = []
    begin = sentence.start
    for match in _DELIMITER.finditer(text, sentence.start, sentence.end):
        at = match.start()
        if (
            text[at - 1 : at].isdigit()
            and (text[at] in ",:：" or _GROUP.match(text, at))
            and text[at + 1 : at + 2].isdigit()
        ):
            continue
        if sealed.holds(at):
            continue
        start, end = trim(text, (begin, at))
        while end - start > _LONGEST_CLAUSE:
            clauses.append(Clause(start, start + _LONGEST_CLAUSE, ""))
            start += _LONGEST_CLAUSE
        if start < end:
            clauses.append(Clause(start, end, text[at]))
        begin = at + 1
    start, end = trim(text, (begin, sentence.end))
    while end - start > _LONGEST_CLAUSE:
        clauses.append(Clause(start, start + _LONGEST_CLAUSE, ""))
        start += _LONGEST_CLAUSE
    if start < end or not clauses:
        clauses.append(Clause(start, end, sentence.mark))
    return clauses


class _Trail:
    """The headings that stand above the place reached, outermost first."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._levels: list[int] = []
        self._spans: tuple[Span, ...] = ()

    def place(self, sentence: Sentence, *, opens_line: bool, whole_line: bool) -> None:
        """Give `sentence` its section; the trail is brought up to date where it is or begins with a heading."""
        start, end = sentence.start, sentence.end
        short = end - start <= _LONGEST_HEADING
        depth = _depth(self._text, start, opens=opens_line) if self._text[start] in _OPENS_NUMBERING else None
        bare = (
            whole_line and short and depth is None and self._text[end - 1] not in _ENDS and len(sentence.clauses) <= 2
        )
        if depth is not None or bare:
            sentence.heading = whole_line and short
            if not short:
                end = sentence.clauses[0].end
            if end - start <= _LONGEST_HEADING:
                self._push(_BARE if depth is None else depth, (start, end))
            else:
                self._cut(_BARE if depth is None else depth)
        sentence.section = self._spans

    def _push(self, level: int, heading: Span) -> None:
        self._cut(level)
        self._levels.append(level)
        self._spans = (*self._spans, heading)

    def _cut(self, level: int) -> None:
        """Leave every heading that is not above `level`."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._spans = self._spans[: len(self._levels)]


def _depth(text: str, start: int, *, opens: bool) -> int | None:
    """How deep the numbering at `start` stands, or None; inside a paragraph only items (一是, 第二，) count."""
    for depth, pattern in enumerate(_NUMBERING):
        if (opens or depth == _ITEM) and pattern.match(text, start):
            return depth
    return None


class _Sealed:
    """The stretches that no delimiter divides."""

    def __init__(self, marks: Marks) -> None:
        brackets = [b for b in marks.brackets if b[1] - b[0] <= _LONGEST_SEALING_BRACKET]
        merged: list[list[int]] = []
        end_before = 0
        for start, end in sorted(marks.quotes + marks.books + brackets):
            if start < end_before:
                merged[-1][1] = end_before = max(end, end_before)
            else:
                merged.append([start, end])
                end_before = end
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def holds(self, at: int) -> bool:
        """Whether offset `at` lies inside a sealed stretch."""
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]
