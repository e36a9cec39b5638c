"""Scores for people: a table of the kinds and their attributes, the errors, the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from factx.score.counting import LEVELS, Figures, Record
from factx.score.judge import Judged, RuleFigures, nearest
from factx.score.marks import Marked, Tally
from factx.writers.printable import printable

_SHOWN = {
    "initiative": ("name", "category", "status", "action"),
    "honour": ("title", "recipients", "grantor", "level", "form"),
    "achievement": ("metric", "value", "unit", "qualifier", "measure", "status"),
    "awardee": ("name", "organisation", "position", "honour"),
}
_REASONS = 3
"""So many of the reasons why a rule missed something are shown."""


def console(stream: TextIO) -> Console:
    """A console that takes texts as they are."""
    return Console(file=stream, markup=False, highlight=False, emoji=False)


def figures_table(figures: Figures, documents: int) -> Iterator[Table | Text]:
    """The kinds at the three levels, then how many of the found records have each attribute right."""
    table = _table(f"{documents} documents" if documents != 1 else "1 document")
    table.add_column("\nkind", no_wrap=True)
    for name in ("gold", "made"):
        table.add_column(f"\n{name}", justify="right")
    for level in LEVELS:
        table.add_column(f"{level}\nP", justify="right")
        table.add_column("\nR", justify="right")
        table.add_column("\nF1", justify="right", style="bold")
    for kind, of_kind in figures.kinds.items():
        rates = [of_kind.levels[level] for level in LEVELS]
        cells = [f"{x:.3f}" for rate in rates for x in (rate.precision, rate.recall, rate.f1)]
        table.add_row(kind, str(of_kind.gold), str(of_kind.pred), *cells)
    mean = [cell for level in LEVELS for cell in ("", "", f"{figures.mean[level]:.3f}")]
    table.add_row("mean F1", "", "", *mean)
    yield table
    yield Text()
    attributes = _table("attributes right, of the records found")
    attributes.add_column("kind")
    attributes.add_column("attributes", overflow="fold")
    for kind, of_kind in figures.kinds.items():
        attributes.add_row(kind, "  ".join(f"{name} {part:.3f}" for name, part in of_kind.attributes.items()))
    yield attributes


def errors(documents: Iterable[Judged]) -> Iterator[Text]:
    """Every miss (-) with the rule that came nearest, every false alarm (+) with its rule, every wrong field (~)."""
    for judged in documents:
        for comparison in judged.compared:
            for missed in comparison.missed:
                near = nearest(judged, missed) or ("no rule came near",)
                yield _error(judged.name, "-", missed, ": ".join(near), "red")
            for surplus in comparison.surplus:
                yield _error(judged.name, "+", surplus, str(surplus["rule"]), "yellow")
            for gold, seen, fields in comparison.wrong:
                said = "; ".join(f"{field}: gold {gold.get(field)!r}, got {seen.get(field)!r}" for field in fields)
                yield _error(judged.name, "~", gold, f"{seen['rule']}: {said}", "cyan")


def _error(name: str, sign: str, record: Record, why: str, colour: str) -> Text:
    shown = " · ".join(f"{field}={record.get(field)}" for field in _SHOWN[str(record["kind"])])
    return Text.assemble(
        (f"{sign} {record['kind']}", colour),
        f"  {printable(shown)}\n",
        (f"    {printable(name)}  {printable(why)}\n", "dim"),
        (f"    «{printable(str(record.get('quote') or ''))}»", "dim"),
    )


def rules_table(rules: dict[str, RuleFigures], far: Counter[str]) -> Table:
    """What each rule made and what it came near, with the commonest reasons why it declined."""
    table = _table("rules")
    table.add_column("rule")
    for name in ("right", "wrong", "precision", "near misses"):
        table.add_column(name, justify="right")
    table.add_column("because", overflow="fold")
    for rule, of_rule in rules.items():
        because = "\n".join(f"{number} {reason}" for reason, number in of_rule.near.most_common(_REASONS))
        precision = f"{of_rule.precision:.3f}" if of_rule.right + of_rule.wrong else ""
        table.add_row(rule, str(of_rule.right), str(of_rule.wrong), precision, str(of_rule.near.total()), because)
    for kind, number in far.items():
        table.add_row(f"no rule of {kind}", "", "", "", str(number), "none looked, or none said why not")
    return table


def marks_table(marked: Marked) -> Table:
    """Precision by the marks of a reader."""
    table = _table("marks")
    table.add_column("records")
    for name in ("accepted", "rejected", "precision"):
        table.add_column(name, justify="right")
    for tallies in (marked.kinds, marked.rules):
        for name, tally in tallies.items():
            table.add_row(name, *_tally(tally))
        table.add_row()
    table.add_row("found no more", str(marked.gone.accepted), str(marked.gone.rejected), "")
    return table


def _tally(tally: Tally) -> tuple[str, str, str]:
    return str(tally.accepted), str(tally.rejected), f"{tally.precision:.3f}"


def _table(title: str) -> Table:
    return Table(
        title=Text(title, "bold"),
        title_justify="left",
        box=None,
        header_style="dim",
        padding=(0, 1, 0, 0),
    )
