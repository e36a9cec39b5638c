"""Folders of small invented reports, and runs over them."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from factx.batch.discovery import Failure
from factx.batch.run import Batch, Summary, run
from factx.batch.tasks import Options, Result

TEXT = "{year}年，青禾公司第{n}厂获评“省级绿色工厂”，建成充电桩{n}个。员工李晓岚获“全省劳动模范”称号。\n"


def folder(path: Path, number: int = 6) -> Path:
    """A folder with `number` reports, some of them in folders of their own."""
    for n in range(number):
        file = path / ("old" if n % 3 == 0 else "new") / f"report{n:02}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT.format(year=2001 + n, n=n + 2), encoding="utf-8")
    return path


@dataclass
class Seen:
    """What a run tells."""

    notes: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)

    def note(self, message: str) -> None:
        self.notes.append(message)

    def begin(self, documents: int) -> None:
        self.documents = documents

    def failed(self, failure: Failure) -> None:
        self.failures.append(failure.message)

    def done(self, result: Result) -> None:
        self.results.append(result)
        if result.error:
            self.failures.append(result.error)


def go(path: Path | str, out: Path, *, seen: Seen | None = None, kinds: str = "", **how: object) -> Summary:
    """Run over `path` as it would be given on the command line."""
    options = Options(kinds=frozenset([kinds]) if kinds else None)
    return run(Batch((os.fspath(path),), out, options=options, **({"jobs": 1} | how)), seen or Seen())
