"""Reports in portions for formats that are written by the block."""

from collections.abc import Iterable, Iterator

from factx.records import Report

_FACTS = 4_000


def portions(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """`reports` in lists that hold some thousand records each: blocks large enough, memory small enough."""
    portion: list[Report] = []
    facts = 0
    for report in reports:
        portion.append(report)
        facts += len(report.facts)
        if facts >= _FACTS:
            yield portion
            portion, facts = [], 0
    if portion:
        yield portion
