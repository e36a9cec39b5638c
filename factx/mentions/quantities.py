"""Quantities: every number of a text with its unit and bounds.

One pass finds where a number may begin. The commonest shapes are read on the spot (`quantity_shapes`), all others the
long way (`quantity_reading`): numeral, what only looks like one, unit, bounds.
"""

from typing import TYPE_CHECKING

from factx.mentions.quantity_amount import Amount
from factx.mentions.quantity_reading import read
from factx.mentions.quantity_shapes import plainly, shapes
from factx.mentions.quantity_vetoes import links
from factx.text import fold

if TYPE_CHECKING:
    from factx.records import Quantity

__all__ = ["Amount", "quantities", "scan"]


def quantities(text: str) -> "list[Quantity]":
    """Every number of a text with its unit, in order; ordinals (第三) are none."""
    from factx.records import Quantity  # noqa: PLC0415 (models load when first used)

    return [
        Quantity(
            text=text[a.start : a.end],
            start=a.start,
            end=a.end,
            value=a.value,
            value_max=a.value_max,
            unit=a.unit,
            qualifier=a.qualifier,  # type: ignore[arg-type]
        )
        for a in scan(fold(text))
        if not a.ordinal
    ]


def scan(text: str) -> list[Amount]:
    """Every amount of a folded text, ordinals too, in order and without overlaps."""
    amounts: list[Amount] = []
    addresses = links(text)[::-1]
    position = floor = 0
    for match in shapes().finditer(text):
        start = match.start()
        if start < position or match.lastindex == 1:  # inside what was read, or a date
            continue
        while addresses and addresses[-1][1] <= start:
            addresses.pop()
        if addresses and addresses[-1][0] <= start:
            position = addresses[-1][1]
            continue
        amount = plainly(text, match, floor)
        if amount is None:
            amount, position = read(text, start, floor)
        elif isinstance(amount, int):
            position = amount
            continue
        if amount is None:
            continue
        amounts.append(amount)
        position = floor = amount.end
    return amounts
