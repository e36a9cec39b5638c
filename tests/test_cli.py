"""The command line, run for real: what comes out where, exit codes, and every way that things go wrong."""

import csv
import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

import factx
from factx.records import FACT, KINDS
from factx.writers import WRITERS

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


# What comes out


def test_a_pipe_gets_json_lines_and_nothing_else() -> None:
    result = run("extract", SAMPLE)
    assert (result.code, result.err) == (0, "")
    facts = [FACT.validate_json(line) for line in result.out.splitlines()]
    assert {fact.doc for fact in facts} == {SAMPLE}
    assert facts == factx.extract(factx.read(SAMPLE)).facts


def test_a_terminal_gets_tables_and_a_summary() -> None:
    code, shown = terminal("extract", SAMPLE)
    assert code == 0
    assert re.search(r"^factx: \d+ facts: .*\d+ honours?", shown, re.MULTILINE)
    assert "\x1b[1;36m" in shown, "key words are bold and coloured"
    assert re.search(r"honour \(\d+\)", shown)


def test_no_color_is_respected() -> None:
    _, shown = terminal("extract", SAMPLE, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", shown)


def test_a_dumb_terminal_gets_plain_text() -> None:
    _, shown = terminal("extract", SAMPLE, TERM="dumb")
    assert "\x1b" not in shown


@pytest.mark.parametrize("args", [(), ("-",)])
def test_standard_input(args: tuple[str, ...]) -> None:
    result = run("extract", *args, stdin=Path(SAMPLE).read_bytes())
    assert result.code == 0
    assert {json.loads(line)["doc"] for line in result.out.splitlines()} == {"-"}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_on_standard_output(name: str) -> None:
    result = run("extract", SAMPLE, "--format", name)
    assert result.code == 0
    assert result.out
    assert not result.out.startswith("\ufeff")
    assert bool(result.err) is (name == "table"), "only tables come with a summary"


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv", "md"])
def test_the_suffix_of_the_output_names_the_format(suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"facts.{suffix}"
    result = run("extract", SAMPLE, "-o", str(out))
    assert (result.code, result.out) == (0, "")
    assert re.fullmatch(r"factx: \d+ facts: .*\n", result.err)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf") is (suffix == "csv"), "Excel needs the mark"
    form = {"md": "markdown"}.get(suffix, suffix)
    assert out.read_text(encoding="utf-8-sig") == run("extract", SAMPLE, "-f", form).out
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_kind_picks_records() -> None:
    everything = run("extract", SAMPLE).out.splitlines()
    picked = run("extract", SAMPLE, "--kind", "honour,awardee").out.splitlines()
    assert picked == [line for line in everything if json.loads(line)["kind"] in {"honour", "awardee"}]
    assert {json.loads(line)["kind"] for line in picked} == {"honour", "awardee"}


def test_date_says_what_this_year_means() -> None:
    text = "今年，青禾公司建成充电桩120个。".encode()
    (record,) = map(json.loads, run("extract", "--date", "2022-03-01", stdin=text).out.splitlines())
    assert record["period"] == {"text": "今年", "start": "2022-01-01", "end": "2022-12-31"}
    (record,) = map(json.loads, run("extract", stdin=text).out.splitlines())
    assert record["period"] == {"text": "今年", "start": None, "end": None}


def test_encoding_overrides() -> None:
    data = Path(SAMPLE).read_text(encoding="utf-8").encode("gb18030")
    assert run("extract", stdin=data).out == run("extract", "--encoding", "GBK", stdin=data).out
    assert "is not text in utf-8" in one_line(run("extract", "--encoding", "utf-8", stdin=data))


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C"}])
def test_output_is_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    assert run("extract", SAMPLE, **env).out == run("extract", SAMPLE).out


def test_tables_at_several_widths() -> None:
    narrow, wide = (run("extract", SAMPLE, "-f", "table", COLUMNS=columns).out for columns in ("80", "160"))
    assert "grantor" in wide
    assert "grantor" not in narrow


def test_issues_are_warnings_unless_quiet(tmp_path: Path) -> None:
    report = tmp_path / "damaged.txt"
    report.write_bytes("青禾公司建成充电桩120个。".encode() + b"\xff")
    told = run("extract", str(report))
    assert told.code == 0
    assert re.fullmatch(rf"factx: {report}: warning: 1 place not decodable .*\(replaced-bytes\)\n", told.err)
    assert run("extract", "--quiet", str(report)) == (0, told.out, "")


def test_quiet_leaves_out_the_summary() -> None:
    assert run("extract", "-q", SAMPLE, "-f", "table").err == ""


def test_nothing_found_is_no_error() -> None:
    assert run("extract", stdin="今天天气好。".encode()) == (0, "", "")
    assert run("extract", "-f", "table", stdin="今天天气好。".encode()).err == "factx: no facts\n"


# What is said about the command itself


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help(flag: str) -> None:
    for command in ((), ("extract",), ("validate",), ("schema",)):
        result = run(*command, flag)
        assert result.code == 0
        assert "Usage: factx" in result.out
    said = run("extract", flag).out
    assert all(kind in said for kind in KINDS)
    assert all(name in said for name in WRITERS)


def test_version() -> None:
    assert run("--version") == run("-V") == (0, f"factx {factx.__version__}\n", "")


def test_no_file_at_a_terminal_is_help_and_no_hang() -> None:
    code, shown = terminal("extract")
    assert code == 2
    assert "Usage: factx extract" in shown


def test_no_command_is_help() -> None:
    result = run()
    assert (result.code, result.out) == (2, "")
    assert "Usage: factx" in result.err


def test_completion_is_offered() -> None:
    result = run("--show-completion", "bash")
    assert result.code == 0
    assert "_FACTX_COMPLETE" in result.out
    line = {"_FACTX_COMPLETE": "complete_bash", "COMP_WORDS": "factx ext", "COMP_CWORD": "1"}
    assert run(**line).out.split() == ["extract"]


# What goes wrong


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


@pytest.mark.parametrize("form", WRITERS)
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
    with subprocess.Popen([*FACTX, "extract"], stdin=-1, stdout=-1, stderr=-1, cwd=ROOT) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


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


# validate and schema


def test_what_extract_writes_validates() -> None:
    records = run("extract", SAMPLE, OTHER).out
    result = run("validate", "-", stdin=records.encode())
    assert (result.code, result.out) == (0, "")
    assert result.err == f"factx: -: {len(records.splitlines())} records, 0 faults\n"


def test_validate_names_line_and_field_of_each_fault(tmp_path: Path) -> None:
    first, second, third, *_ = run("extract", "--kind", "honour", SAMPLE).out.splitlines()
    wrong = json.loads(second) | {"level": "huge", "start": "5", "extra": 1}
    del wrong["title"]
    path = tmp_path / "facts.jsonl"
    lines = ["\ufeff" + first, json.dumps(wrong), "", "nonsense", "[]", '{"kind":"medal"}', third]
    path.write_text("\n".join(lines), encoding="utf-8")
    result = run("validate", str(path))
    assert result.code == 1
    assert result.err == f"factx: {path}: 6 records, 7 faults\n"
    places = [line.removeprefix(f"{path}:").split(": ")[:2] for line in result.out.splitlines()]
    assert sorted(field for number, field in places if number == "2") == ["extra", "level", "start", "title"]
    assert [number for number, _ in places] == ["2"] * 4 + ["4", "5", "6"]


def test_validate_goes_on_after_an_unreadable_file(tmp_path: Path) -> None:
    empty = tmp_path / "none.jsonl"
    empty.write_bytes(b"")
    result = run("validate", "nowhere.jsonl", str(empty))
    assert result == (
        1,
        "",
        f"factx: nowhere.jsonl: no such file; check the path\nfactx: {empty}: 0 records, 0 faults\n",
    )


def test_schema_writes_and_checks(tmp_path: Path) -> None:
    assert run("schema", "--check").code == 0
    missing = run("schema", "--check", cwd=tmp_path)
    assert missing.code == 1
    assert missing.out.splitlines()[0] == "schemas/initiative.json: is missing; run factx schema"
    assert run("schema", cwd=tmp_path).code == 0
    assert run("schema", "--check", cwd=tmp_path) == (0, "", "")
    assert {p.name for p in (tmp_path / "schemas").iterdir()} == {p.name for p in (ROOT / "schemas").iterdir()}


# Start-up


def test_csv_reads_back(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    run("extract", SAMPLE, "-o", str(out))
    with out.open(encoding="utf-8-sig", newline="") as stream:
        ids = [row["id"] for row in csv.DictReader(stream)]
    assert ids == [json.loads(line)["id"] for line in io.StringIO(run("extract", SAMPLE).out)]


@pytest.mark.parametrize(
    ("code", "banned"),
    [
        ("import factx", {"pydantic", "typer", "rich", "regex", "ahocorasick_rs", "charset_normalizer"}),
        ("from factx.cli import run; run(['--help'])", {"pydantic", "rich", "regex", "charset_normalizer"}),
        (f"from factx.cli import run; run(['extract', {SAMPLE!r}])", {"rich", "charset_normalizer"}),
    ],
)
def test_heavy_libraries_load_only_when_needed(code: str, banned: set[str]) -> None:
    script = f"import sys; {code}; print('MODULES', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=True, text=True)
    loaded = set(done.stdout.rpartition("MODULES")[2].split())
    assert loaded & banned == set()
