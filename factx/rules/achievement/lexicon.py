"""The word lists of achievements, `lexicons/achievement.toml`."""

from dataclasses import dataclass
from functools import cache

from factx.lexicon import load


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of achievement.toml."""

    duration: frozenset[str]
    collective: frozenset[str]
    solid: frozenset[str]
    treatments: frozenset[str]
    specification: frozenset[str]
    assembly: frozenset[str]
    pointer: frozenset[str]
    pointing: frozenset[str]
    abstract: frozenset[str]
    empty: frozenset[str]
    places: frozenset[str]
    making: frozenset[str]
    capacity: frozenset[str]
    sized: frozenset[str]
    picture: frozenset[str]
    exists: frozenset[str]
    money: frozenset[str]
    above: frozenset[str]
    ranked: frozenset[str]
    field: frozenset[str]
    holding: frozenset[str]
    people: frozenset[str]
    holders: frozenset[str]
    anaphora: frozenset[str]
    mark: frozenset[str]
    extent: frozenset[str]
    made: frozenset[str]
    present: frozenset[str]
    kin: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists of achievements."""
    return load("achievement", Lexicon)
