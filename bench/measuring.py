"""What the benchmarks share: texts to measure on, rounds in turn, and what stands in the middle of them."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
DOCUMENT = 4000  # characters: the length of a usual report


class Spread(NamedTuple):
    """What came out of some rounds."""

    median: float
    least: float
    most: float

    @property
    def percent(self) -> float:
        """From the least to the most, beside the median."""
        return 100 * (self.most - self.least) / self.median if self.median else 0.0


def spread(figures: list[float]) -> Spread:
    """The middle of the rounds, and how far they lie apart."""
    return Spread(statistics.median(figures), min(figures), max(figures))


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Processor seconds of each work in each round; they take turns, so that a busy minute is everybody's.

    Processor time, because other programs on the machine disturb it little.
    """
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            begin = time.process_time()
            work()
            seconds[name].append(time.process_time() - begin)
    return seconds


def documents(path: Path | None, size: int) -> list[str]:
    """About `size` characters of text: the file cut at line ends into documents, or the samples again and again.

    With the samples at least each of them once, whatever `size` says.
    """
    if path is None:
        texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
        return texts * max(1, round(size / sum(map(len, texts))))
    with path.open(encoding="utf-8") as stream:
        text = stream.read(size)
    found: list[str] = []
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + DOCUMENT) + 1 or len(text)
        found.append(text[begin:end])
        begin = end
    return found or sys.exit(f"{path}: is empty; give a file with text in it")


def environment(**others: str) -> dict[str, str]:
    """The environment of a user's shell: one in which Python keeps the bytecode that it has made."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | others
