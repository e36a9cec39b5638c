"""Article: the lines of a web page, and which of them are its article.

A page is lines of text in nested blocks. The article is the innermost block that still holds nearly all prose of the
page; from its lines those are dropped that are links, and the title and byline above it are added.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from factx.readers.compose import row

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NO_TEXT = frozenset(
    "script style noscript template head iframe object embed svg canvas video audio map select option button input "  # noqa: SIM905 (words in a row read best)
    "textarea datalist rp rt nav footer dialog".split()
)
_CONTAINERS = frozenset("body div section article main table tbody tr td th form center fieldset".split())  # noqa: SIM905 (words in a row read best)
_BLOCKS = _CONTAINERS | frozenset(
    "p li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre hr header aside address figure figcaption caption thead "  # noqa: SIM905 (words in a row read best)
    "tfoot details summary".split()
)
# Words in an element's class or id that say that it is furniture: whole, between signs, or before a number.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|crumbs?|breadcrumbs?|position|location|share|bdsharebuttonbox|bshare|footer|foot|"
    r"copyright|sidebar|side|aside|related?|relevant|recommend|hot|comments?|toolbar|print|login|search|qrcode|pager?|"
    r"pagination|prevnext|advert|ads?)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_WRAP = re.compile(r"[ \t\f]*\n\s*")
_BLANKS = re.compile(r"[ \t\f\xa0]+")
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’"
_WRAPPED = re.compile(rf"(?<=[{_WIDE}])\n|\n(?=[{_WIDE}])")
_PROSE = re.compile(r"[。；！？]|[，、,].{8}")
_LONGEST_CELL = 300
_LABEL = 12
"""A line no longer than this, above links, is their heading."""
_MOST_FURNITURE = 0.4
"""An element called furniture that holds more of the page than this is its article all the same."""
_NEARLY_ALL = 0.8
_MOST_DEPTH = 240


class Line(NamedTuple):
    """A line of the page, and how many of its characters are links."""

    text: str
    links: int = 0

    @property
    def is_link(self) -> bool:
        """Whether the line is links, with little between them."""
        return self.links * 2 > len(self.text)


@dataclass
class Block:
    """The lines `[start, end)` that an element holds, and the blocks inside it."""

    start: int
    end: int = 0
    inside: list["Block"] = field(default_factory=list)


class Lines(list[Line]):
    """The lines of a page, with its blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Block(0)


def lines_of(root: "HtmlElement") -> Lines:
    """The lines of the page `root` in the order of its source."""
    page = _Page(_size(root))
    page.element(root, depth=0)
    page.end_line()
    page.lines.root.end = len(page.lines)
    return page.lines


def article(lines: Lines, heading: str | None) -> tuple[list[str], bool]:
    """The article's lines, title first, and whether an article was found: else everything that is no link."""
    prose = [_prose(line) for line in lines]
    block = _innermost(lines, prose)
    top = _title_above(lines, heading, block)
    kept = [
        line.text
        for line, *below in zip_longest(*(lines[at : block.end] for at in range(top, top + 3)), fillvalue=Line(""))
        if not (line.is_link or (len(line.text) <= _LABEL and all(link.is_link for link in below)))
    ]
    if heading and kept and not _same(kept[0], heading):
        kept.insert(0, heading)
    return kept, sum(prose) > 0


def _prose(line: Line) -> int:
    """The characters of a line that are sentences and no links."""
    return len(line.text) - line.links if _PROSE.search(line.text) and not line.is_link else 0


def _innermost(lines: Lines, prose: list[int]) -> Block:
    """The innermost block that holds nearly all prose of the page and most of what stands beside it."""
    block = lines.root
    total = sum(prose)
    while True:
        size = _plain(lines, block)
        best = max(block.inside, key=lambda b: sum(prose[b.start : b.end]), default=None)
        if best is None or sum(prose[best.start : best.end]) < _NEARLY_ALL * total or not total:
            return block
        if _plain(lines, best) * 2 < size and block is not lines.root:
            return block
        block = best


def _plain(lines: Lines, block: Block) -> int:
    return sum(len(line.text) for line in lines[block.start : block.end] if not line.is_link)


def _title_above(lines: list[Line], heading: str | None, block: Block) -> int:
    """The line of the title, from which on the block is read; the block's first line where there is none."""
    if heading:
        for at in range(min(block.start + 30, block.end) - 1, -1, -1):
            if _same(lines[at].text, heading):
                return at
    return block.start


def _same(text: str, heading: str) -> bool:
    return "".join(text.split()) == "".join(heading.split())


def _size(element: "HtmlElement") -> int:
    return len("".join(element.text_content().split()))


class _Page:
    """Goes through the elements of a page and collects its lines."""

    def __init__(self, size: int) -> None:
        self.lines = Lines()
        self._size = size
        self._open = [self.lines.root]
        self._pieces: list[str] = []
        self._links = 0
        self._link_depth = 0
        self._number = ""

    def element(self, element: "HtmlElement", depth: int) -> None:
        """The lines of an element."""
        tag = element.tag
        if not isinstance(tag, str) or depth > _MOST_DEPTH or self._is_furniture(element, tag):
            return
        if tag == "br":
            self.end_line()
            return
        if tag == "table" and _is_data(element):
            self._data(element, depth)
            return
        is_block, is_link = tag in _BLOCKS, tag == "a"
        if is_block:
            self.end_line()
        if tag in _CONTAINERS:
            block = Block(len(self.lines))
            self._open[-1].inside.append(block)
            self._open.append(block)
        self._link_depth += is_link
        self._text(element.text)
        number = _first_number(element)
        for child in element:
            if number is not None and child.tag == "li":
                self.end_line()
                self._number = f"{number}. "
                number += 1
                self._inside(child, depth + 1)
                self._number = ""
            else:
                self.element(child, depth + 1)
            self._text(child.tail)
        self._link_depth -= is_link
        if is_block:
            self.end_line()
        if tag in _CONTAINERS:
            self._open.pop().end = len(self.lines)

    def _inside(self, element: "HtmlElement", depth: int) -> None:
        """The lines of what an element holds."""
        self._text(element.text)
        for child in element:
            self.element(child, depth + 1)
            self._text(child.tail)
        self.end_line()

    def end_line(self) -> None:
        """What was collected becomes a line."""
        text = " ".join(_WRAPPED.sub("", "".join(self._pieces)).split())
        if text:
            self.lines.append(Line(self._number + text, min(self._links, len(text))))
            self._number = ""
        self._pieces, self._links = [], 0

    def _text(self, text: str | None) -> None:
        if text:
            piece = _BLANKS.sub(" ", _WRAP.sub("\n", text))
            self._pieces.append(piece)
            if self._link_depth:
                self._links += len(piece.strip())

    def _data(self, table: "HtmlElement", depth: int) -> None:
        """A line for each row of a table of data."""
        self.end_line()
        for line in table.iter("tr"):
            cells = []
            links = 0
            for cell in line.iterchildren("td", "th"):
                page = _Page(self._size)
                page._inside(cell, depth + 1)
                cells.append([inner.text for inner in page.lines])
                links += sum(inner.links for inner in page.lines)
            self.lines += [Line(text, links) for text in row(cells) if text.strip()]

    def _is_furniture(self, element: "HtmlElement", tag: str) -> bool:
        if tag in _NO_TEXT or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
            return True
        marks = f"{element.get('class', '')} {element.get('id', '')}"
        return bool(_FURNITURE.search(marks)) and tag != "body" and _size(element) < _MOST_FURNITURE * self._size


def _first_number(element: "HtmlElement") -> int | None:
    """The number of an ordered list's first item; None for everything else."""
    if element.tag != "ol":
        return None
    start = element.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _is_data(table: "HtmlElement") -> bool:
    """Whether a table holds data: rows of several short cells, no table inside. Others only lay the page out."""
    rows = list(table.iter("tr"))
    wide = sum(len(list(_cells(line))) > 1 for line in rows)
    inside = sum(1 for _ in table.iter("table")) > 1
    return (
        not inside
        and wide * 2 > len(rows)
        and all(len(cell.text_content()) <= _LONGEST_CELL for line in rows for cell in _cells(line))
    )


def _cells(line: "HtmlElement") -> Iterator["HtmlElement"]:
    yield from line.iterchildren("td", "th")
