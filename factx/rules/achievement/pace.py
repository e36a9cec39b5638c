"""Words that say how a metric is measured, or how fast it grows: 涨幅, 占比, 年均增长率."""

from factx.patterns import compiled
from factx.text import Span

_PACE = frozenset({"年均", "月均", "同比", "环比", "平均", "最高", "最低", "最大", "累计"})
_RATE = compiled("(?:[年均]|平均|复合|累计)*增长率")
_TAIL = compiled(
    r"(?:累计|(?<=..)平均)?的?(?:(?:[年均]|平均|复合|累计)*(?<!自然)增长率|(?:增长|上涨|下降|下跌)(?:速度|幅度)|涨幅|降幅|增幅|增速|占比|比重|年均|月均|平均|数量|共计|合计)$"
)


def is_pace(words: str) -> bool:
    """Whether the words only say how fast something grows, or for what the number is a mean (年复合增长率)."""
    return words in _PACE or (words.endswith("率") and _RATE.fullmatch(words) is not None)


def bare(text: str, metric: Span) -> tuple[Span, str]:
    """The metric without the word that says how it is measured (CPI|涨幅), and that word."""
    match = _TAIL.search(text[metric[0] : metric[1]])
    if match and match.start() > 1:
        return (metric[0], metric[0] + match.start()), match[0]
    return metric, ""
