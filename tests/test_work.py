"""Work has bounds: a careless rule, list or import shows up as a count, on any machine and however busy it is.

The bounds stand some 15 to 25 % above what was counted when they were set. Who makes factx do less lowers them; who
needs more for a good reason raises them and says in the commit what the work is for. Seconds are measured in `bench/`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile import TEXTS

TESTS = Path(__file__).parent
SAMPLE = TESTS.parent / "samples" / "award_notice.txt"

# By text, what its reading may take: methods of patterns and functions of Python called a character, rules woken a
# thousand characters.
BOUNDS = {
    # Dense with facts: counted 29.2, 3.02 and 222. A new rule wakes with its own mentions, or it is felt here.
    "samples": {"functions": 34, "patterns": 3.5, "rules": 265},
    # No fact in it: counted 1.30, 0.185 and 155, nearly all of it a few looks at each sentence.
    "plain": {"functions": 1.6, "patterns": 0.23, "rules": 190},
}

# Functions a character at four times the size, for each at the size: 1.12 at most was counted (a text meets later
# what its first lines did not hold). More means that the time for a text grows faster than the text.
GROWTH = 1.2

# Functions a character of the texts made to be slow: 135 at most were counted, for numbers after numbers.
SLOWEST = 160

# Modules that Python loads beyond its own start: counted 32, 133 and 370.
MODULES = {
    "import factx": 39,
    "from factx.cli import run; run(['--help'])": 160,
    f"from factx.cli import run; run(['extract', {str(SAMPLE)!r}])": 440,
}


def python(*args: str) -> str:
    """What a fresh Python prints, the order of its sets fixed."""
    done = subprocess.run(
        [sys.executable, *args],
        capture_output=True,
        cwd=TESTS.parent,
        env={**os.environ, "PYTHONHASHSEED": "0"},
        check=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def counted() -> Any:
    return json.loads(python(str(TESTS / "work.py")))


@pytest.mark.parametrize("text", BOUNDS)
def test_reading_takes_no_more_work_than_it_did(text: str, counted: Any) -> None:
    beyond = {what: counted[text][what] for what, bound in BOUNDS[text].items() if counted[text][what] > bound}
    assert beyond == {}, f"bounds {BOUNDS[text]}"


@pytest.mark.parametrize("text", BOUNDS)
def test_the_bounds_are_near_what_is_counted(text: str, counted: Any) -> None:
    """Half a bound would let the work double unseen."""
    far = {what: counted[text][what] for what, bound in BOUNDS[text].items() if counted[text][what] < bound / 2}
    assert far == {}, f"lower the bounds {BOUNDS[text]}"


@pytest.mark.parametrize("text", ["report", *TEXTS])
def test_work_grows_no_faster_than_the_text(text: str, counted: Any) -> None:
    once, four = counted["growth"][text]
    assert four <= GROWTH * once


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_a_trap(text: str, counted: Any) -> None:
    assert max(counted["growth"][text]) < SLOWEST


@pytest.mark.parametrize("code", MODULES)
def test_starting_loads_no_more_modules_than_it_did(code: str) -> None:
    script = f"import sys; own = set(sys.modules); {code}; print('\\nMODULES', len(set(sys.modules) - own))"
    assert int(python("-c", script).rpartition("MODULES")[2]) <= MODULES[code]
