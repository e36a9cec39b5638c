"""The words of initiatives: heads of names with their category, and the verbs around them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from factx import words
from factx.lexicon import load
from factx.mentions import verbs
from factx.patterns import compiled


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
    false_heads: frozenset[str]
    tails: frozenset[str]
    short: dict[str, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """The lists of telling.toml."""

    weak: frozenset[str]
    loose: frozenset[str]
    generic: frozenset[str]
    ideas: frozenset[str]
    common: frozenset[str]
    standing: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verb:
    """What is special of a verb; see initiative.toml."""

    soft: bool = False
    before: bool = False
    marked: bool = False
    tending: bool = False
    physical: bool = False
    headed: bool = False
    enforces: bool = False
    follows: bool = False
    joins: bool = False
    verbal: bool = False
    bears: bool = False
    uses: bool = False
    governs: bool = True
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """The lists of initiative.toml."""

    breaking: frozenset[str]
    citing: frozenset[str]
    prepositions: frozenset[str]
    manner: frozenset[str]
    actors: frozenset[str]
    denying: frozenset[str]
    thrives: frozenset[str]
    given: frozenset[str]
    attending: frozenset[str]
    others: frozenset[str]
    aspects: frozenset[str]
    verbs: dict[str, Verb]


class Head(NamedTuple):
    """A head noun at the end of a stretch: its words, where it begins, and the category that it gives."""

    start: int
    text: str
    category: str


CATEGORIES = ("document", "system", "programme", "project", "platform", "organisation", "method", "event", "brand")
GOVERNING_SORTS = ("found", "issue", "hold", "run", "build")
SORTS_OF_WORK = frozenset({"新建", "改建", "扩建", "改扩建", "续建", "重建", "改造", "升级"})
"""Verbs that stand inside the names of works (白石灌区续建配套工程)."""
_CEREMONIES = ("仪式", "典礼")
"""A verb right before these is what is celebrated (“甲队”成立|仪式)."""
_ASSEMBLY = "大会"
"""The same right before these, unless the verb holds them (劳动竞赛启动|大会, but 召开|大会)."""
_PLAIN = Verb()
_LONGEST = 8
_LINE = compiled(r"至|—|-|铁路|公路|高速|国道|省道|高铁|河|江|地铁")
"""A stretch (…段) is one of a line."""


@cache
def names() -> Names:
    """The lists of names.toml."""
    return load("names", Names)


@cache
def telling() -> Telling:
    """The lists of telling.toml."""
    return load("telling", Telling)


@cache
def around() -> Around:
    """The lists of initiative.toml."""
    return load("initiative", Around)


@cache
def heads() -> dict[str, str]:
    """Every head noun with its category."""
    return {word: category for category in CATEGORIES for word in getattr(names(), category)}


@cache
def _lists() -> verbs.Verbs:
    return load("verbs", verbs.Verbs)


@cache
def governing() -> frozenset[str]:
    """Every verb that can have an undertaking as its object."""
    listed = {word for word, verb in around().verbs.items() if verb.governs}
    return frozenset(listed).union(*(getattr(_lists(), sort) for sort in GOVERNING_SORTS))


@cache
def making() -> frozenset[str]:
    """The verbs that begin no title: what they make is the name behind them."""
    return _lists().issue | _lists().found | _lists().build


@cache
def founding() -> frozenset[str]:
    """The verbs that bring a body into being."""
    return _lists().found


@cache
def holding() -> frozenset[str]:
    """The verbs whose object is an event."""
    return _lists().hold


@cache
def enforcing() -> frozenset[str]:
    """The verbs that put a document, a policy or a rule into force."""
    return _lists().issue | {word for word, verb in around().verbs.items() if verb.enforces}


def verb(word: str) -> Verb:
    """What is special of a verb."""
    return around().verbs.get(word, _PLAIN)


@cache
def breaking() -> frozenset[str]:
    """Every word at which a name that began before it must have ended."""
    table = around().verbs
    soft = {word for word, verb in table.items() if verb.soft}
    firm = {word for word, verb in table.items() if not verb.soft and not verb.before}
    return (governing() - soft) | firm | around().breaking | around().citing | around().denying | around().prepositions


@cache
def modifiers() -> frozenset[str]:
    """Every word that tells no undertaking from another."""
    return telling().generic | telling().ideas | names().tails | frozenset(heads()) | frozenset(around().verbs)


@cache
def _matcher() -> AhoCorasick:
    return AhoCorasick([*heads(), *names().short, "“", "《", "「", "『", "‘", '"'])


def may_name(stretch: str) -> bool:
    """Whether a stretch holds a head noun or a mark at all; most objects do not, and need no further look."""
    return bool(_matcher().find_matches_as_indexes(stretch))


@cache
def freeing() -> tuple[str, ...]:
    """What stands before a verb that is a verb there, whatever it is elsewhere."""
    return tuple(sorted(around().manner | around().actors))


@cache
def issuing() -> frozenset[str]:
    """The verbs that issue a document; of bodies they only tell (联合会公布)."""
    return _lists().issue


@cache
def elsewhere() -> frozenset[str]:
    """Words before a name that somebody else runs: it is given, told of or taken part in."""
    joining = {word for word, verb in around().verbs.items() if verb.soft and not verb.governs and not verb.before}
    return around().given | around().attending | around().denying | joining


def begins_head(text: str, word: words.Word) -> bool:
    """Whether the word begins a head noun (实施 in 实施意见, 成立 in 成立大会)."""
    if text.startswith(_CEREMONIES, word.end) or (text.startswith(_ASSEMBLY, word.end) and word.text not in holding()):
        return True
    return any(text[word.start : word.end + more] in heads() for more in (1, 2, 3))


def begins_event(text: str, start: int, end: int) -> bool:
    """Whether the verb at `[start, end)` begins the name of an event (推进 in 推进会)."""
    return text.startswith(_CEREMONIES, end) or any(heads().get(text[start : end + more]) == "event" for more in (1, 2))


def body_follows(text: str, at: int) -> bool:
    """Whether the head noun of a body begins at the offset."""
    return any(heads().get(text[at : at + length]) == "organisation" for length in (2, 3, 4))


@cache
def others() -> tuple[str, ...]:
    """How a class behind 等 ends whose things are no undertakings."""
    return tuple(sorted(around().others))


@cache
def attending() -> tuple[str, ...]:
    """What stands right before the name of an event that somebody only goes to."""
    return tuple(sorted({*around().attending, *(word for word, verb in around().verbs.items() if verb.joins)}))


@cache
def denying() -> tuple[str, ...]:
    """What stands right before a verb of something that was not done."""
    return tuple(sorted(around().denying))


@lru_cache(maxsize=512)
def words_of(stretch: str) -> tuple[words.Word, ...]:
    """The words of a clause or a part of it, offsets from its begin; every verb of a clause asks for the same ones."""
    return tuple(words.cut(stretch))


def head_at(text: str, start: int, end: int) -> Head | None:
    """The longest head noun that ends `text[start:end]`, brackets behind it or not, or None."""
    if text[end - 1 : end] in ("）", ")"):
        end = max(text.rfind("（", start, end), text.rfind("(", start, end))
    listed = heads()
    for length in range(min(_LONGEST, end - start), 1, -1):
        word = text[end - length : end]
        if word in names().false_heads:
            return None
        if word in listed:
            return Head(end - length, word, listed[word])
    last = text[end - 1 : end]
    if last not in names().short or end - start < 3:
        return None
    # A single character ends a name where it is no part of a common word (农林桥, but not 社区).
    if last == "段" and not _LINE.search(text, start, end - 2):
        return None
    word = words.cut(text, max(start, end - 6), end)[-1].text
    return Head(end - 1, last, names().short[last]) if len(word) != 2 else None
