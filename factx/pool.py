"""Worker processes: one item at a time each, over a pipe of its own.

Pools at hand share queues and locks between their workers: concurrent.futures gives up as a whole when one is killed,
and pebble stalls where it is killed with the lock in its hand. Here a killed worker holds nothing but its item. Workers
leave Ctrl-C to the process that started them, and end when it ends, however it ends.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import connection, forkserver, resource_tracker
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Self, TypeVar

from factx.errors import WorkerError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

_PRELOAD = "factx.preload"
_TRIES = 2
_AHEAD = 16  # results a worker that may wait for a slow one before them


class Lost(NamedTuple, Generic[Item]):
    """In place of a result: two workers died over the item."""

    item: Item
    cause: str
    """What became of the second one, such as `was killed (Killed)`."""


def cores() -> int:
    """How many processors this process may use."""
    with contextlib.suppress(AttributeError):  # Linux knows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ordered(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None = None
) -> Iterator[Result | Lost[Item]]:
    """`work(item)` of each item, in order, from `jobs` processes (as many as there are cores); 1 is this process.

    Items are read as results are taken, never more than a few ahead. Raises as `Workers` does.
    """
    jobs = cores() if jobs is None else jobs
    if jobs == 1:
        yield from map(work, items)
        return
    done: dict[int, Result | Lost[Item]] = {}
    given = 0

    def room(number: int) -> bool:
        return number - given < jobs * _AHEAD

    with Workers(work, jobs) as workers:
        for number, outcome in workers.results(items, room):
            done[number] = outcome
            while given in done:
                yield done.pop(given)
                given += 1


class _Worker(NamedTuple):
    """A process and our end of its pipe."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"


class Workers(Generic[Item, Result]):
    """`jobs` processes that do `work`, made when there are items and killed at the end of the `with` block.

    `work` is a function at the head of a module (or a `partial` of one) that answers for everything: it raises nothing.
    """

    def __init__(self, work: Callable[[Item], Result], jobs: int) -> None:
        if jobs < 1:
            raise ValueError(f"jobs is {jobs}; it must be 1 or more")
        self._work, self._jobs = work, jobs
        self._context = _context()
        self._idle: list[_Worker] = []
        self._busy: dict[object, tuple[_Worker, int, Item]] = {}
        self._deaths = Counter[int]()
        self._proved = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        workers = [*self._idle, *(worker for worker, *_ in self._busy.values())]
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()

    def results(
        self, items: Iterable[Item], room: Callable[[int], bool] = lambda _: True
    ) -> Iterator[tuple[int, Result | Lost[Item]]]:
        """What became of each item, with the item's number, as they come; a worker that dies is replaced.

        The item of a worker that died is tried once more. `room(number)` says whether there is room for the result of
        the next item. Raises WorkerError where workers cannot start.
        """
        source = enumerate(items)
        again: deque[tuple[int, Item]] = deque()
        taken = 0

        def give() -> None:  # before anything else: no worker waits for whoever takes the results
            nonlocal taken
            while len(self._busy) < self._jobs:
                task = again.popleft() if again else next(source, None) if room(taken) else None
                if task is None:
                    return
                taken = max(taken, task[0] + 1)
                self._give(*task)

        give()
        while self._busy:
            for pipe in connection.wait([worker.pipe for worker, *_ in self._busy.values()]):
                number, item = self._busy[pipe][1:]
                outcome = self._receive(*self._busy.pop(pipe))
                if outcome is None:
                    again.append((number, item))
                    give()
                else:
                    give()
                    yield number, outcome[0]
                    give()  # what was taken may have made room

    def _give(self, number: int, item: Item) -> None:
        worker = self._idle.pop() if self._idle else self._start()
        self._busy[worker.pipe] = worker, number, item
        with contextlib.suppress(OSError):  # it was killed while idle: receiving tells
            worker.pipe.send(item)

    def _receive(self, worker: _Worker, number: int, item: Item) -> tuple[Result | Lost[Item]] | None:
        """What came of the item; None where its worker died for the first time."""
        try:
            result: Result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.pipe.close()
            worker.process.join()
            self._deaths[number] += 1
            return (Lost(item, self._cause(worker)),) if self._deaths[number] == _TRIES else None
        self._idle.append(worker)
        self._proved = True
        return (result,)

    def _cause(self, worker: _Worker) -> str:
        """What ended the worker; WorkerError where none has ever worked and this one was not killed."""
        code = worker.process.exitcode
        if code is not None and code < 0:
            return f"was killed ({signal.strsignal(-code)})"
        if not self._proved:
            raise WorkerError(
                "worker processes cannot start; "
                "start them from a script in a file, below `if __name__ == '__main__':`, or use one job only"
            )
        return f"ended with code {code}"

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        if isinstance(self._context, ForkServerContext):
            prepare()  # its workers are deaf as it is; and who waits for them to come up may be interrupted
            process.start()
        else:
            with _deaf():
                process.start()
        theirs.close()
        return _Worker(process, ours)


def prepare() -> None:
    """Begin to load the rules in the process that workers are forked from, while this one does something else."""
    if isinstance(_context(), ForkServerContext):
        resource_tracker.ensure_running()  # when it starts, it lets signals through
        with _deaf():
            forkserver.ensure_running()


def dismiss() -> None:
    """End the process that workers are forked from: the rules that it holds take as much memory as all else."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined] # noqa: SLF001 (there is no other way)


def _context() -> ForkServerContext | SpawnContext:
    """Forked from a process that has no threads and nothing open but the rules; else, where there is none, spawned."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOAD])
    return context


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What starts in the block ignores Ctrl-C for good; this process hears it when the block is over."""
    if threading.current_thread() is not threading.main_thread():  # where signals are none of our business
        yield
        return
    masks = hasattr(signal, "pthread_sigmask")  # a signal that is held back is not lost, even while it is ignored
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masks else None
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _serve(pipe: "Connection[Any, Any]", work: Callable[[Item], Result]) -> None:
    """A worker's life: item after item until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv()))


def _follow() -> None:
    """End with the run, also in the middle of a long item."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
