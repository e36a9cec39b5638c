"""Compose: the lines that a reader took out of a file, as a document."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from factx.errors import ReadError
from factx.readers.encoding import replaced
from factx.records import Document, Issue

# Tabs and line ends are text; other control characters, halves of surrogate pairs and non-characters are no text.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]+")
_INDENT = " \u3000\u00a0"
_DAY = re.compile(r"((?:19|20)\d\d)\D?(\d\d)\D?(\d\d)")


def compose(
    name: str,
    lines: Iterable[str],
    *,
    encoding: str | None = None,
    issues: Iterable[Issue] = (),
    **fields: Any,  # noqa: ANN401 (those of Document)
) -> Document:
    """The document of `lines`, blank ones and indents left out; ReadError where nothing is left."""
    cleaned = (clean(line).strip("\n") for line in lines)
    text = "\n".join(line.rstrip().lstrip(_INDENT) for line in cleaned if line.strip())
    if not text:
        raise ReadError(f"{name}: holds no text; if its pages are pictures, run a text recognition (OCR) over it first")
    doubts = [*replaced(text, encoding), *issues] if encoding else list(issues)
    return Document(name=name, text=text + "\n", encoding=encoding, issues=doubts, **fields)


def clean(text: str) -> str:
    """`text` without characters that are no text."""
    return _NO_TEXT.sub("", text)


def title(value: str | None) -> str | None:
    """A title in one line, or None where there is none."""
    return " ".join(clean(value or "").split()) or None


def day(value: str | None) -> str | None:
    """The day that a time such as `2024-01-15T09:30:00Z` or `D:20240115093000` begins with, as `YYYY-MM-DD`."""
    match = _DAY.search(value or "")
    if not match:
        return None
    try:
        return datetime.date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def row(cells: list[list[str]]) -> list[str]:
    """The lines of a table's row: one, the cells divided by tabs, unless a cell holds several paragraphs."""
    if all(len(cell) <= 1 for cell in cells):
        return ["\t".join(cell[0] if cell else "" for cell in cells)]
    return [line for cell in cells for line in cell]
