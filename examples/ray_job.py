"""Facts of many texts on a Ray cluster, as Parquet partitioned by kind.

python examples/ray_job.py TEXTS FACTS

TEXTS: a Parquet data set (its name ends in .parquet) with the columns `id` and `text`, or a folder of .txt files in
whatever encodings. Rows of the kinds `error` and `issue` say what could not be read. See docs/scaling.md.
"""

import sys

import pyarrow as pa
import ray

from factx.arrow import RESULTS, extract_batches


def facts_of(table: pa.Table, text: str, id: str) -> pa.Table:  # noqa: A002 (the name that such a column has)
    """The records of one block of texts."""
    return pa.Table.from_batches(extract_batches(table.to_batches(), text, id), RESULTS)


texts, facts = sys.argv[1:]
if texts.endswith(".parquet"):
    data, columns = ray.data.read_parquet(texts, columns=["id", "text"]), {"text": "text", "id": "id"}
else:
    data = ray.data.read_binary_files(texts, include_paths=True, file_extensions=["txt"])
    columns = {"text": "bytes", "id": "path"}
blocks = data.repartition(target_num_rows_per_block=256)  # texts are small for the work in them
records = blocks.map_batches(facts_of, batch_format="pyarrow", batch_size=None, fn_kwargs=columns)
records.write_parquet(facts, partition_cols=["kind"])
