"""Headline: the names that a part of a report's title holds, with what their place there is worth."""

import re
from collections.abc import Iterator

from factx.context.actor import acts_at, own_at
from factx.context.brands import profiled, quoted, recurring, works
from factx.context.introduction import names_introduced
from factx.context.kinds import is_bare, is_department, is_institution
from factx.context.lexicon import lexicon
from factx.context.naming import CLASS_OF_PLACE, Naming
from factx.context.statesmen import is_statesman
from factx.context.topic import begins_thing
from factx.gazetteer import body_lexicon, listed_place_end, place_prefix
from factx.mentions.bodies import bodies_in
from factx.mentions.person_names import begins_name
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, pos

_PORTRAITS = ("记", "专访", "访", "走近", "追记")
"""How the part of a title begins that says whom the report portrays."""
ISSUES = compiled(r"(?:\d{0,2}日|日前|近日|今天|昨天)?(?:联合|共同)?(?:印发|出台|制定|发布)")
_BEHIND_NAME = compiled(r"教授|主任|医生|医师|院士|院长|博士|专家|团队|同志|[:：]")
_POST_OR_SPEECH = compiled(r"(?:教授|主任|医生|医师|院士|院长|博士|同志|说|介绍|表示|认为|坦言|告诉|回忆|带领)")
MEETS_PRESS = compiled(r"(?:新闻)?(?:发布|吹风|招待)会|集体采访|记者(?:见面)?会")
"""Where somebody tells of others' deeds."""
_VISIT = compiled(
    r"(?!我|本|学|校|院|公司|集团)(?:[\u4e00-\u9fff·]{2,18}?(?:[到来赴]|莅临|走进|深入)(?=(?:我|本)[校院省市县区州镇公行])"
    r"|[\u4e00-\u9fff·]{2,14}(?:一行|领导|调研组|考察[团组]|检查组|督[导查]组|专家组|慰问[团组])"
    r"(?:(?:到|来|赴|莅临|深入|走进)(?!会)|(?:调研|考察|视察|慰问|检查|指导|参观|访问|走访|督导)))"
)
"""Guests at the beginning of a title, and the word behind which their host is named."""
_TOWN = compiled(r"[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|村|社区)")
_POST_BEHIND = compiled(r"[ \u3000,，、]*(?:副?主任医师|主治医师|副?教授|院士|研究员|高级工程师)")
_SPEAKS = compiled(r"(?:教授|主任|医生|医师|院士|博士)?(?:[:：]|提醒|谈|说|讲|解读|详解|做客|专访|解析|支招|揭秘)")
_NAMES = frozenset({None, "nr", "nrfg", "nrt", "nz"})
_FAR = 1500
"""How far before its first 该院 a report names the body."""
_WHERE = frozenset("在于赴抵到访来驻")
_FEW = 2
_FIELDS = ("税务", "公安", "交警", "消防", "海关", "城管", "检察")
"""Fields whose name behind a place stands for the office."""
_PERSON_LONG = 4
TITLE_ACTOR = 4
"""What a body that opens the title and acts is worth; where it opens clauses too, nothing else is looked at."""


def names_of_part(text: str, part: Span, naming: Naming) -> Iterator[tuple[Span, float]]:
    """The names of one part of the title; guests are none (省科协领导到|云溪县科协调研)."""
    if MEETS_PRESS.search(text, *part):
        yield from _of_place(text, part)
        return
    visit = _VISIT.match(text, *part)
    start, end = part = (visit.end(), part[1]) if visit else part
    yield from _of_place(text, part)
    if name := _titled(text, part):
        yield name, TITLE_ACTOR
    if name := names_introduced(text, start, end):
        yield name, TITLE_ACTOR
    for name in (recurring(text, start, end), profiled(text, start, end)):
        if name:
            yield name, 3.5
    for name in quoted(text, start, end):
        yield name, 3.5
    if (own := own_at(text, start, end)) and text[slice(*own)] != "全国":
        meant = meant_by(text, own, naming)
        yield meant, 3 if text[slice(*meant)] not in lexicon().own else 2.1
    for place_inside in _places_inside(text, start, end):
        yield place_inside, 1.5
    yield from _portrayed(text, start, end)
    for body in bodies_in(text, start, end):
        called = text[slice(*body)]
        if not is_bare(called) and not _in_quotes(text, body) and not _of_everywhere(called):
            whole = _with_and(text, start, body)
            if begins_thing(text, whole[1], end) and (called.startswith("第") or is_department(called)):
                continue  # 第三届江州骨科|论坛
            actor = whole[1] >= end or acts_at(text, whole[1]) or ISSUES.match(text, whole[1])
            yield whole, (TITLE_ACTOR if actor else 3.1) if whole[0] == start else 1


def _of_place(text: str, part: Span) -> Iterator[tuple[Span, float]]:
    """The place that a part begins with, the one inside it, and what is named by it (江州市便民热线：…)."""
    start, end = part
    place = place_prefix(text, start)
    if place is None or place > end:
        if district := _district(text, start):
            yield district, 3
        return
    yield (start, place), 3
    if office := _office_of(text, place, part):
        yield office, TITLE_ACTOR
    if text.startswith((":", "："), end) and end - place > _FEW and text.count(text[place:end]) > _FEW:
        yield (start, end), TITLE_ACTOR + 0.2
    if inner := _place_within(text, place, end):
        yield inner, 3.2


def _office_of(text: str, place: int, part: Span) -> Span | None:
    """The office that a place and its field are short for (江州税务: 江州市税务局), in the text's fullest form."""
    field = text[place : part[1]]
    if field.startswith(_FIELDS):  # 江州税务推出…
        field = field[:_FEW]
    elif not _FEW <= len(field) <= _PERSON_LONG or not text.startswith((":", "："), part[1]):
        return None
    stem = text[part[0] : place].rstrip(CLASS_OF_PLACE)
    name = re.compile(rf"[\u4e00-\u9fff]{{0,8}}{stem}[{CLASS_OF_PLACE}]?{field}[局厅委]")
    offices = [body for m in name.finditer(text) for body in bodies_in(text, *m.span()) if body[1] == m.end()]
    return max(offices, key=lambda body: body[1] - body[0], default=None)


def _portrayed(text: str, start: int, end: int) -> Iterator[tuple[Span, float]]:
    """The persons of a part of the title: whom it portrays (——记某院主任某人), or who only stands there."""
    persons = list(persons_in(text, start, end))
    for person in persons:
        last = person.name[1] == end
        if text.startswith(_PORTRAITS, start):
            yield person.name, TITLE_ACTOR
        elif (person.organisation and is_institution(text[slice(*person.organisation)])) and _SPEAKS.match(
            text, person.name[1], end + 1
        ):
            yield person.name, TITLE_ACTOR + 1  # 江州医院眼科教授林晓青|提醒
        elif person.organisation is None and not is_statesman(text, person.name):
            yield person.name, 3.5 if last else 1.5  # 名医|李幼安
    if not persons and (name := _spoken_of(text, start, end)):
        yield name, TITLE_ACTOR


def _titled(text: str, part: Span) -> Span | None:
    """A part that is a person's name, before a part that is the person's post: 林晓青 主任医师."""
    start, end = part
    is_name = end - start in (2, 3) and begins_name(text, start)
    return part if is_name and _POST_BEHIND.match(text, end) else None


def _spoken_of(text: str, start: int, end: int) -> Span | None:
    """A name that no list of names shows, before a post or at the end of the part, of whom the text goes on to tell."""
    for at in range(start, end - 1):
        if not begins_name(text, at):
            continue
        for size in (3, 2):
            name = text[at : at + size]
            behind = at + size == end or (at + size < end and _BEHIND_NAME.match(text, at + size, end))
            if behind and name.isalpha() and pos(name) in _NAMES and _tells_of(text, name):
                return at, at + size
    return None


def _tells_of(text: str, name: str) -> bool:
    """Whether the text names the person again, by a post or as one who speaks."""
    at = text.find(name)
    while at >= 0:
        if _POST_OR_SPEECH.match(text, at + len(name)) and text.count(name) > _FEW:
            return True
        at = text.find(name, at + 1)
    return False


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
    return town.span() if town and text.count(town.group()) > 1 else _district(text, start)


def _district(text: str, start: int) -> Span | None:
    """The district or county whose name begins at `start` without its class word, where the text has the whole."""
    for name in (text[start : start + size] + unit for size in (2, 3) for unit in "区县市"):
        at = text.find(name) if listed_place_end(name, 0) == len(name) else -1
        if at >= 0:
            return at, at + len(name)
    return None


def _in_quotes(text: str, span: Span) -> bool:
    """Whether quotes or 《》 wrap the span."""
    return text[span[0] - 1 : span[0]] in ("“", "《", "‘") and text[span[1] : span[1] + 1] in ("”", "》", "’")


def _of_everywhere(name: str) -> bool:
    """Whether a name is a field of the whole country (全国泌尿外科), not a body of it (全国总工会)."""
    return name.startswith("全国") and any(name[-n:] in body_lexicon().unit for n in range(1, len(name) - 1))


def _with_and(text: str, start: int, body: Span) -> Span:
    """The body with what stands before it in the part, where the text repeats the whole: 食品科学与工程学院."""
    name = text[start : body[1]]
    joint = re.fullmatch(r"[\u4e00-\u9fff]{2,12}[与和及]", text[start : body[0]])
    return (start, body[1]) if joint and text.count(name) > 1 else body


def meant_by(text: str, own: Span, naming: Naming) -> Span:
    """The body that the report's word for itself means; a company may go by a short name only."""
    meant = naming.resolve_own(own, None)
    if meant == own and text[own[0]] == "该":
        return naming.named_before(own, max(0, own[0] - _FAR)) or own
    if meant == own and lexicon().own[text[slice(*own)]] == "company":
        return works(text) or own
    return meant
