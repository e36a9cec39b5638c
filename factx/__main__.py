"""The command `factx`, also as `python -m factx`."""

import sys


def main() -> None:
    """Run the command line and exit with its code; an interrupt is quiet from the first import on."""
    try:
        from factx.cli import run  # noqa: PLC0415 (the import may be interrupted too)

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
