"""How fast factx is: `extract` by stage, beside other programs, its start, a folder, and its memory.

python bench/run.py [SECTION …] [--text FILE] [--size N] [--rounds N] [--json]    (needs `pip install -e '.[bench]'`)
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import batch
import memory
import peers
import stages
import starts
from measuring import DOCUMENT, documents


class Section(NamedTuple):
    """A part of the figures: how they are measured, and how they are shown."""

    measure: Callable[[argparse.Namespace], dict[str, Any]]
    table: Callable[[dict[str, Any]], str]


SECTIONS = {
    "stages": Section(lambda given: stages.measure(documents(given.text, given.size), given.rounds), stages.table),
    "peers": Section(lambda given: peers.measure(documents(given.text, given.size), given.rounds), peers.table),
    "starts": Section(lambda given: starts.measure(given.rounds), starts.table),
    "batch": Section(lambda given: batch.measure(folder(given), [1, 2], given.rounds), batch.table),
    "memory": Section(lambda given: memory.measure(given.text, [given.size, 10 * given.size]), memory.table),
}


def folder(given: argparse.Namespace) -> list[str]:
    """The files of the folder: as many as asked for, or as many as the text fills."""
    if given.text is None:
        return batch.texts(given.files)
    return documents(given.text, 2 * DOCUMENT * given.files)[: given.files]


def main() -> None:
    """Measure the sections asked for, and print each as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"{', '.join(SECTIONS)} (default: all)")
    parser.add_argument("--text", type=Path, help="UTF-8 text to measure on instead of the samples")
    parser.add_argument("--size", type=int, default=100_000, help="characters a round, about (default 100,000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds counted (default 5)")
    parser.add_argument("--files", type=int, default=200, help="files of the folder (default 200)")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    given = parser.parse_args()
    if unknown := [name for name in given.sections if name not in SECTIONS]:
        parser.error(f"no section {unknown[0]}; choose from {', '.join(SECTIONS)}")
    found = {}
    for name in given.sections or SECTIONS:
        found[name] = SECTIONS[name].measure(given)
        if not given.json:
            print(SECTIONS[name].table(found[name]), end="\n\n", flush=True)
    if given.json:
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
