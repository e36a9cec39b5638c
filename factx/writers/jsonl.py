"""JSON Lines: one record a line, UTF-8, every key of the contract on every line."""

from collections.abc import Iterable
from typing import TextIO

from factx.records import FACT, Report


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write every record of `reports` as a line of its own."""
    dump = FACT.dump_json
    for report in reports:
        stream.writelines(dump(fact).decode() + "\n" for fact in report.facts)
