"""The phrase behind an amount: what it counts."""

from collections.abc import Sequence
from string import ascii_letters

from factx.mentions.quantities import Amount
from factx.rules.achievement.agreeing import agreeing
from factx.rules.achievement.lexicon import lexicon
from factx.rules.nounphrase import Range, right
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort

_DOERS = frozenset({"人", "次", "人次", "元"})
"""Units with which a verb behind says what they do: 300人|参加."""
_MEDALS = frozenset({"金", "银", "铜"})


_COUNTS = frozenset({"count", None})


def behind(row: Sequence[Piece], at: int, *, governed: bool = True) -> Range | None:
    """The phrase behind the amount, 的 skipped; None where it leads to an amount of its own or names the amount."""
    start = at + 1
    if start < len(row) and (row[start].start - row[at].end > 1 or _ends_line(row, at)):
        return None  # 超99.6%   记者
    if (
        start + 1 < len(row)
        and row[start].text in lexicon().anaphora | lexicon().mark
        and row[start + 1].sort is Sort.DE
    ):
        start += 1
    if start + 1 < len(row) and row[start].text == "之" and row[start + 1].text == "多":
        start += 2  # 7款|之|多|的|产品
    if start + 1 < len(row) and row[start].sort is Sort.BRACKET:  # 超过八成（80.1%）的|青年
        start += 1
    if start + 1 < len(row) and row[start].text == "不等":
        start += 1
    if start < len(row) and row[start].sort is Sort.DE:
        start += 1
    amount = row[at].amount
    single = amount is None or amount.unit not in _DOERS
    phrase = right(row, start, governed=governed and single, clause=single)
    if (
        phrase is None
        or _names_amount(row[phrase[0]])
        or _names_pace(row, phrase)
        or (row[phrase[0] - 1].sort is Sort.DE and _is_aim(row, phrase))
    ):
        return None
    examples = at > 0 and row[at - 1].sort is Sort.ETC  # 甲等|7个|项目|722公里
    counted = phrase[1] < len(row) and row[phrase[1]].sort is Sort.AMOUNT and not examples
    if counted and row[phrase[0]].text not in _MEDALS and not _has_own(row, phrase[1], amount):
        return None
    if row[phrase[0]].text == "人口" and row[min(phrase[0] + 1, len(row) - 1)].sort is Sort.DE:
        return phrase[0], phrase[0] + 1  # 13亿|人口|的国家
    return _title_held(row, phrase) or _only_places(row, phrase) or agreeing(row, _own_part(row, phrase))


def _ends_line(row: Sequence[Piece], at: int) -> bool:
    """Whether white space stands behind the amount and none before it: 流动30万人次 警方助力复工."""
    apart = at > 0 and row[at - 1].end == row[at].start and row[at].end < row[at + 1].start
    return apart and row[at].text[-1] not in ascii_letters  # 240V HVDC


def _is_aim(row: Sequence[Piece], phrase: Range) -> bool:
    """Whether an amount with 的 only sets or makes what the phrase names, and does not count it."""
    return row[phrase[0]].text in _AIMS or row[phrase[1] - 1].text.endswith(_MADE)


_AIMS = frozenset({"目标", "任务", "要求", "目标任务", "预期目标"})
"""What an amount sets: 翻两番的|任务."""
_MADE = ("影响", "成绩", "佳绩", "背景", "基础", "区间")
"""What an amount makes or is told for: 增长20%的|好成绩."""


def _title_held(row: Sequence[Piece], phrase: Range) -> Range | None:
    """What the counted holders are given or called, which the number counts: 100位同志|“…奖章”, 21名同志|为…工作者."""
    holders, i = phrase[0], phrase[0] + 1
    if row[holders].text not in lexicon().holders | lexicon().people or i >= len(row):
        return None
    if row[i].sort is Sort.NAME:
        return i, i + 1
    return right(row, i + 1) if row[i].text == "为" else None


def _only_places(row: Sequence[Piece], phrase: Range) -> Range | None:
    """The places that are counted, without what is theirs: 30多个|国家和地区|的|市场."""
    end = next((i for i in range(*phrase) if row[i].sort is Sort.DE), phrase[0])
    places = [piece for piece in row[phrase[0] : end] if piece.sort is not Sort.AND]
    amount = row[phrase[0] - 1].amount
    counted = amount is not None and amount.unit == "个"
    return (phrase[0], end) if counted and places and all(p.text in lexicon().places for p in places) else None


def _own_part(row: Sequence[Piece], phrase: Range) -> Range:
    """The phrase without the examples of the next amount: 3个|甲工作室、[李小溪等|19个乙工作室]."""
    start, end = phrase
    if [piece.sort for piece in row[end : end + 2]] != [Sort.ETC, Sort.AMOUNT]:
        return phrase
    last = next((i for i in range(end - 1, start, -1) if row[i].sort in (Sort.LIST, Sort.AND)), end)
    return start, last


def _names_amount(piece: Piece) -> bool:
    """Whether the piece only names the amount before it: 年均6.6%的|增速, 突破10亿元|大关."""
    return piece.text in lexicon().anaphora or piece.text in lexicon().mark


def _names_pace(row: Sequence[Piece], phrase: Range) -> bool:
    """Whether the phrase only says how fast or how far: 46%的|高|增长速度, 190亿元|新|台阶."""
    start, end = phrase
    called = row[end - 1].text in lexicon().anaphora | lexicon().mark
    return end - start > 1 and called and row[start].text in _FAST


_FAST = frozenset({"新", "高", "快", "快速", "高速", "中高速", "较高", "较快", "平均"})


def _has_own(row: Sequence[Piece], at: int, before: Amount | None) -> bool:
    """Whether the amount at `at`, and the one before it too, counts what stands behind it: 88个村|8.9万|居民."""
    amount = row[at].amount
    counts = before is not None and before.measure == "count" and amount is not None and amount.measure in _COUNTS
    return counts and at + 1 < len(row) and row[at + 1].sort is Sort.NOUN and right(row, at + 1) is not None
