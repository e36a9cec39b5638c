"""Marked mentions: names in quotes, titles in 《》, asides in brackets."""

from typing import NamedTuple

from factx.patterns import compiled
from factx.text import Span

# A name in quotes is short and holds no full stop except a last one; longer stretches are speech, read as plain text,
# and so are short ones that end like a sentence behind a colon or comma (`他说：“我们要努力。”`).
_QUOTE = compiled(
    r"“[^“”。；;\n]{1,60}。?”|「[^「」。\n]{1,60}」|『[^『』。\n]{1,60}』|‘[^‘’。；;\n]{1,60}’|\"[^\"。；;\n]{1,40}\""
)
_BOOK = compiled(r"《[^《》\n]{1,120}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})*》|〈[^〈〉\n]{1,60}〉")
_STOPS = frozenset("。！？!?")
_BEFORE_SPEECH = frozenset("：:，,。\n！？ \u3000")
_BRACKET = compiled(r"[(（\[【〔][^()（）\[\]【】〔〕\n]{0,120}[)）\]】〕]")


class Marks(NamedTuple):
    """Spans with their marks, each list in the order of the text; quotes do not overlap titles."""

    quotes: list[Span]
    books: list[Span]
    brackets: list[Span]


def scan(text: str) -> Marks:
    """All marked mentions of a text."""
    books = [m.span() for m in _BOOK.finditer(text)]
    quotes = [m.span() for m in _QUOTE.finditer(text)]
    quotes = [q for q in quotes if text[q[1] - 2] not in _STOPS or text[q[0] - 1 : q[0]] not in _BEFORE_SPEECH]
    brackets = [m.span() for m in _BRACKET.finditer(text)]
    return Marks(_outside(quotes, books), books, brackets)


def inner(text: str, span: Span) -> Span:
    """A marked span without its marks, white space and a last full stop."""
    start, end = span[0] + 1, span[1] - 1
    while end > start and text[end - 1] in " 。\u3000":
        end -= 1
    while start < end and text[start] in " \u3000":
        start += 1
    return start, end


def _outside(spans: list[Span], covers: list[Span]) -> list[Span]:
    """The spans that no span of `covers` holds; both lists sorted."""
    kept, i = [], 0
    for span in spans:
        while i < len(covers) and covers[i][1] <= span[0]:
            i += 1
        if i == len(covers) or not (covers[i][0] <= span[0] and span[1] <= covers[i][1]):
            kept.append(span)
    return kept
