"""Document: the body that a report is of.

Every name that the title begins with and every body that opens a clause of the lead is a candidate; it counts where
the name stands (the title's beginning tells most) and how many clauses of the text it opens as their actor.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from factx.context.actor import (
    acts,
    acts_at,
    body_opening,
    joint,
    only_tells,
    opening,
    own_at,
)
from factx.context.area import area_of, is_of_area, own_word, parts
from factx.context.brands import profiled, quoted, recurring, works
from factx.context.introduction import is_introduction, names_introduced, says_what_it_is
from factx.context.kinds import is_bare
from factx.context.lexicon import lexicon
from factx.context.naming import CLASS_OF_PLACE, Naming
from factx.context.statesmen import is_statesman
from factx.context.topic import topic_opening
from factx.gazetteer import body_lexicon, is_place, level_lexicon, place_prefix
from factx.mentions.bodies import bodies_in, body_before
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.segment import Sentence
from factx.text import Span
from factx.words import cut

_LEAD = 250
"""The first characters behind the title, in which a report tells who it is."""
_OFFICIAL = compiled(r"的(?:紧急|补充|重要)?(?:通知|决定|通报|公告|意见|公示|函|报告|批复|通告)")
_PORTRAITS = ("记", "专访", "访", "走近", "追记")
"""How the part of a title begins that says whom the report portrays."""
_ENTRY = compiled(r"(?m)^([\u4e00-\u9fff]{2,4})[，,][男女][，,]")
"""How a person's particulars begin; one such line makes the text a profile."""
_LINE = compiled(r"(?<!\S)\S{3,40}(?!\S)")
_SIGNED = 120
"""An official letter names its sender in its last characters."""
_ISSUES = compiled(r"(?:\d{0,2}日|日前|近日|今天|昨天)?(?:联合|共同)?(?:印发|出台|制定|发布)")
_MEETS_PRESS = compiled(r"(?:新闻)?(?:发布|吹风|招待)会")
_COMPANIES = ("公司", "企业", "超市")
_HOSTED = compiled(r"(?<=[\u4e00-\u9fff])(?:联合|共同)?(?:主办|举办)")
_TOWN = compiled(r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|村|社区)")
_HOST_LONG = 30
_MOST_ACTS = 5
_FAR = 1500
"""How far before its first 该院 a report names the body."""
_PROPER = frozenset({"nr", "ns", "nt", "x"})
_WHERE = frozenset("在于赴抵到访来驻")
_FEW = 2
_PERSON_LONG = 4
_TITLE_ACTOR = 4
"""What a body that opens the title and acts is worth; where it opens clauses too, nothing else is looked at."""
_ISSUER = 4.5
"""What a body is worth that issues what the lead tells of; where the title names its area only, it is meant."""
_ENOUGH = 2
"""A score below this names nobody."""


def subject_of(
    text: str, sentences: list[Sentence], title: Span, periods: dict[int, int], naming: Naming
) -> Span | None:
    """The report's body in its fullest form; its word for itself (我区) where it names none; None where neither."""
    if is_of_area(text, title):
        return area_of(text, title, naming)
    scores: dict[str, float] = {}
    first: dict[str, Span] = {}
    issuers = []
    for span, worth in _candidates(text, sentences, title, periods, naming):
        full = naming.fullest_place(span)
        name = text[full[0] : full[1]]
        first.setdefault(name, full)
        scores[name] = max(worth, scores.get(name, 0))
        if worth == _ISSUER:
            issuers.append(name)
    for name, worth in list(scores.items()):
        longer = tuple(other for other in scores if other != name and other.startswith(name))
        told = worth != _TITLE_ACTOR and name in level_lexicon().national_organ
        scores[name] += min(_MOST_ACTS, acts(text, name, but=longer)) - 2 * told
    best = _best(scores, first, naming)
    if best and scores[best] > _ENOUGH:
        organ = next((name for name in issuers if is_place(best) and name.startswith(best)), None)
        return first[organ] if organ else naming.fullest(first[best])
    own = own_word(text, of_area=False)
    if own is None or lexicon().own[text[slice(*own)]] == "country":
        topic = topic_opening(text, opening(text, *title, periods), title[1])
        if topic:
            return topic
    if own:
        return _meant(text, own, naming)
    if best and scores[best] > 1.9:
        return naming.fullest(first[best])
    hospital = naming.most_named("hospital")  # a physician's interview names it only beside the speaker
    return hospital if hospital and (place_prefix(text, hospital[0]) or "大学" in text[slice(*hospital)]) else None


def _best(scores: dict[str, float], first: dict[str, Span], naming: Naming) -> str | None:
    """The name that counts most; where it is the report's word for itself, the body of its class that counts most."""
    best = max(scores, key=lambda name: (scores[name], -first[name][0]), default=None)
    if best is None or best not in lexicon().own:
        return best
    meant = {name: scores[name] for name in scores if naming.is_meant(name, best)}
    return _best(meant, first, naming) if meant else best


def _candidates(
    text: str, sentences: list[Sentence], title: Span, periods: dict[int, int], naming: Naming
) -> Iterator[tuple[Span, float]]:
    """Names with what their place is worth; the later a part of the title, the less."""
    for number, part in enumerate(parts(text, title)):
        for span, worth in _of_part(text, part, naming):
            yield span, worth - number
            name = text[slice(*span)]
            if number == 0 and worth == _TITLE_ACTOR and acts(text, name) > 1 and not is_place(name):
                return
    entries = {match[1]: match.span(1) for match in _ENTRY.finditer(text)}
    if len(entries) == 1:
        yield from ((span, 3.0) for span in entries.values())
    if is_introduction(text, title):
        yield from ((span, 2.5) for span in says_what_it_is(text, sentences, title, periods))
    if _OFFICIAL.search(text, *title):
        for span in _signed(text):
            yield span, 3.5
    yield from _lead(text, sentences, title, periods)


def _of_part(text: str, part: Span, naming: Naming) -> Iterator[tuple[Span, float]]:
    """The names of one part of the title."""
    start, end = part
    place = place_prefix(text, start)
    if place and place <= end:
        yield (start, place), 3
        if office := _office_of(text, place, part):
            yield office, _TITLE_ACTOR
        if inner := _place_within(text, place, end):
            yield inner, 3.2
    if name := names_introduced(text, start, end):
        yield name, _TITLE_ACTOR
    for name in (recurring(text, start, end), profiled(text, start, end)):
        if name:
            yield name, 3.5
    for name in quoted(text, start, end):
        yield name, 3.5
    if (own := own_at(text, start, end)) and text[slice(*own)] != "全国":
        meant = _meant(text, own, naming)
        yield meant, 3 if text[slice(*meant)] not in lexicon().own else 2.1
    for place_inside in _places_inside(text, start, end):
        yield place_inside, 1.5
    yield from _portrayed(text, start, end)
    for body in bodies_in(text, start, end):
        called = text[slice(*body)]
        if not is_bare(called) and not _is_class(called) and not _in_quotes(text, body) and not _of_everywhere(called):
            whole = _with_and(text, start, body)
            actor = whole[1] >= end or acts_at(text, whole[1])
            yield whole, (_TITLE_ACTOR if actor else 3.1) if whole[0] == start else 1


def _office_of(text: str, place: int, part: Span) -> Span | None:
    """The office that a place and its field are short for (江州税务: 江州市税务局), in the text's fullest form."""
    field = text[place : part[1]]
    if not _FEW <= len(field) <= _PERSON_LONG or not text.startswith((":", "："), part[1]):
        return None
    stem = text[part[0] : place].rstrip(CLASS_OF_PLACE)
    name = re.compile(rf"[\u4e00-\u9fff]{{0,8}}{stem}[{CLASS_OF_PLACE}]?{field}[局厅委]")
    offices = [body for m in name.finditer(text) for body in bodies_in(text, *m.span()) if body[1] == m.end()]
    return max(offices, key=lambda body: body[1] - body[0], default=None)


def _portrayed(text: str, start: int, end: int) -> Iterator[tuple[Span, float]]:
    """The persons of a part of the title: whom it portrays (——记某院主任某人), or who only stands there."""
    for person in persons_in(text, start, end):
        if text.startswith(_PORTRAITS, start):
            yield person.name, _TITLE_ACTOR
        elif person.organisation is None and not is_statesman(text, person.name):
            yield person.name, 1.5


def _places_inside(text: str, start: int, end: int) -> Iterator[Span]:
    """The places behind the beginning of the part, where it does not only tell where something takes place."""
    for word in cut(text, start, end):
        if len(word.text) > 1 and word.start > start and text[word.start - 1] not in _WHERE:
            place = word.end if word.text in body_lexicon().named else place_prefix(text, word.start)
            if place and place <= end:
                yield word.start, place


def _place_within(text: str, start: int, end: int) -> Span | None:
    """The place that follows the one that it lies in at once (上海|宝山, 中山市|三角镇)."""
    place = place_prefix(text, start)
    if place and place <= end:
        return start, place
    town = _TOWN.match(text, start, end)
    return town.span() if town and text.count(town.group()) > 1 else None


def _in_quotes(text: str, span: Span) -> bool:
    """Whether quotes or 《》 wrap the span."""
    return text[span[0] - 1 : span[0]] in ("“", "《", "‘") and text[span[1] : span[1] + 1] in ("”", "》", "’")


def _of_everywhere(name: str) -> bool:
    """Whether a name is a field of the whole country (全国泌尿外科), not a body of it (全国总工会)."""
    return name.startswith("全国") and any(name[-n:] in body_lexicon().unit for n in range(1, len(name) - 1))


def _signed(text: str) -> Iterator[Span]:
    """Bodies that have a line for themselves at the head or the end of an official letter."""
    end = len(text.rstrip())
    for floor, ceiling in ((0, _SIGNED), (max(0, end - _SIGNED), end)):
        for line in _LINE.finditer(text, floor, ceiling):
            bodies = bodies_in(text, *line.span())
            if bodies and bodies[-1] == line.span():
                yield line.span()


@lru_cache(maxsize=1024)
def _is_class(name: str) -> bool:
    """Whether a company's name holds ordinary words only, and so names none: 物流公司, 全球最大公司."""
    proper = name in body_lexicon().named
    return (
        not proper
        and name.endswith(_COMPANIES)
        and all(len(word.text) > 1 and word.pos not in _PROPER for word in cut(name))
    )


def _with_and(text: str, start: int, body: Span) -> Span:
    """The body with what stands before it in the part, where the text repeats the whole: 食品科学与工程学院."""
    name = text[start : body[1]]
    joint = re.fullmatch(r"[\u4e00-\u9fff]{2,12}[与和及]", text[start : body[0]])
    return (start, body[1]) if joint and text.count(name) > 1 else body


def _lead(text: str, sentences: list[Sentence], title: Span, periods: dict[int, int]) -> Iterator[tuple[Span, float]]:
    """The bodies that open the clauses behind the title, and those that issue or host what the lead tells."""
    end = title[1]
    first: int | None = None
    for sentence in sentences:
        if sentence.start > title[1] + _LEAD:
            break
        if sentence.end <= title[1]:
            continue
        end = sentence.end
        first = sentence.paragraph if first is None else first
        for clause in sentence.clauses:
            if clause.end <= title[1]:
                continue
            start = opening(text, max(clause.start, title[1]), clause.end, periods)
            body = None if only_tells(text, start, clause.end) else body_opening(text, start, clause.end)
            name = text[slice(*body)] if body else ""
            if _MEETS_PRESS.search(text, start, clause.end) or _is_class(name):
                continue
            if body and not is_bare(name):
                whole = joint(text, body, clause.end)
                if _ISSUES.match(text, whole[1]):
                    yield whole, _ISSUER if whole == body or text[whole[1] - 2 : whole[1]] != "部门" else 1.5
                else:
                    yield body, (1.5 if sentence.paragraph == first else 0.8) if acts_at(text, body[1]) else 0
            elif again := recurring(text, start, clause.end):
                yield again, 0
    for host in _HOSTED.finditer(text, title[1], end):
        body = body_before(text, host.start(), max(title[1], host.start() - _HOST_LONG))
        if body and body[1] == host.start() and not is_bare(text[slice(*body)]):
            yield body, 3


def _meant(text: str, own: Span, naming: Naming) -> Span:
    """The body that the report's word for itself means; a company may go by a short name only."""
    meant = naming.resolve_own(own, None)
    if meant == own and text[own[0]] == "该":
        return naming.named_before(own, max(0, own[0] - _FAR)) or own
    if meant == own and lexicon().own[text[slice(*own)]] == "company":
        return works(text) or own
    return meant
