"""Aliases: short names that a text gives in brackets: 江州市政府采购中心（以下简称“市采中心”）."""

from functools import lru_cache

from factx.gazetteer import is_place
from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut

_GIVEN = compiled(r"[(（](?:以下)?(?:简称|下称|统称|即)?[为:： ]{0,2}[“\"‘']?$")
_BEFORE = 12
_CLOSES = frozenset("”\"’')）")
_REACH = 40
_SHORTER = 3
_HEAD = 2
_HOSPITAL = "医院"
_CLASS_OF_PLACE = "省市县区州"
_MOST_LOOKS = 8
"""An alias is given where it is used first, or soon after."""


def in_full(text: str, name: str) -> Span | None:
    """The body for which the text gives `name` as short, or None."""
    if is_place(name):  # a branch: 数字研究院（江州）
        return None
    at = -1
    for _ in range(_MOST_LOOKS):
        at = text.find(name, at + 1)
        if at < 0:
            return None
        if text[at + len(name) : at + len(name) + 1] not in _CLOSES:
            continue
        given = _GIVEN.search(text, max(0, at - _BEFORE), at)
        bodies = bodies_in(text, max(0, given.start() - _REACH), given.start()) if given else []
        if given and bodies and bodies[-1][1] == given.start() and text[slice(*bodies[-1])] != name:
            return bodies[-1]
    return None


def abbreviated(text: str, name: str, bodies: list[Span]) -> Span | None:
    """The first of `bodies` whose words `name` takes one character of, up to the head (市采中心, 江州三院), or None."""
    for start, end in bodies:
        hospital = text.find(_HOSPITAL, start, end) + len(_HOSPITAL)
        body = start, hospital if hospital > start else end  # 江州市第三人民医院|泌尿外科
        long = text[slice(*body)]
        if len(long) >= len(name) + _SHORTER and long[-1] == name[-1] and name not in long and _takes(name, long):
            return body
    return None


@lru_cache(maxsize=4096)
def _takes(name: str, long: str) -> bool:
    """Whether `name` takes the words of `long` in order, whole or by their first character, one of them so at least."""
    at = 0
    shortened = False
    for whole in (word.text for word in cut(long)):
        rest, word = name[at:], whole.removeprefix("第")
        if not rest:
            break
        if rest.startswith(word):
            shortened = shortened or word != whole
            at += len(word)
        elif rest[0] == word[0] or (rest[0] == word[-1] and word[-1] in _CLASS_OF_PLACE):
            shortened = shortened or len(rest) > _HEAD
            at += 1
    return shortened and name[at:] in ("", long[-1])
