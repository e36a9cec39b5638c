"""Topic: the named event, line or facility of which a clause tells (第三届江州茶博会): no body, yet its subject."""

from functools import cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.context.actor import acts_at, begins_with_deed, is_measured_at
from factx.context.lexicon import lexicon
from factx.gazetteer import body_lexicon, place_prefix
from factx.mentions import verbs
from factx.patterns import compiled
from factx.text import Span
from factx.words import Word, cut

_LONGEST = 40
_PROPER = frozenset({"nr", "nrt", "ns", "nt", "nz"})
_FUNCTION = frozenset({"p", "c", "d", "u", "uj", "ul", "r", "y"})
_TIMES = frozenset({"t", "mq"})
_MODALS = frozenset("应可须将拟")
_MARKS = frozenset("“”‘’·—-")
_ORDERS = frozenset("届期次号年批")
"""Measures behind a number that tells a thing from others; others count things (3000名)."""
_HAPPENS = frozenset({"发生", "称"})
_THESE = frozenset("本此这该")
_THIS = compiled(r"(?:本|此|这|该)[届次]?")
_PART = compiled(r"第[一二三四五六七八九十]{1,2}[期阶]段?")
"""A part of an event stands for it: 第9届江州茶博会|第二期."""
_OF_MANY = ("我", "本", "该", "全国", "各", "首", "多")


def topic_opening(text: str, start: int, end: int, *, again: bool = False) -> Span | None:
    """The thing whose proper name begins at `start` and of which the clause goes on to tell, or None.

    `again`: or to which the text comes back (云溪大桥|主塔封顶).
    """
    if text.startswith(_OF_MANY, start):
        return None
    found = None
    for _, head, stop in _things().find_matches_as_indexes(text[start : min(end, start + _LONGEST)]):
        part = _PART.match(text, start + stop, end)
        behind = part.end() if part else start + stop
        owns = text.startswith("的", behind) or is_measured_at(text, behind, end)
        comes_back = again and text.count(text[start : start + stop]) > 1
        is_told_of = head and (owns or comes_back or acts_at(text, behind))
        if is_told_of and _is_proper(text[start : start + head]):
            found = start + stop
    if found and text[start - 1 : start] == "“" and "”" in text[start:found]:
        start -= 1
    return (start, found) if found else None


def begins_thing(text: str, at: int, end: int) -> bool:
    """Whether the word for an event or a thing stands at `at`."""
    return any(found == 0 for _, found, _ in _things().find_matches_as_indexes(text[at : min(end, at + _LONGEST)])[:1])


def is_again(text: str, start: int, thing: Span) -> bool:
    """Whether the event of which the report is stands at `start` again: 本届|茶博会."""
    this = _THIS.match(text, start) if text[start] in _THESE else None
    if this is None:
        return False
    behind = text[this.end() : this.end() + _LONGEST]
    found = _things().find_matches_as_indexes(behind)
    return bool(found) and found[0][1] == 0 and text[slice(*thing)].endswith(behind[: found[0][2]])


def _is_proper(modifier: str) -> bool:
    """Whether what stands before its head tells a thing from others of its sort: by a place, a number, in quotes."""
    words = cut(modifier)
    if words[0].text in body_lexicon().cut or words[0].pos in _TIMES or begins_with_deed(modifier):
        return False
    if any(map(_is_outside, words)) or any(_counts(one, two) for one, two in pairwise(words)):
        return False
    if any(word.pos == "v" and (word.text in verbs.lexicon() or word.text in _HAPPENS) for word in words[:-1]):
        return False  # the last may belong to the head: 治理|工程
    shown = (word.pos in _PROPER or word.text[0].isdigit() or word.text in _MARKS for word in words)
    return any(shown) or place_prefix(modifier, 0) is not None


def _is_outside(word: Word) -> bool:
    """Whether no name holds the word."""
    if word.text in _ORDERS or word.text in _MARKS:
        return False
    return word.text == "经" or word.pos in _FUNCTION or word.text in _MODALS or not word.text.isalnum()


def _counts(number: Word, measure: Word) -> bool:
    """Whether two words count things (3000|名), and do not tell one from others (第3|届)."""
    if not (number.pos == "m" or number.text.isdigit()):
        return False
    return (
        (len(measure.text) == 1 or measure.pos == "q") and measure.text not in _ORDERS and measure.pos not in {"x", "a"}
    )


@cache
def _things() -> AhoCorasick:
    return AhoCorasick(sorted(lexicon().thing), matchkind=MatchKind.LeftmostLongest)
