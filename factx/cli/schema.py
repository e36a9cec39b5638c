"""`factx schema`: the JSON Schemas of the records, written or compared."""

from pathlib import Path
from typing import Annotated

import typer

from factx.cli.exit_codes import FAILED
from factx.cli.tell import tell
from factx.errors import WriteError


def schema(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the schemas are.")] = Path("schemas"),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name what is stale, missing or stray.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Write or check the JSON Schemas of the records.

    FOLDER gets one for each kind of record and one for the whole report, as 2020-12.
    """
    del debug  # whoever runs the command looks for it
    from factx.schema import faults, write  # noqa: PLC0415 (heavy)

    if not check:
        try:
            paths = write(folder)
        except OSError as error:
            raise WriteError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
        tell(f"wrote {', '.join(str(path) for path in paths)}")
    elif found := faults(folder):
        for fault in found:
            typer.echo(fault)
        raise typer.Exit(FAILED)
