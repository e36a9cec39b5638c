"""`factx batch`: the facts of folders, as tables."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.arguments import day_of, encoding_of, kinds_of
from factx.cli.exit_codes import FAILED, INTERRUPTED, UNUSABLE
from factx.cli.tell import tell
from factx.writers import FILES

if TYPE_CHECKING:
    from factx.batch.run import Batch, Summary

_SUFFIXES = " ".join([".jsonl", *(entry.suffixes[0] for entry in FILES.values())])


def batch(
    context: typer.Context,
    out: Annotated[str, typer.Option("--output", "-o", metavar="OUT", help=f"By suffix: {_SUFFIXES}")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, JSON Lines of texts; - is such lines on standard input."),
    ] = None,
    manifest: Annotated[str | None, typer.Option(metavar="LIST.txt", help="More paths, one a line.")] = None,
    include: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Of a folder, only files like this; may be repeated.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Of a folder, no file or folder like this.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes at work; default: all cores.")
    ] = None,
    wide: Annotated[bool, typer.Option("--wide", help="CSV as one table, not one a kind.")] = False,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND,...", help="Only initiative, honour, achievement or awardee records.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="What 今年 (this year) means where the text does not say.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the files, such as gb18030; default: found out.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on, or bring OUT up to date: only what is new or changed is read.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Begin anew and replace OUT if it exists.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors stay.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Extract the facts of whole folders into one table or database.

    What cannot be read is told, listed in OUT.errors.jsonl, and stops nothing. OUT.work keeps what --resume needs.

    \b
    factx batch reports/ -o facts.xlsx
    factx batch reports/ -o facts.parquet --resume
    find . -name '*.txt' | factx batch --manifest - -o facts.csv --wide
    """  # noqa: D301 (the sign keeps typer from filling the lines)
    del debug  # whoever runs the command looks for it
    if not paths and manifest is None:
        if sys.stdin is None or sys.stdin.isatty():
            typer.echo(context.get_help(), err=True)
            raise typer.Exit(UNUSABLE)
        paths = ["-"]
    from factx.batch.run import Batch  # noqa: PLC0415 (heavy)
    from factx.batch.tasks import Options  # noqa: PLC0415 (heavy)

    options = Options(kinds_of(kind), day_of(date), encoding_of(encoding))
    globs = (tuple(include or ()), tuple(exclude or ()))
    order = Batch(tuple(paths or ()), Path(out), manifest, *globs, options, jobs, wide, resume, force)
    if _run(order, quiet=quiet).failures:
        raise typer.Exit(FAILED)


def _run(order: "Batch", *, quiet: bool) -> "Summary":
    """The run, with what a terminal shows of it."""
    from factx.batch.run import run  # noqa: PLC0415 (heavy)
    from factx.cli.progress import progress, show  # noqa: PLC0415 (heavy)

    try:
        with progress(quiet=quiet) as watch:
            summary = run(order, watch)
    except KeyboardInterrupt:
        tell(f"interrupted; the same command with --resume goes on after the {watch.finished} documents that are done")
        raise typer.Exit(INTERRUPTED) from None
    if not quiet:
        show(summary, order.out)
    return summary
