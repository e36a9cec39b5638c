"""The page in the reader's hands: the keyboard, marks, paper, the dark, a phone, another language."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from browser import choose, texts, visit
from playwright.sync_api import Browser, Page
from shell import ROOT, run

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


def test_the_keyboard_does_everything(tab: Page) -> None:
    tab.locator(".row").first.focus()
    tab.keyboard.press("Enter")
    for key, index in (("", 0), ("]", 1), ("[", 0)):
        if key:
            tab.keyboard.press(key)
        tab.locator(".bar-name", has_text=SAMPLES[index].name).wait_for()
    chosen = tab.locator(".cards .chosen")
    ids = tab.locator(".cards .card").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
    for key, index in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        tab.keyboard.press(key)
        assert chosen.get_attribute("data-id") == ids[index]
    tab.keyboard.press("Enter")
    assert tab.locator(".text .lit").first.evaluate("node => node.getBoundingClientRect().top > 0")
    tab.keyboard.press("a")
    assert chosen.get_attribute("data-mark") == "accepted"
    tab.keyboard.press("r")
    assert chosen.get_attribute("data-mark") == "rejected"
    tab.keyboard.press("r")
    assert chosen.get_attribute("data-mark") is None
    tab.keyboard.press("u")
    assert tab.locator(".switch input").is_checked()
    tab.keyboard.press("/")
    tab.keyboard.type("jar")  # letters are letters in the search
    assert tab.locator(".finder").input_value() == "jar"
    tab.keyboard.press("Escape")
    assert tab.locator(".finder").input_value() == ""
    tab.keyboard.press("?")
    assert tab.locator("dialog kbd").count() > 8
    tab.keyboard.press("Escape")
    tab.locator("dialog").wait_for(state="detached")
    tab.keyboard.press("o")
    tab.locator(".rows").wait_for()


def test_an_address_leads_to_a_record_and_back_leads_back(
    browser: Browser, samples_html: Path, sample_records: list[dict]
) -> None:
    last = [fact for fact in sample_records if fact["doc"].endswith("city_report.txt")][-1]
    with visit(browser, samples_html, f"#/{CITY}/{last['id']}") as tab:
        assert tab.locator(".cards .chosen").get_attribute("data-id") == last["id"]
        tab.locator(".home").click()
        tab.locator(".rows").wait_for()
        tab.go_back()
        tab.locator(".text").wait_for()
        assert tab.locator(".bar-name").text_content() == "city_report.txt"


# Marks


def saved(tab: Page) -> object:
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save marks").click()
    assert download.value.suggested_filename == "samples.marks.json"
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def test_marks_are_saved_as_score_reads_them_and_taken_again(
    browser: Browser, samples_html: Path, tmp_path: Path, sample_records: list[dict]
) -> None:
    mine = [fact["id"] for fact in sample_records if fact["doc"].endswith("city_report.txt")]
    text = SAMPLES[CITY].read_text(encoding="utf-8")
    marks = {mine[0]: "accepted", mine[1]: "rejected"}
    wanted = [{"document": "samples/city_report.txt", "sha256": sha256(text.encode()).hexdigest(), "marks": marks}]
    with visit(browser, samples_html, f"#/{CITY}") as tab:
        assert tab.locator(".save-marks").is_disabled()
        for index, name in enumerate(("Accept", "Reject")):
            tab.locator(".cards .card").nth(index).get_by_role("button", name=name).click()
        assert saved(tab) == wanted
        tab.reload()
        assert saved(tab) == wanted, "the browser remembers"
    (tmp_path / "marks.json").write_text(json.dumps(wanted), encoding="utf-8")
    with visit(browser, samples_html, f"#/{CITY}") as tab:
        assert tab.locator(".card[data-mark]").count() == 0, "another reader has none"
        with tab.expect_file_chooser() as chooser:
            tab.get_by_role("button", name="Open marks").click()
        chooser.value.set_files(tmp_path / "marks.json")
        tab.locator('.card[data-mark="rejected"]').wait_for()
        assert saved(tab) == wanted
        choose(tab, "mark", "unmarked")
        shown = tab.locator(".cards .card").evaluate_all("nodes => nodes.map(node => node.dataset.id)")
        assert mine[0] not in shown
        assert mine[2] in shown


def test_marks_of_one_document_are_one_object(browser: Browser, tmp_path: Path) -> None:
    run("view", "samples/city_report.txt", "-o", str(tmp_path / "page.html"))
    with visit(browser, tmp_path / "page.html") as tab:
        tab.keyboard.press("j")
        tab.keyboard.press("a")
        with tab.expect_download() as download:
            tab.get_by_role("button", name="Save marks").click()
        said = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert said.keys() == {"document", "sha256", "marks"}
    assert list(said["marks"].values()) == ["accepted"]


def test_score_reads_the_marks_that_the_page_saves(browser: Browser, samples_html: Path, tmp_path: Path) -> None:
    with visit(browser, samples_html, f"#/{CITY}") as tab:
        for key in "jajajr":
            tab.keyboard.press(key)
        with tab.expect_download() as download:
            tab.get_by_role("button", name="Save marks").click()
        download.value.save_as(tmp_path / "samples.marks.json")
    result = run("score", str(tmp_path / "samples.marks.json"), "--json")
    assert result.code == 0
    kinds = json.loads(result.out)["kinds"].values()
    assert [sum(tally[mark] for tally in kinds) for mark in ("accepted", "rejected")] == [2, 1]


# Everywhere


def test_on_paper_everything_is_there_and_nothing_to_press(report: Page, sample_records: list[dict]) -> None:
    mine = sum(fact["doc"].endswith("city_report.txt") for fact in sample_records)
    assert report.locator(".cards .card").count() < mine
    assert report.pdf(format="A4").startswith(b"%PDF")
    assert report.locator(".cards .card").count() == mine
    report.emulate_media(media="print")
    for control in (".bar", ".switch", ".card-marks", ".menus"):
        assert not report.locator(control).first.is_visible()
    assert report.evaluate("getComputedStyle(document.querySelector('.reading')).overflow") == "visible"


def test_dark_follows_the_machine_and_the_button_goes_before_it(browser: Browser, samples_html: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with visit(browser, samples_html, color_scheme="light") as tab:
        light = tab.evaluate(ground)
    with visit(browser, samples_html, color_scheme="dark") as tab:
        dark = tab.evaluate(ground)
        assert dark != light
        tab.get_by_role("button", name="Light or dark").click()
        assert tab.evaluate(ground) == light
        tab.reload()
        assert tab.evaluate(ground) == light, "the browser remembers"
        tab.keyboard.press("t")
        assert tab.evaluate(ground) == dark


def test_on_a_phone_text_and_records_take_turns(browser: Browser, samples_html: Path) -> None:
    phone = {"viewport": {"width": 375, "height": 700}, "has_touch": True, "is_mobile": True}
    for at in ("", f"#/{CITY}"):
        with visit(browser, samples_html, at, **phone) as tab:
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert tab.evaluate("innerWidth") == 375
    with visit(browser, samples_html, f"#/{CITY}", **phone) as tab:
        assert tab.locator(".reading").is_visible()
        assert not tab.locator(".panel").is_visible()
        tab.locator(".mark").first.tap()
        sheet = tab.locator(".sheet")
        assert sheet.is_visible()
        first = sheet.locator("h3").text_content()
        sheet.get_by_role("button", name="Next").tap()
        assert (sheet.locator("h3").text_content(), sheet.locator(".amount").count()) != (first, 0)
        sheet.get_by_role("button", name="Close").tap()
        assert not sheet.is_visible()
        tab.locator(".tabs button", has_text="Records").tap()
        assert tab.locator(".panel").is_visible()
        assert not tab.locator(".reading").is_visible()
        tab.locator(".cards .card h3").nth(3).tap()
        assert tab.locator(".reading").is_visible()


def test_it_speaks_chinese_to_who_reads_chinese(browser: Browser, samples_html: Path) -> None:
    with visit(browser, samples_html, f"#/{CITY}", locale="zh-CN") as tab:
        assert tab.get_attribute("html", "lang") == "zh-CN"
        assert "荣誉" in (tab.locator(".kind-chip.honour").text_content() or "")
        assert "亿元" in "".join(texts(tab.locator(".amount"))), "numbers as the reports write them"
        tab.get_by_role("button", name="English").click()
        assert "Honours" in (tab.locator(".kind-chip.honour").text_content() or "")


def test_without_scripts_it_says_what_it_needs(browser: Browser, samples_html: Path) -> None:
    with visit(browser, samples_html, java_script_enabled=False) as tab:
        assert "allow scripts" in tab.locator("noscript").inner_text()
