"""A sentence read from left to right: each amount with its frame, and what the later ones take over from the earlier."""

from dataclasses import dataclass, field
from functools import lru_cache

from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.rules.achievement.doubts import doubt
from factx.rules.achievement.frame import Frame, frame
from factx.rules.achievement.measure import basis, between, measure, verb_text
from factx.rules.achievement.rows import Row, rows
from factx.rules.nounphrase import is_attribute, left, without_subject
from factx.rules.pieces import Sort
from factx.rules.rule import Decline, Draft
from factx.rules.scene import Scene
from factx.text import Span


@dataclass(slots=True)
class Memory:
    """What a later amount of the sentence may inherit."""

    metric: list[Span] = field(default_factory=list)
    action: Span | None = None
    unit: str | None = None


@lru_cache(maxsize=1)
def readings(scene: Scene) -> dict[int, Draft | Decline]:
    """The outcome for each amount of the sentence, by its offset."""
    found: dict[int, Draft | Decline] = {}
    memory = Memory()
    before: Row | None = None
    for row in rows(scene):
        _read_row(scene, row, before, memory, found)
        if not row.aside:
            before = row
    return found


def _read_row(scene: Scene, row: Row, before: Row | None, memory: Memory, found: dict[int, Draft | Decline]) -> None:
    floor = 0
    line = row.pieces
    for at, piece in enumerate(line):
        amount = piece.amount
        if amount is None:
            continue
        if is_attribute(line, at, len(line)):
            found[amount.start] = Decline("part of the name of what is counted", (amount.start, amount.end))
            continue
        around = frame(line, at, floor)
        outcome = _record(scene, row, around, amount, before, memory)
        found[amount.start] = outcome
        if isinstance(outcome, Draft):
            memory.metric = list(outcome.spans["metric"])
            memory.unit = amount.unit
        floor = at + 1


def _record(
    scene: Scene, row: Row, around: Frame, amount: Amount, before: Row | None, memory: Memory
) -> Draft | Decline:  # noqa: PLR0913, PLR0917
    line = row.pieces
    verb = verb_text(around)
    metric: list[Span] = []
    if around.metric:
        metric = [between(line, *around.metric)]
    elif around.verb or around.side == "none":
        metric = _carried(scene, row, around, before, memory)
        around.side = "carried"
    if not metric and around.verb and verb_lexicon().get(verb) not in ("reach", "grow", "fall", "compare", None):
        metric = [between(line, *around.verb)]
    words = "".join(scene.text[a:b] for a, b in metric)
    if reason := doubt(scene, around, amount, words):
        return Decline(reason, (amount.start, amount.end))
    if not metric:
        return Decline("nothing that it measures", (amount.start, amount.end))
    start = line[around.floor].start
    spans: dict[str, Span | list[Span]] = {"metric": metric}
    if around.verb:
        memory.action = between(line, *around.verb)
        spans["action"] = memory.action
    elif around.floor and memory.action and around.side != "carried":
        spans["action"] = memory.action
    if amount.unit_span:
        spans["unit"] = amount.unit_span
    values = {
        "value": amount.value,
        "value_max": amount.value_max,
        "qualifier": amount.qualifier,
        "measure": measure(around, amount, words),
    }
    if around.other and not verb.startswith("占"):
        spans["basis"] = between(line, *around.other)
    elif base := basis(scene.text, start, amount.start):
        spans["basis"] = base
    return Draft("achievement", (start, amount.end), spans, values)


def _carried(scene: Scene, row: Row, around: Frame, before: Row | None, memory: Memory) -> list[Span]:
    """The metric of the amount before in the sentence, else the subject of the clause before."""
    if memory.metric:
        return memory.metric
    if before is not None and not before.aside:
        line = before.pieces
        end = 0
        while end < len(line) and line[end].sort not in (Sort.VERB, Sort.STOP, Sort.ADVERB, Sort.PREPOSITION):
            end += 1
        start = without_subject(line, left(line, end, 0), end)
        if start < end:
            return [between(line, start, end)]
    return []
