"""The command `factx`, also as `python -m factx`."""

import gc
import sys

_ALLOCATIONS = 50_000
"""New objects between two collections: rules and word lists live as long as the program, and to look through them
every 700 objects, as Python does, takes a tenth of the time of a run."""


def main() -> None:
    """Run the command line and exit with its code; an interrupt is quiet from the first import on."""
    gc.set_threshold(_ALLOCATIONS, 20, 100)
    try:
        from factx.cli import run  # noqa: PLC0415 (the import may be interrupted too)

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
