"""Worker processes: many items, results in the order of the items, and a worker that dies loses nothing.

Workers are started afresh (never forked off this process, whose threads and locks they would copy), leave Ctrl-C to
this process, and end when it ends, however it ends.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Generic, TypeVar

from factx.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 16
"""So many items a worker are read before the first of them is handed out: enough to hide a slow one."""


class Lost(Generic[Item]):
    """In place of a result: the worker died with the item, and another one died when it had nothing but the item."""

    def __init__(self, item: Item) -> None:
        self.item = item


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None = None
) -> Iterator[Result | Lost[Item]]:
    """`work(item)` of each item, in order, from `jobs` processes (as many as there are cores); 1 is this process.

    `work` is a function at the head of a module. What it raises is raised where its result would stand. Items are read
    as results are taken, never more than a few ahead. Raises WorkerError where workers cannot start.
    """
    jobs = cores() if jobs is None else jobs
    if jobs == 1:
        yield from map(work, items)
        return
    crew = _Crew(work, jobs)
    source = iter(items)
    waiting: deque[tuple[Item, Future[Result | Lost[Item]]]] = deque()
    try:
        while True:
            waiting.extend((item, crew.submit(item)) for item in islice(source, jobs * _AHEAD - len(waiting)))
            if not waiting:
                return
            if _died(waiting[0][1]):
                waiting = deque((item, crew.alone(item) if _died(future) else future) for item, future in waiting)
            yield waiting.popleft()[1].result()
    finally:
        crew.dismiss()


class _Crew(Generic[Item, Result]):
    """The workers of one run. When one dies, all of them go, and with them what they were at: a new crew is hired."""

    def __init__(self, work: Callable[[Item], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._executor = self._hire()

    def submit(self, item: Item) -> "Future[Result | Lost[Item]]":
        """The result to come; a crew that has lost a worker gives none."""
        try:
            return self._executor.submit(self._work, item)
        except BrokenProcessPool as error:
            future: Future[Result | Lost[Item]] = Future()
            future.set_exception(error)
            return future

    def alone(self, item: Item) -> "Future[Result | Lost[Item]]":
        """The result of an item that may have been a worker's death, tried with no other item beside it."""
        if not self._alive():
            self._executor.shutdown(cancel_futures=True)
            self._executor = self._hire()
            if not self._alive():
                raise WorkerError(
                    "worker processes cannot start; "
                    "in a script start them below `if __name__ == '__main__':`, or use one job only"
                )
        future = self.submit(item)
        if _died(future):
            future = Future()
            future.set_result(Lost(item))
        return future

    def dismiss(self) -> None:
        """End all workers now, whatever they are at."""
        workers = list((self._executor._processes or {}).values())  # noqa: SLF001 (kill_workers, from Python 3.14 on)
        self._executor.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.kill()

    def _alive(self) -> bool:
        try:
            self._executor.submit(os.getpid).result()
        except BrokenProcessPool:
            return False
        return True

    def _hire(self) -> ProcessPoolExecutor:
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        return ProcessPoolExecutor(self._jobs, multiprocessing.get_context(method), initializer=_serve)


def _died(future: "Future[Result | Lost[Item]]") -> bool:
    """Whether the worker died before it had the result, which is waited for."""
    return isinstance(future.exception(), BrokenProcessPool)


def _serve() -> None:
    """What a worker does first: leave Ctrl-C to its parent, and see to it that it does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
