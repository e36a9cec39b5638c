"""Introduction: a body that introduces itself, in the title (青禾药业简介) or by what it is (青禾药业始建于1956年)."""

from collections.abc import Iterator

from factx.context.actor import opening, own_at
from factx.context.kinds import is_bare
from factx.patterns import compiled
from factx.segment import Sentence
from factx.text import Span

_INTRODUCES = compiled(r"(?:情况)?(?:简介|介绍|概况|概览|简况|简述|发展历[程史]|历史沿革|大事记)|^关于我们")
_IS = compiled(
    r"(?:[(（][^()（）\n]{1,60}[)）])?[,，]?(?:是|系|为|成立于|创建于|始建于|创办于|创立于|兴办于|建于|建校于|组建于|筹建于|设立于|诞生于|位于|坐落|座落"
    r"|地处|隶属|前身|原名|原为|现有|现为|占地|注册)"
)
_NAME = compiled(r"[\u4e00-\u9fffA-Za-z0-9“”·]{2,30}?(?=" + _IS.pattern + ")")
_NO_NAME = compiled(r"[的了在是为有其这该本我他她]|目前|历史|简称|公司$|\d年|建设|发展")
_FIRST = 3
"""A body says what it is in one of its first sentences."""


def names_introduced(text: str, start: int, end: int) -> Span | None:
    """The name that a part of a title introduces (青禾药业|简介), where the text comes back to it."""
    for word in _INTRODUCES.finditer(text, start, end):
        name = text[start : word.start()].strip()
        if word.end() == end and not is_general(name) and text.count(name) > 1:
            return start, start + len(name)
    return None


def is_introduction(text: str, title: Span) -> bool:
    """Whether the title says that somebody is introduced."""
    return _INTRODUCES.search(text, *title) is not None


def says_what_it_is(text: str, sentences: list[Sentence], title: Span, periods: dict[int, int]) -> Iterator[Span]:
    """The names whose clause says what bears them (青禾药业始建于1956年), in the first sentences behind the title."""
    for sentence in [s for s in sentences if s.start >= title[1]][:_FIRST]:
        start = opening(text, sentence.start, sentence.end, periods)
        name = _NAME.match(text, start, sentence.end)
        if name and not _NO_NAME.search(name[0]) and not is_general(name[0]):
            yield name.span()


def is_general(name: str) -> bool:
    """Whether a name says no more than the class of a body."""
    own = own_at(name, 0, len(name))
    return not name or is_bare(name) or (own is not None and own[1] == len(name))
