"""The properties that Office files carry apart from their text: title, and the day they were last saved."""

import datetime
import io
import struct
from typing import TYPE_CHECKING, TypedDict

from factx.readers.compose import day, title
from factx.readers.limits import Archive, damaged, extra

if TYPE_CHECKING:
    from olefile import OleFileIO

_UTF_8 = 65001
_GB = frozenset({936, 20936, 54936})


class Properties(TypedDict):
    """Fields of a document."""

    title: str | None
    date: str | None


def of_package(archive: Archive) -> Properties:
    """Those of a docx or xlsx."""
    core = {str(element.tag).rpartition("}")[2]: element.text for element in archive.xml("docProps/core.xml")}
    return {"title": title(core.get("title")), "date": day(core.get("modified")) or day(core.get("created"))}


def opened(data: bytes, name: str) -> "OleFileIO":
    """The OLE file `data`; ReadError where it is none."""
    with extra(name, "an old Office document"):
        import olefile  # noqa: PLC0415 (an extra)
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
        raise damaged(name) from error


def of_ole(data: bytes, name: str) -> Properties:
    """Those of an old Office file; none where they are damaged."""
    ole = opened(data, name)
    try:
        found = ole.get_metadata()
        heading, page = found.title, found.codepage
        saved = found.last_saved_time or found.create_time
    except (OSError, ValueError, TypeError, IndexError, KeyError, OverflowError, struct.error, RecursionError):
        return {"title": None, "date": None}
    finally:
        ole.close()
    when = saved.date().isoformat() if isinstance(saved, datetime.datetime) else None
    return {"title": title(_decoded(heading, page)), "date": day(when)}


def _decoded(value: object, page: object) -> str | None:
    """A text of the properties, in their code page."""
    if isinstance(value, str):
        return value
    if not isinstance(value, bytes):
        return None
    number = page % 0x10000 if isinstance(page, int) else 0
    encoding = "utf-8" if number == _UTF_8 else "gb18030" if number in _GB else f"cp{number}"
    try:
        return value.decode(encoding)
    except (UnicodeError, LookupError):
        return None
