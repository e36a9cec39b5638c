"""Runs that were broken off, and runs that are repeated: nothing is lost, nothing is done twice."""

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, suppress
from multiprocessing import active_children
from pathlib import Path

import pytest
from reports import TEXT, Seen, folder, go
from shell import FACTX, terminal

from factx.batch.tasks import Options, Result, Task
from factx.batch.version import version


def docs(out: Path) -> list[str]:
    """The documents in OUT, in order."""
    return list(dict.fromkeys(json.loads(line)["doc"] for line in out.read_text().splitlines()))


def fresh(seen: Seen) -> list[str]:
    """The names of the files that were worked on."""
    return sorted(Path(result.doc).name for result in seen.results if result.finished)


def test_only_what_has_changed_is_done_again(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 6)
    go(reports, out := tmp_path / "facts.jsonl")
    (reports / "new" / "report01.txt").write_text(TEXT.format(year=1999, n=77), encoding="utf-8")
    (reports / "new" / "report02.txt").unlink()
    (reports / "new" / "report04.txt").rename(reports / "new" / "renamed.txt")
    (reports / "new" / "report05.txt").touch()
    (reports / "new" / "more.txt").write_text(TEXT.format(year=2000, n=78), encoding="utf-8")
    summary = go(reports, out, resume=True, seen=(seen := Seen()))
    assert fresh(seen) == ["more.txt", "renamed.txt", "report01.txt"], (
        "the same content under another name is another doc"
    )
    assert (summary.documents, summary.unchanged) == (6, 3)
    assert [Path(doc).name for doc in docs(out)] == [
        "more.txt", "renamed.txt", "report01.txt", "report05.txt", "report00.txt", "report03.txt",
    ]  # fmt: skip
    go(reports, anew := tmp_path / "anew.jsonl")
    assert out.read_bytes() == anew.read_bytes()


def test_other_options_and_other_rules_are_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = folder(tmp_path / "reports", 3)
    go(reports, out := tmp_path / "facts.jsonl")
    assert go(reports, out, resume=True).unchanged == 3
    assert go(reports, out, resume=True, kinds="honour").unchanged == 0
    assert go(reports, out, resume=True, kinds="honour").unchanged == 3
    monkeypatch.setattr("factx.batch.version._rules", lambda: "another word in a lexicon")
    assert go(reports, out, resume=True, kinds="honour").unchanged == 0


def test_a_version_names_all_that_decides_on_records(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime

    others = [
        Options(kinds=frozenset({"honour"})), Options(encoding="gb18030"), Options(date=datetime.date(2022, 3, 1)),
        Options(kinds=frozenset({"honour", "awardee"})), Options(),
    ]  # fmt: skip
    assert len({version(options) for options in others}) == len(others)
    assert version(Options(kinds=frozenset(["honour", "awardee"]))) == version(others[3])
    before = version(Options())
    from factx.batch import version as module

    monkeypatch.setattr(module, "_libraries", lambda: ["reader 2"])
    module._rules.cache_clear()  # noqa: SLF001
    assert version(Options()) != before
    module._rules.cache_clear()  # noqa: SLF001


def test_other_formats_come_from_what_is_done(tmp_path: Path) -> None:
    """The journal belongs to OUT; a failed file is tried anew every time."""
    reports = folder(tmp_path / "reports", 3)
    (reports / "empty.txt").touch()
    go(reports, out := tmp_path / "facts.jsonl")
    seen = Seen()
    go(reports, out, resume=True, seen=seen)
    assert [result.doc for result in seen.results if result.error] == [f"{reports}/empty.txt"]


def start(reports: Path, out: Path) -> subprocess.Popen[bytes]:
    args = ["batch", str(reports), "-o", str(out), "-j2", "-q", "--resume"]
    return subprocess.Popen([*FACTX, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def stored(out: Path) -> int:
    """How many documents the journal of a run that is over holds."""
    try:
        with closing(sqlite3.connect(f"{out}.work")) as base:
            return base.execute("SELECT count(*) FROM done").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def size(out: Path) -> int:
    """How much is kept of a run: some 20 KB a document, and less than 150 KB for the plan."""
    total = 0
    for file in out.parent.glob(f"{out.name}.work*"):
        with suppress(FileNotFoundError):  # a journal may be gone between the listing and the look
            total += file.stat().st_size
    return total


def wait(done: Callable[[], bool]) -> None:
    limit = time.monotonic() + 60
    while not done():
        assert time.monotonic() < limit
        time.sleep(0.002)


def test_killed_at_any_moment_a_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    """Killed ten times on one way: after a random time, or where the journal has just grown."""
    reports = folder(tmp_path / "reports", 100)
    (reports / "empty.txt").touch()
    go(reports, whole := tmp_path / "whole.jsonl", jobs=2)
    out = tmp_path / "facts.jsonl"
    drawn = random.Random(7)  # noqa: S311 (moments, no secrets)
    progress = []
    for number in range(10):
        process = start(reports, out)
        if number % 3 == 2:
            time.sleep(drawn.uniform(0.05, 1.5))
        else:
            enough = size(out) + 130_000 + drawn.randint(1, 300_000)
            wait(lambda enough=enough, process=process: size(out) >= enough or process.poll() is not None)
        process.kill()
        process.communicate()
        progress.append(stored(out))
        if process.returncode == -signal.SIGKILL and progress[-1] < 100:
            assert not out.exists(), "whole or not at all"
    assert progress == sorted(progress), "nothing that was done is lost"
    assert any(0 < number < 100 for number in progress), f"or the test shows nothing: {progress}"
    last = start(reports, out)
    _, said = last.communicate()
    assert (last.returncode, said.decode().count("\n")) == (1, 1)
    assert out.read_bytes() == whole.read_bytes()
    errors = Path(f"{out}.errors.jsonl").read_text(), Path(f"{whole}.errors.jsonl").read_text()
    assert errors[0] == errors[1]
    assert {file.name for file in tmp_path.iterdir()} == {
        *("reports", "whole.jsonl", "whole.jsonl.errors.jsonl", "whole.jsonl.work"),
        *("facts.jsonl", "facts.jsonl.errors.jsonl", "facts.jsonl.work"),
    }


def test_killed_between_two_renames_a_run_still_knows_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = folder(tmp_path / "reports", 3)
    go(reports, out := tmp_path / "facts.csv")
    (reports / "new" / "report01.txt").unlink()
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if "awardee" in target.name:
            raise SystemExit("killed")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(SystemExit):
            go(reports, out, resume=True)
    go(reports, out, resume=True)
    go(reports, anew := tmp_path / "anew.csv")
    for kind in ("honour", "awardee"):
        assert out.with_suffix(f".{kind}.csv").read_bytes() == anew.with_suffix(f".{kind}.csv").read_bytes()


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 150)
    out = tmp_path / "facts.jsonl"
    process = start(reports, out)
    wait(lambda: size(out) > 300_000)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: parent and workers alike
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    (line,) = said.decode().splitlines()
    told = re.fullmatch(
        r"factx: interrupted; the same command with --resume goes on after the (\d+) documents .*", line
    )
    assert told
    done = stored(out)
    assert 0 < int(told[1]) <= done < 150
    assert {file.name for file in tmp_path.iterdir()} == {"reports", "facts.jsonl.work"}
    summary = go(reports, out, resume=True)
    assert (summary.documents, summary.unchanged) == (150, done)


@pytest.mark.parametrize("seconds", [0.4, 0.8, 1.6])
def test_ctrl_c_while_the_workers_come_up_is_heard(tmp_path: Path, seconds: float) -> None:
    """It was lost where it fell into the moment in which workers are made deaf to it."""
    process = start(folder(tmp_path / "reports", 5000), tmp_path / "facts.jsonl")  # no machine is done before
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.count(b"\n") <= 1, said


def test_a_worker_killed_from_outside_is_replaced_and_its_file_tried_again(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 8)
    go(reports, whole := tmp_path / "whole.jsonl")

    class Killing(Seen):
        def done(self, result: Result) -> None:
            super().done(result)
            if len(self.results) == 3:
                for worker in active_children():
                    worker.kill()

    go(reports, out := tmp_path / "facts.jsonl", seen=(seen := Killing()), jobs=2)
    assert seen.failures == []
    assert out.read_bytes() == whole.read_bytes()


def test_a_file_that_kills_two_workers_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = folder(tmp_path / "reports", 4)
    monkeypatch.setattr("factx.batch.run._done", _deadly)
    go(reports, out := tmp_path / "facts.jsonl", seen=(seen := Seen()), jobs=2)
    bad = f"{reports}/new/report02.txt"
    advice = "it may need more memory: split it, or run with a smaller -j"
    assert seen.failures == [f"{bad}: its worker was killed (Killed), twice; {advice}"]
    assert bad not in docs(out)
    assert len(docs(out)) == 3


def _deadly(task: Task, options: Options) -> Result:
    from factx.batch.work import work

    if task.source.doc.endswith("report02.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(task, options)


def test_on_a_terminal_there_is_a_bar_and_in_the_end_a_summary(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 4)
    (reports / "empty.txt").touch()
    code, shown = terminal("batch", str(reports), "-o", str(tmp_path / "facts.jsonl"), columns=120)
    assert code == 1
    assert "0/5" in shown
    assert "characters/s" in shown
    assert "empty.txt: is empty; give a file with text in it" in shown.replace("\n", "")
    assert "4 read; 1 failed" in shown
    assert re.search(r"\d numbers seen, \d+ in records", shown)
    quiet, shown = terminal("batch", str(reports), "-o", str(tmp_path / "facts.jsonl"), "--resume", "-q")
    assert (quiet, shown) == (1, f"factx: {reports}/empty.txt: is empty; give a file with text in it\n")
