"""Dating: the period of a place, and the year that the report itself stands in."""

from bisect import bisect_left

from factx.context.days import days, year_of
from factx.context.given import Given
from factx.mentions.periods import PeriodMention
from factx.patterns import compiled
from factx.segment import Sentence
from factx.text import Span

_DATELINE = compiled(
    r"(?:发布时间|发布日期|发稿时间|日期|时间|date|更新时间|来源)[^\n\d]{0,12}((?:19|20)\d\d)[-/.年]|((?:19|20)\d\d)年\d{1,2}月\d{1,2}日[电讯]"
)
_TITLE_YEAR = compiled(r"(?<![到至将计])((?:19|20)\d\d)(?:年(?!起|版)|[-—~]\d)")
_FULL_DATE = compiled(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_OF_A_YEAR = compiled(r"公报|年鉴|年报|年度报告|年度工作报告|工作总结|决算(?!草案)|年度(?:社会责任|质量)报告")
"""Titles of reports on one year: all in them is of that year, where they say nothing else."""
_HEAD = 600
"""A dateline stands within the first characters of a document."""
_LEAD = 200

_NEAR = 4
_BIRTH = "创办|成立|始建|创建|组建|建校|建院|建厂|建馆|筹建|开办|兴建|设立|出生|诞生"
_FOUNDED = compiled(rf"(?:{_BIRTH}|[建生])于?$")
_FOUNDS = compiled(rf"(?:正式)?(?:{_BIRTH})")


class Dating:
    """The periods of a document's places."""

    def __init__(self, text: str, spans: list[Span], title: Span, given: Given) -> None:
        self._text = text
        self._spans = spans
        self._planned = self._within(*title)[:1] if "政府工作报告" in text[slice(*title)] else []
        self._yearly = self._told_by(title) if _OF_A_YEAR.search(text, *title) else []
        self.stated = _stated_year(text, title, given)
        self.year = self.stated or _dated_year(text) or (int(given.day[:4]) if given.day else None)

    def at(self, sentence: Sentence, at: int) -> PeriodMention | None:
        """The period of a fact at `at` of `sentence`: of its clause, else of the clauses before, else of a heading."""
        clause = next((c for c in reversed(sentence.clauses) if c.start <= at), sentence.clauses[0])
        own = self._within(clause.start, clause.end)
        before = [span for span in own if span[0] <= at]
        earlier = [span for span in self._within(sentence.start, clause.start) if not self._is_birth(span)]
        found = (before[-1:] or own[:1]) or earlier[-1:]
        if not found:
            for heading in reversed(sentence.section):
                if found := self._told_by(heading):
                    break
        found = found or self._yearly
        return self._resolved(found[0], sentence) if found else None

    def ahead(self, sentence: Sentence) -> PeriodMention | None:
        """The year in the title of a government's report, which is that of its plans; None in other documents."""
        return self._resolved(self._planned[0], sentence) if self._planned else None

    def _is_birth(self, span: Span) -> bool:
        """Whether it only says since when there is what the clause is about (创办于|1945年|, 1945年|建校)."""
        return bool(_FOUNDED.search(self._text, max(0, span[0] - _NEAR), span[0])) or bool(
            _FOUNDS.match(self._text, span[1])
        )

    def _told_by(self, heading: Span) -> list[Span]:
        """The period of what stands below a heading: the last, or that of the summary (2023年工作总结|和2024年计划)."""
        summary = _OF_A_YEAR.search(self._text, *heading)
        of_summary = self._within(heading[0], summary.start()) if summary else []
        return (of_summary or self._within(*heading))[-1:]

    def _within(self, start: int, end: int) -> list[Span]:
        return self._spans[bisect_left(self._spans, (start,)) : bisect_left(self._spans, (end,))]

    def _resolved(self, span: Span, sentence: Sentence) -> PeriodMention:
        """The mention with its days; a stretch without year falls in the one named last, in sentence or heading."""
        words = self._text[span[0] : span[1]]
        year = self.year
        if year_of(words, year) is None:
            named = [*self._within(sentence.start, span[0]), *(s for h in sentence.section for s in self._within(*h))]
            years = [y for s in reversed(named) if (y := year_of(self._text[s[0] : s[1]], self.year))]
            year = years[0] if years else year
        first, last = days(words, year)
        return PeriodMention(*span, first.isoformat() if first else None, last.isoformat() if last else None)


def _stated_year(text: str, title: Span, given: Given) -> int | None:
    """What `今年` means: the year of the title, of the dateline, of what the user says, or of the file's title."""
    if match := _TITLE_YEAR.search(text, *title):
        return int(match.group(1))
    if match := _DATELINE.search(text, 0, _HEAD):
        return int(match.group(1) or match.group(2))
    if given.date:
        return given.date.year
    match = _TITLE_YEAR.search(given.title or "")
    return int(match.group(1)) if match else None


def _dated_year(text: str) -> int | None:
    """The year of a full date in the first lines, a guess at the report's own."""
    match = _FULL_DATE.search(text, 0, _LEAD)
    return int(match.group(1)) if match else None
