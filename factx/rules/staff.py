"""Persons of the report's own body: 我校教师, 集团董事局主席, a hospital's head of ward."""

import re

from factx.context.lexicon import lexicon as context_lexicon
from factx.context.naming import AREAS
from factx.gazetteer import body_lexicon
from factx.mentions.bodies import body_before
from factx.mentions.person_lists import Person
from factx.patterns import compiled
from factx.rules.scene import Scene
from factx.text import Span

_BEFORE = 60
_AMONG = 120
_COUNTED_STAFF = compiled(
    r"([我本][校院系所厂]|我(?:公司|中心|集团))?(?:共?有)?[\d一二两三四五六七八九十]+[名位](?:参[赛评会])?"
    r"(教师|老师|学生|同学|选手|职工|员工|医生|医师|护士|干部|民警|队员|运动员|教练员|党员|工人|技师|研究生)(?![队们])[^。\n]{0,30}[。；;，,]\s*$"
)
"""Those of a body who are counted and then told of one by one."""
_OURS = compiled(r"[我本][校院系所局厂行司会]|该[校院]")
_LED_BY_WARD = compiled(
    r"[\u4e00-\u9fff]{1,8}(?:科|科室|教研室|病区|病房|门诊|护理部|学科)(?:副?主任|护士长|主任医师|学科带头人|带头人|医生|护士)"
)
"""A post in a ward, which belongs to the hospital that the report is about."""
_WITH_WARDS = ("医院", "保健院", "中心", "大学", "学院", "学校", "公司", "集团", "厂", "研究院", "研究所")
"""What bodies have wards and departments of which a report speaks without their names."""
_OF_SCHOOL = ("教师", "老师", "教练", "班主任")
_SCHOOLS = ("大学", "学院", "学校", "小学", "幼儿园", "中学", "中")
"""Who is told of without a unit in the report of a school is of that school."""
_ELSEWHERE = compiled(r"校友|毕业生|退休")


def of_staff(scene: Scene, person: Person) -> Person:
    """The person as one of the report's own body, where the post (校长, 学生) or the sentence (我校) says so."""
    text = scene.text
    own = scene.context.document_subject
    organisation, position = person.organisation, person.position
    if organisation is None and position and (led := _called_at(text, own, position[0])):
        return Person(person.name, own, (position[0] + led, position[1]))
    words = [word for word in context_lexicon().own if organisation and text.startswith(word, organisation[0])]
    parted = _with_own_ward(person, max(map(len, words), default=0))
    if own is None or not _employs(text, own) or text.startswith(tuple(words), own[0]):
        return parted
    if words and not is_called(text[slice(*own)], max(words, key=len)):
        alone = organisation and organisation[1] - organisation[0] == len(max(words, key=len))
        return parted if alone else parted._replace(organisation=None)  # 我院儿科 is none of a foundation's
    if organisation and position and position[1] <= person.name[0]:  # 医院护理部|主任: with its department
        behind = organisation[0] + max(map(len, words), default=0)
        position = (behind, position[1]) if behind <= position[0] else position
    post = text[slice(*position)] if position else ""
    taught = organisation is None and post.endswith(_OF_SCHOOL) and text[slice(*own)].endswith(_SCHOOLS)
    before = text[max(scene.sentence.start, person.name[0] - _BEFORE) : person.name[0]]
    ours = _OURS.search(before)
    has_wards = text[slice(*own)].endswith(_WITH_WARDS)
    of_ours = (
        (organisation and (words or has_wards))
        or taught
        or (has_wards and _LED_BY_WARD.match(text, *(position or (0, 0))))
        or (ours and is_called(text[slice(*own)], ours[0]))
    )
    if _ELSEWHERE.search(post + before) or not of_ours:
        return Person(person.name, organisation, position)
    return Person(person.name, own, position)


def is_own(text: str, body: Span) -> bool:
    """Whether a unit is named by a word for the report's own body (医院护理部)."""
    return any(
        text.startswith(word, body[0]) for word, meaning in context_lexicon().own.items() if meaning not in AREAS
    )


def of_those_counted(text: str, name: int) -> tuple[Span, Span] | None:
    """Unit and post of those whom the sentence before counts, of whom `name` is one (我校13名参赛|教师获奖。其中…)."""
    among = text.rfind("其中", max(0, name - _AMONG), name)
    if among < 0 or any(stop in text[among:name] for stop in "。\n"):
        return None
    counted = _COUNTED_STAFF.search(text, max(0, among - _BEFORE), among)
    if counted is None:
        return None
    if counted[1]:
        return counted.span(1), counted.span(2)
    unit = body_before(text, counted.start(), max(0, counted.start() - _BEFORE))
    return (unit, counted.span(2)) if unit and unit[1] == counted.start() else None


def _called_at(text: str, own: Span | None, at: int) -> int:
    """How long the word at `at` is that a post opens with and that means the body `own` (集团|董事局主席), or 0."""
    if own is None or not _employs(text, own):
        return 0
    known = {text[own[1] - 2 : own[1]], *context_lexicon().own}
    word = max((word for word in known if text.startswith(word, at)), key=len, default="")
    return len(word) if word and is_called(text[slice(*own)], word) else 0


def _with_own_ward(person: Person, size: int) -> Person:
    """The person with the ward in the post, where the unit opens with a word of `size` for its own (我院|儿科 主任)."""
    unit, post = person.organisation, person.position
    if not size or unit is None or post is None or post[1] > person.name[0] or unit[0] + size >= post[0]:
        return person
    return Person(person.name, (unit[0], unit[0] + size), (unit[0] + size, post[1]))


def is_called(name: str, word: str) -> bool:
    """Whether a word for one's own body (我校) can mean the body called `name`."""
    meaning = context_lexicon().own.get(word)
    return meaning is None or bool(re.search(f"(?:{context_lexicon().head[meaning]})$", name))


def _employs(text: str, body: Span) -> bool:
    """Whether the report's own body is one that persons belong to: a school, a company, an office; no area."""
    name = text[slice(*body)]
    words = body_lexicon()
    return name.endswith(tuple(words.institution | words.organ | words.unit | words.inner))
