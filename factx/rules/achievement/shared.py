"""Metrics that several amounts share: 分别 lists, 各, and grades whose contest stands before the first one only."""

from collections.abc import Sequence

from factx.patterns import compiled
from factx.rules.nounphrase import left, without_subject
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort, lexicon
from factx.text import Span
from factx.words import pos

_MARKS = (Sort.LIST, Sort.AND)
_GRADE = compiled(
    r"(?:[特一二三四五六]等奖|[金银铜]奖|[金银铜]牌|优秀奖|优胜奖|提名奖|冠军|亚军|季军|[一二三]类|国家级|省部级|省级|市级|县级|校级|区级|厅级|院级)$"
)


def series(row: Sequence[Piece], first: int) -> list[int]:
    """The amounts of the list that begins with the amount at `first`, only list marks and adverbs between."""
    found = [first]
    i = first + 1
    while i < len(row):
        if row[i].sort is Sort.AMOUNT:
            found.append(i)
        elif row[i].sort not in (*_MARKS, Sort.ADVERB, Sort.NOUN) or (
            row[i].sort is Sort.NOUN and row[i].text not in "为达"
        ):
            break
        i += 1
    return found


def parts(row: Sequence[Piece], end: int, floor: int, number: int = 0) -> list[list[Span]]:
    """The items of the list of nouns that ends before piece `end`: own words, and the tail that they share.

    食品、石化|产业增加值 gives 食品+产业增加值 and 石化+产业增加值. Where as many are told of as `number` says, an item
    may hold 和 itself: 金融业、[软件和信息服务业]|增加值.
    """
    start = without_subject(row, left(row, end, floor, relative=True), end)
    items = items_between(row, start, end)
    if 1 < number != len(items):
        items = next((few for mark in _MARKS if len(few := items_between(row, start, end, (mark,))) == number), items)
    spans = [(row[a].start, row[b - 1].end) for a, b in items]
    tail = _tail(row, items) if len(items) > 1 else end
    if tail == end:
        return [[span] for span in spans]
    lent = _within_word(row, items) or row[tail].start
    lists = [[span, (lent, spans[-1][1])] for span in spans[:-1]] + [spans[-1:]]
    first = row[items[0][0]]
    if first.text[0] != "第" or any(row[a].text[0] not in _NUMERALS for a, _ in items[1:]):
        return lists
    return [lists[0], *([(first.start, first.start + 1), *item] for item in lists[1:])]  # 第一、二、三|产业


def items_between(row: Sequence[Piece], start: int, end: int, marks: Sequence[Sort] = _MARKS) -> list[tuple[int, int]]:
    """The items between list marks, as ranges of pieces."""
    items: list[tuple[int, int]] = []
    begin = start
    for i in range(start, end + 1):
        if i == end or row[i].sort in marks:
            if begin < i:
                items.append((begin, i))
            begin = i + 1
    return items


_NUMERALS = frozenset("二三四五六")


def _within_word(row: Sequence[Piece], items: list[tuple[int, int]]) -> int | None:
    """Where the tail begins inside the last item's first word, one of two nouns: 城镇、农村|居民人均收入."""
    first, before = row[items[-1][0]], row[items[-2][0] : items[-2][1]]
    if len(first.text) != _TWO_WORDS or [len(piece.text) for piece in before] != [_TWO_WORDS // 2]:
        return None
    words = before[0].text, first.text[:2], first.text[2:]
    counted = words[0][0] == "第" == words[1][0]  # 第一、第二、第三|产业
    nouns = all((pos(word) or "")[:1] == "n" for word in words)
    return first.start + _TWO_WORDS // 2 if nouns or counted else None


_TWO_WORDS = 4


def _tail(row: Sequence[Piece], items: list[tuple[int, int]]) -> int:
    """Where the words begin that the last item lends to the others; its end where they have the like themselves."""
    begin, end = items[-1]
    before = items[-2]
    alike = [i for i in range(begin, end - 1) if row[i].text == row[before[1] - 1].text]
    if (
        end - begin == 1
        or (not alike and row[before[1] - 1].text in lexicon().head)
        or row[before[1] - 1].text.endswith(row[end - 1].text)
    ):
        return end
    if any(row[stop - 1].text.endswith(_SUMS) for _, stop in items[:-1]) and row[end - 1].text.endswith(_SUMS):
        return end  # 工业增加值、固定资产投资、零售|总额
    ends = row[before[1] - 1].text[-1], row[end - 1].text[-1]
    if ends[0] == ends[1] and ends[0] in "率额数费":  # 结案率|和|服判息诉率
        return end
    if end - begin == before[1] - before[0] > 1 and row[end - 1].text[-1] not in _MEASURING:  # 受益企业|和|返还资金
        return end
    if end - begin == 2 and row[end - 1].sort is Sort.SOFT and ends[0] in _MEASURING:  # 能耗|和|二氧化碳|排放
        return end
    if alike:
        return alike[0] + 1  # 汽车|制造、电气|机械|制造|物流|总额
    if ends[0] in _KINDS and (like := [i for i in range(begin, end - 1) if row[i].text[-1] == ends[0]]):
        return like[-1] + 1  # 金融业、软件和信息|服务业|增加值
    own = min(before[1] - before[0], end - begin - 1)
    while own > 1 and (row[begin + own - 1].text in lexicon().head or _is_deed(row, begin + own - 1, before)):
        own -= 1
    while (
        begin + own < end - 1
        and row[begin + own].sort is Sort.NOUN
        and row[begin + own].text not in lexicon().head
        and own < 2
    ):
        if row[begin + own].end - row[begin + own].start > 1:
            break
        own += 1
    return begin + own


def _is_deed(row: Sequence[Piece], i: int, before: tuple[int, int]) -> bool:
    """Whether the piece at `i` is a verb that the item before lacks: 氨氮和氮氧化物|排放|总量."""
    return row[i].sort is Sort.SOFT and row[before[1] - 1].sort is not Sort.SOFT


_SUMS = ("值", "额", "投资", "收入", "支出", "余额", "利润", "利税", "税收", "产量", "吞吐量", "用电量")
"""Ends of sums, each of which is measured by itself."""
_KINDS = frozenset("业类区市县省级校院")
"""Last characters of kinds, of which each item of a list may be one."""
_MEASURING = frozenset("率量额值数费价积入耗")
"""Last characters of measures, which one word lends to all items: 氨氮|和|二氧化硫|排放总量."""


def graded(text: str, metric: Span, before: list[Span], label: list[Span]) -> list[Span]:
    """A bare grade (二等奖) with the contest of the metric before it; the metric itself where it says it all.

    `label` is what stands before a colon (创新项目：国家级13项).
    """
    words = text[metric[0] : metric[1]]
    match = _GRADE.fullmatch(words)
    if match and label:
        return [*label, metric]
    if not match or not before:
        return [metric]
    last = before[-1]
    grade = _GRADE.search(text[last[0] : last[1]])
    if grade is None:
        return [metric]
    head: list[Span] = [*before[:-1]]
    if grade.start():
        head.append((last[0], last[0] + grade.start()))
    return [*head, metric]
