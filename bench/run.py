"""How fast factx is, beside jieba on the same text in the same run, and how quickly it starts.

python bench/run.py [--text FILE] [--rounds N] [--size CHARACTERS] [--json]    (needs `pip install -e '.[bench]'`)
"""

import argparse
import io
import json
import logging
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba

from factx.pipeline import extract
from factx.records import Document
from factx.writers.jsonl import write

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
DOCUMENT = 4000  # characters: the length of a usual report

STARTS = {
    "python -c pass": ["-c", "pass"],
    "factx --help": ["-m", "factx", "--help"],
    "factx extract SAMPLE": ["-m", "factx", "extract", str(SAMPLES[0])],
}


def documents(path: Path | None, size: int) -> list[str]:
    """About `size` characters of text, as documents: the file cut at line ends, or the samples again and again."""
    if path is None:
        texts = [sample.read_text(encoding="utf-8") for sample in SAMPLES]
        return texts * max(1, round(size / sum(map(len, texts))))
    found, lines = [], []
    for line in path.read_text(encoding="utf-8")[:size].splitlines(keepends=True):
        lines.append(line)
        if sum(map(len, lines)) >= DOCUMENT:
            found.append("".join(lines))
            lines = []
    return [*found, "".join(lines)] if lines else found


def factx_run(texts: list[str]) -> int:
    """Every text through the whole line, records validated and written as JSON Lines; how many records."""
    out = io.StringIO()
    write((extract(Document(name="bench", text=text)) for text in texts), out)
    return out.getvalue().count("\n")


def jieba_run(texts: list[str]) -> int:
    """Every text cut into words; how many words."""
    return sum(len(jieba.lcut(text)) for text in texts)


def cpu_seconds(work: Callable[[list[str]], int], texts: list[str]) -> float:
    """Processor time of one round: what else runs on the machine matters little."""
    begin = time.process_time()
    work(texts)
    return time.process_time() - begin


def throughput(texts: list[str], rounds: int) -> dict[str, Any]:
    """Both tools on the same texts, round about, after one round that is not counted."""
    tools = {"factx extract": factx_run, "jieba.lcut": jieba_run}
    products = {name: work(texts) for name, work in tools.items()}
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, work in tools.items():
            seconds[name].append(cpu_seconds(work, texts))
    characters = sum(map(len, texts))
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    results = {name: speed(times, characters, megabytes, products[name]) for name, times in seconds.items()}
    ratios = [jieba / factx for factx, jieba in zip(*seconds.values(), strict=True)]
    return {
        "documents": len(texts),
        "characters": characters,
        "rounds": rounds,
        "tools": results,
        "times_as_fast_as_jieba": {"median": statistics.median(ratios), "least": min(ratios), "most": max(ratios)},
    }


def speed(seconds: list[float], characters: int, megabytes: float, products: int) -> dict[str, float]:
    """The figures of one tool."""
    middle = statistics.median(seconds)
    return {
        "characters_per_second": characters / middle,
        "megabytes_per_second": megabytes / middle,
        "spread_percent": 100 * (max(seconds) - min(seconds)) / middle,
        "products": products,
    }


def starts(rounds: int) -> dict[str, dict[str, float]]:
    """Wall milliseconds of a fresh process for each command, round about."""
    seconds: dict[str, list[float]] = {name: [] for name in STARTS}
    for _ in range(rounds):
        for name, args in STARTS.items():
            begin = time.perf_counter()
            subprocess.run([sys.executable, *args], stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
            seconds[name].append(time.perf_counter() - begin)
    return {
        name: {"median_ms": 1000 * statistics.median(times), "least_ms": 1000 * min(times)}
        for name, times in seconds.items()
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    line = figures["throughput"]
    rows = [
        f"{line['documents']} documents, {line['characters']:,} characters, {line['rounds']} rounds, processor time",
        f"{'':22}{'characters/s':>14}{'MB/s':>8}{'spread':>8}{'records or words':>18}",
    ]
    for name, said in line["tools"].items():
        rows.append(
            f"{name:22}{said['characters_per_second']:>14,.0f}{said['megabytes_per_second']:>8.2f}"
            f"{said['spread_percent']:>7.0f}%{said['products']:>18,}"
        )
    ratio = line["times_as_fast_as_jieba"]
    rows += [
        f"factx is {ratio['median']:.1f} times as fast as jieba ({ratio['least']:.1f} to {ratio['most']:.1f})",
        "",
        f"{'start-up, wall':22}{'median ms':>14}{'least':>8}",
    ]
    rows += [f"{name:22}{said['median_ms']:>14.0f}{said['least_ms']:>8.0f}" for name, said in figures["starts"].items()]
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--text", type=Path, help="UTF-8 text to measure on instead of the samples")
    parser.add_argument("--rounds", type=int, default=7, help="rounds counted (default 7)")
    parser.add_argument("--size", type=int, default=200_000, help="characters a round, about (default 200,000)")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    args = parser.parse_args()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    figures = {
        "throughput": throughput(documents(args.text, args.size), args.rounds),
        "starts": starts(args.rounds),
    }
    print(json.dumps(figures, indent=2) if args.json else table(figures))


if __name__ == "__main__":
    main()
