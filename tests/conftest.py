"""Hypothesis: no deadlines (word lists load on first use); the same draws on every run of CI. What tests share."""

import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from shell import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Whoever runs the suite in the background (`nohup`, `&` in a script) leaves Ctrl-C ignored, and a process that is
# started here would inherit that: the tests that interrupt one would wait for nothing.
signal.signal(signal.SIGINT, signal.default_int_handler)

SAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "samples").glob("*.txt"))]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium; only for tests that import `browser`, which skip where there is none."""
    from browser import chromium

    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def samples_html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of all samples."""
    path = tmp_path_factory.mktemp("pages") / "page.html"
    assert run("view", *SAMPLES, "-o", str(path)).code == 0
    return path


@pytest.fixture(scope="module")
def sample_records() -> list[dict]:
    """The records of all samples, in the order of the page."""
    return [json.loads(line) for line in run("extract", *SAMPLES).out.splitlines()]
