"""Entries: pages where a name in a line of its own heads what is told below: persons, disciplines."""

from bisect import bisect_right
from functools import lru_cache

from factx.gazetteer import is_place
from factx.mentions.name_context import ends_post
from factx.mentions.person_lexicon import surnames
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import is_word

_ALONE = compiled(
    r"(?m)^[ \t\u3000]*([\u4e00-\u9fff]{2,4})[ \t\u3000]*\n(?=\s*((?:[^\n。]{2,24}\n\s*){0,4}[^\n]{30,}))"
)
_RANKED = compiled(
    r"(?m)^[ \t\u3000]*([\u4e00-\u9fff]{2,26}(?:教授|研究员|博士|院士|医师|医生|工程师|老师|主任|先生|女士|同志))"
    r"[ \t\u3000]*\n(?=([^\n]{30,}))"
)
"""Unit, name and rank in a line of their own: 江州大学李晓岚教授."""
_AGAIN = 6
"""So near its beginning the line below names the person of such a head again."""
_OF_PERSON = compiled(
    r"[男女][，,]|(?:出|[年省市县人])生于?|毕业于|[现曾历]任|从事|擅长|教授|研究员|[医护技教]师|[校院会]长|书记|[大名]师|院士|博士|硕士|(?:笔名|字|号)[\u4e00-\u9fff]{1,4}[，,]|先后|荣获|曾获"
)
_BRANCH = compiled(
    r"(?m)^[ \t\u3000]*([\u4e00-\u9fff]{2,14})[ \t\u3000]*\n(?=[^\n]{0,200}(?:[本该](?:学科|专业|课程|学位点)|学科点))"
)
"""A discipline in a line of its own, over what is told of it as 该学科."""
_OPENING = 80
"""Characters of an entry in which it shows that a person is told of."""
_OF_ALL = compiled(r"简介|介绍|概况|情况|学院$|大学$|学校$|建设$|特色$|优势$|重点学科$|目录$|列表$")
"""Heads over more than one discipline."""
_SHORT_NAME = 3
_FEWEST = 2
"""Entries of a page of persons: one name alone can be a byline."""


@lru_cache(maxsize=8)
def _headings(text: str) -> list[Span]:
    """The names that head entries, in order."""
    alone = (match.span(1) for match in _ALONE.finditer(text) if _is_head(text, match.span(1), match.span(2)))
    ranked = (name for match in _RANKED.finditer(text) if (name := _ranked(text, match.span(1), match.start(2))))
    branches = (match.span(1) for match in _BRANCH.finditer(text) if not _OF_ALL.search(match[1]))
    return sorted({*alone, *ranked, *branches})


def _ranked(text: str, line: Span, entry: int) -> Span | None:
    """The one person whom a line names with unit and rank, where the line below tells of a person; or None."""
    people = persons_in(text, *line)
    if len(people) != 1 or people[0].position is None or people[0].position[1] != line[1]:
        return None
    name = people[0].name
    again = text.find(text[slice(*name)], entry, entry + _AGAIN + name[1] - name[0]) >= 0
    return name if again or _OF_PERSON.search(text, entry, entry + _OPENING) else None


def _is_head(text: str, name: Span, entry: Span) -> bool:
    """Whether a line is a name, and the text under it tells of a person."""
    words = text[slice(*name)]
    led = words[:2] in surnames() or (words[0] in surnames() and len(words) <= _SHORT_NAME)
    if not led or is_word(words) or is_place(words) or ends_post(text, name[1]):
        return False
    return _OF_PERSON.search(text, entry[0], min(entry[1], entry[0] + _OPENING)) is not None


def entry_head(text: str, at: int) -> Span | None:
    """The name that heads the entry in which `at` stands, where the document has two such entries or more; or None."""
    names = _headings(text)
    if len(names) < _FEWEST:
        return None
    last = bisect_right(names, (at, at)) - 1
    return names[last] if last >= 0 else None


def entry_end(text: str, at: int) -> int:
    """Where the entry of a name alone in its line that holds `at` ends: at the next such name, or with the text."""
    names = _headings(text)
    behind = bisect_right(names, (at, len(text)))
    return names[behind][0] if behind < len(names) else len(text)
