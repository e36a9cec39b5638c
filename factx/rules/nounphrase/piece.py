"""A piece of a clause."""

from typing import NamedTuple

from factx.mentions.quantities import Amount
from factx.rules.nounphrase.sorts import Sort


class Piece(NamedTuple):
    """A word or mention of a clause; `pos` for words, `amount` where it is one."""

    start: int
    end: int
    text: str
    sort: Sort
    pos: str = ""
    amount: Amount | None = None


PLACE = "place"
"""The `pos` of a place that only its last character tells (云溪|县)."""
