"""Statesmen: persons in a state office, of whom a report tells that is about somebody else."""

import re
from functools import lru_cache

from factx.text import Span

_OFFICES = ("总书记", "主席", "总理", "委员长", "政治局常委", "书记处书记", "国务委员")
_NAMES = range(2, 6)
"""Lengths of nearly all names of persons."""


def is_statesman(text: str, person: Span) -> bool:
    """Whether the text gives the person a state office: such news tells of others' deeds."""
    name = text[slice(*person)]
    if len(name) in _NAMES:
        return name in _beside_offices(text)
    return any(office + name in text or name + office in text for office in _OFFICES)


@lru_cache(maxsize=8)
def _beside_offices(text: str) -> frozenset[str]:
    """What stands right before and right behind a state office, as long as names are."""
    offices = [match.span() for office in _OFFICES for match in re.finditer(office, text)]
    before = {text[max(0, start - size) : start] for start, _ in offices for size in _NAMES}
    return frozenset(before | {text[end : end + size] for _, end in offices for size in _NAMES})
