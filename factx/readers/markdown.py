"""Markdown: its text without the marks. Headings, items and table rows are lines; the numbers of lists are text."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factx.readers.compose import compose, day, title
from factx.readers.limits import Clock, bounded
from factx.readers.plain import decode
from factx.records import Document

if TYPE_CHECKING:
    from markdown_it.token import Token

MEDIA_TYPE = "text/markdown"
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"(?m)^(\w+)[ \t]*:[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\n]*))$")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_ENDS = frozenset("。！？!?；;：:…”」』）)")
_LONGEST = 20_000
"""A longer paragraph is read with its marks: some rows of them take the square of their number in time."""
_SHORTEST_WRAPPED = 30
"""No editor wraps lines that are shorter."""


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of the Markdown `data`."""
    bounded(data, name)
    text, chosen = decode(data, name, encoding)
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(whole)
    entries = {
        entry[1].lower(): entry[2] or entry[3] or entry[4] for entry in _ENTRY.finditer(front[1] if front else "")
    }
    tokens = _parsed(whole[front.end() :] if front else whole, Clock(name))
    return compose(
        name,
        _lines(tokens),
        title=title(entries.get("title")) or _heading(tokens),
        date=day(entries.get("date")),
        media_type=MEDIA_TYPE,
        encoding=chosen,
    )


def _parsed(text: str, clock: Clock) -> "list[Token]":
    """The blocks of `text`, each line with what it is made of."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 (only here)

    inline = MarkdownIt("commonmark")
    blocks = MarkdownIt("commonmark").enable("table")
    blocks.core.ruler.disable(["inline", "text_join"])
    tokens = blocks.parse(text)
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _LONGEST:
            clock.check()
            token.children = inline.parseInline(token.content)[0].children
    return tokens


def _heading(tokens: "list[Token]") -> str | None:
    """The only heading of the first level."""
    heads = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    return title("".join(_inline(tokens[heads[0] + 1]))) if len(heads) == 1 else None


def _lines(tokens: "list[Token]") -> Iterator[str]:
    """The lines of the blocks."""
    number = ""
    cells: list[str] = []
    in_table = False
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type in {"table_open", "table_close"}:
            in_table = token.type == "table_open"
        elif token.type == "inline":
            text = "".join(_inline(token))
            if in_table:
                cells.append(text)
            else:
                yield from _unwrapped(number + text)
                number = ""
        elif token.type == "tr_close":
            yield "\t".join(cells)
            cells = []
        elif token.type in {"fence", "code_block"}:
            yield from token.content.split("\n")
        elif token.type == "html_block":
            yield from _TAG.sub("", token.content).split("\n")


def _inline(token: "Token") -> Iterator[str]:
    """The text of a line: of links what they show."""
    if not token.children:
        yield token.content
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif child.type == "html_inline":
            yield "\n" if child.content.lower().startswith("<br") else ""
        elif child.type != "image":
            yield child.content


def _unwrapped(text: str) -> Iterator[str]:
    """The lines of a paragraph, those joined that were only wrapped: long ones that end no sentence."""
    open_line = ""
    for line in text.split("\n"):
        blank = " " if open_line[-1:].isascii() and open_line[-1:].isalnum() and line[:1].isascii() else ""
        open_line += blank + line if open_line else line
        if open_line[-1:] in _ENDS or len(line) < _SHORTEST_WRAPPED:
            yield open_line
            open_line = ""
    yield open_line
