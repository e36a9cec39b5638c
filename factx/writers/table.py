"""Tables for people: one a kind, as wide as the terminal, the key words of the evidence marked."""

from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from factx.records import KINDS, AnyFact, Report
from factx.writers.layout import FULL, NARROW, cell, evidence, planned
from factx.writers.printable import printable

_WIDE = 140
_ENDLESS = 10_000
_KEY = "bold cyan"
_PLANNED = "yellow"


class _Console(Console):
    """A console that leaves a closed pipe to whoever asked for the table."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 (rich calls this while it handles the error)


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write the tables of each report in turn, below its name from the second on."""
    console = _Console(file=stream, markup=False, highlight=False, emoji=False)
    for number, report in enumerate(reports):
        if number:
            console.print()
        console.print(Text(printable(report.document.name), "bold underline"))
        for kind in KINDS:
            facts = [fact for fact in report.facts if fact.kind == kind]
            if facts:
                console.print()
                console.print(_table(kind, facts, console))


def _table(kind: str, facts: list[AnyFact], console: Console) -> Table:
    """The table of one kind: what does not fit is folded, never cut."""
    fields = FULL[kind] if console.width >= _WIDE else NARROW[kind]
    table = Table(
        title=Text(f"{kind} ({len(facts)})", "bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    for field in fields:
        table.add_column(field, overflow="fold", justify="right" if field == "value" else "left")
    table.add_column("evidence", overflow="fold")
    for fact in facts:
        first, *others = (Text(cell(fact, field)) for field in fields)
        first.stylize(_KEY)
        if planned(fact):
            first.append(" (planned)", _PLANNED)
        quote = Text.assemble(*((piece, _KEY if key else "") for piece, key in evidence(fact)))
        table.add_row(first, *others, quote)
    if console.measure(table, options=console.options.update(width=_ENDLESS)).maximum > console.width:
        table.leading = 1  # rows that fold need a gap to be told apart
    return table
