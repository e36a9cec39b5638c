"""What a report did not use, and why: nothing is made up, nothing that a record shows is called unused."""

from pathlib import Path

import pytest

from factx.audit import Audit, audit
from factx.pipeline import extract, trace
from factx.records import Document
from factx.rules import RULES
from factx.trace import Trace

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


def traced(text: str) -> Trace:
    return trace(Document(name="-", text=text))


def unused(text: str) -> list[tuple[str, str, str | None]]:
    return [(u.sort, text[u.start : u.end], u.reason) for u in audited(text).unused]


def audited(text: str) -> Audit:
    return audit(traced(text))


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        ("全年建成充电桩120个。", [], "the number is a record's"),
        ("青禾公司获评“省级绿色工厂”。", [], "the verb and the name are a record's"),
        ("三年来，全局干部下沉一线。", [("number", "三年", "a duration as mere time")], "a rule's own words"),
        (
            "全县有“五个坚持”。",
            [
                ("quote", "“五个坚持”", "no head noun of an undertaking at once behind it"),
                ("number", "五个", "inside a name"),
            ],
            "both declined",
        ),
        ("青禾公司力争获评“省级绿色工厂”。", None, "a wish: the verb is unused, with the wish as the reason"),
        ("记者介绍，会议通过网络召开。", [], "no verb of honour: 记 is a part of a word, 通过 a means"),
        ("会议学习了《云溪县志》。", [("title", "《云溪县志》", None)], "no rule said anything: no reason is invented"),
    ],
)
def test_what_is_unused(text: str, wanted: list[tuple[str, str, str | None]] | None, why: str) -> None:
    found = unused(text)
    if wanted is None:
        assert any(sort == "verb" and reason and "力争" in reason for sort, _, reason in found), why
    else:
        assert found == wanted, why


def test_what_is_seen_is_used_or_unused() -> None:
    text = "三年来，青禾公司建成充电桩120个，获评“省级绿色工厂”。"
    report = audited(text)
    assert report.seen == {"number": 2, "quote": 1, "title": 0, "verb": 1}
    assert [report.used(sort) for sort in ("number", "quote", "title", "verb")] == [1, 1, 0, 1]


def test_a_headline_that_repeats_a_number_used_it() -> None:
    text = "云溪县新增高新技术企业52家\n2023年，云溪县新增高新技术企业52家，增长20%。\n"
    report = traced(text)
    (headline,) = [look for look in report.looks if look.drafts and look.mention.start < text.index("\n")]
    (lost,) = [report.lost(draft) for draft in headline.drafts]
    assert lost
    assert lost.why == "a headline that repeats the body"
    assert report.record(headline.drafts[0]).start > text.index("\n")
    assert audit(report).unused == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_reason_is_a_rule_s_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = traced(text)
    declines = {(look.rule, look.decline.reason) for look in report.looks if look.decline}
    given = {(u.rule, u.reason) for u in audit(report).unused if u.reason}
    assert {(rule, reason) for rule, reason in given if rule} <= declines
    assert {reason for rule, reason in given if not rule} <= {"page furniture"}
    assert {look.rule for look in report.looks} <= {rule.name for rule in RULES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_trace_changes_nothing_and_loses_nothing(path: Path) -> None:
    document = Document(name=path.name, text=path.read_text(encoding="utf-8"))
    report = trace(document)
    assert report.report == extract(document)
    ended = {report.record(draft).id for look in report.looks for draft in look.drafts}
    assert ended == {fact.id for fact in report.report.facts}
