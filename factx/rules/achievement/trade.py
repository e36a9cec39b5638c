"""Trade with somebody: 对东盟|进出口|4.7万亿元 measures both together, 对东盟、欧盟|分别|进出口|… each with one."""

from collections.abc import Sequence

from factx.mentions import verbs
from factx.rules.achievement.shared import items_between
from factx.rules.nounphrase import left
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.text import Span

_TRADES = frozenset({"进出口", "出口", "进口", "投资", "直接投资"})
_WITH = frozenset({"对", "自", "从"})
_SUMS = frozenset({"值", "额", "总值", "总额"})
_REACHES = frozenset({"达", "达到", "为", "突破", "超过"})
_BETWEEN = frozenset({Sort.ADVERB, Sort.ASPECT, Sort.TIME})


def traded(row: Sequence[Piece], at: int, floor: int) -> list[list[Span]]:
    """What the amount at `row[at]` and those joined to it measure: the partners, each with the word for the trade."""
    apart = next((i for i in range(at - 1, floor, -1) if row[i].text == "分别"), at)
    trade = apart - 1
    while trade > floor and (row[trade].sort in _BETWEEN or row[trade].text in _REACHES or _changes(row[trade])):
        trade -= 1
    if trade > floor and row[trade].text in _SUMS and row[trade - 1].text in _TRADES:
        begin = _partners(row, trade + 1, floor)
        whole = floor < begin < trade and row[begin - 1].text in _WITH
        if not whole or apart == at:
            return [[(row[begin - 1].start, row[trade].end)]] if whole else []
        return _each(row, begin, trade - 1, (row[trade - 1].start, row[trade].end))
    if apart == at or row[trade].text not in _TRADES:
        trade = at - 1
        while trade > floor and (row[trade].sort in _BETWEEN or _changes(row[trade])):
            trade -= 1
        if row[at - 1].text in _REACHES:
            return []
    if trade <= floor or row[trade].text not in _TRADES:
        return []
    end = trade
    while end > floor and row[end - 1].sort in _BETWEEN:
        end -= 1
    begin = _partners(row, end, floor)
    if begin in {end, floor} or row[begin - 1].text not in _WITH:
        return []
    deed = row[trade].start, row[trade].end
    if apart != at:
        return _each(row, begin, end, deed)
    start, stop = row[begin - 1].start, row[end - 1].end
    return [[(start, deed[1])] if stop == deed[0] else [(start, stop), deed]]


def _partners(row: Sequence[Piece], end: int, floor: int) -> int:
    """Where the partners begin whose phrase ends before `end`: 对|[共建“…”国家]|进出口."""
    begin = left(row, end, floor)
    made = begin - 1 > floor and row[begin - 1].sort is Sort.SOFT and row[begin - 2].text in _WITH
    return begin - 1 if made else begin


def _changes(piece: Piece) -> bool:
    return verbs.lexicon().get(piece.text) in ("grow", "fall")


def _each(row: Sequence[Piece], begin: int, end: int, deed: Span) -> list[list[Span]]:
    """The partners between `begin` and `end`, each with the preposition before them all and the word for the trade."""
    preposition = row[begin - 1]
    found = [(row[a].start, row[b - 1].end) for a, b in items_between(row, begin, end)]
    first, *others = found
    return [
        [(preposition.start, first[1]), deed],
        *([(preposition.start, preposition.end), partner, deed] for partner in others),
    ]
