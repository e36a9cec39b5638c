"""Whom a place speaks of when its clause names nobody: the person of the sentence, the line or the whole portrait."""

import re
from functools import cache, lru_cache

from factx.mentions.bodies import body_at
from factx.mentions.entries import entry_head
from factx.mentions.name_context import ends_post
from factx.mentions.person_lists import Person
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.holders import holders_in
from factx.rules.honour.pointing import that_body
from factx.rules.honour.vocabulary import alternatives, holder_lexicon
from factx.rules.portrait import RANKED, career_of, portrait
from factx.rules.profile import INTRODUCED
from factx.rules.scene import Scene
from factx.text import Span, trim

_NO_TOPIC = compiled(
    r"“[^”]{1,14}”的|组成的|出战的|主席|总书记|总理|总统|首相|[的、和与及说称向致表强指给对/]|同志的|等"
)
_TEAM = compiled(r"(?:(?!的)[\u4e00-\u9fff]){2,8}队$")
_MADE_UP = compiled(r"(?:组成|出战|出征|领衔)的((?:(?!的)[\u4e00-\u9fff]){2,8}?队)")
"""A team told of by those who make it up: `由…组成的江州队战胜…,夺得冠军`."""
_NO_ACTOR = compiled(
    rf"{_NO_TOPIC.pattern}|介绍|出席|强调|宣|带|率|主持|要求|透露|参观|陪|会见|接|颁|调研|一行|为|作|代表|[^,，。;；]{{0,6}}[说称]"
)
_HE = compiled(r"(?:^|[,，。;；\s使让])(?:[0-9]{4}年,?)?[他她](?!们|人|乡|国|的|[省市校])")
_BODY_TOPIC = compiled(
    r"(?:[^,，。;；]{1,12}[,，])?(?:该(?!同志|同学|生|患者)|我[国省市县区校院司](?![\u4e00-\u9fff]{0,4}(?:选手|运动员|将|教师|学生|教授|医生|名将))|本[市校院司县]|全[国省市县校院])"
)
_BEATEN = compiled(r"(?:以[^,，]{0,16}?)?(?:战胜|击败|力克|力压|完胜|险胜|横扫|逆转|淘汰)")
_AGE = compiled(
    r"(?:据悉|据了解|据介绍)[,，]|(?:人物|专家|医生|个人|作者|教师|院长|主任)?(?:简介|介绍|小传|名片|简历)[:：]|(?:其中)?[,，]?由[^,，。]{2,30}?(?:指导|率领|带领|执教)的|(?:年仅|现年)?\d{1,2}岁的?|来自[^,，。]{2,14}的|[\u4e00-\u9fff]{2,4}籍(?=选手|运动员|教师|学生)"
)
_PART_OF_ENTRY = compiled(
    r"[^，。；:：]{2,12}[:：]|[\d(（一二三四五六七八九十]|获|荣获|曾|先后|主要|多次|他|她|近年|从事|主持|在"
)
"""How the further lines of a person's entry begin: labels, numbers, clauses without a subject."""
_PAIR = compiled(r"[\u4e00-\u9fff]{2,6}?(?:组合|选手|小将|名将)")
_LIST_SIGN = compiled(r"(?:同志|教授|院士|医生|老师)?(?:[/、和与及]|以及)")
_LABELLED = compiled(r"[^，。；:：\n]{2,12}[:：]")
_SYSTEM = compiled(
    r"(?:[^,，。]{2,6}以来[,，]?)?((?:(?![获被全各在])[\u4e00-\u9fff]){1,6}[省市县区州][\u4e00-\u9fff]{2,6}系统)"
)
"""All bodies of a field in an area: 云溪县教育系统."""
_VILLAGE = compiled(r"(?![我本该全])[\u4e00-\u9fff]{2,8}[村镇乡](?=位于|地处|坐落|是)")
_INTRODUCES = compiled(
    r"(?:[（(][^（）()]{2,60}[)）])?[,，]?(?:是|为|系|位于|地处|坐落|成立于|创[办建]于|始建|建于|前身|现有)"
)
"""Behind the body that a profile is of."""
_NO_SUBJECT = ("先后", "多次", "连续", "曾", "被", "荣")
_MORE_POSTS = frozenset("、兼")
_FIRST_ITEM = compiled(r"[^，,。、；;：:\n]{4,40}(?=[、，,；;。])")
_LINES = 12
_SHORT_LINE = 12
_BACK = 250
_OPENING = 60
_ROSTER = 20000


def topic(scene: Scene, at: int) -> Span | None:
    """The person, else the body, that an honour at `at` belongs to, or None."""
    text = scene.text
    person = _actor(scene, at)
    if _BODY_TOPIC.match(text, scene.sentence.start) and not (person and person.position):
        return body_of(scene, at)
    named = person.name if person else _named_before(scene, at) or _meant(scene, at)
    if named:
        return named
    line = text.rfind("\n", 0, scene.sentence.start) + 1
    entry = _entry_above(text, line)
    if entry and (_LABELLED.match(text, line) or _opens_with_post(text, line) or RANKED.match(text, entry.name[0])):
        return entry.name
    subject = _subject(scene, at)
    if subject and scene.sentence.start <= subject[0] < scene.sentence.end:
        return subject
    if headed := entry_head(text, at):
        return headed
    if career := career_of(text):
        return career.name
    if subject and subject != scene.context.document_subject:
        return subject
    return _class_before(scene, at) or person_of(scene, at) or body_of(scene, at)


def _opens_with_post(text: str, line: int) -> bool:
    """Whether the line goes on with what a person is (`江州市医学会副会长兼…主任委员、…`)."""
    first = _FIRST_ITEM.match(text, line)
    return first is not None and ends_post(text, first.end())


def body_of(scene: Scene, at: int) -> Span | None:
    """The body that an honour at `at` belongs to: of the sentence, the line, the document; or None."""
    text = scene.text
    if that := that_body(scene):
        return that
    subject = _subject(scene, at)
    if subject and any(person.name == subject for person in persons_in(text, *subject)):
        before = [clause for clause in scene.sentence.clauses if clause.end <= at]
        return next((body for clause in reversed(before) if (body := body_at(text, clause.start, clause.end))), subject)
    if subject and subject != scene.context.document_subject:
        return subject
    line = text.rfind("\n", 0, scene.sentence.start) + 1
    if scene.sentence.start > line:
        start, _ = trim(text, (line, scene.sentence.start))
        body = body_at(text, start, scene.sentence.start)
        if body and body[1] - body[0] >= 4 and text[body[0] : body[1]] not in holder_lexicon().own_body:
            return body
    return subject or _class_before(scene, at)


def opener(scene: Scene) -> Span | None:
    """The body that the line of the scene introduces (`青禾学院（原…）是…。`), or None."""
    start = trim(scene.text, (scene.text.rfind("\n", 0, scene.sentence.start) + 1, scene.sentence.end))[0]
    village = _VILLAGE.match(scene.text, start)
    body = village.span() if village else body_at(scene.text, start, scene.sentence.end)
    own = body is None or scene.text[slice(*body)] in holder_lexicon().own_body
    return body if body and not own and _INTRODUCES.match(scene.text, body[1]) else None


def _actor(scene: Scene, at: int) -> Person | None:
    """The person whom the nearest clause before `at` opens with, or None."""
    text = scene.text
    for clause in reversed(scene.sentence.clauses):
        if clause.start <= at:
            person = _opens_with_person(text, clause.start, min(at, clause.start + _OPENING, clause.end))
            person = person or (_ends_with_person(text, clause.start, clause.end) if clause.end < at else None)
            if person:
                return person
    return None


def acting(scene: Scene, at: int) -> list[Span]:
    """The persons, two or more, whom the nearest clause before `at` opens with as a list (`甲/乙连克强敌,…摘得`)."""
    text = scene.text
    for clause in reversed(scene.sentence.clauses):
        if clause.end >= at:
            continue
        led = _AGE.match(text, clause.start, clause.end) or _PAIR.match(text, clause.start)
        start = led.end() if led else clause.start
        people = persons_in(text, start, min(clause.end, start + _OPENING))
        if not people or min(span[0] for span in people[0] if span) - start > 2:
            return []
        names = [people[0].name]
        for person in people[1:]:
            begin = min(span[0] for span in person if span and span[0] >= names[-1][1])
            if not _LIST_SIGN.fullmatch(text, names[-1][1], begin):
                break
            names.append(person.name)
        return names if len(names) > 1 and not _NO_TOPIC.match(text, names[-1][1]) else []
    return []


def _ends_with_person(text: str, start: int, end: int) -> Person | None:
    """The person that a clause ends with behind what they did (`参加…竞赛的江州大学学生李晓岚,…`), or None."""
    people = persons_in(text, max(start, end - _OPENING), end)
    if len(people) != 1 or people[0].name[1] != end:
        return None
    begin = min(span[0] for span in people[0] if span)
    return people[0] if text[begin - 1 : begin] == "的" else None


def _subject(scene: Scene, at: int) -> Span | None:
    """The subject that the context gives, unless it is cut out of a quoted name or opens with an adverb."""
    subject = scene.context.subject(at)
    cut_out = subject and scene.text[subject[0] - 1 : subject[0]] in set('“《"')
    return None if cut_out or (subject and scene.text.startswith(_NO_SUBJECT, subject[0])) else subject


def _class_before(scene: Scene, at: int) -> Span | None:
    """The class of persons or things that an earlier clause is about (`学生在…中,多次获得…`), or None."""
    text = scene.text
    for clause in reversed(scene.sentence.clauses):
        if clause.end > at:
            continue
        match = _class().match(text, clause.start, clause.end) or _SYSTEM.match(text, clause.start, clause.end)
        if match and not persons_in(text, *match.span(1)):
            return match.span(1)
    return None


@cache
def _class() -> re.Pattern[str]:
    classes = alternatives(holder_lexicon().holder_class | holder_lexicon().subject_end)
    works = alternatives(holder_lexicon().work_class)
    named = r"(?:[^,，。;；的在获\d]|“[^”]*”)"
    return compiled(
        rf"(?:其中|同时|此外|[,，\s])*({named}{{0,12}}(?:{classes})|{named}{{1,12}}(?:{works}))(?=[在先多曾连荣获入参也均还以凭力顽奋])"
    )


def person_of(scene: Scene, at: int) -> Span | None:
    """The person whom the line of `at`, or the whole document, is about, or None."""
    text = scene.text
    if headed := entry_head(text, at):
        return headed
    line = trim(text, (text.rfind("\n", 0, scene.sentence.start) + 1, scene.sentence.end))[0]
    person = (
        _opens_with_person(text, line, min(at, line + _OPENING))
        or _of_sentence_before(scene, line)
        or _entry_above(text, line)
        or portrait(text)
    )
    return person.name if person else None


def _of_sentence_before(scene: Scene, line: int) -> Person | None:
    """The person whom the sentence right before that of the scene, in the same line, opens with."""
    stop = scene.sentence.start - 1
    start = max(scene.text.rfind("。", line, stop), scene.text.rfind("！", line, stop), line - 1) + 1
    return _opens_with_person(scene.text, start, min(stop, start + _OPENING)) if start < stop else None


def _entry_above(text: str, line: int) -> Person | None:
    """The person whom the nearest line above introduces (`李晓岚，男，…`), with only parts of that entry between."""
    for _ in range(_LINES):
        if line <= 0:
            return None
        stop = line - 1
        line = text.rfind("\n", 0, stop) + 1
        start, end = trim(text, (line, stop))
        if end - start < _SHORT_LINE and not RANKED.match(text, start, end):
            continue
        person = _opens_with_person(text, start, min(end, start + _OPENING))
        if person:
            return person if INTRODUCED.match(text, person.name[1]) or RANKED.match(text, start, end) else None
        if not _PART_OF_ENTRY.match(text, start, end):
            return None
    return None


def _named_before(scene: Scene, at: int) -> Span | None:
    """The person or team with whom the clause before that of `at` ends (`小将李晓岚,以…夺得冠军`), or None."""
    before = [clause for clause in scene.sentence.clauses if clause.end < at]
    if not before or before[-1].end <= scene.clause(at).start - 3:
        return None
    clause = before[-1]
    if made_up := _MADE_UP.search(scene.text, scene.sentence.start, clause.end):
        return made_up.span(1)
    beaten = _BEATEN.search(scene.text, clause.start, clause.end)
    if beaten:
        return next(iter(holders_in(scene, clause.start, beaten.start())), None)
    people = persons_in(scene.text, max(clause.start, clause.end - 30), clause.end)
    if people and clause.end in {people[-1].name[1], (people[-1].position or people[-1].name)[1]}:
        return people[-1].name
    team = _TEAM.search(scene.text[clause.start : clause.end])
    if team is None or any(w.pos == "v" for w in scene.words_in(clause.start + team.start(), clause.end)):
        return None
    return clause.start + team.start(), clause.end


def _opens_with_person(text: str, start: int, end: int) -> Person | None:
    """The person that the stretch opens with as its topic (`李晓岚,女,…`), or None."""
    led = _AGE.match(text, start, end)
    start = led.end() if led else start
    people = persons_in(text, start, end)[:1]
    if not people and (known := _known_at(text, start)):
        people = (Person(known, None, None),)
    for person in people:
        begin = min(span[0] for span in person if span)
        listed = text[begin - 1] in _MORE_POSTS and ends_post(text, begin - 1)  # 村党支部书记兼|村委会主任李晓岚
        if (begin - start <= 2 or listed) and not (_NO_TOPIC if begin == person.name[0] else _NO_ACTOR).match(
            text, person.name[1]
        ):
            return person
    return None


def _known_at(text: str, start: int) -> Span | None:
    """The name at `start` that the document tells of surely elsewhere, or None."""
    for size in (3, 2, 4):
        if text[start : start + size] in _roster(text):
            return start, start + size
    return None


def known_last(text: str, start: int, end: int) -> Span | None:
    """The name in `text[start:end]` that stands last of those the document tells of surely, or None."""
    found = [(text.rfind(name, start, end), name) for name in _roster(text)]
    at, name = max(found, default=(-1, ""))
    return (at, at + len(name)) if at >= 0 else None


@lru_cache(maxsize=8)
def _roster(text: str) -> frozenset[str]:
    """The names of the document that stand beside a post or a unit."""
    people = persons_in(text, 0, min(len(text), _ROSTER))
    return frozenset(text[slice(*person.name)] for person in people if person.position or person.organisation)


def _meant(scene: Scene, at: int) -> Span | None:
    """The person whom 他 or 她 before `at` means: the last one whom the sentences before name, or None."""
    text = scene.text
    if not _HE.search(text, scene.sentence.start, at):
        return None
    people = persons_in(text, max(0, scene.sentence.start - _BACK), scene.sentence.start)
    return people[-1].name if people else None
