"""Cutting into words: sensible on plain phrases, gapless on anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx import words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("新增专利信息应用平台", "新增 专利 信息 应用 平台"),
        ("城镇居民收入达到3.2万元", "城镇居民 收入 达到 3.2 万元"),
        ("发展中国家", "发展中国家"),
        ("研究生命起源", "研究 生命 起源"),
    ],
)
def test_the_most_probable_words_win(text: str, cut: str) -> None:
    assert " ".join(w.text for w in words.cut(text)) == cut


@given(st.text(alphabet="发展中国家的研究生命3.5%ab，。“”\n ", max_size=60), st.integers(0, 20))
def test_pieces_rejoin_to_the_stretch(text: str, start: int) -> None:
    start = min(start, len(text))
    pieces = words.cut(text, start)
    assert "".join(w.text for w in pieces) == text[start:]
    assert all(text[w.start : w.end] == w.text for w in pieces)


def test_unknown_characters_are_single_words() -> None:
    assert [(w.text, w.pos) for w in words.cut("𠮷龘")] == [("𠮷", "x"), ("龘", "x")]
