"""Records into Arrow data and back: what comes back equals, field by field, what went in."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, get_origin

import pyarrow as pa

from factx.arrow.schema import FACTS, OWN, PERIOD, TABLES
from factx.records import KINDS, AnyFact, Fact, Number, Report
from factx.text import Span

Row = dict[str, Any]

_LISTS = frozenset(
    name for kind in KINDS.values() for name, field in kind.model_fields.items() if get_origin(field.annotation) is list
)
_EXACT = 2**53  # up to here a double holds every whole number


def to_batch(facts: Iterable[AnyFact], kind: str | None = None) -> pa.RecordBatch:
    """The records as rows of `FACTS`; with `kind`, those of that kind as rows of its flat table."""
    if kind is None:
        return batch_of(map(nested, facts), FACTS)
    return batch_of((_flat(fact) for fact in facts if fact.kind == kind), TABLES[kind])


def reader(reports: Iterable[Report], kind: str | None = None) -> pa.RecordBatchReader:
    """The records of `reports` as a stream that is made while it is read, a batch for each report."""
    schema = FACTS if kind is None else TABLES[kind]
    return pa.RecordBatchReader.from_batches(schema, (to_batch(report.facts, kind) for report in reports))


def facts_of(batch: pa.RecordBatch | pa.Table) -> Iterator[AnyFact]:
    """The records in the rows of `FACTS` or of a flat table; rows of no kind of record are passed over.

    Raises pydantic's ValidationError where a row breaks the models.
    """
    record = _from_flat if "period_start" in batch.schema.names else _from_nested
    for row in batch.to_pylist():
        if row["kind"] in KINDS:
            yield KINDS[row["kind"]].model_validate(record(row))


def batch_of(rows: Iterable[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as a batch; a key that a row lacks is null."""
    listed = list(rows)
    columns = [pa.array([row.get(field.name) for row in listed], field.type) for field in schema]
    return pa.record_batch(columns, schema=schema)


def nested(fact: AnyFact) -> Row:
    """A row of `FACTS`: the kind's own fields in a struct of its name."""
    row = _row(fact)
    own = {name: row.pop(name) for name in OWN[fact.kind]}
    return row | {fact.kind: own}


def _flat(fact: AnyFact) -> Row:
    """A row of the kind's flat table."""
    row = _row(fact)
    period = row["period"] or {}
    return row | {column: period.get(field) for column, field in PERIOD.items()}


def _row(fact: AnyFact) -> Row:
    """The fields of a record as Arrow takes them: dates for days, one entry for each stretch of the spans."""
    row = dict(fact)
    if period := fact.period:
        row["period"] = {"text": period.text, "start": _date(period.start), "end": _date(period.end)}
    row["spans"] = [
        {"field": name, "start": start, "end": end}
        for name, spans in fact.spans.items()
        for start, end in (spans if isinstance(spans, list) else [spans])
    ]
    return row


def _from_nested(row: Row) -> Row:
    return _record({name: row[name] for name in Fact.model_fields} | row[row["kind"]], row["period"])


def _from_flat(row: Row) -> Row:
    period = {field: row.pop(column) for column, field in PERIOD.items()}
    return _record(row, period if period["text"] is not None else None)


def _record(fields: Row, period: Row | None) -> Row:
    """The fields as the models take them."""
    if period:
        period = {"text": period["text"], "start": _day(period["start"]), "end": _day(period["end"])}
    numbers = {name: _number(value) for name, value in fields.items() if isinstance(value, float)}
    return fields | numbers | {"period": period, "spans": _spans(fields["spans"])}


def _spans(entries: list[Row]) -> dict[str, Span | list[Span]]:
    """The spans of each field: a list for a field that is a list or stands in several places, else one pair."""
    spans: dict[str, Span | list[Span]] = {}
    for name, stretches in groupby(entries, lambda entry: str(entry["field"])):
        pairs = [(entry["start"], entry["end"]) for entry in stretches]
        spans[name] = pairs if name in _LISTS or len(pairs) > 1 else pairs[0]
    return spans


def _date(day: str | None) -> datetime.date | None:
    return None if day is None else datetime.date.fromisoformat(day)


def _day(date: datetime.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _number(value: float) -> Number:
    """Whole numbers are ints in the records."""
    return int(value) if value.is_integer() and abs(value) <= _EXACT else value
