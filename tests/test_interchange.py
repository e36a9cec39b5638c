"""Formats of annotation tools, read back as each tool reads them: every mark is the words that its record says."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any, TypeAlias

import pytest

import factx
from factx.errors import WriteError
from factx.records import AnyFact, Document, Report
from factx.writers import saver, writer

# Emoji of one and of many code points, a character beyond the 16-bit ones, a Windows line end, a title cut by a line.
TEXT = (
    "😀云溪县文化局👨‍👩‍👧工作总结\r\n"
    "2023年，𠮷祥街道获评“省级绿色街道”称号，建成充电桩120个，占全县的35%。\r\n"
    "李晓岚荣获省科技进步一等奖。👍出台《云溪县全民阅\r\n读实施方案》。\r\n"
    "全年接待游客300万人次，增长9.5%，开展“悦读云溪”活动60余场。\n"
)
KEY = {"initiative": "name", "honour": "title", "achievement": "quote", "awardee": "name"}


@pytest.fixture(scope="module")
def report() -> Report:
    return factx.extract(Document(name="报告.txt", text=TEXT))


def written(form: str, *reports: Report) -> str:
    stream = io.StringIO()
    writer(form)(reports, stream)
    return stream.getvalue()


Mark: TypeAlias = tuple[str, list[tuple[int, int]]]
"""A label and the stretches that carry it."""


def said(fact: AnyFact, field: str) -> Any:
    value = getattr(fact, field)
    return value.text if field == "period" else value


def expected(report: Report) -> list[dict[str, str]]:
    """What a reader must find of each record: the words of every field, parts joined."""
    found = []
    for fact in report.facts:
        record = {KEY[fact.kind]: getattr(fact, KEY[fact.kind]), "kind": fact.kind}
        for field in fact.spans:
            value = said(fact, field)
            record["title" if field == "honour" else field] = "".join(value) if isinstance(value, list) else value
        found.append(record)
    return found


def rebuilt(text: str, marks: dict[Any, Mark], links: list[tuple[Any, str, Any]]) -> list[dict[str, str]]:
    """Records out of a tool's marks and links, in the shape of `expected`."""
    words = {name: "".join(text[a:b] for a, b in spans) for name, (_, spans) in marks.items()}
    records = {name: {"kind": label, KEY[label]: words[name]} for name, (label, _) in marks.items() if label in KEY}
    for source, field, target in links:
        records[source][field] = records[source].get(field, "") + words[target]
    return list(records.values())


def bare(records: list[dict[str, str]]) -> list[dict[str, str]]:
    """Without line ends, which tools show as blanks; in one order."""
    drop = str.maketrans("", "", " \r\n")
    plain = [{field: words.translate(drop) for field, words in record.items()} for record in records]
    return sorted(plain, key=lambda record: sorted(record.items()))


def test_the_text_puts_the_writers_to_the_test(report: Report) -> None:
    assert {fact.kind for fact in report.facts} == set(KEY)
    assert all(fact.start > 20 for fact in report.facts), "behind the characters that are hard to count"


def test_doccano(report: Report) -> None:
    (line,) = (json.loads(line) for line in written("doccano", report).splitlines())
    marks = {e["id"]: (e["label"], [(e["start_offset"], e["end_offset"])]) for e in line["entities"]}
    links = [(r["from_id"], r["type"], r["to_id"]) for r in line["relations"]]
    assert bare(rebuilt(line["text"], marks, links)) == bare(expected(report))
    assert line["doc"] == "报告.txt"


def test_doccano_counts_a_line_end_as_any_reader_does(report: Report) -> None:
    text = json.loads(written("doccano", report))["text"]
    assert len(text) == len(TEXT)
    assert "\r" not in text


def test_doccano_marks_a_shared_field_once() -> None:
    line = json.loads(written("doccano", factx.extract("云溪县文化局建成充电桩120个、凉亭8座。")))
    subjects = [e for e in line["entities"] if e["label"] == "subject"]
    assert len(subjects) == 1
    assert sum(r["to_id"] == subjects[0]["id"] for r in line["relations"]) == 2


def test_label_studio(report: Report) -> None:
    (task,) = json.loads(written("label-studio", report))
    (prediction,) = task["predictions"]
    regions = [r for r in prediction["result"] if r["type"] == "labels"]
    marks = {r["id"]: (r["value"]["labels"][0], [(r["value"]["start"], r["value"]["end"])]) for r in regions}
    links = [(r["from_id"], r["labels"][0], r["to_id"]) for r in prediction["result"] if r["type"] == "relation"]
    text = task["data"]["text"]
    assert bare(rebuilt(text, marks, links)) == bare(expected(report))
    assert all(r["value"]["text"] == text[r["value"]["start"] : r["value"]["end"]] for r in regions)
    assert all((r["from_name"], r["to_name"]) == ("label", "text") for r in regions)
    noted = {note for r in regions for note in r.get("meta", {}).get("text", [])}
    assert {"value: 120", "level: provincial", "status: achieved"} <= noted


def test_label_studio_is_one_array(report: Report) -> None:
    assert len(json.loads(written("label-studio", report, report))) == 2
    assert json.loads(written("label-studio")) == []


def read_brat(text: str, standoff: str) -> tuple[dict[str, Mark], list[Any], list[Any]]:
    """The marks, links and attributes of a standoff file; its own words must be those at its offsets."""
    marks: dict[str, Mark] = {}
    links, attributes = [], []
    for line in standoff.splitlines():
        name, body, *rest = line.split("\t")
        match name[0]:
            case "T":
                label, places = body.split(" ", 1)
                spans = [tuple(map(int, place.split())) for place in places.split(";")]
                marks[name] = label, spans
                assert rest == [" ".join(text[a:b] for a, b in spans)]
            case "E":
                (kind, trigger), *arguments = (part.split(":") for part in body.split())
                assert marks[trigger][0] == kind
                marks[name] = marks[trigger]  # the event is the record
                links += [(name, re.sub(r"\d+$", "", role), target) for role, target in arguments]
            case "A":
                attributes.append(tuple(body.split()))
            case "#":
                attributes.append(("note", body.split()[1], json.loads(rest[0])))
    events = {name: mark for name, mark in marks.items() if name[0] == "E" or mark[0] not in KEY}
    return events, links, attributes


def test_brat(report: Report) -> None:
    text = TEXT.replace("\r\n", "\n")  # as a program reads a text file
    marks, links, attributes = read_brat(text, written("brat", report))
    assert bare(rebuilt(text, marks, links)) == bare(expected(report))
    events = {line.split("\t")[0] for line in written("brat", report).splitlines() if line.startswith("E")}
    assert len(events) == len(report.facts)
    assert {"achieved", "provincial"} <= {value for *_, value in attributes if isinstance(value, str)}
    assert {"value": 120} in [value for *_, value in attributes]


def test_brat_marks_what_a_line_end_cuts_in_two_pieces(report: Report) -> None:
    span = TEXT.index("云溪县全民阅"), TEXT.index("》")
    fact = next(fact for fact in report.facts if fact.kind == "honour").model_copy(update={"spans": {"title": span}})
    out = written("brat", report.model_copy(update={"facts": [fact]}))
    marks, _, _ = read_brat(TEXT.replace("\r\n", "\n"), out)
    assert len(marks["E1"][1]) == 2
    assert out.startswith("T1\thonour ")
    assert out.splitlines()[0].endswith("\t云溪县全民阅 读实施方案")


def test_brat_keeps_one_document_a_file(report: Report) -> None:
    with pytest.raises(WriteError, match="one document a file"):
        written("brat", report, report)


def saved(tmp_path: Path, *reports: Report) -> zipfile.ZipFile:
    path = tmp_path / "facts.brat.zip"
    save, files = saver(path)
    save(reports, path)
    assert files == [path]
    return zipfile.ZipFile(path)


def test_a_brat_archive_holds_every_document_under_a_name_of_its_own(report: Report, tmp_path: Path) -> None:
    names = ["2023/报告.txt", "2023/报告.txt", "../../etc/passwd", "报 告.docx", "unread.pdf"]
    documents = [report.document.model_copy(update={"name": name}) for name in names]
    documents[-1] = documents[-1].model_copy(update={"text": ""})
    reports = [report.model_copy(update={"document": document}) for document in documents]
    with saved(tmp_path, *reports) as archive:
        assert archive.namelist()[::2] == [
            "annotation.conf", "2023_报告.ann", "2023_报告-2.ann", "etc_passwd.ann", "报_告.docx.ann",
        ]  # fmt: skip
        for name in archive.namelist()[2::2]:
            text = archive.read(name.removesuffix(".ann") + ".txt").decode()
            marks, links, _ = read_brat(text, archive.read(name).decode())
            assert bare(rebuilt(text, marks, links)) == bare(expected(report))


def test_the_configuration_of_brat_knows_all_that_is_written(report: Report, tmp_path: Path) -> None:
    with saved(tmp_path, report) as archive:
        _, *parts = re.split(r"^\[(\w+)\]$", archive.read("annotation.conf").decode(), flags=re.MULTILINE)
    sections = {title: lines.strip() for title, lines in zip(parts[::2], parts[1::2], strict=True)}
    marks, links, attributes = read_brat(TEXT.replace("\r\n", "\n"), written("brat", report))
    assert {label for label, _ in marks.values()} <= set(sections["entities"].split())
    events = dict(line.split("\t") for line in sections["events"].splitlines())
    assert all(f"{role}*:" in events[marks[source][0]] for source, role, _ in links)
    values = dict(line.split("\tArg:<EVENT>, Value:") for line in sections["attributes"].splitlines())
    assert all(said[2] in values[said[0]].split("|") for said in attributes if said[0] != "note")


@pytest.mark.parametrize("form", ["doccano", "label-studio"])
def test_a_document_that_could_not_be_read_is_left_out(form: str, report: Report) -> None:
    empty = Report(document=Document(name="x.pdf", text=""), facts=[], issues=[])
    assert written(form, empty, report, empty) == written(form, report)
