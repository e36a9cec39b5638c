"""Cutting a short stretch of text into words, for the few characters around a mention.

The most probable sequence of dictionary words wins: jieba's unigram model and dictionary, by its fast twin rjieba
(a tenth of the time of the same model in Python). Nobody cuts a whole document. A run of ASCII letters, digits and
the signs that join them is one word; anything unknown is a single character.
"""

from functools import lru_cache
from typing import NamedTuple

import rjieba

from factx.patterns import compiled

_LATIN = compiled(r"[0-9A-Za-z.%+\-]+")
_NEW = tuple.__new__
"""Makes a word without the argument handling of its class: a third off the time of a cut."""
_NAMES_OF_PERSONS = frozenset({"nr", "nrt", "nrfg"})


class Word(NamedTuple):
    """A word of a cut stretch: offsets as those of the stretch's text, and jieba's part-of-speech tag (`x` unknown)."""

    start: int
    end: int
    text: str
    pos: str


@lru_cache(maxsize=4096)
def pos(text: str) -> str | None:
    """The tag of a listed word (`n` noun, `v` verb, `vn` verbal noun, `a` adjective, `d` adverb, …), else None."""
    return rjieba.tag(text, hmm=False)[0][1] if rjieba.has_word(text) else None


def is_word(text: str) -> bool:
    """Whether the dictionary lists `text` as a common word (it lists names of well-known persons too)."""
    tag = pos(text)
    return tag is not None and tag not in _NAMES_OF_PERSONS


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]` in order, without gaps; offsets are those of `text`."""
    stop = len(text) if end is None else end
    latin = _LATIN.search(text, start, stop)
    if latin is None:
        return _cut_chinese(text, start, stop)
    words: list[Word] = []
    at = start
    while latin:
        if at < latin.start():
            words += _cut_chinese(text, at, latin.start())
        at = latin.end()
        words.append(Word(*latin.span(), latin.group(), "x"))
        latin = _LATIN.search(text, at, stop)
    if at < stop:
        words += _cut_chinese(text, at, stop)
    return words


def _cut_chinese(text: str, start: int, end: int) -> list[Word]:
    words = []
    for word in rjieba.cut(text[start:end], hmm=False):
        after = start + len(word)
        words.append(_NEW(Word, (start, after, word, _tag(word))))
        start = after
    return words


@lru_cache(maxsize=65536)
def _tag(word: str) -> str:
    """The tag of a word that was cut; a common word is looked up once, not at each of its places."""
    tag: str = rjieba.tag(word, hmm=False)[0][1]
    return tag
