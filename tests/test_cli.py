"""The command line, run for real: what comes out where, in which form, with which exit code."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from shell import OTHER, ROOT, SAMPLE, one_line, run, terminal

import factx
from factx.records import FACT, KINDS
from factx.writers import WRITERS


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


def test_every_run_gives_the_same_bytes() -> None:
    """Python orders sets anew in every process; no record may depend on it."""
    first, second = (run("extract", SAMPLE, OTHER, "-f", "json", PYTHONHASHSEED=seed).out for seed in ("1", "2"))
    assert first == second


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


def test_csv_reads_back(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    run("extract", SAMPLE, "-o", str(out))
    with out.open(encoding="utf-8-sig", newline="") as stream:
        ids = [row["id"] for row in csv.DictReader(stream)]
    assert ids == [json.loads(line)["id"] for line in io.StringIO(run("extract", SAMPLE).out)]


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
    for command in ((), ("extract",), ("view",), ("validate",), ("schema",)):
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
