"""CSV as one file a kind, `facts.honour.csv`: each a table without empty columns."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from factx.records import KINDS, Report
from factx.writers.csv import harmless
from factx.writers.flat import COLUMNS


def save(reports: Iterable[Report], path: Path) -> None:
    """Write the records of each kind below a line of column names, kinds without records too."""
    with ExitStack() as files:
        tables = {}
        for kind in KINDS:
            file = path.with_suffix(f".{kind}{path.suffix}").open("w", encoding="utf-8-sig", newline="")
            tables[kind] = csv.writer(files.enter_context(file), lineterminator="\n")
            tables[kind].writerow(COLUMNS[kind])
        for report in reports:
            for fact in report.facts:
                tables[fact.kind].writerow(harmless(fact, COLUMNS[fact.kind]))
