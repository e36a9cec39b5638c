"""Observer: what the line did with a document, kept for `explain` and the audit; a plain run has none.

Nothing here judges: every reason is the one that a rule, or the line itself, gave when it declined.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from factx.rules.rule import Decline, Draft, Outcome
from factx.scan import Mention
from factx.text import Span


class Look(NamedTuple):
    """A rule, the mention that woke it, and what it made of the place."""

    rule: str
    mention: Mention
    outcome: Outcome

    @property
    def drafts(self) -> list[Draft]:
        """The drafts that the rule gave here."""
        return self.outcome if isinstance(self.outcome, list) else []

    @property
    def decline(self) -> Decline | None:
        """Why the rule gave nothing, where it said so."""
        return self.outcome if isinstance(self.outcome, Decline) else None


class Lost(NamedTuple):
    """Why a draft is no record of its own, and the draft that tells its fact instead."""

    why: str
    to: Draft


@dataclass(slots=True)
class Observer:
    """Watches the line at work. Drafts are told apart by identity: two of them may say the same."""

    looks: list[Look] = field(default_factory=list)
    """Every rule at every mention that woke it, in the order of the walk."""
    inherited: dict[int, dict[str, Span | None]] = field(default_factory=dict)
    """The fields that the context gave a draft, with the words read; None where none say so, as with `achieved`."""
    lost: dict[int, Lost] = field(default_factory=dict)

    def lose(self, draft: Draft, to: Draft, why: str) -> None:
        """`draft` gave way to another one."""
        self.lost[id(draft)] = Lost(why, to)
