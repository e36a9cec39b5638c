"""The contract of a run over folders: everything in order, whole or not at all, and one bad file stops nothing."""

import json
from pathlib import Path

import pytest
from reports import Seen, folder, go
from shell import run as command

import factx
from factx.errors import ReadError, WriteError
from factx.records import FACT


def left(path: Path) -> set[str]:
    """The files beside OUT."""
    return {file.name for file in path.iterdir() if file.is_file()}


def test_records_are_those_of_extract_in_the_order_of_the_documents(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    go(reports, out := tmp_path / "facts.jsonl")
    wanted = [
        FACT.dump_json(fact).decode()
        for file in sorted(reports.rglob("*.txt"))
        for fact in factx.extract(factx.read(file)).facts
    ]
    assert out.read_text(encoding="utf-8").splitlines() == wanted
    assert len(wanted) >= 18, "or the test shows nothing"


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_the_bytes_do_not_depend_on_the_number_of_workers(tmp_path: Path, suffix: str) -> None:
    reports = folder(tmp_path / "reports", 12)
    (reports / "new" / "broken.txt").write_bytes(b"")
    written = []
    for jobs in (1, 3):
        out = tmp_path / f"facts{jobs}{suffix}"
        go(reports, out, jobs=jobs, wide=suffix == ".csv")
        written.append((out.read_bytes(), Path(f"{out}.errors.jsonl").read_bytes()))
    assert written[0] == written[1]


def test_a_bad_file_stops_nothing_and_is_told_with_what_to_do(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    (reports / "new" / "broken.txt").write_bytes(bytes(range(256)) * 9)
    (reports / "old" / "empty.txt").write_bytes(b"")
    summary = go(reports, out := tmp_path / "facts.jsonl", seen=(seen := Seen()))
    assert (summary.documents, summary.failures) == (8, 2)
    rows = [json.loads(line) for line in (tmp_path / "facts.jsonl.errors.jsonl").read_text().splitlines()]
    assert [(row["doc"], list(row)) for row in rows] == [
        (str(reports / name), ["doc", "error", "what to do"]) for name in ("new/broken.txt", "old/empty.txt")
    ]
    assert rows[1] == {
        "doc": str(reports / "old" / "empty.txt"), "error": "is empty", "what to do": "give a file with text in it",
    }  # fmt: skip
    assert sorted(seen.failures) == [f"{row['doc']}: {row['error']}; {row['what to do']}" for row in rows]
    assert len({json.loads(line)["doc"] for line in out.read_text().splitlines()}) == 6


def test_errors_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    (bad := reports / "bad.txt").write_bytes(b"")
    go(reports, out := tmp_path / "facts.jsonl")
    assert left(tmp_path) == {"facts.jsonl", "facts.jsonl.errors.jsonl", "facts.jsonl.work"}
    bad.write_text("青禾公司建成充电桩9个。", encoding="utf-8")
    assert go(reports, out, resume=True).failures == 0
    assert left(tmp_path) == {"facts.jsonl", "facts.jsonl.work"}


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    """A folder that is not there today must not empty the table of yesterday."""
    reports = folder(tmp_path / "reports")
    go(reports, out := tmp_path / "facts.jsonl")
    before = out.read_bytes()
    reports.rename(tmp_path / "elsewhere")
    with pytest.raises(ReadError, match="none of the documents could be read; nothing is written"):
        go(reports, out, resume=True, seen=(seen := Seen()))
    assert seen.failures == [f"{reports}: no such file or folder; check the path"]
    assert (out.read_bytes(), left(tmp_path)) == (before, {"facts.jsonl", "facts.jsonl.work"})
    (tmp_path / "elsewhere").rename(reports)
    assert go(reports, out, resume=True).unchanged == 6


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(ReadError, match=r"no documents there; see --include"):
        go(tmp_path, tmp_path / "facts.jsonl")
    assert "facts.jsonl" not in left(tmp_path)


def test_out_is_not_replaced_unasked(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    out = tmp_path / "facts.jsonl"
    out.write_text("mine")
    with pytest.raises(WriteError, match=r"facts.jsonl: exists; give another name, or --force"):
        go(reports, out)
    assert (out.read_text(), left(tmp_path)) == ("mine", {"facts.jsonl"})
    go(reports, out, force=True)
    assert out.read_text() != "mine"
    with pytest.raises(WriteError, match=r"facts.jsonl.work: holds what an earlier run has done; --resume"):
        go(reports, out)


def test_out_that_somebody_worked_on_is_not_replaced_by_resume(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    go(reports, out := tmp_path / "facts.csv", wide=True)
    go(reports, out, wide=True, resume=True)
    with out.open("a") as stream:
        stream.write("a remark\n")
    with pytest.raises(WriteError, match=r"facts.csv: has changed since it was written"):
        go(reports, out, wide=True, resume=True)
    assert out.read_text().endswith("a remark\n")
    go(reports, out, wide=True, resume=True, force=True)
    assert "remark" not in out.read_text()


@pytest.mark.parametrize(
    ("name", "how", "said"),
    [
        ("facts.xls", {}, "suffix '.xls' names no format; use one of .csv .xlsx .parquet .sqlite"),
        ("facts", {}, "has no suffix to tell the format by; use one of"),
        ("nowhere/facts.csv", {}, "its folder does not exist; create it first"),
        ("reports", {}, "is a folder; name a file in it"),
        ("facts.jsonl", {"wide": True}, "--wide is for .csv"),
    ],
)
def test_what_cannot_be_written_is_told_before_any_work(
    tmp_path: Path, name: str, how: dict[str, bool], said: str
) -> None:
    reports = folder(tmp_path / "reports", 1)
    seen = Seen()
    with pytest.raises(WriteError, match=said):
        go(reports, tmp_path / name, seen=seen, **how)
    assert seen.results == []


def test_one_run_at_a_time(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 2)
    out = tmp_path / "facts.jsonl"

    class Second(Seen):
        def begin(self, documents: int) -> None:
            super().begin(documents)
            with pytest.raises(WriteError, match=r"facts.jsonl.work: another run is writing to it; wait"):
                go(reports, out, resume=True)

    go(reports, out, seen=(seen := Second()))
    assert len(seen.results) == 2


def test_a_file_that_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 1)
    (other := tmp_path / "facts.jsonl.work").write_text(
        "my own notes, long enough to be something else than a database"
    )
    with pytest.raises(WriteError, match="is no journal of factx batch; delete it"):
        go(reports, tmp_path / "facts.jsonl", resume=True)
    assert other.read_text().startswith("my own notes")


def test_only_the_kinds_that_are_asked_for(tmp_path: Path) -> None:
    go(folder(tmp_path / "reports"), out := tmp_path / "facts.jsonl", kinds="awardee")
    assert {json.loads(line)["kind"] for line in out.read_text().splitlines()} == {"awardee"}


def test_out_and_what_lies_beside_it_are_no_documents(tmp_path: Path) -> None:
    """`factx batch . -o facts.jsonl`, run twice, reads the same both times."""
    folder(tmp_path)
    out = tmp_path / "facts.md"
    first = go(tmp_path, out)
    assert go(tmp_path, out, resume=True).documents == first.documents == 6


def test_the_command_line(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports")
    (reports / "broken.txt").write_bytes(b"")
    out = tmp_path / "facts.jsonl"
    done = command("batch", str(reports), "-o", str(out))
    assert (done.code, done.out) == (1, "")
    first, *summary = done.err.splitlines()
    assert first == f"factx: {reports}/broken.txt: is empty; give a file with text in it"
    assert any(line.split() == ["documents", "6", "read;", "1", "failed"] for line in summary)
    again = command("batch", str(reports), "-o", str(out), "--resume", "--quiet")
    assert (again.code, again.err.splitlines()) == (1, [first])


def test_json_lines_in_a_pipe(tmp_path: Path) -> None:
    texts = [("甲", "青禾公司建成充电桩120个。"), (7, "云溪县获评“省级卫生县城”。")]
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts)
    done = command("batch", "-o", str(out := tmp_path / "facts.jsonl"), stdin=f"{lines}\nno json\n".encode())
    assert done.code == 1
    assert done.err.splitlines()[0] == "factx: -:4: is no JSON in UTF-8; give one object a line"
    assert [json.loads(line)["doc"] for line in out.read_text().splitlines()] == ["甲", "7"]
    assert left(tmp_path) == {"facts.jsonl", "facts.jsonl.errors.jsonl", "facts.jsonl.work"}
    assert not [*tmp_path.glob(".*")]


def test_a_pipe_that_holds_nothing(tmp_path: Path) -> None:
    done = command("batch", "-", "-o", str(tmp_path / "facts.jsonl"), stdin=b"")
    assert done.code == 2
    assert done.err == "factx: -: no documents there; see --include for what is not taken by itself\n"
