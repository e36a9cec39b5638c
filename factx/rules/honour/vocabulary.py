"""The words of honours, and the patterns that are made of them once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from factx.lexicon import load
from factx.patterns import compiled

HONOUR_VERBS = frozenset(("receive", "rate", "cover"))
"""The sorts of verbs that tell of an honour by themselves."""


@dataclass(frozen=True, slots=True)
class HonourLexicon:
    """The lists of honour.toml."""

    award_end: frozenset[str]
    title_end: frozenset[str]
    title_head: frozenset[str]
    modifier: frozenset[str]
    weak_modifier: frozenset[str]
    sure_verb: frozenset[str]
    blame: frozenset[str]
    selecting: frozenset[str]
    certifying: frozenset[str]
    commendation: frozenset[str]
    aim: frozenset[str]
    denied: frozenset[str]
    contest: frozenset[str]
    examination: frozenset[str]
    standing: frozenset[str]


@dataclass(frozen=True, slots=True)
class HolderLexicon:
    """The lists of holders.toml."""

    own_body: frozenset[str]
    holder_class: frozenset[str]
    work_class: frozenset[str]
    no_holder: frozenset[str]
    part_end: frozenset[str]
    subject_end: frozenset[str]
    subject_half: frozenset[str]
    means: frozenset[str]
    everybody: frozenset[str]


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    """The lists of titles.toml."""

    speech: frozenset[str]
    paper: frozenset[str]
    post: frozenset[str]
    chosen: frozenset[str]


@cache
def title_lexicon() -> TitleLexicon:
    """The words of titles.toml."""
    return load("titles", TitleLexicon)


@cache
def holder_lexicon() -> HolderLexicon:
    """The words of holders.toml."""
    return load("holders", HolderLexicon)


@cache
def lexicon() -> HonourLexicon:
    """The words of honour.toml."""
    return load("honour", HonourLexicon)


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def _blame() -> re.Pattern[str]:
    return compiled(alternatives(lexicon().blame))


def blamed(phrase: str) -> bool:
    """Whether `phrase` names a list that nobody is proud of."""
    return bool(_blame().search(phrase))


def is_sure(verb: str) -> bool:
    """Whether the object of `verb` is an honour whatever it looks like."""
    return verb in lexicon().sure_verb or verb in lexicon().selecting
