"""Rolls: a heading that is an honour (`二、云溪县先进工作者(5名)`), below it one holder a line."""

import re

from factx.mentions.bodies import body_at
from factx.mentions.persons import entry_of, persons_in
from factx.rules.honour.drafting import drafts
from factx.rules.honour.holders import holders_in
from factx.rules.honour.shape import Shape, is_bare_grade
from factx.rules.honour.titles import titles
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span, trim

_HEADING = re.compile(
    r"(?:(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]、?|\d+[、.．])\s*)?([^\n:：,，。]{4,40}?)"
    r"(?:名单)?\s*[(（]共?(\d{1,3})(?:[个名人家项位篇件户])?[)）][:：]?"
)
_HONOURS = frozenset((Shape.AWARD, Shape.TITLE))
_ITEM = re.compile(r"\s*(?:\d{1,3}[、.．\s)）]|[(（]\d{1,3}[)）])?\s*")
_LONGEST_LINE = 60
_MOST = 200


def roll(scene: Scene) -> list[Draft] | None:
    """The honour of a heading that says how many hold it, with those of the lines below it; None elsewhere."""
    text = scene.text
    start, end = scene.sentence.start, scene.sentence.end
    if text[end - 1 : end] not in {")", "）", ":", "："}:
        return None
    heading = _HEADING.fullmatch(text, start, end)
    if heading is None:
        return None
    found = titles(text, *heading.span(1), sure=True)
    if len(found) != 1 or found[0].start > heading.start(1) or found[0].tail_end < heading.end(1):
        return None
    title = found[0]
    words = title.text(text)
    if (title.form not in _HONOURS and f"“{words}”" not in text) or is_bare_grade(words):
        return None
    holders = _lines(scene, end, min(int(heading[2]), _MOST))
    return drafts(scene, title, holders, None, (title.start, end)) if holders else None


def _lines(scene: Scene, at: int, count: int) -> list[Span]:
    """The holders of the `count` lines behind `at`; empty where one of them names nobody."""
    text = scene.text
    found: list[Span] = []
    at = text.find("\n", at)
    while at >= 0 and len(found) < count:
        stop = text.find("\n", at + 1)
        stop = len(text) if stop < 0 else stop
        line = trim(text, (at + 1, stop))
        at = stop if stop < len(text) else -1
        if line[0] == line[1]:
            continue
        holder = _holder(scene, line)
        if holder is None:
            return []
        found.append(holder)
    return found if len(found) == count else []


def _holder(scene: Scene, line: Span) -> Span | None:
    """The person, body or work of a line, or None."""
    text = scene.text
    item = _ITEM.match(text, *line)
    start, end = (item.end() if item else line[0]), line[1]
    if not 2 <= end - start <= _LONGEST_LINE:
        return None
    person = entry_of(text, (start, end)) or next(iter(persons_in(text, start, end)), None)
    if person:
        return person.name
    body = body_at(text, start, end)
    if body and body[1] == end:
        return body
    named = holders_in(scene, start, end)
    return named[0] if named == [(start, end)] else None
