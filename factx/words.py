"""The common words of Chinese, and the cutting of a short stretch of text into them.

Cutting is for the few characters around a mention, where a rule must know where a noun phrase begins; nobody cuts a
whole document. The most probable sequence of dictionary words wins (the unigram model of jieba, whose frequencies
and parts of speech the list carries); a run of ASCII letters and digits is one word, anything unknown a single
character.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_LONGEST = 6
_LATIN = re.compile(r"[0-9A-Za-z.%+\-]+")
_UNKNOWN_COST = 1800
"""Cost of a character that is no word: dearer than any listed word."""


class Word(NamedTuple):
    """A word of a cut stretch: offsets as those of the stretch's text, and jieba's part-of-speech tag (`x` unknown)."""

    start: int
    end: int
    text: str
    pos: str


@cache
def _dictionary() -> tuple[dict[str, int], dict[str, str]]:
    """The cost (negative log probability, in hundredths) and the tag of each word."""
    source = files("factx").joinpath("lexicons/words.tsv").read_text(encoding="utf-8")
    fields = source.partition("\n")[2].split()
    words = fields[::3]
    return dict(zip(words, map(int, fields[1::3]), strict=True)), dict(zip(words, fields[2::3], strict=True))


def is_word(text: str) -> bool:
    """Whether the dictionary lists `text`."""
    return text in _dictionary()[0]


def pos(text: str) -> str | None:
    """The part-of-speech tag of a listed word (`n` noun, `v` verb, `vn` verbal noun, `a` adjective, `d` adverb, …)."""
    return _dictionary()[1].get(text)


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, without gaps; offsets are those of `text`."""
    costs, tags = _dictionary()
    stop = len(text) if end is None else end
    size = stop - start
    # best[i]: cost of the cheapest way from offset i to the end; step[i]: length of its first word there.
    best = [0] * (size + 1)
    step = [1] * size
    latin = {m.start() - start: m.end() - m.start() for m in _LATIN.finditer(text, start, stop)}
    for i in range(size - 1, -1, -1):
        if i in latin:
            step[i] = latin[i]
            best[i] = _UNKNOWN_COST + best[i + latin[i]]
            continue
        at = start + i
        cheapest = costs.get(text[at], _UNKNOWN_COST) + best[i + 1]
        for n in range(2, min(_LONGEST, size - i) + 1):
            cost = costs.get(text[at : at + n])
            if cost is not None and cost + best[i + n] < cheapest:
                cheapest, step[i] = cost + best[i + n], n
        best[i] = cheapest
    words = []
    at = start
    while at < stop:
        after = at + step[at - start]
        word = text[at:after]
        words.append(Word(at, after, word, tags.get(word, "x")))
        at = after
    return words
