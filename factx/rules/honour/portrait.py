"""The one person whom a whole document is about: the page of a physician, the portrait of a scholar."""

import re
from functools import lru_cache

from factx.mentions.persons import Person, persons_in
from factx.patterns import compiled

_SEEN = 4
_LEADER = r"(?:新时代|总书记|主席|总理|同志为核心|书记|[市省县区]长|部长)"
RANKED = compiled(
    r"(?m)^\s*([\u4e00-\u9fff]{2,4})[ \t\u3000]{1,4}\S{0,8}(?:医师|教授|研究员|工程师|主任|护师|技师|讲师)"
)
"""How the page of a physician or a scholar opens: name and rank in a line."""
_HEAD = 400
_TITLE = 120


@lru_cache(maxsize=8)
def portrait(text: str) -> Person | None:
    """The one person whom a whole document is about, where its first lines name them and the rest returns to them."""
    head = text[:_HEAD]
    people: dict[str, Person] = {}
    for person in persons_in(head, 0, len(head)):
        people.setdefault(text[person.name[0] : person.name[1]], person)
    named = (name for name in people if not re.search(name + _LEADER, text))
    counts = sorted(((text.count(name), name) for name in named), reverse=True)
    if len(counts) == 1 and counts[0][1] in {match[1] for match in RANKED.finditer(head, 0, _TITLE)}:
        return people[counts[0][1]]
    if not counts or counts[0][0] < _SEEN or (len(counts) > 1 and counts[1][0] * 2 > counts[0][0]):
        return None
    best = people[counts[0][1]]
    return best if best.name[0] < _TITLE or _is_introduced(text, counts[0][1]) else None


def _is_introduced(text: str, name: str) -> bool:
    """Whether the document introduces the person (`李晓岚,女,…`)."""
    return any(f"{name}{mark}{word}" in text for mark in "，," for word in "男女") or text.startswith(name)
