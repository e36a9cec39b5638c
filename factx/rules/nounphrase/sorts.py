"""What a word can do in a clause: as the lists of nounphrase.toml say, else by its part of speech."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from factx.lexicon import load
from factx.mentions import verbs


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
    telling: frozenset[str]
    determiner: frozenset[str]
    soft: frozenset[str]
    predicate: frozenset[str]
    head: frozenset[str]
    means: frozenset[str]
    light: frozenset[str]
    deed: frozenset[str]
    time: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists of noun phrases."""
    return load("nounphrase", Lexicon)


def is_sum(text: str) -> bool:
    """Whether a noun says what a deed comes to, not what it is done to: 金额, 面积, 规模."""
    return len(text) > 1 and text[-1] in _COMES_TO and text in lexicon().head


_COMES_TO = frozenset("额积数模期度长")


@cache
def listed_sorts() -> dict[str, Sort]:
    """What the listed words are."""
    known = lexicon()
    lists = {
        Sort.NOUN: known.head | known.means | known.area | known.determiner,
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
    for word in known.governor | known.telling:
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


@lru_cache(maxsize=16384)
def sort_of(text: str, pos: str) -> Sort:
    """What a word can do: as listed, else by its part of speech; a single character that is not listed is a noun."""
    if listed := listed_sorts().get(text):
        return listed
    if len(text) > 1 and text[0] == "每":  # 每吨, 每人每天
        return Sort.ADVERB
    if len(text) > _WORD and text[-1] in _SUMS:  # 补助款
        return Sort.NOUN
    if pos == "i" and listed_sorts().get(text[-_WORD:]) in (Sort.NOUN, Sort.SOFT):  # 其他支出
        return Sort.NOUN
    if len(text) > 1 and pos in _OF_POS:
        return _OF_POS[pos] if pos != "t" or text[-1] in _TIMES else Sort.NOUN
    if not text[0].isalnum() and text not in _INSIDE:
        return Sort.STOP
    return Sort.NOUN


_WORD = 2
_SUMS = frozenset("款金费")
_TIMES = frozenset("年月日周季旬天晚早")
_INSIDE = frozenset("-·.+%&~")
