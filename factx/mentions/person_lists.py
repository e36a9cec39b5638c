"""Persons of one list: what stands before or behind one of them is told of others too."""

from typing import NamedTuple

from factx.mentions.person_lexicon import person_lexicon
from factx.mentions.person_units import is_department, whole_unit
from factx.patterns import compiled
from factx.text import Span
from factx.words import is_word

LIST_SIGN = compiled(r"(?:同志|先生|女士)?[、，, \t\u3000/和与及]{1,3}")
_SUMMED = compiled(r"等?[一二两三四五六七八九十百\d]+余?[位名个]")
_COUNTS = frozenset("等一二两三四五六七八九十百0123456789")
_TITLED_SIGN = compiled(r"[\u4e00-\u9fff]{0,6}[、，,]")
"""What stands between two persons of a list, the title behind the first included."""
_CLASS = compiled(r"(?:\d{4}|[\d一二三四五六七八九]{1,2})级")
_OF_ALL = frozenset(("同学", "老师"))
"""What stands behind the last of a list and is said of all."""
_FELLOW = "院士"


class Person(NamedTuple):
    """A person named in the text; a two-character name may hold the space that spreads it."""

    name: Span
    organisation: Span | None
    position: Span | None


def unit_in_list(text: str, before: Person, unit: Span | None, post: Span | None) -> Span | None:
    """The unit of a person of a list: the institution of the one `before` for a department or a class, else `unit`."""
    start = unit[0] if unit else post[0] if post else 0
    of_part = is_department(text, unit) if unit else post is not None and _CLASS.match(text, *post) is not None
    if not of_part or before.organisation is None or not _TITLED_SIGN.fullmatch(text, before.name[1], start):
        return unit
    return whole_unit(text, before.organisation)


def share_posts(text: str, found: list[Person]) -> None:
    """Give the persons of each list in `found` the post that stands behind the last for all."""
    for i in range(len(found)):
        if shared := _shared_post(text, found[i]):
            _share_post(text, found, i, shared)


def _share_post(text: str, found: list[Person], last: int, post: Span) -> None:
    """Give `post` to the persons of `found` up to the one at `last`, as far back as one list goes."""
    for i in range(last, -1, -1):
        found[i] = found[i] if found[i].position else found[i]._replace(position=post)
        if i == 0 or not LIST_SIGN.fullmatch(text, found[i - 1].name[1], found[i].name[0]):
            return


def _shared_post(text: str, person: Person) -> Span | None:
    """The post behind a person that all of the list before have too (李晓岚、赵海|同学; 等3名|教师), or None."""
    if person.position is None:
        return _summed_post(text, person.name[1])
    is_behind = person.position[0] == person.name[1]
    return person.position if is_behind and text[slice(*person.position)] in _OF_ALL else None


def _summed_post(text: str, name: int) -> Span | None:
    """The post behind the count that sums up a list of names (`李晓岚、王建国两位|教授`), or None."""
    count = _SUMMED.match(text, name) if text[name : name + 1] in _COUNTS else None
    return title_at(text, count.end()) if count else None


def of_own_name(text: str, namesake: Person, person: Person) -> Person | None:
    """The person whose unit bears the person's own name (王芳按摩店|负责人|王芳), or None."""
    unit = person.organisation
    if unit is None or namesake.name[1] != unit[0] or text[slice(*namesake.name)] != text[slice(*person.name)]:
        return None
    led = namesake.organisation
    begin = led[0] if led and led[1] == namesake.name[0] else namesake.name[0]
    return person._replace(organisation=(begin, unit[1]))


def title_at(text: str, start: int) -> Span | None:
    """The title that stands right behind a name (`李晓岚教授`), not a merely polite one."""
    if text.startswith(_FELLOW, start):
        return start, start + len(_FELLOW)
    for length in range(8, 1, -1):
        end = start + length
        if text[start:end] in person_lexicon().post and not is_word(text[end - 1 : end + 1]):
            return start, end
    return None
