"""The context corpus: at the place between ⟦ and ⟧, subject, period, status and section must be as the case says."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.context import Context
from factx.context.title import title_of
from factx.records import Document
from factx.scan import scan
from factx.segment import segment

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "context.toml").read_text(encoding="utf-8")
)["case"]


def observed(marked: str) -> dict[str, Any]:
    """What the context says at the marked place of a text."""
    at = marked.index("⟦")
    text = marked.replace("⟦", "").replace("⟧", "")
    mentions = scan(text)
    sentences = segment(mentions.folded, mentions.marks)
    context = Context(mentions, sentences)
    for sentence in sentences:
        if sentence.start > at:
            break
        context.enter(sentence)
    subject, period = context.subject(at), context.period(at)
    assert context.sentence is not None
    return {
        "subject": text[slice(*subject)] if subject else "null",
        "period": text[period.start : period.end] if period else "null",
        "start": (period and period.first) or "null",
        "end": (period and period.last) or "null",
        "status": "planned" if context.planned(at) else "achieved",
        "section": [text[slice(*heading)] for heading in context.sentence.section],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_context(case: dict[str, Any]) -> None:
    found = observed(case["text"])
    wanted = {field: value for field, value in case.items() if field not in ("why", "text")}
    assert {field: found[field] for field in wanted} == wanted


REPORT = "今年以来，青禾公司建成充电桩120个。"


@pytest.mark.parametrize(
    ("text", "given", "year"),
    [
        # The text's own words come first, then the user's, then the file's.
        ("青禾公司2021年工作总结\n" + REPORT, {"title": "2022年工作总结", "date": "2023-05-01"}, "2021"),
        ("发布时间：2021-03-01\n" + REPORT, {"title": "2022年工作总结", "date": "2023-05-01"}, "2021"),
        ("青禾公司工作总结\n" + REPORT, {"title": "青禾公司2022年工作总结", "date": "2023-05-01"}, "2022"),
        ("青禾公司工作总结\n2021年12月3日\n" + REPORT, {"date": "2023-05-01"}, "2021"),
        ("青禾公司工作总结\n" + REPORT, {"date": "2023-05-01"}, "2023"),
        ("青禾公司工作总结\n" + REPORT, {"title": "文档1"}, None),
        # A goal's year is not the report's.
        ("青禾公司工作总结\n" + REPORT, {"title": "面向到2035年的规划"}, None),
        ("青禾公司工作总结\n" + REPORT, {}, None),
    ],
)
def test_the_file_helps_where_the_text_does_not_give_its_year(
    text: str, given: dict[str, str], year: str | None
) -> None:
    (fact,) = (f for f in factx.extract(Document(name="x", text=text, **given)).facts if f.kind == "achievement")
    assert fact.period
    assert fact.period.start == (year and f"{year}-01-01")


def test_the_user_comes_before_the_file() -> None:
    document = Document(name="x", text=REPORT, title="2022年工作总结", date="2023-05-01")
    (fact,) = (f for f in factx.extract(document, date=datetime.date(2020, 6, 1)).facts if f.kind == "achievement")
    assert fact.period
    assert fact.period.start == "2020-01-01"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("青禾公司工作总结", "青禾公司工作总结"),
        ("青禾公司工作", "江州市工业和信息化局文件"),  # no line of the text
        (None, "江州市工业和信息化局文件"),
    ],
)
def test_the_title_of_the_file_is_the_line_below_the_letterhead(title: str | None, found: str) -> None:
    text = "江州市工业和信息化局文件\n江工信〔2023〕6号\n青禾公司工作总结\n" + REPORT
    mentions = scan(text)
    start, end = title_of(mentions.folded, segment(mentions.folded, mentions.marks), mentions.furniture, title)
    assert text[start:end] == found
