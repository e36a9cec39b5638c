"""How records are counted against gold records."""

from pathlib import Path
from typing import Any

import pytest

from factx.errors import RecordError
from factx.score import LEVELS, Figures, compare, score
from factx.score.gold import read_records
from factx.score.likeness import likeness, same_name, same_names, title_likeness

INITIATIVE = {
    "kind": "initiative",
    "name": "“河长制”平台",
    "category": "platform",
    "action": "建成",
    "status": "achieved",
}
HONOUR = {
    "kind": "honour",
    "title": "全省文明单位",
    "recipients": ["江州市水利局"],
    "grantor": None,
    "level": "provincial",
}
GROWTH = {
    "kind": "achievement",
    "metric": "游客人数",
    "value": 9.5,
    "unit": "%",
    "qualifier": "exact",
    "measure": "growth",
}
AWARDEE = {"kind": "awardee", "name": "李晓岚", "honour": "最美教师", "organisation": "云溪县第一中学", "level": None}


def figures(gold: list[dict[str, Any]], seen: list[dict[str, Any]]) -> Figures:
    return score([("a", gold, seen)])


def f1(gold: dict[str, Any], seen: dict[str, Any]) -> list[float]:
    kind = figures([gold], [seen]).kinds[gold["kind"]]
    return [kind.levels[level].f1 for level in LEVELS]


@pytest.mark.parametrize("record", [INITIATIVE, HONOUR, GROWTH, AWARDEE])
def test_a_record_agrees_with_itself(record: dict[str, Any]) -> None:
    assert f1(record, record) == [1, 1, 1]


@pytest.mark.parametrize(
    ("gold", "change", "wanted", "why"),
    [
        (INITIATIVE, {"name": "河长制平台"}, [1, 1, 1], "quotes never decide"),
        (INITIATIVE, {"name": "智慧河长制平台"}, [1, 0, 1], "a longer name is found, but not to the letter"),
        (INITIATIVE, {"name": "林长制工作室"}, [0, 0, 0], "another thing"),
        (INITIATIVE, {"category": "project"}, [1, 1, 0], "the category is a core attribute"),
        (INITIATIVE, {"action": "举办"}, [1, 1, 1], "the action is not"),
        (HONOUR, {"title": "全省文明单位荣誉称号"}, [1, 1, 1], "the class word behind a title is no part of it"),
        (HONOUR, {"recipients": ["市水利局"]}, [1, 1, 1], "the tail of a name is the name"),
        (HONOUR, {"recipients": ["云溪县水利站"]}, [1, 1, 0], "another holder"),
        (HONOUR, {"grantor": "省委"}, [1, 1, 0], "a grantor that nobody named"),
        (GROWTH, {"value": 9.6}, [0, 0, 0], "another number is another fact"),
        (GROWTH, {"unit": "个百分点"}, [0, 0, 0], "so is another unit"),
        (GROWTH, {"metric": "接待游客总人数"}, [1, 0, 0], "the metrics overlap, but too little to be the same"),
        (GROWTH, {"measure": "rate"}, [1, 1, 0], "the measure is a core attribute"),
        (AWARDEE, {"name": "李晓"}, [0, 0, 0], "a person's name is right or wrong"),
        (AWARDEE, {"honour": "江州市最美教师"}, [1, 0, 1], "the honour may be told more fully"),
    ],
)
def test_levels(gold: dict[str, Any], change: dict[str, Any], wanted: list[float], why: str) -> None:
    assert f1(gold, gold | change) == wanted, why


def test_grades_tell_honours_apart() -> None:
    assert likeness("省科技进步一等奖", "省科技进步二等奖") > 0.6
    assert title_likeness("省科技进步一等奖", "省科技进步二等奖") == 0
    assert title_likeness("省科技进步一等奖", "省科技进步奖") > 0.6


def test_names() -> None:
    assert same_name("江州市水利局", "市水利局")
    assert not same_name("江州市水利局", "江州市")
    assert not same_name("江州市水利局", None)
    assert same_name(None, "")
    assert same_names(["王静", "李晓岚"], ["李晓岚"])
    assert not same_names(["王静", "李晓岚", "陈昱"], ["李晓岚"])
    assert not same_names([], ["李晓岚"])


def test_optional_records_count_for_nothing() -> None:
    optional = INITIATIVE | {"optional": True}
    for seen in ([], [INITIATIVE]):
        initiatives = figures([optional], seen).kinds["initiative"]
        assert (initiatives.gold, initiatives.pred) == (0, 0)
    assert figures([optional, HONOUR], [HONOUR]).mean["record"] == 1, "a kind without gold records is not in the mean"


def test_equal_keys_count_once() -> None:
    honours = figures([HONOUR], [HONOUR, HONOUR]).kinds["honour"]
    assert (honours.pred, honours.levels["found"].precision) == (1, 1)


def test_the_surest_pair_is_made_first() -> None:
    longer = INITIATIVE | {"name": "全市河长制平台"}
    compared = compare("a", "initiative", [INITIATIVE, longer], [longer, INITIATIVE])
    assert [(gold["name"], seen["name"]) for gold, seen in compared.found] == [
        ("“河长制”平台", "“河长制”平台"),
        ("全市河长制平台", "全市河长制平台"),
    ]


def test_a_comparison_tells_what_went_wrong() -> None:
    blurred = GROWTH | {"qualifier": "about"}
    other = GROWTH | {"value": 3}
    compared = compare("a", "achievement", [GROWTH, GROWTH | {"value": 1}], [blurred, other])
    assert [fields for _, _, fields in compared.wrong] == [["qualifier"]]
    assert [record["value"] for record in compared.missed] == [1]
    assert [record["value"] for record in compared.surplus] == [3]


def test_a_period_may_be_words_or_a_record() -> None:
    told = GROWTH | {"period": {"text": "2023年", "start": "2023-01-01", "end": "2023-12-31"}}
    assert (
        figures([GROWTH | {"period": "2023年"}], [told, GROWTH | {"period": "2023年"}]).kinds["achievement"].pred == 1
    )


def test_nothing_at_all() -> None:
    assert set(score([]).mean.values()) == {0.0}


@pytest.mark.parametrize("line", ["{", "[1, 2]", "7"])
def test_a_line_that_is_no_record_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.gold.jsonl"
    path.write_text(f'{{"kind": "honour"}}\n\n{line}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"a\.gold\.jsonl:3: "):
        read_records(path)


def test_rows_of_other_kinds_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"kind": "honour"}\r\n{"kind": "issue"}\n{}\n', encoding="utf-8")
    assert read_records(path) == [{"kind": "honour"}]
