"""Honours that stand before the verb of giving: `“科技成就奖”一等奖授予李晓岚、王建国`."""

from factx.patterns import compiled
from factx.rules.honour.announce import announcer
from factx.rules.honour.drafting import drafts
from factx.rules.honour.holders import holders_in
from factx.rules.honour.shape import Shape, is_bare_grade, stem_of
from factx.rules.honour.titles import Title, titles
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span

GIVES = frozenset(("授予", "颁给", "颁发"))
_TO = compiled("给?了?")
_YEAR = compiled(r"(?:(?:[本今去]|\d{4})年度?的?|其中|这一届的?|本届的?|[此该]次|\s)*")
_MOVED = compiled("[将把向对由]")
"""What tells that a giver stands before the verb too (江州市将…奖|授予…)."""


def bestowed(scene: Scene, start: int, verb: Span, end: int) -> list[Draft]:
    """The honour that fills `[start, verb)`, with those named behind the verb; else nothing."""
    text = scene.text
    title = _title(text, start, verb[0])
    if title is None:
        return []
    if is_bare_grade(title.text(text)):
        if (stem := _stem(scene, start)) is None:
            return []
        title.spans = [stem, *title.spans]
    to = _TO.match(text, verb[1])
    holders = holders_in(scene, to.end() if to else verb[1], end)
    giver = announcer(scene, title.text(text), start)
    return drafts(scene, title, holders, giver, (title.start, end), verb="授予") if holders else []


def _title(text: str, start: int, end: int) -> Title | None:
    """The one award that a stretch is, or None."""
    if _MOVED.search(text, start, end):
        return None
    led = _YEAR.match(text, start, end)
    found = titles(text, led.end() if led else start, end, sure=False)
    whole = len(found) == 1 and found[0].tail_end >= end and found[0].form is Shape.AWARD
    return found[0] if whole else None


def _stem(scene: Scene, start: int) -> Span | None:
    """The prize whose grades the clauses before share out (`“…奖”一等奖授予甲,|二等奖授予乙`), or None."""
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end < start]):
        for verb in scene.verbs:
            told = clause.start < verb.start < clause.end and scene.text[verb.start : verb.end] in GIVES
            title = _title(scene.text, clause.start, verb.start) if told else None
            if title and not is_bare_grade(title.text(scene.text)):
                return stem_of(scene.text, title.spans)
    return None
