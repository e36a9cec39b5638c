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

    __hash__ = object.__hash__  # the inherited one runs Python code at each look into a set of sorts

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
    area: frozenset[str]
    body: frozenset[str]
    actor: frozenset[str]
    governor: frozenset[str]
    determiner: frozenset[str]
    soft: frozenset[str]
    predicate: frozenset[str]
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
    _settle_verbs(found)
    return found


def _settle_verbs(found: list[Piece]) -> None:
    """What only the next piece tells: 为 before an amount is a verb, a word before 了 too."""
    for i, piece in enumerate(found):
        if piece.text == "为" and not _before_amount(found, i):
            found[i] = piece._replace(sort=Sort.PREPOSITION)
        elif piece.sort is Sort.NOUN and _is_done(found, i + 1):
            found[i] = piece._replace(sort=Sort.VERB)


def _is_done(found: list[Piece], i: int) -> bool:
    """Whether 了 or 着 follows, a direction between (通|上|了)."""
    if i < len(found) and found[i].text in _DIRECTIONS:
        i += 1
    return i < len(found) and found[i].text in _DONE


_DIRECTIONS = frozenset({"上", "下", "起", "出", "开", "入"})
_DONE = frozenset({"了", "着"})


def _before_amount(found: list[Piece], i: int) -> bool:
    """Whether an amount follows the piece at `i`, adverbs between."""
    i += 1
    while i < len(found) and found[i].sort is Sort.ADVERB:
        i += 1
    return i < len(found) and found[i].sort is Sort.AMOUNT


def _words(text: str, start: int, end: int) -> list[Piece]:
    """The words of a stretch as pieces; words that only together are a listed word become one."""
    found: list[Piece] = []
    for word in words.cut(text, start, end):
        if word.text.isspace():
            continue
        before = found[-1] if found and found[-1].end == word.start else None
        if before and (joined := _joined(before, word, text)):
            found[-1] = joined
            _absorb(found, text)
            continue
        if before and before.sort is Sort.MANNER:
            found[-1] = before._replace(sort=_manner(found, word))
        found += _split(word)
    _settle(found, text, end)
    return found


def _joined(before: Piece, word: words.Word, text: str) -> Piece | None:
    """The piece before and this word as one, where they are listed so (达+到, 在+校), or a verb leads to 到."""
    whole = text[before.start : word.end]
    if word.text == "率" and len(before.text) > 1 and before.sort is not Sort.ADVERB:
        return Piece(before.start, word.end, whole, Sort.NOUN, "n")
    if before.text == "每" and word.text in _EACH:
        return Piece(before.start, word.end, whole, Sort.ADVERB, "d")
    if before.sort is Sort.NOUN and before.text not in _GENERIC and _makes_place(before.text, word.text):
        return Piece(before.start, word.end, whole, Sort.NOUN, PLACE)
    if whole in verbs.lexicon() or (before.sort in _VERBAL and word.text in _TO):
        return Piece(before.start, word.end, whole, Sort.VERB, "v")
    listed = _sorts().get(whole)
    return Piece(before.start, word.end, whole, listed, word.pos) if listed and len(whole) <= _LONGEST_JOINED else None


def _manner(found: list[Piece], follower: words.Word) -> Sort:
    """What the last piece is, an adverb before a verb and an attribute before a noun, now that `follower` is known."""
    sort = _sort(follower.text, follower.pos)
    if sort in (Sort.VERB, Sort.ADVERB, Sort.MANNER, Sort.PREPOSITION) and follower.text != "可":
        return Sort.ADVERB
    if len(found) == 1 and found[-1].text in _PLANS:
        return Sort.ADVERB
    if found[-1].text.endswith("均") and sort in (Sort.SOFT, Sort.MANNER):
        return Sort.NOUN
    inside = len(found) > 1 and found[-2].sort in (Sort.NOUN, Sort.SOFT, Sort.VERB)
    return Sort.ADVERB if sort is Sort.SOFT and not inside else Sort.NOUN


def _settle(found: list[Piece], text: str, end: int) -> None:
    """Settle what the last piece of a stretch is, before a mention or at the end, and the place words before nouns."""
    if found and found[-1].sort is Sort.MANNER:
        found[-1] = found[-1]._replace(sort=Sort.NOUN if text[end : end + 1] in _OPENING else Sort.ADVERB)
    for i, piece in enumerate(found[:-1]):
        inside = piece.text in "上下里中" if i else piece.text in "后前"
        if piece.sort is Sort.LOCATIVE and inside and found[i + 1].sort is Sort.NOUN:
            found[i] = piece._replace(sort=Sort.NOUN)


def _absorb(found: list[Piece], text: str) -> None:
    """Take a single character in front into a place that no list has (云|溪县)."""
    if len(found) < _SHORT or found[-1].pos != PLACE or found[-2].sort is not Sort.NOUN:
        return
    first, place = found[-2:]
    if len(first.text) == 1 and first.end == place.start and first.text not in _GENERIC:
        found[-2:] = [place._replace(start=first.start, text=text[first.start : place.end])]


def _makes_place(before: str, word: str) -> bool:
    """Whether the two are a place that no list has: 云溪|县, 云|溪县."""
    if word in _PLACES:
        return len(before) < _LONGEST_JOINED
    return len(before) == 1 and len(word) == _SHORT and word[1] in _PLACES


_EACH = frozenset(
    {"期", "年", "月", "天", "日", "周", "季度", "次", "届", "批", "到", "人", "户", "亩", "吨", "名", "位", "组"}
)
_SHORT = 2
PLACE = "place"
"""The `pos` of a place that only its last character tells (云溪|县)."""
_PLACES = frozenset("县市省镇乡州旗")
_GENERIC = frozenset(
    {"城", "股", "超", "门", "各", "多", "外", "本", "夜", "早", "菜", "集", "楼", "车", "上", "黑", "牛", "熊"}
)
_VERBAL = frozenset({Sort.VERB, Sort.SOFT})
_TO = frozenset({"到", "至", "为"})
_OPENING = frozenset('“《「『(（"‘')
_LONGEST_JOINED = 4
_AGAINST = frozenset({"价格比", "收入比"})
"""Words of the dictionary that are a noun and 比 (than)."""
_PLANS = frozenset({"计划", "目标", "预期"})
_CHANGES = frozenset({"grow", "fall"})


def _split(word: words.Word) -> list[Piece]:
    """A word as a piece; a listed phrase of verb and noun (发表文章) or of noun and change (价格下降) as two."""
    text, lists, sorts = word.text, verbs.lexicon(), _sorts()
    if text in sorts or text in lists:
        return [Piece(*word[:3], _sort(text, word.pos), word.pos)]
    cut = 0
    if text in _AGAINST:
        cut = len(text) - 1
    elif len(text) == 4 and (lists.get(text[2:]) in _CHANGES or (text[:2] in lists)):
        cut = 2
    elif len(text) == 3 and text[0] in "共新已现" and (text[1:] in lists or sorts.get(text[1:]) is Sort.SOFT):
        cut = 1
    if not cut:
        return [Piece(*word[:3], _sort(text, word.pos), word.pos)]
    middle = word.start + cut
    first = Sort.NOUN if text in _AGAINST else Sort.ADVERB if cut == 1 else _sort(text[:2], words.pos(text[:2]) or "n")
    return [
        Piece(word.start, middle, text[:cut], first, "d" if cut == 1 else "v"),
        Piece(middle, word.end, text[cut:], _sort(text[cut:], words.pos(text[cut:]) or "n"), "n"),
    ]


@cache
def _sorts() -> dict[str, Sort]:
    """What the listed words are."""
    known = lexicon()
    lists = {
        Sort.NOUN: known.head | known.area | known.determiner,
        Sort.SOFT: known.soft | known.predicate,
        Sort.MANNER: known.manner,
        Sort.LOCATIVE: known.locative,
        Sort.TIME: known.time,
        Sort.SUBJECT: known.subject,
        Sort.ASPECT: known.aspect,
        Sort.AND: known.coordinator,
        Sort.ETC: {"等", "等等"},
        Sort.LIST: {"、", "/"},
        Sort.DE: {"的", "之"},
    }
    found = {word: sort for sort, listed in lists.items() for word in listed}
    for word in known.adverb:
        found.setdefault(word, Sort.ADVERB)
    for word in verbs.lexicon():
        found.setdefault(word, Sort.VERB)
    for word in known.preposition:
        found.setdefault(word, Sort.PREPOSITION)
    for word in known.governor:
        found.setdefault(word, Sort.VERB)
    return found


_OF_POS = {
    "vn": Sort.SOFT,
    "t": Sort.TIME,
    "v": Sort.VERB,
    "vd": Sort.VERB,
    "vq": Sort.VERB,
    "d": Sort.ADVERB,
    "y": Sort.ADVERB,
    "e": Sort.ADVERB,
    "o": Sort.ADVERB,
    "zg": Sort.ADVERB,
    "r": Sort.SUBJECT,
    "c": Sort.ADVERB,
    "i": Sort.STOP,
}


def _sort(text: str, pos: str) -> Sort:
    """What a word can do: as listed, else by its part of speech; a single character that is not listed is a noun."""
    if listed := _sorts().get(text):
        return listed
    if len(text) > 1 and pos in _OF_POS:
        return _OF_POS[pos] if pos != "t" or text[-1] in _TIMES else Sort.NOUN
    if not text[0].isalnum() and text not in _INSIDE:
        return Sort.STOP
    return Sort.NOUN


_TIMES = frozenset("年月日周季旬天晚早")
_INSIDE = frozenset("-·.+%&~")
