"""What stands around an amount in its clause: the thing it measures, the verb that ties the two, the base.

The plain shapes, by what stands directly left of the amount (the others are in `shapes.py`):

    verb      基站|达|257个        the phrase before the verb; 建成|257个|基站: the phrase behind the amount
    noun      建设|基站|257个      the phrase that ends there, its verb before it; with 等: …等|12个|基站 behind
    nothing   257个|基站建成       the phrase behind, its verb behind that
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factx.mentions import verbs
from factx.rules.achievement.behind import behind
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.subject import SKIPPED, is_anaphor, subject_phrase
from factx.rules.nounphrase import Range, is_actor, left, without_subject
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.rules.nounphrase.sorts import lexicon as phrases


@dataclass(slots=True)
class Frame:
    """An amount in its row of pieces; ranges are of pieces, None where the clause has nothing.

    `sort` is `share`, `whole`, `rank`, `gap`, `times`, `ratio`, `from` or `plain`; `side` says where the metric was:
    `left`, `right`, `subject` (before the verb), `carried` (from before, where its clause has none), `none`. `tail` is
    the word behind the metric that says how it is measured.
    """

    row: Sequence[Piece]
    at: int
    floor: int
    metric: Range | None = None
    verb: Range | None = None
    other: Range | None = None
    side: str = "none"
    sort: str = "plain"
    tail: str = ""


_VERBS = frozenset({Sort.VERB, Sort.SOFT})
_MAKES_NOUN = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT, Sort.DE, Sort.AND, Sort.LIST, Sort.VERB})
_PERSON_OR_MONEY = ("人", "元")


def frame(row: Sequence[Piece], at: int, floor: int, *, keep: bool) -> Frame:
    """The plain frame of the amount at `row[at]`; what stands before `floor` belongs to others.

    `keep` says that the amount stands in a list whose verb came before: a place in front is then part of the name.
    """
    found = Frame(row, at, floor)
    i = _back(row, at, floor)
    governed = any(row[j].sort in _VERBS for j in range(floor, at))
    phrase = behind(row, at, governed=governed)
    if phrase and phrase[1] - phrase[0] == 1 and row[phrase[0]].text in _HARMED:
        found.metric, found.side, found.verb = phrase, "right", _verb_before(row, i, floor)  # 致…5人|受伤
    elif i > floor and _is_verb(row, i - 1, floor, behind=phrase is not None):
        _verb_adjacent(found, i, phrase)
    elif i > floor and (begin := left(row, i, floor)) < i:
        _noun_adjacent(found, begin, i, phrase, listed=i < at and row[at - 1].sort is Sort.ETC, keep=keep)
    elif phrase is None and _is_listed_deed(row, i, at):
        found.metric, found.side = (i - 1, i), "left"
    elif (
        phrase
        and (floor or row[at - 1].text == "其中")
        and phrase[1] - phrase[0] == 1
        and row[phrase[0]].text in phrases().predicate
    ):
        found.verb = phrase  # 316家企业中|68家|亏损: said of what was counted before
    elif phrase:
        found.metric, found.side = phrase, "right"
        found.verb = _verb_behind(row, phrase[1])
    return found


def _is_listed_deed(row: Sequence[Piece], end: int, at: int) -> bool:
    """Whether the word before `end` is a deed that is counted by itself in a list: 演练|5次|、|培训|12场.

    A deed done to what the amount before counts is none: 垃圾|5吨|、|处置|10吨.
    """
    before, amount = row[max(0, end - 3)].amount, row[at].amount
    if before is None or amount is None or row[end - 1].sort is not Sort.SOFT or row[end - 2].sort is not Sort.LIST:
        return False
    return before.unit != amount.unit or row[end - 1].text not in verbs.lexicon()


def _verb_before(row: Sequence[Piece], end: int, floor: int) -> Range | None:
    """The verb directly before piece `end`, if one is there."""
    return verb_range(row, end, floor) if end > floor and row[end - 1].sort is Sort.VERB else None


_HARMED = frozenset({"死亡", "遇难", "受伤", "失踪", "受灾"})
_BETWEEN = frozenset({"在", "各"})


def verb_range(row: Sequence[Piece], end: int, floor: int) -> Range:
    """The verb that ends before piece `end`, with verbs joined to it (承办、举办; 引进培育)."""
    start = end - 1
    while start > floor:
        before = row[start - 1]
        if before.sort is Sort.VERB and before.end == row[start].start:
            start -= 1
        elif before.sort in (Sort.LIST, Sort.AND) and start - 1 > floor and _is_listed_verb(row[start - 2]):
            start -= 2
        else:
            break
    return start, end


def _is_listed_verb(piece: Piece) -> bool:
    return piece.sort is Sort.VERB or (piece.sort is Sort.SOFT and piece.text in verbs.lexicon())


def _back(row: Sequence[Piece], at: int, floor: int) -> int:
    """The place left of the amount behind its last content word: adverbs, 了 and 等 are skipped."""
    i = at
    while i > floor and (row[i - 1].sort in SKIPPED or (i == at and row[i - 1].text in _BETWEEN)):
        i -= 1
    return i


def _is_verb(row: Sequence[Piece], i: int, floor: int, *, behind: bool) -> bool:
    """Whether the piece at `i`, directly before the amount, is its verb; `behind`: a noun follows the amount."""
    piece = row[i]
    if piece.sort is Sort.VERB:
        return True
    if piece.sort is not Sort.SOFT:
        return False
    if piece.text in phrases().predicate and piece.text in verbs.lexicon():
        return True
    if i == floor or behind or row[i - 1].sort not in _MAKES_NOUN:
        return True
    if (piece.text in lexicon().money or verbs.lexicon().get(piece.text) == "do") and is_actor(row, (i - 1, i)):
        return True
    j = i - 1
    while j >= floor and row[j].sort in (Sort.NOUN, Sort.NAME, Sort.AND, Sort.LIST, Sort.SOFT):
        j -= 1
    return j >= floor and row[j].sort is Sort.PREPOSITION and piece.text in verbs.lexicon()


def _verb_adjacent(found: Frame, end: int, phrase: Range | None) -> None:
    row, floor = found.row, found.floor
    found.verb = verb_range(row, end, floor)
    if phrase and not _says_what(found, phrase) and not _describes(found, phrase):
        found.metric, found.side = phrase, "right"
        if row[end - 1].text == "为":  # 为19家企业发放: a preposition
            found.verb = _verb_behind(row, phrase[1])
    else:
        found.metric = subject_phrase(row, found.verb[0], floor)
        state = verbs.lexicon().get(row[end - 1].text) in _STATES
        if found.metric and not state and is_actor(row, found.metric):
            found.metric = None
        if end - 1 > floor and row[end - 1].text in _CAUSED and row[end - 2].text in _CAUSES:
            found.metric, found.verb, found.side = (end - 1, end), (end - 2, end - 1), "left"  # 带动|就业|超百万人
            return
        first = found.metric[0] if found.metric else floor
        if not state and first > floor and row[first - 1].sort is Sort.VERB and found.metric:
            found.metric, found.verb = (first, end), verb_range(row, first, floor)  # 减少|个人垫付|6亿元
        amount = row[found.at].amount
        if row[end - 1].text in lexicon().money and amount and amount.measure != "count":
            start = found.verb[0]
            while start < end - 1 and row[start].text in phrases().telling:
                start += 1  # 宣布|斥资
            found.metric = start, end
        persons = amount is not None and amount.unit in _PERSONS
        if persons and phrase and _says_what(found, phrase):  # 有|1250人|遇难
            found.metric, found.side = phrase, "right"
            return
        found.side = "subject" if found.metric else "none"


_CAUSES = frozenset({"安排", "带动", "吸纳", "促进", "拉动", "解决", "提供", "创造"})
_CAUSED = frozenset({"就业", "创业", "脱贫"})
_STATES = frozenset({"reach", "grow", "fall", "compare"})
_VALUES = frozenset({"为", "达", "达到", "超过", "是", "高达"})


def _describes(found: Frame, phrase: Range) -> bool:
    """Whether the amount with 的 only describes what follows, and is said of what stands before: 费率为5%的|背景."""
    row, verb = found.row, found.verb
    if verb is None or row[phrase[0] - 1].sort is not Sort.DE:
        return False
    amount = row[found.at].amount
    changes = amount is not None and verbs.lexicon().get(row[verb[1] - 1].text) in ("grow", "fall")
    if changes and amount and (amount.unit == "%" or amount.measure == "points"):
        return subject_phrase(row, verb[0], found.floor) is not None  # 成本|下降|50个基点|的|政策
    if row[verb[1] - 1].text not in _VALUES:
        return False
    return row[verb[0] - 1].text not in lexicon().extent and subject_phrase(row, verb[0], found.floor) is not None


def _says_what(found: Frame, phrase: Range) -> bool:
    """Whether the phrase behind the amount is the verb of what is counted (已有75家|复工)."""
    row, verb = found.row, found.verb
    amount = row[found.at].amount
    if phrase[1] - phrase[0] > 1 or verb is None or amount is None or amount.unit in _TURNS:
        return False
    return row[phrase[0]].sort is Sort.SOFT and row[verb[1] - 1].text in _HAVE


_PERSONS = frozenset({"人", "名"})
_HAVE = frozenset({"有", "已有", "共有", "还有", "现有"})
_TURNS = frozenset({"次", "场", "期", "项", "场次"})


_AGAINST = frozenset({"比", "较"})


def _noun_adjacent(  # noqa: PLR0913
    found: Frame, begin: int, end: int, phrase: Range | None, *, listed: bool, keep: bool
) -> None:
    row, floor = found.row, found.floor
    i = begin
    while i > floor and row[i - 1].sort is Sort.ASPECT:
        i -= 1
    if i > floor and (row[i - 1].sort is Sort.VERB or _is_listed_verb(row[i - 1])):
        found.verb = verb_range(row, i, floor)
    if is_anaphor(row, begin, end, floor) and (phrase_before := subject_phrase(row, begin, floor)):
        found.metric, found.side = phrase_before, "subject"
        return
    if begin > floor and row[begin - 1].text == "对" and any(piece.sort is Sort.DE for piece in row[begin:end]):
        begin -= 1  # 对|小店|的|贷款余额
    if begin > floor and row[begin - 1].text in _AGAINST:
        found.metric = subject_phrase(row, begin - 1, floor)  # 增速|比|3月份|1.7个百分点
        found.side = "subject" if found.metric else "carried"
        return
    reached = found.verb and verbs.lexicon().get(row[found.verb[1] - 1].text) == "reach"
    if reached and found.verb and end - begin == 1 and row[begin].text in lexicon().mark:
        found.metric = subject_phrase(row, found.verb[0], floor)  # 客流量|达到|峰值|15万人次
        found.side = "subject" if found.metric else "carried"
        return
    attributed = phrase is not None and row[phrase[0] - 1].sort is Sort.DE
    if phrase and (
        listed
        or attributed
        or not row[found.at].text.endswith(_PERSON_OR_MONEY)
        or _is_funded(found, phrase)
        or (found.verb and is_actor(row, (begin, end)))
    ):
        found.metric, found.side = phrase, "right"
    else:
        start = begin if found.verb or keep else without_subject(row, begin, end)
        found.metric, found.side = (start, end), "left"
    if not found.verb and not floor:
        found.verb = _verb_behind(row, found.metric[1] if found.side == "right" else found.at + 1)


def _is_funded(found: Frame, phrase: Range) -> bool:
    """Whether the noun before the money gives it, and the phrase behind says what it is: 获|某资本|2亿元|战略投资."""
    row, verb = found.row, found.verb
    return verb is not None and row[verb[1] - 1].text in _GETS and row[phrase[1] - 1].text in _FUNDS


_GETS = frozenset({"获", "获得", "得到", "取得", "争取", "争取到", "收到", "赢得", "接受"})
_FUNDS = frozenset(
    {"投资", "补助", "资助", "贷款", "授信", "融资", "捐赠", "捐款", "奖励", "支持", "扶持", "补贴", "拨款"}
)


def _verb_behind(row: Sequence[Piece], i: int) -> Range | None:
    """The verb behind piece `i`, adverbs skipped."""
    while i < len(row) and row[i].sort in SKIPPED:
        i += 1
    if i == len(row) or row[i].sort not in _VERBS or verbs.lexicon().get(row[i].text) in _STATES:
        return None
    j = i + 1
    while j < len(row) and row[j].sort is Sort.VERB:
        j += 1
    return i, j
