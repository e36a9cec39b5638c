"""`factx view`: one page that shows the facts in their texts."""

import contextlib
import itertools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.arguments import day_of, encoding_of
from factx.cli.exit_codes import FAILED, UNUSABLE
from factx.cli.output import output
from factx.cli.tell import tell, trace
from factx.errors import FactxError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factx.view import Sheet


def view(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE|FOLDER|FACTS.jsonl", help="Texts, or records and their texts.")
    ],
    out: Annotated[str | None, typer.Option("--output", "-o", metavar="PAGE.html", help="The page.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="What 今年 (this year) means where the text does not say.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the texts, such as gb18030; default: found out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the page if it exists.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary; errors stay.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Show texts with their facts on one page that needs no network: to read, filter, print, accept and reject.

    \b
    factx view report.txt -o page.html
    factx view reports/ -o page.html
    factx view facts.jsonl -o page.html
    """  # noqa: D301 (the sign keeps typer from filling the lines)
    if out is None and sys.stdout is not None and sys.stdout.isatty():
        raise WriteError("a page is not for the terminal; name a file with -o page.html")
    run = _Run(debug=debug)
    day, named = day_of(date), encoding_of(encoding)
    with output(out, force=force, encoding="utf-8") as stream:
        from factx.view import sheets, write  # noqa: PLC0415 (heavy)

        found = run.counted(sheets(paths, run.fail, date=day, encoding=named))
        first = next(found, None)
        if first is None:
            raise typer.Exit(UNUSABLE)
        write(itertools.chain([first], found), stream, title=_title(paths))
    if not quiet and out is not None:
        tell(f"{out}: {run.summary()}; open it in a browser")
    if run.failed:
        raise typer.Exit(FAILED)


class _Run:
    """One call over several documents: what came out, and what could not be read."""

    def __init__(self, *, debug: bool) -> None:
        self.debug = debug
        self.documents = self.facts = 0
        self.failed = False

    def counted(self, sheets: "Iterator[Sheet]") -> "Iterator[Sheet]":
        """The same sheets, counted as they go by; a text that is missing is told."""
        with _spinner() as show:
            for sheet in sheets:
                self.documents += 1
                self.facts += len(sheet.facts)
                if sheet.missing:
                    tell(f"{sheet.name}: {sheet.missing}; the page shows its records alone")
                show(self.summary())
                yield sheet

    def fail(self, error: FactxError) -> None:
        """Tell what could not be read."""
        trace(debug=self.debug)
        tell(str(error))
        self.failed = True

    def summary(self) -> str:
        """`12 documents, 340 facts`."""
        documents = "1 document" if self.documents == 1 else f"{self.documents} documents"
        return f"{documents}, {self.facts} facts"


@contextlib.contextmanager
def _spinner() -> "Iterator[Callable[[str], None]]":
    """A line on a terminal's standard error that says how far the work is, gone when it is done."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 (heavy)

    with Console(stderr=True).status("reading") as status:
        yield status.update


def _title(paths: list[str]) -> str:
    """What the page is called: the file, or the folder that holds all that was asked for."""
    return Path(os.path.commonpath([Path(path).resolve() for path in paths])).name or "factx"
