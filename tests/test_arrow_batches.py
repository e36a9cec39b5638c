"""`extract_batches`, as an engine's worker runs it: any rows in, every row answered."""

import pickle
from functools import partial

import pytest

import factx
from factx.errors import ColumnError
from factx.records import Document

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install -e '.[arrow]'")

from factx.arrow import RESULTS, extract_batches, facts_of  # noqa: E402 (what needs pyarrow)

TEXTS = [f"{year}年，青禾公司获评“省级绿色工厂”，建成充电桩{year - 1900}个。" for year in range(2001, 2013)]


def wanted(texts: dict[str, str]) -> list[str]:
    """The records that plain `extract` gives."""
    reports = (factx.extract(Document(name=name, text=text)) for name, text in texts.items())
    return [fact.model_dump_json() for report in reports for fact in report.facts]


def batch(texts: list[object], kind: pa.DataType | None = None, names: list[object] | None = None) -> pa.RecordBatch:
    ids = [f"r{number}" for number in range(len(texts))] if names is None else names
    return pa.record_batch({"id": pa.array(ids), "text": pa.array(texts, kind)})


def run(*batches: pa.RecordBatch) -> tuple[list[str], list[dict[str, object]]]:
    """The records, and the rows that are none."""
    tables = list(extract_batches(batches))
    assert all(table.schema == RESULTS for table in tables)
    others = [row for table in tables for row in table.to_pylist() if row["kind"] in {"error", "issue"}]
    return [fact.model_dump_json() for table in tables for fact in facts_of(table)], others


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "binary", "large_binary"])
def test_records_are_those_of_extract(kind: str) -> None:
    strings = pa.array(TEXTS).cast(pa.type_for_alias(kind))
    table = pa.record_batch({"id": pa.array([f"r{n}" for n in range(len(TEXTS))]), "text": strings})
    found, problems = run(table.slice(0, 5), table.slice(5))
    assert found == wanted({f"r{number}": text for number, text in enumerate(TEXTS)})
    assert problems == []


def test_dictionaries_of_texts_are_texts() -> None:
    table = pa.record_batch({"id": pa.array(["a", "b"]), "text": pa.array([TEXTS[0]] * 2).dictionary_encode()})
    assert run(table)[0] == wanted({"a": TEXTS[0], "b": TEXTS[0]})


def test_bytes_are_read_in_their_own_encoding() -> None:
    files = [TEXTS[0].encode("gb18030"), TEXTS[1].encode("utf-8-sig")]
    assert run(batch(files, pa.binary()))[0] == wanted({"r0": TEXTS[0], "r1": TEXTS[1]})


def test_a_bad_row_is_an_error_row_and_the_next_one_follows() -> None:
    found, problems = run(batch([None, TEXTS[0], b"", b"\x89PNG\r\n\x1a\n" + bytes(200), TEXTS[1]], pa.binary()))
    assert found == wanted({"r1": TEXTS[0], "r4": TEXTS[1]})
    assert [(row["kind"], row["doc"]) for row in problems] == [("error", "r0"), ("error", "r2"), ("error", "r3")]
    assert [row["issue"]["code"] for row in problems] == ["unreadable"] * 3
    assert problems[0]["issue"]["message"] == "r0: is null; give a text"
    assert all(row["id"] is row["quote"] is row["spans"] is None for row in problems)


def test_strings_that_are_no_utf8_are_error_rows() -> None:
    """Arrow does not check strings that come from elsewhere."""
    bad = pa.Array.from_buffers(
        pa.string(), 1, [None, pa.py_buffer(bytes([0, 0, 0, 0, 2, 0, 0, 0])), pa.py_buffer(b"\xff\xfe")]
    )
    found, problems = run(pa.record_batch({"id": pa.array(["a"]), "text": bad}), batch([TEXTS[0]]))
    assert found == wanted({"r0": TEXTS[0]})
    assert [(row["kind"], row["doc"]) for row in problems] == [("error", "a")]


def test_what_extract_cannot_get_through_is_an_error_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: Document, **_: object) -> object:
        if "2003" in document.text:
            raise RecursionError("too deep")
        return factx.extract(document)

    monkeypatch.setattr("factx.many.extract", broken)
    found, (problem,) = run(batch(TEXTS[:4]))
    assert len(found) == 6
    assert (problem["kind"], problem["doc"]) == ("error", "r2")
    assert (problem["issue"]["code"], problem["issue"]["message"]) == ("failed", "RecursionError: too deep")


def test_a_doubt_is_a_row_beside_the_records() -> None:
    found, (problem,) = run(batch([TEXTS[0].encode() + b"\xff"], pa.binary()))
    assert len(found) == 2
    assert (problem["kind"], problem["doc"], problem["issue"]["code"]) == ("issue", "r0", "replaced-bytes")


def test_names_of_any_type_become_text() -> None:
    assert run(batch(TEXTS[:2], names=[7, None]))[0] == wanted({"7": TEXTS[0], "-": TEXTS[1]})


def test_columns_are_named_by_the_caller() -> None:
    table = pa.record_batch({"url": pa.array(["a"]), "body": pa.array([TEXTS[0]]), "text": pa.array([1])})
    (out,) = extract_batches([table], text="body", id="url")
    assert [fact.model_dump_json() for fact in facts_of(out)] == wanted({"a": TEXTS[0]})


def test_a_column_that_is_not_there_or_holds_no_texts_is_one_clear_error() -> None:
    with pytest.raises(ColumnError, match=r"no column is called 'body'; name one of id, text"):
        list(extract_batches([batch(TEXTS)], text="body"))
    with pytest.raises(ColumnError, match=r"column 'text' holds int64, not texts"):
        list(extract_batches([batch([1, 2])]))


def test_no_rows_give_no_batches() -> None:
    assert list(extract_batches([])) == []
    assert list(extract_batches([batch([], pa.string()), batch(["今天天气很好。"])])) == []


def test_batches_stay_small_and_are_handed_out_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker's memory holds some records, however many texts a batch has."""
    monkeypatch.setattr("factx.arrow.batches._ROWS", 5)
    read = []

    def batches():
        for number in range(3):
            read.append(number)
            yield batch(TEXTS)

    out = extract_batches(batches())
    assert [next(out).num_rows for _ in range(3)] == [6, 6, 6]
    assert read == [0]
    assert sum(table.num_rows for table in out) == 3 * 24 - 18


def test_the_function_travels_to_workers() -> None:
    work = pickle.loads(pickle.dumps(partial(extract_batches, text="text", id="id")))  # noqa: S301 (our own)
    assert sum(out.num_rows for out in work([batch(TEXTS[:2])])) == 4
