"""A page in Debian's Chromium, watched: an error on the console, or a request for anything but the page, is a failure.

Where FACTX_CHROMIUM names a browser (as `.ci/run` does) it must be there; elsewhere the tests skip, and say why.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NAMED = os.environ.get("FACTX_CHROMIUM")
CHROMIUM = NAMED or shutil.which("chromium") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

if NAMED is None:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[browser]'")
    if not CHROMIUM:
        pytest.skip("no chromium on the PATH: apt-get install chromium", allow_module_level=True)

from playwright.sync_api import Browser, Locator, Page, sync_playwright  # noqa: E402


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, path: Path, at: str = "", **context: Any) -> Iterator[Page]:
    """`path` in a tab with a memory of its own; nothing may go wrong or go out while it is open."""
    context = {"locale": "en-US", "viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce"} | context
    tabs = browser.new_context(**context)
    tab = tabs.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("request", lambda request: wrong.append(request.url) if not mine(request.url, path) else None)
    tab.goto(path.as_uri() + at)
    yield tab
    tabs.close()
    assert wrong == []


def mine(url: str, path: Path) -> bool:
    """Whether a request asks for the page itself or for what it made (a file of marks)."""
    return url.partition("#")[0] == path.as_uri() or url.startswith("blob:")


def texts(found: Locator) -> list[str]:
    """The text of each element."""
    return found.evaluate_all("nodes => nodes.map(node => node.textContent)")


def number(text: str) -> int:
    """`Honours 1,204` → 1204."""
    return int("".join(filter(str.isdigit, text)))


def choose(tab: Page, name: str, value: str) -> None:
    """Choose a value in the menu of a filter, and close it."""
    tab.locator(f'.menu[data-filter="{name}"] summary').click()
    tab.locator(f'.menu[data-filter="{name}"] label', has_text=value).locator("input").check()
    tab.locator(".finder").click()
