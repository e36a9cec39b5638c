"""`factx extract`: the facts of one or a few files."""

import datetime
import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.arguments import day_of, encoding_of, kinds_of
from factx.cli.exit_codes import FAILED
from factx.cli.output import output
from factx.cli.tell import tell, trace
from factx.errors import FactxError
from factx.writers import WRITERS, format_of, writer

if TYPE_CHECKING:
    from factx.records import Report

_SUFFIXES = " ".join(suffix for entry in WRITERS.values() for suffix in entry.suffixes)


def extract(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="Reports of any format; - is standard input.")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(WRITERS), help="Default: table on a terminal, else jsonl."),
    ] = None,
    out: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help=f"By suffix: {_SUFFIXES}")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND,...", help="Only initiative, honour, achievement or awardee records.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="What 今年 (this year) means where the text does not say.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the files, such as gb18030; default: found out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the output file if it exists.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no summary; errors stay.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Extract the facts of texts, each with the characters it stands on.

    \b
    factx extract report.txt
    factx extract *.txt -o facts.csv
    cat report.txt | factx extract --kind honour,awardee | jq .title
    """  # noqa: D301 (the sign keeps typer from filling the lines)
    if not files:
        if sys.stdin is None or sys.stdin.isatty():
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(2)
        files = ["-"]
    if form is None:
        form = format_of(out) if out else "table" if sys.stdout is not None and sys.stdout.isatty() else "jsonl"
    write = writer(form)
    run = _Run(kinds_of(kind), day_of(date), encoding_of(encoding), quiet=quiet, debug=debug)
    with output(out, force=force, encoding=WRITERS[form].encoding) as stream:
        reports = run.reports(files)
        first = next(reports, None)
        if first is None:
            raise typer.Exit(2)
        write(itertools.chain([first], reports), stream)
    if not quiet and (out is not None or form == "table"):
        tell(run.summary())
    if run.failed:
        raise typer.Exit(FAILED)


class _Run:
    """One call over several files: what to do with each, and what came out."""

    def __init__(
        self,
        kinds: frozenset[str] | None,
        date: datetime.date | None,
        encoding: str | None,
        *,
        quiet: bool,
        debug: bool,
    ) -> None:
        self.kinds, self.date, self.encoding = kinds, date, encoding
        self.quiet, self.debug = quiet, debug
        self.facts: Counter[str] = Counter()
        self.issues = 0
        self.failed = False

    def reports(self, files: list[str]) -> Iterator["Report"]:
        """The reports of those files that can be read; the others are told and counted as failed."""
        for file in files:
            try:
                report = self._extract(file)
            except FactxError as error:
                self._fail(str(error))
            except Exception as error:  # noqa: BLE001 (one file's bad luck is not the others')
                self._fail(f"{file}: unexpected {type(error).__name__}: {error}; a bug in factx, please report it")
            else:
                self._count(report)
                yield report

    def summary(self) -> str:
        """`12 facts: 4 initiatives, 8 honours; 1 issue`."""
        total = self.facts.total()
        kinds = ", ".join(_plural(number, kind) for kind, number in self.facts.items() if number)
        line = f"{_plural(total, 'fact')}: {kinds}" if total else "no facts"
        return f"{line}; {_plural(self.issues, 'issue')}" if self.issues else line

    def _extract(self, file: str) -> "Report":
        from factx.readers import read  # noqa: PLC0415 (heavy)

        document = read(file, encoding=self.encoding)
        from factx.pipeline import extract as run  # noqa: PLC0415 (the rules are heavy; the file may be no text)

        return run(document, kinds=self.kinds, date=self.date)

    def _fail(self, message: str) -> None:
        trace(debug=self.debug)
        tell(message)
        self.failed = True

    def _count(self, report: "Report") -> None:
        from factx.records import KINDS  # noqa: PLC0415 (loaded by now)

        found = Counter[str](fact.kind for fact in report.facts)
        self.facts.update({kind: found[kind] for kind in KINDS})
        self.issues += len(report.issues)
        if not self.quiet:
            for issue in report.issues:
                tell(f"{report.document.name}: warning: {issue.message} ({issue.code})")


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
