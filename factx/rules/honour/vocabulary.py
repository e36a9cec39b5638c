"""The words of honours, and the patterns that are made of them once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factx.lexicon import load


@dataclass(frozen=True, slots=True)
class HonourLexicon:
    """The lists of honour.toml."""

    award_end: frozenset[str]
    title_end: frozenset[str]
    title_head: frozenset[str]
    modifier: frozenset[str]
    weak_modifier: frozenset[str]
    open_verb: frozenset[str]
    selecting: frozenset[str]
    certifying: frozenset[str]
    commendation: frozenset[str]
    aim: frozenset[str]
    denied: frozenset[str]
    contest: frozenset[str]
    examination: frozenset[str]


@cache
def lexicon() -> HonourLexicon:
    """The words of honour.toml."""
    return load("honour", HonourLexicon)


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
