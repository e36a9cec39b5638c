"""Records as Arrow data, for data frames, Parquet, databases and the engines of clusters. Needs `factx[arrow]`.

Two forms, both made from the models of factx.records: `FACTS`, one table of every kind, in which each kind's own
fields stand in a struct of its name (null in the rows of other kinds), and `TABLES`, one flat table a kind.
`extract_batches` turns tables of texts into tables of records; it is what the engines of clusters run.
"""

from factx.errors import MissingExtraError

try:
    from factx.arrow.batches import extract_batches
    from factx.arrow.rows import facts_of, reader, to_batch
    from factx.arrow.schema import FACTS, RESULTS, TABLES
except ModuleNotFoundError as error:
    if error.name != "pyarrow":
        raise
    raise MissingExtraError("Arrow data needs pyarrow; install it with: pip install 'factx[arrow]'") from error

__all__ = ["FACTS", "RESULTS", "TABLES", "extract_batches", "facts_of", "reader", "to_batch"]
