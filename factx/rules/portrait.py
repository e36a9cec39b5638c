"""The one person whom a whole document is about: the page of a physician, the portrait of a scholar.

Such a document tells of unit and post where nothing stands beside the name: in fields (`科室：…`), in what the person
came to be (`李晓岚开始担任…主任`), by naming one hospital again and again.
"""

import re
from collections.abc import Container
from functools import lru_cache

from factx.mentions.bodies import body_at
from factx.mentions.name_context import ends_post
from factx.mentions.person_lexicon import surnames
from factx.mentions.person_lists import Person
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import is_word

_SEEN = 4
_LEADER = r"(?:新时代|总书记|主席|总理|同志为核心|书记|[市省县区]长|部长)"
RANKED = compiled(
    r"(?m)^\s*([\u4e00-\u9fff]{2,4})[ \t\u3000]{1,4}\S{0,8}(?:医师|教授|研究员|工程师|主任|护师|技师|讲师)"
)
"""How the page of a physician or a scholar opens: name and rank in a line."""
_ALONE = compiled(
    r"\s*([\u4e00-\u9fff]{2,4})[ \t\u3000]*\n\s*(?:([^\n，。,]{4,30})\n)?\s*[^\n]{0,20}?"
    r"(?:[男女][，,]|汉族|[12]\d{3}年\d{0,2}月?(?:出生|生于?|参加工作|毕业|入[党伍职])|毕业于|参加工作|主任医师|教授|研究员|高级工程师)"
)
"""How a career opens: a name alone in its line, the unit in the next, then birth, school or first work."""
_HEAD = 400
_TITLE = 120
_OFTEN = 8
_TOLD_OF = compiled(r"[\u4e00-\u9fff]{3}(?=说|告诉|介绍|表示|认为|回忆|坦言|笑|教授|医生|主任|高中毕业|出生)")
"""A name, however unlike one, before what only persons do."""
_UNIT_FIELD = compiled(
    r"(?m)^[ \t\u3000]*(?:科室|(?:工作|所在|任职|就职)?单位|(?:所在)?医院)[ \t\u3000]*[:：][ \t\u3000]*(?=\S{3})"
)
_RANK_FIELD = compiled(
    r"(?m)^[ \t\u3000]*(?:职称|职务|职位|现任职务)[ \t\u3000]*[:：][ \t\u3000]*([\u4e00-\u9fff、]{2,16})[ \t\u3000]*$"
)
_SERVES = r"[^，,。；;\n]{0,8}?(?:担任|出任|升任|现任|晋升为|任)([^，,。；;、\n]{3,36})"
_FORMER = compiled(r"了?(?:原|过)")
_FIELDS = 600


@lru_cache(maxsize=8)
def portrait(text: str) -> Person | None:
    """The one person whom a whole document is about, where its first lines name them and the rest returns to them."""
    if alone := career_of(text):
        return alone
    head = text[:_HEAD]
    people: dict[str, Person] = {}
    for person in persons_in(head, 0, len(head)):
        people.setdefault(text[person.name[0] : person.name[1]], person)
    for ranked in RANKED.finditer(head, 0, _TITLE):
        people.setdefault(ranked[1], Person(ranked.span(1), None, None))
    named = (name for name in people if not re.search(name + _LEADER, text) and not _is_part(text, name, people))
    counts = sorted(((text.count(name), name) for name in named), reverse=True)
    if (not counts or counts[0][0] < _SEEN) and (told := _told_of(text)):
        return Person(told, None, None)
    often = [name for count, name in counts if count * 2 > counts[0][0]]
    if len(often) == 1 and often[0] in {match[1] for match in RANKED.finditer(head, 0, _TITLE)}:
        return people[often[0]]
    if not counts or counts[0][0] < _SEEN or (len(counts) > 1 and counts[1][0] * 2 > counts[0][0]):
        return None
    best = people[counts[0][1]]
    return best if best.name[0] < _TITLE or _is_introduced(text, counts[0][1]) else None


@lru_cache(maxsize=8)
def career_of(text: str) -> Person | None:
    """The person whose name alone is the first line, with the unit that the second one is, or None."""
    opening = _ALONE.match(text)
    if opening is None or is_word(opening[1]) or opening[1][0] not in surnames() or ends_post(text, opening.end(1)):
        return None
    unit = body_at(text, *opening.span(2)) if opening[2] else None
    return Person(opening.span(1), unit if unit == opening.span(2) else None, None)


def _is_part(text: str, name: str, people: Container[str]) -> bool:
    """Whether `name` is another's, cut short: nearly always the longer one of `people` stands where it does."""
    longer = (text[match.start() : match.end() + 1] for match in re.finditer(name, text))
    return any(other in people and text.count(other) * 4 >= text.count(name) * 3 for other in set(longer))


def _is_introduced(text: str, name: str) -> bool:
    """Whether the document introduces the person (`李晓岚,女,…`)."""
    return any(f"{name}{mark}{word}" in text for mark in "，," for word in "男女") or text.startswith(name)


def _told_of(text: str) -> Span | None:
    """The three characters, a surname first, that the whole document tells of as of a person, or None."""
    for match in _TOLD_OF.finditer(text):
        is_name = text[match.start()] in surnames() and not ends_post(text, match.end())
        if is_name and text.count(match[0]) >= _OFTEN:
            at = text.index(match[0])
            return at, at + len(match[0])
    return None


@lru_cache(maxsize=8)
def unit_told(text: str) -> Span | None:
    """The unit that a field, or the second line, of a page about one person tells, or None."""
    if (career := career_of(text)) and career.organisation:
        return career.organisation
    field = _UNIT_FIELD.search(text, 0, _FIELDS)
    if field and portrait(text) and (body := body_at(text, field.end(), field.end() + 40)):
        return body
    return None


@lru_cache(maxsize=8)
def post_told(text: str, name: str) -> Span | None:
    """The post of `name`: its field, else what the document tells last that the person came to be."""
    rank = _RANK_FIELD.search(text, 0, _FIELDS)
    if rank and portrait(text):
        return rank.span(1)
    served = [match.span(1) for match in re.finditer(re.escape(name) + _SERVES, text)]
    return next(
        (post for post in reversed(served) if ends_post(text, post[1]) and not _FORMER.match(text, *post)), None
    )
