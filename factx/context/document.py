"""Document: the body that a report is of.

Every name that the title begins with and every body of title and lead is a candidate; it counts where the name
stands (the title's beginning tells most) and how many clauses of the text it opens as their actor.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from factx.context.lexicon import either, is_predicate, lexicon
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
_MEDIUM = re.compile(r"(?:报|网|社|电视台|电台|客户端)(?![\u4e00-\u9fff])")
_OFFICIAL = re.compile(r"的(?:通知|决定|通报|公告|意见|公示|函|报告|批复|通告)")
_SIGNED = 120
"""An official letter names its sender in its last characters."""
_OF_AREA = re.compile(r"政府工作报告|国民经济|经济社会发展|统计公报|政府信息公开")
_ISSUES = re.compile(r"\d{0,2}日?(?:联合)?(?:印发|出台|制定|发布)")
_HOSTS = re.compile(r"(?:联合|共同)?(?:主办|举办)")
_AND = ("、", "和", "与", "及")
_NAME_LONG = 12
_MOST_ACTS = 5
_MOST_LOOKS = 12
_PROPER = frozenset({"nr", "ns", "nt", "nz", "x"})
_NO_NAME = frozenset({"v", "vd", "d", "ad", "p", "c", "uj", "ul", "u", "r", "t", "m"})
_STARTS_PREDICATE = frozenset("现共设有是由位始创被获已将")
_FEW = 2
_PERSON_LONG = 4
_ENOUGH = 2
"""A score below this names nobody."""


def subject_of(text: str, sentences: list[Sentence], title: Span, naming: Naming) -> Span | None:
    """The report's body in its fullest form; its word for itself (我区) where it names none; None where neither."""
    if _OF_AREA.search(text[title[0] : title[1]].replace(" ", "")):
        own = _own_word(text, of_area=True)
        return _area(text, title) or (own and naming.resolve_own(own, None))
    scores: dict[str, float] = {}
    first: dict[str, Span] = {}
    for span, worth in _candidates(text, sentences, title, naming):
        full = naming.fullest(span)
        name = text[full[0] : full[1]]
        first.setdefault(name, full)
        scores[name] = max(worth, scores.get(name, 0))
    for name in scores:
        scores[name] += min(_MOST_ACTS, _acts(text, name)) - 2 * (name in level_lexicon().national_organ)
    best = max(scores, key=lambda name: (scores[name], -first[name][0]), default=None)
    if best and scores[best] > _ENOUGH:
        return first[best]
    if own := _own_word(text, of_area=False):
        return naming.resolve_own(own, None)
    return first[best] if best and scores[best] > 1 else None


def _candidates(text: str, sentences: list[Sentence], title: Span, naming: Naming) -> Iterator[tuple[Span, float]]:
    """Names with what their place is worth; the later a part of the title, the less."""
    for number, part in enumerate(_parts(text, title)):
        for span, worth in _of_part(text, part, naming):
            yield span, worth - number
    if _OFFICIAL.search(text, *title):
        for span in _signed(text):
            yield span, 3.5
    for span in _lead(text, sentences, title):
        issues = _ISSUES.match(text, span[1])
        hosts = _HOSTS.match(text, span[1])
        yield span, 4 if issues else 3 if hosts else _opens(text, span)


def _of_part(text: str, part: Span, naming: Naming) -> Iterator[tuple[Span, float]]:
    """The names of one part of the title."""
    start, end = part
    place = place_prefix(text, start)
    if place and place <= end:
        yield (start, place), 3
    for name in (_recurring(text, start, end), _profiled(text, start, end)):
        if name:
            yield name, 3.5
    if own := _own().match(text, start, end):
        meant = naming.resolve_own(own.span(), None)
        yield meant, 3 if text[slice(*meant)] not in lexicon().own else 2.1
    for person in persons_in(text, start, end):
        if person.organisation is None:
            yield person.name, 1.5
    for body in bodies_in(text, start, end):
        if not _is_bare(text[slice(*body)]):
            whole = _with_and(text, start, body)
            acts = whole[1] >= end or acts_at(text, whole[1])
            yield whole, (4 if acts else 3.1) if whole[0] == start else 1


def _area(text: str, title: Span) -> Span | None:
    """The area that a report on an area names in its title."""
    for start, end in _parts(text, title):
        place = place_prefix(text, start)
        if place and place <= end:
            return start, place
    return None


def _signed(text: str) -> Iterator[Span]:
    """Bodies that have a line for themselves at the end of an official letter."""
    end = len(text.rstrip())
    for line in re.finditer(r"[^\n\s]{3,40}", text[max(0, end - _SIGNED) : end]):
        start = max(0, end - _SIGNED) + line.start()
        stop = start + line.end() - line.start()
        bodies = bodies_in(text, start, stop)
        if bodies and bodies[-1] == (start, stop):
            yield start, stop


def _parts(text: str, title: Span) -> Iterator[Span]:
    """The parts of a title between blanks, colons and dashes, years left out at their beginning."""
    begin = title[0]
    for match in (*_CUT_TITLE.finditer(text, *title), None):
        end = match.start() if match else title[1]
        years = _YEARS.match(text, begin, end)
        start = years.end() if years else begin
        if end - start > 1 and not (match and match.group() in (":", "：") and _MEDIUM.search(text, start, end)):
            yield start, end
        begin = match.end() if match else end


def _with_and(text: str, start: int, body: Span) -> Span:
    """The body with what stands before it in the part, where the text repeats the whole: 材料科学与工程学院."""
    name = text[start : body[1]]
    joint = re.fullmatch(r"[\u4e00-\u9fff]{2,12}[与和及]", text[start : body[0]])
    return (start, body[1]) if joint and text.count(name) > 1 else body


def _recurring(text: str, start: int, end: int) -> Span | None:
    """The longest beginning of the stretch that the text comes back to as an actor: 青禾股份, 长河流域."""
    ends = []
    proper = False
    for word in cut(text, start, min(end, start + _NAME_LONG + _NAME_LONG // 2)):
        if word.pos in _NO_NAME or not word.text.isalpha() or word.end > start + _NAME_LONG:
            break
        proper = proper or word.pos in _PROPER or len(word.text) == 1
        if proper and len(word.text) > 1:
            ends.append(word.end)
    for stop in reversed(ends):
        name = text[start:stop]
        if not _is_common(name) and not _no_actor().search(name) and _acts(text, name, comma=False) > 1:
            return start, stop
    return None


def _profiled(text: str, start: int, end: int) -> Span | None:
    """A part of the title that is a name and nothing else, where the text goes on about it: 林晓青：…, 林晓青 -- ….."""
    name = text[start:end]
    short = (len(name) <= _PERSON_LONG and name.isalpha()) or "·" in name
    return (start, end) if short and not _is_common(name) and text.count(name) > 1 else None


def _is_common(name: str) -> bool:
    """Whether a name is an ordinary word, or names a class only."""
    return bool(_own().match(name)) or name in lexicon().bare or (pos(name) or "nz") not in _PROPER


def _lead(text: str, sentences: list[Sentence], title: Span) -> Iterator[Span]:
    """The bodies of the first sentences behind the title."""
    for sentence in sentences:
        if sentence.start > title[1] + _LEAD:
            break
        if sentence.start >= title[1]:
            before: Span | None = None
            for span in bodies_in(text, sentence.start, min(sentence.end, sentence.start + _LEAD)):
                if before and text[before[1] : span[0]] in _AND:
                    before = (before[0], span[1])
                    if _ISSUES.match(text, span[1]) or _HOSTS.match(text, span[1]):
                        yield before
                else:
                    before = span
                if not _is_bare(text[slice(*span)]):
                    yield span
            for clause in sentence.clauses:
                if name := _recurring(text, clause.start, clause.end):
                    yield name


@cache
def _own() -> re.Pattern[str]:
    return re.compile(either(frozenset(lexicon().own)))


@cache
def _no_actor() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:{either(words.post)})|{either(words.source)}")


def _acts(text: str, name: str, *, comma: bool = True) -> int:
    """How many clauses `name` opens as their actor: an adverb, a verb or a comma follows."""
    found = 0
    for match in islice(
        re.finditer(rf"(?:^|[，,。;；:：\n \u3000])(?:目前|20\d\d年)?[，,]?{re.escape(name)}", text), _MOST_LOOKS
    ):
        found += acts_at(text, match.end(), comma=comma)
    return found


def acts_at(text: str, end: int, *, comma: bool = True) -> bool:
    """Whether what ends at `end` is followed as an actor is, not as a source, a person's unit or an attribute."""
    if _no_actor().match(text, end):
        return False
    following = cut(text, end, min(len(text), end + 6))
    return bool(following) and (
        is_predicate(following[0])
        or following[0].pos[0] in "pt"
        or (comma and following[0].text in "，,")
        or following[0].text[0] in _STARTS_PREDICATE
    )


def _opens(text: str, span: Span) -> float:
    """What it is worth that a body of the lead opens its clause and acts."""
    return 1.5 if text[span[0] - 1 : span[0]] in "，,。\n \u3000日" and acts_at(text, span[1]) else 0


def _own_word(text: str, *, of_area: bool) -> Span | None:
    """The word by which the report calls itself most, 我… before others."""
    best: tuple[int, int, str] | None = None
    for word, meaning in lexicon().own.items():
        times = text.count(word)
        if times and (meaning in AREAS or not of_area) and (word[0] == "我" or _acts(text, word) > 1):
            best = max(best or (0, 0, ""), (times * (3 if word[0] == "我" else 1), -text.find(word), word))
    return (-best[1], -best[1] + len(best[2])) if best else None


def _is_bare(name: str) -> bool:
    """Whether a name says no more than its class (学校, 政府, 公司)."""
    return name in lexicon().own or name in lexicon().bare
