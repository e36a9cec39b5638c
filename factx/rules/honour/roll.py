"""Rolls: a heading that is an honour (`二、云溪县先进工作者(5名)`, `“…”获奖名单`), below it the holders."""

import re
from itertools import pairwise

from factx.mentions.bodies import body_at
from factx.mentions.persons import entry_of, persons_in
from factx.patterns import compiled
from factx.rules.honour.carried import carried, decided_above
from factx.rules.honour.drafting import drafts
from factx.rules.honour.holders import holders_in
from factx.rules.honour.maker import TEAM
from factx.rules.honour.shape import Shape, is_bare_grade
from factx.rules.honour.titles import titles
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span, trim

_NUMBERING = r"(?:(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]、?|\d+[、.．])\s*)?"
_COUNTED = compiled(
    rf"{_NUMBERING}([^\n:：,，。]{{4,40}}?)(?:名单)?\s*[(（]共?(\d{{1,3}})(?:[个名人家项位篇件户])?[)）][:：]?"
)
_LISTED = compiled(
    rf"{_NUMBERING}(?:关于)?(?:公布|表彰)?([^\n:：,，。]{{4,40}}?)(?:荣誉称号|称号)?(?:(?:获奖|获得者|入选|表彰|受表彰|评选)(?:人员|人选|个人|学生|教师|单位|集体|对象|项目|作品|结果)*)?(?:的?名单|一览表)?[:：]?"
)
_NUMBERED = compiled(
    r"(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十]+[)）]、?)\s*([^\n:：,，。、]{4,30}(?:单位|集体|个人|企业|学校|乡镇|街道|村|社区|家庭|工作者|标兵|能手|奖))[:：]?"
)
"""The numbered heading of a part of a roll (`二、“通达杯”银杯单位`)."""
_COMMENDS = compiled(r"表彰|授予|获奖|通报表扬|评选结果|命名")
_HEAD = 100
_NUMERALS = frozenset("一二三四五六七八九十(（")
_STOPS = frozenset("。！；")
_NEXT_PART = compiled(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]")
_PLANNED = compiled(r"拟|候选|推荐|申报|公示")
_HONOURS = frozenset((Shape.AWARD, Shape.TITLE))
_ITEM = compiled(r"\s*(?:\d{1,3}[、.．\s)）]|[(（]\d{1,3}[)）])?\s*")
_NOTE = compiled(r"[(（][^()（）]*(?:排序|排名|共\d+)[^()（）]*[)）]")
_NOTE_BEHIND = compiled(r"[(（](?:按|排名|以|共\d+|不分)[^()（）]*[)）]$")
"""How a roll is ordered, said behind its heading (按姓氏笔画排序)."""
_GROUP = compiled("【[^【】]{2,12}】")
"""A line over some of the holders: 【云溪市】."""
_LABEL = compiled(r"([^:：,，。]{2,20})[:：]\s*")
_NEXT_PRIZE = compiled(r"[^:：,，。]{2,20}奖[:：]")
"""The next prize of the page: 优秀指导教师奖：甲、乙."""
_AREA = compiled(r"[\u4e00-\u9fff]{2,4}[:：]\s*")
"""The area that leads the first of its lines (`江东：李晓岚 江州大学教师`)."""
_MADE = compiled(rf"[“《]?([^:：”》，,。]{{4,50}}?)(?={TEAM})")
"""A work with those who made it behind: …检测系统，队员：甲、乙."""
_MARK = compiled(r"[、，,;；]")
_CELLS = compiled(r"[^、，,\s]+")
_LONGEST_LINE = 60
_MOST = 200
_FEWEST = 2


def roll(scene: Scene) -> list[Draft] | None:
    """The honour of a heading over a roll, with those of the lines below it; None elsewhere."""
    text = scene.text
    start, end = scene.sentence.start, scene.sentence.end
    counted = _COUNTED.fullmatch(text, start, end) if text[end - 1 : end] in {")", "）", ":", "："} else None
    listed = None if counted else _listed_heading(scene) or _numbered_heading(scene)
    heading = counted or listed
    if heading is None:
        return None
    found = titles(text, *heading.span(1), sure=True)
    if len(found) != 1 or found[0].tail_end < heading.end(1):
        return None
    title = found[0]
    words = title.text(text)
    if (counted and title.start > heading.start(1)) or is_bare_grade(words):
        return None
    is_named = f"“{words}”" in text or (words.startswith("“") and listed and listed.re is _NUMBERED)
    if title.form not in _HONOURS and not is_named:
        return None
    holders = _lines(scene, end, min(int(counted[2]), _MOST) if counted else None)
    giver = (decided_above(scene, start) or carried(scene, title)) if holders else None
    return drafts(scene, title, holders, giver, (title.start, end)) if holders else None


def _listed_heading(scene: Scene) -> re.Match[str] | None:
    """The heading of a roll that does not say how many it holds."""
    text = scene.text
    start, end = scene.sentence.start, scene.sentence.end
    if note := _NOTE_BEHIND.search(text, start, end):
        end = note.start()
    if not text.endswith(("名单", "名单:", "名单：", "一览表"), start, end) or _PLANNED.search(text, start, end):
        return None
    return _LISTED.fullmatch(text, start, end)


def _numbered_heading(scene: Scene) -> re.Match[str] | None:
    """The numbered heading of a part of a roll, in a report that commends those it lists."""
    text = scene.text
    if text[scene.sentence.start] not in _NUMERALS or not _COMMENDS.search(text, 0, _HEAD):
        return None
    return (
        None if _PLANNED.search(text, 0, _HEAD) else _NUMBERED.fullmatch(text, scene.sentence.start, scene.sentence.end)
    )


def lines_below(scene: Scene, at: int, *, fewest: int = _FEWEST) -> list[Span]:
    """The holders of the lines behind `at`, as far as each names one; empty for fewer than `fewest`."""
    return _lines(scene, at, None, fewest=fewest)


def _lines(scene: Scene, at: int, count: int | None, *, fewest: int = _FEWEST) -> list[Span]:
    """The holders of the lines behind `at`: of `count` lines, each of which must name one, else as far as they do."""
    text = scene.text
    found: list[Span] = []
    lines = 0
    labelled = False
    at = text.find("\n", at)
    while at >= 0 and lines < (count or _MOST):
        stop = text.find("\n", at + 1)
        stop = len(text) if stop < 0 else stop
        line = trim(text, (at + 1, stop))
        at = stop if stop < len(text) else -1
        if _NEXT_PRIZE.match(text, *line):
            break
        if line[0] == line[1] or _GROUP.fullmatch(text, *line) or (not found and _NOTE.fullmatch(text, *line)):
            continue
        holders = _labelled(text, line) if count is None else _in_one_line(text, line, count) if not found else []
        if count and len(holders) == count > 1:
            return holders
        labelled = labelled or bool(holders)
        holders = holders or (_row_of_names(text, line) if count is None else [])
        if not holders and not labelled and (holder := _holder(scene, line)):
            holders = [holder]
        if not holders:
            break
        found += holders
        lines += 1
    return found if (lines == count if count else len(found) >= fewest) else []


def _in_one_line(text: str, line: Span, count: int) -> list[Span]:
    """The persons of a line that names all `count` of them; else empty."""
    people = [person.name for person in persons_in(text, *line)]
    listed = all(_MARK.search(text, one[1], next_[0]) for one, next_ in pairwise(people))
    return people if len(people) == count > 1 and listed else []


def _row_of_names(text: str, line: Span) -> list[Span]:
    """The persons of a line that holds nothing but names; empty where it is no such line."""
    people = [person.name for person in persons_in(text, *line)]
    return people if len(people) > 1 and len(people) == sum(1 for _ in _CELLS.finditer(text, *line)) else []


def _labelled(text: str, line: Span) -> list[Span]:
    """The persons of a line that a body leads (`机械工程学院：甲 乙 丙`); empty where it is no such line."""
    label = _LABEL.match(text, *line)
    if label is None:
        return []
    people = [person.name for person in persons_in(text, label.end(), line[1])]
    cells = sum(1 for _ in _CELLS.finditer(text, label.end(), line[1]))
    return people if people and len(people) * 4 >= cells * 3 else []


def _holder(scene: Scene, line: Span) -> Span | None:
    """The person, body or work of a line, or None."""
    text = scene.text
    item = _ITEM.match(text, *line)
    start, end = (item.end() if item else line[0]), line[1]
    area = _AREA.match(text, start, end)
    start = area.end() if area else start
    if not 2 <= end - start <= _LONGEST_LINE or text[end - 1] in _STOPS or _NEXT_PART.match(text, *line):
        return None
    if made := _MADE.match(text, start, end):
        return made.span(1)
    person = entry_of(text, (start, end)) or next(iter(persons_in(text, start, end)), None)
    if person:
        return person.name
    body = body_at(text, start, end)
    if body and body[1] == end:
        return body
    named = holders_in(scene, start, end)
    return named[0] if named == [(start, end)] else None
