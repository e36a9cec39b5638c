"""Facts of many texts on one machine with all its cores: DuckDB reads the texts and writes the Parquet file.

python examples/duckdb_job.py TEXTS.parquet FACTS.parquet

TEXTS has the columns `id` and `text`. Ask the result with examples/duckdb.sql.
"""

import sys
from collections.abc import Iterator

import duckdb

import factx
from factx.arrow import reader


def documents(texts: str) -> Iterator[factx.Document]:
    """The texts, a thousand at a time."""
    rows = duckdb.connect().execute("SELECT id, text FROM read_parquet(?) WHERE text IS NOT NULL", [texts])
    while some := rows.fetchmany(1000):
        for name, text in some:
            yield factx.Document(name=str(name), text=text)


if __name__ == "__main__":  # the workers of extract_many import this file
    texts, target = sys.argv[1:]
    facts = reader(factx.extract_many(documents(texts)))
    duckdb.from_arrow(facts).write_parquet(target, compression="zstd")
