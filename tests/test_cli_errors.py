"""Every way that things go wrong on the command line, tried for real: one line, the right code, nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from termios import FIONREAD

import pytest
from shell import FACTX, OTHER, ROOT, SAMPLE, one_line, run, shell

from factx.writers import WRITERS


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("extract", "nowhere.txt"), "nowhere.txt: no such file; check the path"),
        (("extract", "samples"), "samples: is a folder; name the files in it"),
        (("extract", sys.executable), "looks like a "),
        (("extract", "/dev/null"), "/dev/null: is empty; "),
        (("extract", "-"), "-: is empty; "),
        (("extract", SAMPLE, "-o", "facts.xls"), "facts.xls: suffix '.xls' names no format; use one of .json"),
        (("extract", SAMPLE, "-o", "facts"), "facts: has no suffix"),
        (("extract", SAMPLE, "-o", "nowhere/facts.csv"), "nowhere/facts.csv: its folder does not exist; create it"),
        (("extract", SAMPLE, "-f", "csv", "-o", "samples"), "samples: is a folder; name a file in it"),
        (("extract", SAMPLE, "-o", "/proc/facts.csv"), "/proc/facts.csv: "),
        (("extract", SAMPLE, "-o", f"{'x' * 300}.csv"), "cannot be written (File name too long)"),
        (("extract", SAMPLE, "--format", "xml"), "unknown format 'xml'; choose one of table, json, jsonl, csv"),
        (("extract", SAMPLE, "--kind", "medal"), "unknown kind 'medal'; choose from initiative,honour"),
        (("extract", SAMPLE, "--date", "2022-13-01"), "'2022-13-01' is no date; give one such as 2022-03-01"),
        (("extract", SAMPLE, "--encoding", "klingon"), "unknown encoding 'klingon'; give one such as utf-8"),
        (("extract", SAMPLE, "--bogus"), "No such option: --bogus; see factx extract --help"),
        (("report.txt",), "No such command 'report.txt'; see factx --help"),
        (("validate",), "Missing argument 'FILE.jsonl'; see factx validate --help"),
        (("validate", "nowhere.jsonl"), "nowhere.jsonl: no such file; check the path"),
        (("schema", "/dev/null/x"), "/dev/null/x: cannot be written"),
    ],
)
def test_errors_are_one_line_with_advice_and_code_2(args: tuple[str, ...], said: str) -> None:
    result = run(*args)
    line = one_line(result)
    assert said in line
    assert "; " in line
    assert result.code == 2


def test_debug_shows_the_way_to_the_error() -> None:
    result = run("extract", "--debug", "nowhere.txt")
    assert "Traceback" in result.err
    assert result.err.splitlines()[-1] == "factx: nowhere.txt: no such file; check the path"


def test_several_files_where_one_is_unreadable() -> None:
    result = run("extract", "nowhere.txt", SAMPLE, "samples", OTHER)
    assert result.code == 1
    assert [line.split(":")[1] for line in result.err.splitlines()] == [" nowhere.txt", " samples"]
    assert result.out == run("extract", SAMPLE).out + run("extract", OTHER).out


def test_several_files_of_which_none_is_readable(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    result = run("extract", "nowhere.txt", "samples", "-o", str(out))
    assert (result.code, len(result.err.splitlines())) == (2, 2)
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_one_line_and_does_not_stop_the_others(tmp_path: Path) -> None:
    """The promise holds even for faults that nobody has thought of."""
    (tmp_path / "sitecustomize.py").write_text(
        "import factx.pipeline as p\n"
        "real = p.extract\n"
        "def extract(document, **options):\n"
        "    if 'award' in document.name: raise KeyError('x')\n"
        "    return real(document, **options)\n"
        "p.extract = extract\n"
    )
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    result = run("extract", SAMPLE, OTHER, PYTHONPATH=path)
    assert result.code == 1
    assert result.out == run("extract", OTHER).out
    assert result.err == f"factx: {SAMPLE}: unexpected KeyError: 'x'; a bug in factx, please report it\n"


def test_output_is_not_overwritten_without_force(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    out.write_text("mine", encoding="utf-8")
    result = run("extract", SAMPLE, "-o", str(out))
    assert "exists; give another name, or --force to replace it" in one_line(result)
    assert (result.code, out.read_text(encoding="utf-8")) == (2, "mine")
    assert run("extract", SAMPLE, "-o", str(out), "--force").code == 0
    assert "mine" not in out.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("form", WRITERS)
def test_a_full_disk_is_told(form: str) -> None:
    for command in (
        f"factx extract -q {SAMPLE} -f {form} > /dev/full",
        f"factx extract {SAMPLE} -f {form} -o /dev/full",
    ):
        result = shell(command)
        assert "cannot be written (No space left on device); choose another place" in one_line(result)
        assert result.code == 2


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "brat"])  # which takes one document at a time
def test_a_closed_pipe_is_silent(form: str) -> None:
    files = " ".join([SAMPLE] * 8)  # more than a pipe holds
    result = shell(f"factx extract -q -f {form} {files} | head -1; echo ${{PIPESTATUS[0]}}")
    first, code = result.out.splitlines()
    assert (code, result.err) == ("0", "")
    assert first


def test_closed_standard_streams_are_told() -> None:
    assert "standard output: is closed; name a file with -o" in one_line(shell(f"factx extract {SAMPLE} >&-"))
    assert "standard input is closed; name a file" in one_line(shell("factx extract - <&-"))
    assert shell(f"factx extract {SAMPLE} 2>&- | head -c 1").out == "{"


def test_an_interrupt_while_reading_is_silent() -> None:
    given, text = os.pipe()
    with subprocess.Popen([*FACTX, "extract"], stdin=given, stdout=-1, stderr=-1, cwd=ROOT) as process:
        os.write(text, b"2")
        assert taken(given), "it never came to reading"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    os.close(given)
    os.close(text)
    assert (process.returncode, out, err) == (130, b"", b"")


def taken(pipe: int) -> bool:
    """Whether all that was written into the pipe is read within thirty seconds."""
    return any(not ioctl(pipe, FIONREAD, bytes(4)).strip(b"\0") or time.sleep(0.02) for _ in range(1500))


def test_an_interrupt_in_the_middle_leaves_no_file_behind(tmp_path: Path) -> None:
    fifo, out = tmp_path / "second.txt", tmp_path / "facts.csv"
    os.mkfifo(fifo)  # the first file is done, the second never comes
    command = [*FACTX, "extract", SAMPLE, str(fifo), "-o", str(out)]
    with subprocess.Popen(command, stdout=-1, stderr=-1, cwd=ROOT) as process:
        until = time.monotonic() + 30
        while not list(tmp_path.glob(".factx-*")) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == [fifo]


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    report = tmp_path / "a\x1b[31mb.txt"
    assert "\x1b" not in run("extract", str(report)).err
    report.write_bytes(Path(SAMPLE).read_bytes())
    result = run("extract", str(report), "-f", "table", COLUMNS="200")
    assert "a␛[31mb.txt" in result.out
    assert "\x1b" not in result.out + result.err


def test_a_file_name_of_another_encoding(tmp_path: Path) -> None:
    report = os.fsencode(tmp_path) + b"/\xb1\xa8\xb8\xe6.txt"
    Path(os.fsdecode(report)).write_bytes(Path(SAMPLE).read_bytes())
    for form in WRITERS:
        done = subprocess.run([*FACTX, "extract", report, "-f", form], capture_output=True, cwd=ROOT, check=False)
        assert done.returncode == 0
        assert done.stdout.decode()
