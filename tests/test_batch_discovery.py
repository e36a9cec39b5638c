"""Which documents a run takes, and what it says of the others. Everything here is tried on a real file system."""

import ctypes
import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from reports import Seen, folder, go

from factx.batch.discovery import Failure, Filter, Found, Source, discover, lines, listed, parse_line
from factx.batch.output import Output
from factx.errors import ReadError

TAKEN = frozenset({".txt"})


def found(*paths: Path | str, notes: list[str] | None = None, **how: object) -> list[Found]:
    said = [] if notes is None else notes
    return list(discover(map(os.fspath, paths), Filter(TAKEN, **how), Path("spool"), said.append))


def docs(top: Path, **how: object) -> list[str]:
    """The names of what is found below `top`, read from there."""
    items = found(top, **how)
    assert all(isinstance(item, Source) for item in items), items
    return [item.doc.removeprefix(f"{top}/") for item in items]


def touch(top: Path, *names: str) -> Path:
    for name in names:
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("一", encoding="utf-8")
    return top


def test_folders_are_walked_in_the_order_of_the_names(tmp_path: Path) -> None:
    names = ["10.txt", "9.txt", "a.txt", "a/1.txt", "a/2/1.txt", "b.txt", "一.txt", "甲/一.txt"]
    assert docs(touch(tmp_path, *reversed(names))) == [
        "10.txt",
        "9.txt",
        "a/1.txt",
        "a/2/1.txt",
        *names[2:3],
        *names[5:],
    ]


def test_paths_are_taken_in_the_order_given_and_once_each(tmp_path: Path) -> None:
    touch(tmp_path, "a/1.txt", "b/1.txt")
    seen = Seen()
    go(tmp_path, tmp_path / "facts.jsonl", seen=seen, exclude=("b",))
    assert seen.documents == 1
    items = found(tmp_path / "b", tmp_path / "a" / "1.txt", f"{tmp_path}//a/./1.txt")
    assert [item.doc.removeprefix(f"{tmp_path}/") for item in items] == ["b/1.txt", "a/1.txt", "a/1.txt"]


def test_a_file_that_is_given_twice_is_one_document(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 2)
    (manifest := tmp_path / "list").write_text(f"{reports}/old/report00.txt\n\n{reports}/\n")
    assert go(reports, tmp_path / "facts.jsonl", manifest=str(manifest)).documents == 2


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        ((), (), ["2022/a.txt", "2023/a.txt", "2023/old/b.txt", "draft.txt"]),
        (("*.md",), (), ["2023/c.md"]),
        (("a.*", "b.*"), (), ["2022/a.txt", "2023/a.txt", "2023/old/b.txt"]),
        (("2023/*",), (), ["2023/a.txt", "2023/c.md", "2023/old/b.txt"]),
        ((), ("draft*",), ["2022/a.txt", "2023/a.txt", "2023/old/b.txt"]),
        ((), ("old",), ["2022/a.txt", "2023/a.txt", "draft.txt"]),
        ((), ("2023/old",), ["2022/a.txt", "2023/a.txt", "draft.txt"]),
        (("*",), ("*.txt",), ["2023/c.md"]),
    ],
)
def test_globs(tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], taken: list[str]) -> None:
    touch(tmp_path, "2022/a.txt", "2023/a.txt", "2023/c.md", "2023/old/b.txt", "draft.txt")
    assert docs(tmp_path, include=include, exclude=exclude) == taken


def test_hidden_files_and_other_suffixes_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "~$d.txt", "photo.png", "E.TXT")
    assert docs(tmp_path) == ["E.TXT", "a.txt"]


def test_a_file_that_is_given_by_name_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    touch(tmp_path, "report.odd", ".hidden")
    assert [item.doc for item in found(tmp_path / "report.odd", tmp_path / ".hidden")] == [
        str(tmp_path / "report.odd"), str(tmp_path / ".hidden"),
    ]  # fmt: skip


def test_loops_of_links_end_and_are_told(tmp_path: Path) -> None:
    touch(tmp_path, "a/b/1.txt")
    (tmp_path / "a" / "b" / "up").symlink_to("..")
    (tmp_path / "a" / "b" / "self").symlink_to(".")
    (tmp_path / "again").symlink_to("a")
    notes: list[str] = []
    assert [item.doc for item in found(tmp_path, notes=notes)] == [str(tmp_path / "a/b/1.txt")]
    assert [note.removeprefix(f"{tmp_path}/").replace(str(tmp_path), "") for note in notes] == [
        "a/b/self: is the folder /a/b, walked already; not walked again",
        "a/b/up: is the folder /a, walked already; not walked again",
        "again: is the folder /a, walked already; not walked again",
    ]


def test_links_to_files_and_folders_elsewhere_are_followed(tmp_path: Path) -> None:
    elsewhere = touch(tmp_path / "elsewhere", "1.txt")
    (top := tmp_path / "top").mkdir()
    (top / "linked").symlink_to(elsewhere)
    (top / "one.txt").symlink_to(elsewhere / "1.txt")
    assert docs(top) == ["linked/1.txt", "one.txt"]


def test_links_that_lead_nowhere_are_told_where_they_would_be_documents(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nothing")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    (tmp_path / "gone.png").symlink_to("nothing")
    said = "is a link that leads nowhere; mend or delete it"
    names = [str(tmp_path / name) for name in ("gone.txt", "itself.txt")]
    assert found(tmp_path) == [Failure(name, f"{name}: {said}") for name in names]


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    """GBK names from an old archive, two of which would look the same with � for what is no UTF-8."""
    for name in ("报告.txt", "报高.txt"):
        with open(os.fsencode(tmp_path) + b"/" + name.encode("gbk"), "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("青禾公司获评“省级绿色工厂”。")
    go(tmp_path, out := tmp_path / "facts.jsonl")
    names = [json.loads(line)["doc"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert names == [f"{tmp_path}/\\xb1\\xa8\\xb8\\xdf.txt", f"{tmp_path}/\\xb1\\xa8\\xb8\\xe6.txt"]


def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "s.txt"))  # a socket's name must be short
    for name, item in zip(("pipe.txt", "s.txt"), found(tmp_path), strict=True):
        assert item == Failure(f"{tmp_path}/{name}", f"{tmp_path}/{name}: is no regular file; {ADVICE}")


ADVICE = "give files and folders, or JSON Lines on standard input"


def test_a_folder_deeper_than_python_calls_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("1.txt").write_text("一", encoding="utf-8")
    assert len(docs(tmp_path)) == 1
    Path("1.txt").unlink()
    for _ in range(1200):  # nobody else can clear this away
        os.chdir("..")
        Path("d").rmdir()


def _without_power() -> None:
    """Let root be refused like anybody else: drop the two capabilities that read whatever they like."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP


@pytest.mark.skipif(sys.platform != "linux", reason="takes root's power away by a call of Linux")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 3)
    (reports / "new" / "report01.txt").chmod(0)
    (reports / "old").chmod(0)
    args = [sys.executable, "-m", "factx", "batch", str(reports), "-o", str(tmp_path / "facts.jsonl"), "-j1", "-q"]
    done = subprocess.run(args, capture_output=True, text=True, check=False, preexec_fn=_without_power)
    (reports / "old").chmod(0o755)
    said = "may not be read; ask for the right to read it"
    assert done.stderr.splitlines() == [
        f"factx: {reports}/old: {said}",
        f"factx: {reports}/new/report01.txt: {said}",
    ]
    assert done.returncode == 1
    facts = (tmp_path / "facts.jsonl").read_text().splitlines()
    assert {json.loads(line)["doc"] for line in facts} == {f"{reports}/new/report02.txt"}


def test_files_that_vanish_and_grow_during_the_run(tmp_path: Path) -> None:
    reports = folder(tmp_path / "reports", 3)

    class Changing(Seen):
        def begin(self, documents: int) -> None:
            super().begin(documents)
            (reports / "new" / "report01.txt").unlink()
            with (reports / "new" / "report02.txt").open("a") as file:
                file.write("青禾公司新增就业岗位31个。")

    summary = go(reports, out := tmp_path / "facts.jsonl", seen=(seen := Changing()))
    assert (summary.documents, summary.failures) == (3, 1)
    assert seen.failures == [f"{reports}/new/report01.txt: no such file; check the path"]
    assert "就业岗位" in out.read_text()
    again = go(reports, out, resume=True)
    assert (again.documents, again.unchanged) == (2, 2), "what was read is what is kept"


def test_a_manifest_is_a_list_of_paths(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes("\ufeff一 二.txt\r\n\r\n  \nold/\n".encode() + b"\xb1\xa8.txt")
    assert list(listed(str(tmp_path / "list"))) == ["一 二.txt", "old/", os.fsdecode(b"\xb1\xa8.txt")]
    with pytest.raises(ReadError, match="nowhere: no such file"):
        list(listed("nowhere"))


def test_json_lines_are_documents_that_lie_in_a_file() -> None:
    data = '\ufeff{"id": "甲", "text": "一"}\n\n{"text": "二", "id": 3, "more": null}'.encode()
    items = list(lines(io.BytesIO(data), "texts.jsonl", "texts.jsonl"))
    assert [item.doc for item in items] == ["甲", "3"]
    assert [parse_line(data[item.start : item.start + item.size])[1] for item in items] == ["一", "二"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is no JSON in UTF-8; give one object a line"),
        (b'{"id": "\xb1\xa8", "text": ""}', "is no JSON in UTF-8; give one object a line"),
        (b"[" * 100_000, "is no JSON in UTF-8; give one object a line"),
        (b'"text"', 'is no document; give {"id": …, "text": …} on each line'),
        (b'{"id": "a"}', 'is no document; give {"id": …, "text": …} on each line'),
        (b'{"id": null, "text": "a"}', 'is no document; give {"id": …, "text": …} on each line'),
        (b'{"id": true, "text": "a"}', 'is no document; give {"id": …, "text": …} on each line'),
        (b'{"id": "a", "text": 1}', 'is no document; give {"id": …, "text": …} on each line'),
    ],
)
def test_lines_that_are_no_documents(line: bytes, said: str) -> None:
    good = b'{"id": "b", "text": "c"}\n'
    first, second = lines(io.BytesIO(line + b"\n" + good), "spool", "-")
    assert first == Failure("-:1", f"-:1: {said}")
    assert second == Source("b", "spool", len(line) + 1, len(good))


def test_texts_that_no_output_could_hold(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text('{"id": "\\ud800", "text": "\\udfff青禾公司建成充电桩12个。"}\n')
    go(tmp_path / "texts.jsonl", out := tmp_path / "facts.jsonl")
    assert [json.loads(line)["doc"] for line in out.read_text().splitlines()] == ["\ufffd"]


def test_texts_without_text_are_failures(tmp_path: Path) -> None:
    texts = [{"id": "a", "text": " \n"}, {"id": "b", "text": "青禾公司建成充电桩12个。"}]
    (file := tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, texts)))
    assert go(file, tmp_path / "facts.jsonl", seen=(seen := Seen())).failures == 1
    assert seen.failures == ["a: holds no text; give a text that is not empty"]


def test_two_texts_of_one_name_are_two_documents(tmp_path: Path) -> None:
    texts = [{"id": "a", "text": f"青禾公司建成充电桩{n}个。"} for n in (12, 13, 12)]
    (file := tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, texts)))
    go(file, out := tmp_path / "facts.jsonl")
    assert [json.loads(line)["value"] for line in out.read_text().splitlines()] == [12, 13, 12]


def test_a_line_that_moves_during_the_run(tmp_path: Path) -> None:
    texts = [json.dumps({"id": name, "text": "青禾公司建成充电桩12个。"}) for name in "ab"]
    (file := tmp_path / "texts.jsonl").write_text("\n".join(texts))

    class Swapping(Seen):
        def begin(self, documents: int) -> None:
            super().begin(documents)
            file.write_text("\n".join(reversed(texts)))

    with pytest.raises(ReadError, match="none of the documents could be read"):
        go(file, tmp_path / "facts.jsonl", seen=(seen := Swapping()))
    assert seen.failures == [f"{doc}: its line has moved; leave the file as it is while it is read" for doc in "ab"]


def test_the_files_of_a_run_are_none_of_its_documents(tmp_path: Path) -> None:
    output = Output(tmp_path / "facts.csv")
    own = ["facts.csv", "facts.honour.csv", "facts.csv.work", "facts.csv.errors.jsonl"]
    assert [name for name in (*own, "facts.txt", "facts.2.csv") if output.owns(tmp_path / name)] == own
    assert not output.owns(tmp_path / "other" / "facts.csv")
