"""One document on the page, in a browser: marks, records and fields find each other, whatever the text is made of."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import number, texts, visit
from playwright.sync_api import Browser, Page
from shell import ROOT, run

HOSPITAL = ROOT / "samples" / "hospital_article.txt"
RARE = "😀😀𠮷野家荣获“江东省😀先进单位”称号，建成站点35个。\n\n𠀀𠀁张三丰获评“全国劳动模范”，𠮷野家新增门店😀12家。"
HOSTILE = (
    "<script>window.pwned=1</script>“</script><img src=x onerror=window.pwned=2>”\n"
    "青禾公司被江东省人民政府授予“<b onclick=alert(1)>省级</b>绿色工厂”称号，建成充电桩120个。'\"&amp;&lt;`${1}`\n"
    "\u202e正义公司荣获“县级先进单位”\u202c مرحبا بالعالم שלום עולם 建成基地8个。\n"
    "控制\x00字符\x07和\x1b[31m，完成投资5亿元。\u2028第二行完成改造9处。\r\n"
    "<!-- ]]> --> \\u003c \\\\u003cscript> $documents ${index}\n"
)
LONG_LINE = "青禾公司建成充电桩120个，" * 3000
INSIDE = {"x": 9, "y": 12}  # on the words, below the label that a lit one has above it
# What the page shows instead, so that nothing moves, turns or hides the rest.
SEEN = {0: "␀", 7: "␇", 0x1B: "␛", 0x0D: " ", 0x2028: " ", 0x202E: "\ufffd", 0x202C: "\ufffd"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    given = {"rare": RARE, "hostile": HOSTILE, "line": LONG_LINE, "nothing": "今天天气好。", "hospital": ""}
    for name, text in given.items():
        source = folder / f"{name}.txt"
        source.write_text(text or HOSPITAL.read_text(encoding="utf-8"), encoding="utf-8", newline="")
        assert run("view", source.name, "-o", f"{name}.html", cwd=folder).code == 0
        (folder / f"{name}.jsonl").write_text(run("extract", source.name, cwd=folder).out, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in given}


@pytest.fixture
def tab(browser: Browser, pages: dict[str, Path]) -> Iterator[Page]:
    with visit(browser, pages["hospital"]) as page:
        yield page


def records(page: Path) -> list[dict]:
    return [json.loads(line) for line in page.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]


def scrolled_to_its_end(tab: Page) -> None:
    """The list of records draws its next cards only when they come near, so its end moves down a few times."""
    tab.wait_for_function("""() => {
        document.querySelector(".panel").scrollTo(0, 1e6);
        return !document.querySelector(".cards .lazy-end");
    }""")


def stretch(tab: Page, selector: str) -> str:
    return "".join(texts(tab.locator(f".text {selector}")))


@pytest.mark.parametrize("name", ["hospital", "rare", "hostile"])
def test_each_record_lights_its_quote_and_its_fields(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    text = pages[name].with_suffix(".txt").read_bytes().decode().translate(SEEN)
    facts = records(pages[name])
    assert facts
    with visit(browser, pages[name]) as tab:
        scrolled_to_its_end(tab)
        for fact in facts:
            tab.locator(f'.card[data-id="{fact["id"]}"] h3').first.click()
            tab.locator(".finder").hover()
            lit = stretch(tab, ".lit")
            assert lit == text[fact["start"] : fact["end"]].replace("\n", "")
            spans = [span for at in fact["spans"].values() for span in ([at] if at and isinstance(at[0], int) else at)]
            offsets = sorted({offset for start, end in spans for offset in range(start, end)})
            assert stretch(tab, ".field") == "".join(text[offset] for offset in offsets)


@pytest.mark.parametrize("name", ["hospital", "rare", "hostile", "line"])
def test_the_whole_text_is_shown_as_text(name: str, browser: Browser, pages: dict[str, Path]) -> None:
    text = pages[name].with_suffix(".txt").read_bytes().decode()
    with visit(browser, pages[name]) as tab:
        assert stretch(tab, "p") == text.translate(SEEN).replace("\n", "")
        assert tab.evaluate("window.pwned") is None
        assert tab.locator(".text :not(p, span)").count() == 0, "nothing of the text is an element"
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"


def test_a_record_found_in_the_text_is_chosen_at_the_right(tab: Page) -> None:
    mark = tab.locator(".mark", has_text="全国优秀护士").first
    mark.click(position=INSIDE)
    chosen = tab.locator(".cards .chosen")
    assert chosen.count() == 1
    assert chosen.locator("h3").text_content() == "全国优秀护士"
    assert chosen.evaluate("node => node.getBoundingClientRect().top < innerHeight")
    mark.click(position=INSIDE)  # the same words show an honour and the person who holds it: one after the other
    assert chosen.locator("h3").text_content() == "苏婉清"
    mark.click(position=INSIDE)
    assert chosen.locator("h3").text_content() == "全国优秀护士"


def test_hovering_shows_what_each_field_was_read_from_and_leaving_hides_it(tab: Page) -> None:
    assert tab.locator(".field").count() == 0
    card = tab.locator(".card.honour", has_text="优质护理示范病房").first
    card.hover()
    shown = {node["field"]: node["text"] for node in tab.locator(".text [data-field]").evaluate_all(
        "nodes => nodes.map(node => ({ field: node.dataset.field, text: node.textContent }))"
    )}  # fmt: skip
    assert shown["title"] == "优质护理示范病房"
    assert shown["grantor"] == "江州市卫生健康委"
    assert shown["recipients"] == "心血管内科"
    tab.locator(".finder").hover()
    assert tab.locator(".field").count() == 0
    tab.locator(".mark", has_text="优质护理示范病房").hover()
    assert tab.locator(".card.pointed h3").text_content() == "优质护理示范病房"
    assert tab.locator(".field").count() > 0


def test_overlapping_kinds_are_drawn_in_lanes_of_their_own(tab: Page) -> None:
    classes = tab.locator(".mark", has_text="全国优秀护士").first.get_attribute("class")
    assert classes is not None
    lanes = sorted(name for name in classes.split() if name.startswith("lane"))
    assert [lane[:5] for lane in lanes] == ["lane0", "lane1"]
    assert {lane[6:] for lane in lanes} == {"honour", "awardee"}


def test_plans_are_dashed(tab: Page) -> None:
    assert "lane0-achievement-planned" in (tab.locator(".mark", has_text="3000").first.get_attribute("class") or "")
    tab.keyboard.press("k")  # the last record
    assert tab.locator(".cards .planned", has_text="介入手术量").count() == 1


def test_a_field_can_be_looked_up_in_the_text(tab: Page) -> None:
    tab.locator(".card.honour", has_text="优质护理示范病房").first.locator("h3").click()
    tab.locator(".cards .chosen .field-value", has_text="江州市第二人民医院").click()
    assert stretch(tab, ".field") == "江州市第二人民医院"
    assert tab.locator(".field").first.evaluate("node => node.getBoundingClientRect().top >= 0")


def test_what_was_not_used_is_shown_when_asked_for(tab: Page) -> None:
    said = number(tab.locator(".switch b").text_content() or "")
    assert said > 0
    assert tab.locator(".unused, .not-used").count() == 0
    tab.locator(".switch input").check()
    scrolled_to_its_end(tab)
    cards = tab.locator(".not-used")
    assert cards.count() == said
    assert all(text.strip() for text in texts(tab.locator(".not-used .card-gist"))), "each has a reason, or says none"
    assert tab.locator(".text .unused").count() >= 1
    tab.locator(".switch input").uncheck()
    assert tab.locator(".unused, .not-used").count() == 0


def test_the_json_of_a_record_can_be_copied_byte_for_byte(browser: Browser, pages: dict[str, Path]) -> None:
    lines = pages["hostile"].with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    with visit(browser, pages["hostile"], permissions=["clipboard-read", "clipboard-write"]) as tab:
        for line in lines:
            card = tab.locator(f'.card[data-id="{json.loads(line)["id"]}"]').first
            card.locator("h3").click()
            card.get_by_role("button", name="Copy JSON").click()
            tab.wait_for_function("line => navigator.clipboard.readText().then(text => text === line)", arg=line)


def test_a_document_without_facts_says_so(browser: Browser, pages: dict[str, Path]) -> None:
    with visit(browser, pages["nothing"]) as tab:
        assert tab.locator(".cards .empty").text_content() == "No records"
        assert stretch(tab, "p") == "今天天气好。"


def test_a_doubt_leads_to_its_place(browser: Browser, tmp_path: Path) -> None:
    text = "青禾公司建成充电桩120个。\n" * 60 + "江州市建成泵站"
    (tmp_path / "damaged.txt").write_bytes(text.encode() + b"\xff" + "8座。".encode())
    run("view", "damaged.txt", "-o", "page.html", cwd=tmp_path)
    with visit(browser, tmp_path / "page.html") as tab:
        tab.locator(".note summary").click()
        assert "replaced-bytes" in (tab.locator(".note li").text_content() or "")
        last = tab.locator(".text p").last
        assert not last.evaluate("node => node.getBoundingClientRect().bottom < innerHeight")
        tab.locator(".note li button").click()
        assert last.evaluate("node => node.getBoundingClientRect().bottom < innerHeight")


def test_without_its_text_each_record_shows_its_quote_and_the_page_says_why(
    browser: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_bytes(pages["rare"].with_suffix(".jsonl").read_bytes())
    assert run("view", str(facts), "-o", str(tmp_path / "page.html")).code == 0
    with visit(browser, tmp_path / "page.html") as tab:
        assert "null" not in (tab.locator("#app").text_content() or "")
        assert tab.locator(".switch input").is_disabled(), "what was not used is not known"
        assert "its text was not found" in (tab.locator(".note").text_content() or "")
        assert texts(tab.locator(".cards blockquote")) == [fact["quote"] for fact in records(pages["rare"])]
        tab.locator(".card h3").first.click()
        tab.keyboard.press("j")
        assert tab.locator(".cards .chosen").count() == 1


def test_only_what_comes_near_the_screen_is_made(browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "long.txt"
    source.write_text("".join(f"第{i}家公司建成充电桩{i}个。\n" for i in range(1, 400)), encoding="utf-8")
    run("view", str(source), "-o", str(tmp_path / "page.html"))
    made = len(run("extract", str(source)).out.splitlines())
    with visit(browser, tmp_path / "page.html") as tab:
        assert 0 < tab.locator(".card").count() < made / 2
        tab.keyboard.press("k")  # the last record
        assert tab.locator(".cards .card").count() == made
        assert tab.locator(".cards .chosen").evaluate("node => node.getBoundingClientRect().top < innerHeight")
