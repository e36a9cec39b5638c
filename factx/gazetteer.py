"""Places of China, organs of the centre and the words that show a level: who is national, provincial, municipal.

What leads a name decides its level: `省科协` is provincial, and so is the prize of an office in a joint giver
`江州市、省科协`. A chain of places counts by its last one (`某省某市某局` is municipal). Where nothing leads, the first
word inside that shows a level does.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import get_args

from factx.lexicon import load
from factx.patterns import compiled
from factx.records import Level
from factx.text import fold
from factx.words import cut, is_word

_LEVELS: tuple[Level, ...] = get_args(Level)
_RANK: dict[Level, int] = {level: rank for rank, level in enumerate(_LEVELS)}


@dataclass(frozen=True)
class LevelLexicon:
    """The lists of `levels.toml`."""

    international: frozenset[str]
    international_event: frozenset[str]
    national: frozenset[str]
    national_organ: frozenset[str]
    national_system: frozenset[str]
    national_company: frozenset[str]
    provincial: frozenset[str]
    municipal: frozenset[str]
    county: frozenset[str]
    township: frozenset[str]
    institutional: frozenset[str]
    province_character: frozenset[str]
    not_alone: frozenset[str]
    generic: frozenset[str]


@dataclass(frozen=True)
class BodyLexicon:
    """The lists of `bodies.toml`."""

    organ: frozenset[str]
    working: frozenset[str]
    inner: frozenset[str]
    institution: frozenset[str]
    unit: frozenset[str]
    area: frozenset[str]
    named: frozenset[str]
    trap: frozenset[str]
    cut: frozenset[str]
    linked: frozenset[str]


@cache
def level_lexicon() -> LevelLexicon:
    """The words of `levels.toml`."""
    return load("levels", LevelLexicon)


@cache
def body_lexicon() -> BodyLexicon:
    """The words of `bodies.toml`."""
    return load("bodies", BodyLexicon)


@cache
def body_heads() -> frozenset[str]:
    """What may end the name of an organisation, areas left out."""
    words = body_lexicon()
    return words.organ | words.working | words.inner | words.institution | words.unit | words.named


class _Names(dict[str, Level]):
    """Names with their levels, and for the first two characters of each the lengths to try, longest first."""

    def __init__(self, names: dict[str, Level]) -> None:
        super().__init__(names)
        lengths: dict[str, set[int]] = {}
        for name in names:
            lengths.setdefault(name[:2], set()).add(len(name))
        self.lengths = {beginning: sorted(found, reverse=True) for beginning, found in lengths.items()}

    def end_of(self, text: str, start: int) -> int | None:
        """Where the longest of the names that begin at `start` ends, or None."""
        if (beginning := text[start : start + 2]) in self.lengths:
            for length in self.lengths[beginning]:
                if (name := text[start : start + length]) in self:
                    return start + len(name)
        return None


@cache
def _places() -> _Names:
    """Provinces, prefectures, counties; without the stems that are words of the language."""
    source = files("factx").joinpath("lexicons/places.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in source.splitlines() if not row.startswith("#"))
    skipped = level_lexicon().not_alone
    known: dict[str, Level] = {level: level for level in _RANK}
    return _Names({name: known[level] for name, level in rows if name not in skipped})


@cache
def _words() -> _Names:
    """The words of `levels.toml` that show a level."""
    words = level_lexicon()
    names: dict[str, Level] = {}
    levels: tuple[tuple[frozenset[str], Level], ...] = (
        (words.institutional, "institutional"),
        (words.township, "township"),
        (words.county, "county"),
        (words.municipal, "municipal"),
        (words.provincial, "provincial"),
        (words.national | words.national_organ | words.national_system, "national"),
        (words.national_company, "institutional"),
        (words.international | words.international_event, "international"),
    )
    for listed, level in levels:
        names |= dict.fromkeys(listed, level)
    return _Names(names)


_UNIT_LEVEL: dict[str, Level] = {
    "省": "provincial",
    **dict.fromkeys(("市", "州", "盟", "地区"), "municipal"),
    **dict.fromkeys(("县", "区", "旗"), "county"),
    **dict.fromkeys(("镇", "乡", "街道", "村", "社区"), "township"),
    **dict.fromkeys(("校", "院", "厂"), "institutional"),
}
# A unit that no list knows: two to four characters of a name and a class word (云溪县).
_UNLISTED = compiled(r"[\u4e00-\u9fff]{2,4}?(省|市|自治州|州|盟|县|区|旗|镇|乡|街道|村|社区)(?![场面值价域间下])")
# A development zone behind the place that holds it ranks as a county.
_ZONE = compiled(r"[\u4e00-\u9fff]{0,6}?(?:开发区|高新区|经开区|新区|保税区|自贸区|管理区|度假区|工业园区|产业园区)")
# What may stand before the lead and says nothing of a level.
_PRELUDE = compiled(r"(?:[\s\d—–-]+(?:学?年度?)?|第?[一二三四五六七八九十百\d]+[届批次]|首[届批]|新时代|[驻原获为])*")
_NEUTRAL = compiled(r"中国梦|\W中国\W(?=.{0,4}公司)|鲁迅|大?中小学|中关村|(?:华[东中北南]|[东西][北南])(?:地|[赛片])区")
_SOCIETY = compiled(r"[\u4e00-\u9fff]{0,10}?(?:协会|学会|联合会|促进会|基金会)")
_QUOTED = compiled(r"[“‘\"《「『][^”’\"》」』]*[”’\"》」』]")
_NAME_TAGS = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "x"})
_GRADED_PRIZE = compiled(r"(省|市|县|区|校|院)(?=[特一二三四]等奖|优质|优秀)")
_JOINT = compiled(r"[、,，/]|和(?=[省市县区州])|与(?=[省市县区州])")


def place_at(text: str, start: int) -> tuple[int, Level] | None:
    """End and level of the one place or administrative unit that begins at `start` (`临沂市`, `临沂`, `云溪县`)."""
    places = _places()
    if (end := places.end_of(text, start)) is not None:
        return end, places[text[start:end]]
    unlisted = _UNLISTED.match(text, start)
    if unlisted is None or _words().end_of(text, start):
        return None
    if _is_proper(text[start : unlisted.start(1)]) and not _is_trap(text, unlisted.end()):
        return unlisted.end(), _UNIT_LEVEL[unlisted[1].removeprefix("自治")]
    return None


def listed_place_end(text: str, start: int) -> int | None:
    """Where the longest place of the gazetteer that begins at `start` ends, or None."""
    return _places().end_of(text, start)


def name_end(text: str, start: int) -> int | None:
    """Where the longest place of the gazetteer at `start` ends, else the longest word of a level (`教育部`)."""
    begin, places, words = text[start : start + 2], _places(), _words()
    known = begin in places.lengths or begin in words.lengths  # most offsets begin no name: no call for them
    return (places.end_of(text, start) or words.end_of(text, start)) if known else None


def place_prefix(text: str, start: int) -> int | None:
    """Where the longest chain of places that begins at `start` ends (`山东省临沂市罗庄区`), or None."""
    return chain[0] if (chain := _place_chain(text, start)) else None


def is_place(name: str) -> bool:
    """Whether `name` is a chain of places and nothing else."""
    return bool(name) and place_prefix(name, 0) == len(name)


@lru_cache(maxsize=4096)
def level_of(name: str) -> Level | None:
    """The level that a giver, a body, a title or an area shows by its words, or None."""
    name = _NEUTRAL.sub(lambda word: " " * len(word[0]), fold(name).strip())
    name = name[1:-1] if _QUOTED.fullmatch(name) else name
    parts = _JOINT.split(name)
    if len(parts) > 1 and all(_is_body(part) for part in parts):
        ranks = [_RANK[level] for level in map(_level_of_one, parts) if level]
        return _LEVELS[min(ranks)] if ranks else None
    return _level_of_one(name)


def _level_of_one(name: str) -> Level | None:
    lead = _lead(name)
    if _is_institution(name, lead):
        return "institutional"
    if lead:
        return lead[0]
    outside = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), name)
    return _first_inside(outside) or (_first_inside(name) if outside != name else None)


def _lead(name: str) -> tuple[Level, int, bool] | None:
    """Level and end of what leads `name`, and whether that names a place; None where nothing does."""
    prelude = _PRELUDE.match(name)
    start = prelude.end() if prelude else 0
    words = _words()
    end, chain = words.end_of(name, start), _place_chain(name, start)
    if end is not None and (chain is None or chain[0] <= end or name[start:end] in level_lexicon().international):
        word = name[start:end]
        if word in level_lexicon().national_system and (branch := _lead(name[end:])):
            return branch[0], end + branch[1], branch[2]
        if word in level_lexicon().national_company and _SOCIETY.match(name, end):
            return "national", end, False  # 中国建筑业协会 is none of 中国建筑's
        return words[word], end, False
    if chain:
        event = words.end_of(name, chain[0])
        if event is not None and name[chain[0] : event] in level_lexicon().international_event:
            return "international", event, False
        return chain[1], chain[0], True
    unit, two = name[start : start + 1], name[start : start + 2]
    raised = name[start + 1 : start + 3] in level_lexicon().generic  # 省|文明校园
    if unit in _UNIT_LEVEL and (raised or two[1:] in {"", "名"} or not is_word(two)):  # 省|名牌产品
        return _UNIT_LEVEL[unit], start + 1, True
    if unit in level_lexicon().province_character and _stands_alone(name, start):
        return "provincial", start + 1, True
    return None


def _place_chain(text: str, start: int) -> tuple[int, Level] | None:
    """End and level of the chain of places at `start`: the last one decides."""
    found = place_at(text, start)
    if not found:
        return None
    end, level = found
    while further := place_at(text, end):
        if _RANK[further[1]] <= _RANK[level]:
            break
        end, level = further
    zone = _ZONE.match(text, end)
    return (zone.end(), "county") if zone and _RANK[level] < _RANK["county"] else (end, level)


@lru_cache(maxsize=4096)
def _is_proper(stem: str) -> bool:
    """Whether the stem of an unlisted unit looks like a name: no ordinary word is in it, nor one that makes titles."""
    row, titles = [word for word in cut(stem) if len(word.text) > 1], level_lexicon().generic
    return not set(stem) & body_lexicon().cut and all(w.pos in _NAME_TAGS and w.text not in titles for w in row)


def _is_trap(text: str, end: int) -> bool:
    """Whether a word that only looks like a head (`城市`) ends at `end`."""
    return any(text[end - n : end] in body_lexicon().trap for n in (2, 3, 4) if n <= end)


def _is_body(name: str) -> bool:
    """Whether `name` ends as a body or an area does."""
    ends = any(name[-n:] in body_heads() or name[-n:] in body_lexicon().area for n in range(1, min(len(name), 8) + 1))
    return (ends and not _is_trap(name, len(name))) or name in level_lexicon().national_organ or is_place(name)


def _is_institution(name: str, lead: tuple[Level, int, bool] | None) -> bool:
    """Whether the name is that of a school, hospital or company, or something of one (`江州大学优秀论文奖`)."""
    start = lead[1] if lead else len(_PRELUDE.findall(name)[0])
    found = _institution().search(name, start)
    if not found:
        return False
    modifiers = name[start : found.start()]
    if any(word in modifiers for word in level_lexicon().generic) or _QUOTED.search(modifiers):
        return False
    if lead is None:
        is_other = found.end() < len(name) and _first_inside(modifiers) is None and "”" not in name[: found.end()]
        return 2 <= len(modifiers) <= 8 and (is_other or name.endswith("大学") or _is_proper(modifiers))
    is_at_end = name.endswith(tuple(body_lexicon().institution))
    return lead[2] or (name[:start] in {"中国", "中华"} and is_at_end and len(modifiers) >= 2)


@cache
def _institution() -> re.Pattern[str]:
    heads = "|".join(sorted(body_lexicon().institution, key=lambda head: (-len(head), head)))
    of_all = "(?!(?<=[省市县区])(?:[高初]中|[小中]学|学校|医院|企业|公司)(?!$))"  # 江州市|高中|优胜奖
    return compiled(f"{of_all}(?:{heads})(?![生文组段]|英语|科技奖|院士)")


def _stands_alone(name: str, at: int) -> bool:
    """Whether the character at `at` starts no word."""
    return len(name) > at + 1 and not any(is_word(name[at : at + n]) for n in (2, 3, 4))


def _first_inside(name: str) -> Level | None:
    """The level of the first place or level word in `name`, looked for where words begin."""
    for word in cut(name):
        for table in (_words(), _places()):
            if (end := table.end_of(name, word.start)) is not None and end >= word.end:
                return table[name[word.start : end]]
    prize = _GRADED_PRIZE.search(name)
    return _UNIT_LEVEL[prize[1]] if prize else None
