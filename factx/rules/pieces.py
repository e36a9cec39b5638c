"""A clause as a row of pieces: words, names in marks, asides in brackets and amounts, each with what it can do.

This is what noun phrases are cut from (see `nounphrase.py`). Names, asides and amounts are pieces as a whole; only the
stretches between them are cut into words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from factx import words
from factx.lexicon import load
from factx.mentions import verbs
from factx.mentions.quantities import Amount
from factx.text import Span


class Sort(Enum):
    """What a piece can do in a clause."""

    NOUN = auto()
    VERB = auto()  # governs
    SOFT = auto()  # a verb that also stands inside names
    ADVERB = auto()
    MANNER = auto()  # adverb before a verb, attribute before a noun; settled once the next word is known
    LOCATIVE = auto()  # 中, 期间
    PREPOSITION = auto()
    ASPECT = auto()  # 了
    DE = auto()  # 的
    LIST = auto()  # 、
    AND = auto()
    ETC = auto()  # 等
    SUBJECT = auto()  # 我市, 该校
    TIME = auto()
    NAME = auto()
    BRACKET = auto()
    AMOUNT = auto()
    STOP = auto()


class Piece(NamedTuple):
    """A word or mention of a clause; `pos` for words, `amount` where it is one."""

    start: int
    end: int
    text: str
    sort: Sort
    pos: str = ""
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of nounphrase.toml."""

    adverb: frozenset[str]
    manner: frozenset[str]
    preposition: frozenset[str]
    locative: frozenset[str]
    aspect: frozenset[str]
    coordinator: frozenset[str]
    subject: frozenset[str]
    determiner: frozenset[str]
    soft: frozenset[str]
    head: frozenset[str]
    time: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists of noun phrases."""
    return load("nounphrase", Lexicon)


def pieces(text: str, start: int, end: int, atoms: Sequence[tuple[Span, Sort, Amount | None]]) -> list[Piece]:
    """The pieces of `text[start:end]` in order; `atoms` are the mentions in it that stay whole, sorted, disjoint."""
    found: list[Piece] = []
    at = start
    for (a, b), sort, amount in atoms:
        if a < at or b > end:
            continue
        found += _words(text, at, a)
        found.append(Piece(a, b, text[a:b], sort, "", amount))
        at = b
    found += _words(text, at, end)
    return found


def _words(text: str, start: int, end: int) -> list[Piece]:
    """The words of a stretch as pieces; 到 and 至 join the verb before them."""
    found: list[Piece] = []
    for word in words.cut(text, start, end):
        if word.text.isspace():
            continue
        before = found[-1] if found and found[-1].end == word.start else None
        if before and (word.text in _TO or text[before.start : word.end] in verbs.lexicon()) and before.sort in _VERBAL:
            found[-1] = Piece(before.start, word.end, text[before.start : word.end], Sort.VERB, "v")
        else:
            if before and before.sort is Sort.MANNER:
                found[-1] = before._replace(sort=_manner(word))
            found += _split(word)
    if found and found[-1].sort is Sort.MANNER:
        found[-1] = found[-1]._replace(
            sort=Sort.NOUN if end < len(text) and text[end] not in "0123456789" else Sort.ADVERB
        )
    return found


def _manner(follower: words.Word) -> Sort:
    """What a word is that is an adverb before a verb and an attribute before a noun."""
    governed = _sort(follower.text, follower.pos) in (Sort.VERB, Sort.SOFT, Sort.ADVERB)
    return Sort.ADVERB if governed else Sort.NOUN


_VERBAL = frozenset({Sort.VERB, Sort.SOFT})
_TO = frozenset({"到", "至", "为"})
_ONE = 1


def _split(word: words.Word) -> list[Piece]:
    """A word as a piece; a listed phrase of verb and noun (发表文章) as two."""
    text, lists = word.text, verbs.lexicon()
    known = lexicon()
    if len(text) >= 4 and text not in lists and text[:2] in lists and text[:2] not in known.soft:
        cut = word.start + 2
        return [
            Piece(word.start, cut, text[:2], Sort.VERB, "v"),
            Piece(cut, word.end, text[2:], _sort(text[2:], words.pos(text[2:]) or "n"), "n"),
        ]
    if len(text) == 3 and text[0] in "共新已" and (text[1:] in lists or text[1:] in known.soft) and text not in lists:
        sort = Sort.VERB if text[1:] in lists else Sort.SOFT
        first = Sort.NOUN if text[0] == "新" else Sort.ADVERB
        if first is Sort.NOUN:
            return [Piece(word.start, word.end, text, sort, "v")]
        cut = word.start + 1
        return [Piece(word.start, cut, text[0], first, "d"), Piece(cut, word.end, text[1:], sort, "v")]
    return [Piece(word.start, word.end, text, _sort(text, word.pos), word.pos)]


def _sort(text: str, pos: str) -> Sort:  # noqa: C901, PLR0911, PLR0912
    known = lexicon()
    if text == "的" or text == "之":
        return Sort.DE
    if text in "、/":
        return Sort.LIST
    if text == "等" or text == "等等":
        return Sort.ETC
    if text in known.coordinator:
        return Sort.AND
    if text in known.aspect:
        return Sort.ASPECT
    if text in known.subject:
        return Sort.SUBJECT
    if text in known.time or pos == "t":
        return Sort.TIME
    if text in known.manner:
        return Sort.MANNER
    if text in known.locative:
        return Sort.LOCATIVE
    if text in known.soft:
        return Sort.SOFT
    if text in known.head or text in known.determiner:
        return Sort.NOUN
    if text in known.adverb:
        return Sort.ADVERB
    if text in verbs.lexicon():
        return Sort.VERB
    if text in known.preposition:
        return Sort.PREPOSITION
    if pos == "vn":
        return Sort.SOFT
    if pos in ("v", "vd", "vq") and len(text) > _ONE:
        return Sort.VERB
    if pos in ("d", "y", "e", "o", "zg") and len(text) > _ONE:
        return Sort.ADVERB
    if pos == "r" and len(text) > _ONE:
        return Sort.SUBJECT
    if not text[0].isalnum() and text not in "-—·.+%&＋－～~":
        return Sort.STOP
    return Sort.NOUN
