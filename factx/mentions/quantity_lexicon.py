"""The words around numbers: units (`lexicons/units.toml`) and bounds, phrases, codes (`lexicons/numbers.toml`)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from factx.lexicon import load

_DIGIT = re.compile("[0-9零一二两三四五六七八九十百千万亿半]")


@dataclass(frozen=True, slots=True)
class Classifier:
    """A word that counts; `unless` is a pattern of what may not follow."""

    unless: str


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures. `factor` of it make one `base`; with `as_base` the value is told in the base."""

    measure: str
    base: str = ""
    factor: float = 1.0
    as_base: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a word before or behind a number makes of it; `unless` is a pattern of what stands beyond the word."""

    qualifier: str
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Units:
    """The lists of units.toml."""

    count: frozenset[str]
    places: frozenset[str]
    classifier: dict[str, Classifier]
    unit: dict[str, Unit]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The lists of numbers.toml."""

    before: dict[str, Bound]
    before_scale: dict[str, Bound]
    after: dict[str, Bound]
    currency: dict[str, str]
    phrases: frozenset[str]
    names: frozenset[str]
    numbering: frozenset[str]
    code_words: frozenset[str]
    opinions: frozenset[str]


@cache
def units() -> Units:
    """The lists of units.toml, loaded once."""
    return load("units", Units)


@cache
def numbers() -> Numbers:
    """The lists of numbers.toml, loaded once."""
    return load("numbers", Numbers)


@cache
def unit_table() -> dict[str, Unit]:
    """Every unit with its meaning."""
    lists = units()
    counts = dict.fromkeys((*lists.count, *lists.classifier), Unit("count"))
    return counts | lists.unit | dict.fromkeys(lists.places, Unit("rank"))


@cache
def unit_pattern() -> str:
    """A pattern for the longest unit at a place."""
    lists = units()
    guards = dict.fromkeys(lists.count, "")
    guards |= {word: entry.unless for word, entry in (lists.classifier | lists.unit).items()}
    return trie(guards)


def trie(guards: Mapping[str, str]) -> str:
    """A pattern that matches the longest of the words at a place; each word's guard is what may not follow it."""
    root: dict[str, Any] = {}
    for word, unless in guards.items():
        node = root
        for char in word:
            node = node.setdefault(char, {})
        # A unit in Latin letters ends where the letters end: 5g, not 5gx.
        letters = "[A-Za-z0-9]" if word[-1].isascii() and word[-1].isalpha() else ""
        node[""] = "|".join(filter(None, (unless, letters)))
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    ways = [re.escape(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if "" in node:
        ways.append(f"(?!{node['']})" if node[""] else "")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


@cache
def phrase_patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """For each offset at which phrases hold a numeral: the offset and a pattern for these phrases."""
    by_offset: dict[int, set[str]] = {}
    for phrase in numbers().phrases:
        for match in _DIGIT.finditer(phrase):
            by_offset.setdefault(match.start(), set()).add(phrase)
    return tuple((offset, re.compile(trie(dict.fromkeys(by_offset[offset], "")))) for offset in sorted(by_offset))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return trie(dict.fromkeys(words, ""))
