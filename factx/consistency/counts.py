"""Stated counts against the names that are listed: `甲、乙、丙等2人`; `一等奖（3名）：甲、乙`; a count in a heading."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factx.consistency.view import View
from factx.mentions.bodies import bodies_in
from factx.mentions.person_names import names_in
from factx.mentions.quantities import Amount
from factx.patterns import compiled
from factx.records import Issue
from factx.text import Span

_CODE = "count-mismatch"
_LIST_SIGN = compiled(r"\s*[、和及与]?\s*")
_STOPS = compiled(r"[。，,；;：:\n！？!?]")
_COUNTING = frozenset(
    {"名", "人", "位", "家", "个", "所", "项", "件", "部", "篇", "个单位", "家单位", "家企业", "名同志", "个项目"}
)
_MOST = 60
_REACH = 300
_COUNT = compiled(r"[（(]共?\d{1,3}[名人个家位项件篇][）)]")
_HEADED = compiled(r"[（(]共?(\d{1,3})[名人个家位项件篇][）)]\s*[:：]([^。\n]{2,600})(?=\n|。|$)")
_HEADING = compiled(r"^[^\n。，,：:]{2,40}[（(]共?(\d{1,3})[名人个家位项件篇][）)][:：]?[ \t\u3000\r]*$", re.MULTILINE)
_NUMBERED = compiled(r"[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])")
_DIVIDERS = compiled(r"[、，,；;]")
_LONGEST_NAME = 30


def named_lists(view: View) -> Iterator[Issue]:
    """More names in front of 等N than N says; as many as N says there may be, for 等 leaves some out."""
    text = view.text
    for amount in view.mentions.amounts:
        if text[amount.start - 1 : amount.start] != "等" or not _counts(amount):
            continue
        end = amount.start - 1
        stops = [match.end() for match in _STOPS.finditer(view.masked, max(0, end - _REACH), end)]
        start = stops[-1] if stops else max(0, end - _REACH)
        if text.count("、", start, end) < amount.value:
            continue
        chains = (_chain(text, spans, end) for spans in _sorts(view, start, end))
        names = max(chains, key=len)
        if len(names) > amount.value:
            yield _issue(text, names[0][0], amount.end, amount.value, len(names))


def _counts(amount: Amount) -> bool:
    exact = amount.qualifier == "exact" and amount.value_max is None and not amount.ordinal
    return exact and amount.unit in _COUNTING and 1 < amount.value <= _MOST


def _sorts(view: View, start: int, end: int) -> Iterator[Sequence[Span]]:
    """What may be listed: persons, bodies, things in marks; each sort by itself, so that two lists stay two."""
    yield names_in(view.text, start, end)
    yield bodies_in(view.text, start, end)
    marks = view.mentions.marks
    for spans in (marks.quotes, marks.books):
        yield spans[bisect_right(spans, (start,)) : bisect_right(spans, (end,))]


def _chain(text: str, spans: Sequence[Span], end: int) -> list[Span]:
    """The spans of the list that ends at `end`, with nothing but list signs between them."""
    chain: list[Span] = []
    for span in reversed(spans):
        if not _LIST_SIGN.fullmatch(text, span[1], chain[0][0] if chain else end):
            break
        chain.insert(0, span)
    return chain


def headed_lists(view: View) -> Iterator[Issue]:
    """A count in brackets, and behind a colon or on the lines below other names than it says."""
    text = view.text
    if not any(_COUNT.fullmatch(text, *bracket) for bracket in view.mentions.marks.brackets):
        return
    for match in _HEADED.finditer(text):
        names = _names(match[2])
        if names and all(len(name) <= _LONGEST_NAME for name in names) and len(names) != int(match[1]):
            yield _issue(text, match.start(), match.end(), int(match[1]), len(names))
    for match in _HEADING.finditer(text):
        lines = _lines_below(text, match.end())
        if lines and int(match[1]) not in (len(lines), sum(len(_names(line)) for line in lines)):
            yield _issue(text, match.start(), match.end(), int(match[1]), len(lines))


def _names(line: str) -> list[str]:
    """The items of a list; where only spaces divide it, single characters are the halves of a spread name."""
    if _DIVIDERS.search(line):
        return [name for name in (part.strip() for part in _DIVIDERS.split(line)) if name]
    names: list[str] = []
    for part in line.split():
        if names and len(part) == len(names[-1]) == 1:
            names[-1] += part
        else:
            names.append(part)
    return names


def _lines_below(text: str, at: int) -> list[str]:
    """The lines of names between a heading and the next numbered one; none where prose or the end comes first."""
    lines: list[str] = []
    for line in text[at:].split("\n", 2 * _MOST)[1:]:
        if _NUMBERED.match(line) or _HEADING.match(line):
            return lines
        if "。" in line or len(line) > 2 * _LONGEST_NAME:
            return []
        if line.strip():
            lines.append(line)
    return []


def _issue(text: str, start: int, end: int, stated: float, listed: int) -> Issue:
    where = " ".join(text[start:end].split())
    where = where if len(where) <= _LONGEST_NAME else f"…{where[-_LONGEST_NAME:]}"
    return Issue(code=_CODE, message=f"says {stated:,} and lists {listed}: {where}", start=start, end=end)
