"""Circumstances: where a sentence tells what happens (在江州，…), and from whom it is known (从江州银行获悉，…)."""

from factx.context.kinds import is_bare, is_institution
from factx.gazetteer import place_prefix
from factx.mentions.bodies import body_at, body_before
from factx.patterns import compiled
from factx.text import Span

_IN = ("在", "于")
_KNOWN = ("获悉", "了解到", "获知")
_FROM = compiled(r"从[^，。；]{2,30}$")
_COLON = compiled(r"(?<![^\s。！？；”])(?:\d{1,2}[ 、.]{0,2})?([\u4e00-\u9fff]{2,20})[:：]")
_GOING_ON = frozenset("同此另还并也")
"""The first characters of what follows."""
_GOES_ON = compiled(r"(?:同时|此外|另外|还|并|也)[,，]?(?:还|并|也)?(?![为由在从对按据])")


def place_where(text: str, start: int, end: int) -> Span | None:
    """The place of a clause that says nothing else: 在江州市."""
    if not text.startswith(_IN, start):
        return None
    place = place_prefix(text, start + 1)
    return (start + 1, place) if place == end else None


def known_from(text: str, start: int, end: int) -> Span | None:
    """The school, hospital or company from which what follows is known: 记者从江州银行|获悉."""
    known = next((end - len(word) for word in _KNOWN if text.endswith(word, start, end)), None)
    source = _FROM.search(text, start, known) if known else None
    if not known or not source:
        return None
    body = body_before(text, known, source.start() + 1)
    if body is None or body != (source.start() + 1, known):
        return None
    name = text[slice(*body)]
    return body if is_institution(name) and not is_bare(name) else None


def labels(text: str) -> list[Span]:
    """The bodies and areas that a colon makes labels of what follows (2 江州银行：放贷40亿元), if several."""
    found = []
    for colon in _COLON.finditer(text):
        start = colon.start(1)
        body = body_at(text, start, colon.end(1)) or (start, place_prefix(text, start) or start)
        if body[1] == colon.end(1) and not is_bare(text[slice(*body)]):
            found.append(body)
    return found if len({text[slice(*body)] for body in found}) > 1 else []


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence that begins at `start` tells more of whom the one before told: 同时，…."""
    return text[start : start + 1] in _GOING_ON and _GOES_ON.match(text, start, end) is not None
