"""`factx text`: the text that offsets refer to."""

import sys
from typing import Annotated

import typer

from factx.cli.arguments import encoding_of
from factx.cli.tell import tell
from factx.writers.printable import printable


def text(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report in any format; - is standard input.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="One line of JSON: the text with name, title, date, pages and issues.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the file, such as gb18030; default: found out.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No warnings; errors stay.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Print the text that factx reads in a file.

    The start, end and spans of records count its characters (Unicode code points).
    """
    del debug  # whoever runs the command looks for it
    from factx.readers import read  # noqa: PLC0415 (heavy)

    document = read(file, encoding=encoding_of(encoding))
    if as_json:
        typer.echo(document.model_dump_json())
    else:
        shown = "\n".join(map(printable, document.text.split("\n"))) if sys.stdout.isatty() else document.text
        typer.echo(shown, nl=not shown.endswith("\n"))
    for issue in [] if quiet else document.issues:
        tell(f"{document.name}: warning: {issue.message} ({issue.code})")
