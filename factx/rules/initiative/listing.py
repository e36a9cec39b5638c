"""Dividing a stretch that holds names of undertakings: where one ends and the next begins.

A list is divided only behind an item that can stand alone (it ends in a head noun, or is quoted); otherwise the comma
joins modifiers of one name: `封山育林、退田还湖等生态修复工程` is one, `中心医院、体育公园项目` are two.
"""

import re
from typing import NamedTuple

from factx import words
from factx.rules.initiative import lexicon
from factx.rules.initiative.edges import CLOSING, Item, masked, proper, stands, trimmed
from factx.rules.initiative.lexicon import Head
from factx.rules.scene import Scene
from factx.text import Span

_DIVIDER = re.compile(r"、|以及|[和与及]|(?<=》)(?=《)|(?<=”)暨(?=“)")
_ETC = re.compile(r"(?<![平高中初上下优相同均对何特头])等(?![级待候于效同额值量离])")
_SEAM = re.compile(r"[”\"][“\"]")
_GOES_ON = frozenset({"v", "d", "ad", "vd", "p"})
_SHORT_QUOTES = 12
"""Quotes side by side that together are no longer than this share their head noun (“扫黄”“打非”斗争)."""


_BETTERED = ("改造", "提升", "升级")
"""What is done to places that a list names; the places themselves are no undertakings."""


class Listing(NamedTuple):
    """The items of a stretch, and the class noun behind them that they share."""

    items: tuple[Item, ...]
    shared: Head | None


def listing(scene: Scene, start: int, end: int) -> Listing:
    """The names that stand in `[start, end)`, an object or a subject without its verb."""
    mask = masked(scene, start, end)
    dash = mask.rfind("——")
    if 0 < dash < len(mask) - 4:
        start, mask = start + dash + 2, mask[dash + 2 :]
    for etc in _ETC.finditer(mask):
        if "、" in mask[etc.end() :]:
            continue
        shared = _class_noun(scene.text, start + etc.end(), end)
        pieces = _pieces(scene.text, mask, start, start + etc.start())
        items = [i for piece in _apart(scene.text, pieces) if (i := trimmed(scene, *piece)) is not None]
        standing = [stands(scene, i) for i in items]
        if not items:
            continue
        if shared is not None and shared.text.endswith(_BETTERED) and "“" not in mask:
            return Listing((), None)
        if all(standing) or (
            _shares_out(shared) and all(s or proper(scene, i) for s, i in zip(standing, items, strict=True))
        ):
            return Listing(tuple(items), shared)
        if any(standing):
            return Listing(_grouped(scene, pieces), shared)
        break
    return Listing(_grouped(scene, _pieces(scene.text, mask, start, end)), None)


def _shares_out(shared: Head | None) -> bool:
    """Whether the class behind 等 is one of which each item of the list is a thing of its own."""
    return shared is not None and shared.category in ("project", "programme", "platform")


def _grouped(scene: Scene, pieces: list[Span]) -> tuple[Item, ...]:
    """Items of a list; pieces that cannot stand alone are modifiers of the one that follows."""
    items: list[Item] = []
    begin: int | None = None
    waiting: list[Span] = []
    for left, right in _apart(scene.text, pieces):
        begin = left if begin is None else begin
        waiting.append((left, right))
        item = trimmed(scene, begin, right)
        if item is None or not stands(scene, item):
            continue
        if len(waiting) > 1 and item.head is not None and item.head.category == "project":
            apart = [i for piece in waiting if (i := trimmed(scene, *piece)) is not None]
            if all(proper(scene, i) or stands(scene, i) for i in apart):
                items += apart
                begin, waiting = None, []
                continue
        items.append(item)
        begin, waiting = None, []
    if begin is not None and waiting:
        item = _cut_short(scene, waiting[0][0], waiting[-1][1])
        if item is not None:
            items.append(item)
    return tuple(items)


def _cut_short(scene: Scene, start: int, end: int) -> Item | None:
    """The name at the front of a stretch that goes on with what happens to it (提质增效, 开工建设)."""
    text = scene.text
    mask = masked(scene, start, end)
    title = mask.find("》") + 1
    if title > 0 and mask.find("《") < title < len(mask) and (item := trimmed(scene, start, start + title)) is not None:
        return item
    headed = _head_behind_quote(text, start, start + len(mask.rstrip()), mask)
    if headed is not None:
        return trimmed(scene, start, headed)
    cut = words.cut(mask)
    for before, follows in zip(reversed(cut[:-1]), reversed(cut[1:]), strict=True):
        if follows.pos in _GOES_ON or follows.text == "并" or follows.text in lexicon.around().thrives:
            item = trimmed(scene, start, start + before.end)
            if item is not None and stands(scene, item):
                return item
    return trimmed(scene, start, end) if text[end - 1] in CLOSING else None


def _head_behind_quote(text: str, start: int, end: int, mask: str) -> int | None:
    """Where the head noun ends that follows the last quote at once."""
    close = start + mask.rfind("”") + 1
    if close > start:
        for stop in range(min(end, close + 8), close + 1, -1):
            head = lexicon.head_at(text, close, stop)
            if head is not None and head.start == close:
                return stop
    return None


def _class_noun(text: str, start: int, end: int) -> Head | None:
    """The head of the class that stands behind 等, before what is said of it."""
    stop = min(end, start + 24)
    best = None
    for word in words.cut(text, start, stop):
        head = lexicon.head_at(text, start, word.end)
        if head is not None and word.end - head.start >= 2:
            best = head
        elif best is not None:
            break
    return best


def _pieces(text: str, mask: str, start: int, stop: int) -> list[Span]:
    """What stands between the dividers; a 和 inside a word (和谐, 参与) is none."""
    found, left = [], start
    for match in _DIVIDER.finditer(mask, 0, stop - start):
        at, behind = start + match.start(), start + match.end()
        if match.group() in ("和", "与", "及") and (at == start or not _is_word(text, at)):
            continue
        if at > left:
            found.append((left, at))
        left = behind
    if stop > left:
        found.append((left, stop))
    return found


def _apart(text: str, pieces: list[Span]) -> list[Span]:
    """Quotes side by side as pieces of their own, but for short ones that share a head (“扫黄”“打非”斗争).

    Where only the last of long ones has a head (“进企业…”“进项目…”“四进”活动), the others explain it.
    """
    found: list[Span] = []
    for left, right in pieces:
        seams = [left + m.start() + 1 for m in _SEAM.finditer(text[left:right])]
        headed = bool(seams) and text[right - 1] not in CLOSING
        if headed:
            found.append((left if seams[-1] - left <= _SHORT_QUOTES else seams[-1], right))
        else:
            found += zip([left, *seams], [*seams, right], strict=True)
    return found


def _is_word(text: str, at: int) -> bool:
    """Whether the character at `at` is a word of its own."""
    return any(w.start == at and w.end == at + 1 for w in words.cut(text, max(0, at - 6), min(len(text), at + 7)))
