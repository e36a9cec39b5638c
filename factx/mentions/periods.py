"""Period mentions: the stretches of a text that say when.

Which days `上半年` or `3月5日` means depends on the year that its place inherits: `factx.context.days` works it out
where somebody asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.lexicon import load
from factx.patterns import compiled
from factx.text import Span

DASH = r"[-—–~～至到]{1,2}"
YEAR = r"(?:19|20)\d\d"
MONTH = r"(?:1[0-2]|0?[1-9]|元)月"
DAY = r"(?:3[01]|[12]\d|0?[1-9])[日号]"
_LONE_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:日|号(?![\u4e00-\u9fff])|号(?=[上下晚凌早中在起至到]))"  # not 6号楼, 7号燃料油
_HOURS = r"(?:凌晨|上午|中午|下午|晚上?)?"
_FEW = r"(?:\d{1,3}|[一二三四五六七八九十两几百]{1,3})"
_TAIL = r"(?:以来|至今|期间|时期|(?:年)?[底末初](?!级)|起(?![来步点飞跑源伏]))?"
_PART = (  # a stretch within a year, as it follows the year
    rf"(?:[上下]半年|(?:前|第)?[一二三四1-4]季度|前[一二三四五六七八九十\d]{{1,2}}个月"
    rf"|(?:\d{{1,2}}|元){DASH}{MONTH}份?|{MONTH}{DASH}{MONTH}(?:{DAY})?"
    rf"|{MONTH}{DAY}(?:{DASH}(?:{YEAR}年)?(?:{MONTH})?{DAY})?{_HOURS}|{MONTH}(?:份|[上中下]旬)?)"
)

_ARABIC = compiled(
    rf"{YEAR}年?{DASH}{YEAR}(?:学年度?|年度?)(?:期间)?|{YEAR}(?:/(?:{YEAR}|\d\d))?学年度?|{YEAR}{DASH}\d\d(?:学年度?|年度?)"
    rf"|{YEAR}年度?{_PART}?(?:{DASH}{YEAR}年{_PART}?)?{_TAIL}"
    rf"|{YEAR}[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|{_PART}{_TAIL}|(?<![-—–〕\]第]){_LONE_DAY}{_HOURS}(?![内均常前后出游])"
)
_WORDED = compiled(
    rf"(?:[今去前明]年|上年度?|当年|本年度?){_PART}?(?:{DASH}{_PART})?{_TAIL}"
    rf"|前[一二三四五六七八九十两\d]{{1,2}}个月|全年|(?<![一二三四五六七八九十两几数\d])年内|年[初底末](?:以来)?|[上下]半年|前?[一二三四]季度|第[一二三四]季度|本学期|本学年|(?<!合)同期"
    rf"|(?:最近|近|过去|今后|未来|这)的?{_FEW}(?:多|余)?(?:年|个月)(?:多|间|来|里)?|近些?年来?|这些年来?|近期|近日|日前|今后"
    rf"|(?:\d{{1,3}}|[一二三四五六七八九十两百几多]{{1,3}})[余多]?年(?:来(?![自访华源])|间(?![接隔]))|“?十[一二三四五六]五”?(?:期间|时期|以来|期末|末|初)?|“[六七八九十]五”(?:期间|时期|以来|期末|末|初)"
    rf"|[一二][九〇○零][〇○零一二三四五六七八九]{{2}}年{_TAIL}"
)
# Where a period may begin: the patterns above are tried there only.
_DIGITS = compiled(r"(?<!\d)\d{1,4}(?=[年月日号季学]|[-—–~～至到./]\d)")
_FEW_BEFORE = compiled(r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十两百几多]{1,3})[余多]?$")
_LEAD = compiled(r"截至|截止到?|到|自|从")
_OPENS_CLAUSE = frozenset("，,；;。：:\n 、“（(")
_BASIS_BEFORE = compiled(r"(?:比|占|较|与|相当于|是|为|超过|[高低优好多少]于|同比)$")
_BASIS_AFTER = compiled(
    r"(?:以来|至今)?的?(?:同期|历史)?(?:最[\u4e00-\u9fff]|新[高低])|年?同期|相比|的\d[\d.]*(?:倍|%)|相当|持平"
)
_WITH = frozenset("同和与跟")
_COMPARED = compiled("(?:年?同期)?相?比")
"""Between these two a period is a base: 同|去年|比."""
_OF_YEAR = frozenset("年月日度")
"""Before 同期 these say that it is another year's: 恢复至2019年|同期的96%."""
_NAME_AFTER = compiled(r"”?(?:规划|计划|纲要|国家|重点|重大|科技|版)")


@dataclass(frozen=True, slots=True)
class PeriodLexicon:
    """The list of periods.toml."""

    anchor: frozenset[str]


class PeriodMention(NamedTuple):
    """A stretch that says when; ISO dates (inclusive), null where the year is not known."""

    start: int
    end: int
    first: str | None
    last: str | None


def scan(text: str) -> list[Span]:
    """Every stretch of a folded text that says when, in order; bases of comparison (`比2019年`) are left out."""
    spans: list[Span] = []
    last = 0
    for start, end in sorted([*_arabic(text), *_worded(text)]):
        if start < last or text[start - 1 : start].isdigit() or _is_basis(text, start, end):
            continue
        if text[start] in "“十" and (_NAME_AFTER.match(text, end) or text[max(0, start - 1)] in "二三四五六七八九第"):
            continue
        last = end
        spans.append((_lead(text, start, end), end))
    return spans


def _arabic(text: str) -> Iterator[Span]:
    """Periods that begin with a digit."""
    for digits in _DIGITS.finditer(text):
        if match := _ARABIC.match(text, digits.start()):
            yield match.span()


def _worded(text: str) -> Iterator[Span]:
    """Periods that begin with a word or a Chinese number."""
    for _, start, end in _matcher().find_matches_as_indexes(text):
        begin = start
        word = text[start:end]
        if word == "季度":
            begin = start - 2 if text[max(0, start - 2)] in "前第" else start - 1
        elif word in ("年来", "年间"):
            few = _FEW_BEFORE.search(text, max(0, start - 4), start)
            begin = few.start() if few else start
        elif word[-1] == "五" and text[max(0, start - 1)] == "“":
            begin = start - 1
        if match := _WORDED.match(text, max(0, begin)):
            yield match.span()


@cache
def _matcher() -> AhoCorasick:
    return AhoCorasick(sorted(load("periods", PeriodLexicon).anchor), matchkind=MatchKind.LeftmostLongest)


def _is_basis(text: str, start: int, end: int) -> bool:
    """Whether a number is only compared with the one of this period, or is its best (创2010年以来|最好位次)."""
    if text[start - 1 : start] in _OF_YEAR and text.startswith("同期", start):
        return True
    before = _BASIS_BEFORE.search(text, max(0, start - 3), start)
    if before and (before.group() not in ("是", "为") or text.startswith("的", end)):
        return True
    if text[start - 1 : start] in _WITH and _COMPARED.match(text, end):
        return True
    return bool(_BASIS_AFTER.match(text, end))


def _lead(text: str, start: int, end: int) -> int:
    """Where the period begins with its preposition: `截至…`, `到…年底` at a clause's start, `自…以来`."""
    for length in (3, 2, 1):
        word = text[max(0, start - length) : start]
        if len(word) == length and _LEAD.fullmatch(word):
            opens = start == length or text[start - length - 1] in _OPENS_CLAUSE
            if length > 1 or (opens and word == "到") or (word != "到" and text[end - 1] in "来起今"):
                return start - length
    return start
