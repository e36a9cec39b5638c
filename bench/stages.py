"""Where `extract` spends its time: the stages of the line, one by one, on the line itself."""

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from measuring import spread

from factx import pipeline
from factx.readers import read
from factx.writers import jsonl

# The functions that `factx.pipeline` calls, in its order; find's time holds what it asks of the context.
_LINE = {
    "scan": "scan",
    "segment": "segment",
    "Context": "context",
    "find": "find",
    "resolve": "resolve",
    "validate": "validate",
    "issues": "consistency",
}
STAGES = ("read", *_LINE.values(), "write")


class _Clock:
    """Processor seconds of each stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    def run(self, stage: str, work: Callable[..., Any], *args: object) -> Any:  # noqa: ANN401 (whatever `work` gives)
        begin = time.process_time()
        result = work(*args)
        if isinstance(result, Iterator):  # what a generator does belongs to its stage, not to the one that asks for it
            result = list(result)
        self.seconds[stage] += time.process_time() - begin
        return result

    def around(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *args: self.run(stage, work, *args)


def measure(texts: list[str], rounds: int) -> dict[str, Any]:
    """Each stage's share of the processor time and its characters a second, after one round that warms up."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:06}.txt") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        _round(paths)
        runs = [_round(paths) for _ in range(rounds)]
    characters = sum(map(len, texts))
    totals = [sum(run.values()) for run in runs]
    told: dict[str, Any] = {}
    for stage in STAGES:
        seconds = spread([run[stage] for run in runs])
        told[stage] = {
            "share_percent": 100 * spread([run[stage] / total for run, total in zip(runs, totals, strict=True)]).median,
            "characters_per_second": characters / seconds.median,
            "microseconds_a_character": 1e6 * seconds.median / characters,
            "spread_percent": seconds.percent,
        }
    whole = spread(totals)
    told["all"] = {
        "share_percent": 100.0,
        "characters_per_second": characters / whole.median,
        "microseconds_a_character": 1e6 * whole.median / characters,
        "spread_percent": whole.percent,
    }
    return {"documents": len(texts), "characters": characters, "rounds": rounds, "stages": told}


def _round(paths: list[Path]) -> dict[str, float]:
    clock = _Clock()
    with ExitStack() as patches:
        for name, stage in _LINE.items():
            patches.enter_context(patch.object(pipeline, name, clock.around(stage, vars(pipeline)[name])))
        for path in paths:
            document = clock.run("read", read, path)
            report = pipeline.extract(document)
            clock.run("write", jsonl.write, [report], io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    return clock.seconds


def table(told: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [
        f"extract by stage: {told['documents']} documents, {told['characters']:,} characters, {told['rounds']} rounds",
        f"{'stage':22}{'share':>8}{'characters/s':>14}{'us/character':>14}{'spread':>8}",
    ]
    for name, said in told["stages"].items():
        rows.append(
            f"{name:22}{said['share_percent']:>7.1f}%{said['characters_per_second']:>14,.0f}"
            f"{said['microseconds_a_character']:>14.2f}{said['spread_percent']:>7.0f}%"
        )
    return "\n".join(rows)
