"""Word documents (docx): paragraphs with the numbers of their lists, tables row by row, notes behind.

What is deleted under tracked changes, hidden, or a field's instruction is not read, nor are page headers, page footers,
comments and tables of contents. Elements are told by their names whatever their namespace: both editions of the format
have the same names.
"""

import xml.etree.ElementTree as ET  # noqa: N817 (its usual name)
from collections.abc import Iterable, Iterator

from factx.readers.compose import compose, row
from factx.readers.limits import Archive, Clock, bounded, damaged
from factx.readers.numbering import Numbering, name_of, value_of
from factx.readers.properties import of_package
from factx.records import Document

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What may stand around paragraphs and runs, and only holds them.
_AROUND = frozenset(
    "body sdt sdtContent ins moveTo customXml smartTag hyperlink fldSimple footnote endnote bdo dir "  # noqa: SIM905 (words in a row read best)
    "rubyBase ruby AlternateContent Choice txbxContent".split()
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_BOXES = frozenset({"drawing", "pict", "object"})
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_OFF = frozenset({"0", "false", "off"})


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The document in the docx `data`; `encoding` means nothing here."""
    del encoding
    bounded(data, name)
    archive = Archive(data, name)
    main = _main_part(archive)
    if main not in archive.names:
        raise damaged(name)
    folder = main.rpartition("/")[0]
    numbering = Numbering(archive.xml(f"{folder}/numbering.xml"), archive.xml(f"{folder}/styles.xml"))
    walk = _Walk(numbering, Clock(name))
    lines = [line for body in archive.xml(main) if name_of(body) == "body" for line in walk.blocks(body)]
    for part, note in _NOTES:
        for element in archive.xml(part):
            if name_of(element) == note and value_of(element, "type") in (None, "normal"):
                lines += walk.blocks(element)
    return compose(name, lines, media_type=MEDIA_TYPE, **of_package(archive))


def _main_part(archive: Archive) -> str:
    """The path of the part that holds the text."""
    for relation in archive.xml("_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


class _Walk:
    """Goes through the elements of a document in order."""

    def __init__(self, numbering: Numbering, clock: Clock) -> None:
        self._numbering = numbering
        self._clock = clock

    def blocks(self, parent: ET.Element) -> Iterator[str]:
        """The lines of the paragraphs and tables in `parent`."""
        for element in parent:
            kind = name_of(element)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind in _AROUND and not _is_contents(element):
                yield from self.blocks(element)

    def _paragraph(self, element: ET.Element) -> Iterator[str]:
        self._clock.check()
        style = self._numbering.style_of(element)
        if style.startswith("toc "):
            return
        boxes: list[ET.Element] = []
        text = "".join(self._inline(element, boxes))
        if text.strip():
            yield self._numbering.label(element) + text
        for box in boxes:
            yield from self.blocks(box)

    def _inline(self, parent: Iterable[ET.Element], boxes: list[ET.Element]) -> Iterator[str]:
        """The text of the runs in `parent`; text boxes anchored there go to `boxes`."""
        for element in parent:
            kind = name_of(element)
            if kind == "r" and not _is_hidden(element):
                yield from self._inline(element, boxes)
            elif kind == "t":
                yield element.text or ""
            elif kind in _CHARACTERS:
                yield _CHARACTERS[kind]
            elif kind in _BOXES:
                boxes += (box for box in element.iter() if name_of(box) == "txbxContent")
            elif kind == "AlternateContent":  # the same thing twice, for new and for old programs
                yield from self._inline(element[:1], boxes)
            elif kind in _AROUND:
                yield from self._inline(element, boxes)

    def _table(self, table: ET.Element) -> Iterator[str]:
        """A line for each row, its cells divided by tabs; or one for each paragraph where a cell has several."""
        for line in _held(table, "tr"):
            if not any(name_of(mark) == "del" for properties in _held(line, "trPr") for mark in properties):
                yield from row([list(self.blocks(cell)) for cell in _held(line, "tc")])


def _held(parent: ET.Element, kind: str) -> Iterator[ET.Element]:
    """The elements of a kind in `parent`, through those that only hold them."""
    for element in parent:
        if name_of(element) == kind:
            yield element
        elif name_of(element) in _AROUND:
            yield from _held(element, kind)


def _is_hidden(run: ET.Element) -> bool:
    properties = run[0] if len(run) and name_of(run[0]) == "rPr" else ()
    return any(name_of(mark) == "vanish" and value_of(mark) not in _OFF for mark in properties)


def _is_contents(element: ET.Element) -> bool:
    """Whether a block is a table of contents made by Word: its lines stand in the text again."""
    return name_of(element) == "sdt" and any(
        name_of(part) == "docPartGallery" and value_of(part) == "Table of Contents"
        for properties in element
        if name_of(properties) == "sdtPr"
        for part in properties.iter()
    )
