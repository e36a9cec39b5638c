"""Parquet: one table of all records, each kind's own fields in a struct of its name. Needs `factx[arrow]`.

`SELECT honour.title FROM 'facts.parquet' WHERE kind = 'honour'`: lists, spans and days keep their types.
"""

from collections.abc import Iterable
from pathlib import Path

from factx.records import Report
from factx.writers.extras import need
from factx.writers.portions import portions

need("pyarrow", "arrow")


def save(reports: Iterable[Report], path: Path) -> None:
    """Write all records, a row group for every few thousand."""
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 (heavy; first comes the work on the documents)

    from factx.arrow import FACTS, to_batch  # noqa: PLC0415 (the same)

    with ParquetWriter(path, FACTS, compression="zstd") as table:
        for portion in portions(reports):
            table.write_batch(to_batch(fact for report in portion for fact in report.facts))
