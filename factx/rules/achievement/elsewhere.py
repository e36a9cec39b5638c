"""What an amount measures where its own clause does not say it all: told in the clause before, or by a label."""

from collections.abc import Sequence

from factx.mentions.verbs import lexicon as verb_lexicon
from factx.patterns import compiled
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.measure import between
from factx.rules.achievement.rows import Row
from factx.rules.nounphrase import left, without_subject
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.rules.nounphrase.sorts import lexicon as phrases
from factx.text import Span

_BETWEEN = frozenset({Sort.TIME, Sort.ADVERB, Sort.ASPECT})
_MEASURES = (*"率量额值价数度比", "投入", "收入", "支出", "投资", "经费", "利润", "规模", "面积")
"""Ends of what is measured, not counted."""
_SECTOR = compiled(
    "(?P<sector>[一-鿿]{2,12}(?:企业|产业|行业|制造业?))的?(?:总产值|工业总产值|增加值|工业增加值|主营业务收入|营业收入|销售收入|利润|利税|税收)(?:总额)?"
)
_FAR = 9


def is_bare(line: Sequence[Piece], at: int) -> bool:
    """Whether the amount at `at` has nothing but times and adverbs before it, and nothing behind: 目前|已超过95%."""
    return at + 1 == len(line) and all(piece.sort in _BETWEEN for piece in line[:at])


def measured(text: str, metric: Sequence[Span]) -> bool:
    """Whether a metric is that of a measure (开工率, 采购金额), which may be told apart from its number."""
    return bool(metric) and text[slice(*metric[-1])].endswith(_MEASURES)


def sector_of(text: str, metric: Sequence[Span]) -> list[Span]:
    """The businesses that a metric measures all of: 规模以上工业企业 in 规模以上工业企业利润."""
    if len(metric) > 1:
        first = text[slice(*metric[0])]
        return [metric[0]] if first.endswith(("企业", "产业", "行业")) else []
    match = _SECTOR.fullmatch(text, *metric[0]) if metric else None
    return [match.span("sector")] if match else []


def is_sum_of_sector(text: str, metric: Sequence[Span]) -> bool:
    """Whether a metric is what a sector makes, told without the sector: 利润总额, 主营业务收入."""
    return len(metric) == 1 and text[slice(*metric[0])] in lexicon().made


def is_cited(line: Sequence[Piece], phrase: tuple[int, int]) -> bool:
    """Whether the phrase only says where what was counted before is listed: 被|SCI|收录."""
    start, end = phrase
    if line[end - 1].text not in _CITES:
        return False
    while start > 0 and line[start - 1].sort is Sort.AMOUNT:  # 被|三大|检索收录
        start -= 1
    before = line[start - 1].text if start else ""
    return before in ("被", "为") or (before in ("", "其中") and line[start].text.isascii())


_PUTS_OUT = frozenset({"推出", "实施", "采取", "推行"})
_CITES = frozenset({"收录", "检索", "转载", "引用", "采用", "刊用", "录用", "采纳"})


def purpose(line: Sequence[Piece], around: Frame) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The verb of issuing, and what counted measures are for where it precedes the number: 出台|支持…|十项|举措."""
    if around.side != "right" or around.metric is None or line[around.metric[1] - 1].text not in phrases().means:
        return None
    for i in range(around.at - 1, max(around.floor, around.at - _FAR) - 1, -1):
        if verb_lexicon().get(line[i].text) == "issue" or line[i].text in _PUTS_OUT:
            start = i + 1
            while start < around.at and line[start].sort in (Sort.ASPECT, Sort.DE):
                start += 1
            opens = start < around.at - 1 and line[start].sort in (Sort.VERB, Sort.SOFT)
            return ((i, i + 1), (start, around.at)) if opens else None
    return None


def described(line: Sequence[Piece], at: int, floor: int) -> tuple[int, int] | None:
    """What those have who are counted behind 的: 具有|博士学位|的|500人, 本科毕业|的|19人."""
    amount = line[at].amount
    if amount is None or amount.unit not in ("人", "名") or at - 1 <= floor or line[at - 1].sort is not Sort.DE:
        return None
    begin = left(line, at - 1, floor)
    return (begin, at - 1) if begin < at - 1 and line[at - 2].text.endswith(_HELD) else None


_HELD = ("学历", "学位", "职称", "毕业", "资格", "资格证", "资格证书", "证书", "文凭")
"""Last words of what people are or hold."""


def told_by_deed(line: Sequence[Piece], verb: int, floor: int) -> tuple[int, int] | None:
    """What those do who are told of by 的 alone, before the verb at `verb`: 通过质量认证|的|达|30家."""
    end = verb
    while end > floor and line[end - 1].sort is Sort.ADVERB:
        end -= 1
    if end - 1 <= floor or line[end - 1].sort is not Sort.DE:
        return None
    start = floor
    while start < end - 1 and line[start].sort in (*_BETWEEN, Sort.SUBJECT):
        start += 1
    clause = line[start : end - 1]
    deed = len(clause) > 1 and clause[0].sort in (Sort.VERB, Sort.SOFT) and clause[0].text not in _PUTS_OUT
    return (start, end - 1) if deed and all(piece.sort in _CLAUSE for piece in clause) else None


_CLAUSE = frozenset({Sort.VERB, Sort.SOFT, Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.AMOUNT})


def label_of(row: Sequence[Piece]) -> Span | None:
    """What stands before a colon, without 分别为 and the like behind it."""
    end = len(row)
    while end and (row[end - 1].sort in (Sort.ADVERB, Sort.TIME) or row[end - 1].text in ("为", "是", "如下")):
        end -= 1
    begin = left(row, end, 0)
    return between(row, begin, end) if begin < end else None


def noted_on(aside: Row, around: Row | None) -> list[Span]:
    """The noun that a bracket with a percentage and nothing else stands behind: 就业率|(98%)|、入学率|(100%)|."""
    amount = aside.amounts[0] if len(aside.amounts) == 1 else None
    if amount is None or amount.unit != "%" or around is None or (amount.start, amount.end) != (aside.start, aside.end):
        return []
    line = around.pieces
    end = next((i for i, piece in enumerate(line, 1) if piece.end == aside.start - 1), 0)
    floor = next((i for i in range(end, 0, -1) if line[i - 1].sort is Sort.BRACKET), 0)
    while floor < end and line[floor].sort in (Sort.LIST, Sort.AND):
        floor += 1
    begin = left(line, end, floor)
    metric = between(line, without_subject(line, begin, end), end) if begin < end else (0, 0)
    return [metric] if metric[1] - metric[0] > 1 else []
