"""Lines for the person at the terminal, all on standard error."""

import contextlib
import sys
import traceback

from factx.writers.printable import printable


def tell(message: str) -> None:
    """One line on standard error; what documents and file names put into it cannot steer the terminal."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # nobody listens
        sys.stderr.write(f"factx: {printable(message)}\n")
        sys.stderr.flush()


def trace(*, debug: bool) -> None:
    """The way to the error being handled, for those who asked with `--debug`."""
    if debug:
        traceback.print_exc()
