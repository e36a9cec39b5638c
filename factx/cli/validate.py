"""`factx validate`: whether a file holds records that keep the contract."""

import codecs
from collections.abc import Iterator
from typing import Annotated

import typer

from factx.cli.exit_codes import FAILED, UNUSABLE
from factx.cli.tell import tell
from factx.errors import ReadError
from factx.writers.printable import printable


def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILE.jsonl", help="JSON Lines; - is standard input.")],
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Check the records of files against the schema.

    Every fault is a line on standard output, FILE:LINE: FIELD: what is wrong. Exit code 1 if there is any.
    """
    del debug  # whoever runs the command looks for it
    faults = unreadable = 0
    for file in files:
        try:
            faults += _report(file)
        except ReadError as error:
            tell(str(error))
            unreadable += 1
    if faults or unreadable:
        raise typer.Exit(UNUSABLE if unreadable == len(files) else FAILED)


def _report(file: str) -> int:
    """Print the faults of one file; their number."""
    records = faults = 0
    for number, record in _records(file):
        records += 1
        for fault in _faults(record):
            typer.echo(f"{printable(file)}:{number}: {printable(fault)}")
            faults += 1
    tell(f"{file}: {records} records, {faults} faults")
    return faults


def _records(file: str) -> Iterator[tuple[int, bytes]]:
    """The lines of `file` with their numbers; blank ones are no records."""
    from factx.readers import opened  # noqa: PLC0415 (heavy)

    with opened(file) as stream:
        for number, line in enumerate(stream, 1):
            record = line.removeprefix(codecs.BOM_UTF8).strip()
            if record:
                yield number, record


def _faults(record: bytes) -> Iterator[str]:
    """What is wrong with one record, each as `FIELD: what`; a line that is no JSON has no field."""
    from pydantic import ValidationError  # noqa: PLC0415 (heavy)

    from factx.records import FACT  # noqa: PLC0415 (heavy)

    try:
        FACT.validate_json(record, strict=True)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False, include_context=False):
            field = ".".join(str(part) for part in fault["loc"][1:])
            yield f"{field}: {fault['msg']}" if field else fault["msg"]
