"""Records as rows of plain cells: a period takes three columns, lists and spans stand as JSON text."""

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from factx.records import KINDS, Fact

Cell: TypeAlias = str | int | float | None


def _columns(fields: Sequence[str]) -> tuple[str, ...]:
    """`fields`, the period with its days behind it."""
    at = fields.index("period") + 1
    return (*fields[:at], "period_start", "period_end", *fields[at:])


COLUMNS: dict[str, tuple[str, ...]] = {kind: _columns([*model.model_fields]) for kind, model in KINDS.items()}
"""The columns of each kind's own table."""

_LAST = tuple(name for name in Fact.model_fields if name not in {"kind", "subject", "period"})
_OWN = dict.fromkeys(name for kind in KINDS.values() for name in kind.model_fields if name not in Fact.model_fields)
WIDE: tuple[str, ...] = _columns(["kind", "subject", *_OWN, "period", *_LAST])
"""The columns of one table for all kinds; a kind leaves those empty that it does not have."""


def row(fact: Fact, columns: Sequence[str]) -> list[Cell]:
    """The cells of one record."""
    fields = fact.model_dump()
    if (period := fields["period"]) is not None:
        fields |= {"period": period["text"], "period_start": period["start"], "period_end": period["end"]}
    return [_cell(fields.get(name)) for name in columns]


def _cell(value: Any) -> Cell:  # noqa: ANN401 (fields are of every type)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return value  # type: ignore[no-any-return] # all others are plain
