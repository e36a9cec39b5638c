"""The word lists of achievements, `lexicons/achievement.toml`."""

from dataclasses import dataclass
from functools import cache

from factx.lexicon import load


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of achievement.toml."""

    duration: frozenset[str]
    collective: frozenset[str]
    abstract: frozenset[str]
    making: frozenset[str]
    capacity: frozenset[str]
    money: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists of achievements."""
    return load("achievement", Lexicon)
