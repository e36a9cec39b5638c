"""Amounts joined in a list, and what they share: a unit, a bound, the way they change."""

from collections.abc import Sequence

from factx.mentions.quantities import Amount
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.measure import between
from factx.rules.achievement.shared import items_between, parts, series
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.text import Span

TIES = frozenset({Sort.VERB, Sort.ADVERB, Sort.ASPECT})
JOINTS = frozenset({Sort.LIST, Sort.AND})


def is_joined(line: Sequence[Piece], at: int) -> bool:
    """Whether the amount only goes on with the one before it: 6%|和|3%."""
    if at <= 1 or line[at - 1].sort not in JOINTS:
        return False
    amount, before = line[at].amount, line[at - 2].amount
    return amount is not None and before is not None and amount.unit == before.unit


def like(text: str, amount: Amount, last: Amount | None) -> Amount:
    """The amount with the unit of the last of its list where it has none: 2.2和0.8个百分点, 93和530万吨."""
    if last is None or amount.unit or amount.measure or amount.ordinal:
        return amount
    scale = _SCALES.get(text[last.number[1] - 1], 1) if text[amount.number[1] - 1].isdigit() else 1
    return amount._replace(value=amount.value * scale, unit=last.unit, unit_span=last.unit_span, measure=last.measure)


_SCALES = {"万": 10**4, "亿": 10**8}


def bounded(amount: Amount, line: Sequence[Piece], each: list[int]) -> Amount:
    """The amount with the bound behind the list that it stands in (95%、85%、80%以上)."""
    last = line[each[-1]]
    if last.amount is None or amount.qualifier != "exact" or not last.text.endswith(("以上", "以下", "左右", "以内")):
        return amount
    return amount._replace(qualifier=last.amount.qualifier)


def told_apart(line: Sequence[Piece], at: int, floor: int) -> list[list[Span]]:
    """The things before the verb, one for each of the amounts joined at `at`: 城镇和农村居民收入|达|2万元、1万元."""
    each = series(line, at)
    if len(each) == 1 or len({amount.unit for i in each if (amount := line[i].amount)}) > 1:
        return []
    end = at
    while end > floor and line[end - 1].sort in TIES:
        end -= 1
    items = parts(line, end, floor, len(each)) if floor < end < at else []
    return items if len(items) == len(each) else []


def each_object(line: list[Piece], around: Frame, marker: int) -> list[list[Span]]:
    """The objects between the verb and 各, each of which has the amount: 建成|幼儿园、养老院|各3所."""
    if line[marker].text != "各" or around.verb is None or around.verb[1] >= marker:
        return []
    return [[between(line, *item)] for item in items_between(line, around.verb[1], marker)]
