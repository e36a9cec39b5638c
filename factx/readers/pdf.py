"""PDF with a text layer: characters with their places into lines, which `pdf_layout` makes paragraphs of."""

import ctypes
import re
from collections.abc import Iterator
from statistics import multimode
from typing import TYPE_CHECKING, NamedTuple

from factx.errors import ReadError
from factx.readers.compose import clean, compose, day, title
from factx.readers.limits import Clock, bounded, damaged, extra
from factx.readers.pdf_layout import HYPHEN, Line, is_wide, lay_out, repair
from factx.records import Document, Issue

if TYPE_CHECKING:
    import pypdfium2

MEDIA_TYPE = "application/pdf"
_HYPHENS = frozenset({0xFFFE, 0x02})
"""What pdfium gives for a hyphen at a line's end, in place of the end."""
_HIGH_HALF, _LOW_HALF = 0xD800 >> 10, 0xDC00 >> 10
"""Characters beyond 16 bits come in two halves."""
_SPACES = frozenset(" \u00a0\u3000\t")
_RAISED = 0.75
_COLUMN = 1.8
_BLANK = 0.9
_NOTE_MARKS = re.compile(r"[\d\[\]［］〔〕①-⑳*]+")
_MARKER = re.compile(
    r"^([•●■◆▪➢·]|[\d一二三四五六七八九十]{1,3}[、.．]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳])\t"
)
"""A list's number or sign, and the tab behind it that parts no columns."""
_PROGRAM = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel) - |\.(?:docx?|wps|pdf|rtf|txt)$", re.IGNORECASE)
_NO_TITLE = frozenset({"untitled", "无标题", "未命名", "文档"})


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of the PDF `data`, page by page; `encoding` means nothing here."""
    del encoding
    bounded(data, name)
    with extra(name, "a PDF"):
        import pypdfium2  # noqa: PLC0415 (an extra)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(f"{name}: is locked with a password; save a copy without it") from error
        raise damaged(name) from error
    try:
        pages = list(_pages(pdf, Clock(name)))
        properties = pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise damaged(name) from error
    finally:
        pdf.close()
    if not any(pages):
        raise ReadError(f"{name}: has no text layer, only pictures; run a text recognition (OCR) over it first")
    lines, starts, dropped = lay_out(pages)
    return compose(
        name,
        lines,
        title=_title(properties.get("Title")),
        date=day(properties.get("ModDate")) or day(properties.get("CreationDate")),
        media_type=MEDIA_TYPE,
        pages=starts,
        issues=_issues(pages, dropped),
    )


def _issues(pages: list[list[Line]], dropped: int) -> Iterator[Issue]:
    """What is doubtful about the text."""
    if dropped:
        message = f"{dropped} lines left out: page headers, page footers, page numbers"
        yield Issue(code="page-furniture", message=message)
    if empty := [str(number) for number, page in enumerate(pages, 1) if not page]:
        message = f"no text on page {', '.join(empty[:10])}{' …' if len(empty) > 10 else ''}: pictures, or empty"
        yield Issue(code="page-without-text", message=message)


def _title(value: str | None) -> str | None:
    """The title of the properties, without what programs put there on their own."""
    found = title(_PROGRAM.sub("", value or ""))
    return None if found and found.lower() in _NO_TITLE else found


def _pages(pdf: "pypdfium2.PdfDocument", clock: Clock) -> Iterator[list[Line]]:
    """The lines of each page."""
    for number in range(len(pdf)):
        clock.check()
        page = pdf[number]
        text = page.get_textpage()
        yield [line for characters in _split(text) if (line := _line(characters))]
        text.close()
        page.close()


class _Character(NamedTuple):
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def _split(text: "pypdfium2.PdfTextPage") -> Iterator[list[_Character]]:
    """The characters of a page, line by line."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (an extra)

    characters: list[_Character] = []
    half = 0
    loose = pdfium.FS_RECTF()
    low, high, *sides = (ctypes.c_double() for _ in range(4))
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, at)
        if code in {10, 13} or (characters and characters[-1].text == HYPHEN):
            if characters:
                yield characters
                characters = []
            if code in {10, 13}:
                continue
        if code >> 10 == _HIGH_HALF:
            half = code
            continue
        if code >> 10 == _LOW_HALF:
            code = 0x10000 + ((half & 0x3FF) << 10 | code & 0x3FF)
        sign = HYPHEN if code in _HYPHENS else clean(chr(code)) if 0 < code <= 0x10FFFF else ""
        if not sign:
            continue
        pdfium.FPDFText_GetLooseCharBox(text.raw, at, loose)
        pdfium.FPDFText_GetCharBox(text.raw, at, *sides, low, high)
        size = pdfium.FPDFText_GetFontSize(text.raw, at)
        characters.append(_Character(sign, loose.left, loose.right, low.value, high.value, size))
    if characters:
        yield characters


def _line(characters: list[_Character]) -> Line | None:
    """The line that characters make: blanks only where they part something, no marks of notes."""
    seen = [character for character in characters if character.text not in _SPACES]
    if not seen:
        return None
    size = max(multimode(round(character.size, 1) for character in seen))
    low, high = min(character.bottom for character in seen), max(character.top for character in seen)
    pieces: list[str] = []
    last: _Character | None = None
    spaced = False
    for character in characters:
        if character.text in _SPACES:
            spaced = True
        elif not _is_note_mark(character, last, size, (low + high) / 2):
            if last is not None:
                pieces.append(_between(last, character, size, spaced=spaced))
            pieces.append(character.text)
            last = character
            spaced = False
    if len(pieces) > 1 and pieces[-1] == HYPHEN and not pieces[-2].isalpha():
        pieces[-1] = "-"
    text = _MARKER.sub(r"\1", repair("".join(pieces)))
    return Line(text, seen[0].left, max(c.right for c in seen), low, high, size) if text else None


def _is_note_mark(character: _Character, last: _Character | None, size: float, middle: float) -> bool:
    """Whether a small raised digit refers to a note: behind Latin letters it is a power (`m²`)."""
    small = character.size < _RAISED * size and character.top > middle
    return small and bool(_NOTE_MARKS.fullmatch(character.text)) and (last is None or is_wide(last.text))


def _between(last: _Character, character: _Character, size: float, *, spaced: bool) -> str:
    """What stands between two characters: a column's edge, a blank, or nothing. Han text has no blanks by itself."""
    gap = character.left - last.right
    if gap > _COLUMN * size:
        return "\t"
    if not spaced:
        return ""
    apart = gap > _BLANK * size or not (is_wide(last.text) or is_wide(character.text))
    return " " if apart else ""
