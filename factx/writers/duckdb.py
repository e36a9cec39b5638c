"""DuckDB: a table a kind, one of the documents and one of what is doubtful about them. Needs `factx[duckdb]`.

Lists, spans and days keep their types; `spans` is a list of `(field, start, end)`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from factx.records import KINDS, Report
from factx.writers.extras import need
from factx.writers.portions import portions
from factx.writers.sources import DOCUMENT, ISSUE, document, issues

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from factx.writers.flat import Cell

need("duckdb", "duckdb")
need("pyarrow", "duckdb")

_TYPES = {str: "VARCHAR", int: "BIGINT"}


def save(reports: Iterable[Report], path: Path) -> None:
    """Write all records and documents, in order."""
    import duckdb  # noqa: PLC0415 (heavy; first comes the work on the documents)

    from factx.arrow import TABLES, to_batch  # noqa: PLC0415 (the same)

    with duckdb.connect(path, config={"threads": 1, "memory_limit": "64MB"}) as base:  # one keeps the rows in order
        for kind in KINDS:
            base.register("rows", TABLES[kind].empty_table())
            base.execute(f"CREATE TABLE {kind} AS FROM rows")
        for name, columns in (("document", DOCUMENT), ("issue", ISSUE)):
            listed = ", ".join(f'"{column}" {_TYPES[sort]}' for column, sort in columns.items())
            base.execute(f"CREATE TABLE {name} ({listed})")
        for portion in portions(reports):
            for kind in KINDS:
                base.register("rows", to_batch((fact for report in portion for fact in report.facts), kind))
                base.execute(f"INSERT INTO {kind} FROM rows")
            for report in portion:
                _insert(base, "document", document(report))
                for row in issues(report):
                    _insert(base, "issue", row)


def _insert(base: "DuckDBPyConnection", table: str, cells: "list[Cell]") -> None:
    base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)  # noqa: S608 (our own names)
