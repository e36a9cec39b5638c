"""CSV: one wide table, a column for every field of every kind, empty where the kind or the text has nothing for it.

Lists and spans stand as JSON text; a period takes three columns. A cell that a spreadsheet would run as a formula
gets an apostrophe before it, which spreadsheets do not show.
"""

import csv
import json
from collections.abc import Iterable
from typing import Any, TextIO

from factx.records import KINDS, Fact, Report

_COMMON = tuple(name for name in Fact.model_fields if name not in {"kind", "subject", "period"})
_OWN = dict.fromkeys(name for kind in KINDS.values() for name in kind.model_fields if name not in Fact.model_fields)
COLUMNS = ("kind", "subject", *_OWN, "period", "period_start", "period_end", *_COMMON)

# Some spreadsheets take the full-width forms for the signs themselves.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write the records of `reports` below one line of column names."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for report in reports:
        rows.writerows(_row(fact) for fact in report.facts)


def _row(fact: Fact) -> list[Any]:
    """The cells of one record."""
    fields = fact.model_dump()
    period = fields["period"]
    if period is not None:
        fields |= {"period": period["text"], "period_start": period["start"], "period_end": period["end"]}
    return [_cell(fields.get(name)) for name in COLUMNS]


def _cell(value: Any) -> Any:  # noqa: ANN401 (fields are of every type)
    """One value as a cell; only text can be a formula, `-3.2` as a number stays."""
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value
