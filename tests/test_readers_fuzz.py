"""Any bytes end in a document or in one of our errors: samples of every format, damaged in every way.

`FACTX_FUZZ=5000` draws more.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import package

from factx.errors import ReadError
from factx.readers import read_bytes

FOLDER = Path(__file__).parents[1] / "samples" / "formats"
SAMPLES = sorted(FOLDER.glob("report.*"))
DRAWS = settings(max_examples=int(os.environ.get("FACTX_FUZZ", "60")))
TOKENS = st.sampled_from(
    [
        b"", b"\0" * 8, b"\xff" * 8, b"{" * 300, b"}" * 9, b"<a>" * 300, b"</w:p>", b"]]>", b"<![CDATA[", b"\\u-1?",
        b"\\bin99999999 ", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;", b"&amp;#xD800;", b"&#55296;",
        b"<table><tr><td>" * 99, b"\r\n\r\n", b"=?utf-8?q?=ff?=", b"-1", b"99999999999", b"stream\n", b"endobj\n",
    ]
)  # fmt: skip


@st.composite
def damage(draw: st.DrawFn) -> list[tuple[float, int, bytes]]:
    """Cuts in a file: where (a share of its length), how many bytes go, what comes in their place."""
    place = st.floats(0, 1, exclude_max=True)
    return draw(
        st.lists(st.tuples(place, st.sampled_from([0, 1, 4, 64, 4096]), TOKENS | st.binary(max_size=8)), max_size=5)
    )


def damaged(data: bytes, cuts: list[tuple[float, int, bytes]], kept: float) -> bytes:
    for place, gone, come in cuts:
        at = int(place * len(data))
        data = data[:at] + come + data[at + gone :]
    return data[: int(kept * len(data)) + 1]


def check(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name)
    except ReadError as error:
        if "\n" in str(error):
            raise AssertionError("an error is one line") from error
        return
    document.text.encode()
    assert all(0 <= start <= len(document.text) for start in document.pages)
    assert document.pages == sorted(document.pages)
    assert document.model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.suffix)
def test_a_damaged_file_ends_in_a_document_or_an_error(path: Path) -> None:
    data = path.read_bytes()

    @DRAWS
    @given(damage(), st.just(1.0) | st.floats(0, 1))
    def run(cuts: list[tuple[float, int, bytes]], kept: float) -> None:
        check(damaged(data, cuts, kept), path.name)

    run()


@pytest.mark.parametrize("form", ["doc", "xls", "pdf"])
def test_a_file_with_other_bytes_in_place(form: str) -> None:
    """Nothing moves, so that what points into the file still points there."""
    path = FOLDER / f"report.{form}"
    data = path.read_bytes()
    place = st.tuples(st.integers(0, len(data) - 1), st.binary(min_size=1, max_size=4))

    @DRAWS
    @given(st.lists(place, min_size=1, max_size=30))
    def run(places: list[tuple[int, bytes]]) -> None:
        changed = bytearray(data)
        for at, value in places:
            changed[at : at + len(value)] = value
        check(bytes(changed), path.name)

    run()


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_damaged_part_of_an_archive(form: str) -> None:
    """The archive itself is sound, so that the damage reaches the reader."""
    with zipfile.ZipFile(FOLDER / f"report.{form}") as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}

    @DRAWS
    @given(st.sampled_from(sorted(parts)), damage())
    def run(name: str, cuts: list[tuple[float, int, bytes]]) -> None:
        check(package(parts | {name: damaged(parts[name], cuts, 1.0)}), f"report.{form}")

    run()


@DRAWS
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"{\\rtf1 ", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
    st.binary(max_size=2000),
    st.sampled_from(["x", "x.md", "x.eml", "x.html", "x.doc"]),
)
def test_chance_bytes_behind_every_beginning(beginning: bytes, rest: bytes, name: str) -> None:
    check(beginning + rest, name)


def test_a_zip_in_a_zip_is_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("report.docx", (FOLDER / "report.docx").read_bytes())
    with pytest.raises(ReadError, match="a zip archive"):
        read_bytes(stream.getvalue(), "x.zip")
