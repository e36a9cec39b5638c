"""The number layer: its corpus, and properties of numerals and spans."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.mentions import quantities as layer
from factx.mentions.quantities import Amount, quantities, scan
from factx.mentions.quantity_lexicon import units
from factx.text import fold

FILES = [
    tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted((Path(__file__).parent / "corpus").glob("quantity*.toml"))
]
CORPUS = {sort: [case for file in FILES for case in file.get(sort, ())] for sort in ("case", "ordinal")}
QUALIFIERS = {"exact", "more_than", "nearly", "about", "range"}
MEASURES = {"count", "amount", "share", "points", "times", "rank", "duration", None}


def said(text: str, amounts: list[Amount]) -> list[dict[str, Any]]:
    return [
        {
            "text": text[a.start : a.end],
            "value": pytest.approx(a.value),
            "unit": a.unit or "null",
            "qualifier": a.qualifier,
            **({} if a.value_max is None else {"value_max": pytest.approx(a.value_max)}),
        }
        for a in amounts
    ]


@pytest.mark.parametrize("case", CORPUS["case"], ids=lambda case: case["why"])
def test_numbers(case: dict[str, Any]) -> None:
    text = case["text"]
    assert said(text, [a for a in scan(fold(text)) if not a.ordinal]) == case["expect"], case["why"]


@pytest.mark.parametrize("case", CORPUS["ordinal"], ids=lambda case: case["why"])
def test_places(case: dict[str, Any]) -> None:
    text = case["text"]
    assert said(text, [a for a in scan(fold(text)) if a.ordinal]) == case["expect"], case["why"]
    assert quantities(text) == []


def test_size_of_the_corpus() -> None:
    negatives = [case for case in CORPUS["case"] if not case["expect"]]
    assert len(CORPUS["case"]) >= 120
    assert len(negatives) >= len(CORPUS["case"]) * 0.4


def test_public_records() -> None:
    first, second = quantities("累计投入１．２亿元，惠及近600万人次。")
    assert (first.text, first.start, first.end, first.value, first.unit) == ("１．２亿元", 4, 9, 120000000, "元")
    assert (second.text, second.value, second.unit, second.qualifier) == ("近600万人次", 6000000, "人次", "nearly")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("3家", "count"),
        ("3吨", "amount"),
        ("3元", "amount"),
        ("3%", "share"),
        ("三成", "share"),
        ("三分之一", "share"),
        ("3个百分点", "points"),
        ("3倍", "times"),
        ("翻一番", "times"),
        ("第3位", "rank"),
        ("前3名", "rank"),
        ("3年", "duration"),
        ("3.5", None),
    ],
)
def test_measure(text: str, measure: str | None) -> None:
    (amount,) = scan(text)
    assert amount.measure == measure


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("近600万人次", "人次", "600万"),
        ("600余人", "人", "600"),
        ("3亿元以上", "元", "3亿"),
        ("3万至5万元", "元", "3万至5万"),
        ("百分之五", None, "百分之五"),
        ("两成", None, "两"),
        ("翻一番", None, "翻一番"),
        ("3个小时", "小时", "3"),
        ("120台（套）", "台（套）", "120"),
        ("-3.2%", "%", "-3.2"),
    ],
)
def test_spans(text: str, unit: str | None, number: str) -> None:
    (amount,) = scan(text)
    assert (amount.unit_span and text[slice(*amount.unit_span)]) == unit
    assert text[slice(*amount.number)] == number


def test_many_units() -> None:
    assert len(units()) >= 400


ALPHABET = (
    "一二三五十百千万亿两半零第翻番成折点分之几余多近约超前年月日时个家元吨人次位%％"
    "0123456789０５.,，-—~至到/:：+()（） \nA k，。“”"
)


def check(text: str) -> None:
    folded = fold(text)
    end = 0
    for amount in scan(folded):
        assert end <= amount.start < amount.end <= len(text)
        assert amount.start <= amount.number[0] < amount.number[1] <= amount.end
        if amount.unit_span:
            assert folded[slice(*amount.unit_span)] == amount.unit
            assert amount.start <= amount.unit_span[0] < amount.unit_span[1] <= amount.end
        assert amount.qualifier in QUALIFIERS
        assert amount.measure in MEASURES
        assert amount.value_max is None or amount.value_max > amount.value
        assert (amount.qualifier == "range") == (amount.value_max is not None)
        assert isinstance(amount.value, int) or not amount.value.is_integer() or abs(amount.value) > 2**53
        end = amount.end
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


@settings(max_examples=1500)
@given(st.text(ALPHABET, max_size=40))
def test_spans_are_sane(text: str) -> None:
    check(text)


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=1000)
@given(st.text(ALPHABET, max_size=40))
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    text = fold(text)
    fast = scan(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layer, "plainly", lambda *_: None)
        assert scan(text) == fast


@pytest.mark.parametrize(
    "unit", ["1", "12.", "一", "九十", "1,", "百分之", "5%-", "第", "半", "1+", "3:", "万", "1 ", "2-"]
)
def test_long_strings_take_linear_time(unit: str) -> None:
    def seconds(text: str) -> float:
        begin = time.process_time()
        scan(text)
        return time.process_time() - begin

    short, long = unit * (10_000 // len(unit)), unit * (100_000 // len(unit))
    scan(short)
    once = max(min(seconds(short) for _ in range(3)), 0.002)
    assert min(seconds(long) for _ in range(2)) < 40 * once  # ten times as long; a square would be a hundred times
