"""Persons as mentions: a name with the organisation and the post that the text puts beside it.

In front of the name (`青禾集团总经理李晓岚`), behind it in brackets or a row (`李晓岚(江州市第一小学教师)`), or a bare
title behind it (`李晓岚教授`). Names that share a list share what leads it.
"""

from functools import lru_cache

from factx.gazetteer import listed_place_end, place_at
from factx.mentions.bodies import bodies_in
from factx.mentions.name_context import COMPANIES, ends_post
from factx.mentions.person_lexicon import given_characters, person_lexicon
from factx.mentions.person_lists import LIST_SIGN, Person, of_own_name, share_posts, title_at, unit_in_list
from factx.mentions.person_names import begins_name, names_in
from factx.mentions.person_units import (
    OURS,
    SHORTEST_COMPANY,
    company_end,
    ends_run,
    is_own_office,
    is_post,
    is_ward,
    seat_end,
    unit_and_post,
    unit_past_bracket,
    unit_within,
    whole_unit,
)
from factx.patterns import compiled
from factx.text import Span, trim
from factx.words import cut

_REACH = 50
_HARD_STOP = compiled(r"[，,。；;：:！!？?【】—\n\r]|[（(](?!\d{1,2}[）)]班)|[）)](?!班)")
_SEX = compiled(r"[（(](?:男|女|已故|[\u4e00-\u9fff]{1,3}族|(?:男|女)[，,、][\u4e00-\u9fff]{1,3}族)[）)]")
_BRACKET = compiled(r"[（(]([^（）()\n]{2,60})[）)]")
_CELLS_OF_BIRTH = r"男|女|汉族?|[\u4e00-\u9fff]{1,3}族|中共党员|共产党员|群众|本科|大专|\d{4}[.年]\d{0,2}月?|\d\d岁?"
_ROW = compiled(
    rf"(?:[ \t\u3000]{{1,4}}(?:{_CELLS_OF_BIRTH})(?!\S))*"
    r"[ \t\u3000]{1,4}([^\s，。；：、（(]{2,30})(?:[ \t\u3000]{1,4}([^\s，。；：、（(]{2,20}))?"
)
"""The cells behind a name, those left out that tell of sex, people and age."""
_PARTICULARS = r"男|女|[\u4e00-\u9fff]族|汉|\d+岁|[^，。,\n]{0,14}(?:出生|生|人|党员|学历|学位|文化)"
_OFFICE = "现任|时任|现为|曾任|系|为|是|[他她](?:是|系|现任|现为)"
_APPOSITION = compiled(
    rf"(?:[，,](?:(?:{_PARTICULARS})[，,]){{0,7}}(?:{_OFFICE})?|(?:{_OFFICE}))([^，。,；;\n]{{4,40}})(?=[，。,；;\n]|$)"
)
_AS = compiled(r"(?:^|[，,。；;！？!?”\n])作为([^，。,；;\n]{4,40})[，,]$")
"""As what somebody does what is told of: 作为青禾医院内科主任,|李晓岚…."""
_COMMAS = frozenset(",，")
_FAME = ("专家", "学者", "院士", "人才", "名家", "大师")
_SEATS = ("委员", "常委", "理事", "会长", "理事长", "组长", "成员", "专家", "顾问", "秘书长", "代表")
_SOCIETY_END = ("会", "组", "研究中心", "联盟", "政治局", "指挥部", "联")
"""Posts and bodies that somebody has beside the work: 医学会理事、|青禾医院院长."""
_AREA_END = frozenset("省市县区州旗镇乡道")
_SHORTEST_ENTRY = 7
_TELLING = frozenset("（(，, \t\u3000现时曾系为是他她")
"""How what tells of a person begins behind the name: a bracket, a row, an apposition."""
_POLITE = ("同志", "先生", "女士")
_SPACE = " \t\u3000"
_LONGEST_COMPANY = 10
_ENTRY = compiled(r"([\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2})(?=[ \t\u3000]+\S|$)")
_PARTS = compiled(r"[^，,；;、\s]+")


@lru_cache(maxsize=64)
def persons_in(text: str, start: int, end: int) -> tuple[Person, ...]:
    """The persons named in `text[start:end]`, in order, with the organisation and post that stand beside each.

    Kept for the last stretches: every verb of a clause asks for the persons of that clause.
    """
    found: list[Person] = []
    for name in names_in(text, start, end):
        if found and LIST_SIGN.fullmatch(text, found[-1].name[1], name[0]):
            organisation, position = found[-1].organisation, found[-1].position
            if organisation and organisation[0] > found[-1].name[0]:
                organisation, position = None, None
            if position and position[0] > found[-1].name[0]:
                position = None
            position = title_at(text, name[1]) or position  # 院长李晓岚、王建国|教授
        else:
            floor = max(found[-1].name[1] if found else 0, name[0] - _REACH)
            organisation, position = _leading(text, floor, name[0])
            if position and text.endswith(_FAME, *position) and (title := title_at(text, name[1])):
                position = title  # 国际著名专家李晓岚|教授
            if found:
                organisation = unit_in_list(text, found[-1], organisation, position)
        if organisation is None or position is None:
            organisation, position = _behind(text, name[1], organisation, position)
        led = _AS.search(text, max(0, name[0] - _REACH), name[0]) if text[name[0] - 1] in _COMMAS else None
        if led and organisation is None:
            unit, post = unit_and_post(text, led.span(1))
            organisation, position = unit, post or position
        person = Person(name, organisation, position)
        owned = of_own_name(text, found[-1], person) if found and organisation else None
        if owned:
            found.pop()
        found.append(owned or person)
    share_posts(text, found)
    return tuple(found)


def entry_of(text: str, line: Span) -> Person | None:
    """The person that a line of a list opens with (`何秋月 县财政局局长`): a surname and a space vouch for the name."""
    start, end = line
    if not begins_name(text, start):
        return None
    match = _ENTRY.match(text, start, end)
    if match is None:
        return _run_together(text, line)
    name = match.span(1)
    return Person(name, *_behind(text, name[1], None, None))


def _run_together(text: str, line: Span) -> Person | None:
    """The person of a line that holds name, unit and post and no space between them, or None."""
    start, end = line
    if end - start < _SHORTEST_ENTRY or listed_place_end(text, start) or not ends_post(text, end):
        return None
    for stop in sorted((start + 3, start + 2), key=lambda stop: listed_place_end(text, stop) is None):
        opens = listed_place_end(text, stop) or (stop - start > 2 and (place_at(text, stop) or text[stop] in _AREA_END))
        if opens and given_characters().issuperset(text[start + 1 : stop]):
            unit, post = unit_and_post(text, (stop, end))
            seat = seat_end(text, *(post or (stop, end))) if unit is None or text[unit[1] - 1] in _AREA_END else None
            if seat:
                return Person((start, stop), (stop, seat), (seat, end))
            if unit and post:
                return Person((start, stop), unit, post)
    return None


def _leading(text: str, floor: int, name: int) -> tuple[Span | None, Span | None]:
    """The organisation and the post in front of the name at `name`, over a bracket between the two."""
    closed = max(text.rfind(")", floor, name), text.rfind("）", floor, name)) + 1
    apart = not closed or _HARD_STOP.search(text, closed, name)
    unit = None if apart else unit_past_bracket(text, floor, (closed, name))
    return (unit, (closed, name)) if unit else _in_front(text, floor, name)


def _in_front(text: str, floor: int, name: int) -> tuple[Span | None, Span | None]:
    """The organisation and the post that lead the name at `name`."""
    for stop in _HARD_STOP.finditer(text, floor, name):
        floor = stop.end()
    name = trim(text, (floor, name), _SPACE)[1]
    bodies = [body for body in bodies_in(text, floor, name) if body[1] - body[0] > 2]
    found: tuple[Span, Span | None] | None = None
    for body in reversed(bodies):
        unit = body if body[1] == name else whole_unit(text, body)  # 青禾医院骨科|李晓岚, but 青禾医院|骨科主任
        unit = (unit[0] + (text[unit[0]] == "兼"), unit[1])
        if text[unit[1] : name] == "长":
            unit = unit_within(text, body, name) or unit
        post = trim(text, (unit[1], name), "的" + _SPACE)
        if post[0] < post[1] and not is_post(text, post):
            break
        mark = text.rfind("、", unit[1], found[0][0]) if found else -1
        if mark >= 0 and not ends_post(text, mark):
            break  # another's unit: 轧钢厂作业长张海涛、质检中心|化验员
        found = (unit, post if post[0] < post[1] else None)
        joined = text[unit[0] - 1 : unit[0]] == "兼" and ends_post(text, unit[0] - 1)  # 江东医院主任医师兼|江州大学…
        if not joined and not is_ward(text, unit):
            break
    if found and found[1] and "津贴" in text[slice(*found[1])]:
        return None, None  # 享受国务院特殊津贴专家 is what somebody is granted
    if found and found[1] and text.startswith(tuple(person_lexicon().standing), found[1][0]):
        begin = found[0][0]
        led = text[begin - 1] == "、" and ends_post(text, begin - 1)  # 青禾大学教授、|中国工程院院士
        further = text.find("、", found[1][0], name) + 1  # 中国工程院院士、|呼吸病学专家
        return _in_front(text, floor, begin - 1) if led else (None, (further or begin, name))
    if found and found[1] and text[found[0][0] - 1] == "、" and ends_post(text, found[0][0] - 1):
        whole, first = _in_front(text, floor, found[0][0] - 1)
        if is_own_office(text, found[0]) or (whole and first and _is_main(text, whole, first)):
            return whole, (first[0] if first else _run_start(text, floor, name), name)  # 青禾公司|班长、江州服务队队长
    if found:
        seat = seat_end(text, *found[1]) if found[1] and text[found[0][1] - 1] in _AREA_END else None
        return ((found[0][0], seat), trim(text, (seat, name), "的")) if seat else found
    return _of_ours(text, floor, name) or _without_head(text, _run_start(text, floor, name), name)


def _is_main(text: str, unit: Span, post: Span) -> bool:
    """Whether the first of two offices is the work, no standing, no seat in a society (市政协委员、|青禾公司经理)."""
    lexicon = person_lexicon()
    if text[unit[1] - 1] in _AREA_END or text.endswith(_SOCIETY_END, *unit):
        return False
    return not text.endswith((*_SEATS, *lexicon.standing, *lexicon.merit), 0, post[1])


def _of_ours(text: str, floor: int, name: int) -> tuple[Span, Span | None] | None:
    """The report's own body by the word that it calls itself, with the post behind it (我校|教师), or None."""
    begin = max(text.rfind(word, floor, name) for word in "我本")
    ours = OURS.match(text, begin, name) if begin >= 0 else None
    if ours is None or (ours.end() < name and not is_post(text, (ours.end(), name))):
        return None
    return ours.span(), (ours.end(), name) if ours.end() < name else None


def _without_head(text: str, begin: int, name: int) -> tuple[Span | None, Span | None]:
    """Unit and post that the run from `begin` tells, in which no head of bodies shows where a unit ends."""
    if name - begin >= 2 and is_post(text, (begin, name)):
        unit = company_end(text, begin, name) or seat_end(text, begin, name)
        return ((begin, unit), (unit, name)) if unit else (None, (begin, name))
    if text[name - 2 : name] in COMPANIES and SHORTEST_COMPANY <= name - begin <= _LONGEST_COMPANY:
        return (begin, name), None  # 青禾股份|李晓岚
    return None, None


def _run_start(text: str, floor: int, end: int) -> int:
    """Where the run of words that leads up to `end` begins: behind the last word that no name holds."""
    begin = floor
    lexicon = person_lexicon()
    for word in cut(text, floor, end):
        is_outside = ends_run(word.text) or word.text in lexicon.goes_before or word.pos in {"p", "c", "uj", "ul", "r"}
        if is_outside or (word.text == "、" and not ends_post(text, word.start)):
            begin = word.end
    return trim(text, (begin, end), _SPACE + "、”")[0]


def _behind(text: str, name: int, organisation: Span | None, position: Span | None) -> tuple[Span | None, Span | None]:
    """The same from what follows the name that ends at `name`; what is known already stays."""
    title = title_at(text, name)
    if title:
        told = _APPOSITION.match(text, title[1]) if organisation is None else None
        unit, post = unit_and_post(text, told.span(1)) if told else (None, None)  # 李晓岚教授,青禾医院|内科主任
        return organisation or unit, post or position or title
    if text.startswith(_POLITE, name):
        name += 2
    if text[name : name + 1] not in _TELLING:
        return organisation, position
    if sex := _SEX.match(text, name):
        name = sex.end()
    for pattern in (_BRACKET, _ROW, _APPOSITION):
        match = pattern.match(text, name)
        if not match:
            continue
        for group in range(1, pattern.groups + 1):
            if match.start(group) < 0:
                continue
            for part in _PARTS.finditer(text, match.start(group), match.end(group)):
                unit, post = unit_and_post(text, part.span(), strict=pattern is _APPOSITION)
                if position and position[1] == part.start() - 1 and _goes_on(text, position[1], part.span()):
                    position = position[0], part.end()  # 党委书记、|董事长
                organisation, position = organisation or unit, position or post
        return organisation, position
    return organisation, position


def _goes_on(text: str, mark: int, part: Span) -> bool:
    """Whether `part` behind the mark is a further post in the same unit."""
    return text[mark] == "、" and is_post(text, part) and not bodies_in(text, *part)
