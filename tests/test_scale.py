"""The jobs of examples/ on real engines: the records of `factx batch`, also where a text or a worker fails.

Takes minutes and half a gigabyte of packages, so it runs where it is asked for: .ci/run does.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from made import documents

if "FACTX_SCALE" not in os.environ:
    pytest.skip(
        "takes minutes: ask for it with FACTX_SCALE=20000 (documents), pip install -e '.[scale]' and Java 17",
        allow_module_level=True,
    )

import duckdb
import psutil
import pyarrow as pa
import pyarrow.compute
import pyarrow.dataset
import pyarrow.parquet

import factx
from factx.arrow import facts_of

EXAMPLES = Path(__file__).parents[1] / "examples"
DOCUMENTS = int(os.environ["FACTX_SCALE"])
ENVIRONMENT = os.environ | {"PYSPARK_PYTHON": sys.executable, "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}


class Texts(NamedTuple):
    """A data set of texts, some of them null, and what `factx batch` makes of the others."""

    path: Path
    records: list[str]
    bad: list[str]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    folder = tmp_path_factory.mktemp("texts")
    made = list(documents(DOCUMENTS))
    bad = [name for name, _ in made[499::1000]]
    table = pa.table({"id": [name for name, _ in made], "text": [None if name in bad else text for name, text in made]})
    pyarrow.parquet.write_table(table, folder / "texts.parquet")
    good = [{"id": name, "text": text} for name, text in made if name not in bad]
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in good)
    (folder / "texts.jsonl").write_text(lines, encoding="utf-8")
    run(sys.executable, "-m", "factx", "batch", folder / "texts.jsonl", "-o", folder / "facts.jsonl", "--quiet")
    records = (folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(records) > DOCUMENTS
    return Texts(folder / "texts.parquet", sorted(records), bad)


def check(facts: Path, texts: Texts) -> None:
    """The job's rows are the records, byte for byte as JSON Lines, and one error for each bad text."""
    table = pyarrow.dataset.dataset(facts, partitioning="hive").to_table()
    assert sorted(fact.model_dump_json() for fact in facts_of(table)) == texts.records
    others = table.filter(pyarrow.compute.field("kind").isin(["error", "issue"])).to_pylist()
    assert sorted(row["doc"] for row in others) == texts.bad
    assert {(row["kind"], row["issue"]["code"]) for row in others} == {("error", "unreadable")}


def run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=1800)
    assert done.returncode == 0, done.stderr[-4000:]


@contextmanager
def one_killed(is_worker: Callable[[psutil.Process], bool]) -> Iterator[None]:
    """Kill a worker that is in the middle of its work, as the system does when memory runs out."""
    killed: list[psutil.Process] = []
    over = threading.Event()

    def watch() -> None:
        while not killed and not over.wait(0.1):
            for process in psutil.Process().children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    if is_worker(process) and process.cpu_times().user > 2:
                        process.kill()
                        killed.append(process)
                        return

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
    assert killed, "no worker was found to be killed"


def of_spark(process: psutil.Process) -> bool:
    """A worker is a child of the daemon that Spark starts for Python."""
    return any("pyspark.daemon" in word for word in process.parent().cmdline())


def of_ray(process: psutil.Process) -> bool:
    """A worker is called by what it is at."""
    return "MapBatches(facts_of)" in " ".join(process.cmdline())


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17: apt-get install openjdk-17-jre-headless")
def test_spark_loses_nothing_to_bad_rows_nor_to_a_killed_worker(texts: Texts, tmp_path: Path) -> None:
    submit = Path(sys.executable).with_name("spark-submit")
    settings = ("--master", "local[2,4]", "--conf", "spark.ui.enabled=false")  # two workers, four tries for each task
    with one_killed(of_spark):
        run(submit, *settings, EXAMPLES / "spark_job.py", texts.path, tmp_path / "facts")
    check(tmp_path / "facts", texts)


def test_ray_loses_nothing_to_bad_rows_nor_to_a_killed_worker(texts: Texts, tmp_path: Path) -> None:
    with one_killed(of_ray):
        run(sys.executable, EXAMPLES / "ray_job.py", texts.path, tmp_path / "facts")
    check(tmp_path / "facts", texts)


def test_duckdb_reads_texts_and_writes_facts_and_the_questions_have_answers(texts: Texts, tmp_path: Path) -> None:
    some = pyarrow.parquet.read_table(texts.path).slice(0, 2000)
    pyarrow.parquet.write_table(some, tmp_path / "texts.parquet")
    run(sys.executable, EXAMPLES / "duckdb_job.py", tmp_path / "texts.parquet", tmp_path / "facts.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "facts.parquet")
    names = set(some["id"].to_pylist())
    wanted = [record for record in texts.records if json.loads(record)["doc"] in names]
    assert sorted(fact.model_dump_json() for fact in facts_of(table)) == wanted
    base = duckdb.connect()
    base.execute(f"SET file_search_path = '{tmp_path}'")
    view, *questions = base.extract_statements((EXAMPLES / "duckdb.sql").read_text(encoding="utf-8"))
    base.execute(view)
    assert len(questions) == 4
    assert all(base.execute(question).fetchall() for question in questions)


@pytest.mark.parametrize("job", ["spark", "ray"])
def test_jobs_read_folders_of_files_in_any_encoding(job: str, tmp_path: Path) -> None:
    files = {f"{name}.txt": text.encode("gb18030" if int(name) % 2 else "utf-8") for name, text in documents(20)}
    for name, data in files.items():
        (tmp_path / "texts" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "texts" / name).write_bytes(data)
    if job == "spark":
        if shutil.which("java") is None:
            pytest.skip("Spark needs Java 17: apt-get install openjdk-17-jre-headless")
        start = [Path(sys.executable).with_name("spark-submit"), "--master", "local[2]", EXAMPLES / "spark_job.py"]
    else:
        start = [sys.executable, EXAMPLES / "ray_job.py"]
    run(*start, tmp_path / "texts", tmp_path / "facts")
    table = pyarrow.dataset.dataset(tmp_path / "facts", partitioning="hive").to_table()
    found = sorted(fact.quote for fact in facts_of(table))
    assert found == sorted(fact.quote for _, text in documents(20) for fact in factx.extract(text).facts)
    assert {Path(name).name for name in table["doc"].to_pylist()} <= files.keys()
