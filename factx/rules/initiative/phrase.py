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

FILL = "\x00"
_DIVIDER = re.compile(r"、|以及|[和与及]|(?<=》)(?=《)")
_ETC = re.compile(r"(?<![平高中初上下优相同均对何特头])等(?![级待候于效同额值量离])")
_CLASSIFIER = r"(?:个|项|家|条|座|处|批|所|支|场|类|套|次|期|份|部|种|对|大|款|位|名|门)"
_COUNT = re.compile(
    r"[\d.,]+(?:万|亿)?(?:公里|平方米|千米)(?=[\u4e00-\u9fff])"
    rf"|(?:近|超|逾|约|共|等)?(?:[\d.,]+|[一二三四五六七八九十两百千几数多]+)(?:余|多|万|千)*{_CLASSIFIER}{{1,2}}(?:次)?(?:以上|左右)?的?"
)
_SIZE = re.compile(
    r"(?:总?投资|占地|总?面积|近|约|超|总长)*[\d.,]+(?:万|亿|千)*(?:平方米|平米|平方公里|公里|千米|元|美元|亩|公顷|吨|千瓦|兆瓦|米|床位)的"
)
_LEAD = re.compile(
    r"我[校院市省县区部局系国](?=[第首\d一-龥])|[^的，、]{2,24}(?:主办|承办|协办|举办|组织)的|了|好|出|起|过|着|成为|有(?=[A-Za-z“《])|成(?=[“《])|的|为期[一二三四五六七八九十两半\d]+(?:天|周|个月|年)半?的|一批|一系列|系列|一个|一项|一次|一场|一套|一支|主题为|名为|题为"
    r"|新一轮|新一批|首批(?=[^\d])|运行(?![机])|以“|各?[自]的|新的|相关的?|有关|包括|并(?:[\u4e00-\u9fff]{2}了)?(?!联)|更加?|最[^的]{1,4}的|有效的|良好的"
)
_PROPER = ("ns", "nt", "nz", "nrt", "nr", "nrfg", "x")
_NATIONAL = ("中国", "全国", "社会主义")
_SUPERLATIVE = re.compile(r"首[个例创家]|唯一|最")
_ASIDE = re.compile(
    r"(?<=[”》])[（(](?![^（(]*[）)].)[^》]{0,10}(?:《[^》]*》|“[^”]*”)?[^》]{0,20}[）)]$|(?<=[”》])[（(][^（()）]{1,30}[）)]$"
)
_LONGEST_MODIFIER = 14
_SEAM = re.compile(r"[”\"][“\"]")
_OPENING = '“‘《"「『'
_CLOSING = '”’》"」』'


class Item(NamedTuple):
    """A name in its place; `head` is None where it ends in no head noun; `counted` where a number stood before it."""

    start: int
    end: int
    head: Head | None
    counted: bool = False

    @property
    def span(self) -> Span:
        """The place alone."""
        return self.start, self.end


class Listing(NamedTuple):
    """The items of a stretch, and the class noun behind them that they share."""

    items: tuple[Item, ...]
    shared: Head | None


def masked(scene: Scene, start: int, end: int) -> str:
    """`text[start:end]` with the insides of quotes, titles and brackets blotted out; offsets stay."""
    text = scene.text[start:end]
    for left, right in (*scene.quotes, *scene.books, *scene.brackets):
        if start <= left and right <= end:
            a, b = left - start + 1, right - start - 1
            text = text[:a] + FILL * (b - a) + text[b:]
    return text


def quoted(text: str, span: Span) -> bool:
    """Whether one pair of marks wraps the whole span."""
    start, end = span
    if text[start] not in _OPENING or text[end - 1] not in _CLOSING:
        return False
    return not any(c in "”》" for c in text[start + 1 : end - 1]) or text[start] in '‘《"'


def inside(text: str, span: Span) -> Span:
    """A span without the marks that wrap it, where it has such."""
    start, end = span
    if not quoted(text, span):
        return span
    while text[end - 2] in "。 ":
        end -= 1
    return start + 1, end - 1


def listing(scene: Scene, start: int, end: int) -> Listing:
    """The names that stand in `[start, end)`, an object or a subject without its verb."""
    mask = masked(scene, start, end)
    for etc in _ETC.finditer(mask):
        stop, behind = start + etc.start(), start + etc.end()
        if "、" in mask[etc.end() :]:
            continue
        shared = class_noun(scene.text, behind, end)
        pieces = _pieces(scene.text, mask, start, stop)
        items = [i for piece in _apart(scene.text, pieces) if (i := trimmed(scene, *piece)) is not None]
        if not items:
            continue
        if all(_stands(scene, i) for i in items):
            return Listing(tuple(items), shared)
        classed = shared is not None and shared.category in ("project", "programme", "platform")
        if classed and all(_stands(scene, i) or proper(scene, i) for i in items):
            return Listing(tuple(items), shared)
        if any(_stands(scene, i) for i in items):
            return Listing(_grouped(scene, pieces), shared)
        break
    return Listing(_grouped(scene, _pieces(scene.text, mask, start, end)), None)


def _grouped(scene: Scene, pieces: list[Span]) -> tuple[Item, ...]:
    """Items of a list; pieces that cannot stand alone are modifiers of the one that follows."""
    items: list[Item] = []
    begin: int | None = None
    waiting: list[Span] = []
    for left, right in _apart(scene.text, pieces):
        begin = left if begin is None else begin
        waiting.append((left, right))
        item = trimmed(scene, begin, right)
        if item is None:
            begin, waiting = None, []
            continue
        if not _stands(scene, item):
            continue
        if len(waiting) > 1 and item.head is not None and item.head.category == "project":
            apart = [i for piece in waiting if (i := trimmed(scene, *piece)) is not None]
            if all(proper(scene, i) or _stands(scene, i) for i in apart):
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


def trimmed(scene: Scene, start: int, end: int) -> Item | None:
    """The name in `[start, end)` without what leads to it and what stands behind it; None where nothing is left."""
    text = scene.text
    begin, counted = _left(scene, start, end)
    end = _right(text, begin, end)
    if end - begin < 2:
        return None
    if quoted(text, (begin, end)):
        first, last = inside(text, (begin, end))
        if text[last - 1] in "）)":
            last = max(text.rfind("（", first, last), text.rfind("(", first, last), first + 1)
        return Item(begin, end, lexicon.head_at(text, first, last), counted)
    head = lexicon.head_at(text, begin, end)
    if head is None and text[end - 1] == "”":
        head = lexicon.head_at(text, begin, end - 1)
    return Item(begin, end, head, counted)


def proper(scene: Scene, item: Item) -> bool:
    """Whether an item without head looks like the name of one thing: it holds a place, a letter, a number, a rare word."""
    text = scene.text[item.start : item.end]
    if "“" in text or re.search(r"[A-Za-z\d]|[一二三四]期|[至—-]", text):
        return True
    cut = words.cut(text)
    if len(cut) == 1 and cut[0].pos == "ns":
        return False
    if any(w.pos in _PROPER and w.text not in _NATIONAL for w in cut):
        return True
    singles = sum(len(w.text) == 1 for w in cut)
    return singles >= 2 and singles * 2 >= len(text)


def class_noun(text: str, start: int, end: int) -> Head | None:
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


def _stands(scene: Scene, item: Item) -> bool:
    return item.head is not None or quoted(scene.text, item.span)


def _cut_short(scene: Scene, start: int, end: int) -> Item | None:
    """The name at the front of a stretch that goes on with what happens to it (提质增效, 开工建设)."""
    text = scene.text
    mask = masked(scene, start, end)
    close = mask.rfind("”")
    if close > 0:
        for stop in range(min(len(mask), close + 9), close + 2, -1):
            head = lexicon.head_at(text, start + close + 1, start + stop)
            if head is not None and head.start == start + close + 1:
                return trimmed(scene, start, start + stop)
    cut = words.cut(mask)
    for i in range(len(cut) - 1, 0, -1):
        follows = cut[i]
        if follows.pos not in ("v", "d", "ad", "vd", "p") and follows.text not in ("提质", "扩面", "增量"):
            continue
        item = trimmed(scene, start, start + cut[i - 1].end)
        if item is None or not _stands(scene, item):
            continue
        return item
    return trimmed(scene, start, end) if text[end - 1] in _CLOSING else None


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
    """Quotes side by side as pieces of their own, but for short ones that share a head (“扫黄”“打非”斗争)."""
    found: list[Span] = []
    for left, right in pieces:
        seams = [left + m.start() + 1 for m in _SEAM.finditer(text[left:right])]
        if seams and text[right - 1] not in _CLOSING and seams[-1] - left <= 12:
            seams = []
        elif seams and text[right - 1] not in _CLOSING:
            left, seams = seams[-1], []
        for seam in seams:
            found.append((left, seam))
            left = seam
        found.append((left, right))
    return found


def _is_word(text: str, at: int) -> bool:
    """Whether the character at `at` is a word of its own."""
    return any(w.start == at and w.end == at + 1 for w in words.cut(text, max(0, at - 6), min(len(text), at + 7)))


def _left(scene: Scene, start: int, end: int) -> tuple[int, bool]:
    """Where the name begins, behind particles, counts and long descriptions; and whether it was counted."""
    text = scene.text
    counted = False
    moved = True
    while moved and start < end:
        moved = False
        for pattern in (_SIZE, _COUNT, _LEAD):
            match = pattern.match(text, start, end)
            if match and match.end() < end:
                start, moved = match.end(), True
                counted = counted or (pattern is _COUNT and not match.group().startswith("一"))
        while start < end and text[start] in " \u3000,，":
            start += 1
    mask = masked(scene, start, end)
    named = max(mask.rfind("的“"), mask.rfind("的《"))
    if named > 0 and "“" not in mask[:named]:
        return start + named + 1, counted
    of = mask.rfind("的")
    if of > 0 and _SUPERLATIVE.search(mask[:of]):
        return start + of + 1, counted
    if of > 0 and "“" not in mask[:of] and (of > _LONGEST_MODIFIER or any(c in mask[:of] for c in "，,")):
        rest = start + of + 1
        head = lexicon.head_at(text, rest, end)
        if head is None or head.start > rest + 2 or "“" in mask[of:]:
            return rest, counted
    return start, counted


def _right(text: str, start: int, end: int) -> int:
    """Where the name ends: before 建设, 工作 and the like, where a head noun stands before them."""
    tails = lexicon.names().tails
    stop = end
    while stop > start and text[stop - 1] in " \u3000":
        stop -= 1
    end = stop
    aside = _ASIDE.search(text, max(start, stop - 60), stop)
    if aside is not None:
        end = stop = aside.start()
    for _ in range(2):
        longest = max((n for n in range(1, 7) if stop - n > start and text[stop - n : stop] in tails), default=0)
        if not longest:
            break
        stop -= longest
        if text[stop - 1] in "”》" or lexicon.head_at(text, start, stop):
            return stop
    return end
