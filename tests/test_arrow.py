"""Arrow data: made from the models, back without loss, and taken by data frames and databases as it is."""

import sys
from pathlib import Path

import pytest

import factx
from factx.errors import MissingExtraError
from factx.records import KINDS, AnyFact, Document, Fact, Report

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install -e '.[arrow]'")

from factx import arrow  # noqa: E402 (what needs pyarrow)

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
WORKS = "2023年，青禾公司获评“省级绿色工厂”，建成充电桩120个，实施“暖心”工程。工程师田一鸣获“江州市劳动模范”称号。"


def lines(facts: list[AnyFact]) -> list[str]:
    return [fact.model_dump_json() for fact in facts]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest) -> Report:
    return factx.extract(factx.read(request.param))


def test_records_come_back_from_one_table(report: Report) -> None:
    table = report.to_arrow()
    assert table.schema == arrow.FACTS
    assert lines(list(arrow.facts_of(table))) == lines(report.facts)


def test_records_come_back_from_flat_tables(report: Report) -> None:
    for kind in KINDS:
        table = report.to_arrow(kind)
        assert table.schema == arrow.TABLES[kind]
        assert lines(list(arrow.facts_of(table))) == lines([fact for fact in report.facts if fact.kind == kind])


def test_the_samples_tell_the_hard_things_to_bring_back() -> None:
    """Else the two tests above would prove less than they seem to."""
    facts = [fact for path in SAMPLES for fact in factx.extract(factx.read(path)).facts]
    assert {fact.kind for fact in facts} == set(KINDS)
    assert any(isinstance(spans, list) and name != "recipients" for f in facts for name, spans in f.spans.items())
    assert any(isinstance(spans, list) and len(spans) == 1 for f in facts for spans in f.spans.values())
    assert {type(fact.value) for fact in facts if fact.kind == "achievement"} == {int, float}
    assert {fact.period is None for fact in facts} == {True, False}
    assert any(fact.period and fact.period.start is None for fact in facts)


def test_an_honour_without_recipients_comes_back() -> None:
    """What the text does not show has no span, also where it is a list; else the span would be lost on the way."""
    report = factx.extract("政府工作报告\n连续第二次获评全国双拥模范城。")
    (honour,) = report.facts
    assert honour.kind == "honour"
    assert honour.recipients == []
    assert "recipients" not in honour.spans
    assert lines(list(arrow.facts_of(report.to_arrow()))) == lines(report.facts)


def test_every_field_of_every_model_has_a_column() -> None:
    for kind, model in KINDS.items():
        own = arrow.FACTS.field(kind).type
        assert set(model.model_fields) == set(Fact.model_fields) | {field.name for field in own}
        assert set(model.model_fields) | {"period_start", "period_end"} == set(arrow.TABLES[kind].names)
        # What a field is does not depend on the form of the table.
        assert all(arrow.TABLES[kind].field(field.name).type == field.type for field in own)


def test_types_that_engines_take_as_they_are() -> None:
    honour, achievement = arrow.TABLES["honour"], arrow.TABLES["achievement"]
    assert honour.field("level").type == pa.string()  # an enumeration
    assert honour.field("recipients").type == pa.list_(pa.string())
    assert honour.field("period_start").type == pa.date32()
    assert achievement.field("value").type == achievement.field("value_max").type == pa.float64()


def test_a_text_without_facts_is_an_empty_table() -> None:
    report = factx.extract("今天天气很好。")
    assert report.to_arrow().num_rows == 0
    assert report.to_arrow().schema == arrow.FACTS


def test_many_reports_are_one_stream_made_while_it_is_read() -> None:
    seen = []

    def reports():
        for number in range(3):
            seen.append(number)
            yield factx.extract(Document(name=str(number), text=WORKS))

    stream = arrow.reader(reports())
    assert seen == []
    first = stream.read_next_batch()
    assert seen == [0]
    assert set(first["doc"].to_pylist()) == {"0"}
    assert {doc for batch in stream for doc in batch["doc"].to_pylist()} == {"1", "2"}


def test_polars_takes_a_report() -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed: pip install -e '.[scale]'")
    report = factx.extract(WORKS)
    frame = polars.DataFrame(report)
    assert frame["quote"].to_list() == [fact.quote for fact in report.facts]
    titles = frame.filter(polars.col("kind") == "honour")["honour"].struct.field("title").to_list()
    assert titles == [fact.title for fact in report.facts if fact.kind == "honour"]


def test_pandas_takes_a_report() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed: pip install -e '.[scale]'")
    report = factx.extract(WORKS)
    frame = pandas.DataFrame.from_arrow(report)
    assert list(frame["quote"]) == [fact.quote for fact in report.facts]


def test_duckdb_takes_a_report() -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install -e '.[scale]'")
    report = factx.extract(WORKS)  # noqa: F841 (DuckDB finds it by its name)
    found = duckdb.sql("SELECT achievement.value, period.start FROM report WHERE kind = 'achievement'").fetchall()
    assert [(value, str(start)) for value, start in found] == [(120.0, "2023-01-01")]


def test_parquet_keeps_everything(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    report = factx.extract(WORKS)
    parquet.write_table(report.to_arrow(), tmp_path / "facts.parquet")
    assert lines(list(arrow.facts_of(parquet.read_table(tmp_path / "facts.parquet")))) == lines(report.facts)


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow" or name.startswith("factx.arrow")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'factx\[arrow\]'"):
        factx.extract(WORKS).to_arrow()
