"""Excel: a sheet a kind, and one of the documents with what is doubtful about them. Needs `factx[xlsx]`.

Every text is written as text, so that no cell is a formula or a link. The words of the evidence that make the record
are bold. A sheet that is full goes on in another one: `honour 2`.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factx.records import KINDS, AnyFact, Report
from factx.writers.extras import need
from factx.writers.flat import COLUMNS, Cell, row
from factx.writers.layout import evidence
from factx.writers.sources import DOCUMENT, document

need("xlsxwriter", "xlsx")

_ROWS = 1_048_576  # Excel's own limits
_CHARACTERS = 32_767
_SOURCES = (*DOCUMENT, "problem")
_WIDTHS = {"quote": 60, "title": 36, "metric": 30, "name": 30, "honour": 36, "subject": 24, "recipients": 30, "doc": 30}
_WIDTHS |= {"section": 30, "problem": 80, "grantor": 20, "organisation": 24, "position": 16}
_WIDTH = 12
"""Widths in characters; the others are as wide as their titles need."""
# What people read comes first, the evidence behind it; what programs need comes last.
_LAST = ("kind", "id", "start", "end", "spans", "rule")


def save(reports: Iterable[Report], path: Path) -> None:
    """Write all records and documents, in order."""
    import xlsxwriter  # noqa: PLC0415 (heavy; first comes the work on the documents)

    options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same bytes every time
        sheets = {kind: _Sheet(book, kind, _ordered(COLUMNS[kind])) for kind in KINDS}
        sources = _Sheet(book, "sources", _SOURCES)
        for report in reports:
            for fact in report.facts:
                sheets[fact.kind].add(row(fact, sheets[fact.kind].columns), fact)
            problems = "\n".join(issue.message for issue in report.issues)
            sources.add([*document(report), problems or None])
        for sheet in (*sheets.values(), sources):
            sheet.finish()


def _ordered(columns: tuple[str, ...]) -> tuple[str, ...]:
    return (*[name for name in columns if name not in _LAST], *[name for name in columns if name in _LAST])


class _Sheet:
    """A table with a header that stays in sight and a filter on each column."""

    def __init__(self, book: Any, name: str, columns: tuple[str, ...]) -> None:  # noqa: ANN401 (xlsxwriter has no types)
        self.columns = columns
        self._book, self._name = book, name
        self._number = 0
        self._head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "border": 1, "border_color": "#B0B8C0"})
        self._text = book.add_format({"valign": "top"})
        self._wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self._key = book.add_format({"bold": True})
        self._open()

    def add(self, cells: list[Cell], fact: AnyFact | None = None) -> None:
        """Write a row; the quote of `fact` with its key words."""
        if self._row == _ROWS:
            self.finish()
            self._open()
        for at, (name, cell) in enumerate(zip(self.columns, cells, strict=True)):
            if isinstance(cell, str):
                self._write(at, name, cell, fact)
            elif cell is not None:
                self._sheet.write_number(self._row, at, cell, self._text)
        self._row += 1

    def finish(self) -> None:
        """Give the table its filter, now that its length is known."""
        self._sheet.autofilter(0, 0, self._row - 1, len(self.columns) - 1)

    def _open(self) -> None:
        self._number += 1
        self._row = 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 1)
        for at, column in enumerate(self.columns):
            self._sheet.set_column(at, at, _WIDTHS.get(column, _WIDTH))
            self._sheet.write_string(0, at, column, self._head)

    def _write(self, at: int, name: str, text: str, fact: AnyFact | None) -> None:
        form = self._wrapped if _WIDTHS.get(name, _WIDTH) > _WIDTH else self._text
        pieces = evidence(fact) if fact is not None and name == "quote" else []
        if len(pieces) > 1 and len(text) <= _CHARACTERS:
            rich: list[Any] = []
            done = 0
            for words, key in pieces:
                rich += [self._key] * key + [text[done : (done := done + len(words))]]
            self._sheet.write_rich_string(self._row, at, *rich, form)
        else:
            self._sheet.write_string(self._row, at, text[:_CHARACTERS], form)
