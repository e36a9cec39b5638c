"""One run: discover → work → store → write."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, Protocol

from factx import pool
from factx.batch.discovery import Failure, Filter, Found, discover, listed
from factx.batch.journal import Journal
from factx.batch.output import Output
from factx.batch.tasks import Options, Result, Task
from factx.batch.version import version
from factx.errors import ReadError, WriteError
from factx.readers import SUFFIXES

_SLOWEST = 3
_FAILED = 5


@dataclass(frozen=True)
class Batch:
    """What is to be done."""

    paths: tuple[str, ...]
    """Files and folders; `-` is JSON Lines on standard input."""
    out: Path
    manifest: str | None = None
    """A file that lists more of them."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)
    jobs: int | None = None
    """How many processes work; None: one a core."""
    wide: bool = False
    resume: bool = False
    force: bool = False


class Watch(Protocol):
    """Who wants to know how a run gets on."""

    def note(self, message: str) -> None:
        """Something was passed over on purpose."""

    def begin(self, documents: int) -> None:
        """There are so many documents."""

    def done(self, result: Result) -> None:
        """A document is finished, unchanged or failed."""

    def failed(self, failure: Failure) -> None:
        """A document could not be read."""


class Summary(NamedTuple):
    """What came of a run."""

    documents: int
    unchanged: int
    failures: int
    seconds: float
    counts: dict[str, int]
    """`characters`, records by kind (`honour`) and level (`honour national`), issues (`issue replaced-bytes`), and what
    was seen and ended in records (`seen number`, `used number`) where records of all kinds were asked for."""
    slowest: list[tuple[str, float]]
    """The documents that took longest, with their seconds."""
    failed: list[str]
    """The first documents that could not be read."""


def run(batch: Batch, watch: Watch) -> Summary:
    """Do it. Whatever is wrong with one document is told to `watch` and written to `OUT.errors.jsonl`.

    Raises WriteError where OUT cannot be written, ReadError where no document could be read; OUT is as it was then.
    """
    begin = time.monotonic()
    output = Output(batch.out, wide=batch.wide)
    with ExitStack() as closed:
        journal = closed.enter_context(closing(_journal(batch, output)))
        pool.prepare()
        output.clear()
        closed.callback(shutil.rmtree, output.folder, ignore_errors=True)
        journal.plan(_found(batch, output, watch))
        documents = journal.planned()
        if not documents:
            raise ReadError(f"{_given(batch)}: no documents there; see --include for what is not taken by itself")
        watch.begin(documents)
        for failure in journal.failures():
            watch.failed(failure)
        unchanged = _work(batch, journal, watch)
        failures = journal.failed()
        if failures == documents:
            raise ReadError("none of the documents could be read; nothing is written")
        pool.dismiss()
        output.write(journal)
        if not failures:
            journal.sweep()  # else what could not be read today may be there tomorrow
        return Summary(
            documents,
            unchanged,
            failures,
            time.monotonic() - begin,
            journal.counts(),
            journal.slowest(_SLOWEST),
            [failure.doc for failure in islice(journal.failures(), _FAILED)],
        )


def _journal(batch: Batch, output: Output) -> Journal:
    """The journal of this run, with nothing in it that other rules or options made."""
    there = output.journal.exists()
    if not batch.force:
        if not there:
            output.refuse_to_replace(None)
        elif not batch.resume:
            says = "holds what an earlier run has done; --resume to go on with it, or --force to begin anew"
            raise WriteError(f"{output.journal}: {says}")
    journal = Journal(output.journal)
    try:
        if not batch.force:
            output.refuse_to_replace(journal)
        now = version(batch.options)
        if journal.about("version") != now or not batch.resume:
            journal.forget()
            journal.note("version", now)
    except BaseException:
        journal.close()
        raise
    return journal


def _found(batch: Batch, output: Output, watch: Watch) -> Iterator[Found]:
    """All documents, in order."""
    chosen = Filter(frozenset(SUFFIXES), batch.include, batch.exclude, output.owns)
    paths = chain(batch.paths, listed(batch.manifest) if batch.manifest else ())
    return discover(paths, chosen, output.folder / "stdin.jsonl", watch.note)


def _work(batch: Batch, journal: Journal, watch: Watch) -> int:
    """Work on all documents; how many are as they were in an earlier run."""
    unchanged = 0
    with pool.Workers(partial(_done, options=batch.options), batch.jobs or pool.cores()) as workers:
        for _, outcome in workers.results(journal.tasks()):
            result = _lost(outcome) if isinstance(outcome, pool.Lost) else outcome
            journal.store(result)
            unchanged += result.finished is None and result.error is None
            watch.done(result)
    return unchanged


def _done(task: Task, options: Options) -> Result:
    """What a worker makes of a task."""
    from factx.batch.work import work  # noqa: PLC0415 (the rules: no parent needs them)

    return work(task, options)


def _lost(lost: pool.Lost[Task]) -> Result:
    """The result of a task that no worker survived."""
    doc = lost.item.source.doc
    advice = "it may need more memory: split it, or run with a smaller -j"
    return Result(lost.item.position, doc, error=f"{doc}: its worker {lost.cause}, twice; {advice}")


def _given(batch: Batch) -> str:
    return ", ".join(chain(batch.paths, [batch.manifest] if batch.manifest else []))
