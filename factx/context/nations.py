"""Nations: the country that acts, or that owns what a clause measures, and the countries of a headline."""

import re
from functools import cache

from factx.context.actor import acts_at, is_measured_at
from factx.context.lexicon import either, lexicon
from factx.gazetteer import name_end
from factx.patterns import compiled
from factx.text import Span

CHINA = "中国"
_NOT_NATION = compiled(
    r"[—–－-]|[队人]|[\u4e00-\u9fff]?[选棋]手|运动员|游客|作者|学者|专家|代表|企业|机构|官员|媒体|总统|总理|首相|军方|外长|船|公民|官兵|军队|国航|南航|东航"
)
"""What makes 中国, or another country, the first word of another name, or of those who come from there."""


def nation_opening(text: str, start: int, end: int) -> Span | None:
    """The country whose name begins at `start`, where it acts or owns what the clause measures: 中国新增装机3万兆瓦."""
    found = _nations().match(text, start, end)
    if found is None or name_end(text, start) != found.end() or _NOT_NATION.match(text, found.end()):
        return None
    is_told_of = acts_at(text, found.end()) or is_measured_at(text, found.end(), end)
    return found.span() if is_told_of else None


def nations_in(text: str, start: int, end: int) -> list[Span]:
    """The countries that a headline names, 我国 among them; not their teams and people."""
    found = _own_or_nations().finditer(text, start, end)
    return [match.span() for match in found if not _NOT_NATION.match(text, match.end())]


@cache
def _nations() -> re.Pattern[str]:
    return compiled(rf"{CHINA}|{either(lexicon().nation)}")


@cache
def _own_or_nations() -> re.Pattern[str]:
    return compiled(rf"我国|全国|{_nations().pattern}")
