"""Spreadsheets (xlsx, xls): a row a line, its cells divided by tabs, numbers as the sheet shows them."""

import io
import zipfile
from typing import Literal

from factx.errors import ReadError
from factx.readers.compose import compose
from factx.readers.limits import Archive, bounded, damaged, extra
from factx.readers.properties import of_ole, of_package
from factx.records import Document

_MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
}
_READ = (".xml", ".rels")


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The rows of the workbook `data`, sheet by sheet, each below its name; `encoding` means nothing here."""
    del encoding
    bounded(data, name)
    form: Literal["xlsx", "xls"] = "xlsx" if data.lstrip().startswith(b"PK") else "xls"
    if form == "xlsx":
        archive = Archive(data, name)
        data, properties = _copy(archive), of_package(archive)
    else:
        properties = of_ole(data, name)
    return compose(name, _rows(data, form, name), media_type=_MEDIA_TYPES[form], **properties)


def _copy(archive: Archive) -> bytes:
    """The parts that hold cells, unpacked within bounds: the library knows none."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as copy:
        for path in sorted(archive.names):
            if path.endswith(_READ):
                copy.writestr(path, archive.part(path))
    return stream.getvalue()


def _rows(data: bytes, form: Literal["xlsx", "xls"], name: str) -> list[str]:
    """The lines of all sheets; the only sheet's name is no part of the text."""
    with extra(name, "a spreadsheet"):
        import office_oxide  # noqa: PLC0415 (an extra)
    try:
        with office_oxide.Document.from_bytes(data, form) as book:
            lines: list[str] = book.plain_text().split("\n")
            sheets = [section.get("title") for section in book.to_ir().get("sections", ())]
    except office_oxide.OfficeOxideError as error:
        raise damaged(name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the library's own bugs show
            raise
        raise damaged(name) from error
    lines = [line for line in lines if line.strip()]
    if len(sheets) == 1 and lines[:1] == sheets:
        del lines[0]
    if not lines:
        raise ReadError(f"{name}: holds no cells; give a workbook with text in it")
    return lines
