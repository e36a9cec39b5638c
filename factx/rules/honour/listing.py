"""What goes on behind a title: brackets and clauses that are nothing but titles, and 的 with whom it describes."""

import re
from collections.abc import Iterator, Sequence

from factx.mentions.persons import persons_in
from factx.rules.honour.shape import Shape, is_bare_grade
from factx.rules.honour.titles import Title, stem_of, titles
from factx.rules.rule import Decline
from factx.rules.scene import Scene
from factx.scan import within
from factx.text import Span

_HONOUR_VERBS = frozenset(("receive", "rate", "cover"))
_IS = frozenset(("是", "为", "成为"))
_TEAM = re.compile(r"[^,，]{0,8}(?:团队|小组|队|集体|成员|项目)")


def described(scene: Scene, last: Title, end: int) -> Sequence[Span] | Decline:
    """The person whom `获得…的X` describes; a decline where it describes nobody named; nothing where no 的 follows."""
    text = scene.text
    behind = re.compile(r"(?:荣誉|光荣)?(?:称号)?的").match(text, last.end, end)
    if not behind:
        return []
    people = persons_in(text, behind.end(), min(end, behind.end() + 20))
    if people and people[0].name[0] - behind.end() <= 12 and not _TEAM.match(text, people[0].name[1]):
        return [people[0].name]
    return Decline("a title that only describes", (last.start, behind.end()))


def continued(scene: Scene, last: Title, end: int) -> Iterator[Title]:
    """The titles of the brackets behind `last` and of the clauses behind its own that are nothing but titles."""
    text = scene.text
    bracket = re.compile(r"\s*[(（](?:其中)?[:：]?").match(text, last.end, min(last.tail_end + 2, end))
    for opened in scene.brackets:
        detail = text.startswith("其中", opened[0] + 1)
        if (bracket and opened[0] == bracket.start()) or (detail and last.end <= opened[0] < end):
            start = opened[0] + (3 if detail else 1)
            yield from (t for t in titles(text, start, opened[1] - 1, sure=False) if t.form is Shape.AWARD)
    if last.tail_end < end:
        return
    for clause in scene.sentence.clauses:
        if clause.start < end:
            continue
        spoken = within(scene.verbs, clause.start, clause.end)
        if any(v.sort in _HONOUR_VERBS or text[v.start : v.end] in _IS for v in spoken):
            return
        start = clause.start + 2 if text.startswith("其中", clause.start) else clause.start
        found = titles(text, start, clause.end, sure=False)
        plain = [t for t in found if t.form in {Shape.AWARD, Shape.TITLE}]
        if not plain or len(plain) < len(found) or found[0].start > start or found[-1].tail_end < clause.end:
            return
        if is_bare_grade(plain[0].text(text)):
            if (stem := stem_of(text, last)) is None:
                return
            plain[0].spans = [stem, *plain[0].spans]
        yield from plain
        last = plain[-1]
