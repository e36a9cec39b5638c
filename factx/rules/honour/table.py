"""Tables of honours: a row of column heads (姓名, 单位, 荣誉称号, 颁奖单位), below it the rows.

A row is a line with its cells apart by tabs or wide spaces, or as many lines as there are columns, one cell a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import NamedTuple

from factx.lexicon import load
from factx.mentions.person_names import begins_name
from factx.rules.honour.drafting import drafts
from factx.rules.honour.shape import Shape, is_bare_grade
from factx.rules.honour.titles import titles
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span, trim

_CELL = r"[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff](?=[ \u3000]|$)|\S+"
"""A cell of a line that single spaces part: a name of two characters may be spread (高 飞)."""
_LONGEST_HEAD = 8
_MOST = 300
_LONGEST_CELL = 60
_NAME = 4


@dataclass(frozen=True)
class TableLexicon:
    """The lists of tables.toml."""

    none: frozenset[str]
    name: frozenset[str]
    unit: frozenset[str]
    post: frozenset[str]
    honour: frozenset[str]
    grade: frozenset[str]
    giver: frozenset[str]


@cache
def _heads() -> dict[str, str]:
    """Every head of a column with what the column holds."""
    lists = load("tables", TableLexicon)
    return {head: field.name for field in fields(lists) for head in getattr(lists, field.name)}


class _Layout(NamedTuple):
    """What each column holds, and where the rows begin; `tall` says that every cell has a line of its own."""

    columns: list[str]
    start: int
    tall: bool


def table(scene: Scene) -> list[Draft] | None:
    """The honours of the table whose column heads begin with the scene's sentence; None elsewhere."""
    layout = _layout(scene.text, scene.sentence.start)
    if layout is None or "honour" not in layout.columns or not {"name", "unit"} & set(layout.columns):
        return None
    made: list[Draft] = []
    for row in _rows(scene.text, layout):
        made += _of_row(scene, dict(zip(layout.columns, row, strict=True)))
    return made or None


def _layout(text: str, start: int) -> _Layout | None:
    """The columns of the heads at `start`: the cells of one line, or a run of lines of one cell."""
    heads = _heads()
    stop = text.find("\n", start)
    if stop < 0 or (start and text[start - 1] not in "\n \t\u3000"):
        return None
    cells = _cells(text, start, stop)
    if len(cells) > 1:
        columns = [heads.get(_plain(text, cell), "") for cell in cells]
        return _Layout(columns, stop + 1, tall=False) if all(columns) else None
    columns = []
    while stop > 0 and stop - start <= _LONGEST_HEAD and _plain(text, (start, stop)) in heads:
        columns.append(heads[_plain(text, (start, stop))])
        start, stop = stop + 1, text.find("\n", stop + 1)
    return _Layout(columns, start, tall=True) if len(columns) > 1 else None


def _plain(text: str, cell: Span) -> str:
    """The words of a cell without blanks."""
    return "".join(text[slice(*cell)].split())


def _cells(text: str, start: int, stop: int) -> list[Span]:
    """The cells of a line; where neither tabs nor wide spaces part it, single spaces do."""
    line = text[start:stop]
    sign = next((sign for sign in ("\t", "|", "│") if sign in line), None)
    parts = re.finditer(rf"[^{re.escape(sign)}]+" if sign else _CELL, line)
    spans = [trim(text, (start + part.start(), start + part.end())) for part in parts]
    return [span for span in spans if span[0] < span[1]]


def _rows(text: str, layout: _Layout) -> Iterator[list[Span]]:
    """The rows below the heads, as far as they have as many cells."""
    at, columns = layout.start, len(layout.columns)
    for _ in range(_MOST):
        if layout.tall:
            row: list[Span] = []
            while len(row) < columns and at < len(text):
                stop = text.find("\n", at)
                stop = len(text) if stop < 0 else stop
                row.append(trim(text, (at, stop)))
                at = stop + 1
        else:
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            row = _cells(text, at, stop)
            at = stop + 1
        if len(row) != columns or any(end - start > _LONGEST_CELL for start, end in row):
            return
        yield row


def _of_row(scene: Scene, row: dict[str, Span]) -> list[Draft]:
    """The honour of a row with its holder, and the awardee where that is a person."""
    text = scene.text
    holder = row.get("name") or row.get("unit")
    cell = row.get("honour")
    if holder is None or cell is None or holder[0] == holder[1]:
        return []
    found = titles(text, *cell, sure=True)
    if len(found) != 1 or found[0].form is Shape.NONE or is_bare_grade(found[0].text(text)):
        return []
    title = found[0]
    grade = row.get("grade")
    if title.form is Shape.AWARD and grade and is_bare_grade(text[slice(*grade)]):
        title.spans = [*title.spans, grade]
    giver = row.get("giver")
    quote = (min(span[0] for span in row.values()), max(span[1] for span in row.values()))
    made = drafts(scene, title, [holder], giver if giver and giver[0] < giver[1] else None, quote)
    is_person = "name" in row and begins_name(text, holder[0]) and len(_plain(text, holder)) <= _NAME
    if is_person and len(made) == 1:
        spans: dict[str, Span | list[Span]] = {"name": holder, "honour": title.spans}
        spans |= {field: made[0].spans[field] for field in ("grantor", "grade") if field in made[0].spans}
        made.append(Draft("awardee", quote, spans, {"level": made[0].values["level"]}))
    for draft in made[1:]:
        for field, column in (("organisation", "unit"), ("position", "post")):
            if column in row and row[column][0] < row[column][1]:
                draft.spans[field] = row[column]
    return made
