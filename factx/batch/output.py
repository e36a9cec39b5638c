"""OUT and `OUT.errors.jsonl`: made in a hidden folder beside OUT, put in place by renaming in the end."""

import json
import os
import shutil
from pathlib import Path

from factx.batch.journal import Journal
from factx.errors import WriteError
from factx.writers import saver, text_format

_STAMPS = "stamps of OUT"


class Output:
    """Where a run writes. WriteError, before any work, where that will not be possible."""

    def __init__(self, path: Path, *, wide: bool = False) -> None:
        self.path = path
        self.errors = path.with_name(f"{path.name}.errors.jsonl")
        self.journal = path.with_name(f"{path.name}.work")
        self.folder = path.with_name(f".{path.name}.tmp")
        if wide and path.suffix.lower() != ".csv":
            raise WriteError(f"{path}: --wide is for .csv; leave it out or name a .csv file")
        if path.is_dir():
            raise WriteError(f"{path}: is a folder; name a file in it")
        if not path.parent.is_dir():
            raise WriteError(f"{path}: its folder does not exist; create it first")
        self._save, self.files = saver(path, wide=wide)
        self._names = {file.name for file in (*self.files, path)}

    def owns(self, path: Path) -> bool:
        """Whether the file `path` is part of the output, which no run takes for a document."""
        own = path.name in self._names or path.name.startswith(f"{self.path.name}.")
        return own and path.parent.absolute() == self.path.parent.absolute()

    def refuse_to_replace(self, journal: Journal | None) -> None:
        """WriteError where there is a file in the way that the run of `journal` did not write just like that."""
        written = [] if journal is None else _stamps(journal)
        for file in self.files:
            if file.exists() and [file.name, *_stamp(file)] not in written:
                says = "has changed since it was written" if written else "exists"
                raise WriteError(f"{file}: {says}; give another name, or --force to replace it")

    def clear(self) -> None:
        """An empty folder for what is being made; whoever was killed may have left one."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()

    def write(self, journal: Journal) -> None:
        """Make all files from what the journal holds, then put them in place."""
        made = self.folder / self.path.name
        if text_format(self.path.name) == "jsonl":
            with made.open("wb") as stream:  # the journal holds the very bytes
                stream.writelines(journal.records())
        else:
            self._save(journal.reports(), made)
        files = list(self.files)
        if _write_errors(journal, self.folder / self.errors.name):
            files.append(self.errors)
        else:
            self.errors.unlink(missing_ok=True)
        stamps = [[file.name, *_sync(self.folder / file.name)] for file in files]
        # Killed between two renames, the next run must know the old files and the new ones for its own.
        journal.note(_STAMPS, json.dumps(_stamps(journal) + stamps))
        for file in files:
            (self.folder / file.name).replace(file)
        journal.note(_STAMPS, json.dumps(stamps))


def _write_errors(journal: Journal, path: Path) -> bool:
    """A line for each document that failed; whether there is any."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        for doc, message in journal.failures():
            error, _, advice = message.removeprefix(f"{doc}: ").rpartition("; ")
            row = {"doc": doc, "error": error or advice, "what to do": advice if error else "report it"}
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path.stat().st_size > 0


def _stamps(journal: Journal) -> list[list[str | int]]:
    """Name, size and time of the files that runs of this journal wrote."""
    stamps: list[list[str | int]] = json.loads(journal.about(_STAMPS) or "[]")
    return stamps


def _stamp(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_size, about.st_mtime_ns


def _sync(path: Path) -> tuple[int, int]:
    """The stamp of a file that is on the disk for sure: a rename must not outlive what it puts in place."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
    return _stamp(path)
