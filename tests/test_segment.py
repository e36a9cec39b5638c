"""Segmenting keeps every offset: pieces in order, within the text, nothing but white space and stops between them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.mentions import marks
from factx.segment import Sentence, segment
from factx.text import fold

NAMES = ["云溪县", "建成了", "12", "“三年行动”", "《办法》", "（试行）", "“", "》", "("]
NUMBERS = ["一、", "（二）", "1.", "一是"]
PIECES = st.sampled_from([*NAMES, *NUMBERS, *" \u3000，,；;：:。！!？?、\n\t"])
TEXTS = st.lists(PIECES, max_size=40).map("".join)
HALF = str.maketrans("，；：！？（）", ",;:!?()")


def cut(text: str) -> list[Sentence]:
    folded = fold(text)
    return segment(folded, marks.scan(folded))


@given(TEXTS | st.text(max_size=60))
def test_pieces_stand_in_order_within_the_text(text: str) -> None:
    end = 0
    for sentence in cut(text):
        assert end <= sentence.start < sentence.end <= len(text)
        inner = sentence.start
        for clause in sentence.clauses:
            assert inner <= clause.start <= clause.end <= sentence.end
            inner = clause.end
        end = sentence.end


@given(TEXTS)
def test_only_stops_and_space_stand_between_sentences(text: str) -> None:
    end = 0
    for sentence in cut(text):
        assert re.fullmatch(r"[\s。！？!?”’」』)）]*", text[end : sentence.start])
        end = sentence.end
    assert re.fullmatch(r"[\s。！？!?”’」』)）]*", text[end:])


@given(TEXTS)
def test_sections_stand_before_their_sentences(text: str) -> None:
    for sentence in cut(text):
        for heading in sentence.section:
            assert heading[0] <= sentence.start
        assert list(sentence.section) == sorted(sentence.section)


@given(
    st.lists(st.sampled_from(["我们办学", "成效明显", "，", "；", "：", "。", "！", "？", "\n"]), max_size=30).map(
        "".join
    )
)
def test_half_width_punctuation_cuts_like_full_width(text: str) -> None:
    full = [(s.start, s.end, [c[:2] for c in s.clauses]) for s in cut(text)]
    half = [(s.start, s.end, [c[:2] for c in s.clauses]) for s in cut(text.translate(HALF))]
    assert full == half


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in cut(text)]


def test_speech_does_not_hide_the_end_of_its_sentence() -> None:
    assert words("他说：“要干就干好。”次日开工。") == ["他说：“要干就干好", "次日开工"]


def test_a_stop_inside_a_name_in_quotes_does_not_divide() -> None:
    assert words("开展“强国有我！”主题活动。") == ["开展“强国有我！”主题活动"]


def test_commas_between_digits_and_clock_times_do_not_divide() -> None:
    assert [len(s.clauses) for s in cut("全年实现产值1,200万元，8:30开工")] == [2]


def test_commas_in_titles_and_brackets_do_not_divide() -> None:
    assert [len(s.clauses) for s in cut("印发《通知，办法》（甲，乙）并实施")] == [1]


def test_headings_nest_by_their_numbers() -> None:
    text = "一、工作回顾\n（一）教育\n建成学校3所。\n二、工作安排\n新建学校2所。"
    trails = [[text[slice(*h)] for h in s.section] for s in cut(text) if not s.heading]
    assert trails == [["一、工作回顾", "（一）教育"], ["二、工作安排"]]


def test_a_number_with_decimals_is_no_heading() -> None:
    assert not any(s.heading for s in cut("3.5万人参加\n"[:-1] + "。"))


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        # A blank and the beginning of a report divide a headline from the text on its line.
        ("云溪县推出12条举措 新华社云溪2月8日电 该县设立资金。", "云溪县推出12条举措"),
        ("云溪县推出12条举措 2月15日，记者从县政府获悉，该县设立资金。", "云溪县推出12条举措"),
        ("减免租金 云溪县出台政策 近日，云溪县设立资金。", "减免租金 云溪县出台政策"),
        # Other blanks do not, nor one behind a comma or in a later line.
        ("云溪县科协 云溪县教育局设立资金。", None),
        ("云溪县推出举措， 近日设立资金。", None),
        ("云溪县推出举措\n云溪县设立资金 近日设立资金。", "云溪县推出举措"),
    ],
)
def test_a_headline_may_stand_on_the_line_of_its_text(text: str, headline: str | None) -> None:
    first = cut(text)[0]
    assert first.heading == (headline is not None)
    assert headline is None or text[first.start : first.end] == headline
