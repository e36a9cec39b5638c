"""Area: whether a report tells of a whole area, and which; the words by which a report speaks of itself."""

from collections import Counter
from collections.abc import Iterator

from factx.context.actor import acts, is_measured_at, own_at
from factx.context.lexicon import lexicon
from factx.context.naming import AREAS, CLASS_OF_PLACE, Naming
from factx.gazetteer import listed_place_end, place_at, place_prefix
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut

_OF_AREA = compiled(r"政府工作报告|国民经济|经济社会发展|统计公报|政府信息公开")
_CUT_TITLE = compiled(r"[\s:：|—-]+|【[^】]*】")
_YEARS = compiled(r"(?:[\s“\"]|(?:19|20)\d\d(?:-\d{2,4})?年?度?)*")
_MEDIUM = compiled(r"(?:报|网|社|电视台|电台|客户端)(?![\u4e00-\u9fff])")
_ASSEMBLY = compiled(
    r"在((?!第)[\u4e00-\u9fff]{1,10}(?:自治区|[省市县区州旗]))第[一二三四五六七八九十\d]+届人民代表大会"
)
_SPEAKER = compiled(
    r"代表((?!第)[\u4e00-\u9fff]{2,10}?(?:自治区|[省市县区州旗]))人民政府[,，]?(?:现)?(?:向大会|向会议|向各位代表|作|报告)"
)
"""How a work report that has lost its title begins."""
_HEAD = 200
_MOST_READ = 20_000
_RECURS = 3
_WORD = 2
_COUNTRY = "我国"
_OPENS = frozenset("，,。；;\n ")
_NEAR = 20
_LEADER = "总书记"
"""Whose speeches say 我国 in news that is of something else."""


def is_of_area(text: str, title: Span) -> bool:
    """Whether a report tells of a whole area, with all that happens there."""
    is_titled = _OF_AREA.search(text[title[0] : title[1]].replace(" ", ""))
    return is_titled is not None or _SPEAKER.search(text, title[0], title[1] + _HEAD) is not None


def area_of(text: str, title: Span, naming: Naming) -> Span | None:
    """The area of such a report: its title's, else what its word for itself means, else what it comes back to."""
    if named := _area(text, title) or _of_assembly(text, title):
        return named
    own = own_word(text, of_area=True)
    if own is None and (area := _most_named(text)):
        return area
    own = own or own_word(text, of_area=True, acting=False)
    return naming.resolve_own(own, None) if own else None


def own_word(text: str, *, of_area: bool, acting: bool = True) -> Span | None:
    """The word by which the report calls itself most, 我… before others; `acting`: only those that act in it."""
    best: tuple[int, int, str] | None = None
    for word, meaning in lexicon().own.items():
        times = _times(text, word)
        if meaning == "country" and times < _RECURS - 1 and (of_area or not _is_told_of(text, word)):
            continue
        if (
            times
            and (meaning in AREAS or not of_area)
            and (word[0] == "我" or (meaning != "country" and (not acting or acts(text, word) > 1)))
        ):
            best = max(best or (0, 0, ""), (times * (3 if word[0] == "我" else 1), -text.find(word), word))
    return (-best[1], -best[1] + len(best[2])) if best else None


def _times(text: str, word: str) -> int:
    """How often the report says the word for itself, and no other that begins with it (全行业)."""
    found = 0
    at = text.find(word)
    while at >= 0:
        found += own_at(text, at, at + len(word)) is not None
        at = text.find(word, at + 1)
    return found


def _is_told_of(text: str, word: str) -> bool:
    """Whether the one clause that says 我国 tells of it (我国粮食产量1.3万亿斤), in no leader's speech."""
    at = text.find(word)
    end = at + len(word)
    return text[at - 1 : at] in _OPENS and _LEADER not in text and is_measured_at(text, end, end + _NEAR)


def parts(text: str, title: Span) -> Iterator[Span]:
    """The parts of a title between blanks, colons and dashes, years left out at their beginning."""
    begin = title[0]
    for match in (*_CUT_TITLE.finditer(text, *title), None):
        end = match.start() if match else title[1]
        years = _YEARS.match(text, begin, end)
        start = years.end() if years else begin
        if not text[start:end].strip().isascii() and not (
            match and match.group() in (":", "：") and _MEDIUM.search(text, start, end)
        ):
            yield start, end
        begin = match.end() if match else end


def _area(text: str, title: Span) -> Span | None:
    """The area that a report on an area names in its title."""
    for start, end in parts(text, title):
        place = place_prefix(text, start)
        if place and place <= end:
            return start, place
    return None


def _of_assembly(text: str, title: Span) -> Span | None:
    """The area before whose assembly (在云溪市第五届人民代表大会…上), or for whose government it was given, or None."""
    head = title[1] + _HEAD
    match = _ASSEMBLY.search(text, title[0], head) or _SPEAKER.search(text, title[0], head)
    return match.span(1) if match else None


def _most_named(text: str) -> Span | None:
    """The area that a report comes back to without ever saying that it is of it (云溪物流园, 让云溪更美好), or None.

    A report names the areas that hold its own as often: the smallest is meant. One of the country is of no area.
    """
    if _COUNTRY in text:
        return None
    counted: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for word in cut(text, 0, min(len(text), _MOST_READ)):
        if len(word.text) > 1 and _is_area(word.text):
            counted[word.text] += 1
            first.setdefault(word.text, (word.start, word.end))
    often = [name for name in counted if counted[name] >= _RECURS]
    return first[max(often, key=lambda name: (_is_district(name), counted[name]))] if often else None


def _is_area(stem: str) -> bool:
    """Whether the gazetteer has the name below the provinces, or with the class word of some area (海拉尔|区)."""
    listed = place_at(stem, 0)
    return (listed is not None and listed[0] == len(stem) and listed[1] != "provincial") or _is_district(stem)


def _is_district(stem: str) -> bool:
    """Whether the name is a district's; those of two characters are words of the language (和平, 新建)."""
    return len(stem) > _WORD and any(
        listed_place_end(name, 0) == len(name) for name in (stem + unit for unit in CLASS_OF_PLACE)
    )
