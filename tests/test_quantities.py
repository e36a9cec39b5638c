"""The number layer: its corpus, and properties of numerals and spans."""

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.mentions import quantities as layer
from factx.mentions.numerals import value
from factx.mentions.quantities import Amount, quantities, scan
from factx.mentions.quantity_lexicon import units
from factx.text import fold

CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "quantity.toml").read_text(encoding="utf-8"))
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


# Numerals: each generated writing must have the value that it was written from.

LOWER, UPPER = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"


def section(n: int, digits: str, places: tuple[str, str, str]) -> str:
    """A number below 10000 in words."""
    written, gap = "", False
    for power, place in ((3, places[2]), (2, places[1]), (1, places[0]), (0, "")):
        digit = n // 10**power % 10
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit] + place
            gap = False
        else:
            gap = True
    return written


def chinese(n: int, digits: str = LOWER, places: tuple[str, str, str] = ("十", "百", "千")) -> str:
    """A whole number in words, as a clerk writes it."""
    if n == 0:
        return digits[0]
    groups = [n // 10000**i % 10000 for i in range(4)]
    written = ""
    for i in (3, 2, 1, 0):
        if not groups[i]:
            continue
        if written and (groups[i] < 1000 or not groups[i + 1]):
            written += digits[0]
        written += section(groups[i], digits, places) + ("", "万", "亿", "万亿")[i]
    # 一万二千亿, not 一万亿二千亿
    written = re.sub(r"^(.+)万亿(?=.*亿)", r"\1万", written)
    return re.sub(r"^一十", "十", written) if digits is LOWER else written


@settings(max_examples=2000)
@given(st.integers(0, 10**15))
def test_chinese_numerals(n: int) -> None:
    assert value(chinese(n)) == n
    assert value(chinese(n, UPPER, ("拾", "佰", "仟"))) == n


@settings(max_examples=2000)
@given(st.integers(0, 10**8), st.text("0123456789", min_size=1, max_size=4))
def test_chinese_decimals(n: int, fraction: str) -> None:
    written = chinese(n) + "点" + "".join(LOWER[int(d)] for d in fraction)
    assert value(written) == float(f"{n}.{fraction}")


@settings(max_examples=2000)
@given(st.integers(0, 10**15), st.integers(0, 4))
def test_arabic_numerals(n: int, decimals: int) -> None:
    assert value(f"{n:,}") == value(str(n)) == n
    number = n / 10**decimals
    assert value(f"{number:,.{decimals}f}") == pytest.approx(number, rel=1e-12)


@settings(max_examples=2000)
@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from("万亿"))
def test_mixed_numerals(high: int, low: int, scale: str) -> None:
    tail = f"{low:04}" if low else ""
    power = {"万": 10**4, "亿": 10**8}[scale]
    assert value(f"{high}{scale}{tail}") == high * power + low
    assert value(f"{high / 100}{scale}") == pytest.approx(high / 100 * power)


@settings(max_examples=1000)
@given(st.integers(1, 10**15), st.sampled_from(["家", "个", "元", "公里", "%", "人次"]))
def test_numerals_in_running_text(n: int, unit: str) -> None:
    for written in (str(n), f"{n:,}", chinese(n)):
        text = f"其中，共计{written}{unit}。"
        assert [(a.value, a.unit) for a in scan(text)] == [(n, unit)], text


@pytest.mark.parametrize("numeral", ["十一十二", "百十一", "10.1万零100", "", "点", "零点", "两百点两", "1" * 100])
def test_ill_formed_numerals(numeral: str) -> None:
    assert value(numeral) is None


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

    short, long = unit * (20_000 // len(unit)), unit * (100_000 // len(unit))
    scan(short)
    assert seconds(long) < 12 * max(min(seconds(short) for _ in range(3)), 0.01)
