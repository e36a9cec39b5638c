"""What the amounts of a sentence inherit from those before them."""

from dataclasses import dataclass, field

from factx.rules.achievement.rows import Row
from factx.text import Span


@dataclass(slots=True)
class Memory:
    """What a later amount of the sentence may inherit: metrics in order, the verb of the list, the row before."""

    metrics: list[list[Span]] = field(default_factory=list)
    action: Span | None = None
    unit: str | None = None
    row: Row | None = None
    measure: str = ""
    last: str = ""
    """The measure of the amount before."""
    label: list[Span] = field(default_factory=list)
    sector: list[Span] = field(default_factory=list)
    noted: list[Span] = field(default_factory=list)
    """The noun behind which a bracket with the amount stands."""
