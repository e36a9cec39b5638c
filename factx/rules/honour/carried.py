"""Who gives an honour where another sentence tells it: `教育部公布了“T”名单` above, `本次评选由市总工会主办` below."""

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, get_args

from factx.gazetteer import level_of
from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.records import Level
from factx.rules.honour.titles import Title
from factx.rules.scene import Scene
from factx.text import Span

_BODIES = r"[^,，。;；：:\n“”《》被获荣]{2,60}?"
_GIVER = rf"(?P<giver>{_BODIES})"
_SOON = r"(?:(?:联合|共同|正式|近日|日前|今[天日]|昨[天日]|向(?:全)?社会)(?:公开)?|[（(][^（）()]{1,10}[)）])*"
_MADE_KNOWN = compiled(
    rf"(?:^|[,，。：:；;\n]){_GIVER}{_SOON}"
    r"(?:(?:(?:发文|[发下印][布发出][^,，。\n]{0,6}(?:文件|通知|通报)|召开[^,，。\n]{0,12}(?:大会|会议))[,，]?(?:表彰|命名|通报表扬|授予|公布)"
    r"|(?:公布|发布|下发|印发|通报)了?[^,，。；;\n]{2,60}?(?:名单|决定|通报|结果|通知|目录)"
    r"|(?:表彰|命名|通报表扬|授予|评选出|评出|追授)了?(?!大会|会议|活动)(?=[^的])))"
)
"""A giver at the beginning of a clause who makes known those honoured."""
_HELD = compiled(
    rf"(?:由{_GIVER}[一二三四五六七八九十]?家?(?:联合|共同)?(?:组织举行|组织举办|组织开展|主办|举办|牵头|开展|评选|发起|设立)"
    rf"|(?:^|[,，。；;\n])(?P<holder>{_BODIES})(?:联合|共同)?(?:在[^,，。\n]{{2,10}})?(?:组织开展|主办|举办|开展)了)"
)
"""Who holds the contest or the choice."""
_POINTING = compiled(r"(?:^|[,，。；;\n])(?:本[次届]|此次|该项?|这次|这一|大)[^,，。；;\n由]{0,12}$")
"""How the sentence before 由 points to the contest that the report is of."""
_DECIDED = compiled(rf"(?:^|[,，。：:；;\n]){_GIVER}{_SOON}决定[,，]?(?:对|授予|命名|表彰|追授|给予|通报表扬|将|认定)")
_TIME = compiled(
    r"(?:\s|\d{1,4}[年月日号]|[今去]年|近日|日前|[今昨]天|随后|据悉|经[^,，]{2,20}(?:评定|研究|评审|同意))+"
)
_OTHERS = compiled(r"等(?:\d+|[一二三四五六七八九十两多]+)?[个家]?(?:单位|部门|部委|机构|组织|媒体)?")
_LONGEST = 120
_SHARED = 5
"""Characters of a title that tell it, where another sentence holds them too."""
_NEAR = 400
_RANK: dict[Level, int] = {level: rank for rank, level in enumerate(get_args(Level))}
_CORE = 4


class _How(Enum):
    """How a sentence tells of a giver: who made known, who holds what it names, who holds what it points to."""

    KNOWN = auto()
    HOLDS = auto()
    POINTS = auto()
    DECIDES = auto()


class _Telling(NamedTuple):
    """The words that may be the giver's, how they are told, and the sentence around them."""

    giver: Span
    how: _How
    sentence: Span


def carried(scene: Scene, title: Title) -> Span | None:
    """The giver of `title` that another sentence of the document tells of, or None."""
    text = scene.text
    words = title.text(text)
    opens = scene.sentence.heading or scene.sentence.start == 0
    found = None
    for telling in _tellings(text):
        behind = telling.sentence[0] > title.start
        if behind and found:
            break
        if behind and not opens and telling.how is not _How.POINTS:
            continue
        if giver := _given(text, words, telling, title.start):
            found = giver
    return found


def decided_above(scene: Scene, at: int) -> Span | None:
    """Who decided to honour those whom a roll at `at` lists, or None."""
    text = scene.text
    told = [t.giver for t in _tellings(text) if t.how is _How.DECIDES and t.sentence[0] < at]
    return next((giver for words in reversed(told) if (giver := _giver(text, *words))), None)


def _given(text: str, words: str, telling: _Telling, at: int) -> Span | None:
    """The giver of the honour `words` at `at`, where the telling is of it and its level allows it."""
    start, end = telling.sentence
    points = telling.how is _How.POINTS and min(abs(at - start), abs(at - end)) < _NEAR
    here = start <= at < end and telling.how is not _How.HOLDS and telling.giver[1] < at
    named = not points and not here and telling.how is not _How.POINTS and _names(text[start:end], words)
    giver = _giver(text, *telling.giver) if points or here or named else None
    level = level_of(text[slice(*giver)]) if giver else None
    if level is None:
        return None
    own = level_of(words)
    lower = own is not None and _RANK[level] > _RANK[own]
    return giver if own in {None, level} or (named and not lower) else None


def _names(sentence: str, words: str) -> bool:
    """Whether a sentence holds what tells the title `words`: its quoted core, or so many characters of it."""
    core = words.partition("“")[2].partition("”")[0]
    if len(core) >= _CORE:
        return core in sentence
    return any(words[i : i + _SHARED] in sentence for i in range(len(words) - _SHARED + 1))


@lru_cache(maxsize=8)
def _tellings(text: str) -> tuple[_Telling, ...]:
    """The sentences of a text that may tell who gives or who holds, in its order."""
    found: list[_Telling] = []
    for pattern, how in ((_MADE_KNOWN, _How.KNOWN), (_HELD, _How.HOLDS), (_DECIDED, _How.DECIDES)):
        for match in pattern.finditer(text):
            sentence = _sentence(text, match)
            pointing = how is _How.HOLDS and _POINTING.search(text, max(0, sentence[0] - 1), match.start())
            found.append(_Telling(match.span(match.lastgroup or "giver"), _How.POINTS if pointing else how, sentence))
    return tuple(sorted(found, key=lambda telling: telling.giver))


def _sentence(text: str, match: re.Match[str]) -> Span:
    """The sentence of a telling."""
    start = max(text.rfind(stop, 0, match.start(match.lastgroup or "giver")) for stop in "。\n") + 1
    ends = [at for stop in "。\n" if (at := text.find(stop, match.end(), match.end() + _LONGEST)) >= 0]
    return start, min(ends, default=match.end() + _LONGEST)


@lru_cache(maxsize=64)
def _giver(text: str, start: int, end: int) -> Span | None:
    """The giver who fills the words of a telling before its verb; None where they hold more."""
    time = _TIME.match(text, start, end)
    start = time.end() if time else start
    bodies = bodies_in(text, start, end)
    if not bodies or bodies[0][0] > start:
        return None
    others = _OTHERS.match(text, bodies[-1][1], end)
    return (start, end) if (others.end() if others else bodies[-1][1]) == end else None
