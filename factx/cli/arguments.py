"""Options that several commands take: what was written, checked and turned into what it stands for."""

import datetime
from typing import NoReturn

import typer


def kinds_of(value: str | None) -> frozenset[str] | None:
    """The kinds of a comma-separated list."""
    if value is None:
        return None
    from factx.records import KINDS  # noqa: PLC0415 (heavy)

    kinds = frozenset(kind.strip() for kind in value.split(","))
    for unknown in sorted(kinds - KINDS.keys()):
        _refuse("--kind", f"unknown kind {unknown!r}; choose from {','.join(KINDS)}")
    return kinds


def day_of(value: str | None) -> datetime.date | None:
    """The day that `value` writes."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        _refuse("--date", f"{value!r} is no date; give one such as 2022-03-01")


def encoding_of(value: str | None) -> str | None:
    """`value`, known to name an encoding."""
    if value is not None:
        from factx.readers.encoding import named  # noqa: PLC0415 (heavy)

        named(value)
    return value


def _refuse(option: str, message: str) -> NoReturn:
    raise typer.BadParameter(message, param_hint=option)
