"""Many texts at once: what one process gives, in the same order, and no text stops the others."""

from functools import partial

import pytest

import factx
from factx.many import FAILED, attempt
from factx.pool import Lost
from factx.records import Document, Report

TEXTS = [f"{year}年，青禾公司获评“省级绿色工厂”，建成充电桩{year - 1900}个。" for year in range(2001, 2025)]


def dumped(reports: list[Report]) -> list[str]:
    return [report.model_dump_json() for report in reports]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reports_are_those_of_extract_in_order(jobs: int) -> None:
    assert dumped(list(factx.extract_many(TEXTS, jobs=jobs))) == dumped([factx.extract(text) for text in TEXTS])


def test_documents_keep_their_names() -> None:
    documents = [Document(name=f"report {number}", text=text) for number, text in enumerate(TEXTS)]
    reports = list(factx.extract_many(documents, jobs=2))
    assert [report.document for report in reports] == documents
    assert all(fact.doc == report.document.name for report in reports for fact in report.facts)


def test_a_day_counts_for_all() -> None:
    import datetime

    (report,) = factx.extract_many(["今年建成充电桩120个。"], jobs=2, date=datetime.date(2022, 3, 1))
    assert report.facts[0].period
    assert report.facts[0].period.start == "2022-01-01"


def test_half_a_surrogate_pair_does_not_stop_the_workers() -> None:
    reports = list(factx.extract_many(["\ud83d" + TEXTS[0], TEXTS[1]], jobs=2))
    assert [bool(report.facts) for report in reports] == [True, True]


def test_what_goes_wrong_with_a_text_is_an_issue_of_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, **_: object) -> Report:
        if "2003" in document.text:
            raise MemoryError
        return factx.extract(document)

    monkeypatch.setattr("factx.many.extract", broken)
    reports = list(factx.extract_many(TEXTS[:4], jobs=1))
    assert [bool(report.facts) for report in reports] == [True, True, False, True]
    (issue,) = reports[2].issues
    assert (issue.code, issue.message) == (FAILED, "MemoryError: ")
    assert reports[2].document.text == TEXTS[2]


def test_a_text_that_no_process_survives_has_a_report_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(work: partial, documents, jobs):
        assert work.func is attempt
        assert jobs == 2
        for document in documents:
            yield Lost(document, "was killed (Killed)") if "2002" in document.text else work(document)

    monkeypatch.setattr("factx.many.ordered", lose)
    reports = list(factx.extract_many(TEXTS[:3], jobs=2))
    assert [bool(report.facts) for report in reports] == [True, False, True]
    (issue,) = reports[1].issues
    assert (issue.code, issue.message) == (
        FAILED,
        "its process was killed (Killed), twice; it may need more memory",
    )


def test_no_jobs_at_all_is_an_error() -> None:
    with pytest.raises(ValueError, match="jobs is 0"):
        next(factx.extract_many(TEXTS, jobs=0))
