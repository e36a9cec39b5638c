"""Short names without a head noun: brands, works and persons that a report comes back to."""

from collections import Counter

from factx.context.actor import acts, names_post, own_at
from factx.context.lexicon import lexicon
from factx.context.naming import CLASS_OF_PLACE
from factx.gazetteer import place_prefix
from factx.mentions.person_names import begins_name
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, pos

_WORKS = compiled(r"[\u4e00-\u9fff](?:钢|铝|铜|药|汽|矿|油|煤|化|航|电|建|投)(?=[\u4e00-\u9fff])")
_WORKS_RECUR = 3
_NAME_LONG = 6
_PROPER = frozenset({"nr", "ns", "nt", "x"})
_NO_NAME = frozenset({"v", "vd", "d", "ad", "p", "c", "uj", "ul", "u", "r", "t", "m"})
_RECURS = 3
_NEARLY = 0.8
_PERSON_LONG = 4
_PRONOUN = compiled(r"[他她它我你其此该这那]")


def recurring(text: str, start: int, end: int) -> Span | None:
    """The longest beginning of the stretch that the text comes back to as an actor: 青禾股份, 长河流域."""
    if text.count(text[start : start + 2]) < _RECURS:
        return None
    place = place_prefix(text, start)
    if place and text[place - 1] in CLASS_OF_PLACE:
        return None
    ends = []
    proper = False
    for word in cut(text, start, min(end, start + _NAME_LONG + _NAME_LONG // 2)):
        if word.pos in _NO_NAME or not word.text.isalpha() or word.end > start + _NAME_LONG:
            break
        proper = proper or (word.pos in _PROPER and word.pos != "ns") or len(word.text) == 1
        if proper and len(word.text) > 1:
            ends.append(word.end)
    for stop in reversed(ends):
        name = text[start:stop]
        if _is_common(name) or names_post(name) or _PRONOUN.search(name):
            continue
        if acts(text, name, comma=False) > 1:
            return start, _whole(text, (start, stop))[1]
    return None


def _whole(text: str, name: Span) -> Span:
    """The name with what nearly always stands beside it: 青|禾记, 云|溪电气."""
    start, end = name
    while end - start < _NAME_LONG:
        words = text[start:end]
        often = _NEARLY * text.count(words)
        if text[end : end + 1].isalpha() and text.count(text[start : end + 1]) >= often:
            end += 1
        elif start and text[start - 1].isalpha() and text.count(text[start - 1 : end]) >= often:
            start -= 1
        else:
            break
    return start, end


def profiled(text: str, start: int, end: int) -> Span | None:
    """A part of the title that is a name and nothing else, where the text goes on about it: 林晓青：…, 林晓青 -- ….."""
    name = text[start:end]
    short = (len(name) <= _PERSON_LONG and name.isalpha()) or "·" in name
    if len(name) == _PERSON_LONG and "·" not in name and not begins_name(text, start):
        return None  # 喜迎国庆, 世界共赢
    proper = short and any(word.pos in _PROPER or len(word.text) == 1 for word in cut(name))
    return (start, end) if proper and not _is_common(name) and text.count(name) > 1 else None


def _is_common(name: str) -> bool:
    """Whether a name is an ordinary word, or names a class only."""
    return own_at(name, 0, len(name)) is not None or name in lexicon().bare or (pos(name) or "x") not in _PROPER


def works(text: str) -> Span | None:
    """The short name of a company that the text comes back to (江钢, 云铝), or None."""
    counted = Counter(
        name for name in _WORKS.findall(text) if pos(name) is None and place_prefix(name + "。", 0) is None
    )
    best = max(counted, key=lambda name: counted[name], default=None)
    if best is None or counted[best] < _WORKS_RECUR:
        return None
    at = text.find(best)
    return _whole(text, (at, at + len(best)))
