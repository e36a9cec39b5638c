"""Shares: parts of a whole that are more than the whole."""

from collections.abc import Iterator

from factx.consistency.view import View, shown
from factx.patterns import compiled
from factx.records import Achievement, Issue

_WHOLE = 100
_OF = compiled(r"占(?!用|领|地|据|有)")
_NEVER_MORE = compiled(
    r"(?<!毛)(?<!拨备)(?<!流动性)(?:合格率|优良率|满意率|满意度|覆盖率|普及率|达标率|及格率|就业率|失业率|出勤率|到位率|绿化率|城镇化率|成功率|治愈率"
    r"|空置率|入住率|知晓率|参保率|巩固率|优秀率|升学率|录取率|及时率|公开率|回访率|调解率|签约率|投票率|安装率)$"
)
_NUMBER = r"(\d{1,3}(?:\.\d+)?)"
_STRUCTURE = compiled(
    rf"(?:三次|一二三|三大)产业[^。；;\n\d]{{0,16}}(?:结构|比重|比例|之比|占比)[^。；;\n\d:：]{{0,12}}{_NUMBER}[:：∶]{_NUMBER}[:：∶]{_NUMBER}(?![\d.:：∶])"
)
_ROUNDING = 0.5
"""Shares that are rounded one by one may add up to a little more or less."""


def too_large(view: View) -> Iterator[Issue]:
    """A part of something that is more than the whole: 占…的120%, a 合格率 of 102%."""
    for fact in view.facts:
        if isinstance(fact, Achievement) and fact.unit == "%" and fact.value > _WHOLE and fact.qualifier != "more_than":
            part = fact.measure == "share" and _OF.search(fact.quote)
            if part or (fact.measure in ("rate", "share") and _NEVER_MORE.search(fact.metric)):
                message = f"{fact.metric}: {shown(fact.value)}% is more than the whole"
                yield Issue(code="share-over-100", message=message, start=fact.start, end=fact.end)


def structures(view: View) -> Iterator[Issue]:
    """The three sectors of an economy, which are all of it: 三次产业结构为7.5:45.2:48.1."""
    for match in _STRUCTURE.finditer(view.text):
        total = sum(float(number) for number in match.groups())
        if abs(total - _WHOLE) > _ROUNDING:
            message = f"the three sectors add up to {shown(round(total, 6))}: {match[0]}"
            yield Issue(code="sum-mismatch", message=message, start=match.start(), end=match.end())
