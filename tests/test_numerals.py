"""Numerals: each generated writing has the value that it was written from."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.mentions.numerals import value
from factx.mentions.quantities import quantities

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


UNITS = (
    "家",
    "个",
    "元",
    "公里",
    "%",
    "人次",
    "吨",
    "万吨",
    "亿元",
    "美元",
    "场次",
    "平方米",
    "个百分点",
    "千瓦时",
    "倍",
)
BOUNDS = {  # (before, behind): qualifier
    ("", ""): "exact",
    ("近", ""): "nearly",
    ("不足", ""): "nearly",
    ("超过", ""): "more_than",
    ("逾", ""): "more_than",
    ("", "以上"): "more_than",
    ("约", ""): "about",
    ("", "左右"): "about",
}


def drawn(draw: random.Random) -> tuple[str, float]:
    """A numeral, in one of the ways of writing, with the number that it was written from."""
    n = int(10 ** draw.uniform(0, 13))
    tens, part = draw.randint(1, 9999), draw.randint(1, 99)
    return draw.choice(
        [
            (str(n), n),
            (f"{n:,}", n),
            ("".join(chr(ord(c) + 0xFEE0) for c in str(n)), n),
            (chinese(n), n),
            (chinese(n + 10, UPPER, ("拾", "佰", "仟")), n + 10),  # 伍 and 陆 alone are names
            (f"{n}.{part:02}", n + part / 100),
            (f"{chinese(n)}点{LOWER[part // 10]}{LOWER[part % 10]}", n + part / 100),
            (f"{tens}万", tens * 10**4),
            (f"{tens}.{part:02}亿", tens * 10**8 + part * 10**6),
            (f"{chinese(tens)}万亿", tens * 10**12),
            (f"{tens}亿{n % 9000 + 1000}万", tens * 10**8 + (n % 9000 + 1000) * 10**4),
            (f"{tens}万{n % 9000 + 1000}", tens * 10**4 + n % 9000 + 1000),
        ]
    )


def test_ten_thousand_numerals_mean_the_numbers_that_they_were_written_from() -> None:
    draw = random.Random(20250101)  # noqa: S311
    for _ in range(10_000):
        written, number = drawn(draw)
        unit, ((before, behind), qualifier) = draw.choice(UNITS), draw.choice(list(BOUNDS.items()))
        if set(written) & set("万亿"):  # nobody writes 3万万元 or 3万4000%
            unit = unit.lstrip("万亿").replace("%", "家")
        scale = {"万": 10**4, "亿": 10**8}.get(unit[0], 1)
        text = f"其中，共计{before}{written}{unit}{behind}，已报送。"
        said = [(a.value, a.unit, a.qualifier, a.text) for a in quantities(text)]
        expect = (pytest.approx(number * scale, rel=1e-12), unit.lstrip("万亿"), qualifier)
        assert said == [(*expect, f"{before}{written}{unit}{behind}")], text


@pytest.mark.parametrize("numeral", ["十一十二", "百十一", "10.1万零100", "", "点", "零点", "两百点两", "1" * 100])
def test_ill_formed_numerals(numeral: str) -> None:
    assert value(numeral) is None
