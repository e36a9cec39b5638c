"""What a bare grade is of: the contest of its clause or of those before, the prize told of before."""

from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.announce import announced
from factx.rules.honour.contest import Contest, contest_above, contest_at_end, contest_before
from factx.rules.honour.shape import GRADE, Shape, is_bare_grade, stem_of
from factx.rules.honour.titles import titles
from factx.rules.scene import Scene
from factx.scan import within
from factx.text import Span

_GOT = frozenset(("receive", "rate"))
_STOP = compiled("[,，。;；!！\n]")
_BACK = 200
_OF_MANY = compiled("^所|的全部|项目")
"""Several contests, or a discipline: the next grade is of another."""
_WON_IN = compiled("(?:赛|评选|评比|比武|征文|会演|汇演|展演|论坛|杯|奖)[^奖]{0,8}$")
"""What grades are of."""


def stem_before(scene: Scene, start: int, *, sport: bool) -> tuple[Span, Span | None] | None:
    """What a bare grade told from `start` on is of, and its giver: the contest or the prize last told before, or None.

    The next medal of a sportsman is of another discipline than the last: with `sport` only a contest counts.
    """
    told = None if sport else _stem_told(scene, start)
    above = contest_above(scene.text, start)
    if above and (told is None or told[0] < above.name[0]):
        return above.name, above.giver
    return (told, None) if told else prize_before(scene, start)


def _stem_told(scene: Scene, start: int) -> Span | None:
    """What the grade of the last honour before `start` was won in (`甲获歌唱比赛一等奖,|乙获二等奖`), or None."""
    text = scene.text
    for verb in reversed(within(scene.mentions.verbs, max(0, scene.sentence.start - _BACK), start)):
        if verb.sort not in _GOT:
            continue
        stop = _STOP.search(text, verb.end, start)
        found = titles(text, verb.end, stop.start() if stop else start, sure=False)
        if not found or found[-1].form is not Shape.AWARD:
            continue
        if not is_bare_grade(found[-1].text(text)):
            stem = stem_of(text, found[-1].spans)
            whole = stem and not _OF_MANY.search(text, *stem) and _WON_IN.search(text, *stem)
            return stem if whole else None
    return None


def prize_before(scene: Scene, start: int) -> tuple[Span, Span | None] | None:
    """The prize and its giver made known before `start`, of which a bare grade is told behind, or None."""
    before = announced(scene, start, lists=False)
    words = before.title.text(scene.text).rstrip("”") if before else ""
    if before is None or before.title.form is not Shape.AWARD or not words.endswith("奖") or GRADE.search(words):
        return None
    return before.title.spans[0], before.giver


def contest_of(scene: Scene, verb: int, start: int) -> tuple[Contest | None, int, int]:
    """The contest of the verb, and the stretch of the clause that is left to name the holders."""
    text = scene.text
    parted = text.rfind("；", scene.sentence.start, verb) + 1
    contest = contest_before(text, parted, verb) if parted else None
    contest = contest or contest_before(text, scene.sentence.start, verb)
    if contest is None or contest.start < start:
        begin, end = strip_adverbs(text, start, verb)
        ahead = contest_at_end(text, begin, end)
        return (ahead, begin, ahead.start) if ahead else (contest, start, verb)
    if contest.start > start + 1:
        return contest, start, contest.start
    return contest, contest.end, verb
