"""Sums: parts against the total that the same sentence gives."""

import re
from collections.abc import Iterator, Sequence

from factx.consistency.view import View, shown
from factx.mentions.quantities import Amount
from factx.patterns import compiled
from factx.records import Issue

_CODE = "sum-mismatch"
_AMONG = compiled(r"(?:^|[，,；;：:(（、])\s*其中[:：，,]?")
_NOT_PARTS = compiled(r"过剩|短缺|缺口|余额|净|利润|亏|盈|差额|增|降|减|超|比|由|从|累计|目标|计划|均|单价|每")
"""What is measured otherwise than its whole: a net sum, a change, a limit, a mean."""
_GAP = 24
_EXCLUSIVE = (
    compiled(r"特等奖|[一二三四]等奖|优秀奖|优胜奖"),
    compiled(r"金[奖牌]|银[奖牌]|铜[奖牌]"),
    compiled(r"国家级|省级|市级|县级|区级|校级"),
    compiled(r"男[生性]?|女[生性]?"),
)
"""Labels of which no thing carries two."""
_JOINED = compiled("[共合总]计")
_JOINT = compiled(r"[)）]?[，,、；;]?(?:以上)?(?:各项)?(?:共计|合计|总计)[^，,。；;\d]{0,4}")
_NEARLY = 0.2
"""A sum further off than this is of other things."""


def parts_beyond(view: View) -> Iterator[Issue]:
    """其中 with a part that is more than the whole, or with parts of which no thing is two, more than it together."""
    for sentence in view.sentences:
        text = view.text[sentence.start : sentence.end]
        if "其中" not in text:
            continue
        amounts = view.sums(sentence)
        for match in _AMONG.finditer(text):
            at = sentence.start + match.end()
            before = [a for a in amounts if a.end <= at]
            parts = [a for a in amounts if a.start >= at]
            if not before or not parts or parts[0].start - at > _GAP:
                continue
            yield from _beyond(view, before, parts, at)


def _beyond(view: View, before: Sequence[Amount], parts: Sequence[Amount], at: int) -> Iterator[Issue]:
    """The issue of the parts behind the 其中 that ends at `at`."""
    whole = max((a for a in before if a.unit == parts[0].unit), key=lambda a: a.value, default=None)
    if whole is None or whole.qualifier in ("more_than", "about", "range") or whole.value <= 1:
        return
    part = parts[0]
    if _NOT_PARTS.search(view.text, max(whole.start - _GAP // 2, 0), whole.start):
        return
    if _NOT_PARTS.search(view.text, at, part.end):
        return
    if part.value > whole.value and part.qualifier == "exact" and part.value_max is None:
        message = f"the part {_written(view, part)} is more than the whole, {_written(view, whole)}"
        yield Issue(code=_CODE, message=message, start=whole.start, end=part.end)
        return
    exclusive = _exclusive(view, whole, parts)
    total = sum(a.value for a in exclusive)
    if len(exclusive) > 1 and total > whole.value:
        message = f"the parts add up to {shown(total)}, more than {_written(view, whole)}"
        yield Issue(code=_CODE, message=message, start=whole.start, end=exclusive[-1].end)


def _exclusive(view: View, whole: Amount, parts: Sequence[Amount]) -> list[Amount]:
    """The parts that follow each other under labels of one sort, each label once."""
    at = view.text.index("其中", whole.end) + 2
    found: list[Amount] = []
    labels: set[str] = set()
    sort = next((sort for sort in _EXCLUSIVE if sort.search(view.text, at, parts[0].start)), None)
    for part in parts:
        gap = view.text[at : part.start]
        said = sort.findall(gap) if sort and len(gap) <= _GAP else []
        if part.unit != whole.unit or part.qualifier != "exact" or len(said) != 1 or said[0] in labels:
            break
        labels.add(said[0])
        found.append(part)
        at = part.end
    return found


def totals(view: View) -> Iterator[Issue]:
    """Parts with 共计, 合计 or 总计 at once behind them, and another sum than theirs."""
    for sentence in view.sentences if _JOINED.search(view.text) else ():
        if "计" not in view.text[sentence.start : sentence.end]:
            continue
        amounts = view.sums(sentence)
        for i, total in enumerate(amounts):
            if i < 2 or total.qualifier != "exact" or not _JOINT.fullmatch(view.text, amounts[i - 1].end, total.start):
                continue
            parts = [a for a in amounts[:i] if a.unit == total.unit]
            plain = all(a.qualifier == "exact" and a.value_max is None for a in parts)
            added = sum(a.value for a in parts)
            off = abs(added - total.value)
            if (
                len(parts) == i
                and plain
                and max(a.value for a in parts) < total.value
                and _differs(view, off, parts, total)
            ):
                message = f"the parts add up to {shown(added)}, not to {_written(view, total)}"
                yield Issue(code=_CODE, message=message, start=parts[0].start, end=total.end)


def _differs(view: View, off: float, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether a sum is off by more than the last digits written explain, and by less than would make it another sum."""
    rounding = sum(_last_digit(view, a) for a in (*parts, total)) / 2
    return rounding < off <= _NEARLY * total.value


def _last_digit(view: View, amount: Amount) -> float:
    """What one in the last digit written is worth: 0.01亿 is a million; nothing for a number without fractions."""
    written = re.search(r"\d+\.(\d+)", view.text[slice(*amount.number)])
    return amount.value / float(written[0]) / 10 ** len(written[1]) if written else 0.0


def _written(view: View, amount: Amount) -> str:
    return view.text[amount.start : amount.end]
