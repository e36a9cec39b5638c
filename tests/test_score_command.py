"""`factx score`: the figures of another scorer on the same files, the errors with their rules, marks, first drafts."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from shell import one_line, run

import factx
from factx.records import KINDS, Document
from factx.score import LEVELS, score
from factx.score.gold import gold_files
from factx.score.judge import Judged, by_rule, judge, nearest
from factx.score.marks import read_marks

# Gold records of the samples; predictions made from them with every sort of fault (left out, shortened, lengthened,
# other attributes, other values, told twice, made up); the figures of the scorer that the gold format was made for.
REFERENCE = json.loads((Path(__file__).parent / "score_reference.json").read_text(encoding="utf-8"))
WANTED = REFERENCE["figures"]

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "2023年，青禾公司获评“省级绿色工厂”，建成充电桩120个。\n力争荣获省科技进步奖。\n推出“智慧车间”项目。\n"


def test_the_figures_are_those_of_another_scorer() -> None:
    figures = score((name, entry["gold"], entry["pred"]) for name, entry in REFERENCE["documents"].items())
    for kind, of_kind in figures.kinds.items():
        wanted = WANTED[kind]
        assert (of_kind.gold, of_kind.pred) == (wanted["gold"], wanted["pred"])
        for level in LEVELS:
            rate = of_kind.levels[level]
            assert {"precision": rate.precision, "recall": rate.recall, "f1": rate.f1} == wanted[level], (kind, level)
        assert {name: round(part, 3) for name, part in of_kind.attributes.items()} == wanted["attributes"]
    assert figures.mean == WANTED["mean"]


def test_the_reference_is_no_easy_one() -> None:
    """Every level and most attributes have something to tell apart."""
    for kind in KINDS:
        reached = [WANTED[kind][level]["f1"] for level in LEVELS]
        assert 0.5 < min(reached) <= max(reached) < 0.95
        assert len(set(reached)) == len(LEVELS)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one document: two facts found, one half right, one missed."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.gold.jsonl").write_text(
        "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records()), encoding="utf-8"
    )
    return tmp_path


def records() -> list[dict[str, Any]]:
    found = [fact.model_dump(mode="json") for fact in factx.extract(TEXT).facts if fact.kind != "initiative"]
    (honour,) = [record for record in found if record["kind"] == "honour"]
    honour["level"] = "county"
    missed = honour | {"title": "省科技进步奖", "quote": "力争荣获省科技进步奖", "level": "provincial"}
    return [*found, missed]


@pytest.fixture
def judged(gold: Path) -> Judged:
    (entry,) = gold_files(gold)
    return judge(entry)


def test_a_miss_tells_the_rule_that_declined(judged: Judged) -> None:
    (missed,) = [record for comparison in judged.compared for record in comparison.missed]
    assert nearest(judged, missed) == ("honour.received", "a wish or a possibility: 力争")
    assert nearest(judged, missed | {"quote": "不在文中"}) is None
    assert nearest(judged, missed | {"kind": "initiative"}) is None, "another kind's rule did not miss it"


def test_rules_are_told_apart(judged: Judged) -> None:
    rules, far = by_rule([judged])
    honours = rules["honour.received"]
    assert (honours.right, honours.wrong, honours.near.total()) == (1, 0, 1)
    assert (rules["achievement.figure"].right, rules["achievement.figure"].precision) == (1, 1.0)
    assert sum(rule.wrong for name, rule in rules.items() if name.startswith("initiative.")) == 1
    assert not far


def test_errors_are_listed(gold: Path) -> None:
    out = " ".join(run("score", str(gold), "--errors", "--by-rule").out.split())
    assert "- honour title=省科技进步奖" in out
    assert "a honour.received: a wish or a possibility: 力争" in out
    assert "+ initiative name=“智慧车间”项目" in out
    assert "level: gold 'county', got 'provincial'" in out
    assert "honour.received 1 0 1.000 1 1 a wish or a possibility: 力争" in out


def test_json_says_what_the_table_says(gold: Path) -> None:
    said = json.loads(run("score", str(gold), "--json", "--by-rule").out)
    assert said["honour"]["found"] == {"precision": 1.0, "recall": 0.5, "f1": 2 / 3}
    assert said["honour"]["record"]["f1"] == 0
    assert said["rules"]["honour.received"]["near"] == {"a wish or a possibility: 力争": 1}
    assert set(WANTED) <= set(said), "the shape of the other scorer"


@pytest.mark.parametrize(("floor", "code"), [("0.5", 0), ("0.95", 1)])
def test_a_floor_for_ci(gold: Path, floor: str, code: int) -> None:
    result = run("score", str(gold), "--min-found", floor)
    assert result.code == code
    assert ("is less than 0.95" in result.err) == bool(code)


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({}, r"holds no \*\.gold\.jsonl; factx score --init FILE"),
        ({"b.gold.jsonl": ""}, r"b\.gold\.jsonl: its document is missing; put b\.txt beside it"),
        ({"b.gold.jsonl": "{", "b.txt": TEXT}, r"b\.gold\.jsonl:1: no record"),
        (None, r"is no folder"),
    ],
)
def test_a_folder_at_fault_is_one_line(tmp_path: Path, files: dict[str, str] | None, wanted: str) -> None:
    for name, content in (files or {}).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = run("score", str(tmp_path / "missing" if files is None else tmp_path))
    assert result.code == 2
    assert re.search(wanted, one_line(result))


def test_a_first_draft_scores_full_marks_and_is_not_replaced(tmp_path: Path) -> None:
    document = tmp_path / "报告.txt"
    document.write_text((SAMPLES / "award_notice.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert run("score", "--init", str(document)).code == 0
    said = json.loads(run("score", str(tmp_path), "--json").out)
    assert said["mean"] == dict.fromkeys(LEVELS, 1.0)
    sample = [
        json.loads(line) for line in (SAMPLES / "award_notice.gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    drafted = [json.loads(line) for line in (tmp_path / "报告.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    shape = {record["kind"]: set(record) for record in sample if "optional" not in record}
    assert all(set(record) == shape[record["kind"]] for record in drafted), "the keys of a gold file"
    again = run("score", "--init", str(document))
    assert again.code == 2
    assert "exists" in one_line(again)


def marks_of(tmp_path: Path, **change: object) -> Path:
    """A file of marks as a page saves it: the honour right, the number wrong, and one record that is gone."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    facts = factx.extract(Document(name="a.txt", text=TEXT)).facts
    marks = {fact.id: "rejected" if fact.kind == "achievement" else "accepted" for fact in facts}
    entry = {
        "document": "a.txt",
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "marks": marks | {"0" * 16: "rejected"},
    } | change
    path = tmp_path / "a.marks.json"
    path.write_text(json.dumps(entry), encoding="utf-8")
    return path


def test_marks_give_precision_by_kind_and_rule(tmp_path: Path) -> None:
    marked = read_marks(marks_of(tmp_path))
    assert (marked.kinds["honour"].precision, marked.kinds["achievement"].precision) == (1.0, 0.0)
    assert (marked.rules["achievement.figure"].accepted, marked.rules["achievement.figure"].rejected) == (0, 1)
    assert (marked.gone.accepted, marked.gone.rejected) == (0, 1)
    out = run("score", str(tmp_path / "a.marks.json")).out.split()
    assert out[out.index("achievement.figure") :][:4] == ["achievement.figure", "0", "1", "0.000"]


def test_marks_of_many_documents_are_added_up(tmp_path: Path) -> None:
    path = marks_of(tmp_path)
    entry = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([entry, entry | {"sha256": None}]), encoding="utf-8")
    assert read_marks(path).kinds["honour"].accepted == 2


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"document": "gone.txt"}, "its document gone.txt is missing"),
        ({"sha256": "0"}, "is not the text that a.marks.json marks"),
        ({"marks": {"x": "maybe"}}, "holds no marks of a page"),
        ({"marks": None}, "holds no marks of a page"),
    ],
)
def test_marks_at_fault_are_one_line(tmp_path: Path, change: dict[str, object], wanted: str) -> None:
    result = run("score", str(marks_of(tmp_path, **change)))
    assert result.code == 2
    assert wanted in one_line(result)
