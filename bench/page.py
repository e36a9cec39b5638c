"""How quickly the page of `factx view` opens in Chromium, and how much memory it takes there.

python bench/page.py [--text FILE] [--documents N] [--rounds N] [--json]

Needs `pip install -e '.[browser]'` and Chromium.
"""

import argparse
import io
import json
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from measuring import DOCUMENT, documents
from playwright.sync_api import Browser, sync_playwright

from factx.pipeline import extract
from factx.records import Document
from factx.view import Sheet, write

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

# Milliseconds from the start of the navigation until the page has drawn its first frame and answered a click: the first
# document of the list is opened, and its text and its records are on the screen.
FIRST_CLICK = """() => new Promise((done) => {
  document.querySelector(".row").click();
  const wait = () => document.querySelector(".text p") && document.querySelector(".card")
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))) : requestAnimationFrame(wait);
  wait();
})"""
SEARCH = """() => new Promise((done) => {
  const [start, finder] = [performance.now(), document.querySelector(".finder")];
  finder.value = "项目";
  finder.dispatchEvent(new Event("input"));
  const wait = () => document.querySelector(".snippet") ? done(performance.now() - start) : setTimeout(wait, 1);
  wait();
})"""


def texts_of(path: Path | None, number: int) -> list[str]:
    """`number` texts: a file cut at line ends, or the samples again and again."""
    if path is None:
        return list(islice(cycle(documents(None, 0)), number))
    found = documents(path, 2 * number * DOCUMENT)[:number]
    if len(found) < number:
        sys.exit(f"{path}: holds {len(found)} documents of {DOCUMENT} characters, not {number}")
    return found


def page_of(texts: list[str]) -> tuple[str, int]:
    """The page of the texts, and how many records it shows; equal texts are read once."""
    facts = {text: extract(Document(name="bench", text=text)).facts for text in set(texts)}
    sheets = []
    for number, text in enumerate(texts):
        name = f"report{number:04}.txt"
        sheets.append(Sheet(name, text, facts[text], unused=[]))
    out = io.StringIO()
    write(sheets, out, title="bench")
    return out.getvalue(), sum(len(sheet.facts) for sheet in sheets)


def processes(browser: Browser) -> list[dict[str, Any]]:
    """The browser's processes that show pages."""
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [process for process in found if process["type"] == "renderer"]


def private_memory(browser: Browser) -> float:
    """Megabytes that these processes have for themselves (private pages, clean and dirty)."""
    pages = (Path(f"/proc/{p['id']}/smaps_rollup").read_text(encoding="ascii") for p in processes(browser))
    return (
        sum(int(line.split()[1]) for text in pages for line in text.splitlines() if line.startswith("Private_")) / 1024
    )


def processor_time(browser: Browser) -> float:
    """Milliseconds that these processes have worked."""
    return sum(float(p["cpuTime"]) for p in processes(browser)) * 1000


def visit(browser: Browser, page: Path) -> dict[str, float]:
    """One reader: opens the page, clicks, goes back, searches."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    idle = processor_time(browser)
    tab.goto(page.as_uri(), wait_until="commit")
    tab.wait_for_selector(".row")
    click = tab.evaluate(FIRST_CLICK)
    drawn = tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    tab.wait_for_load_state("load")
    figures = {
        "drawn after, ms": drawn,
        "first click answered after, ms": click,
        "processor time of the tab, ms": processor_time(browser) - idle,
        "memory after the click, MB": private_memory(browser),
    }
    tab.evaluate("location.hash = '#/'")
    tab.wait_for_selector(".row")
    figures["search of all documents, ms"] = tab.evaluate(SEARCH)
    figures["memory after the search, MB"] = private_memory(browser)
    tab.close()
    return figures


def measure(page: Path, rounds: int) -> dict[str, list[float]]:
    """Every figure of each round; a browser of its own for each, so that none finds anything warm."""
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        for _ in range(rounds):
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for name, figure in visit(browser, page).items():
                found.setdefault(name, []).append(figure)
            browser.close()
    return found


def main() -> None:
    """Make the page, open it, say what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="real text to cut into documents; default: the samples")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    started = time.perf_counter()
    content, records = page_of(texts_of(asked.text, asked.documents))
    told: dict[str, Any] = {"documents": asked.documents, "records": records, "page, MB": len(content.encode()) / 1e6}
    print(f"made in {time.perf_counter() - started:.1f} s", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(content, encoding="utf-8", newline="")
        told["rounds"] = measure(page, asked.rounds)
    if asked.json:
        print(json.dumps(told))
        return
    print(
        f"{told['documents']} documents, {records} records, a page of {told['page, MB']:.1f} MB; {asked.rounds} rounds"
    )
    print(f"{'':34}{'median':>9}{'least':>9}{'most':>9}")
    for name, figures in told["rounds"].items():
        print(f"{name:34}{statistics.median(figures):9.0f}{min(figures):9.0f}{max(figures):9.0f}")


if __name__ == "__main__":
    main()
