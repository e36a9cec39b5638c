"""Cutting a stretch that holds names of undertakings: where one ends and the next begins, what belongs to none.

A list is divided only behind an item that can stand alone (it ends in a head noun, or is quoted); otherwise the comma
joins modifiers of one name: `退耕还林、禁牧休牧等生态保护工程` is one, `中心医院、体育公园项目` are two.
"""

import re
from typing import NamedTuple

from factx import words
from factx.rules.initiative import lexicon
from factx.rules.initiative.lexicon import Head
from factx.rules.scene import Scene
from factx.text import Span

_FILL = "\x00"
_DIVIDER = re.compile(r"、|以及|[和与及]|(?<=[”’》\"])(?=[“‘《\"])")
_ETC = re.compile(r"(?<![平高中初上下优相同均对何特头])等(?![级待候于效同额值量离])")
_COUNT = re.compile(
    r"(?:等)?(?:[\d.]+|[一二三四五六七八九十两百千几数多])(?:余|多)?(?:个|项|家|条|座|处|批|所|支|场|类|套|大|届|次|期|份|部|名|种|对|万|千)+"
    r"(?:左右|以上)?的?(?!五|规划)"
)
_LEAD = re.compile(
    r"(?:了|好|出|起|过|着|成|为|到|一批|一系列|系列|一个|一项|一次|一场|多个|多项|各类|各项|相关|有关|包括|主题为|名为|题为|以|的|地|新的)"
)
_FOR = re.compile(r"为期[一二三四五六七八九十两半\d]+(?:天|周|个月|年)(?:半)?的")
_LONGEST_MODIFIER = 14


class Item(NamedTuple):
    """A name in its place; `head` is None where it ends in no head noun."""

    start: int
    end: int
    head: Head | None

    @property
    def span(self) -> Span:
        """The place alone."""
        return self.start, self.end


class Listing(NamedTuple):
    """The items of a stretch, the class noun behind `等` that they share, and the offset where reading ended."""

    items: tuple[Item, ...]
    shared: Head | None
    end: int


def masked(scene: Scene, start: int, end: int) -> str:
    """`text[start:end]` with the insides of quotes, titles and brackets blotted out; offsets stay."""
    text = scene.text[start:end]
    for left, right in (*scene.quotes, *scene.books, *scene.brackets):
        if start <= left and right <= end:
            a, b = left - start + 1, right - start - 1
            text = text[:a] + _FILL * (b - a) + text[b:]
    return text


def listing(scene: Scene, start: int, end: int) -> Listing:
    """The names that stand in `[start, end)`, an object or a subject without its verb."""
    text = masked(scene, start, end)
    etc = _ETC.search(text)
    shared = _class_noun(scene.text, start + etc.end(), end) if etc else None
    stop = start + etc.start() if etc else end
    pieces = _pieces(scene.text, text, start, stop)
    if etc and shared is not None and shared.category in ("system", "method", "document") and not _alone(scene, pieces):
        etc, stop = None, end
        pieces = _pieces(scene.text, text, start, stop)
        shared = None
    items: list[Item] = []
    begin = None
    for left, right in pieces:
        begin = left if begin is None else begin
        item = trimmed(scene, begin, right)
        if item is None:
            begin = None
        elif item.head is not None or quoted(scene.text, item.span):
            items.append(item)
            begin = None
        elif shared is not None or etc:
            items.append(item)
            begin = None
        elif right == pieces[-1][1]:
            items.append(item)
    return Listing(tuple(items), shared, end)


def trimmed(scene: Scene, start: int, end: int) -> Item | None:
    """The name in `[start, end)` without what leads to it and what stands behind it; None where nothing is left."""
    text = scene.text
    start = _left(scene, start, end)
    end = _right(text, start, end)
    if end - start < 2:
        return None
    if quoted(text, (start, end)):
        return Item(start, end, lexicon.head_at(text, start + 1, end - 1))
    return Item(start, end, lexicon.head_at(text, start, end))


def quoted(text: str, span: Span) -> bool:
    """Whether marks wrap the whole span."""
    return text[span[0]] in "“‘《\"「『" and text[span[1] - 1] in "”’》\"」』"


def _pieces(text: str, mask: str, start: int, stop: int) -> list[Span]:
    """What stands between the dividers; a 和 inside a word (和谐, 参与) is none."""
    found, left = [], start
    for match in _DIVIDER.finditer(mask, 0, stop - start):
        at, behind = start + match.start(), start + match.end()
        if match.group() in ("和", "与", "及") and not _stands_alone(text, at):
            continue
        if at > left:
            found.append((left, at))
        left = behind
    if stop > left:
        found.append((left, stop))
    return found


def _stands_alone(text: str, at: int) -> bool:
    """Whether the character at `at` is a word of its own."""
    return any(w.start == at and w.end == at + 1 for w in words.cut(text, max(0, at - 6), min(len(text), at + 7)))


def _alone(scene: Scene, pieces: list[Span]) -> bool:
    """Whether every piece can stand alone."""
    items = [trimmed(scene, *piece) for piece in pieces]
    return all(i is not None and (i.head is not None or quoted(scene.text, i.span)) for i in items)


def _class_noun(text: str, start: int, end: int) -> Head | None:
    """The head of the class that stands behind 等."""
    stop = _right(text, start, end)
    for at in range(stop, max(start + 1, stop - 12), -1):
        head = lexicon.head_at(text, start, at)
        if head and len(text[head.start : at]) > 1:
            return head
    return None


def _left(scene: Scene, start: int, end: int) -> int:
    """Where the name begins: behind particles, counts and long descriptions."""
    text = scene.text
    moved = True
    while moved and start < end:
        moved = False
        for pattern in (_LEAD, _FOR, _COUNT):
            match = pattern.match(text, start, end)
            if match and match.end() < end:
                start, moved = match.end(), True
        while start < end and text[start] in " \u3000,，":
            start += 1
    mask = masked(scene, start, end)
    of = mask.rfind("的")
    if of > 0 and (of > _LONGEST_MODIFIER or any(c in mask[:of] for c in "，,")):
        rest = mask[of + 1 :]
        head = lexicon.head_at(text, start + of + 1, end)
        if head is None or head.start > start + of + 1 or "“" in rest:
            return start + of + 1
    return start


def _right(text: str, start: int, end: int) -> int:
    """Where the name ends: before 建设, 工作 and the like, where a head noun stands before them."""
    tails = lexicon.names().tails
    stop = end
    while stop > start and text[stop - 1] in " \u3000":
        stop -= 1
    end = stop
    for _ in range(2):
        longest = max((n for n in range(1, 7) if text[stop - n : stop] in tails and stop - n > start), default=0)
        if not longest:
            break
        stop -= longest
        if text[stop - 1] in "”》" or lexicon.head_at(text, start, stop):
            return stop
    return end
