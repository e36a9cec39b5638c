"""Batches of texts in, batches of records out: the one function that Spark, Ray and their like run on their workers."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from factx.arrow.rows import Row, batch_of, nested
from factx.arrow.schema import RESULTS
from factx.errors import ColumnError, ReadError
from factx.readers import read_bytes
from factx.records import Document, Issue

_ROWS = 2048
"""A batch is handed out when it has so many rows: records take more room than the texts that they come from."""


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    text: str = "text",
    id: str = "id",  # noqa: A002 (the name that such a column has)
) -> Iterator[pa.RecordBatch]:
    """The records of the texts in the column `text`, as batches of `RESULTS`, in the order of the rows.

    The column `id` becomes the records' `doc`. Texts are strings, or the bytes of files, which are read as `factx.read`
    reads a file. A text that cannot be read or got through gives one row of the kind `error`, a doubt about a text one
    of the kind `issue`; both say what is wrong in the column `issue`. Raises ColumnError where a column is missing or
    holds no texts, and nothing else. Keeps nothing between calls but the rules, which load once a process.
    """
    rows: list[Row] = []
    for batch in batches:
        texts, names = _column(batch, text), _column(batch, id)
        if not _holds_texts(texts.type):
            raise ColumnError(f"column {text!r} holds {texts.type}, not texts; name a column of strings or of bytes")
        for name, value in zip(names, texts, strict=True):
            rows += _rows("-" if (said := name.as_py()) is None else str(said), value)
            if len(rows) >= _ROWS:
                yield batch_of(rows, RESULTS)
                rows = []
    if rows:
        yield batch_of(rows, RESULTS)


def _rows(name: str, value: pa.Scalar) -> Iterator[Row]:
    """The rows of one text."""
    from factx.many import FAILED, attempt  # noqa: PLC0415 (the rules: who only writes tables needs none)

    try:
        document = _document(name, value.as_py())
    except (ReadError, UnicodeDecodeError) as error:
        yield _problem(name, "error", Issue(code="unreadable", message=str(error)))
        return
    report = attempt(document)
    yield from map(nested, report.facts)
    for issue in report.issues:
        yield _problem(name, "error" if issue.code == FAILED else "issue", issue)


def _document(name: str, value: str | bytes | None) -> Document:
    if value is None:
        raise ReadError(f"{name}: is null; give a text")
    return read_bytes(value, name) if isinstance(value, bytes) else Document(name=name, text=value)


def _problem(name: str, kind: str, issue: Issue) -> Row:
    return {"kind": kind, "doc": name, "issue": issue.model_dump()}


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    if name not in batch.schema.names:
        raise ColumnError(f"no column is called {name!r}; name one of {', '.join(batch.schema.names)}")
    return batch.column(name)


def _holds_texts(kind: Any) -> bool:  # noqa: ANN401 (a pyarrow.DataType, which has no types of its own)
    if pa.types.is_dictionary(kind):
        return _holds_texts(kind.value_type)
    return any(is_text(kind) for is_text in _TEXTS)


_TEXTS = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_binary,
    pa.types.is_large_binary,
    pa.types.is_binary_view,
    pa.types.is_null,
)
