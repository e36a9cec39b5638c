"""JSON: one array of whole reports, each with its document's text, so that every span can be checked."""

from collections.abc import Iterable
from typing import TextIO

from factx.records import Report


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write `reports` as one array, however many they are."""
    stream.write("[")
    divider = "\n"
    for report in reports:
        stream.write(divider + report.model_dump_json(indent=2))
        divider = ",\n"
    stream.write("\n]\n")
