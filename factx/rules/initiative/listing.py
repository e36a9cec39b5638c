"""Dividing a stretch that holds names of undertakings: where one ends and the next begins.

A list is divided only behind an item that can stand alone (it ends in a head noun, or is quoted); otherwise the comma
joins modifiers of one name: `封山育林、退田还湖等生态修复工程` is one, `中心医院、体育公园项目` are two.
"""

from typing import NamedTuple

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import dividing, lexicon
from factx.rules.initiative.edges import CLOSING, Item, masked, proper, stands, thing, trimmed
from factx.rules.initiative.lexicon import Head
from factx.rules.initiative.places import CLEANED, of_places
from factx.rules.scene import Scene
from factx.text import Span

_ETC = compiled(
    r"(?<![平高中初上下优相同均对何特头])等(?![级待候于效同额值量离])|等(?=[\d一二三四五六七八九十两]+[个家所条项座])|(?<=[路街巷道河渠])(?=[\d三四五六七八九十]+条[\u4e00-\u9fff]{2})"
    r"|(?<=”)(?=[\d一二三四五六七八九十两]+[个项类大种支套])"
)
_GOES_ON = frozenset({"v", "d", "ad", "vd", "p", "t"})
_LINES = ("铁", "铁路", "公路", "高速", "机场", "大桥")
_SHORT_LINE = 5
"""Lines that share their head are told by their two ends (雄商、津石高铁)."""
_OWN_BODIES = compiled(r"[^，,、的]{0,8}(?:科研|研究|研发|创新|教学)机构")
"""Bodies that somebody has as his own (…实验室、…中心等国家级科研机构)."""
_SHORT_NAME = 5
_CLASS_REACH = 14
_CLASS_TOLD = 4
_WORKS = "项目"
_SHORTEST_WORK, _LONGEST_WORK = 3, 18
"""How long the bare names of works are (金石木业、味鲜食品等项目)."""
_UNNAMED = ("工程", "改造", "提升", "升级", "扩容", "建", "搬迁", "加固", "扩能", "延伸", "段")
"""What is done at places that a list names (封山育林、退田还湖等生态修复工程); 酒店、大桥 stand by themselves."""
_FIRMS_FOUNDED = compiled(r"(?:多|[\d一二三四五六七八九十]+余?)家[\u4e00-\u9fff]{0,8}?(企业|公司)$")
"""Behind 等, companies that a row names; whoever founds them made them (组建了甲乙电子、丙丁信息等多家企业)."""
_NEAR = 2
_FIELDS = ("领域", "方面", "环节", "行业")
"""Behind 等, what the list names: a reform in several fields is one (预算管理、债务管理等领域改革)."""
_DONE = ("活动", "试点")
_TRIAL = "试点"
_DOING = 5
"""Shorter doings are daily work (理论学习)."""
_BETTERED = ("改造", "提升", "升级")
"""What is done to places that a list names; the places themselves are no undertakings."""

_SUMMED_UP = CLOSING + "路街巷道河渠"
"""The last characters of names that a count may follow at once (甲路、乙路|5条道路)."""


class Listing(NamedTuple):
    """The items of a stretch, and the class noun behind them that they share."""

    items: tuple[Item, ...]
    shared: Head | None


def listing(scene: Scene, start: int, end: int) -> Listing:
    """The names that stand in `[start, end)`, an object or a subject without its verb."""
    mask = masked(scene, start, end)
    of = start + mask.rfind("的") + 1
    if "、" in mask[: of - start] and _described(scene, mask, start, of, end):
        return Listing((Item(of, end, lexicon.head_at(scene.text, of, end)),), None)
    dash = mask.rfind("——")
    if 0 < dash < len(mask) - 4 and "、" not in mask[:dash]:
        start, mask = start + dash + 2, mask[dash + 2 :]
    for etc in _ETC.finditer(mask):
        if "、" in mask[etc.end() :]:
            continue
        pieces = dividing.pieces(scene.text, mask, start, start + etc.start())
        if not etc.group() and any(scene.text[b - 1] not in _SUMMED_UP for _, b in pieces):
            continue
        items = [i for piece in dividing.apart(scene.text, pieces) if (i := trimmed(scene, *piece)) is not None]
        if items:
            found = _of_class(scene, pieces, items, (start, start + etc.end(), end))
            if found is not None:
                return found
            break
    grouped = _grouped(scene, dividing.pieces(scene.text, mask, start, end))
    return _of_quotes(scene.text, grouped) or Listing(grouped, _last_head(scene.text, grouped))


def _of_quotes(text: str, items: tuple[Item, ...]) -> Listing | None:
    """A row of quotes with what all of them are behind the last (“甲”、“乙”和“丙”|的信贷模式), or None."""
    if len(items) < 2 or any(text[item.start] != "“" or item.head is not None for item in items[:-1]):
        return None
    last = items[-1]
    close = text.find("”", last.start, last.end) + 1
    if text[last.start] != "“" or not text.startswith("的", close) or last.head is None:
        return None
    return Listing((*items[:-1], last._replace(end=close, head=None)), last.head)


def _described(scene: Scene, mask: str, start: int, of: int, end: int) -> bool:
    """Whether the list is one in the description of a thing (连接甲地、乙地的|丙铁路)."""
    return "、" not in mask[of - start :] and words.cut(mask)[0].pos == "v" and thing(scene, of, end)


def _of_class(scene: Scene, pieces: list[Span], items: list[Item], bounds: tuple[int, int, int]) -> Listing | None:
    """The items before 等 with the class behind it; None where all is one name. `bounds`: start, behind 等, end."""
    start, behind, end = bounds
    text = scene.text
    shared = _class_noun(text, behind, end)
    standing = [stands(scene, i) for i in items]
    marked = any(mark in text[start:behind] for mark in "“《")
    if not marked and _of_others(text, behind, end, shared):
        firms = _FIRMS_FOUNDED.match(text, behind, end)
        bodies = tuple(item._replace(listed=True) for item in items) if firms else ()
        return Listing(bodies, Head(firms.end() - 2, firms.group(1), "organisation") if firms else None)
    told = shared is not None and len(items) == 1 and not standing[0] and _class_told(text, behind, shared)
    fields = shared is not None and shared.category == "programme" and text.startswith(_FIELDS, behind)
    cleaned = shared is not None and CLEANED.search(text, behind, shared.start + len(shared.text)) and not marked
    if shared is not None and (told or fields or cleaned):
        whole = trimmed(scene, start, shared.start + len(shared.text))
        return Listing((whole,) if whole else (), None)
    if (
        shared is not None
        and not marked
        and (shared.text.endswith(_BETTERED) or of_places(text, items, behind, shared))
    ):
        return Listing((), None)
    short = any(standing) and shared is not None and shared.category == "project"
    if all(standing) or (
        _shares_out(shared)
        and all(
            s or proper(scene, i) or (short and i.end - i.start <= _SHORT_NAME)
            for s, i in zip(standing, items, strict=True)
        )
    ):
        return Listing(_each_listed(scene, shared, items), shared)
    if _are_works(scene, shared, items, behind):
        return Listing(tuple(item._replace(listed=True) for item in items), shared)
    if any(standing) and shared is not None and _are_doings(text, shared, items):
        trials = text.startswith(_TRIAL, behind)
        return Listing(tuple(item._replace(listed=trials) for item in items), shared)
    return Listing(_grouped(scene, pieces), shared) if any(standing) else None


def _each_listed(scene: Scene, shared: Head | None, items: list[Item]) -> tuple[Item, ...]:
    """The items, each a thing of its own where one of a row of works has a name (时代广场、青禾大厦等项目)."""
    if shared is None or not shared.text.endswith(_WORKS) or not any(proper(scene, item) for item in items):
        return tuple(items)
    return tuple(item._replace(listed=_is_work(scene, item)) for item in items)


def _is_work(scene: Scene, item: Item) -> bool:
    """Whether the item is told like one thing, not counted or described."""
    told = not item.counted and "的" not in scene.text[slice(*item.span)]
    return told and item.end - item.start >= _SHORTEST_WORK


def _are_buildings(shared: Head, behind: int) -> bool:
    """Whether the class at once behind 等 is one of buildings or lines (…等酒店)."""
    near = shared.start - behind <= _NEAR
    return near and shared.category == "project" and not shared.text.endswith(_UNNAMED)


def _are_works(scene: Scene, shared: Head | None, items: list[Item], behind: int) -> bool:
    """Whether each item of a list of works is one, bare as it is, since one of them at least has a name of its own."""
    return (
        shared is not None
        and (shared.text.endswith(_WORKS) or _are_buildings(shared, behind))
        and "的" not in scene.text[behind : shared.start]
        and all(_is_work(scene, item) and item.end - item.start <= _LONGEST_WORK for item in items)
        and any(proper(scene, item) for item in items)
    )


def _are_doings(text: str, shared: Head, items: list[Item]) -> bool:
    """Whether each item of a list of 活动 is a name, with a head noun or not (送法下基层、安康杯竞赛等活动)."""
    return shared.text.endswith(_DONE) and all(
        item.head is not None or (item.end - item.start >= _DOING and "的" not in text[slice(*item.span)])
        for item in items
    )


def _last_head(text: str, items: tuple[Item, ...]) -> Head | None:
    """The head that bare names of a row share with its last (“甲”和“乙”活动, 雄商、津石高铁, 大化5号、大化6号项目)."""
    if len(items) < 2 or items[-1].head is None or text[items[-1].end - 1] in CLOSING:
        return None
    mark = text[items[-1].start]
    bare = [item for item in items[:-1] if item.head is None]
    if mark in "“《":
        bare = [item for item in bare if text[item.start] == mark]
    elif items[-1].head.text != _WORKS and (
        not items[-1].head.text.endswith(_LINES) or any(item.end - item.start > _SHORT_LINE for item in bare)
    ):
        return None
    plain = any(item.counted or item.end - item.start < _SHORTEST_WORK for item in bare)
    return items[-1].head if bare and (mark in "“《" or items[-1].head.text != _WORKS or not plain) else None


def _of_others(text: str, behind: int, end: int, shared: Head | None) -> bool:
    """Whether the list is one of others: bodies and people, or companies to which something is done (等8家企业迁建)."""
    if shared is None:
        return _class_of_others(text, behind, end)
    return "企业" in text[behind : shared.start]


def _class_of_others(text: str, start: int, end: int) -> bool:
    """Whether the class behind 等 is one of bodies, people or ways (等知名企业, 等形式)."""
    if _OWN_BODIES.match(text, start, end):
        return False
    nouns = [w.text for w in words.cut(text, start, min(end, start + _CLASS_REACH)) if w.pos[0] not in "mquab"]
    return any(noun.endswith(lexicon.others()) for noun in nouns[:2])


def _class_told(text: str, start: int, shared: Head) -> bool:
    """Whether the class behind 等 is told so closely that X等… is one name (松江等主要江河堤防治理)."""
    told = [
        w for w in words.cut(text, start, shared.start) if w.text not in lexicon.modifiers() and w.pos[0] not in "mqud"
    ]
    return sum(len(w.text) for w in told) >= _CLASS_TOLD


def _shares_out(shared: Head | None) -> bool:
    """Whether the class behind 等 is one of which each item of the list is a thing of its own."""
    return shared is not None and shared.category in ("project", "programme", "platform")


def _grouped(scene: Scene, pieces: list[Span]) -> tuple[Item, ...]:
    """Items of a list; pieces that cannot stand alone are modifiers of the one that follows."""
    items: list[Item] = []
    begin: int | None = None
    waiting: list[Span] = []
    for left, right in dividing.apart(scene.text, pieces):
        begin = left if begin is None else begin
        waiting.append((left, right))
        item = trimmed(scene, begin, right)
        if item is None or not stands(scene, item):
            continue
        if len(waiting) > 1 and item.head is not None and item.head.category == "project":
            apart = [i for piece in waiting if (i := trimmed(scene, *piece)) is not None]
            marked_off = all(scene.text.startswith("、", right) for _, right in waiting[:-1])
            if marked_off and all(proper(scene, i) or stands(scene, i) for i in apart):
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
    named = mask.find("”") + 1
    if mask[0] == "“" and named < len(mask) and lexicon.head_at(text, start + 1, start + named - 1):
        return trimmed(scene, start, start + named)
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
        if head is None and text.startswith(_WORKS, word.start):
            head = lexicon.head_at(text, start, word.start + len(_WORKS))  # 项目前期 is one word
        if head is not None and word.end - head.start >= 2:
            best = head
        elif best is not None:
            break
    return best
