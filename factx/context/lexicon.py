"""The lists of `lexicons/context.toml`."""

from dataclasses import dataclass
from functools import cache

from factx.lexicon import load
from factx.mentions import verbs
from factx.words import Word

_PHRASES = frozenset("lji")
"""Set phrases, which may begin with a verb (推进改革)."""


@dataclass(frozen=True, slots=True)
class ContextLexicon:
    """Words that tell what a place of a report inherits."""

    own: dict[str, str]
    head: dict[str, str]
    short: dict[str, str]
    time_ahead: frozenset[str]
    goal: frozenset[str]
    weak_goal: frozenset[str]
    review: frozenset[str]
    time_back: frozenset[str]
    ahead: frozenset[str]
    forecast: frozenset[str]
    manner: frozenset[str]
    done: frozenset[str]
    result: frozenset[str]
    bid: frozenset[str]
    report: frozenset[str]
    prelude: frozenset[str]
    source: frozenset[str]
    opinion: frozenset[str]
    thought: frozenset[str]
    post: frozenset[str]
    member: frozenset[str]
    bare: frozenset[str]
    sort: frozenset[str]
    roundup: frozenset[str]
    nation: frozenset[str]
    thing: frozenset[str]
    trade: frozenset[str]


@cache
def lexicon() -> ContextLexicon:
    """The lists, loaded once."""
    return load("context", ContextLexicon)


def either(words: frozenset[str]) -> str:
    """A pattern of all `words`, longest first."""
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


def is_predicate(word: Word) -> bool:
    """Whether a verb or an adverb begins here; a verb of reports counts whatever else the word may be (新建)."""
    return (
        word.pos[0] in "vd"
        or word.text in verbs.lexicon()
        or (word.pos in _PHRASES and word.text[:2] in verbs.lexicon())
    )
