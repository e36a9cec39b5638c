"""The titles of a stretch of text: `“A”“B”等荣誉称号`, `A、B和C各1项`, one `Title` each.

The stretch is divided at 、和及与 outside of marks; a piece that ends in no honour belongs to the next one
(`科学、技术先进单位`). What stands before a title (counts, 了, a giver with 颁发的) and behind it (称号, 等, counts) is
not part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factx.rules.honour.shape import GRADE, Shape, is_bare_grade, shape
from factx.text import Span, trim

_SEALED = r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|《[^》]*》|「[^」]*」|[(（][^()（）]*[)）]"
_SEPARATOR = re.compile(
    rf"(?P<sealed>{_SEALED})|(?P<mark>、|以及|及(?![格时其])|和(?![谐平睦解])|(?<![参授给])与|暨|并(?=[获荣被入])|[,，/](?=[“《\"]))"
)
_COUNT = (
    r"(?:各|共)?(?:[\d一二两三四五六七八九十百]+|多|若干|数十?)(?:余|多|几)?(?:[项个次枚块篇部件座面届类等本门家]|人次)"
)
_LEAD = re.compile(
    rf"[\s:：]*(?:了|过|到|为|得|全部|最终|历史上?|首[枚个次块]|{_COUNT}(?:的)?"
    r"|(?:\d{4}年(?:至|-|—|–)\d{4}年|\d{4}年度?、?|\d{1,2}月)+(?=(?:国家|全国|中国|[\u4e00-\u9fff]{2,3}[省市县区]|[省市县区]|[“\"《]))"
    r"|(?:由|被|经)?[^、,，“”]{2,30}?(?:联合)?(?:颁发|授予|颁授|评选|评定|主办|举办|命名|认定|组织|颁布|表彰|公布|发布)的)"
)
_CALLED = re.compile(
    r"的?(?:等)?(?:多项|多个|一系列|\d+项)?(?:荣誉称号|光荣称号|称号|殊荣|荣誉(?!市民|军人|教授|室|章|奖|证)|美誉|之?美称|之一|证书|牌匾|匾额|等)"
)
_ETC = re.compile(r"(?<![一二三四五特甲乙丙高中初同平均优上下对同劣])等(?![级奖功次])")
_TAIL = re.compile(
    rf"(?:{_COUNT}|[\s:：]|[(（][^()（）]*[)）]|的?(?:荣誉|光荣)?称号|奖励|荣誉$|的?殊荣|证书|牌匾|匾额|之一|资格|行列|之列|的好成绩|好成绩|的佳绩|的优异成绩)+$"
)
_BREAK = re.compile(
    r"的(?!奖)|并|且|后(?!备)|刷新|打破|成为|实现|创造|创|,|，|;|；|。|:|：|——|—|位居|其中|作为|对|将|已|是(?!非)"
)


@dataclass(slots=True)
class Title:
    """A title: its spans (joined in order), the stretch with marks and tail, and what tells of its kind."""

    spans: list[Span]
    start: int
    end: int
    quoted: bool = False
    called: bool = False
    counted: bool = False
    form: Shape = Shape.NONE

    def text(self, text: str) -> str:
        """The words of the title."""
        return "".join(text[a:b] for a, b in self.spans)


def titles(text: str, start: int, end: int, *, sure: bool) -> list[Title]:
    """The titles of `text[start:end]` from its start on; `sure` takes any noun phrase, else it must look like one."""
    found: list[Title] = []
    for begin, stop in _merged(text, start, end):
        title = _title(text, begin, stop, called=_called_behind(text, begin, end))
        if title is None:
            if found and not sure:
                break
            continue
        if title.form is Shape.NONE and not (title.called or (sure and _is_short_noun(title.text(text)))):
            if found:
                break
            continue
        if found and is_bare_grade(title.text(text)) and (stem := _stem(text, found[-1])):
            title.spans = [stem, *title.spans]
        found.append(title)
    return found


def _merged(text: str, start: int, end: int) -> Iterator[Span]:
    """The pieces between separators; a piece without an honour's end runs on into the next."""
    bounds = [start]
    last_sealed = -1
    for match in _SEPARATOR.finditer(text, start, end):
        if match["sealed"]:
            if match.start() == last_sealed and match[0][0] in '“"《':
                bounds += [match.start(), match.start()]
            last_sealed = match.end()
        else:
            bounds += [match.start(), match.end()]
    bounds.append(end)
    pieces = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    i = 0
    while i < len(pieces):
        begin, stop = pieces[i]
        j = i
        while j + 1 < len(pieces) and not _stands(text, begin, stop) and _stands(text, begin, pieces[j + 1][1]):
            j += 1
            stop = pieces[j][1]
        yield begin, stop
        i = j + 1


def _stands(text: str, begin: int, stop: int) -> bool:
    """Whether a piece is a title by itself: in marks, or by its end."""
    begin, stop = trim(text, (begin, stop))
    if begin >= stop:
        return True
    if text[begin] in '“"《' or text[stop - 1] in '”"》':
        return True
    title = _title(text, begin, stop, called=False)
    return title is None or title.form is not Shape.NONE


def _title(text: str, begin: int, stop: int, *, called: bool) -> Title | None:
    """The title of one piece."""
    begin, stop = trim(text, (begin, stop))
    extent = begin
    while (lead := _LEAD.match(text, begin, stop)) and lead.end() > begin:
        begin = lead.end()
    whole = stop
    stop = _end(text, begin, stop)
    begin, stop = trim(text, (begin, stop), " \t\u3000的")
    if stop - begin < 2:
        return None
    quoted = _is_wrapped(text, begin, stop)
    span = trim(text, (begin + 1, stop - 1)) if quoted else (begin, stop)
    if span[1] - span[0] < 2:
        return None
    tail = text[stop:whole]
    called = called or bool(_CALLED.match(tail) and "称号" in tail)
    counted = any(c.isdigit() or c in "一二两三四五六七八九十" for c in tail[:3])
    return Title(
        [span], extent, stop, quoted=quoted, called=called, counted=counted, form=shape(text[span[0] : span[1]])
    )


def _is_wrapped(text: str, begin: int, stop: int) -> bool:
    """Whether one pair of marks wraps the whole."""
    pairs = {"“": "”", '"': '"', "《": "》", "「": "」", "‘": "’"}
    closing = pairs.get(text[begin])
    return closing is not None and text.find(closing, begin + 1, stop) == stop - 1


def _end(text: str, begin: int, stop: int) -> int:
    """Where the title that begins at `begin` ends: at a break, at 等, before 称号 and counts."""
    sealed = [m.span() for m in re.finditer(_SEALED, text[begin:stop])]

    def is_open(at: int) -> bool:
        return not any(a < at - begin < b for a, b in sealed)

    for pattern in (_ETC, _CALLED):
        for match in pattern.finditer(text, begin + 1, stop):
            if is_open(match.start()):
                stop = match.start()
                break
    for match in _BREAK.finditer(text, begin + 1, stop):
        at = match.start()
        if is_open(at) and (
            match[0] in ",，;；。:：——" or shape(text[begin:at]) is not Shape.NONE or text[at - 1] in '”》"'
        ):
            stop = at
            break
    tail = _TAIL.search(text, begin + 1, stop)
    if tail and is_open(tail.start()):
        stop = tail.start()
    return stop


def _called_behind(text: str, begin: int, end: int) -> bool:
    """Whether the list that the piece stands in ends in 称号."""
    return "称号" in text[begin : min(end + 6, len(text))]


def _is_short_noun(phrase: str) -> bool:
    return 2 <= len(phrase) <= 40


def _stem(text: str, title: Title) -> Span | None:
    """What stands before the grade of a title: the contest or prize that a bare grade behind it belongs to."""
    begin, end = title.spans[0] if len(title.spans) == 1 else (title.spans[0][0], title.spans[0][1])
    if len(title.spans) > 1:
        return title.spans[0]
    grades = [m for m in GRADE.finditer(text, begin, end) if m.end() == end]
    if grades and grades[-1].start() > begin:
        return begin, grades[-1].start()
    return None
