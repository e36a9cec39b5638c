"""What tables say of the documents themselves: a row each, and a row for whatever is doubtful about one."""

from collections.abc import Iterator

from factx.records import Report
from factx.writers.flat import Cell

DOCUMENT: dict[str, type] = {
    "doc": str, "title": str, "date": str, "encoding": str, "characters": int, "records": int,
}  # fmt: skip
ISSUE: dict[str, type] = {"doc": str, "code": str, "message": str, "start": int, "end": int}
"""Columns and types; the issue `unreadable` is that of a document that could not be read."""


def document(report: Report) -> list[Cell]:
    """The row of the report's document."""
    about = report.document
    return [about.name, about.title, about.date, about.encoding, len(about.text), len(report.facts)]


def issues(report: Report) -> Iterator[list[Cell]]:
    """The rows of what is doubtful about it."""
    for issue in report.issues:
        yield [report.document.name, issue.code, issue.message, issue.start, issue.end]
