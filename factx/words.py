"""The common words of Chinese, and the cutting of a short stretch of text into them.

Cutting is for the few characters around a mention, where a rule must know where a noun phrase begins; nobody cuts a
whole document. The most probable sequence of dictionary words wins (the unigram model of jieba, whose frequencies
and parts of speech the list carries); a run of ASCII letters and digits is one word, anything unknown a single
character.
"""

import re
from functools import cache
from importlib.resources import files
from math import log
from typing import NamedTuple

_LONGEST = 7
_LATIN = re.compile(r"[0-9A-Za-z.%+\-]+")
_UNKNOWN_COST = 16.0
"""Cost of a character that is no word: dearer than any listed word (the rarest costs about 15.3)."""


class Word(NamedTuple):
    """A word of a cut stretch: offsets as those of the stretch's text, and jieba's part-of-speech tag (`x` unknown)."""

    start: int
    end: int
    text: str
    pos: str


@cache
def _dictionary() -> tuple[dict[str, tuple[float, str]], frozenset[str]]:
    """Each word's cost (negative log probability) and tag; and all beginnings of words, to stop a search early."""
    source = files("factx").joinpath("lexicons/words.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in source.splitlines() if not row.startswith("#")]
    total = log(sum(int(frequency) for _, frequency, _ in rows))
    costs = {word: (total - log(int(frequency) or 1), tag) for word, frequency, tag in rows}
    return costs, frozenset(word[:n] for word in costs for n in range(1, len(word)))


def is_word(text: str) -> bool:
    """Whether the dictionary lists `text`."""
    return text in _dictionary()[0]


def pos(text: str) -> str | None:
    """The part-of-speech tag of a listed word (`n` noun, `v` verb, `vn` verbal noun, `a` adjective, `d` adverb, …)."""
    entry = _dictionary()[0].get(text)
    return entry[1] if entry else None


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, without gaps; offsets are those of `text`."""
    costs, beginnings = _dictionary()
    stop = len(text) if end is None else end
    size = stop - start
    # best[i]: cost of the cheapest way from offset i to the end; step[i]: length of its first word there.
    best = [0.0] * (size + 1)
    step = [1] * size
    latin = {m.start() - start: m.end() - m.start() for m in _LATIN.finditer(text, start, stop)}
    for i in range(size - 1, -1, -1):
        if i in latin:
            step[i] = latin[i]
            best[i] = _UNKNOWN_COST + best[i + latin[i]]
            continue
        at = start + i
        entry = costs.get(text[at])
        cheapest = (entry[0] if entry else _UNKNOWN_COST) + best[i + 1]
        length = 1
        for n in range(2, min(_LONGEST, size - i) + 1):
            if text[at : at + n - 1] not in beginnings:
                break
            entry = costs.get(text[at : at + n])
            if entry and entry[0] + best[i + n] < cheapest:
                cheapest, length = entry[0] + best[i + n], n
        best[i], step[i] = cheapest, length
    words = []
    i = 0
    while i < size:
        at = start + i
        word = text[at : at + step[i]]
        entry = costs.get(word)
        words.append(Word(at, at + step[i], word, entry[1] if entry else "x"))
        i += step[i]
    return words
