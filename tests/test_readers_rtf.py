"""Rich text: encodings, tables, and what is no text."""

import pytest

from factx.readers import read_bytes


def text(inside: str, head: str = "") -> str:
    return read_bytes(rf"{{\rtf1\ansi\ansicpg936{head} {inside}}}".encode("gb18030"), "x.rtf").text.rstrip("\n")


GBK_FONT = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset134 SimSun;}{\f2\fnil\fcharset136 MingLiU;}}"


def escaped(words: str, encoding: str) -> str:
    return "".join(rf"\'{byte:02x}" for byte in words.encode(encoding))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r"\u-29219?\u30333?", "距白"),  # negative: the number is a signed one
        (r"\uc2\u24314\'bd\'a8ok", "建ok"),
        (r"\uc0\u24314 12", "建12"),
        (r"\f1 " + escaped("建成", "gbk") + "12", "建成12"),
        (r"\f0 " + escaped("建成", "gbk"), "建成"),  # a Western font: the code page of the file says
        (r"\f2 " + escaped("榮獲", "big5"), "榮獲"),
        (r"\u-10180?\u-8222?", "🏢"),
        ("直接写的字", "直接写的字"),
        (r"a\{b\}c\\d", r"a{b}c\d"),
        (r"\ldblquote x\rdblquote\emdash y", "“x”—y"),
        (r"上\line 下\par 末", "上\n下\n末"),
        (r"1\~2\_3", "1 2-3"),
    ],
)
def test_characters(inside: str, expected: str) -> None:
    assert text(inside, GBK_FONT) == expected


@pytest.mark.parametrize(
    "inside",
    [
        r"{\deleted 删去}",
        r"{\v 隐藏}",
        r"{\header 页眉}",
        r"{\*\unknown 不识}",
        r"{\stylesheet{\s1 标题;}}",
        r"{\pict\pngblip 89504e47}",
        r"{\field{\*\fldinst PAGE}}",
        r"{\info{\author 某人}}",
        r"{\*\bkmkstart x}",
        "{\\bin5 {{{{{}",
    ],
)
def test_what_is_no_text(inside: str) -> None:
    assert text(f"留{inside}下") == "留下"


def test_deletions_end_where_the_word_says() -> None:
    assert text(r"甲\deleted 乙\deleted0 丙\v 丁\plain 戊") == "甲丙戊"


def test_the_result_of_a_field_is_text() -> None:
    assert text(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt 云溪}}") == "云溪"


def test_footnotes_stand_behind() -> None:
    assert text(r"收入{\super\chftn}{\footnote\pard{\super\chftn} 口径}增长。\par 末") == "收入增长。\n末\n口径"


def test_numbers_of_lists_are_text() -> None:
    assert text(r"{\listtext 一、\tab}成绩\par{\pntext 2\tab}问题") == "一、成绩\n2 问题"


def test_tables_are_read_row_by_row() -> None:
    row = r"\trowd\cellx1\cellx2\intbl 姓名\cell 单位\cell\row"
    again = r"\trowd\intbl 秦若兰\cell 文化馆\par 二楼\cell\trowd\row"
    assert text(rf"前文\par {row}{again}\pard 后文") == "前文\n姓名\t单位\n秦若兰\n文化馆\n二楼\n后文"


def test_title_and_day() -> None:
    head = r"{\title ??}{\upr{\title ??}{\*\ud{\title \u20113?\u28330?}}}"
    times = r"{\creatim\yr2023\mo1\dy2}{\revtim\yr2024\mo3\dy4}"
    document = read_bytes(rf"{{\rtf1 {{\info{head}{times}}} x}}".encode(), "x")
    assert (document.title, document.date) == ("云溪", "2024-03-04")


def test_a_file_that_breaks_off_keeps_what_it_had() -> None:
    assert read_bytes(rb"{\rtf1 GDP {\b 12", "x").text == "GDP 12\n"
