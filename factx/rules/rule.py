"""The contract of a rule: a name, the mention that wakes it, and what it makes of the place.

A rule gives drafts, or declines with a reason; the reason is what `explain` shows. Fields that are verbatim are given
as spans and never as strings, so a record cannot say what the text does not.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from factx.text import Span


@dataclass(slots=True)
class Draft:
    """A record in the making. `spans` holds every verbatim field that the text shows, `values` the other fields.

    A joined field (`metric`, `title`, `honour`) and a list (`recipients`) are lists of spans, the rest single spans.
    `subject` and `period` are filled in from the context where a rule leaves them out.
    """

    kind: str
    quote: Span
    spans: dict[str, Span | list[Span]]
    values: dict[str, Any] = field(default_factory=dict)
    rule: str = ""
    at: int | None = None
    """Where the words stand whose time is asked for; the quote's begin where it is None."""


class Decline(NamedTuple):
    """Why a rule gave nothing at a place: one line for the reader, and the words that stopped it."""

    reason: str
    at: Span


Outcome: TypeAlias = list[Draft] | Decline | None
"""Drafts; a decline; or None where the rule has nothing to say of the place."""


class Rule(NamedTuple):
    """`wakes` is the sort of mention (see `factx.mentions.Mention.sort`) that calls `apply(scene, mention)`."""

    name: str
    wakes: str
    apply: Callable[[Any, Any], Outcome]
