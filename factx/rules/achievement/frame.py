"""What stands around an amount in its clause: the thing it measures, the verb that ties the two, the base.

The shapes, by what stands directly left of the amount:

    verb      基站|达|257个        the phrase before the verb; 建成|257个|基站: the phrase behind the amount
    noun      建设|基站|257个      the phrase that ends there, its verb before it; with 等: …等|12个|基站 behind
    nothing   257个|基站建成       the phrase behind, its verb behind that
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factx.rules.nounphrase import left, right, without_subject
from factx.rules.pieces import Piece, Sort

Range = tuple[int, int]
"""Pieces `[a, b)` of a row."""


@dataclass(slots=True)
class Frame:
    """An amount in its row of pieces; ranges are of pieces, None where the clause has nothing."""

    row: Sequence[Piece]
    at: int
    floor: int
    metric: Range | None = None
    verb: Range | None = None
    other: Range | None = None
    """The phrase between the verb and the amount where it is not the metric: base of a gap, whole of a share."""
    side: str = "none"


_SKIPPED = frozenset({Sort.ADVERB, Sort.ASPECT, Sort.ETC, Sort.TIME})
_VERBS = frozenset({Sort.VERB, Sort.SOFT})
_COMPARE = frozenset(
    {
        "高于",
        "低于",
        "快于",
        "慢于",
        "多于",
        "少于",
        "优于",
        "高出",
        "超出",
        "好于",
        "领先",
        "落后",
        "领先于",
        "落后于",
        "高",
        "低",
        "超过",
        "多",
        "少",
    }
)
_RANK = frozenset(
    {
        "居",
        "位居",
        "列",
        "位列",
        "名列",
        "排名",
        "排",
        "位于",
        "跃居",
        "排在",
        "升至",
        "升到",
        "跃升至",
        "进入",
        "跻身",
        "荣列",
        "保持",
    }
)
_SHARE = frozenset({"占", "占比", "占到", "占比达", "达到", "达"})


def frame(row: Sequence[Piece], at: int, floor: int) -> Frame:
    """The frame of the amount at `row[at]`; what stands before `floor` belongs to others."""
    found = Frame(row, at, floor)
    i = _back(row, at, floor)
    behind = _behind(row, at)
    if i > floor and _is_verb(row, i - 1, floor, at):
        _verb_adjacent(found, i, behind)
    elif i > floor and (begin := left(row, i, floor)) < i:
        _noun_adjacent(found, begin, i, behind, listed=i < at and row[at - 1].sort is Sort.ETC)
    elif behind:
        found.metric, found.side = behind, "right"
        _find_verb_behind(found, behind[1])
    return found


def _back(row: Sequence[Piece], at: int, floor: int) -> int:
    """The place left of the amount behind its last content word: adverbs, 了 and 等 are skipped."""
    i = at
    while i > floor and row[i - 1].sort in _SKIPPED:
        i -= 1
    return i


def _behind(row: Sequence[Piece], at: int) -> Range | None:
    """The phrase behind the amount, 的 skipped; None where it leads to an amount of its own."""
    start = at + 1
    if start < len(row) and row[start].sort is Sort.DE:
        start += 1
    end = right(row, start)
    if end == start or (end < len(row) and row[end].sort is Sort.AMOUNT):
        return None
    return start, end


def _is_verb(row: Sequence[Piece], i: int, floor: int, at: int) -> bool:
    piece = row[i]
    if piece.sort is Sort.VERB:
        return True
    if piece.text == "为":
        return True
    if piece.sort is Sort.SOFT:
        return i == floor or row[i - 1].sort not in (Sort.NOUN, Sort.NAME, Sort.SOFT, Sort.DE, Sort.AND, Sort.LIST)
    return False


def verb_range(row: Sequence[Piece], end: int, floor: int) -> Range:
    """The verb that ends before piece `end`, with verbs joined to it (承办、举办; 引进培育)."""
    start = end - 1
    while start > floor:
        before = row[start - 1]
        if before.sort in _VERBS and before.end == row[start].start and before.sort is Sort.VERB:
            start -= 1
        elif (
            (before.sort in (Sort.LIST, Sort.AND) or before.text in ("并",))
            and start - 1 > floor
            and row[start - 2].sort is Sort.VERB
        ):
            start -= 2
        else:
            break
    return start, end


def _verb_adjacent(found: Frame, end: int, behind: Range | None) -> None:
    row, floor = found.row, found.floor
    found.verb = verb_range(row, end, floor)
    if behind:
        found.metric, found.side = behind, "right"
        return
    i = found.verb[0]
    while i > floor and row[i - 1].sort in (*_SKIPPED, Sort.LIST):
        i -= 1
    start = left(row, i, floor)
    start = without_subject(row, start, i)
    if start < i:
        found.metric, found.side = (start, i), "subject"


def _noun_adjacent(found: Frame, begin: int, end: int, behind: Range | None, *, listed: bool) -> None:
    row, floor = found.row, found.floor
    i = begin
    while i > floor and row[i - 1].sort is Sort.ASPECT:
        i -= 1
    if i > floor and row[i - 1].sort is Sort.PREPOSITION and row[i - 1].text == "为":
        i -= 0
    if i > floor and row[i - 1].sort in _VERBS:
        found.verb = verb_range(row, i, floor)
        verb = row[found.verb[1] - 1].text
        if verb in _COMPARE or (verb in _RANK) or verb.startswith("占"):
            found.other = (begin, end)
            j = found.verb[0]
            while j > floor and row[j - 1].sort in _SKIPPED:
                j -= 1
            start = without_subject(row, left(row, j, floor), j)
            if start < j:
                found.metric, found.side = (start, j), "subject"
            return
    if behind and not (not listed and row[found.at].text.endswith(("人", "元"))):
        found.metric, found.side = behind, "right"
        return
    start = begin if found.verb else without_subject(row, begin, end)
    found.metric, found.side = (start, end), "left"


def _find_verb_behind(found: Frame, i: int) -> None:
    row = found.row
    while i < len(row) and row[i].sort in _SKIPPED:
        i += 1
    if i < len(row) and row[i].sort in _VERBS:
        j = i + 1
        while j < len(row) and row[j].sort is Sort.VERB:
            j += 1
        found.verb = (i, j)
