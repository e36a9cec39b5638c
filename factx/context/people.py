"""Persons and spokesmen: the person whose clause it is, and the body in whose name somebody speaks."""

import re
from functools import cache, lru_cache

from factx.context.actor import acts_at, body_opening
from factx.context.kinds import is_institution
from factx.context.lexicon import either, lexicon
from factx.context.statesmen import is_statesman
from factx.gazetteer import body_heads
from factx.mentions.person_names import begins_name, names_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, pos

_PRONOUNS = frozenset("他她")
_BACK = 200
"""How far back the person stands whom 他 means."""
_NAME_LONG = 12
"""A name and what behind it shows that it is one."""
_GIVES = compiled(r"颁[奖发]|授[予牌]|宣读|揭牌|剪彩|致辞|讲话")
"""What somebody in a post does at a meeting that is another's."""
_FUNCTION = frozenset({"d", "p", "c", "v", "r", "u", "uj", "ul", "m", "t", "f"})
_PROPER = frozenset({"nr", "ns", "nt", "nz", "x", "nrt", "nrfg"})


def person_opening(text: str, start: int, end: int) -> Span | None:
    """The person whose name begins at `start`, or whom 他 means there, where the person acts."""
    if text[start] in _PRONOUNS and text[start + 1 : start + 2] != "们":
        known = [name for name in names_in(text, max(0, start - _BACK), start) if not _holds_word(text, name)]
        is_meant = (
            known
            and acts_at(text, start + 1, comma=False)
            and not _thinking().match(text, start + 1)
            and not is_statesman(text, known[-1])
        )
        return known[-1] if is_meant else None
    named = person_at(text, start, end)
    is_byline = named is not None and text[named[1] : named[1] + 1].isspace()
    if named is None or is_byline or _thinking().match(text, named[1]) or is_statesman(text, named[0]):
        return None
    return named[0] if acts_at(text, named[1]) and not _GIVES.search(text, named[1], end) else None


def _holds_word(text: str, name: Span) -> bool:
    """Whether what looks like a name begins with a word of the language: 顾问|荣誉."""
    first = cut(text, name[0], min(len(text), name[1] + 2))[0]
    return len(first.text) > 1 and first.pos[0] == "n" and first.pos not in _PROPER


def person_at(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The person whose name begins at `start`, and the end of the title behind it (张立行|教授)."""
    if not begins_name(text, start):
        return None
    name = next((n for n in names_in(text, start, min(end, start + _NAME_LONG)) if n[0] == start), None)
    if name is None or set(text[slice(*name)]) & _PRONOUNS:
        return None
    first = cut(text, start, min(end, name[1] + 2))[0]
    if len(first.text) > 1 and first.pos[0] in _FUNCTION:  # 成立|由
        return None
    titled = _titled().match(text, name[1], end)
    return name, titled.end() if titled else name[1]


def speaker_opening(text: str, start: int, end: int) -> Span | None:
    """The company or institution in whose name the clause speaks (青禾超市|负责人表示), or None."""
    spoken = _speaking().fullmatch(text, start, end)
    if spoken is None:
        return None
    unit = body_opening(text, start, end)
    if unit is None or unit[1] > spoken.end(1):
        unit = spoken.span(1)
        is_person = person_at(text, start, end) is not None
        return unit if _is_brand(text[slice(*unit)]) and not is_person else None
    return unit if is_institution(text[slice(*unit)]) and unit[1] == spoken.end(1) else None


@lru_cache(maxsize=4096)
def _is_brand(name: str) -> bool:
    """Whether a name without a head is no word of the language: 华润万佳."""
    is_other = any(name[-n:] in body_heads() for n in range(1, min(len(name), 9)))
    if pos(name) is not None or is_other:
        return False
    return all(word.pos in _PROPER or (len(word.text) == 1 and word.pos not in _FUNCTION) for word in cut(name))


@cache
def _speaking() -> re.Pattern[str]:
    post = either(lexicon().post)
    told = either(frozenset(word for word in lexicon().source if word not in ("公布", "发布", "获悉", "消息", "报道")))
    return compiled(rf"([\u4e00-\u9fff]{{2,16}}?)(?:(?:{post})+(?:[\u4e00-\u9fff]{{2,3}})?)?(?:{told}|告诉记者)")


@cache
def _thinking() -> re.Pattern[str]:
    return compiled(rf"[还也则又]?(?:{either(lexicon().thought | lexicon().opinion)})")


@cache
def _titled() -> re.Pattern[str]:
    return compiled(either(lexicon().post))
