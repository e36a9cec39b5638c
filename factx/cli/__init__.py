"""The command line: a module a command. Data goes to standard output, everything else to standard error.

Exit codes: 0 done; 1 a check or some of the files failed; 2 bad arguments or nothing readable; 130 interrupted.
A reader that closes the pipe early has what it wanted: silence and 0.
"""

import os
import sys
from typing import Annotated

import typer

import factx
from factx.cli.batch import batch
from factx.cli.exit_codes import DONE, INTERRUPTED, UNUSABLE
from factx.cli.explain import explain
from factx.cli.extract import extract
from factx.cli.schema import schema
from factx.cli.score import score
from factx.cli.tell import tell, trace
from factx.cli.text import text
from factx.cli.validate import validate
from factx.cli.view import view
from factx.errors import FactxError

app = typer.Typer(
    name="factx",
    rich_markup_mode=None,  # plain help is quick and fits any terminal
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for _command in (extract, batch, explain, view, score, text, validate, schema):
    app.command()(_command)


def _show_version(asked: bool) -> None:  # noqa: FBT001 (typer calls it with the option's value)
    if asked:
        typer.echo(f"factx {factx.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _factx(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Typed, checkable facts out of Chinese reports: initiatives, honours, numbers, awardees. By rules, offline.

    Start with: factx extract report.txt
    """
    del version  # its callback has answered already
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)


def run(args: list[str]) -> int:
    """Run `args` and return the exit code; whatever goes wrong is one line on standard error."""
    if "_FACTX_COMPLETE" in os.environ:
        app(prog_name="factx")  # a shell asks for completions
    debug = "--debug" in args
    try:
        _prepare_output()
        command = typer.main.get_command(app)
        with command.make_context("factx", args) as context:
            command.invoke(context)
        _flush()
    except typer.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        _drop_output()
        return DONE
    except KeyboardInterrupt:
        _drop_output()
        return INTERRUPTED
    except typer.TyperException as error:
        tell(_usage(error))
        return UNUSABLE
    except FactxError as error:
        trace(debug=debug)
        tell(str(error))
        _drop_output()
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 (the promise: never a traceback unasked)
        trace(debug=debug)
        tell(f"unexpected {type(error).__name__}: {error}; a bug in factx, please report it with what --debug shows")
        _drop_output()
        return UNUSABLE
    return DONE


def _prepare_output() -> None:
    """Standard output in UTF-8, whatever the locale says."""
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")


def _flush() -> None:
    """Write out what is still held back, so that a failure shows here and not when Python ends."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _drop_output() -> None:
    """Send what standard output still holds nowhere: Python writes it when it ends, and would fail again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, AttributeError):
        return


def _usage(error: typer.TyperException) -> str:
    """What is wrong with the arguments, and where to look up the right ones."""
    message = error.format_message().strip().rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "factx"
    return message if ";" in message else f"{message}; see {path} --help"
