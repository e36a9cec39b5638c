"""Spans and the text that they refer to.

A span is a half-open pair of offsets `(start, end)` in Unicode code points of the decoded document. Folding
(full-width forms to half-width, traditional characters to simplified ones) maps one character to one character, so a
span means the same in the document and in its folded copy. No other module changes an offset.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from factx.patterns import compiled

Span: TypeAlias = tuple[int, int]

# Every compatibility form that folds to a single ASCII letter, digit or sign, except the punctuation that divides
# Chinese text: `，` ends a clause where `,` may group digits, so both stay what they are.
_KEEP = "，；：？！（）"
_FORMS = {
    code: folded
    for code in (*range(0xFF01, 0xFF5F), 0xFE6A, 0x3000, 0xA0, 0x2007, 0x202F)
    if chr(code) not in _KEEP and len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}
_WIDE = compiled(f"[{re.escape(''.join(map(chr, _FORMS)))}]")
_QUOTES = dict(zip("「」『』", "“”‘’", strict=True))
_TRADITIONAL = Path(__file__).parent / "lexicons/traditional.txt"


@cache
def _traditional() -> dict[str, str]:
    """Traditional characters and the simplified ones that they fold to."""
    lines = _TRADITIONAL.read_text(encoding="utf-8").split("\n")
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


@cache
def _table() -> dict[int, str]:
    """Everything that folds in a text with traditional characters; such texts have corner brackets for quotes."""
    return _FORMS | {ord(sign): folded for sign, folded in (_traditional() | _QUOTES).items()}


def fold(text: str) -> str:
    """Full-width letters, digits and spaces as half-width ones, traditional characters as simplified ones.

    The length never changes.
    """
    if text.isascii():
        return text
    if _traditional().keys().isdisjoint(text):  # quicker than to look up every character
        return _WIDE.sub(lambda match: _FORMS[ord(match[0])], text)
    return text.translate(_table())


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
