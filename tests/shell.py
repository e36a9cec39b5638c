"""The command line as a user meets it: in a pipe, in a shell, on a terminal."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SAMPLE = str(ROOT / "samples" / "award_notice.txt")
OTHER = str(ROOT / "samples" / "bureau_article.txt")
FACTX = [sys.executable, "-m", "factx"]
QUIET = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"}}


class Result(NamedTuple):
    code: int
    out: str
    err: str


def run(*args: str, stdin: bytes | None = None, cwd: Path = ROOT, **env: str) -> Result:
    done = subprocess.run(
        [*FACTX, *args],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env=QUIET | env,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in done.stderr or "--debug" in args
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(command: str) -> Result:
    """A line of bash, in which `factx` is the command."""
    line = f'factx() {{ {" ".join(FACTX)} "$@"; }}; {command}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, cwd=ROOT, env=QUIET, timeout=60, check=False)
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def terminal(*args: str, columns: int = 80, stdin: str = "terminal", **env: str) -> tuple[int, str]:
    """Run on a terminal: exit code, and all that shows on it."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*FACTX, *args],
        stdin=theirs if stdin == "terminal" else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=QUIET | {"TERM": "xterm-256color", "COLUMNS": str(columns)} | env,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while select.select([ours], [], [], 60)[0] and (chunk := os.read(ours, 65536)):
                shown += chunk
        except OSError:  # Linux says so when the other end is closed
            pass
        os.close(ours)
        return process.wait(60), shown.decode().replace("\r\n", "\n")


def one_line(result: Result) -> str:
    """The only line on standard error; nothing may be on standard output."""
    assert result.out == ""
    (line,) = result.err.splitlines()
    assert line.startswith("factx: ")
    return line
