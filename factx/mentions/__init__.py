"""Mentions: what the rules look at, found in bulk; one module a sort."""

from typing import NamedTuple


class Mention(NamedTuple):
    """A place that may wake a rule; `sort` says what it is: `amount`, `quote`, `book`, or a list of verbs.toml."""

    start: int
    end: int
    sort: str
