"""Spans and the text that they refer to.

A span is a half-open pair of offsets `(start, end)` in Unicode code points of the decoded document. Folding
(full-width forms to half-width) maps one character to one character, so a span means the same in the document and
in its folded copy. No other module changes an offset.
"""

import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

# Every compatibility form that folds to a single ASCII letter, digit or sign, except the punctuation that divides
# Chinese text: `，` ends a clause where `,` may group digits, so both stay what they are.
_KEEP = "，；：？！（）"
FOLDING = {
    code: folded
    for code in (*range(0xFF01, 0xFF5F), 0x3000, 0xA0, 0x2007, 0x202F)
    if chr(code) not in _KEEP and len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}


def fold(text: str) -> str:
    """Full-width letters, digits and spaces as half-width ones; the length never changes."""
    return text.translate(FOLDING)


def trim(text: str, span: Span, drop: str = " \t\r\n\u3000") -> Span:
    """`span` without the characters of `drop` at either end; an empty span stays where it was."""
    start, end = span
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return start, end


def joined(text: str, spans: Iterable[Span]) -> str:
    """The texts of `spans`, put together in order."""
    return "".join(text[start:end] for start, end in spans)
