"""The words around numbers: units (`lexicons/units.toml`) and bounds, phrases, codes (`lexicons/numbers.toml`).

Words are looked up by slices of the text at the place where a number ends or begins: no pattern is compiled for them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import ascii_letters, digits

from factx.lexicon import load
from factx.patterns import compiled

NUMERAL_CHARS = frozenset("0123456789零〇一二三四五六七八九十百千万亿两半")


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
    halved: frozenset[str]
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
    numbered: frozenset[str]
    opinions: frozenset[str]
    day: frozenset[str]
    reigns: frozenset[str]
    terms: frozenset[str]
    data: frozenset[str]
    ordinal_names: frozenset[str]


@cache
def numbers() -> Numbers:
    """The lists of numbers.toml, loaded once."""
    return load("numbers", Numbers)


@cache
def data() -> tuple[str, ...]:
    """What is measured in units of data: 5G流量, 200兆宽带."""
    return tuple(numbers().data)


@cache
def places() -> frozenset[str]:
    """What counts only behind 前: 前三甲."""
    return _units().places


@cache
def halved() -> frozenset[str]:
    """What counts and is halved: 半杯水."""
    return _units().halved


@cache
def _units() -> Units:
    return load("units", Units)


@cache
def units() -> dict[str, Unit]:
    """Every unit with its meaning."""
    lists = _units()
    counts = {word: Unit("count") for word in lists.count | lists.halved}
    counts |= {word: Unit("count", unless=entry.unless) for word, entry in lists.classifier.items()}
    return counts | lists.unit


@cache
def unit_index() -> tuple[dict[str, tuple[int, ...]], dict[str, frozenset[str]]]:
    """The lengths of the units that begin with a character, longest first; and what a unit's guard may begin with."""
    lengths: dict[str, set[int]] = {}
    for word in units():
        lengths.setdefault(word[0], set()).add(len(word))
    openings = {word: _openings(word, unit.unless) for word, unit in units().items()}
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}, openings


def _openings(word: str, unless: str) -> frozenset[str]:
    """Characters with which something that may not follow the unit begins, and perhaps a few more."""
    ways = [way for way in unless.split("|") if way]
    openings = {char for way in ways for char in (way if way[0] == "[" else way[0])}
    # A unit in Latin letters ends where the letters end: 5g, not 5gx.
    return frozenset(openings | _ALPHANUMERIC) if word[-1] in _ALPHANUMERIC else frozenset(openings)


def _barred(text: str, word: str, end: int) -> bool:
    """Whether something stands behind a unit that may not follow it."""
    if word[-1] in _ALPHANUMERIC and text[end : end + 1] in _ALPHANUMERIC:
        return True
    words, pattern = _guard(word)
    return text.startswith(words, end) or (pattern is not None and pattern.match(text, end) is not None)


@cache
def _guard(word: str) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """What may not follow a unit: words, and a pattern for the rest."""
    ways = _WAYS.findall(units()[word].unless)
    words = tuple(way for way in ways if _SPECIAL.isdisjoint(way))
    others = "|".join(way for way in ways if not _SPECIAL.isdisjoint(way))
    return words, compiled(others) if others else None


_WAYS = compiled(r"(?:\[[^]]*\]|\([^()]*\)|[^|])+")
_SPECIAL = frozenset(r"()[]?.\*+^$")
_ALPHANUMERIC = frozenset(ascii_letters + digits)


def unit_at(text: str, start: int) -> str | None:
    """The longest unit that stands at a place, or None."""
    lengths, openings = unit_index()
    for length in lengths.get(text[start : start + 1], ()):
        word = text[start : start + length]
        end = start + len(word)
        if word in openings and (text[end : end + 1] not in openings[word] or not _barred(text, word, end)):
            return word
    return None


@cache
def _phrases() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each numeral of a phrase with its neighbour (一定, 统一): where it stands in which lengths of phrases."""
    index: dict[str, set[tuple[int, int]]] = {}
    for phrase in numbers().phrases:
        for at, char in enumerate(phrase):
            if char in NUMERAL_CHARS:
                key = phrase[at : at + 2] if at + 1 < len(phrase) else phrase[at - 1 : at + 1] + "$"
                index.setdefault(key, set()).add((len(phrase) - at, at))
    return {key: tuple(sorted(found, reverse=True)) for key, found in index.items()}


def phrase_end(text: str, start: int) -> int:
    """The end of the longest fixed phrase that holds the numeral at `start`, or 0."""
    index = _phrases()
    phrases = numbers().phrases
    for rest, at in index.get(text[start : start + 2], ()):
        if text[max(0, start - at) : start + rest] in phrases:
            return start + rest
    if index.get(text[start - 1 : start + 1] + "$") and start:
        for rest, at in index[text[start - 1 : start + 1] + "$"]:
            if text[max(0, start - at) : start + rest] in phrases:
                return start + rest
    return 0


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))})"
