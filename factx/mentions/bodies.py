"""Organisations as mentions: found on demand in a clause, by the head that ends their name.

A clause is cut into words. A name ends with a word that ends in a head (`局`, `有限公司`, `科协`), and reaches left to
the last word that no name holds (a verb of the list, a preposition, a number, punctuation), or to the place or the
owner that leads it (`指导|江州市科协`).
"""

import re
from functools import cache

from factx.gazetteer import (
    body_heads,
    body_lexicon,
    level_lexicon,
    listed_place_end,
    name_end,
    place_at,
    place_prefix,
)
from factx.mentions.person_lexicon import person_lexicon
from factx.patterns import compiled
from factx.text import Span
from factx.words import Word, cut

_REACH = 40
"""How many characters a name may be long."""
_OUTSIDE = frozenset({"x", "p", "c", "u", "uj", "ul", "uz", "ud", "uv", "ug", "r", "d", "y", "e", "o", "q", "mq", "t"})
"""Parts of speech that no name holds: function words, pronouns, adverbs, measures, times."""
_AFFILIATED = frozenset(("附属", "直属", "所属"))
_AGES = frozenset(("青年", "少年", "现代"))
"""Times in the dictionary, parts of names in names (青年剧院, 现代小学)."""
_SOCIETIES = frozenset(("基金会", "协会", "研究会", "促进会", "联盟"))
"""Bodies called after what they do: 扶贫|基金会."""
_SIDES = frozenset(("东方", "南方", "北方"))
"""Sides in the dictionary, which names begin with (东方学院)."""
_HOUSES = frozenset("堂号坊楼阁庄铺房")
"""Measures that end the name of a house too."""
_TIMES = frozenset("届次批期")
"""What counts meetings and rounds, and no bodies."""
_LONGEST_HEAD = 8
_LONGEST_FIELD = 4
"""How many words may stand between the 与 of a college's name and its head."""
_FIELDS = ("学院", "学部", "研究院", "研究所", "系", "实验室", "研究中心", "实验中心", "工程中心")
"""Heads in whose names 与 joins two fields: 材料与冶金学院."""
_AMOUNTS = frozenset("数量额人体面值产计")
_JOINS = frozenset("与")
_PEOPLE = frozenset("者家员师生人们")
"""The last characters of words for people: 教师与|管理学院."""
_INSIDE = "党组"
"""An organ of an organ, which goes with its post: 教育局|党组书记."""
_NO_TRAP = frozenset({"财政局", "民政局", "邮政局", "市政局"})
"""Bodies whose last two characters are a word that is none (政局)."""


def bodies_in(text: str, start: int, end: int) -> list[Span]:
    """The organisations named in `text[start:end]`, in order, each in its longest form; none overlap."""
    return _bodies(text, _words_of_names(text, start, end))


def _bodies(text: str, words: list[Word], *, of_first_run: bool = False) -> list[Span]:
    """The organisations that `words` name; only those before the first word that no name holds, where asked for."""
    found: list[Span] = []
    ends = [_ends_run(word) and not _is_no_measure(words, i) for i, word in enumerate(words)] + [True]
    first = 0
    for i, word in enumerate(words):
        if ends[i] and not (i + 1 < len(words) and _belongs(word, words[i + 1])):
            if of_first_run:
                break
            first = i + 1
            continue
        while word.end - words[first].start > _REACH and first < i:
            first += 1
        is_last = ends[i + 1]
        begin = None
        head = _head(text, word, words[first].start)
        if head in _units():
            begin = _area_begin(text, words[first : i + 1])
        elif head or (is_last and _is_bare_place(text, word)):
            begin = _begin(text, words, first, i)
        if begin is not None:
            dated = _DATED.match(text, begin) if text[begin] in "年月日" else None
            begin = dated.end() if dated else begin
            while found and (found[-1][1] > begin or text[found[-1][1] : begin] == "附属"):
                begin = min(begin, found.pop()[0])
            found.append((begin, word.end))
    return [span for span in found if span[1] - span[0] >= 2]


def body_before(text: str, end: int, floor: int) -> Span | None:
    """The organisation whose name ends at `end`, else the last one of `text[floor:end]`, or None."""
    spans = bodies_in(text, max(floor, end - _REACH), end)
    return spans[-1] if spans else None


def body_at(text: str, start: int, ceiling: int) -> Span | None:
    """The organisation whose name begins at `start`, not reaching beyond `ceiling`, or None."""
    words = _words_of_names(text, start, min(ceiling, start + _REACH))
    for span in _bodies(text, words, of_first_run=True):
        return span if span[0] == start else None
    return None


@cache
def _heads() -> frozenset[str]:
    return body_heads() | body_lexicon().area | level_lexicon().national_organ | level_lexicon().national_company


def _ends_run(word: Word) -> bool:
    """Whether a name never reaches across `word`."""
    if word.text in body_lexicon().cut:
        return True
    if len(word.text) > 1 and listed_place_end(word.text, 0) == len(word.text):
        return False  # 大连 is an adverb in the dictionary
    if word.pos == "x":
        return not (word.text.isalnum() and not word.text.isdigit())
    return word.pos in _OUTSIDE and word.text not in _heads() and word.text not in _AGES


def _is_no_measure(words: list[Word], i: int) -> bool:
    """Whether the measure `words[i]` counts nothing, since a noun stands before it (`匠|堂|制品有限公司`)."""
    return words[i].text in _HOUSES and i > 0 and words[i - 1].pos[:1] == "n"


def _belongs(word: Word, following: Word) -> bool:
    """Whether a verb or a number belongs to the name that goes on behind it: 评选|委员会, 联合|有限公司, 128|医院."""
    if following.text in body_lexicon().working:
        return True
    if word.text.isdigit():
        return len(word.text) > 1 and following.text == "医院"
    return word.text == "联合" and following.text.startswith(("有限", "股份", "集团", "大学"))


def _words_of_names(text: str, start: int, end: int) -> list[Word]:
    """The words of the stretch; a place, an organ, a field with 和 inside (`文化和旅游`) is one word."""
    words = [part for word in cut(text, start, end) for part in (_parted(word) if len(word.text) >= 4 else (word,))]
    linked = {match.start(): match.end() for match in _linked().finditer(text, start, end)}
    merged: list[Word] = []
    for word in words:
        if merged and word.start < merged[-1].end:
            continue
        stop = name_end(text, word.start)
        if word.start in linked:
            stop = min(other.end for other in words if other.end >= linked[word.start])
        if stop and word.end < stop <= end and any(other.end == stop for other in words):
            merged.append(Word(word.start, stop, text[word.start : stop], "n"))
        else:
            merged.append(word)
    return merged if _JOINS.isdisjoint(text[start:end]) else _with_fields(text, merged)


def _with_fields(text: str, words: list[Word]) -> list[Word]:
    """The words, those that 与 joins in the name of a college as one: 材料与冶金|学院."""
    found: list[Word] = []
    for i, word in enumerate(words):
        if found and word.start < found[-1].end:
            continue
        if word.text in _JOINS and found and (end := _field_end(text, words, i)):
            first = found.pop().start
            found.append(Word(first, end, text[first:end], "n"))
        else:
            found.append(word)
    return found


def _field_end(text: str, words: list[Word], at: int) -> int | None:
    """Where the college's name ends whose fields `words[at]` joins, or None."""
    one, start = words[at - 1], words[at].end
    if one.pos[0] not in "nvlj" or one.text in body_lexicon().cut or one.text[-1] in _PEOPLE:
        return None
    if _ends_run(one) or _head(text, one, one.start - 1) or name_end(text, start):
        return None
    for word in words[at + 1 : at + 1 + _LONGEST_FIELD]:
        if head := next((head for head in _FIELDS if word.text.endswith(head)), None):
            return word.end if word.end - len(head) > start else None
        if _ends_run(word):
            return None
    return None


def _parted(word: Word) -> list[Word]:
    """A word of four characters or more, parted where it takes a body and its people together (协会|会长)."""
    size = next((n for n in (2, 3) if word.text[:n] in body_lexicon().institution | body_lexicon().organ), 0)
    if not size or word.text in _heads() or word.text.startswith(_INSIDE):
        return [word]
    if word.text[:size] not in body_lexicon().institution and word.text[size:] not in person_lexicon().post:
        return [word]
    middle = word.start + size
    return [Word(word.start, middle, word.text[:size], "n"), Word(middle, word.end, word.text[size:], "n")]


@cache
def _linked() -> re.Pattern[str]:
    return compiled("|".join(sorted(body_lexicon().linked, key=lambda field: (-len(field), field))))


def _head(text: str, word: Word, begin: int) -> str | None:
    """The longest head that ends `word`, in a name from `begin` on; a bare one-character head needs a modifier."""
    trap = body_lexicon().trap
    if word.text in trap or (text[word.end - 2 : word.end] in trap and text[word.end - 3 : word.end] not in _NO_TRAP):
        return None
    size = word.end - begin
    for length in _lengths_of_heads().get(text[word.end - 1], ()):
        if length <= size and (length > 1 or size > 1):
            head = text[word.end - length : word.end]
            if head in _heads():
                if head[-1] == "总" and text[word.end : word.end + 1] in _AMOUNTS:
                    return None  # 园区总|数
                return None if head.endswith("政府") and text.startswith("采购", word.end) else head
    return None


@cache
def _lengths_of_heads() -> dict[str, list[int]]:
    """How long the heads are that end with a character, longest first: most words end with none of these."""
    lengths: dict[str, set[int]] = {}
    for head in _heads():
        if len(head) <= _LONGEST_HEAD:
            lengths.setdefault(head[-1], set()).add(len(head))
    return {last: sorted(found, reverse=True) for last, found in lengths.items()}


@cache
def _units() -> frozenset[str]:
    """Class words of administrative units, which name one only behind a proper name (`云溪县`, not `等候区`)."""
    return frozenset(head for head in body_lexicon().area if len(head) == 1) | {"街道", "社区", "地区"}


def _area_begin(text: str, words: list[Word]) -> int | None:
    """Where the chain of places that ends with the last of `words` begins, or None."""
    for word in words:
        if place_prefix(text, word.start) == words[-1].end:
            return word.start
    return None


def _is_bare_place(text: str, word: Word) -> bool:
    """Whether `word` is a place without its class word (`江苏`), which acts only where no noun follows."""
    return listed_place_end(text, word.start) == word.end


_DATED = compiled(r"(?<=\d)(?:年度?|月份?|日)")
"""What ends a date that a name stands behind: 2012年|青禾公司."""


def _begin(text: str, words: list[Word], first: int, last: int) -> int:
    """Where the name that ends with word `last` begins: at the first place or owner of the run, else at its start."""
    whole = body_lexicon().organ | level_lexicon().national_organ
    if first < last and words[last].text in whole and words[last - 1].pos == "v" and words[last].text not in _SOCIETIES:
        return words[last].start
    if (
        first < last
        and words[first].text in level_lexicon().international_event
        and words[first + 1].text[:2] == "中国"
    ):
        first += 1  # 冬奥会|中国代表团
    for i in range(first, last + 1):
        word = words[i]
        is_affiliated = i > first and words[i - 1].text in _AFFILIATED  # 江州大学附属|中山医院
        if (word.text in _owners() or place_at(text, word.start)) and not is_affiliated:
            return word.start
    while first < last and _describes(words[first]) and not _opens_name(text, words[first]):
        first += 1
    return words[first].start


@cache
def _owners() -> frozenset[str]:
    """What a name begins with whatever follows: systems, the nation's bodies and companies (国网|北川供电公司)."""
    levels = level_lexicon()
    return levels.national_system | levels.national | levels.national_company


def _opens_name(text: str, word: Word) -> bool:
    """Whether 中 opens a name, since nothing stands before it in which something could be (中钢集团)."""
    return word.text == "中" and not text[word.start - 1 : word.start].isalnum()


def _describes(word: Word) -> bool:
    """Whether a word at the start of a run belongs to the clause, not to the name: verbs, measures, 第三 excepted."""
    if word.text.startswith("第"):
        return word.text[-1] in _TIMES  # 第一届|云溪大学论坛, but 第一医院
    if word.text in _SIDES:
        return False
    return word.pos in {"v", "vd", "ad", "m", "f", "s"} or (word.pos == "a" and len(word.text) > 1)
