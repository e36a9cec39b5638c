"""Consistency: what a report says against itself. Told as issues, never mended; where in doubt, nothing is said.

Each check is a function from what was read to issues; `CHECKS` is the one list of them.
"""

from collections.abc import Callable, Iterator

from factx.consistency.counts import headed_lists, named_lists
from factx.consistency.shares import structures, too_large
from factx.consistency.sums import parts_beyond, totals
from factx.consistency.twice import two_values
from factx.consistency.view import View
from factx.records import Issue

CHECKS: tuple[Callable[[View], Iterator[Issue]], ...] = (
    named_lists,
    headed_lists,
    too_large,
    structures,
    parts_beyond,
    totals,
    two_values,
)


def issues(view: View) -> list[Issue]:
    """Every contradiction of a report, in the order of the text."""
    found = [issue for check in CHECKS for issue in check(view)]
    return sorted(found, key=lambda issue: (issue.start or 0, issue.end or 0, issue.code))
