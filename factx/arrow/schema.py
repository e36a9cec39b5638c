"""The Arrow schemas of the records, made from the models; no field is named here that a model names.

Enumerations are plain strings: Parquet packs them as small as a dictionary by itself, and every engine takes them.
Numbers are doubles (whole ones exact up to 2**53), days are dates, all offsets code points of the document. A column
is never marked as not null: engines disagree about the mark, and the models hold it already.
"""

from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import pyarrow as pa
from pydantic import BaseModel

from factx.records import KINDS, Day, Fact, Issue, Number, Period

SPANS = pa.list_(pa.struct({"field": pa.string(), "start": pa.int64(), "end": pa.int64()}))
"""`spans`, one entry for every stretch: fields that stand in several places have several entries."""

PERIOD = {"period": "text", "period_start": "start", "period_end": "end"}
"""The columns that a period takes in a flat table, as in CSV, and the fields that they hold."""

OWN = {kind: [name for name in model.model_fields if name not in Fact.model_fields] for kind, model in KINDS.items()}
"""The fields that only records of the kind have."""

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    Number: pa.float64(),
    Day: pa.date32(),
}


def _field_type(model: type[BaseModel], name: str) -> pa.DataType:
    return SPANS if name == "spans" else _type_of(model.model_fields[name].annotation)


def _type_of(annotation: Any) -> pa.DataType:  # noqa: ANN401 (whatever may stand behind a field's colon)
    """The Arrow type of one field's Python type; null is a value of every type."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct({name: _field_type(annotation, name) for name in annotation.model_fields})
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return pa.string()
    if origin is list:
        return pa.list_(_type_of(inner[0]))
    if origin is Annotated:
        return _type_of(inner[0])
    some = [one for one in inner if one is not NoneType]
    if NoneType in inner and len(some) == 1:
        return _type_of(some[0])
    if set(some) == set(get_args(Number)):
        return _type_of(Number)
    raise TypeError(f"no Arrow type is known for {annotation}")


def _facts() -> pa.Schema:
    """One table of all kinds: what every record has and, where a kind's own fields stand, a struct for each kind."""
    columns: dict[str, pa.DataType] = {}
    for name in Fact.model_fields:
        columns[name] = _field_type(Fact, name)
        if name == "period":
            columns |= {kind: pa.struct({own: _field_type(KINDS[kind], own) for own in OWN[kind]}) for kind in KINDS}
    return pa.schema(columns)


def _flat(kind: str) -> pa.Schema:
    """One kind's table: a column for every field, three for the period."""
    columns: dict[str, pa.DataType] = {}
    for name in KINDS[kind].model_fields:
        if name == "period":
            columns |= {column: _field_type(Period, field) for column, field in PERIOD.items()}
        else:
            columns[name] = _field_type(KINDS[kind], name)
    return pa.schema(columns)


FACTS: pa.Schema = _facts()
TABLES: dict[str, pa.Schema] = {kind: _flat(kind) for kind in KINDS}
RESULTS: pa.Schema = FACTS.append(pa.field("issue", _type_of(Issue)))
"""What `extract_batches` gives: `FACTS`, and rows of the kinds `error` and `issue`: what is wrong with a text."""
