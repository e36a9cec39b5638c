"""One report in every format: what is read from each, and that the facts are the same in all."""

from pathlib import Path

import pytest

import factx
from factx.records import Document

FOLDER = Path(__file__).parents[1] / "samples" / "formats"
MEDIA_TYPES = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "wps": "application/msword",
    "md": "text/markdown",
    "rtf": "application/rtf",
    "eml": "message/rfc822",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "pdf": "application/pdf",
}
PLAIN = factx.read(FOLDER / "report.txt")
NO_CONTENT = {"id", "doc", "start", "end", "spans", "rule"}


def contents(document: Document) -> list[dict[str, object]]:
    """The facts of a document without what their places and the text as a whole decide."""
    return [fact.model_dump(exclude=NO_CONTENT) for fact in factx.extract(document).facts]


FACTS = contents(PLAIN)


def test_the_report_is_worth_comparing() -> None:
    assert len(FACTS) > 35
    assert len({fact["kind"] for fact in FACTS}) == 4


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_the_text_is_that_of_the_plain_file(form: str) -> None:
    document = factx.read(FOLDER / f"report.{form}")
    assert document.media_type == MEDIA_TYPES[form]
    # A PDF shows a footnote on the page of its mark, not behind the text.
    order = sorted if form == "pdf" else list
    assert order(document.text.splitlines()) == order(PLAIN.text.splitlines())


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_the_facts_are_those_of_the_plain_file(form: str) -> None:
    found = contents(factx.read(FOLDER / f"report.{form}"))
    same = [fact for fact in FACTS if fact in found]
    least = 1.0 if form in {"docx", "html", "md"} else 0.97
    assert len(same) >= least * len(FACTS), [fact for fact in FACTS if fact not in found]
    assert len(found) <= len(FACTS) / least, [fact for fact in found if fact not in FACTS]


@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_the_title_comes_with_the_file(form: str) -> None:
    assert factx.read(FOLDER / f"report.{form}").title == PLAIN.text.splitlines()[0]


@pytest.mark.parametrize("form", ["docx", "doc", "wps", "html", "rtf", "md", "eml"])
def test_the_day_comes_with_the_file(form: str) -> None:
    assert factx.read(FOLDER / f"report.{form}").date == "2024-01-15"


def test_a_pdf_knows_its_pages() -> None:
    document = factx.read(FOLDER / "report.pdf")
    assert len(document.pages) == 2
    first = document.text.index("推进“茶旅融合”")
    assert document.pages[0] == 0
    assert document.page(first) == 2
    assert document.page(document.pages[1] - 1) == 1
    assert {document.page(fact.start) for fact in factx.extract(document).facts} == {1, 2}


def test_a_text_has_no_pages() -> None:
    assert PLAIN.page(10) is None


def test_what_is_left_out_is_told() -> None:
    (issue,) = factx.read(FOLDER / "report.pdf").issues
    assert issue.code == "page-furniture"
    assert issue.message.startswith("4 lines left out")
