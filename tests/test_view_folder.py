"""Many documents on the page, in a browser: the list, its charts, filters and search."""

import json
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest
from browser import choose, number, texts, visit
from playwright.sync_api import Browser, Page
from shell import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
CITY = next(index for index, path in enumerate(SAMPLES) if path.stem == "city_report")


@pytest.fixture
def tab(browser: Browser, samples_html: Path) -> Iterator[Page]:
    with visit(browser, samples_html) as page:
        yield page


@pytest.fixture
def report(browser: Browser, samples_html: Path) -> Iterator[Page]:
    """The page at one of its documents."""
    with visit(browser, samples_html, f"#/{CITY}") as page:
        yield page


def year(fact: dict) -> str | None:
    period = fact["period"]
    return period["end"][:4] if period and period["end"] else None


def totals(tab: Page) -> list[int]:
    return [number(text) for text in texts(tab.locator(".row-total"))]


def test_the_list_counts_the_records_of_each_document(tab: Page, sample_records: list[dict]) -> None:
    counts = Counter(fact["doc"] for fact in sample_records)
    assert texts(tab.locator(".row-name b")) == [path.name for path in SAMPLES]
    assert totals(tab) == list(counts.values())
    kinds = Counter(fact["kind"] for fact in sample_records)
    for kind, count in kinds.items():
        assert number(tab.locator(f".tile.{kind} b").text_content() or "") == count
        assert number(tab.locator(f".kind-chip.{kind} b").text_content() or "") == count


def test_the_list_stands_before_the_documents_have_come(browser: Browser, samples_html: Path) -> None:
    """A long page over a slow line: what is not there yet is waited for, not missed."""
    begun, _, rest = samples_html.read_bytes().partition(b'<script type="application/x-ndjson" id="d2">')
    go_on = Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(begun)
            self.wfile.flush()
            go_on.wait(30)
            self.wfile.write(b'<script type="application/x-ndjson" id="d2">' + rest)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    Thread(target=server.serve_forever, daemon=True).start()
    tab = browser.new_page()
    tab.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="commit")
    tab.locator(".row").nth(5).wait_for()
    tab.locator(".row").nth(0).click()
    tab.locator(".text").wait_for()
    tab.keyboard.press("o")
    tab.locator(".row").nth(3).click()
    assert tab.locator(".text").count() == 0
    go_on.set()
    tab.locator(".text").wait_for()
    assert tab.locator(".bar-name").text_content() == SAMPLES[3].name
    tab.close()
    server.shutdown()


def test_charts_add_up_to_the_records(tab: Page, sample_records: list[dict]) -> None:
    bars = [
        [text.rpartition(": ") for text in texts(chart.locator("rect title"))] for chart in tab.locator(".chart").all()
    ]
    sums = [sum(number(count) for *_, count in chart) for chart in bars]
    dated = [fact for fact in sample_records if year(fact)]
    assert sums == [
        sum(fact["kind"] == "honour" for fact in dated),
        sum("status" in fact for fact in dated),
        len(sample_records),
    ]
    undated = [number(text) for text in texts(tab.locator("figcaption button"))]
    assert undated == [
        sum(fact["kind"] == "honour" for fact in sample_records) - sums[0],
        sum("status" in fact for fact in sample_records) - sums[1],
    ]
    honours = Counter((year(fact), fact["level"] or "not stated") for fact in dated if fact["kind"] == "honour")
    assert {tuple(name.split(" · ")): number(count) for name, _, count in bars[0]} == honours


def test_a_bar_filters_and_clearing_brings_everything_back(tab: Page, sample_records: list[dict]) -> None:
    tab.locator(".chart").first.locator("rect", has_text="2023 · national").click()
    wanted = [f for f in sample_records if f["kind"] == "honour" and f["level"] == "national" and year(f) == "2023"]
    assert wanted
    assert sum(totals(tab)) == len(wanted)
    tab.get_by_role("button", name="Clear filters").click()
    assert sum(totals(tab)) == len(sample_records)


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("level", "provincial", "level"),
        ("status", "planned", "status"),
        ("rule", "honour.listed", "rule"),
        ("year", "2024", None),
    ],
)
def test_filters(name: str, value: str, field: str | None, tab: Page, sample_records: list[dict]) -> None:
    wanted = [fact for fact in sample_records if (fact.get(field) if field else year(fact)) == value]
    assert wanted
    choose(tab, name, value)
    assert sum(totals(tab)) == len(wanted)
    assert len(totals(tab)) == len({fact["doc"] for fact in wanted}), "documents without any are left out"
    tab.locator(".row").first.click()
    tab.locator(".cards").wait_for()
    first = [fact["id"] for fact in wanted if fact["doc"] == wanted[0]["doc"]]
    ids = tab.locator(".cards .card").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
    assert sorted(ids) == sorted(first), "and hold inside a document, too"


def test_kinds_filter_both_sides_and_can_be_joined(report: Page, sample_records: list[dict]) -> None:
    mine = [fact for fact in sample_records if fact["doc"].endswith("city_report.txt")]
    report.locator(".kind-chip.honour").click()
    assert report.locator(".cards .card").count() == sum(fact["kind"] == "honour" for fact in mine)
    assert report.locator(".text [class*=lane0-achievement]").count() == 0
    report.locator(".kind-chip.initiative").press("Enter")
    assert report.locator(".cards .card").count() == sum(fact["kind"] in {"honour", "initiative"} for fact in mine)
    assert report.evaluate("document.activeElement.dataset.key") == "kind initiative", "the keyboard stays where it was"


def test_search_looks_through_texts_and_records_of_all(tab: Page, sample_records: list[dict]) -> None:
    tab.locator(".finder").fill("一等奖")
    tab.locator(".snippet").first.wait_for()
    inside = {path.name for path in SAMPLES if "一等奖" in path.read_text(encoding="utf-8")}
    assert set(texts(tab.locator(".row-name b"))) == inside
    wanted = [fact for fact in sample_records if "一等奖" in json.dumps(fact | {"section": []}, ensure_ascii=False)]
    assert sum(totals(tab)) == len(wanted)
    assert texts(tab.locator(".snippet mark")) == ["一等奖"] * tab.locator(".snippet").count()
    tab.locator(".snippet").first.click()
    tab.locator(".text").wait_for()
    painted = tab.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")
    assert set(painted) == {"一等奖"}
    first = "CSS.highlights.get('found').values().next().value.getBoundingClientRect()"
    assert tab.evaluate(f"0 < {first}.top && {first}.bottom < innerHeight"), "the place that was clicked is in sight"
    tab.locator(".finder").fill("没有的词")
    tab.locator(".empty").wait_for()
    assert tab.locator(".cards .empty").text_content() == "No record passes the filters"


def test_search_takes_signs_as_they_are(tab: Page) -> None:
    tab.locator(".finder").fill('<b>"\\u003c.*')
    tab.locator(".rows .empty").wait_for()
    tab.locator(".finder").fill("")
    tab.wait_for_function("document.querySelectorAll('.row').length === 6")
