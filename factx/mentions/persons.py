"""Persons as mentions: a name with the organisation and the post that the text puts beside it.

In front of the name (`青禾集团总经理李晓岚`), behind it in brackets or a row (`李晓岚(江州市第一小学教师)`), or a bare
title behind it (`李晓岚教授`). Names that share a list share what leads it.
"""

from functools import lru_cache
from typing import NamedTuple

from factx.gazetteer import body_lexicon, level_of, place_at
from factx.mentions.bodies import bodies_in
from factx.mentions.name_context import COMPANIES, ends_post
from factx.mentions.person_lexicon import person_lexicon
from factx.mentions.person_names import begins_name, names_in
from factx.mentions.unlisted_names import is_strange
from factx.patterns import compiled
from factx.text import Span, trim
from factx.words import cut, is_word

_REACH = 50
_HARD_STOP = compiled(r"[，,。；;：:！!？?（(）)【】—\n\r]")
_LIST_SIGN = compiled(r"(?:同志|先生|女士)?[、，, \t\u3000/和与及]{1,3}")
_SEX = compiled(r"[（(](?:男|女|已故|[\u4e00-\u9fff]{1,3}族|(?:男|女)[，,、][\u4e00-\u9fff]{1,3}族)[）)]")
_BRACKET = compiled(r"[（(]([^（）()\n]{2,60})[）)]")
_ROW = compiled(r"[ \t\u3000]{1,4}([^\s，。；：、（(]{2,30})(?:[ \t\u3000]{1,4}([^\s，。；：、（(]{2,20}))?")
_PARTICULARS = r"男|女|[\u4e00-\u9fff]族|汉|\d+岁|[^，。,\n]{0,14}(?:出生|生|人|党员|学历|学位|文化)"
_OFFICE = "现任|时任|现为|曾任|系|为|是|[他她](?:是|系|现任|现为)"
_APPOSITION = compiled(
    rf"(?:[，,](?:(?:{_PARTICULARS})[，,]){{0,7}}(?:{_OFFICE})?|(?:{_OFFICE}))([^，。,；;\n]{{4,40}})(?=[，。,；;\n]|$)"
)
_AS = compiled(r"(?:^|[，,。；;！？!?”\n])作为([^，。,；;\n]{4,40})[，,]$")
"""As what somebody does what is told of: 作为青禾医院内科主任,|李晓岚…."""
_COMMAS = frozenset(",，")
_SUMMED = compiled(r"等?[一二两三四五六七八九十百\d]+余?[位名个]")
_TITLED_SIGN = compiled(r"[\u4e00-\u9fff]{0,6}[、，,]")
"""What stands between two persons of a list, the title behind the first included."""
_DEPARTMENT = ("科", "科室", "处", "部", "教研室", "教研组", "病区")
_LONGEST_DEPARTMENT = 7
_FAME = ("专家", "学者", "院士", "人才", "名家", "大师")
_SPACE = " \t\u3000"
_PEOPLES = frozenset(("科协", "妇联", "工会", "总工会", "文联", "残联", "工商联", "团委", "公安局", "教育局"))
"""Organs whose departments a post takes with it: 市妇联|权益部部长."""
_VILLAGE = ("村", "社区", "镇", "乡", "街道")
_ORGAN_END = ("部", "委", "党组", "委员会")
_COMPANY = ("业", "制药", "重工", "股份")
"""Tails that nothing but a company has: what stands before them may be any word."""
_CLASS_WORDS = frozenset(("公司", "集团", "医院", "学院", "大学", "中学", "小学"))
_PARTY = ("党委", "党总支", "团委")
_SHORTEST_COMPANY, _LONGEST_COMPANY = 4, 10
_ENTRY = compiled(r"([\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,2})(?=[ \t\u3000]+\S|$)")
_PARTS = compiled(r"[^，,；;、\s]+")


class Person(NamedTuple):
    """A person named in the text; a two-character name may hold the space that spreads it."""

    name: Span
    organisation: Span | None
    position: Span | None


@lru_cache(maxsize=64)
def persons_in(text: str, start: int, end: int) -> tuple[Person, ...]:
    """The persons named in `text[start:end]`, in order, with the organisation and post that stand beside each.

    Kept for the last stretches: every verb of a clause asks for the persons of that clause.
    """
    found: list[Person] = []
    for name in names_in(text, start, end):
        if found and _LIST_SIGN.fullmatch(text, found[-1].name[1], name[0]):
            organisation, position = found[-1].organisation, found[-1].position
            if organisation and organisation[0] > found[-1].name[0]:
                organisation, position = None, None
            if position and position[0] > found[-1].name[0]:
                position = None
        else:
            floor = max(found[-1].name[1] if found else 0, name[0] - _REACH)
            organisation, position = _in_front(text, floor, name[0])
            if position and text.endswith(_FAME, *position) and (title := _title_at(text, name[1])):
                position = title  # 国际著名专家李晓岚|教授
            if found and organisation and is_department(text, organisation):
                organisation = _institution_before(text, found[-1], organisation)
        if organisation is None or position is None:
            organisation, position = _behind(text, name[1], organisation, position)
        led = _AS.search(text, max(0, name[0] - _REACH), name[0]) if text[name[0] - 1] in _COMMAS else None
        if led and organisation is None:
            unit, post = unit_and_post(text, led.span(1))
            organisation, position = unit, post or position
        found.append(Person(name, organisation, position))
    if found and found[-1].position is None and (summed := _summed_post(text, found[-1].name[1])):
        _share_post(text, found, summed)
    return tuple(found)


def is_department(text: str, body: Span) -> bool:
    """Whether a unit is a part of an institution that does not name the institution (`神经外科`, `教务处`)."""
    short = body[1] - body[0] <= _LONGEST_DEPARTMENT and text.endswith(_DEPARTMENT, *body)
    if not short or level_of(text[slice(*body)]):
        return False  # 铁道部
    return _whole_unit(text, body) == body and not place_at(text, body[0])


def _institution_before(text: str, before: Person, department: Span) -> Span:
    """The institution of the person listed before, to which the next one's department belongs, else the department."""
    if before.organisation is None or not _TITLED_SIGN.fullmatch(text, before.name[1], department[0]):
        return department
    return _whole_unit(text, before.organisation)


def _share_post(text: str, found: list[Person], post: Span) -> None:
    """Give `post` to the last persons of `found`, as far back as one list goes."""
    for i in range(len(found) - 1, -1, -1):
        found[i] = found[i] if found[i].position else found[i]._replace(position=post)
        if i == 0 or not _LIST_SIGN.fullmatch(text, found[i - 1].name[1], found[i].name[0]):
            return


def _summed_post(text: str, name: int) -> Span | None:
    """The post behind the count that sums up a list of names (`李晓岚、王建国两位|教授`), or None."""
    count = _SUMMED.match(text, name)
    return _title_at(text, count.end()) if count else None


def entry_of(text: str, line: Span) -> Person | None:
    """The person that a line of a list opens with (`何秋月 县财政局局长`): a surname and a space vouch for the name."""
    start, end = line
    match = _ENTRY.match(text, start, end)
    if match is None or not begins_name(text, start):
        return None
    name = match.span(1)
    return Person(name, *_behind(text, name[1], None, None))


def _in_front(text: str, floor: int, name: int) -> tuple[Span | None, Span | None]:
    """The organisation and the post that lead the name at `name`."""
    for stop in _HARD_STOP.finditer(text, floor, name):
        floor = stop.end()
    name = trim(text, (floor, name), _SPACE)[1]
    bodies = [body for body in bodies_in(text, floor, name) if body[1] - body[0] > 2]
    found: tuple[Span, Span | None] | None = None
    for body in reversed(bodies):
        unit = body if body[1] == name else _whole_unit(text, body)  # 青禾医院骨科|李晓岚, but 青禾医院|骨科主任
        unit = (unit[0] + (text[unit[0]] == "兼"), unit[1])
        post = trim(text, (unit[1], name), "的" + _SPACE)
        if post[0] < post[1] and not _is_post(text, post):
            break
        mark = text.rfind("、", unit[1], found[0][0]) if found else -1
        if mark >= 0 and not ends_post(text, mark):
            break  # another's unit: 轧钢厂作业长张海涛、质检中心|化验员
        found = (unit, post if post[0] < post[1] else None)
        joined = text[unit[0] - 1 : unit[0]] == "兼" and ends_post(text, unit[0] - 1)  # 江东医院主任医师兼|江州大学…
        if not joined and not _is_ward(text, unit):
            break
    if found and found[1] and _is_own_office(text, found[0]):
        return None, (_run_start(text, floor, name), name)
    if found and found[1] and "津贴" in text[slice(*found[1])]:
        return None, None  # 享受国务院特殊津贴专家 is what somebody is granted
    if found and found[1] and text.startswith(tuple(person_lexicon().standing), found[1][0]):
        begin = found[0][0]
        led = text[begin - 1] == "、" and ends_post(text, begin - 1)  # 青禾大学教授、|中国工程院院士
        further = text.find("、", found[1][0], name) + 1  # 中国工程院院士、|呼吸病学专家
        return _in_front(text, floor, begin - 1) if led else (None, (further or begin, name))
    if found:
        return found
    begin = _run_start(text, floor, name)
    if name - begin >= 2 and _is_post(text, (begin, name)):
        company = _company_end(text, begin, name)
        return ((begin, company), (company, name)) if company else (None, (begin, name))
    if text[name - 2 : name] in COMPANIES and _SHORTEST_COMPANY <= name - begin <= _LONGEST_COMPANY:
        return (begin, name), None  # 青禾股份|李晓岚
    return None, None


def _is_own_office(text: str, unit: Span) -> bool:
    """Whether a unit is an office of the body that a post before tells of (总经理助理、|销售中心主任)."""
    if text[unit[0] - 1] != "、" or unit[1] - unit[0] > _LONGEST_DEPARTMENT or not ends_post(text, unit[0] - 1):
        return False
    return text.endswith(("中心", *_DEPARTMENT), *unit) and not place_at(text, unit[0])


def _company_end(text: str, start: int, end: int) -> int | None:
    """Where the company ends that opens a post, by its class word, without it, before its party (`青禾重工|焊工`)."""
    row = cut(text, start, end)
    for i, word in enumerate(row[1:], 1):
        if word.text in _CLASS_WORDS and word.start - start > 1 and _is_post(text, (word.end, end)):
            return word.end  # 首信公司|副总工程师
        if word.text.startswith(_PARTY) and word.start - start >= _SHORTEST_COMPANY and row[i - 1].pos[:1] in "nv":
            return word.start  # 青禾国际|党委书记
        if word.text in person_lexicon().company_tail and _is_post(text, (word.end, end)):
            bears_name = word.text.endswith(_COMPANY) or is_strange(text[start : word.start])
            return word.end if bears_name else None
    return None


def _whole_unit(text: str, body: Span) -> Span:
    """The organisation without the ward or department that is part of the post: 医院|内科部 部长."""
    words = body_lexicon()
    tail = text[body[0] : body[1]]
    if not _is_ward(text, body):
        return body
    for end in range(len(tail) - 1, 1, -1):
        longest = 6 if end > 2 else 0
        if any(tail[max(0, end - n) : end] in words.institution | _PEOPLES for n in range(2, longest + 1)):
            return body[0], body[0] + end
        is_organ = tail[end:] in words.inner or tail.endswith(_ORGAN_END)  # 云溪村|党支部, but 云溪镇环卫站
        if tail[:end].endswith(_VILLAGE) and end > 2 and is_organ and tail[end - 2 : end] not in words.trap:
            return body[0], body[0] + end
    return body


def _is_ward(text: str, body: Span) -> bool:
    """Whether the organisation ends in a part of one: a ward, a department, a party committee."""
    words = body_lexicon()
    name = text[body[0] : body[1]]
    return name.endswith((*words.unit, *words.inner, "部", "党组")) and not name.endswith("学部")


def _is_post(text: str, span: Span) -> bool:
    """Whether `span` reads as a post: it ends as one and holds no verb of a clause."""
    begin, end = span
    if not 2 <= end - begin <= 30 or not ends_post(text, end):
        return False
    return not any(_ends_run(word.text) and word.text != "的" for word in cut(text, begin, end))


def _ends_run(word: str) -> bool:
    """Whether the words that lead a name never reach across `word`; 最 they do (最美教师)."""
    return word in body_lexicon().cut and word != "最"


def _run_start(text: str, floor: int, end: int) -> int:
    """Where the run of words that leads up to `end` begins: behind the last word that no name holds."""
    begin = floor
    lexicon = person_lexicon()
    for word in cut(text, floor, end):
        is_outside = _ends_run(word.text) or word.text in lexicon.goes_before or word.pos in {"p", "c", "uj", "ul", "r"}
        if is_outside or (word.text == "、" and not ends_post(text, word.start)):
            begin = word.end
    return trim(text, (begin, end), _SPACE + "、")[0]


def _behind(text: str, name: int, organisation: Span | None, position: Span | None) -> tuple[Span | None, Span | None]:
    """The same from what follows the name that ends at `name`; what is known already stays."""
    title = _title_at(text, name)
    if title:
        told = _APPOSITION.match(text, title[1]) if organisation is None else None
        unit, post = unit_and_post(text, told.span(1)) if told else (None, None)  # 李晓岚教授,青禾医院|内科主任
        return organisation or unit, post or position or title
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
    return text[mark] == "、" and _is_post(text, part) and not bodies_in(text, *part)


def unit_and_post(text: str, span: Span, *, strict: bool = True) -> tuple[Span | None, Span | None]:
    """Organisation and post that fill `span`, one or both; with `strict` nothing less than both."""
    bodies = bodies_in(text, *span)
    if bodies and bodies[0][0] == span[0]:
        unit = _whole_unit(text, bodies[-1])
        post = trim(text, (unit[1], span[1]), _SPACE)
        if post[0] == post[1]:
            return (None, None) if strict else (unit, None)
        if text.startswith(tuple(person_lexicon().standing), post[0]):
            return None, None
        return (unit, post) if _is_post(text, post) else (None, None)
    return (None, span) if not strict and _is_post(text, span) else (None, None)


def _title_at(text: str, start: int) -> Span | None:
    """The title that stands right behind a name (`李晓岚教授`), not a merely polite one."""
    for length in range(8, 1, -1):
        end = start + length
        if text[start:end] in person_lexicon().post and not is_word(text[end - 1 : end + 1]):
            return start, end
    return None
