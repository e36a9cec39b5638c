"""Document: the body that a report is of.

Every name that the title begins with and every body of title and lead is a candidate; it counts where the name
stands (the title's beginning tells most) and how many clauses of the text it opens as their actor.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from factx.context.lexicon import either, lexicon
from factx.context.naming import AREAS, Naming
from factx.gazetteer import level_lexicon, place_prefix
from factx.mentions.bodies import bodies_in
from factx.mentions.persons import persons_in
from factx.segment import Sentence
from factx.text import Span
from factx.words import cut, pos

_LEAD = 400
"""The first characters behind the title, in which a report tells who it is."""
_CUT_TITLE = re.compile(r"[\s:：|—-]+|【[^】]*】")
_YEARS = re.compile(r"(?:[\s“\"]|(?:19|20)\d\d(?:-\d{2,4})?年?度?)*")
_OF_AREA = re.compile(r"政府工作报告|国民经济|经济社会发展|统计公报|政府信息公开")
_ISSUES = re.compile(r"\d{0,2}日?(?:联合)?(?:印发|出台|制定|发布)")
_HOSTS = re.compile(r"(?:联合|共同)?(?:主办|举办)")
_AND = ("、", "和", "与", "及")
_NAME_LONG = 12
_MOST_ACTS = 5
_MOST_LOOKS = 12
_PROPER = frozenset({"nr", "ns", "nt", "nz", "x", "j"})
_ENOUGH = 2
"""A score below this names nobody."""


def subject_of(text: str, sentences: list[Sentence], title: Span, naming: Naming) -> Span | None:
    """The report's body in its fullest form; its word for itself (我区) where it names none; None where neither."""
    heading = text[title[0] : title[1]].replace(" ", "")
    of_area = bool(_OF_AREA.search(heading))
    scores: dict[str, float] = {}
    first: dict[str, Span] = {}
    for span, worth in _candidates(text, sentences, title, of_area=of_area):
        full = naming.fullest(span)
        name = text[full[0] : full[1]]
        first.setdefault(name, full)
        scores[name] = max(worth, scores.get(name, 0))
    for name in scores:
        scores[name] += min(_MOST_ACTS, _acts(text, name)) - 2 * (name in level_lexicon().national_organ)
    best = max(scores, key=lambda name: (scores[name], -first[name][0]), default=None)
    if best and scores[best] > _ENOUGH:
        return first[best]
    own = _own_word(text, of_area=of_area)
    if own:
        return naming.resolve_own(own, None)
    return first[best] if best and scores[best] > 1 and not of_area else None


def _candidates(text: str, sentences: list[Sentence], title: Span, *, of_area: bool) -> Iterator[tuple[Span, float]]:
    """Names with what their place is worth."""
    for number, (start, end) in enumerate(_parts(text, title)):
        place = place_prefix(text, start)
        if place and place <= end:
            yield (start, place), 9 if of_area else 3.5 - number
        name = _recurring(text, start, end)
        if name:
            yield name, 3.5 - number
        for person in () if of_area else persons_in(text, start, end):
            if person.name[0] == start or end - start < _NAME_LONG:
                yield person.name, 3 - number
        for body in bodies_in(text, start, end):
            if not of_area and not _is_bare(text[slice(*body)]):
                whole = _with_and(text, start, body)
                opens = whole[0] == start
                yield whole, (4 if whole[1] >= end or acts_at(text, whole[1]) else 2.5) - number if opens else 1
    if of_area:
        return
    for span, opens in _lead(text, sentences, title):
        issues = _ISSUES.match(text, span[1])
        hosts = _HOSTS.match(text, span[1])
        yield span, 1.0 * opens + (4 if issues else 3 if hosts else 0)


def _parts(text: str, title: Span) -> Iterator[Span]:
    """The parts of a title between blanks, colons and dashes, years left out at their beginning."""
    begin = title[0]
    for match in (*_CUT_TITLE.finditer(text, *title), None):
        end = match.start() if match else title[1]
        years = _YEARS.match(text, begin, end)
        start = years.end() if years else begin
        if end - start > 1:
            yield start, end
        begin = match.end() if match else end


def _with_and(text: str, start: int, body: Span) -> Span:
    """The body with what stands before it in the part, where the text repeats the whole: 材料科学与工程学院."""
    name = text[start : body[1]]
    joint = re.fullmatch(r"[\u4e00-\u9fff]{2,12}[与和及]", text[start : body[0]])
    return (start, body[1]) if joint and text.count(name) > 1 else body


def _recurring(text: str, start: int, end: int) -> Span | None:
    """The longest beginning of the part that the text comes back to as an actor: 青禾股份, 长河流域."""
    ends = [w.end for w in cut(text, start, min(end, start + _NAME_LONG)) if w.pos[0] not in "vdpucm" or w.start == start]
    for stop in reversed(ends):
        name = text[start:stop]
        if stop - start > 1 and name.isalpha() and not _is_common(name) and _acts(text, name) > _ENOUGH:
            return start, stop
    return None


def _is_common(name: str) -> bool:
    """Whether a name is an ordinary word, or names a class only."""
    return name in lexicon().own or name in lexicon().bare or (pos(name) or "nz") not in _PROPER


def _lead(text: str, sentences: list[Sentence], title: Span) -> Iterator[tuple[Span, bool]]:
    """The bodies of the first sentences behind the title, and whether they open their sentence."""
    for sentence in sentences:
        if sentence.start > title[1] + _LEAD:
            break
        if sentence.start >= title[1]:
            before: Span | None = None
            for span in bodies_in(text, sentence.start, min(sentence.end, sentence.start + _LEAD)):
                if before and text[before[1] : span[0]] in _AND:
                    before = (before[0], span[1])
                    yield before, before[0] == sentence.start
                else:
                    before = span
                if not _is_bare(text[slice(*span)]):
                    yield span, span[0] == sentence.start
            for clause in sentence.clauses:
                name = _recurring(text, clause.start, clause.end)
                if name:
                    yield name, False


@cache
def _no_actor() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{either(words.post)})|{either(words.source)}")


def _acts(text: str, name: str) -> int:
    """How many clauses `name` opens as their actor: an adverb, a verb or a comma follows."""
    found = 0
    for match in islice(re.finditer(rf"(?:^|[，,。;；:：\n \u3000])(?:目前|20\d\d年)?[，,]?{re.escape(name)}", text), _MOST_LOOKS):
        found += acts_at(text, match.end())
    return found


def acts_at(text: str, end: int) -> bool:
    """Whether what ends at `end` is followed as an actor is, not as a source, a person's unit or an attribute."""
    if _no_actor().match(text, end):
        return False
    following = cut(text, end, min(len(text), end + 6))
    return bool(following) and (following[0].pos[0] in "vdpt" or following[0].text in "，,")


def _own_word(text: str, *, of_area: bool) -> Span | None:
    """The word by which the report calls itself most, 我… before others."""
    best: tuple[int, int, str] | None = None
    for word, meaning in lexicon().own.items():
        times = text.count(word)
        if times and (meaning in AREAS or not of_area) and (times > 1 or word[0] == "我"):
            best = max(best or (0, 0, ""), (times * (3 if word[0] == "我" else 1), -text.find(word), word))
    return (-best[1], -best[1] + len(best[2])) if best else None


def _is_bare(name: str) -> bool:
    """Whether a name says no more than its class (学校, 政府, 公司)."""
    return name in lexicon().own or name in lexicon().bare

