"""What a run over folders shows on standard error: lines for what failed, a bar while it lasts, a summary."""

import contextlib
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from factx.batch.discovery import Failure
from factx.batch.run import Summary
from factx.batch.tasks import Result
from factx.cli.tell import tell
from factx.records import KINDS, Level
from factx.writers.printable import printable

_LEVELS: tuple[str, ...] = get_args(Level)


class Progressing:
    """Tells failures and moves the bar, where there is one."""

    def __init__(self, bar: Progress | None, *, quiet: bool) -> None:
        self.finished = 0
        """Documents that are done, now or in an earlier run."""
        self._bar, self._quiet = bar, quiet
        self._failures = self._records = self._characters = 0
        self._begin = time.monotonic()

    def note(self, message: str) -> None:
        """Something was passed over on purpose."""
        if not self._quiet:
            self._tell(message)

    def begin(self, documents: int) -> None:
        """The documents are counted."""
        self._begin = time.monotonic()
        if self._bar is not None:
            self._bar.add_task("", total=documents, records="0", speed="0", failed="")

    def failed(self, failure: Failure) -> None:
        """A document could not be read."""
        self._tell(failure.message)
        self._failures += 1
        self._move()

    def done(self, result: Result) -> None:
        """A document is finished, unchanged or failed."""
        if result.error is not None:
            self.failed(Failure(result.doc, result.error))
            return
        self.finished += 1
        if result.finished is not None:
            counts = result.finished.counts
            self._records += sum(counts.get(kind, 0) for kind in KINDS)
            self._characters += counts["characters"]
        self._move()

    def _tell(self, message: str) -> None:
        if self._bar is None:
            tell(message)
        else:  # above the bar, and in one line for whoever copies a path
            self._bar.console.print(Text(f"factx: {printable(message)}"), soft_wrap=True)

    def _move(self) -> None:
        if self._bar is not None:
            speed = self._characters / max(time.monotonic() - self._begin, 0.001)
            failed = f"{self._failures:,} failed" if self._failures else ""
            self._bar.update(
                self._bar.task_ids[0], advance=1, records=f"{self._records:,}", speed=f"{speed:,.0f}", failed=failed
            )


@contextlib.contextmanager
def progress(*, quiet: bool) -> Iterator[Progressing]:
    """Whom a run tells how it gets on; the bar is only for terminals."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield Progressing(None, quiet=quiet)
        return
    columns = (
        MofNCompleteColumn(),
        BarColumn(None),
        TextColumn("{task.fields[records]} records"),
        TextColumn("{task.fields[speed]} characters/s"),
        TextColumn("[red]{task.fields[failed]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Progressing(bar, quiet=quiet)


def show(summary: Summary, out: Path) -> None:
    """What came of the run: documents, records by kind and level, the slowest and the failed files."""
    if sys.stderr is None:
        return
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    console.print(_records(summary))
    console.print()
    console.print(_documents(summary, out))


def _records(summary: Summary) -> Table:
    """How many records of each kind there are, and of each level."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for title in ("", *KINDS):
        table.add_column(title, justify="right" if title else "left")
    rows = {"records": "", **{level: f" {level}" for level in _LEVELS}}
    for title, key in rows.items():
        numbers = [summary.counts.get(kind + key, 0) for kind in KINDS]
        if any(numbers) or not key:
            table.add_row(title, *(f"{number:,}" if number or not key else "" for number in numbers))
    return table


def _documents(summary: Summary, out: Path) -> Table:
    """All else, a line each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    read = summary.documents - summary.failures
    unchanged = f", {summary.unchanged:,} of them unchanged since an earlier run" if summary.unchanged else ""
    table.add_row("documents", f"{read:,} read{unchanged}; {summary.failures:,} failed")
    characters = summary.counts.get("characters", 0)
    table.add_row("characters", f"{characters:,}")
    used = [
        f"{summary.counts[f'seen {sort}']:,} {sort}s seen, {summary.counts[f'used {sort}']:,} in records"
        for sort in ("number", "quote", "title", "verb")
        if summary.counts.get(f"seen {sort}")
    ]
    for title, line in zip(("used", "", "", ""), used, strict=False):
        table.add_row(title, line)
    table.add_row("time", str(timedelta(seconds=round(summary.seconds))))
    issues = {key.removeprefix("issue "): n for key, n in summary.counts.items() if key.startswith("issue ")}
    if issues:
        table.add_row("warnings", ", ".join(f"{number:,} {code}" for code, number in issues.items()))
    for title, (doc, seconds) in zip(("slowest", "", "", "", ""), summary.slowest, strict=False):
        table.add_row(title, Text(f"{seconds:.1f} s  {printable(doc)}"))
    for title, doc in zip(("failed", *[""] * len(summary.failed)), summary.failed, strict=False):
        table.add_row(title, Text(printable(doc)))
    if summary.failures > len(summary.failed):
        table.add_row("", f"and {summary.failures - len(summary.failed):,} more")
    if summary.failures:
        table.add_row("", Text(printable(f"why: {out}.errors.jsonl")))
    table.add_row("written", Text(printable(str(out))))
    return table
