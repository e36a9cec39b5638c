"""A sentence read from left to right: each amount in its frame, and what the later ones take over."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.rules.achievement.doubts import doubt
from factx.rules.achievement.elsewhere import label_of, noted_on
from factx.rules.achievement.frame import Frame, frame
from factx.rules.achievement.joined import JOINTS, TIES, bounded, each_object, is_joined, like, told_apart
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.measure import basis, between, measure, verb_text
from factx.rules.achievement.memory import Memory
from factx.rules.achievement.metric import metric_of
from factx.rules.achievement.rows import Row, firsts, rows
from factx.rules.achievement.shapes import shaped
from factx.rules.achievement.shared import parts, series
from factx.rules.achievement.sight import at_sight
from factx.rules.achievement.subject import PART, takes
from factx.rules.achievement.trade import traded
from factx.rules.nounphrase import is_attribute
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.rules.rule import Decline, Draft
from factx.rules.scene import Scene
from factx.text import Span


@lru_cache(maxsize=1)
def readings(scene: Scene) -> dict[int, list[Draft] | Decline]:
    """The outcome for each amount of the sentence, by its offset."""
    found: dict[int, list[Draft] | Decline] = {}
    if reasons := _all_at_sight(scene):
        return dict(reasons)
    memory = Memory()
    for row in rows(scene):
        memory.label = _label(row, memory.row)
        memory.noted = noted_on(row, memory.row) if row.aside else []
        changed = [draft.values["measure"] for draft in _last(found)]
        memory.measure = changed[0] if row.aside and changed and changed[0] in _CHANGES else ""
        seen = {a.start: at_sight(scene.text, a) for a in row.amounts}
        if all(seen.values()):
            found |= {a.start: Decline(seen[a.start] or "", (a.start, a.end)) for a in row.amounts}
        else:
            found |= {a.start: Decline(seen[a.start] or "", (a.start, a.end)) for a in row.amounts if seen[a.start]}
            _read_row(scene, row, _before(row, memory) if row.aside else memory, found)
        if not row.aside:
            memory.row = row
    return found


def _last(found: dict[int, list[Draft] | Decline]) -> list[Draft]:
    """The drafts of the amount read last, none where it was declined."""
    outcome = found[next(reversed(found))] if found else []
    return outcome if isinstance(outcome, list) else []


_CHANGES = frozenset({"growth", "decline"})
_DATED = 2  # pieces of a clause that is nothing but a time and an amount


def _before(row: Row, memory: Memory) -> Memory:
    """What an aside may inherit: what was said before its bracket (一等奖11项|（占50%）|、二等奖7项)."""
    return replace(memory, metrics=[metric for metric in memory.metrics if metric and metric[-1][1] <= row.start])


def _all_at_sight(scene: Scene) -> dict[int, Decline] | None:
    """The declines of a sentence whose amounts are none at first sight; None where one may be."""
    seen = {a.start: (at_sight(scene.text, a), (a.start, a.end)) for a in scene.amounts}
    found = {start: Decline(reason, at) for start, (reason, at) in seen.items() if reason}
    return found if len(found) == len(seen) and not firsts(scene) else None


def _label(row: Row, before: Row | None) -> list[Span]:
    """What stands before the colon in front of a row, where no amount does."""
    if row.mark not in (":", "：") or before is None or before.amounts:
        return []
    label = label_of(before.pieces)
    return [label] if label else []


def _read_row(scene: Scene, row: Row, memory: Memory, found: dict[int, list[Draft] | Decline]) -> None:
    line = row.pieces
    floor = at = 0
    while at < len(line):
        amount = line[at].amount
        if amount is None:
            at += 1
        elif is_attribute(line, at, len(line)) or _is_kind(line, at) or _is_field(line, at):
            found[amount.start] = Decline("part of the name of what is counted", (amount.start, amount.end))
            at += 1
        else:
            apart = _has_each(line, at, floor) or _in_turn(line, at, memory) or told_apart(line, at, floor)
            each = series(line, at) if apart else [at]
            taken = _read_series(scene, row, each, floor, memory, found)
            at = each[-1] + 1
            floor = max(at, taken)


def _is_kind(line: list[Piece], at: int) -> bool:
    """Whether the amount only says how many the name behind it holds (11类|商品零售额|1万亿元, 60个|商圈客流量|达…)."""
    amount, i = line[at].amount, at + 1
    while i < len(line) and (line[i].sort in (Sort.NOUN, Sort.SOFT, Sort.AND, Sort.LOCATIVE) or line[i].text == "平均"):
        i += 1
    kinds = amount is not None and amount.unit in _KINDS
    head = line[i - 1].text[-1]
    while not kinds and head in _MEASURES and at + 1 < i < len(line) and line[i].sort in TIES:
        i += 1
    measured = line[i].amount if at + 1 < i < len(line) else None
    if measured is None or amount is None:
        return False
    whole = amount.measure == "count" and head in _MEASURES and measured.unit != amount.unit
    return (kinds and measured.measure in ("amount", "share")) or whole


def _is_field(line: list[Piece], at: int) -> bool:
    """Whether the amount only says among how many something has its place (位居|15个|同类城市|第一)."""
    if not at or line[at - 1].text not in lexicon().ranked:
        return False
    return any((amount := piece.amount) is not None and amount.ordinal for piece in line[at + 1 : at + _FIELD])


_FIELD = 5
_KINDS = frozenset({"类", "种", "大"})
_MEASURES = frozenset("率量额值价例数度")
"""Last characters of what is measured, not counted."""


def _in_list(line: list[Piece], at: int, memory: Memory) -> bool:
    """Whether the amount goes on with a list of counted things whose verb came before."""
    amount = line[at].amount
    return memory.action is not None and amount is not None and amount.measure == "count"


def _has_each(line: list[Piece], at: int, floor: int) -> bool:
    return _marker(line, at, floor) is not None


def _in_turn(line: list[Piece], at: int, memory: Memory) -> bool:
    """Whether the amounts joined at `at` are said one each of the things just told: …4万元、…1万元，增长|5%|和|7%."""
    each = series(line, at)
    said = memory.metrics[-len(each) :]
    amount = line[at].amount
    changes = (amount is not None and amount.unit == "倍") or any(
        verb_lexicon().get(piece.text) in ("grow", "fall") for piece in line[:at]
    )
    return (
        len(each) == len(said) > 1
        and changes
        and all(piece.sort in (*TIES, Sort.TIME, Sort.DE) for piece in line[:at])
        and len({tuple(metric) for metric in said}) == len(said)
    )


def _marker(line: list[Piece], at: int, floor: int) -> int | None:
    """The 分别 before the amount at `at`, or the 各 directly before it."""
    for i in range(at - 1, floor - 1, -1):
        if line[i].text == "分别" or (line[i].text == "各" and all(p.sort in TIES for p in line[i + 1 : at])):
            return i
    return None


def _read_series(  # noqa: PLR0913, PLR0917
    scene: Scene, row: Row, each: list[int], floor: int, memory: Memory, found: dict[int, list[Draft] | Decline]
) -> int:
    """Amounts that one frame ties to one metric each; mostly a single one. Gives where the piece after it all is."""
    line = row.pieces
    around = shaped(line, each[0], floor) or frame(line, each[0], floor, keep=_in_list(line, each[0], memory))
    metrics = _metrics(scene, line, around, each, floor, memory)
    for i, at in enumerate(each):
        amount = line[at].amount
        if amount is None:
            continue
        around.at = at
        amount = like(scene.text, amount, line[each[-1]].amount)
        if len(metrics) > len(each) == 1:
            outcomes = [_record(scene, around, amount, metric, memory) for metric in metrics]
        else:
            metric = metrics[i] if i < len(metrics) else []
            outcomes = [_record(scene, around, bounded(amount, line, each), metric, memory)]
        drafts = [outcome for outcome in outcomes if isinstance(outcome, Draft)]
        declines = [outcome for outcome in outcomes if isinstance(outcome, Decline)]
        found[amount.start] = drafts or declines[0]
        told = [] if around.sort == "whole" else zip(metrics[i:], outcomes, strict=False)
        memory.metrics += [metric for metric, outcome in told if outcome in drafts]
        memory.unit = amount.unit if drafts else memory.unit
        memory.last = drafts[-1].values["measure"] if drafts else ""
    listed = around.metric is not None and around.metric[1] < len(line) and line[around.metric[1]].sort in JOINTS
    return around.metric[1] if around.metric and around.side == "right" and listed else 0


def _metrics(  # noqa: PLR0913, PLR0917
    scene: Scene, line: list[Piece], around: Frame, each: list[int], floor: int, memory: Memory
) -> list[list[Span]]:
    """The metric of each amount of the series, as spans; several for one amount behind 各."""
    if len(partners := traded(line, each[0], floor)) == len(each):
        around.side = "subject"
        return partners
    marker = _marker(line, each[0], floor)
    if marker is not None:
        end = marker
        if len(each) == 1 and len(objects := each_object(line, around, marker)) > 1:
            around.side = "left"
            return objects
        if around.verb and around.verb[1] <= marker:
            end = around.verb[0]
        while end > floor and (line[end - 1].sort in (Sort.ADVERB, Sort.TIME) or line[end - 1].text in _HOW):
            end -= 1
            around.tail = line[end].text if line[end].text in _HOW else around.tail
        of = takes(line, floor, end, floor) if PART & {line[end - 1].text, line[end].text} else None
        if of is not None:
            end = of  # 第二、第三产业|占生产总值的比重|分别…
        items = [] if line[floor].text in _AGAINST else parts(line, end, floor, len(each))  # 较|上一个五年|分别
        if len(items) != len(each) > 1 and (named := _counted(line, end, len(each))):
            items = named  # 机械、矿业|两个|学科|分别|位列第6位、第7位
        if around.side == "right" and line[marker].text == "分别":
            items = []
        if len(items) == len(each) or (len(each) == 1 and line[marker].text == "各" and items):
            around.side = "subject"
            return items
        if not items and len(memory.metrics) >= len(each):
            around.side = "carried"
            return memory.metrics[-len(each) :]
    elif len(each) > 1:
        told = told_apart(line, each[0], floor)
        around.side = "subject" if told else "carried"
        return told or memory.metrics[-len(each) :]
    return [metric_of(scene, line, around, memory)] * len(each)


def _counted(line: list[Piece], end: int, number: int) -> list[list[Span]]:
    """The items named before the words that sum them up at `end`: 机械、矿业|两个|学科."""
    at = next((i for i in range(end - 1, 0, -1) if line[i].sort is not Sort.NOUN), 0)
    amount = line[at].amount
    items = parts(line, at, 0) if amount is not None and amount.value == number and at < end - 1 else []
    return items if len(items) == number else []


_AGAINST = frozenset({"较", "比"})
_HOW = frozenset({"涨幅", "跌幅", "增幅", "降幅", "增速", "占比", "比重"})
"""How a list is measured, said behind it: 风电、光伏|占比|分别为…"""


def _bound_verb(scene: Scene, amount: Amount) -> Span | None:
    """The bound in front of the number where it is the verb of the clause (产值|突破|1300亿元)."""
    span = amount.start, amount.number[0]
    return span if scene.text[span[0] : span[1]] in verb_lexicon() else None


_CONVERTS = frozenset({"", "合", "折合", "约合"})


def _inherited(around: Frame, amount: Amount, memory: Memory) -> str:
    """The measure of the amount before, where this one goes on with it; else ``."""
    if around.side != "carried":
        return ""
    if verb_text(around) in _CONVERTS and memory.measure and amount.measure == "amount":
        return memory.measure  # 减少815千公顷(1222万亩)
    joined = not around.verb and memory.last in _CHANGES and is_joined(around.row, around.at)
    line = around.row
    dated = len(line) == around.at + 1 == _DATED and line[0].sort is Sort.TIME and amount.unit == "%"
    return memory.last if joined or (dated and memory.last in _CHANGES) else ""  # 下降6%和|3%, |2009年|4%


def _record(scene: Scene, around: Frame, amount: Amount, metric: list[Span], memory: Memory) -> Draft | Decline:
    line = around.row
    words = "".join(scene.text[a:b] for a, b in metric)
    if reason := doubt(scene.text, around, amount, words):
        return Decline(reason, (amount.start, amount.end))
    if not metric:
        return Decline("nothing that it measures", (amount.start, amount.end))
    start = metric[0][0] if metric == memory.noted else line[around.floor].start
    values: dict[str, Any] = {
        "value": amount.value,
        "value_max": amount.value_max,
        "qualifier": amount.qualifier,
        "measure": _inherited(around, amount, memory) or measure(around, amount, words + around.tail),
    }
    spans: dict[str, Span | list[Span]] = {"metric": metric}
    if around.verb:
        memory.action = between(line, *around.verb)
        spans["action"] = memory.action
    elif bound := _bound_verb(scene, amount):
        spans["action"] = bound
    elif around.floor and memory.action and around.side != "carried" and around.sort == "plain":
        spans["action"] = memory.action
    if amount.unit_span:
        spans["unit"] = amount.unit_span
    elif amount.unit or amount.ordinal or amount.measure == "rank":
        values["unit"] = amount.unit or "位"
    if around.other:
        spans["basis"] = between(line, *around.other)
    elif base := basis(scene.text, start, amount.start):
        spans["basis"] = base
    if around.sort == "from":  # 由4元提高到7元: what was, even where the rest is a plan
        values["status"] = "achieved"
    end = max(amount.end, *(after for _, after in metric))  # 468名|副主席: the thing counted stands behind
    return Draft("achievement", (start, end), spans, values, at=amount.start)
