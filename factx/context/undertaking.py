"""Undertaking: whose it is by its own name (云溪协会第三届年会): it is not about itself."""

from factx.context.actor import body_opening, joint
from factx.context.kinds import is_bare
from factx.gazetteer import is_place
from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.text import Span

_HELD = compiled(r"(?:19|20)\d\d年|第[一二三四五六七八九十\d]{1,3}[届次]|[一二三四五六七八九十]{1,3}届|首届|关于")
"""What follows the name of a body in the name of its meeting or paper."""
_NEAR = 80
_ENDS = compiled("[。；;\n]")
_HOLDS = compiled(
    r"(?:联合|共同|牵头|自主|独家|具体)*"
    r"(?:主办|举办|承办|组织|发起|主持|开发|研发|研制|编制|制定|投资|建设|承建|实施|运营|推出|打造)"
)


def held_by(text: str, named: Span) -> Span | None:
    """The body whose meeting, by its number or year, or whose paper an undertaking is (云溪协会|第三届年会)."""
    body = body_at(text, *named)
    if body is None or is_bare(text[slice(*body)]):
        return None
    whole = joint(text, body, named[1])
    is_held = whole[1] < named[1] and _HELD.match(text, whole[1], named[1])
    return whole if is_held and not is_place(text[slice(*whole)]) else None


def led_by(text: str, named: Span) -> Span | None:
    """Who an undertaking is about that itself is the actor of its clause: the body or the place it begins with."""
    body = body_opening(text, *named)
    return body if body and body[1] < named[1] and not is_bare(text[slice(*body)]) else None


def hosted_by(text: str, named: Span) -> Span | None:
    """Who holds or makes an undertaking by the words beside its name: 由云溪协会主办的…, …由云溪协会主办."""
    start, end = named
    if text.startswith("由", end):
        return _doer(text, end, min(len(text), end + _NEAR))
    at = text.rfind("由", max(0, start - _NEAR), start) if text.startswith("的", start - 1) else -1
    return _doer(text, at, start) if at >= 0 and not _ENDS.search(text, at, start) else None


def _doer(text: str, at: int, end: int) -> Span | None:
    """The bodies behind the 由 at `at`, where a verb of holding or making follows them."""
    body = body_opening(text, at + 1, end)
    if body is None or is_bare(text[slice(*body)]):
        return None
    whole = joint(text, body, end)
    return whole if _HOLDS.match(text, whole[1], end) else None
