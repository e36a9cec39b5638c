"""How much memory one process of `factx extract` takes at its highest, over a small file and over big ones (Linux)."""

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measuring import ROOT, SAMPLES, documents, environment

# The process tells its own peak at its end: what its parent is told of it holds the parent's memory, too.
_TELL = """
import atexit, sys
peak = lambda: next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
atexit.register(lambda: print("PEAK", peak(), file=sys.stderr))
"""
_PYTHON = f"{_TELL}\npass"
_FACTX = f"{_TELL}\nfrom factx.__main__ import main\nmain()"


def measure(path: Path | None, sizes: list[int]) -> dict[str, Any]:
    """Megabytes at the highest: Python alone, and factx over the first sample and over files of so many characters."""
    files = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            parts = itertools.cycle(documents(path, size))
            text = ""
            while len(text) < size:
                text += next(parts)
            files.append(Path(folder, f"{size}.txt"))
            files[-1].write_text(text[:size], encoding="utf-8")
        told = [
            {
                "characters": len(file.read_text(encoding="utf-8")),
                "text_megabytes": file.stat().st_size / 1e6,
                "peak_megabytes": _peak(_FACTX, "extract", "--format", "jsonl", str(file)),
            }
            for file in [SAMPLES[0], *files]
        ]
    return {"python_megabytes": _peak(_PYTHON), "files": told}


def _peak(code: str, *args: str) -> float:
    command = [sys.executable, "-c", code, *args]
    settings = environment(PYTHONPATH=str(ROOT))
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, env=settings
    )
    return float(done.stderr.rpartition("PEAK ")[2]) / 1000


def table(told: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [
        f"memory of one process at its highest; Python alone {told['python_megabytes']:.0f} MB",
        f"{'characters':>14}{'text, MB':>10}{'peak, MB':>10}",
    ]
    rows += [
        f"{said['characters']:>14,}{said['text_megabytes']:>10.2f}{said['peak_megabytes']:>10.0f}"
        for said in told["files"]
    ]
    return "\n".join(rows)
