"""CSV: one wide table with a column for every field of every kind, empty where the kind or the text has nothing for it.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets do not show.
"""

import csv
from collections.abc import Iterable
from typing import TextIO

from factx.records import Fact, Report
from factx.writers.flat import WIDE, Cell, row

# Some spreadsheets take the full-width forms for the signs themselves.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write the records of `reports` below one line of column names."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(WIDE)
    for report in reports:
        rows.writerows(harmless(fact, WIDE) for fact in report.facts)


def harmless(fact: Fact, columns: tuple[str, ...]) -> list[Cell]:
    """The cells of a record; only text can be a formula, `-3.2` as a number stays."""
    return ["'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row(fact, columns)]
