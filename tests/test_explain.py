"""What `factx explain` says: the rules' own words, for every record and for places without one."""

import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from shell import one_line, run, terminal

from factx.audit import audit
from factx.explain import Place, place, sources
from factx.explain.plain import plain
from factx.explain.show import Shown
from factx.pipeline import extract, trace
from factx.records import Document
from factx.trace import Trace

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
NOTICE = "samples/award_notice.txt"


def traced(text: str) -> Trace:
    return trace(Document(name="-", text=text))


def at(text: str, words: str) -> Place:
    start = text.index(words)
    return place(traced(text), start, start + len(words))


def outcomes(text: str, words: str) -> list[tuple[str, str, str | None]]:
    return [(v.rule, v.fate, v.reason) for v in at(text, words).verdicts if v.fate != "nothing"]


@pytest.mark.parametrize(
    ("text", "words", "wanted", "why"),
    [
        ("青禾公司获评“省级绿色工厂”。", "获评", ("honour.received", "record", None), "the rule that made the record"),
        ("青禾公司力争荣获省科技进步奖。", "荣获", ("honour.received", "declined", "a wish or a possibility: 力争"),
         "a wish is no honour"),
        ("青禾公司力争荣获省科技进步奖。", "力争", ("honour.received", "declined", "a wish or a possibility: 力争"),
         "asked at the words that stopped it"),
        ("三年来，青禾公司发展很快。", "三年", ("achievement.figure", "declined", "a duration as mere time"),
         "no number"),
        ("青禾公司获评“省级绿色工厂”。会后，青禾公司获评“省级绿色工厂”。", "会后，青禾公司获评",
         ("honour.received", "lost", "told there already"), "told twice"),
    ],
)  # fmt: skip
def test_what_rules_made_of_a_place(text: str, words: str, wanted: tuple[str, str, str | None], why: str) -> None:
    assert wanted in outcomes(text, words), why


def test_what_lost_names_the_record_that_stands() -> None:
    text = "青禾公司获评“省级绿色工厂”。会后，青禾公司获评“省级绿色工厂”。"
    (lost,) = [v for v in at(text, "会后，青禾公司获评").verdicts if v.fate == "lost"]
    assert lost.record
    assert (lost.record.kind, lost.record.start) == ("honour", 0)


def test_where_no_rule_looked_the_nearest_is_told() -> None:
    found = at("青禾公司位于云溪县，现有职工。三年来，公司发展很快。", "发展")
    assert found.nearest
    assert [(v.rule, v.reason) for v in found.verdicts] == [("achievement.figure", "a duration as mere time")]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("春天来到云溪。\n青禾公司获评“省级绿色工厂”。", "春天", "nothing in this sentence wakes a rule"),
        ("春天来到云溪。\n\n青禾公司获评“省级绿色工厂”。", "。\n", "no sentence"),
        ("青禾公司建成充电桩120个。\n上一篇：云溪县新增企业52家\n", "52家", "page furniture"),
    ],
)
def test_where_no_rule_came_it_says_why(text: str, words: str, why: str) -> None:
    found = at(text, words)
    assert found.verdicts == []
    assert found.why
    assert found.why.startswith(why)


def test_fields_tell_who_gave_them_and_from_how_far() -> None:
    text = "云溪县文化局工作总结\n2023年，全局干劲足，建成阅览室12个。\n计划新增书屋3个。\n"
    first, second = sources(traced(text))
    origins = {field.name: (field.giver, field.distance) for field in first.fields}
    assert origins["metric"] == ("rule", "clause")
    assert origins["measure"] == ("rule", None), "no words say it"
    assert origins["subject"] == ("context", "heading")
    assert origins["period"] == ("context", "sentence")
    assert origins["status"] == ("nobody", None), "done, because nothing says otherwise"
    (status,) = [field for field in second.fields if field.name == "status"]
    assert [text[a:b] for a, b in status.spans] == ["计划"]
    assert (status.giver, status.distance) == ("context", "clause")


def test_a_record_tells_where_else_it_is_told() -> None:
    (honour,) = [
        s for s in sources(traced("青禾公司获评“绿色工厂”。会后，青禾公司获评“绿色工厂”。")) if s.fact.kind == "honour"
    ]
    assert [(told.rule, told.why) for told in honour.told_again] == [("honour.received", "told there already")]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_explanations_fit_the_records_and_the_rules(path: Path) -> None:
    document = Document(name=path.name, text=path.read_text(encoding="utf-8"))
    report = trace(document)
    told = sources(report)
    assert [source.fact for source in told] == extract(document).facts
    for source in told:
        said = {name for name, value in source.fact.model_dump().items() if value not in (None, [])}
        assert {field.name for field in source.fields} <= said
        for field in source.fields:
            assert (field.giver == "nobody") <= (not field.spans)
            assert field.spans or isinstance(field.value, (str, int, float)), field
    given = {(look.rule, look.decline.reason) for look in report.looks if look.decline}
    for start in range(0, len(document.text), 7):
        for verdict in place(report, start, start + 1).verdicts:
            assert (verdict.fate == "declined") <= ((verdict.rule, verdict.reason) in given)
            assert (verdict.fate in ("record", "lost")) == (verdict.record is not None)


def shown(text: str) -> str:
    stream = io.StringIO()
    report = traced(text)
    out = Shown(stream, report.report.document, report.report.facts)
    out.document(sources(report), report.report.issues)
    out.unused(audit(report))
    out.places([place(report, n, n + 1) for n in range(len(text))])
    return stream.getvalue()


def test_nothing_in_a_text_steers_the_terminal() -> None:
    out = shown("青禾\x1b[31m公司获评“省级\x07[bold]绿色工厂”。\n三年来，😀发展\u202e很快\x9b2J。\n")
    assert not set(out) & set("\x1b\x07\u202e\x9b")
    assert "[bold]" in out


def test_every_record_of_extract_is_numbered() -> None:
    out = run("explain", NOTICE).out
    facts = run("extract", NOTICE, "-f", "jsonl").out.splitlines()
    assert f"[{len(facts)}] " in out
    assert f"[{len(facts) + 1}] " not in out


def test_json_holds_all_and_agrees_with_extract() -> None:
    said = json.loads(run("explain", NOTICE, "--json", "--text", "力争").out)
    facts = [json.loads(line) for line in run("extract", NOTICE).out.splitlines()]
    assert [(r["id"], r["quote"]) for r in facts] == [(r["id"], r["text"]) for r in said["records"]]
    text = (ROOT / NOTICE).read_text(encoding="utf-8")
    for record, fact in zip(said["records"], facts, strict=True):
        for field, told in record["fields"].items():
            assert told["value"] == fact[field]
            assert all(text[span["start"] : span["end"]] == span["text"] for span in told["spans"])
    (here,) = said["places"]
    assert [look["reason"] for look in here["looks"] if look["fate"] == "declined"] == ["a wish or a possibility: 力争"]
    assert set(said) == {"document", "records", "issues", "seen", "unused", "places"}


def test_places_are_only_in_json_where_asked_for() -> None:
    report = traced("青禾公司获评“省级绿色工厂”。")
    assert "places" not in plain(audit(report), sources(report), None)


def test_a_terminal_is_not_overrun() -> None:
    code, out = terminal("explain", NOTICE, "--unused", columns=80)
    assert code == 0
    lines = re.sub(r"\x1b\[[\d;]*m", "", out).splitlines()
    wide = [line for line in lines if sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line) > 80]
    assert wide == []
    assert "numbers seen" in out


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        (("--at", "99999"), "99999 is no character of the text, which has"),
        (("--at", "-1"), "-1 is no character"),
        (("--text", "火星"), "does not hold '火星'"),
        (("--text", ""), "does not hold ''"),
    ],
)
def test_a_place_that_is_none_is_one_line(args: tuple[str, ...], wanted: str) -> None:
    result = run("explain", NOTICE, *args)
    assert result.code == 2
    assert wanted in one_line(result)
