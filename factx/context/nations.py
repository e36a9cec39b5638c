"""Nations: the country that acts, or that owns what a clause measures, and the countries of a headline."""

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.context.actor import acts_at, is_measured_at
from factx.context.lexicon import lexicon
from factx.gazetteer import name_end
from factx.patterns import compiled
from factx.text import Span

CHINA = "中国"
_LENGTHS = range(7, 1, -1)
_NOT_NATION = compiled(
    r"[—–－-]|[队人]|[\u4e00-\u9fff]?[选棋]手|运动员|游客|作者|学者|专家|代表|企业|机构|官员|媒体|总统|总理|首相|军方|外长|船|公民|官兵|军队|国航|南航|东航"
)
"""What makes 中国, or another country, the first word of another name, or of those who come from there."""


def nation_opening(text: str, start: int, end: int) -> Span | None:
    """The country whose name begins at `start`, where it acts or owns what the clause measures: 中国新增装机3万兆瓦."""
    names = lexicon().nation
    size = next((n for n in _LENGTHS if (name := text[start : start + n]) in names or name == CHINA), None)
    if size is None:
        return None
    stop = start + size
    if name_end(text, start) not in (None, stop) or _NOT_NATION.match(text, stop):
        return None
    return (start, stop) if acts_at(text, stop) or is_measured_at(text, stop, end) else None


def nations_in(text: str, start: int, end: int) -> list[Span]:
    """The countries that a headline names, 我国 among them; not their teams and people."""
    found = _nations().find_matches_as_indexes(text[start:end])
    return [(start + a, start + b) for _, a, b in found if not _NOT_NATION.match(text, start + b)]


@cache
def _nations() -> AhoCorasick:
    return AhoCorasick(sorted(lexicon().nation | {CHINA, "我国", "全国"}), matchkind=MatchKind.LeftmostLongest)
