"""Writing: each format gives back what the records say, and nothing in a document can do harm."""

import csv
import io
import json
import re

import pytest

from factx.errors import WriteError
from factx.records import FACT, KINDS, Achievement, Awardee, Document, Honour, Initiative, Issue, Period, Report
from factx.writers import WRITERS, format_of, writer
from factx.writers.flat import WIDE
from factx.writers.layout import FULL, NARROW, cell, evidence
from factx.writers.printable import printable

TEXT = "云溪县文化局建成“一张图”平台，获“[bold]书香|城市*”称号。将新增阅览室3—5个。李晓岚获评=优秀馆员。"


def span_of(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def common(quote: str, **spans: str) -> dict[str, object]:
    start, end = span_of(quote)
    return {
        "id": f"id{start}",
        "doc": "报告.txt",
        "subject": "云溪县文化局",
        "period": None,
        "quote": quote,
        "start": start,
        "end": end,
        "spans": {field: span_of(said) for field, said in spans.items()},
        "rule": "test",
        "section": ["一、成绩"],
    }


PERIOD = Period(text="2023年", start="2023-01-01", end="2023-12-31")
INITIATIVE = Initiative(
    **common("建成“一张图”平台", name="“一张图”平台") | {"period": PERIOD},
    name="“一张图”平台", category="platform", action="建成", status="achieved",
)  # fmt: skip
HONOUR = Honour(
    **common("获“[bold]书香|城市*”称号", title="[bold]书香|城市*"),
    title="[bold]书香|城市*", recipients=["云溪县文化局"], grantor=None, level=None, form="title", grade=None,
)  # fmt: skip
ACHIEVEMENT = Achievement(
    **common("将新增阅览室3—5个", metric="阅览室"),
    metric="阅览室", value=3, value_max=5, unit="个", qualifier="range", measure="count", basis=None, action="新增",
    status="planned",
)  # fmt: skip
AWARDEE = Awardee(
    **common("李晓岚获评=优秀馆员", name="李晓岚", honour="=优秀馆员"),
    name="李晓岚", organisation=None, position=None, honour="=优秀馆员", grantor=None, level=None, grade=None,
)  # fmt: skip
FACTS = [INITIATIVE, HONOUR, ACHIEVEMENT, AWARDEE]
REPORT = Report(
    document=Document(name="报告.txt", text=TEXT), facts=FACTS, issues=[Issue(code="replaced-bytes", message="一处")]
)
EMPTY = Report(document=Document(name="空.txt", text="无。"), facts=[], issues=[])


def written(name: str, *reports: Report) -> str:
    stream = io.StringIO()
    writer(name)(iter(reports), stream)
    return stream.getvalue()


def test_json_lines_are_the_records() -> None:
    lines = written("jsonl", REPORT, EMPTY, REPORT).splitlines()
    assert [FACT.validate_json(line) for line in lines] == FACTS * 2
    assert "“一张图”平台" in lines[0], "no escapes"


@pytest.mark.parametrize("reports", [(), (EMPTY,), (REPORT, EMPTY)])
def test_json_is_one_array_of_reports(reports: tuple[Report, ...]) -> None:
    array = json.loads(written("json", *reports))
    assert [Report.model_validate(report) for report in array] == list(reports)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", REPORT, EMPTY))))


def test_csv_has_a_column_for_every_field() -> None:
    fields = {field for model in KINDS.values() for field in model.model_fields}
    assert set(WIDE) == fields | {"period_start", "period_end"}
    assert len(set(WIDE)) == len(WIDE)
    initiative, honour, achievement, awardee = rows()
    assert (initiative["period"], initiative["period_start"], initiative["period_end"]) == (
        "2023年",
        "2023-01-01",
        "2023-12-31",
    )
    assert honour["grantor"] == ""
    assert json.loads(honour["recipients"]) == ["云溪县文化局"]
    assert json.loads(honour["spans"]) == {"title": list(span_of("[bold]书香|城市*"))}
    assert (achievement["value"], achievement["value_max"]) == ("3", "5")
    assert awardee["name"] == "李晓岚"


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠\t"))
def test_csv_cells_cannot_be_formulas(sign: str) -> None:
    fact = AWARDEE.model_copy(update={"name": sign + "cmd|' /C calc'!A1"})
    out = written("csv", Report(document=REPORT.document, facts=[fact], issues=[]))
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["name"] == "'" + fact.name


def test_csv_numbers_stay_numbers() -> None:
    fact = ACHIEVEMENT.model_copy(update={"value": -3.2, "value_max": None})
    out = written("csv", Report(document=REPORT.document, facts=[fact], issues=[]))
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["value"], row["value_max"]) == ("-3.2", "")


def test_markdown_has_a_table_a_kind_and_escapes_signs() -> None:
    out = written("markdown", REPORT, EMPTY)
    assert re.findall(r"^#+ .*$", out, re.MULTILINE) == [
        "# 报告.txt", "## initiative (1)", "## honour (1)", "## achievement (1)", "## awardee (1)", "# 空.txt",
    ]  # fmt: skip
    tables = [line for line in out.splitlines() if line.startswith("|")]
    pipes = [len(re.findall(r"(?<!\\)\|", line)) for line in tables]
    assert pipes == [n for kind in KINDS for n in [len(FULL[kind]) + 2] * 3], "a pipe in the text divides no cells"
    assert r"获“<b>\[bold\]书香\|城市\*</b>”称号" in out
    assert "阅览室 (planned)" in out


@pytest.mark.parametrize("width", [40, 80, 160, 300])
def test_tables_fold_and_never_cut(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    fact = INITIATIVE.model_copy(update={"name": "长" * 90, "quote": "句" * 90})
    out = written("table", REPORT.model_copy(update={"facts": [*FACTS, fact]}))
    assert out.count("长") == out.count("句") == 90
    assert "…" not in out
    assert all(cells(line) <= width for line in out.splitlines())


def cells(line: str) -> int:
    """The width of a line in terminal cells: two for each Han character."""
    return sum(2 if "⺀" <= c <= "鿿" or "＀" <= c <= "｠" or c in "、。" else 1 for c in line)


def test_tables_show_most_where_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    for width, fields in ((80, NARROW), (160, FULL)):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = written("table", REPORT).splitlines()
        for kind in KINDS:
            header = lines[lines.index(next(line for line in lines if line.startswith(f"{kind} (1)"))) + 1]
            assert header.split() == [*fields[kind], "evidence"]


def test_tables_take_text_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither rich's markup nor control characters of a document do anything."""
    monkeypatch.setenv("COLUMNS", "200")
    fact = HONOUR.model_copy(update={"title": "[red]\x1b[31m:smile:\x9b\u202e奖\n"})
    out = written("table", REPORT.model_copy(update={"facts": [HONOUR, fact]}))
    assert "[bold]书香|城市*" in out
    assert "[red]␛[31m:smile:\ufffd\ufffd奖" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


def test_a_plan_is_marked_in_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = written("table", REPORT)
    assert out.count("(planned)") == 1
    assert "阅览室 (planned)" in out


def test_evidence_marks_the_key_words() -> None:
    assert evidence(INITIATIVE) == [("建成", False), ("“一张图”平台", True)]
    assert evidence(AWARDEE) == [("李晓岚", True), ("获评", False), ("=优秀馆员", True)]
    start, _ = span_of("“一张图”平台")
    joined = INITIATIVE.model_copy(update={"spans": {"name": [(0, 3), (start, start + 2), (start + 1, start + 4)]}})
    assert evidence(joined) == [("建成", False), ("“一", True), ("张图", True), ("”平台", False)]
    assert evidence(INITIATIVE.model_copy(update={"spans": {}})) == [("建成“一张图”平台", False)]


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({}, "3–5 个"),
        ({"value": 26e9, "value_max": None, "qualifier": "more_than", "unit": "元"}, ">26,000,000,000 元"),
        ({"value": 0.1 + 0.2, "value_max": None, "qualifier": "about", "unit": "%"}, "≈0.3%"),
        ({"value": 600, "value_max": None, "qualifier": "nearly", "unit": None}, "<600"),
    ],
)
def test_numbers_read_well(update: dict[str, object], said: str) -> None:
    assert cell(ACHIEVEMENT.model_copy(update=update), "value") == said


def test_printable_keeps_every_offset() -> None:
    wild = "".join(map(chr, range(0x3000)))
    assert len(printable(wild)) == len(wild)
    assert printable("云溪\r\n\t县") == "云溪   县"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.NDJSON", "jsonl"),
        ("b.x/a.csv", "csv"),
        ("a.md", "markdown"),
        ("a.doccano.jsonl", "doccano"),
        ("A.Label-Studio.json", "label-studio"),
        ("a.ann", "brat"),
    ],
)
def test_the_suffix_names_the_format(path: str, name: str) -> None:
    assert format_of(path) == name


@pytest.mark.parametrize("path", ["a.xls", "a", "folder.csv/a"])
def test_an_unknown_suffix_is_told(path: str) -> None:
    with pytest.raises(WriteError, match=r"use one of \.json .* or --format"):
        format_of(path)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(WriteError, match="choose one of table, json, jsonl, csv, markdown"):
        writer("xml")
    assert all(callable(writer(name)) for name in WRITERS)
