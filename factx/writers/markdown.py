"""Markdown: one table a kind, for a page or a merge request; the key words of the evidence are bold."""

from collections.abc import Iterable
from typing import TextIO

from factx.records import KINDS, AnyFact, Report
from factx.writers.layout import FULL, cell, evidence, planned
from factx.writers.printable import printable

# Every sign that Markdown could read as more than a sign.
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\|`*_[]<>~#$&!"})


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write each report below a heading with its name."""
    for number, report in enumerate(reports):
        stream.write("\n" if number else "")
        stream.write(f"# {_plain(printable(report.document.name))}\n")
        for kind in KINDS:
            facts = [fact for fact in report.facts if fact.kind == kind]
            if facts:
                stream.write(f"\n## {kind} ({len(facts)})\n\n")
                _write_table(kind, facts, stream)


def _write_table(kind: str, facts: list[AnyFact], stream: TextIO) -> None:
    """One kind's records, a line each."""
    fields = FULL[kind]
    stream.write(f"| {' | '.join(fields)} | evidence |\n")
    stream.write("| --- " * (len(fields) + 1) + "|\n")
    for fact in facts:
        cells = [_plain(cell(fact, field)) for field in fields]
        if planned(fact):
            cells[0] += " (planned)"
        # `**` would not take hold between Chinese characters and quotes.
        quote = "".join(f"<b>{_plain(piece)}</b>" if key else _plain(piece) for piece, key in evidence(fact))
        stream.write(f"| {' | '.join(cells)} | {quote} |\n")


def _plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return text.translate(_SIGNS)
