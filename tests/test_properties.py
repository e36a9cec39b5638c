"""What holds for any text: no crash, exact evidence, stable and distinct ids, records in order."""

import os
from pathlib import Path

import pytest
from evidence import check_evidence
from hypothesis import given, settings
from hypothesis import strategies as st

import factx
from factx import pipeline
from factx.records import FACT

# Shards of report language: random rows of them look enough like text to wake every rule.
SHARDS = (  # noqa: SIM905 (a list literal would drown the words in quotes)
    "一、2023年工作回顾\n|二、下一步工作安排\n|（一）|一是|江州市科协|云溪县人民政府|青禾公司|李晓岚|王建国、陈思远|同志|等5名|"
    "被|授予|荣获|获评|获|认定为|入选|列入|“示范单位”|《实施方案》|称号|一等奖|先进集体|省级|国家级|全国|"
    "成立|印发|出台|举办|开展|实施|建成|打造|“一网通办”|平台|行动|工程|项目|领导小组|"
    "1.2亿元|3—5%|600余万人次|二十|两成|5个百分点|468名|第3位|翻一番|同比|增长|下降|占|达到|分别|其中|"
    "2021年|上半年|“十四五”期间|今年|将|力争|预计|已|累计|，|。|；|、|：|（|）|“|”|《|》|\n|\u3000| |a|B|𠮷|👍"
).split("|")
TEXTS = st.lists(st.sampled_from(SHARDS) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=400)
@given(TEXTS)
def test_any_text_gives_sound_records(text: str) -> None:
    report = factx.extract(text)
    check_evidence(report)
    assert [f.start for f in report.facts] == sorted(f.start for f in report.facts)
    assert len({f.id for f in report.facts}) == len(report.facts)
    assert all(FACT.validate_json(f.model_dump_json()) == f for f in report.facts)


@settings(max_examples=50)
@given(TEXTS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    first, second = (factx.extract(text).model_dump_json() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["\ud800", "云溪县\udfff获评\ud83d\ude00“示范县”", "\x00", "\ufeff\u200b"])
def test_no_character_is_too_odd(text: str) -> None:
    check_evidence(factx.extract(text))


def _texts() -> list[Path]:
    """The samples, and the reports of a folder that FACTX_GOLD may name (real ones cannot stand in the project)."""
    folders = [Path(__file__).parents[1] / "samples", *(Path(f) for f in [os.environ.get("FACTX_GOLD", "")] if f)]
    return sorted(path for folder in folders for path in folder.rglob("*.txt"))


@pytest.mark.parametrize("path", _texts(), ids=lambda path: path.stem)
def test_evidence_is_exact(path: Path) -> None:
    report = pipeline.extract(factx.read(path))
    check_evidence(report)
    assert len({f.id for f in report.facts}) == len(report.facts)


@pytest.mark.parametrize("length", [1, 1000, 100_000])
@pytest.mark.parametrize("piece", ["“", "《", "（", "1", "一", "获", "、", "　", "一、\n"])
def test_text_made_to_be_slow_ends(piece: str, length: int) -> None:
    check_evidence(factx.extract(piece * length))


@pytest.mark.parametrize("path", _texts(), ids=lambda path: path.stem)
def test_a_quote_shows_its_number_and_a_metric_behind_it(path: Path) -> None:
    for fact in pipeline.extract(factx.read(path)).facts:
        metric = fact.spans.get("metric", [])
        for start, end in [metric] if isinstance(metric, tuple) else metric:
            assert start < fact.start or end <= fact.end, fact
