"""Worker processes: order, what is read ahead, workers that die, runs that are broken off."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from multiprocessing import active_children
from pathlib import Path
from threading import Thread

import pytest

from factx.errors import WorkerError
from factx.pool import Lost, ordered

# What the workers do; they import this module to find it.


def late(number: int) -> int:
    """The first of any ten takes longest."""
    time.sleep(0.02 if number % 10 == 0 else 0.001)
    return number * number


def end_at_three(number: int) -> int:
    if number == 3:
        os._exit(5)
    return number


def die_of(number: int) -> int:
    """Three numbers are always the death of the worker."""
    if number in {0, 7, 8}:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(mark: Path) -> str:
    """The first worker that gets the file dies with it."""
    if mark.exists():
        mark.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return mark.name


def pid_of(number: int) -> int:
    time.sleep(0.01 * (number % 3))
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3, None])
def test_results_stand_in_the_order_of_the_items(jobs: int | None) -> None:
    assert list(ordered(late, range(45), jobs)) == [number * number for number in range(45)]


def test_one_job_is_this_process_and_more_are_others() -> None:
    assert set(ordered(pid_of, range(4), 1)) == {os.getpid()}
    others = set(ordered(pid_of, range(20), 2))
    assert len(others) == 2
    assert os.getpid() not in others


def test_items_are_read_as_results_are_taken() -> None:
    read = []

    def items() -> Iterator[int]:
        for number in count():
            read.append(number)
            yield number

    results = ordered(late, items(), 2)
    assert read == []
    for _ in range(50):
        next(results)
    assert len(read) < 100
    results.close()


def test_nothing_to_do() -> None:
    assert list(ordered(late, [], 2)) == []


def test_what_always_kills_its_worker_is_lost_and_nothing_else() -> None:
    results = list(ordered(die_of, range(40), 2))
    lost = {place: result for place, result in enumerate(results) if isinstance(result, Lost)}
    assert lost == {place: Lost(place, "was killed (Killed)") for place in (0, 7, 8)}
    assert [result for result in results if not isinstance(result, Lost)] == sorted(set(range(40)) - {0, 7, 8})


def test_a_worker_that_ends_by_itself_is_replaced_too() -> None:
    assert list(ordered(end_at_three, range(6), 2)) == [0, 1, 2, Lost(3, "ended with code 5"), 4, 5]


def test_a_thread_may_have_workers() -> None:
    """DuckDB asks for results from threads of its own."""
    got: list[object] = []
    thread = Thread(target=lambda: got.extend(ordered(late, range(12), 2)))
    thread.start()
    thread.join(60)
    assert got == [number * number for number in range(12)]


def test_a_worker_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    marks = [tmp_path / str(number) for number in range(40)]
    marks[5].touch()
    marks[35].touch()
    assert list(ordered(die_once, marks, 2)) == [mark.name for mark in marks]


def test_breaking_off_ends_the_workers() -> None:
    before = set(active_children())
    results = ordered(time.sleep, [0, 600, 600, 600], 2)
    next(results)
    assert set(active_children()) - before
    results.close()
    assert gone(lambda: not set(active_children()) - before)


def gone(done) -> bool:
    """Whether `done` comes true within ten seconds."""
    return any(done() or time.sleep(0.05) for _ in range(200))


def ended(pid: int) -> bool:
    """Whether the process is no more, or only waits to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].startswith("Z")
    except OSError:
        return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_the_process_that_started_them(sent: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(
        "import sys, itertools\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from factx.pool import ordered\n"
        "from test_pool import pid_of\n"
        "if __name__ == '__main__':\n"
        "    for pid in ordered(pid_of, itertools.count(), 2):\n"
        "        print(pid, flush=True)\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        pids = {int(process.stdout.readline()) for _ in range(20)}
        assert len(pids) == 2
        if sent == signal.SIGINT:
            os.killpg(process.pid, sent)  # as a terminal does: to parent and workers at once
        else:
            process.kill()
        _, said = process.communicate(timeout=30)
    assert gone(lambda: all(map(ended, pids)))
    assert said.count("Traceback") == (sent == signal.SIGINT), said  # the parent's own, none of the workers'


def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "bare.py"
    script.write_text("from factx.pool import ordered\nprint(list(ordered(abs, range(3), 2)))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count(f"{WorkerError.__name__}: worker processes cannot start") == 1
    assert "if __name__ == '__main__':" in done.stderr
