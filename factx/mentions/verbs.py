"""Verbs of reports, by what they do: see `lexicons/verbs.toml`."""

from dataclasses import dataclass, fields
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.lexicon import load
from factx.mentions import Mention

_BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Verbs:
    """The lists of verbs.toml."""

    receive: frozenset[str]
    rate: frozenset[str]
    cover: frozenset[str]
    found: frozenset[str]
    issue: frozenset[str]
    hold: frozenset[str]
    run: frozenset[str]
    build: frozenset[str]
    do: frozenset[str]
    reach: frozenset[str]
    grow: frozenset[str]
    fall: frozenset[str]
    compare: frozenset[str]
    beside: frozenset[str]
    """No verbs, but words whose last character would be taken for the first one of a verb (统筹|建设)."""


@cache
def lexicon() -> dict[str, str]:
    """Every verb with the name of its list."""
    lists = load("verbs", Verbs)
    return {word: f.name for f in fields(lists) if f.name != _BESIDE for word in sorted(getattr(lists, f.name))}


@cache
def _matcher() -> tuple[AhoCorasick, list[str]]:
    words = lexicon() | dict.fromkeys(sorted(load("verbs", Verbs).beside), _BESIDE)
    return AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), list(words.values())


def scan(text: str) -> list[Mention]:
    """All verbs, leftmost and longest, sorted by their list; a verb may turn out to be part of a word (达 in 发达)."""
    matcher, sorts = _matcher()
    found = matcher.find_matches_as_indexes(text)
    return [Mention(start, end, sorts[i]) for i, start, end in found if sorts[i] != _BESIDE]
