"""Document: the body that a report is of.

Every name that the title begins with and every body that opens a clause of the lead is a candidate; it counts where
the name stands (the title's beginning tells most) and how many clauses of the text it opens as their actor.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from factx.context.actor import (
    acts,
    acts_at,
    body_opening,
    joint,
    only_tells,
    opening,
    thinks,
)
from factx.context.area import area_of, is_of_area, own_word, parts
from factx.context.brands import recurring, works
from factx.context.headline import ISSUES, MEETS_PRESS, TITLE_ACTOR, meant_by, names_of_part
from factx.context.introduction import is_introduction, says_what_it_is
from factx.context.kinds import is_bare, is_person
from factx.context.lexicon import lexicon
from factx.context.naming import Naming
from factx.context.topic import topic_opening
from factx.gazetteer import is_place, level_lexicon, place_prefix
from factx.mentions.bodies import bodies_in, body_at
from factx.patterns import compiled
from factx.segment import Sentence
from factx.text import Span

_LEAD = 250
"""The first characters behind the title, in which a report tells who it is."""
_OFFICIAL = compiled(
    r"(?:的(?:紧急|补充|重要)?(?:通知|决定|通报|公告|意见|公示|函|报告|批复|通告)|关于[^\n]{4,50}?(?:措施|意见|办法|方案|细则|指引))"
)
_ENTRY = compiled(
    r"(?m)^([\u4e00-\u9fff]{2,4})"
    r"(?:[，,][男女][，,]|[ \u3000]{1,3}(?:副?主任医师|主治医师|副?教授|院士)(?:[ \u3000,，]|$))"
)
"""How a person's particulars begin; one such line makes the text a profile."""
_LINE = compiled(r"(?<!\S)\S{3,40}(?!\S)")
_SIGNED = 120
"""An official letter names its sender in its last characters."""
_HOSTED = compiled(r"(?<=[\u4e00-\u9fff])(?:联合|共同)?(?:主办|举办)")
_HOST_LONG = 60
_RENAMED = compiled(
    r"(?<![\u4e00-\u9fff])(?:学校|学院|医院|公司|企业|集团|全院|我[校院司])?(?:正式)?(?:更名|改名|定名|升格|改制|改建)为([^，,。；;\n]{4,24})"
)
_RENAMED_TO = 3.0
_CUT_NAME = 10
"""So near where the look began, what seems a name may be the end of one."""
_BEFORE_HOSTS = frozenset("由，,。\n")
_TELLS = compiled(r"(?:榜单|榜|名单|排名|排行|数据|指数|统计|信息|消息|公报|预警|调查)(?:》|”|$|显示|称)")
"""What a source issues, and nobody's own paper."""
_FULL = 6
_TEAMS = ("专家", "团队")
_JOINS = frozenset("、和与及")
_METALS = frozenset("钢铝铜矿汽航")
"""The last characters of short names that are no product's (南山铝, but 动力煤, 电池)."""
_MOST_ACTS = 5
_SENDER = 8
_SIGNER = 3.5
_ISSUER = 4.5
"""What a body is worth that issues what the lead tells of; where the title names its area only, it is meant."""
_ACTS = 1.5
_ACTS_LATER = 0.8
"""What a body is worth that opens a clause of the lead as its actor, in its first paragraph or behind it."""
_ALMOST = 1.9
_FAINT_READ = 1500
_NAMED = 0.9
"""What is enough for a body, where nobody else is told of; for a person that a title names it is not."""
_ENOUGH = 2
"""A score below this names nobody."""


class Known(NamedTuple):
    """The body that a report is of; where none is, the one that its title or its lead names at all."""

    body: Span | None
    faint: Span | None = None


def subject_of(text: str, sentences: list[Sentence], title: Span, periods: dict[int, int], naming: Naming) -> Known:
    """The report's body in its fullest form; its word for itself (我区) where it names none."""
    if is_of_area(text, title):
        return Known(area_of(text, title, naming))
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
        told = worth not in (TITLE_ACTOR, _SENDER, _SIGNER) and _is_national(name)
        scores[name] += min(_MOST_ACTS, acts(text, name, but=longer)) - 2 * told
    best = _best(scores, first, naming)
    if best and scores[best] > _ENOUGH:
        organ = next((name for name in issuers if is_place(best) and name.startswith(best)), None)
        return Known(first[organ] if organ else naming.spelled_out(first[best]))
    own = own_word(text, of_area=False)
    is_of_body = own is not None and lexicon().own[text[slice(*own)]] != "country"
    if not is_of_body and (topic := _topic(text, sentences, title, periods)):
        return Known(topic)
    if own and ((meant := meant_by(text, own, naming)) != own or _is_ours(text, own, title)):
        return Known(meant)
    if best and scores[best] > _ALMOST:
        return Known(naming.fullest(first[best]))
    hospital = naming.most_named("hospital")  # a physician's interview names it only beside the speaker
    if hospital and (place_prefix(text, hospital[0]) or "大学" in text[slice(*hospital)]):
        return Known(hospital)
    is_source = best is not None and _is_national(best) and first[best][0] >= title[1]
    is_faint = best and scores[best] > _NAMED and not is_source and not is_person(best)
    return Known(None, naming.fullest(first[best]) if best and is_faint else _recurring_body(text, naming))


def _is_national(name: str) -> bool:
    """Whether a body is of the nation's government, or its office: texts of others name it on the way."""
    return name.removesuffix("办公厅") in level_lexicon().national_organ


def _is_ours(text: str, own: Span, title: Span) -> bool:
    """Whether a report may be of the body that only its word for itself names: 公司 is any company that it tells of."""
    word = text[slice(*own)]
    return lexicon().own[word] != "company" or word[0] == "我" or word in text[slice(*title)]


def _recurring_body(text: str, naming: Naming) -> Span | None:
    """The body that the text names most, at least twice."""
    counted: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for body in bodies_in(text, 0, min(len(text), _FAINT_READ)):
        name = text[slice(*body)]
        if not is_bare(name) and name not in level_lexicon().national_organ:
            counted[name] += 1
            first.setdefault(name, body)
    best = max(counted, key=lambda name: counted[name], default=None)
    return naming.fullest(first[best]) if best and counted[best] > 1 else None


def _topic(text: str, sentences: list[Sentence], title: Span, periods: dict[int, int]) -> Span | None:
    """The event or thing of which the title or the first sentence behind it tells."""
    lead = next((s for s in sentences if s.start >= title[1]), None)
    for start, end in (title, (lead.start, lead.end)) if lead else (title,):
        if topic := topic_opening(text, opening(text, start, end, periods), end, again=start == title[0]):
            return topic
    return None


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
        for span, worth in names_of_part(text, part, naming):
            yield span, worth - number
            name = text[slice(*span)]
            if number == 0 and worth == TITLE_ACTOR and acts(text, name) > 1 and not is_place(name):
                return
    if (brand := works(text)) and text[brand[1] - 1] in _METALS and acts(text, text[slice(*brand)], comma=False):
        yield brand, 3 if text[slice(*brand)] in text[slice(*title)] else 0.9
    entries = {match[1]: match.span(1) for match in _ENTRY.finditer(text)}
    teams = tuple(name + team for name in entries for team in _TEAMS)
    if len(entries) == 1 and not text.startswith(teams, title[0]):
        yield from ((span, 3.0) for span in entries.values())
    yield from ((span, _RENAMED_TO) for span in _renamed(text, title))
    if is_introduction(text, title):
        for span in says_what_it_is(text, sentences, title, periods):
            yield span, 2.5
            if text[slice(*span)].endswith(("中心", "实验室", "基地")) and span[1] - span[0] > _FULL:
                yield span, TITLE_ACTOR + 2  # the title may only say 实验中心
    if _OFFICIAL.search(text, *title):
        yield from ((span, _SENDER) for span in _sender(text, title))
        for span in _signed(text):
            yield span, _SIGNER
    yield from _lead(text, sentences, title, periods)


def _renamed(text: str, title: Span) -> Iterator[Span]:
    """The name that the report's body bears now, told behind the title (2009年,学校更名为江州理工大学)."""
    names = [body_at(text, *match.span(1)) for match in _RENAMED.finditer(text, title[1], title[1] + _LEAD)]
    yield from filter(None, names[-1:])


def _sender(text: str, title: Span) -> Iterator[Span]:
    """The body before 关于 in the title of an official letter: 江州市教育局|关于…的通知."""
    at = text.find("关于", *title)
    bodies = bodies_in(text, title[0], at) if at > 0 else []
    if bodies and bodies[0][0] == title[0] and not text[bodies[-1][1] : at].strip():
        yield bodies[0][0], bodies[-1][1]


def _signed(text: str) -> Iterator[Span]:
    """Bodies that have a line for themselves at the head or the end of an official letter."""
    end = len(text.rstrip())
    for floor, ceiling in ((0, _SIGNED), (max(0, end - _SIGNED), end)):
        for line in _LINE.finditer(text, floor, ceiling):
            bodies = bodies_in(text, *line.span())
            if bodies and bodies[-1] == line.span():
                yield line.span()


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
            if MEETS_PRESS.search(text, start, clause.end):
                continue
            for span, worth in _opener(text, start, clause.end):
                yield span, worth if sentence.paragraph == first or worth != _ACTS else _ACTS_LATER
    for host in _HOSTED.finditer(text, title[1], end):
        if (body := _host(text, max(title[1], host.start() - _HOST_LONG), host.start())) and not is_bare(
            text[slice(*body)]
        ):
            yield body, 3


def _opener(text: str, start: int, end: int) -> Iterator[tuple[Span, float]]:
    """Who opens the clause that begins at `start`, with what it is worth."""
    body = None if only_tells(text, start, end) else body_opening(text, start, end)
    if body is None or is_bare(text[slice(*body)]):
        if again := recurring(text, start, end):
            yield again, 0
        return
    if thinks(text, body):
        return
    whole = joint(text, body, end)
    issued = ISSUES.match(text, whole[1])
    if issued is None:
        yield body, _ACTS if acts_at(text, body[1]) else 0
    elif not _TELLS.search(text, issued.end(), end):
        yield whole, _ISSUER if whole == body or text[whole[1] - 2 : whole[1]] != "部门" else _ACTS


def _host(text: str, floor: int, end: int) -> Span | None:
    """The body, or the bodies together (由校团委、学生处|主办), whose name ends at `end`, or None."""
    bodies = bodies_in(text, floor, end)
    if not bodies or bodies[-1][1] != end:
        return None
    start = bodies[-1][0]
    for body in reversed(bodies[:-1]):
        if text[body[1] : start] not in _JOINS:
            break
        start = body[0]
    is_whole = start - floor > _CUT_NAME or text[start - 1 : start] in _BEFORE_HOSTS
    return (start, end) if is_whole else bodies[-1]
