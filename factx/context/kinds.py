"""Kinds: what the words of a name tell of the body: a school, a department, or no more than a class of bodies."""

from functools import cache, lru_cache
from typing import get_args

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.context.lexicon import lexicon
from factx.gazetteer import body_lexicon, level_of, name_end, place_prefix
from factx.mentions.person_names import begins_name
from factx.records import Level
from factx.words import cut, pos

_SHOPS = frozenset({"超市", "商场", "市场"})
_PERSON_LONG = 3
_WORD_LONG = 3
_EACH = "各"
_SCALE = frozenset("万亿余")
"""What stands before a measure that looks like a head: 2030|万部."""
_FEW = 2
_ROOMS = frozenset("店厅站场")
_WORKS = _ROOMS | frozenset("厂矿")
"""Heads of words for a sort of rooms or works (客厅, 钢厂), where the word has no more than two or three characters."""
_COMPANIES = ("公司", "企业", "超市", "酒店", "宾馆", "饭店", "商场", "工厂", "书店", "市场")
_PROPER = frozenset({"nr", "ns", "nt", "x"})
_OTHER_HEADS = frozenset(
    {"企业", "机构", "单位", "部门", "商家", "厂家", "厂商", "合作社", "高校", "院校", "政府", "医院", "银行", "酒店"}
)
"""What classes of bodies are called, beside the heads of names."""
_LEVELS = get_args(Level)
NATIONAL = _LEVELS.index("national")
"""The rank of the nation's bodies."""


def rank(name: str) -> int:
    """How high the body's level is, 0 the highest; institutions, companies and persons stand lowest."""
    level = None if is_institution(name) else level_of(name)
    return _LEVELS.index(level or "institutional")


def is_institution(name: str) -> bool:
    """Whether a name is that of a school, hospital, company or the like, or of an organ inside one."""
    words = body_lexicon()
    heads = words.institution | words.inner | _SHOPS
    return any(name[-n:] in heads for n in range(1, min(len(name), 9)))


@lru_cache(maxsize=4096)
def is_bare(name: str) -> bool:
    """Whether a name says no more than its class (学校, 政府, 公司), or which class it is of (三级甲等医院)."""
    if name in lexicon().own or name in lexicon().bare or name.startswith(_EACH):
        return True
    if len(name) <= _WORD_LONG and pos(name) == "n" and name[-1] in (_ROOMS if len(name) > _FEW else _WORKS):
        return True
    if len(name) == _FEW and name[0] in _SCALE:
        return True
    words = body_lexicon()
    heads = words.institution | words.unit | _OTHER_HEADS
    rest = next((name[:-n] for n in range(min(len(name) - 1, 8), 0, -1) if name[-n:] in heads), "")
    tells_sort = rest and sum(end - start for _, start, end in _sorts().find_matches_as_indexes(rest)) == len(rest)
    return bool(tells_sort) or _is_class(name)


def _is_class(name: str) -> bool:
    """Whether a company's name holds ordinary words only, and so names none: 物流公司, 全球最大公司."""
    is_listed = name in body_lexicon().named or name_end(name, 0) is not None
    return (
        not is_listed
        and name.endswith(_COMPANIES)
        and all(len(word.text) > 1 and word.pos not in _PROPER for word in cut(name))
    )


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: a surname and no more than two characters."""
    known = name in body_lexicon().named or pos(name) not in (None, "nr")
    return len(name) <= _PERSON_LONG and not known and begins_name(name, 0)


def is_department(name: str) -> bool:
    """Whether a name is that of a part of some body, without the body's own name: 护理部, 实验教学中心."""
    units = body_lexicon().unit
    return place_prefix(name, 0) is None and any(name[-n:] in units for n in range(1, min(len(name), 8) + 1))


@cache
def _sorts() -> AhoCorasick:
    return AhoCorasick(sorted(lexicon().sort | {"的"}), matchkind=MatchKind.LeftmostLongest)
