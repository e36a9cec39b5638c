"""What the number layer hands to the rules: an amount with everything that its words say."""

from typing import NamedTuple

from factx.text import Span


class Amount(NamedTuple):
    """A number of the text; offsets are half-open."""

    start: int
    end: int
    """The whole mention with its bounds: `近600万人次`, `600余人`."""
    value: int | float
    """Scale words multiplied out; the lower end of a range."""
    value_max: int | float | None
    unit: str | None
    """As written, without scale words; `%` for 百分之 and 成, `倍` for 翻番."""
    unit_span: Span | None
    """Where exactly that unit is written, if it is."""
    measure: str | None
    """What the unit says: count, amount, share, points, times, rank, duration; None for a bare number."""
    qualifier: str
    number: Span
    """The numeral with its scale words, without bounds and unit."""
    ordinal: bool
    """Behind 第: a place, not a number of things."""
