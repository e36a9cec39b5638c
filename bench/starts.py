"""Fresh processes: what a user waits for before the first record, the first time and every other time.

`cold` is the first run after factx has been installed: a fresh copy of it without bytecode, and an empty folder for
whatever it may keep for later runs. `warm` is the next run of the same copy. The libraries have their bytecode in both.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from measuring import ROOT, SAMPLES, Spread, environment, spread

FLOOR = "python -c pass"
STARTS = {
    FLOOR: ["-c", "pass"],
    "import factx": ["-c", "import factx"],
    "factx --help": ["-m", "factx", "--help"],
    "factx extract SAMPLE": ["-m", "factx", "extract", str(SAMPLES[0])],
}


def measure(rounds: int) -> dict[str, Any]:
    """Milliseconds of each command, cold and warm, by the clock and of the processor."""
    runs: dict[str, list[tuple[float, float]]] = {f"{name}, {how}": [] for name in STARTS for how in ("cold", "warm")}
    for number in range(rounds + 1):
        for name, args in STARTS.items():
            with tempfile.TemporaryDirectory() as folder:
                shutil.copytree(ROOT / "factx", Path(folder, "factx"), ignore=shutil.ignore_patterns("__pycache__"))
                for how in ("cold", "warm"):
                    once = _run(args, Path(folder))
                    if number:  # the first round fills the disk's cache
                        runs[f"{name}, {how}"].append(once)
    del runs[f"{FLOOR}, cold"]  # nothing of factx in it
    floor_clock, floor_processor = _spreads(runs[f"{FLOOR}, warm"])
    told = {}
    for name, figures in runs.items():
        clock, processor = _spreads(figures)
        told[name.replace(f"{FLOOR}, warm", FLOOR)] = {
            "clock_ms": clock._asdict(),
            "processor_ms": processor._asdict(),
            "clock_ms_over_python": clock.median - floor_clock.median,
            "processor_ms_over_python": processor.median - floor_processor.median,
        }
    return {"rounds": rounds, "starts": told}


def _spreads(figures: list[tuple[float, float]]) -> tuple[Spread, Spread]:
    return spread([clock for clock, _ in figures]), spread([processor for _, processor in figures])


def _run(args: list[str], folder: Path) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    settings = environment(PYTHONPATH=str(folder), XDG_CACHE_HOME=str(folder / "cache"))
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, *args], stdout=subprocess.DEVNULL, cwd=folder, env=settings)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(args)} ended with {process.returncode}")
    return 1000 * clock, 1000 * (used.ru_utime + used.ru_stime)


def table(told: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [
        f"fresh processes, milliseconds, {told['rounds']} rounds",
        f"{'':28}{'clock':>8}{'least':>8}{'over python':>13}{'processor':>12}{'least':>8}{'over python':>13}",
    ]
    for name, said in told["starts"].items():
        clock, processor = said["clock_ms"], said["processor_ms"]
        rows.append(
            f"{name:28}{clock['median']:>8.0f}{clock['least']:>8.0f}{said['clock_ms_over_python']:>13.0f}"
            f"{processor['median']:>12.0f}{processor['least']:>8.0f}{said['processor_ms_over_python']:>13.0f}"
        )
    return "\n".join(rows)
