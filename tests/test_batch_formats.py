"""Every table format holds the records of the JSON Lines: they are read back and compared, field by field."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factx.errors import MissingExtraError, WriteError
from factx.pipeline import extract
from factx.readers import read
from factx.records import FACT, KINDS, AnyFact, Document, Issue, Report
from factx.writers import FILES, saver
from factx.writers.flat import COLUMNS

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The samples, among them a document that could not be read and one of odd words."""
    issue = Issue(code="unreadable", message="坏.txt: is empty; give a file with text in it")
    unreadable = Report(document=Document(name="坏.txt", text=""), facts=[], issues=[issue])
    text = "云溪县获“=1+1”称号。\n+青禾公司获评“@省级\t绿色\r\n工厂”，增长-3.2%，占0.1%。𠮷野镇获“全国𠮷祥乡镇”称号。"
    odd = extract(Document(name="=HYPERLINK('x')", text=text))
    assert odd.facts
    first, *others = [extract(read(path)) for path in SAMPLES]
    return [first, unreadable, odd, *others]


def lines(reports: list[Report]) -> list[AnyFact]:
    """The records of the JSON Lines."""
    return [FACT.validate_json(FACT.dump_json(fact)) for report in reports for fact in report.facts]


def saved(reports: list[Report], path: Path, *, wide: bool = False) -> Path:
    save, files = saver(path, wide=wide)
    save(iter(reports), path)
    assert sorted(path.parent.iterdir()) == sorted(files), "nothing else is left there"
    return path


def record(cells: dict[str, Any], *, text: bool = False) -> AnyFact:
    """A record from the cells of a flat table; `text` says that numbers are text and empty cells null."""
    if text:
        cells = {name: None if cell == "" else unescaped(cell) for name, cell in cells.items()}
    period = {"text": cells["period"], "start": cells["period_start"], "end": cells["period_end"]}
    fields = {name: cells[name] for name in KINDS[cells["kind"]].model_fields if name in cells}
    fields["period"] = period if period["text"] is not None else None
    for name in ("spans", "section", "recipients"):
        if name in fields:
            fields[name] = json.loads(fields[name])
    for name in ("start", "end", "value", "value_max"):
        if isinstance(fields.get(name), str):
            fields[name] = json.loads(fields[name])
    return KINDS[cells["kind"]].model_validate(fields)


def unescaped(cell: str) -> str:
    return cell[1:] if cell[0] == "'" and cell[1:2] in {*"=+-@＝＋－＠\t\r\n"} else cell


def by_kind(facts: list[AnyFact]) -> list[AnyFact]:
    return [fact for kind in KINDS for fact in facts if fact.kind == kind]


def rows_of_csv(path: Path) -> Iterator[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel would take it for GBK"
    yield from csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))


def from_csv(path: Path) -> list[AnyFact]:
    files = [path.with_suffix(f".{kind}.csv") for kind in KINDS]
    return [record(row, text=True) for file in files for row in rows_of_csv(file)]


def from_wide_csv(path: Path) -> list[AnyFact]:
    return [record(row, text=True) for row in rows_of_csv(path)]


def from_xlsx(path: Path) -> list[AnyFact]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    found = []
    for kind in KINDS:
        header, *rows = book[kind].iter_rows(values_only=True)
        found += [record(dict(zip(header, row, strict=True))) for row in rows]
    return found


def from_sqlite(path: Path) -> list[AnyFact]:
    found = []
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        for kind in KINDS:
            found += [record(dict(row)) for row in base.execute(f"SELECT * FROM {kind} ORDER BY record")]  # noqa: S608
    return found


def from_parquet(path: Path) -> list[AnyFact]:
    from pyarrow.parquet import read_table

    from factx.arrow import facts_of

    return list(facts_of(read_table(path)))


def from_duckdb(path: Path) -> list[AnyFact]:
    import duckdb

    from factx.arrow import facts_of

    with duckdb.connect(path, read_only=True) as base:
        return [fact for kind in KINDS for fact in facts_of(base.sql(f"FROM {kind}").to_arrow_table())]


READ: dict[str, Callable[[Path], list[AnyFact]]] = {
    "facts.csv": from_csv,
    "facts.xlsx": from_xlsx,
    "facts.sqlite": from_sqlite,
    "facts.duckdb": from_duckdb,
}


@pytest.mark.parametrize("name", READ)
def test_tables_a_kind_hold_the_records(tmp_path: Path, reports: list[Report], name: str) -> None:
    assert READ[name](saved(reports, tmp_path / name)) == by_kind(lines(reports))


def test_one_wide_csv_holds_the_records_in_their_order(tmp_path: Path, reports: list[Report]) -> None:
    assert from_wide_csv(saved(reports, tmp_path / "facts.csv", wide=True)) == lines(reports)


def test_parquet_holds_the_records_in_their_order(tmp_path: Path, reports: list[Report]) -> None:
    assert from_parquet(saved(reports, tmp_path / "facts.parquet")) == lines(reports)


def test_every_format_is_tried() -> None:
    tables = {name: entry for name, entry in FILES.items() if name != "brat"}  # see test_interchange
    assert {Path(name).suffix for name in [*READ, "facts.parquet"]} == {entry.suffixes[0] for entry in tables.values()}


@pytest.mark.parametrize("suffix", [entry.suffixes[0] for entry in FILES.values()])
def test_a_format_takes_no_records_at_all(tmp_path: Path, suffix: str) -> None:
    saved([], tmp_path / f"facts{suffix}")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".sqlite"])
def test_the_same_records_are_the_same_bytes(tmp_path: Path, reports: list[Report], suffix: str) -> None:
    """DuckDB gives each of its files a number of its own."""
    written = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        saved(reports, folder / f"facts{suffix}")
        written.append([file.read_bytes() for file in sorted(folder.iterdir())])
    assert written[0] == written[1]


def test_types_stay_in_parquet_and_duckdb(tmp_path: Path, reports: list[Report]) -> None:
    import duckdb

    table = saved(reports, tmp_path / "facts.parquet")
    with duckdb.connect() as base:
        kinds = f"SELECT typeof(spans), typeof(honour.recipients), typeof(period.start) FROM '{table}' LIMIT 1"  # noqa: S608
        row = base.execute(kinds).fetchone()
    assert row == ('STRUCT(field VARCHAR, "start" BIGINT, "end" BIGINT)[]', "VARCHAR[]", "DATE")


def test_sheets_of_excel_are_ready_to_use(tmp_path: Path, reports: list[Report]) -> None:
    from openpyxl import load_workbook

    book = load_workbook(saved(reports, tmp_path / "facts.xlsx"), rich_text=True)
    assert book.sheetnames == [*KINDS, "sources"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}, "no formulas, no links"
    sheet = book["honour"]
    columns = [cell.value for cell in sheet[1]]
    quote = sheet.cell(2, columns.index("quote") + 1)
    assert sheet.column_dimensions[quote.column_letter].width > 50
    bold = "".join(part.text for part in quote.value if getattr(part, "font", None) and part.font.b)
    assert bold == sheet.cell(2, columns.index("title") + 1).value
    *_, problem = [cell.value for cell in book["sources"][3]]
    assert problem == "坏.txt: is empty; give a file with text in it"


def test_a_sheet_that_is_full_goes_on_in_another(
    tmp_path: Path, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    monkeypatch.setattr("factx.writers.xlsx._ROWS", 101)
    book = load_workbook(saved(reports, tmp_path / "facts.xlsx"))
    achievements = sum(fact.kind == "achievement" for report in reports for fact in report.facts)
    assert 200 < achievements < 300
    assert [name for name in book.sheetnames if name.startswith("achievement")] == [
        "achievement", "achievement 2", "achievement 3",
    ]  # fmt: skip
    assert book["achievement 3"].max_row == achievements - 200 + 1


@pytest.mark.parametrize("word", ["全国财政系统先进工作者", "财政部", "财政", "𠮷祥"])
def test_sqlite_finds_words_of_any_length(tmp_path: Path, reports: list[Report], word: str) -> None:
    wanted = [
        f.id for f in by_kind(lines(reports)) if word in f"{f.model_dump()[CALLED[f.kind]]}\0{f.subject}\0{f.quote}"
    ]
    assert wanted
    with closing(sqlite3.connect(saved(reports, tmp_path / "facts.sqlite"))) as base:
        join = "SELECT DISTINCT id FROM search JOIN fact ON fact.record = search.rowid WHERE "
        like = " OR ".join(f"search.{column} LIKE ?" for column in ("called", "subject", "quote"))
        assert {row[0] for row in base.execute(join + like, [f"%{word}%"] * 3)} == set(wanted)
        if len(word) > 2:
            assert {row[0] for row in base.execute(f"{join} search MATCH ?", [f'"{word}"'])} == set(wanted)


CALLED = {"initiative": "name", "honour": "title", "achievement": "metric", "awardee": "honour"}


def test_sqlite_has_keys(tmp_path: Path, reports: list[Report]) -> None:
    with closing(sqlite3.connect(saved(reports, tmp_path / "facts.sqlite"))) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        count = "SELECT count(*) FROM fact JOIN document USING (document)"
        assert base.execute(count).fetchone() == (len(lines(reports)),)
        plan = base.execute("EXPLAIN QUERY PLAN SELECT * FROM honour WHERE document = 3").fetchall()
        assert "honour_document" in str(plan)
        assert base.execute("SELECT doc, code FROM issue").fetchall() == [("坏.txt", "unreadable")]


@pytest.mark.parametrize(
    ("suffix", "library", "extra"),
    [(".xlsx", "xlsxwriter", "xlsx"), (".parquet", "pyarrow", "arrow"), (".duckdb", "duckdb", "duckdb")],
)
def test_a_missing_library_is_told_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, suffix: str, library: str, extra: str
) -> None:
    import sys

    monkeypatch.delitem(sys.modules, f"factx.writers{suffix}", raising=False)
    monkeypatch.setattr("factx.writers.extras.find_spec", lambda name: None if name == library else object())
    with pytest.raises(MissingExtraError, match=rf"needs {library}; install it with: pip install 'factx\[{extra}\]'"):
        saver(Path(f"facts{suffix}"))


def test_columns_are_those_of_the_models() -> None:
    for kind, model in KINDS.items():
        assert set(COLUMNS[kind]) == {*model.model_fields, "period_start", "period_end"}


def test_an_unknown_suffix_names_the_known_ones() -> None:
    with pytest.raises(WriteError, match=r"facts.txt: suffix '.txt' names no format; use one of .csv .xlsx .parquet"):
        saver(Path("facts.txt"))
