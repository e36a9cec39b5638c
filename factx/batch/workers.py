"""The processes that work: one document at a time each, over a pipe of its own.

Pools at hand share queues and locks between their workers: concurrent.futures gives up as a whole when one is killed,
and pebble stalls where it is killed with the lock in its hand. Here a killed worker holds nothing but its document.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterator
from multiprocessing import connection, forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, NamedTuple, Self

from factx.batch.tasks import Options, Result, Task

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

TRIES = 2


def cores() -> int:
    """How many processors this process may use."""
    with contextlib.suppress(AttributeError):  # Linux knows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker(NamedTuple):
    """A process and our end of its pipe."""

    process: BaseProcess
    pipe: "Connection[Task, Result]"


class Workers:
    """`jobs` processes, made when there is work and killed at the end of the `with` block."""

    def __init__(self, jobs: int, options: Options) -> None:
        self._jobs, self._options = jobs, options
        self._context = _context()
        self._idle: list[_Worker] = []
        self._busy: dict[object, tuple[_Worker, Task]] = {}
        self._deaths = Counter[int]()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            worker.process.join()

    def results(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The result of each task, as they come. A worker that dies is replaced and its task tried once more."""
        again: deque[Task] = deque()

        def give() -> None:
            if task := again.popleft() if again else next(tasks, None):
                worker = self._idle.pop() if self._idle else self._start()
                self._busy[worker.pipe] = worker, task
                with contextlib.suppress(OSError):  # it was killed while idle: receiving tells
                    worker.pipe.send(task)

        for _ in range(self._jobs):
            give()
        while self._busy:
            for pipe in connection.wait([worker.pipe for worker, _ in self._busy.values()]):
                worker, task = self._busy.pop(pipe)
                result = self._receive(worker, task)
                if result is None:
                    again.append(task)
                give()  # first of all: no worker waits for us to store
                if result is not None:
                    yield result

    def _receive(self, worker: _Worker, task: Task) -> Result | None:
        """What came of `task`; None where its worker died for the first time."""
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.pipe.close()
            worker.process.join()
            self._deaths[task.position] += 1
            return _lost(task, worker.process.exitcode) if self._deaths[task.position] == TRIES else None
        self._idle.append(worker)
        return result

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._options), daemon=True)
        with _deaf():
            process.start()
        theirs.close()
        return _Worker(process, ours)


def prepare() -> None:
    """Begin to load the rules in the process that workers are forked from, while this one does something else."""
    if isinstance(_context(), ForkServerContext):
        with _deaf():
            forkserver.ensure_running()


def _context() -> ForkServerContext | SpawnContext:
    """Forked from a process that has no threads and nothing open but the rules; else, where there is none, spawned."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["factx.batch.preload"])
    return context


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What starts in the block ignores Ctrl-C for good: it is the parent that ends a run."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: "Connection[Result, Task]", options: Options) -> None:
    """A worker's life: task after task until the pipe closes."""
    from factx.batch.work import work  # noqa: PLC0415 (the rules: no parent needs them)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(work(pipe.recv(), options))


def _follow() -> None:
    """End with the run, also in the middle of a long document."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _lost(task: Task, exitcode: int | None) -> Result:
    """The result of a task that no worker survived."""
    says = f"its worker ended twice with code {exitcode}; a bug in factx, please report it"
    if exitcode is not None and exitcode < 0:
        cause = signal.strsignal(-exitcode)
        says = f"its worker was killed twice ({cause}); it may need more memory: split it, or run with a smaller -j"
    return Result(task.position, task.source.doc, error=f"{task.source.doc}: {says}")
