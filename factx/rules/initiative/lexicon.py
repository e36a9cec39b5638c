"""The words of initiatives: heads of names with their category, and the verbs around them."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from factx.lexicon import load
from factx.mentions import verbs


@dataclass(frozen=True, slots=True)
class Names:
    """The lists of names.toml; the first nine are the heads of the nine categories."""

    document: frozenset[str]
    system: frozenset[str]
    programme: frozenset[str]
    project: frozenset[str]
    platform: frozenset[str]
    organisation: frozenset[str]
    method: frozenset[str]
    event: frozenset[str]
    brand: frozenset[str]
    short: dict[str, str]
    false_heads: frozenset[str]
    tails: frozenset[str]
    generic: frozenset[str]
    ideas: frozenset[str]
    standing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verbs:
    """The lists of initiative.toml."""

    soft: frozenset[str]
    govern: frozenset[str]
    breaking: frozenset[str]
    happened: frozenset[str]
    cited: frozenset[str]


class Head(NamedTuple):
    """A head noun at the end of a stretch: where it begins, and the category that it gives."""

    start: int
    category: str


CATEGORIES = ("document", "system", "programme", "project", "platform", "organisation", "method", "event", "brand")
HOLD = frozenset("举办 举行 召开 承办 主办 协办 组织召开 组织举办 成功举办 成功承办 隆重举行".split())
GOVERNING_SORTS = ("found", "issue", "hold", "run", "build")
_LONGEST = 8


@cache
def names() -> Names:
    """The lists of names.toml."""
    return load("names", Names)


@cache
def around() -> Verbs:
    """The lists of initiative.toml."""
    return load("initiative", Verbs)


@cache
def heads() -> dict[str, str]:
    """Every head noun with its category."""
    return {word: category for category in CATEGORIES for word in getattr(names(), category)}


@cache
def governing() -> frozenset[str]:
    """Every verb that can have an undertaking as its object."""
    lists = load("verbs", verbs.Verbs)
    found = [getattr(lists, sort) for sort in GOVERNING_SORTS]
    return frozenset().union(around().soft, around().govern, *found)


@cache
def breaking() -> frozenset[str]:
    """Every word at which a name that began before it must have ended."""
    return (governing() - around().soft) | around().breaking | around().cited


@cache
def modifiers() -> frozenset[str]:
    """Every word that tells no undertaking from another."""
    lists = names()
    return lists.generic | lists.tails | frozenset(heads()) | around().soft | lists.ideas


@cache
def happened() -> frozenset[str]:
    """Every verb that may stand behind the name of what it happened to."""
    lists = load("verbs", verbs.Verbs)
    return around().happened.union(*(getattr(lists, sort) for sort in ("found", "issue", "hold", "build", "run")))


def head_at(text: str, start: int, end: int) -> Head | None:
    """The longest head noun that ends `text[start:end]`, or None."""
    listed = heads()
    for length in range(min(_LONGEST, end - start), 1, -1):
        word = text[end - length : end]
        if word in names().false_heads:
            return None
        if word in listed:
            return Head(end - length, listed[word])
    short = names().short.get(text[end - 1 : end])
    return Head(end - 1, short) if short and end - start >= 3 else None


