"""The phrase before a verb: what a clause is about, over adverbs, times and phrases of place between."""

from collections.abc import Sequence

from factx.rules.achievement.lexicon import lexicon
from factx.rules.nounphrase import CONTENT, Range, left, without_subject
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort

SKIPPED = frozenset({Sort.ADVERB, Sort.ASPECT, Sort.ETC, Sort.TIME})
"""What may stand between a phrase and its verb."""
_GIVEN = frozenset({"总额", "贸易", "贸易额", "投资", "投资额", "支出", "余额"})
"""What goes to somebody, and is measured with him."""
PART = frozenset({"比重", "比例", "份额", "比率"})
_COMPARED = frozenset({"比", "较"})
_THAN = frozenset({"与", "同", "和", "较", "跟"})


def subject_phrase(row: Sequence[Piece], end: int, floor: int) -> Range | None:
    """The phrase before the verb or preposition at `end`, adverbs between skipped, without its subject."""
    i = end
    while i > floor and row[i - 1].sort in (*SKIPPED, Sort.LIST):
        i -= 1
        if row[i].text == "相比":  # 中标价格|与零售价相比|下降
            i = next((j for j in range(i - 1, floor - 1, -1) if row[j].text in _THAN), i)
    if i > floor and row[i - 1].sort is Sort.LOCATIVE and (at := _opens_place(row, i - 1, floor)) is not None:
        return subject_phrase(row, at, floor)  # 价格|在|高通胀背景|下|上涨
    if i - 1 > floor and row[i - 1].sort is Sort.SUBJECT and row[i - 2].text in _COMPARED:  # 较|去年|增长
        i -= 1
    if i > floor and row[i - 1].sort is Sort.PREPOSITION:  # 比|上年同期|增长
        return subject_phrase(row, i - 1, floor)
    begin = left(row, i, floor, relative=True)
    if (whole := _towards(row, begin, i, floor)) is not None:
        return whole, i
    given = begin > floor and begin < i and row[begin - 1].sort is Sort.PREPOSITION
    if given and row[begin - 1].text != "把":  # 向灾区|运送, 比26日|增长; but 把|标准|提高到
        return subject_phrase(row, begin - 1, floor)
    if begin < i and (to := _given_to(row, begin, floor)) is not None:  # 向|卫材生产|企业|投放
        return subject_phrase(row, to, floor)
    if begin < i and row[i - 1].text in PART and (of := takes(row, begin, i, floor)) is not None:
        return subject_phrase(row, of, floor)
    if floor < begin < i and row[begin - 1].sort in _BETWEEN and (than := _than(row, begin, floor)) is not None:
        return subject_phrase(row, than, floor)  # 比|2019年|“五一”假期|增长
    if is_anaphor(row, begin, i, floor):
        return subject_phrase(row, begin, floor)  # 客流量|同比|增幅
    start = without_subject(row, begin, i)
    return (start, i) if start < i else None


def takes(row: Sequence[Piece], begin: int, end: int, floor: int) -> int | None:
    """Where 占 stands in the phrase from `begin` to `end`, or leads to it, or None: 出口|占|国际市场的份额|保持在."""
    return next((i for i in range(max(floor, begin - 1), end) if row[i].text == "占"), None)


_FAR = 7


_BETWEEN = frozenset({Sort.TIME, Sort.DE, Sort.LOCATIVE, Sort.ADVERB})


def _than(row: Sequence[Piece], begin: int, floor: int) -> int | None:
    """Where 比 or 较 stands that leads to what begins at `begin`, times and attributes between, or None."""
    at = begin - 1
    if row[at].text in ("同比", "环比") and row[begin].sort is Sort.NAME:
        return at  # 订单量|环比|“五一”|增长
    while at > floor and row[at].sort in (*_BETWEEN, Sort.NOUN) and begin - at < _FAR:
        at -= 1
    return at if row[at].text in _COMPARED else None


def _opens_place(row: Sequence[Piece], at: int, floor: int) -> int | None:
    """Where the phrase of 在…下, 在…基础上 opens that the place word at `at` closes, or None."""
    return next((i for i in range(at - 1, max(floor - 1, at - _FAR), -1) if row[i].text == "在"), None)


def _given_to(row: Sequence[Piece], begin: int, floor: int) -> int | None:
    """Where 向 or 给 stands that leads, over a verb inside a name, to the phrase at `begin`, or None."""
    at = begin - 1
    while at >= floor and row[at].sort in (*CONTENT, Sort.SUBJECT):
        at -= 1
    return at if floor <= at < begin - 1 and row[at].text in _GIVES else None


_GIVES = frozenset({"向", "给"})


def _towards(row: Sequence[Piece], begin: int, end: int, floor: int) -> int | None:
    """Where the whole of 第三产业|对|经济|增长|的|贡献率 begins, or of 对|地方转移支付总额; None without such a 对."""
    if floor + 1 < begin < end and row[begin - 1].text in ("至", "到"):
        return left(row, begin - 1, floor)  # 江州|至|云溪的车程|缩短至
    if floor < begin < end and row[begin - 1].text == "对" and row[end - 1].text in _GIVEN:
        return begin - 1
    if floor < begin < end and row[begin - 1].text == "以" and any(p.text == "方式" for p in row[begin : end - 1]):
        return begin - 1  # 以|一般贸易方式进出口
    de = next((i for i in range(end - 1, max(floor, begin - 2), -1) if row[i].sort is Sort.DE), None)
    if de is None:
        return None
    at = next((i for i in range(de - 1, max(floor - 1, de - _FAR), -1) if row[i].text == "对"), None)
    if at is None or any(row[i].sort is Sort.AMOUNT for i in range(at, de)):
        return None
    start = left(row, at, floor)
    return min(start, at) if start < at or row[end - 1].text.endswith(("率", "度")) else at + 1


def is_anaphor(row: Sequence[Piece], begin: int, end: int, floor: int) -> bool:
    """Whether the phrase is a word for the number itself, apart from what it is said of: 客流量|同比|增幅."""
    apart = begin > floor and row[begin - 1].sort is Sort.ADVERB
    return end - begin == 1 and apart and row[begin].text in lexicon().anaphora
