"""Many texts: one report each, in their order, from as many processes as there are cores."""

import datetime
from collections.abc import Iterable, Iterator
from functools import partial

from factx.pipeline import extract
from factx.pool import Lost, ordered
from factx.records import Document, Issue, Report

FAILED = "failed"
"""The code of the issue on a report that has no facts because the text could not be got through."""


def extract_many(
    texts: Iterable[str | Document], *, jobs: int | None = None, date: datetime.date | None = None
) -> Iterator[Report]:
    """The report of each text or document, in order, as `extract` gives it; the texts are read as reports are taken.

    `jobs` processes share the work: as many as there are cores where it is not given, and none beside this one for 1.
    (A script that is to run on every system calls this below `if __name__ == "__main__":`.) Whatever becomes of a text,
    the next one follows: one that no process gets through has a report with no facts and an issue `failed`. Raises
    WorkerError where processes cannot start.
    """
    documents = (Document.of(text) for text in texts)
    for report in ordered(partial(attempt, date=date), documents, jobs):
        if isinstance(report, Lost):
            yield _failed(report.item, f"its process {report.cause}, twice; it may need more memory")
        else:
            yield report


def attempt(document: Document, date: datetime.date | None = None) -> Report:
    """The report of `document`; what goes wrong is an issue on it."""
    try:
        return extract(document, date=date)
    except Exception as error:  # noqa: BLE001 (the promise: the next text follows)
        return _failed(document, f"{type(error).__name__}: {error}")


def _failed(document: Document, message: str) -> Report:
    return Report(document=document, facts=[], issues=[*document.issues, Issue(code=FAILED, message=message)])
