"""Likeness: when two strings of records name the same thing. Spaces, quotes and brackets never decide."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import pairwise

SAME_FROM = 0.6  # likeness from which two verbatim strings name the same thing
SAME_NAME_FROM = 0.75  # names of bodies differ by less than phrases do
SOME_OVERLAP = 0.3  # enough for a metric where value and unit already agree

_DROP = str.maketrans("", "", "“”‘’\"'《》〈〉「」『』【】[]()·•・,、。.;: \t\r\n—–-")
_TAILS = ("荣誉称号", "称号")
_GRADE = re.compile(
    r"特等|[一二三四]等|金奖|银奖|铜奖|金牌|银牌|铜牌|第[一二三四五六七八九十\d]+(?:名|位|$)|冠军|亚军|季军|[a-d]类|[1-5一二三四五]a级"
)


@lru_cache(maxsize=1 << 16)
def _bare(text: str) -> str:
    """`text` as it is compared: folded, lower case, without quotes, brackets, stops and `称号` behind a title."""
    text = unicodedata.normalize("NFKC", text).translate(_DROP).lower()
    for tail in _TAILS:
        if text.endswith(tail) and len(text) >= len(tail) + 4:
            text = text.removesuffix(tail)
    return text


def bare(value: object) -> str:
    """Any field as it is compared; an absent one is the empty string."""
    return "" if value is None else _bare(str(value))


def likeness(a: object, b: object) -> float:
    """0 to 1: containment counts by length, anything else by the character pairs that both have (Dice)."""
    short, long = sorted((bare(a), bare(b)), key=len)
    if short == long:
        return 1.0
    if not short:
        return 0.0
    if len(short) > 1 and short in long:
        part = len(short) / len(long)
        return max(SAME_FROM, part) if part >= 0.5 else part
    x, y = Counter(pairwise(short)), Counter(pairwise(long))
    total = x.total() + y.total()
    return 2 * (x & y).total() / total if total else 0.0


def title_likeness(a: object, b: object) -> float:
    """Likeness of two honours; none where both carry a grade and the grades differ."""
    x, y = set(_GRADE.findall(bare(a))), set(_GRADE.findall(bare(b)))
    return 0.0 if x and y and x != y else likeness(a, b)


def equal(a: object, b: object) -> bool:
    """Whether two values are the same, all empty ones being one."""
    return (a or None) == (b or None)


def alike(a: object, b: object) -> bool:
    """Whether two strings name the same thing, or neither says anything."""
    return (not a and not b) or likeness(a, b) >= SAME_FROM


def same_name(a: object, b: object) -> bool:
    """Names of bodies and persons: equal, one the tail of the other (`市科协`, `江州市科协`), or nearly equal."""
    short, long = sorted((bare(a), bare(b)), key=len)
    if not short:
        return not long
    return short == long or (len(short) > 1 and long.endswith(short)) or likeness(a, b) >= SAME_NAME_FROM


def same_names(a: object, b: object) -> bool:
    """Lists of names: at least half of each side is on the other."""
    gold, seen = items(a), items(b)
    if not gold or not seen:
        return not gold and not seen
    known = sum(any(same_name(g, p) for p in seen) for g in gold)
    right = sum(any(same_name(g, p) for g in gold) for p in seen)
    return known * 2 >= len(gold) and right * 2 >= len(seen)


def items(value: object) -> list[object]:
    """The items of a list that say something; none where it is no list."""
    return [item for item in value if item] if isinstance(value, list | tuple) else []


def number(value: object) -> float | None:
    """A number as it is compared; None where it is none."""
    try:
        return round(float(value), 6) if isinstance(value, int | float | str) else None
    except ValueError:
        return None
