"""Undertaking: whose it is by its own name (云溪协会第三届年会): it is not about itself."""

from factx.context.actor import body_opening, joint
from factx.context.kinds import is_bare
from factx.gazetteer import is_place
from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.text import Span

_HELD = compiled(r"(?:19|20)\d\d年|第[一二三四五六七八九十\d]{1,3}[届次]|[一二三四五六七八九十]{1,3}届|首届|关于")
"""What follows the name of a body in the name of its meeting or paper."""


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
