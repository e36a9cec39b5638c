"""What a document says of a person: the unit and the post that stand beside the name, there or elsewhere."""

from functools import lru_cache

from factx.mentions.bodies import bodies_in, body_at
from factx.mentions.entries import entry_end
from factx.mentions.name_context import ends_post
from factx.mentions.person_lists import Person
from factx.mentions.person_units import is_department, unit_and_post
from factx.mentions.persons import entry_of, persons_in
from factx.patterns import compiled
from factx.rules.portrait import RANKED, portrait, post_told, unit_told
from factx.rules.scene import Scene
from factx.rules.staff import is_own, of_staff, of_those_counted
from factx.text import Span, trim

_CELL = 64
_LOOKED_AT = 12
_OPENS = compiled(r"[ \t\u3000\d、.．()（）]*(?:[\u4e00-\u9fff]{2,4}[:：][ \t\u3000]*)?")
"""What may stand before the name that opens an entry: its number, or the area of the lines (`江东：李晓岚 …`)."""
INTRODUCED = compiled(
    r"(?=\d{4}年[^，,。\n]{0,8}(?:出生|生于)|出?生于)|(?:[（(][^（）()\n]{1,12}[）)])?[，,：:](?:男|女|[\u4e00-\u9fff]{1,3}族|[\u4e00-\u9fff]{2,8}人[，,]|汉|\d{4}年|出?生于|\d{4}出生|现年|\d{2}岁|现任|教授|主任医师|[^，,。；;：:\n]{2,20}(?:院士|教授|研究员|专家|主任|书记|经理|董事长|会长|院长|校长|所长|主席)[，,、。])"
)
_INTRODUCTION = 400
_LABEL = compiled(r"\s*([^:：,，。；;\n]{3,20})[:：]")
_CLAUSE = compiled(r"([^，,。；;：:\n]+)")
_NOW_CLAUSE = compiled(r"[，,。；;：:、]\s*(现(?:任|为|担任|就职于|就读于|是|系)[^，,。；;：:\n]+)")
_IN_OFFICE = compiled(r"(?<![^，,。；;：:\s])((?:现任|现为|现担任|担任|任)[^，,。；;：:\n]+)")
_WORKED = compiled(
    r"(?:[进加]?入|[在到]|就职于|供职于)([^，,。；;\n在到入]{2,20}?[厂院校所局社馆团学司心])(?:工作|任教|任职|供职|学艺|当学徒)(?=[，,。；;])"
)
"""Where a career was made: 1958年入|江州玉器厂|工作."""
_OPENING_OFFICE = compiled(r"[ \t\u3000]*([\u4e00-\u9fff、]{6,40})(?=[。，,；;\n]|$)")
"""What the line below a name opens with: 青禾公司总工程师。"""
_HEADER = compiled(r"(?:教授|研究员|博士|院士|主任医师|老师|[ \t\u3000|:：]+[^，。\n]{0,24})?\n")
_PARTY = ("党员", "团员")
"""What somebody belongs to, and no post."""
_LINES_BELOW, _INDENT = 5, 8
_LONGEST_UNIT = 24
"""Characters of a line below a name that is nothing but the unit, or the post in it."""
_OFFICE = compiled(r"(?:现任|现为|时任|担任|任|系|为|是|现担任|现就职于|就职于|供职于|任职于|工作于|现在|来自)")
_COLON = frozenset(":：")
_PRAISE = compiled(
    r"会员|优秀|长江学者|津贴|获得者|人才工程|[千万百]人计划|先进|模范|标兵|十佳|最美|名中医|特级|届|首批"
)
"""Words of what somebody was called, which is no post."""
_NOW = compiled(r"现(?:任|为|担任|就职于|就读于|是|系)")
_WAS = compiled(r"(?:曾|历|先后|曾经|曾先后)(?:担任|任)")
_PAST = compiled(r"\d{4}|曾|原|历任|毕业|兼职")
_PLAIN = frozenset(("医生", "大夫", "老师"))
"""What anybody of a profession is called: a rank told elsewhere says more."""
_RANKS = _PLAIN | frozenset(
    ("教授", "副教授", "医师", "博士", "研究员", "讲师", "主任医师", "副主任医师", "专家", "导师")
)


def person_at(scene: Scene, span: Span) -> Person | None:
    """The person whose name is exactly `span`, with unit and post as the document gives them; None where it is none."""
    text = scene.text
    if not 2 <= span[1] - span[0] <= 14:
        return None
    person = _at(text, span)
    name = text[span[0] : span[1]]
    known = profile(text, name) if person is None or person.organisation is None or person.position is None else None
    if person is None:
        about = portrait(text)
        is_about = about is not None and text[slice(*about.name)] == text[slice(*span)]
        if not is_about and (known is None or not _known(text, known)):
            return None
        person = Person(span, None, None)
    organisation, position = person.organisation, person.position
    if known and (organisation is None or (position is None and _is_same(text, organisation, known.organisation))):
        organisation = organisation or known.organisation
        position = _fuller(text, position, known.position)
    if organisation is None and (told := _below(text, name)):
        organisation, position = told[0], _fuller(text, position, told[1])
    if organisation is None:
        organisation = _label(text, span[0])
    if organisation is None or is_own(text, organisation) or is_department(text, organisation):
        staff = of_staff(scene, Person(person.name, organisation, position))
        organisation, position = staff.organisation, staff.position
    if organisation is None and (counted := of_those_counted(text, span[0])):
        organisation, position = counted[0], position or counted[1]
    if organisation is None and (unit := unit_told(text)):
        organisation = unit
    if position is None or text[slice(*position)] in _PLAIN:
        position = post_told(text, name) or position
    return Person(person.name, organisation, position)


def _fuller(text: str, post: Span | None, other: Span | None) -> Span | None:
    """The `other` post where the one that stands beside the name is only a rank, or a part of the other's words."""
    if post is None or other is None:
        return post or other
    words = text[slice(*post)]
    return other if words in _RANKS or words in text[slice(*other)] else post


def _is_same(text: str, one: Span, other: Span | None) -> bool:
    """Whether two spans name one unit, the second perhaps in a longer form."""
    return other is not None and text[slice(*other)].startswith(text[slice(*one)])


def _label(text: str, at: int) -> Span | None:
    """The body that leads the line of `at` with a colon (`机械工程学院：李晓岚 王建国`), or None."""
    start = text.rfind("\n", 0, at) + 1
    label = _LABEL.match(text, start, at)
    body = body_at(text, start, label.end()) if label else None
    return body if body and label and body[1] == label.end(1) else None


@lru_cache(maxsize=64)
def profile(text: str, name: str) -> Person | None:
    """The fullest that the document says of the person `name` at one place, or None."""
    best: Person | None = None
    at = -1
    for _ in range(_LOOKED_AT):
        at = text.find(name, at + 1)
        if at < 0:
            break
        person = _at(text, (at, at + len(name)))
        if person and _known(text, person) < 4:
            person = _introduced(text, person, now=False)
        if person and _known(text, person) > (_known(text, best) if best else 0):
            best = person
    return best


def _known(text: str, person: Person) -> int:
    """How much is known of a person: the unit counts most, and a post more than a rank that many have."""
    post = text[slice(*person.position)] if person.position else None
    return 4 * (person.organisation is not None) + 2 * (post is not None) + (post is not None and post not in _RANKS)


def _introduced(text: str, person: Person, *, now: bool) -> Person:
    """The person with what the introduction behind the name says (`李晓岚,女,…,现任青禾公司总经理`).

    With `now` only what the text says that somebody is now (现任) counts.
    """
    told_before = person.organisation is not None and person.organisation[0] < person.name[0]
    opens_line = (
        text[person.name[0] - 1 : person.name[0]] in {"", "\n"} and text[person.name[1] : person.name[1] + 1] in _COLON
    )
    if told_before or not (opens_line or INTRODUCED.match(text, person.name[1])):
        return person
    stop = text.find("\n", person.name[1])
    stop = min(len(text) if stop < 0 else stop, person.name[1] + _INTRODUCTION)
    told = _NOW_CLAUSE if now else _CLAUSE
    clauses = [trim(text, match.span(1)) for match in told.finditer(text, person.name[1], stop)]
    if not now:
        clauses.sort(key=lambda clause: _NOW.match(text, *clause) is None)
    for clause in clauses:
        if office := _office(text, clause):
            return Person(person.name, office[0], office[1] or person.position)
    if person.position or now:
        return person
    if former := _former_office(text, clauses):
        return Person(person.name, *former)
    posts = (unit_and_post(text, clause, strict=False)[1] for clause in clauses)
    return person._replace(position=next((post for post in posts if post and not text.endswith(_PARTY, *post)), None))


def _former_office(text: str, clauses: list[Span]) -> tuple[Span, Span] | None:
    """Unit and post that the first clause tells which says what somebody was (`曾任青禾大学教授`), or None."""
    for clause in sorted(clauses):
        if was := _WAS.match(text, *clause):
            unit, post = _first_unit(text, was.end(), clause[1])
            if unit and post and not _PRAISE.search(text, *post):
                return unit, post
    return None


def _first_unit(text: str, begin: int, end: int) -> tuple[Span | None, Span | None]:
    """Unit and post of the first office of a list: 青禾公司|党委书记、董事长; but 青禾公司|经理, 江州大学校董."""
    first = text.find("、", begin, end)
    stops = (end, first) if len(bodies_in(text, begin, end)) == 1 else (first, end)
    told = (unit_and_post(text, (begin, stop)) for stop in stops if stop > begin)
    return next(((unit, post) for unit, post in told if unit), (None, None))


def _office(text: str, clause: Span) -> tuple[Span, Span | None] | None:
    """Unit and post that a clause of an introduction tells (`现任青禾公司党委书记、董事长`), or None."""
    office = _OFFICE.match(text, *clause)
    if _PAST.match(text, *clause) or clause[1] - clause[0] < 4:
        return None
    begin = office.end() if office else clause[0]
    if office and (whole := body_at(text, begin, clause[1])) == (begin, clause[1]):
        return whole, None
    unit, post = _first_unit(text, begin, clause[1])
    if unit and (post or office) and not (post and _PRAISE.search(text, *post)):
        return unit, post
    return None


@lru_cache(maxsize=64)
def _below(text: str, name: str) -> tuple[Span, Span | None] | None:
    """Unit and post in the lines below one that is little more than the name (`李晓岚 主任医师`), or None."""
    at = text.find(name)
    for _ in range(_LOOKED_AT):
        if at < 0:
            break
        before = text[max(0, at - _INDENT) : at].rstrip(" \t\u3000")
        header = _HEADER.match(text, at + len(name)) if not before or before[-1] == "\n" else None
        if header and (told := _in_lines(text, header.end())):
            return told
        at = text.find(name, at + 1)
    return None


def _in_lines(text: str, at: int) -> tuple[Span, Span | None] | None:
    """Unit and post that the lines from `at` on tell, up to the one that opens with the next name and rank, or None."""
    last = entry_end(text, at)
    alone: tuple[Span, Span | None] | None = None
    for _ in range(_LINES_BELOW):
        stop = text.find("\n", at)
        stop = min(len(text) if stop < 0 else stop, last)
        if at >= stop or RANKED.match(text, at, stop):
            break
        line = trim(text, (at, stop))
        if line[1] - line[0] <= _LONGEST_UNIT and body_at(text, *line) == line:
            alone = alone or (line, _post_in_line(text, stop + 1, last))
        if opening := _OPENING_OFFICE.match(text, at, stop):
            unit, post = unit_and_post(text, opening.span(1))
            if unit and post:
                return unit, post
        for clause in _IN_OFFICE.finditer(text, at, min(stop, at + _INTRODUCTION)):
            if told := _office(text, clause.span(1)):
                return told
        if alone is None and (worked := _WORKED.search(text, at, min(stop, at + _INTRODUCTION))):
            return worked.span(1), None
        at = stop + 1
    return alone


def _post_in_line(text: str, at: int, last: int) -> Span | None:
    """The post that fills the line from `at` on (中学部校长), or None."""
    stop = text.find("\n", at, last)
    line = trim(text, (at, stop if stop >= 0 else last))
    return line if line[1] - line[0] <= _LONGEST_UNIT and ends_post(text, line[1]) else None


def _at(text: str, span: Span) -> Person | None:
    cell = span[0] - span[0] % _CELL  # all names of a cell look at one stretch, which is read once
    floor = max(text.rfind("\n", 0, span[0]) + 1, cell - _CELL)
    line = text.find("\n", span[1])
    ceiling = min(len(text) if line < 0 else line, cell + 2 * _CELL)
    found = next((person for person in persons_in(text, floor, ceiling) if person.name == span), None)
    if found is None and _OPENS.fullmatch(text, floor, span[0]):
        entry = entry_of(text, (span[0], ceiling))
        found = entry if entry and entry.name == span else None
    return _introduced(text, found, now=True) if found else None
