"""Folding: one character to one, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＧＤＰ增长１２．５％", "GDP增长12.5%"),
        ("云溪县\u3000文化局", "云溪县 文化局"),
        ("雲溪縣榮獲「全國文明縣城」稱號", "云溪县荣获“全国文明县城”称号"),
        ("臺灣、台灣、裡面、裏面、衆多、眾多", "台湾、台湾、里面、里面、众多、众多"),
        ("位於２０２３年", "位于2023年"),
        # Corner brackets are quotes of traditional texts; in simplified ones they are left to the rules.
        ("“一网通办”与「一窗通办」", "“一网通办”与「一窗通办」"),
        ("，；：？！（）", "，；：？！（）"),
        # Simplified text has these too, with another meaning.
        ("乾县、《瞭望》、毕昇", "乾县、《瞭望》、毕昇"),
        ("云溪县建成平台12个。", "云溪县建成平台12个。"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
