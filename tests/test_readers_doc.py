"""Old Word files (doc), and what else is kept in OLE files."""

from pathlib import Path

import pytest

from factx.errors import ReadError
from factx.readers import read, read_bytes
from factx.readers.doc_binary import Stories, properties

DATA = Path(__file__).parent / "data"
SAMPLE = (Path(__file__).parents[1] / "samples" / "formats" / "report.doc").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LISTS = """第三章 总则
①甲
②乙
点
第四章 职责
①丙
见云溪县网站，𠮷祥街道。	末
姓名	单位
秦若兰	县文化馆
事迹
其一。
其二。
后文
"""


@pytest.mark.parametrize("form", ["docx", "doc", "rtf"])
def test_lists_fields_hidden_words_and_tables(form: str) -> None:
    text = read(DATA / f"lists.{form}").text
    # RTF has a tab behind every number, whatever the list says.
    assert text.replace("① ", "①").replace("② ", "②") == LISTS


def test_the_same_in_a_pdf_but_for_what_it_does_not_know() -> None:
    text = read(DATA / "lists.pdf").text
    for line in ("第三章总则", "②乙", "•点", "见云溪县网站，𠮷祥街道。 末", "秦若兰\t县文化馆", "后文"):
        assert line in text.splitlines()


def test_the_name_does_not_matter() -> None:
    assert read_bytes(SAMPLE, "report.wps").text == read_bytes(SAMPLE, "x").text


def test_lengths_of_stories_are_their_places() -> None:
    stories = Stories(main=10, footnotes=5, headers=7, macros=0, annotations=1, endnotes=3, boxes=2)
    assert [stories.span(name) for name in ("main", "footnotes", "endnotes", "boxes")] == [
        (0, 10),
        (10, 15),
        (23, 26),
        (26, 28),
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\x00\x08\x01", {0x0800: b"\x01"}),
        (b"\x0b\x46\x02\x00\x0a\x26\x01", {0x460B: b"\x02\x00", 0x260A: b"\x01"}),
        (b"\x08\xd6\x03\x00ab\x16\x24\x01", {0xD608: b"ab", 0x2416: b"\x01"}),
        (b"\x05\xc6\x02xy", {0xC605: b"xy"}),
        (b"\x00", {}),
        (b"\x0b\x46\x02", {0x460B: b"\x02"}),  # cut off
    ],
)
def test_properties(data: bytes, found: dict[int, bytes]) -> None:
    assert properties(data) == found


def changed(at: int, value: bytes) -> bytes:
    """The sample with other bytes in the head of its stream `WordDocument`."""
    start = SAMPLE.index(b"\xec\xa5")
    return SAMPLE[: start + at] + value + SAMPLE[start + at + len(value) :]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (changed(0, b"\xdc\xa5"), "older than Word 97; open it"),
        (changed(10, b"\xff\xff"), "locked with a password; save a copy"),
        (changed(0x4C, b"\xff\xff\xff\x7f"), "is damaged"),
        (changed(0x9A + 8 * 33, b"\xff\xff\xff\xff"), "is damaged"),
        (SAMPLE[:600], "damaged, or of another program"),
        (OLE + bytes(500), "of another program"),
        (OLE + bytes(500) + "PowerPoint Document".encode("utf-16-le"), "a presentation"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "with a password"),
        (OLE + bytes(5000) + "Workbook".encode("utf-16-le"), "is damaged"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_bytes(data, "x.doc")


def test_damaged_formats_leave_the_text() -> None:
    document = read_bytes(changed(0x9A + 8 * 13, b"\xff\xff\xff\xff"), "x.doc")
    assert "获评全省文化和旅游系统先进集体" in document.text
    assert [issue.code for issue in document.issues] == ["damaged-formats"]
