"""Page furniture: navigation, bylines, link lists. Nothing there is a claim of the report."""

import re
from dataclasses import dataclass
from functools import cache

from factx.lexicon import load
from factx.patterns import compiled
from factx.text import Span

_MARKS = r"[ \t【\[(（■◇◆●★·•*>-]*"
_BREADCRUMB = r"[^\n。]{0,40}(?:>>|» |› | > )[^\n。]{0,80}"
_NOTICE = r"[^\n。]{0,60}(?:Copyright|©|ICP备|公网安备|All Rights Reserved)[^\n]*"
_FULL_PARAGRAPH = compiled(r"[^\n]{60,}")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lists of furniture.toml."""

    line: frozenset[str]
    tail: frozenset[str]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("furniture", Furniture)
    line, tail = ("|".join(sorted(group, key=lambda w: (-len(w), w))) for group in (words.line, words.tail))
    # A byline's word stands before a colon or ends its line; `地址电话` alone would also open sentences.
    lines = rf"(?m)^(?:{_MARKS}(?:{line})[ \t]{{0,3}}(?:[:：][^\n]*|[】\])）]?$)|{_BREADCRUMB}$|{_NOTICE}$)"
    return compiled(lines), compiled(rf"(?m)^{_MARKS}(?:{tail})[ \t]{{0,3}}(?:[:：】\])）]|$|[ \t])")


def scan(text: str) -> list[Span]:
    """Spans of whole lines that are furniture, in order, in a folded text; they do not overlap."""
    lines, tails = _patterns()
    spans = [m.span() for m in lines.finditer(text) if m.end() - m.start() < 200]
    for match in tails.finditer(text):
        start = text.find("\n", match.end())
        body = _next_paragraph(text, start) if start >= 0 else len(text)
        spans.append((match.start(), body))
    return _merged(sorted(spans))


def _next_paragraph(text: str, start: int) -> int:
    """Offset of the next paragraph of running text behind `start`, or the text's end."""
    for match in _FULL_PARAGRAPH.finditer(text, start + 1):
        if "。" in match.group():
            return match.start()
    return len(text)


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
