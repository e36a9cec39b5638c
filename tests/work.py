"""How much work reading takes, counted and not timed: calls of Python functions, of patterns, of rules.

`python tests/work.py` prints the counts as JSON. It is run as a process of its own, in which nothing has been read yet,
so that what factx keeps from one text for the next is the same each time.
"""

import cProfile
import json
import sys
from collections.abc import Callable

from hostile import SAMPLES, TEXTS, plain, report

from factx.pipeline import extract, trace
from factx.records import Document

SIZE = 1500
"""Characters of a text made to be slow, and four times as many: both at least the longest sentence that rules see,
for within a sentence a rule may look at every word for every other."""


def calls(run: Callable[[], object], *, builtins: bool = False) -> tuple[int, int]:
    """How many functions of Python `run` calls, and how many methods of patterns (none without `builtins`)."""
    profile = cProfile.Profile(builtins=builtins)
    profile.runcall(run)
    functions = patterns = 0
    for entry in profile.getstats():
        if not isinstance(entry.code, str):
            functions += entry.callcount
        elif "'re.Pattern'" in entry.code:
            patterns += entry.callcount
    return functions, patterns


def work(texts: list[str]) -> dict[str, float]:
    """What reading the texts takes: calls a character, rules a thousand characters."""
    documents = [Document.of(text) for text in texts]
    characters = sum(map(len, texts))
    functions, patterns = calls(lambda: [extract(document) for document in documents], builtins=True)
    rules = sum(len(trace(document).looks) for document in documents)
    return {
        "functions": functions / characters,
        "patterns": patterns / characters,
        "rules": 1000 * rules / characters,
    }


def growth(text: Callable[[int], str]) -> tuple[float, float]:
    """Functions a character at SIZE and at four times SIZE."""
    once, four = (Document.of(text(size)) for size in (SIZE, 4 * SIZE))
    return calls(lambda: extract(once))[0] / SIZE, calls(lambda: extract(four))[0] / (4 * SIZE)


def main() -> None:
    """Count and print."""
    extract(Document.of("2023年，青禾公司获评“省级绿色工厂”，建成充电桩120个。"))  # word lists are loaded once
    counted = {
        "samples": work([path.read_text(encoding="utf-8") for path in SAMPLES]),
        "plain": work([plain(4000)]),
        "growth": {name: growth(text) for name, text in {"report": report, **TEXTS}.items()},
    }
    json.dump(counted, sys.stdout)


if __name__ == "__main__":
    main()
