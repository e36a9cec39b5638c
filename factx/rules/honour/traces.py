"""Where a text holds the words that may tell of an honour without a verb: found once a document, in one pass."""

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.mentions.person_lexicon import person_lexicon
from factx.patterns import compiled
from factx.rules.honour.vocabulary import lexicon

_HEADING_WORDS = ("荣誉", "获奖", "奖励", "奖项", "称号", "受奖", "表彰", "殊荣")
_NO_HEADING = compiled(
    r"办法|条例|规定|方案|政策|通知|资金|补助|标准|申报|意见|措施|制度|机制|加强|激励|工作|奖励给|体系|对象|条件|\d{4}|奖$|[；;,，。]"
)
_LONGEST_HEADING = 16


class Traces(NamedTuple):
    """Offsets, each list sorted: titles that stand before a name, words of lists of honours, headings of such lists."""

    standing: list[int]
    listed: list[int]
    headings: list[int]


@cache
def _matcher() -> tuple[AhoCorasick, int]:
    standing = sorted(lexicon().standing | set(person_lexicon().holder))
    return AhoCorasick([*standing, *_HEADING_WORDS], matchkind=MatchKind.LeftmostLongest), len(standing)


@lru_cache(maxsize=8)
def traces(text: str) -> Traces:
    """The traces of a document."""
    matcher, standing = _matcher()
    found = Traces([], [], [])
    for word, start, _ in matcher.find_matches_as_indexes(text):
        (found.standing if word < standing else found.listed).append(start)
    for at in found.listed:
        start = text.rfind("\n", 0, at) + 1
        stop = text.find("\n", at)
        line = text[start : len(text) if stop < 0 else stop].strip()
        if len(line) <= _LONGEST_HEADING and not _NO_HEADING.search(line):
            found.headings.append(start)
    return found


def any_in(offsets: list[int], start: int, end: int) -> bool:
    """Whether one of the sorted `offsets` lies in `[start, end)`."""
    i = bisect_left(offsets, start)
    return i < len(offsets) and offsets[i] < end
