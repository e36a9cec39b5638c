"""What sort of number it is: count, amount, share, rate, growth, decline, rank or gap; and its base."""

from collections.abc import Sequence

from factx.mentions.quantities import Amount
from factx.mentions.quantity_lexicon import numbers
from factx.mentions.verbs import lexicon
from factx.patterns import compiled
from factx.rules.achievement.frame import Frame
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.text import Span

_BASE_WORD = compiled(r"同比|环比|年均(?!浓度|气温|降水|降雨|值|收入|产)|月均增长")
_AGAINST = compiled(
    r"(?:[比较与]|[同和](?=[\u4e00-\u9fff\d]{2,10}比))(?:上一?年度?|去年|前一?年|上月|上期|上季度|[前上]一[日天周月]|上周|往年|常年|[“\"]?十[一二三四]?五[”\"]?|(?:19|20)\d\d年|\d{1,2}[年月日])(?:同期|同月|末|底|初)?"
)
_PERCENT = frozenset({"%", "‰", "个百分点", "百分点"})
_GROWN = compiled(r"(?:(?:增长|上涨)(?:速度|幅度)|增长|增幅|增速|涨幅|(?<!自然)增长率|年均)$")
_FALLEN = compiled(r"(?:(?:下降|下跌)幅度|下降|降幅|跌幅|下降率|降价幅度|降低幅度)$")
_RATE = compiled(r"率$|(?:满意|信任|认可|好评|知晓|公开|依存|集中|自给)度$|覆盖面$|达标率|比率$|入住率|面$")


def basis(text: str, start: int, end: int) -> Span | None:
    """The last base of comparison in `text[start:end]` (同比, 比上年, 较2015年)."""
    last = None
    for pattern in (_BASE_WORD, _AGAINST):
        for match in pattern.finditer(text, start, end):
            if last is None or match.start() > last[0]:
                last = match.span()
    return last


def measure(frame: Frame, amount: Amount, metric: str) -> str:
    """The measure of an amount in its frame."""
    percent = amount.unit in _PERCENT
    if frame.sort == "gap" and percent and _EARLIER.search(other_text(frame)):
        return "decline" if verb_text(frame) in _LESS else "growth"
    if frame.sort in ("rank", "gap"):
        return frame.sort
    if frame.sort in _SORTED:
        return _SORTED[frame.sort]
    if amount.ordinal or amount.measure == "rank":
        return "rank"
    verb = verb_text(frame)
    sort = _verb_sort(frame, verb)
    if frame.sort == "share":
        return "share" if percent or amount.unit is None else plain(amount, metric)
    if frame.sort == "from":
        return _of_percent(metric) if percent else plain(amount, metric)
    if sort in _CHANGE and (percent or frame.side in ("subject", "carried") or amount.measure == "amount"):
        return _CHANGE[sort]
    if frame.tail == "增长" or (amount.measure == "amount" and metric.endswith(_CHANGED)):
        return "growth"
    if percent and verb.startswith("恢复"):
        return "rate"
    if amount.unit in ("个百分点", "百分点", "倍") or (percent and _is_compared(frame)):
        return "growth"
    if percent or amount.measure == "share":
        return _of_percent(metric)
    return plain(amount, metric)


def _is_compared(frame: Frame) -> bool:
    """Whether nothing but the base says what a percentage is: 人均生产总值3万元，同比|11.4%."""
    return frame.at > frame.floor and frame.row[frame.at - 1].text in _COMPARES


def _verb_sort(frame: Frame, verb: str) -> str:
    """What the verb does with a number; 提升 behind another verb (改造提升) makes things better, not more."""
    at = frame.verb[1] - 2 if frame.verb else -1
    if verb == "提升" and at >= frame.floor and frame.row[at].sort in (Sort.VERB, Sort.SOFT):
        return ""
    if at >= (frame.verb or (0, 0))[0] and lexicon().get(verb) == "reach":
        verb = frame.row[at].text if lexicon().get(frame.row[at].text) in _CHANGE else verb  # 增长|达|314%
    return CHANGING.get(verb) or lexicon().get(verb, "")


def plain(amount: Amount, metric: str) -> str:
    """The measure of an amount by itself; a bare number counts, except that of an index."""
    if amount.unit == "点" and metric.endswith(tuple(numbers().opinions)):
        return "count"  # 四点建议
    if amount.measure is None:
        return "amount" if _INDEX.search(metric) else "count"
    return _PLAIN.get(amount.measure, amount.measure)


_INDEX = compiled(
    r"(?:指数|系数|值|分|比|额|收入|率|规模|投资|债权|资金|贷款|余额|经费|费用|补贴|资产|营收|利润|成本|租金|工资|奖金|款项?)$"
)
_PLAIN = {"duration": "amount", "times": "growth", "points": "growth"}
"""Measures of the number layer that records do not tell apart."""
_EARLIER = compiled(r"[上前去]|同期|往年|\d年")
_LESS = frozenset({"低", "少", "低于", "少于"})
_COMPARES = frozenset({"同比", "环比"})
_CHANGED = ("增收", "增产", "增效", "增值")
_SORTED = {"times": "growth", "ratio": "rate"}
CHANGING = {"扩大": "grow", "压减": "fall", "削减": "fall"}
"""Verbs of doing that change a number, too."""
_CHANGE = {"grow": "growth", "fall": "decline"}


def _of_percent(metric: str) -> str:
    """The measure of a percentage of `metric`."""
    if _GROWN.search(metric):
        return "growth"
    if _FALLEN.search(metric):
        return "decline"
    return "rate" if _RATE.search(metric) else "share"


def verb_text(frame: Frame) -> str:
    """The text of the verb, or ``; the last of several."""
    return frame.row[frame.verb[1] - 1].text if frame.verb else ""


def other_text(frame: Frame) -> str:
    """The text of the base of a gap, or ``."""
    return "".join(piece.text for piece in frame.row[slice(*frame.other)]) if frame.other else ""


def between(row: Sequence[Piece], start: int, end: int) -> Span:
    """The stretch of the text that the pieces `[start, end)` cover."""
    return row[start].start, row[end - 1].end
