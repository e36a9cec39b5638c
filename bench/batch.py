"""How fast `factx batch` gets through a folder with one process and with two, and how much memory all of it takes.

python bench/batch.py [--files N] [--characters N] [--jobs 1,2] [--rounds N] [--out facts.jsonl] [--json]    (Linux)
"""

import argparse
import ctypes
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from measuring import ROOT, SAMPLES, environment

from factx.pipeline import extract
from factx.records import Document

SAMPLED = 300  # files that extraction alone is timed on: each sample equally often
PR_SET_CHILD_SUBREAPER = 36


def texts(files: int, characters: int | None = None) -> list[str]:
    """The samples again and again, no two the same."""
    again = cycle([path.read_text(encoding="utf-8") for path in SAMPLES])
    return [f"{text[:characters]}\n第{number}号\n" for number, text in enumerate(islice(again, files))]


def fill(folder: Path, files: list[str]) -> None:
    """Write each text into a file, two hundred in a folder."""
    for number, text in enumerate(files):
        path = folder / f"{number // 200:04}" / f"{number:06}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _run(reports: Path, out: Path, jobs: int) -> dict[str, float]:
    """Wall and processor seconds of one run from nothing, start and end of Python included, and its peak of memory."""
    before = spent()
    begin = time.perf_counter()
    args = ["batch", str(reports), "-o", str(out), "-j", str(jobs), "--force", "--quiet"]
    process = subprocess.Popen([sys.executable, "-m", "factx", *args], cwd=ROOT, env=environment())
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(0.25)
    wall = time.perf_counter() - begin
    with suppress(ChildProcessError):  # the process that workers are forked from ends a moment later
        while True:
            os.wait()
    if process.returncode:
        sys.exit(f"factx batch ended with {process.returncode}")
    return {"wall": wall, "cpu": spent() - before, "megabytes": peak}


def spent() -> float:
    """Processor seconds of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory(pid: int) -> float:
    """Megabytes of a process and all below it; what several of them share counts once."""
    kilobytes = 0
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        return kilobytes / 1000 + sum(memory(int(child)) for child in below)
    return kilobytes / 1000


def extraction(files: list[str]) -> float:
    """Processor seconds of extraction alone, word lists loaded."""
    extract(Document(name="-", text=files[0]))
    begin = time.process_time()
    for text in files:
        extract(Document(name="-", text=text))
    return time.process_time() - begin


def measure(files: list[str], jobs: list[int], rounds: int, out: str = "facts.jsonl") -> dict[str, Any]:
    """All figures: medians over the rounds, the numbers of processes taking turns."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # so that workers' times are counted here
    runs: dict[int, list[dict[str, float]]] = {number: [] for number in jobs}
    alone = []
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports"
        reports.mkdir()
        fill(reports, files)
        for _ in range(rounds):
            for number in jobs:
                runs[number].append(_run(reports, Path(folder) / out, number))
            alone.append(extraction(files[:SAMPLED]) / len(files[:SAMPLED]))
    found: dict[str, Any] = {"files": len(files), "bytes": sum(len(text.encode()) for text in files)}
    found["extraction_seconds"] = statistics.median(alone) * len(files)
    found["jobs"] = {
        number: {key: statistics.median(run[key] for run in each) for key in each[0]} for number, each in runs.items()
    }
    return found


def table(found: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [
        f"factx batch: {found['files']:,} files, {found['bytes'] / 1e6:.1f} MB",
        f"{'processes':>9}{'files/s':>9}{'wall s':>9}{'cpu s':>9}{'times':>7}{'outside extraction':>20}{'peak MB':>9}",
    ]
    first = next(iter(found["jobs"].values()))
    for number, run in found["jobs"].items():
        outside = 1 - found["extraction_seconds"] / run["cpu"]
        rows.append(
            f"{number:>9}{found['files'] / run['wall']:>9.1f}{run['wall']:>9.1f}{run['cpu']:>9.1f}"
            f"{first['wall'] / run['wall']:>7.2f}{outside:>20.0%}{run['megabytes']:>9.0f}"
        )
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=2000, help="how many files (default 2,000)")
    parser.add_argument("--characters", type=int, help="cut each sample to so many characters (default: about 1,100)")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (default 1,2)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds; medians are printed (default 1)")
    parser.add_argument("--out", default="facts.jsonl", help="what to write, by suffix (default facts.jsonl)")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    args = parser.parse_args()
    jobs = [int(number) for number in args.jobs.split(",")]
    found = measure(texts(args.files, args.characters), jobs, args.rounds, args.out)
    print(json.dumps(found, indent=2) if args.json else table(found))


if __name__ == "__main__":
    main()
