"""Whether time grows with the text and no faster: reports of 1 KB to some MB, and texts made to be slow.

python bench/linear.py [--text FILE] [--most MB] [--size N] [--only NAME …] [--json]
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from measuring import ROOT, Spread, spread

from factx.pipeline import extract
from factx.records import Document

sys.path.insert(0, str(Path(ROOT, "tests")))
from hostile import TEXTS, report

_KILOBYTE = 350  # characters of Chinese, about
_SIZES = (1, 10, 100, 1_000, 5_000, 10_000, 50_000)
"""Kilobytes."""
_LEAST = 100
"""Kilobytes that a shorter size reads in all: the same text in pieces."""
_FEW = _KILOBYTE * _LEAST
"""Characters that are quickly read again."""
_PATIENCE = 60
"""Seconds: a text that took longer is not read at four times its size."""
_SLOW = 500
"""Microseconds a character that no text should take."""


def reports(path: Path | None, most: float, rounds: int) -> Iterator[dict[str, Any]]:
    """Characters a second of reports of growing size, up to `most` megabytes or the whole of the file at `path`.

    The file is read in pieces of each size, all of it each time, so that every size reads the same text.
    """
    whole = path.read_text(encoding="utf-8")[: int(1000 * most * _KILOBYTE)] if path else None
    for size in takewhile(lambda size: size <= 1000 * most, _SIZES):
        step = _KILOBYTE * size
        if whole is not None and step > len(whole):
            return
        text = report(_KILOBYTE * max(size, _LEAST)) if whole is None else whole[: len(whole) // step * step]
        pieces = [text[begin : begin + step] for begin in range(0, len(text), step)]
        speeds = spread([len(text) / sum(map(_seconds, pieces)) for _ in range(rounds if len(text) <= _FEW else 1)])
        yield {"kilobytes": size, "characters_per_second": speeds._asdict(), "spread_percent": speeds.percent}


def hostile(size: int, only: list[str]) -> Iterator[dict[str, Any]]:
    """Microseconds a character of each text, at `size` characters and at four times as many."""
    for name in only:
        once = _seconds(TEXTS[name](size))
        told = {"text": name, "microseconds": 1e6 * once / size, "microseconds_at_four": None, "growth": None}
        if once < _PATIENCE:
            four = _seconds(TEXTS[name](4 * size)) / 4
            told |= {"microseconds_at_four": 1e6 * four / size, "growth": four / once}
        yield told


def _seconds(text: str) -> float:
    """Processor time of reading one text."""
    begin = time.process_time()
    extract(Document.of(text))
    return time.process_time() - begin


def line_of_report(told: dict[str, Any], first: dict[str, Any]) -> str:
    """One size, for people."""
    speed = Spread(**told["characters_per_second"])
    beside = speed.median / first["characters_per_second"]["median"]
    return f"{told['kilobytes']:>10,}{speed.median:>14,.0f}{told['spread_percent']:>7.0f}%{beside:>18.2f}"


def line_of_hostile(told: dict[str, Any], size: int) -> str:
    """One text, for people."""
    row = f"{told['text']:32}{told['microseconds']:>10.2f}"
    if told["growth"] is None:
        return f"{row}  slow; not tried at {4 * size:,}"
    slow = "  slow" if told["microseconds_at_four"] > _SLOW else ""
    return f"{row}{told['microseconds_at_four']:>10.2f}{told['growth']:>10.2f}{slow}"


def main() -> None:
    """Measure and print, line by line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, help="UTF-8 text to read in pieces instead of made reports")
    parser.add_argument("--most", type=float, default=5, help="megabytes of the longest report (default 5, up to 50)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the short reports (default 3)")
    parser.add_argument("--size", type=int, default=5000, help="characters of a text made to be slow (default 5,000)")
    parser.add_argument("--only", nargs="*", metavar="NAME", choices=TEXTS, default=list(TEXTS), help="these texts")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    given = parser.parse_args()
    extract(Document.of(report(_KILOBYTE)))  # word lists are loaded once
    found: dict[str, Any] = {"reports": [], "hostile": []}
    if not given.json:
        print(f"{'report, KB':>10}{'characters/s':>14}{'spread':>8}{'beside the first':>18}")
    for told in reports(given.text, given.most, given.rounds):
        found["reports"].append(told)
        if not given.json:
            print(line_of_report(told, found["reports"][0]), flush=True)
    if not given.json:
        print(f"\n{'us/character at':32}{given.size:>10,}{4 * given.size:>10,}{'growth':>10}")
    for told in hostile(given.size, given.only):
        found["hostile"].append(told)
        if not given.json:
            print(line_of_hostile(told, given.size), flush=True)
    if given.json:
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
