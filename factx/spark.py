"""Records of a Spark data frame of texts. Needs `factx[spark]`, on the driver and on the workers."""

from functools import partial
from typing import TYPE_CHECKING

from factx.arrow import RESULTS, extract_batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def extract_dataframe(
    df: "DataFrame",
    text: str = "text",
    id: str = "id",  # noqa: A002 (the name that such a column has)
) -> "DataFrame":
    """The records of the texts in the column `text` of `df`, in the columns of `factx.arrow.RESULTS`.

    The column `id` becomes the records' `doc`; texts are strings or the bytes of files. A bad text gives a row of the
    kind `error` and never ends a task (see `factx.arrow.extract_batches`). Nothing is computed before an action asks.
    """
    schema = df.sparkSession.createDataFrame(RESULTS.empty_table()).schema
    return df.select(id, text).mapInArrow(partial(extract_batches, text=text, id=id), schema)
