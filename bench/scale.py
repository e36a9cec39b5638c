"""What the ways to many texts cost beside plain `extract` on the same texts, start-up apart.

python bench/scale.py [--documents N] [--only NAME …]    (needs `pip install -e '.[scale]'` and Java 17)

Seconds on the clock mean something on a quiet machine only; seconds of the processors, summed over all processes of an
engine, are told beside them. Memory is what a worker has for itself (USS) at its highest, looked at twice a second.
"""

import argparse
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

import psutil
import pyarrow as pa

import factx
from factx.arrow import RESULTS, extract_batches, reader
from factx.records import Document

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from made import documents

_WARM = 64  # documents that an engine's workers get before the clock runs
_BATCH = 256  # documents that an engine hands to a worker at a time

Load: TypeAlias = Callable[[pa.Table], Callable[[], int]]
"""Hands the texts to an engine; what comes back does the work, and says how many records there are."""


class Way(NamedTuple):
    """How texts become records, and which processes do it."""

    start: Callable[[], AbstractContextManager[Load]]
    works: Callable[[psutil.Process], bool]


class Figures(NamedTuple):
    """What one way took for all texts."""

    records: int
    clock: float
    processors: float
    worker: float
    """Megabytes."""


def main() -> None:
    """Run the ways one after the other and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--only", nargs="*", choices=WAYS, default=list(WAYS))
    given = parser.parse_args()
    names, texts = zip(*documents(given.documents), strict=True)
    table = pa.table({"id": names, "text": texts})
    print(f"{given.documents:,} documents, {sum(map(len, texts)):,} characters\n")
    print("| way | clock, s | beside the first | processors, s | beside the first | a worker, MB | records |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    first: Figures | None = None
    for name in given.only:
        way = WAYS[name]
        with way.start() as load:
            load(table.slice(0, _WARM))()
            figures = measured(load(table), way.works)
        first = first or figures
        print(
            f"| {name} | {figures.clock:.1f} | {figures.clock / first.clock:.2f} | {figures.processors:.1f} "
            f"| {figures.processors / first.processors:.2f} | {figures.worker:.0f} | {figures.records:,} |",
            flush=True,
        )


def measured(run: Callable[[], int], works: Callable[[psutil.Process], bool]) -> Figures:
    """What `run` takes, with all processes below this one; those that end are counted as last seen."""
    used: dict[int, float] = {}
    before: dict[int, float] = {}
    highest = 0.0
    over = threading.Event()

    def look() -> None:
        nonlocal highest
        for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
            with suppress(psutil.Error):
                times = process.cpu_times()
                used[process.pid] = times.user + times.system
                if works(process):
                    highest = max(highest, process.memory_full_info().uss / 1e6)

    def watch() -> None:
        while not over.wait(0.5):
            look()

    look()
    before |= used
    watcher = threading.Thread(target=watch)
    watcher.start()
    begin = time.perf_counter()
    records = run()
    clock = time.perf_counter() - begin
    over.set()
    watcher.join()
    look()
    return Figures(records, clock, sum(used.values()) - sum(before.values()), highest)


def rows(table: pa.Table) -> Iterator[Document]:
    """The texts of the table as documents."""
    for name, text in zip(table["id"].to_pylist(), table["text"].to_pylist(), strict=True):
        yield Document(name=name, text=text)


@contextmanager
def plain() -> Iterator[Load]:
    """One text after the other in this process."""
    yield lambda table: lambda: sum(len(factx.extract(document).facts) for document in rows(table))


@contextmanager
def batches() -> Iterator[Load]:
    """The function that the engines run, in this process."""
    yield lambda table: lambda: sum(out.num_rows for out in extract_batches(table.to_batches(_BATCH)))


@contextmanager
def many(jobs: int) -> Iterator[Load]:
    """Processes of factx's own, into Arrow. Their start counts: they live for one run only."""
    yield lambda table: lambda: sum(out.num_rows for out in reader(factx.extract_many(rows(table), jobs=jobs)))


@contextmanager
def spark(cores: int) -> Iterator[Load]:
    """Spark on this machine; the records go to its writer of nothing."""
    from pyspark.sql import Observation, SparkSession  # noqa: PLC0415 (takes seconds)
    from pyspark.sql.functions import count, lit  # noqa: PLC0415

    from factx.spark import extract_dataframe  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(_BATCH),
    }
    session = SparkSession.builder.master(f"local[{cores}]").config(map=settings).getOrCreate()

    def load(table: pa.Table) -> Callable[[], int]:
        frame = session.createDataFrame(table).repartition(4 * cores).cache()
        frame.count()

        def run() -> int:
            told = Observation()
            records = extract_dataframe(frame).observe(told, count(lit(1)).alias("records"))
            records.write.format("noop").mode("overwrite").save()
            return int(told.get["records"])

        return run

    yield load
    session.stop()


@contextmanager
def ray(cores: int) -> Iterator[Load]:
    """Ray on this machine; the records go to its store of objects."""
    import ray as engine  # noqa: PLC0415 (takes seconds)

    def records(table: pa.Table) -> pa.Table:
        return pa.Table.from_batches(extract_batches(table.to_batches()), RESULTS)

    engine.init(num_cpus=cores, include_dashboard=False, logging_level="error", log_to_driver=False)
    engine.data.DataContext.get_current().enable_progress_bars = False

    def load(table: pa.Table) -> Callable[[], int]:
        blocks = engine.data.from_arrow(table).repartition(4 * cores).materialize()
        return lambda: blocks.map_batches(records, batch_format="pyarrow", batch_size=_BATCH).materialize().count()

    yield load
    engine.shutdown()


def below(process: psutil.Process, word: str) -> bool:
    """Whether the process was started by one that has `word` in its command."""
    return word in " ".join(process.parent().cmdline())


WAYS = {
    "extract": Way(plain, lambda process: process.pid == os.getpid()),
    "extract_batches": Way(batches, lambda process: process.pid == os.getpid()),
    "extract_many, 2 jobs": Way(partial(many, 2), lambda process: below(process, "forkserver")),
    "Spark, 1 core": Way(partial(spark, 1), lambda process: below(process, "pyspark.daemon")),
    "Spark, 2 cores": Way(partial(spark, 2), lambda process: below(process, "pyspark.daemon")),
    "Ray, 1 core": Way(partial(ray, 1), lambda process: "MapBatches" in " ".join(process.cmdline())),
    "Ray, 2 cores": Way(partial(ray, 2), lambda process: "MapBatches" in " ".join(process.cmdline())),
}

if __name__ == "__main__":
    main()
