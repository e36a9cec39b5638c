"""`factx text`, and files of every format on the command line."""

import json
import sys
from pathlib import Path

import pytest
from shell import one_line, run

from factx.errors import MissingExtraError
from factx.readers import read

FOLDER = Path(__file__).parents[1] / "samples" / "formats"
PLAIN = (FOLDER / "report.txt").read_text(encoding="utf-8")


def test_the_text_of_a_word_file_is_printed() -> None:
    result = run("text", str(FOLDER / "report.docx"))
    assert (result.code, result.out, result.err) == (0, PLAIN, "")


def test_the_text_of_a_plain_file_is_printed_as_it_is() -> None:
    text = "一\r\n二\t三\x1b末"
    result = run("text", "-", stdin=text.encode())
    assert result.out.replace("\r\n", "\n") == text.replace("\r\n", "\n") + "\n"


def test_json_has_what_the_file_says_of_itself() -> None:
    result = run("text", "--json", "-q", str(FOLDER / "report.pdf"))
    said = json.loads(result.out)
    assert said["title"] == PLAIN.splitlines()[0]
    assert said["media_type"] == "application/pdf"
    assert len(said["pages"]) == 2
    assert [issue["code"] for issue in said["issues"]] == ["page-furniture"]
    assert result.err == ""


def test_doubts_are_told() -> None:
    assert "4 lines left out: page headers" in run("text", str(FOLDER / "report.pdf")).err


def test_offsets_of_records_are_those_of_the_text() -> None:
    path = str(FOLDER / "report.doc")
    text = run("text", path).out
    records = [json.loads(line) for line in run("extract", path).out.splitlines()]
    assert len(records) > 35
    assert all(text[record["start"] : record["end"]] == record["quote"] for record in records)


def test_what_cannot_be_read_is_one_line() -> None:
    result = run("text", "-", stdin=b"%PDF-1.4\n")
    assert result.code == 2
    assert one_line(result) == "factx: -: is damaged; open it in its program and save it anew"


@pytest.mark.parametrize(
    ("form", "library"),
    [("html", "lxml"), ("pdf", "pypdfium2"), ("xlsx", "office_oxide"), ("doc", "olefile"), ("xls", "olefile")],
)
def test_a_missing_library_names_its_extra(form: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"which factx\[docs\] reads; install it with: pip install") as caught:
        read(FOLDER / f"report.{form}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("form", ["docx", "rtf", "md", "eml", "txt"])
def test_the_other_formats_need_no_library(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("lxml", "pypdfium2", "office_oxide", "olefile"):
        monkeypatch.setitem(sys.modules, library, None)
    assert read(FOLDER / f"report.{form}").text.splitlines() == PLAIN.splitlines()


def test_the_core_starts_without_the_libraries_of_formats() -> None:
    import subprocess

    code = (
        "import sys; import factx; factx.read(sys.argv[1]); "
        "print(sorted(set(sys.modules) & {'lxml', 'pypdfium2', 'office_oxide', 'olefile', 'markdown_it', "
        "'xml.etree.ElementTree'}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(FOLDER / "report.txt")], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
