"""What goes on behind a title: brackets and clauses that are nothing but titles, and 的 with whom it describes."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from factx.mentions.bodies import bodies_in
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.contest import CONTEST_NOUN
from factx.rules.honour.guards import inside_word
from factx.rules.honour.holders import holders_in
from factx.rules.honour.shape import GRADE, Shape, is_bare_grade, stem_of
from factx.rules.honour.titles import DESCRIBES, Title, titles
from factx.rules.honour.vocabulary import HONOUR_VERBS, holder_lexicon
from factx.rules.rule import Decline
from factx.rules.scene import Scene
from factx.scan import within
from factx.text import Span

_IS = frozenset(("是", "为", "成为"))
_GRADES = compiled(
    r"(?P<grades>[特一二三四](?:[、和][特一二三四])+|[特金银铜冠亚季一二三四](?:[、和]?[金银铜冠亚季一二三四])+|第?[一二三四五](?:[、和]第?[二三四五六])+)"
    r"(?P<noun>等奖|[奖牌军名])"
)
_SHARED = compiled(r"([^“”《》(（]+?)(?:的)?(?:总?冠军|亚军|季军|[金银铜]牌|[特一二三]等奖|[金银铜]奖)")
_APART = compiled(r"分别(?:[^,，]{0,4}|以[^,，]{2,40}?)$")
"""One each: 分别荣获, 分别以2分30秒和2分31秒的成绩包揽."""
_RANKED = compiled(r"(?:个人|本人)?(?:排[名序位])?第[一二三四五六七八九十\d]+(?:[名位]|完成人)?|(?:集体|团体|个人)奖")
"""Where among those who share a prize somebody stands (获…奖（排名第一）), or that many do (获…奖（集体奖）)."""
_CONTEST_NAME = compiled(r"(?:赛|运动会|[大亚全奥]运会|奥运会|世界杯|杯|[A-Z]{3,})$")
_NEXT = compiled(r"(?:同志)?[、和与及][\u4e00-\u9fff]{0,14}")
CLOSED = compiled(
    r"等(?:多项|各项|系列|一系列|诸多|众多|多个|若干|\d+项)?(?:(?:国家|省部?|市|省市|区|县|校|院|各)级?[、和]?)*(?:以上)?(?:荣誉称号|荣誉和称号|荣誉|称号|奖项|殊荣|奖励)(?=[,，。;；]|$)"
)
"""The end of a list in which everything is an honour, whatever it looks like."""
_GOES_ON = compiled("其中|以及|及|和")
"""What leads a clause that goes on with a list of titles."""
_ROLL = 60
"""Characters behind 的 in which those who got a title are named."""
_CLASS_WON = compiled(
    r"了?(?:[\d一两二三四五六七八九十]+[余多]?[个项](?:省部?|国家|市|厅|校)级)?[^,，。;；“”、(（]{0,12}?(?:奖|奖项|奖励|大奖|荣誉|荣誉称号|称号|殊荣)"
    r"(?:[\d一两二三四五六七八九十]+[余多]?[个项])?(?=[(（,，:：]|。其中)"
)
_COUNTED_ELSE = compiled(r"了?[^,，。;；“”]{2,16}?\d+[余多]?[项件个篇部]")
_CLASS_COUNTED = compiled(r"(?:各[级类种]|其他|多项)[^,，;；“”]{0,24}[奖誉号励]\d+[余多]?[项个]")
"""A class of prizes in a list, which is only counted: 及|各类国家、省级成果奖55项."""
_CLASS_REACH = 30
_SPELLS = compiled(
    r"(?:[(（]|[,，。])(?:(?:其中|包括|包含|分别|依次)(?:是|为|有|获)?|即|它们是)[:：,，]?"
    r"|[:：](?=[“《]|国家|全国|[\u4e00-\u9fff]{2}[省市])"
)
"""What leads the titles that a class of prizes is made of."""
_THOSE = compiled(
    r"(?:还|共)?(?:(?:单位|个人|集体|企业|学校|人员|教师|学生|职工|作品|项目)(?=有|分别|包括|是))?(?:有|包括|分别[是为]|是)[:：]?(?!\d)"
)
"""Behind a title and 的: those who got it follow (授予…称号的有甲、乙)."""
_STARS = compiled(r"(\dA)级?[和、与](\dA)(?=级)")
"""Two classes in one noun: 3A和4A级景区."""
_SEXES = frozenset("男女")
_PAUSES = frozenset(",，:：")
_SEMICOLONS = frozenset(";；")
_TEAM = compiled(r"(?![和与、及])[^,，]{0,8}(?:团队|小组|队|集体|成员|项目)")


def described(scene: Scene, found: Sequence[Title], end: int) -> Sequence[Span] | Decline:
    """The person or body whom `获得…的X` describes; a decline where it is nobody named; nothing where no 的 follows."""
    text = scene.text
    for title in found:
        behind = DESCRIBES.match(text, title.end, end)
        if not behind:
            continue
        if those := _THOSE.match(text, behind.end(), end):
            if those.end() == end and text[end : end + 1] in _PAUSES:
                return _roll_behind(scene, end + 1) or Decline("nobody is named", those.span())
            return holders_in(scene, those.end(), end) or Decline("nobody is named", those.span())
        people = [person.name for person in persons_in(text, behind.end(), min(end, behind.end() + _ROLL))]
        if people and people[0][0] - behind.end() <= 12 and not _TEAM.match(text, people[0][1]):
            return _joined(text, people)
        bodies = [span for span in bodies_in(text, behind.end(), end) if span[0] >= behind.end()]
        if bodies and bodies[0][0] == behind.end() and text[slice(*bodies[0])] not in holder_lexicon().own_body:
            return _joined(text, bodies)
        return Decline("a title that only describes", (title.start, behind.end()))
    return []


def _roll_behind(scene: Scene, start: int) -> list[Span]:
    """Those whom the words up to the next semicolon list (`获得…称号的有,|甲、乙`): persons, else bodies."""
    stops = [clause.end for clause in scene.sentence.clauses if clause.end >= start and clause.mark in _SEMICOLONS]
    people = [person.name for person in persons_in(scene.text, start, min(stops, default=scene.sentence.end))]
    return people or holders_in(scene, start, scene.clause(start).end)


def _joined(text: str, named: list[Span]) -> list[Span]:
    """The first of what is named and those listed behind it, units before the names between them."""
    last = next(
        (i for i in range(1, len(named)) if not _NEXT.fullmatch(text, named[i - 1][1], named[i][0])), len(named)
    )
    return named[:last]


def graded_apart(text: str, title: Title) -> list[Title]:
    """`…赛金、银牌` as a title for each grade, contest and noun shared; empty where the grade is a single one."""
    begin, stop = title.spans[-1]
    match = _GRADES.search(text, begin, stop)
    if match is None or match.end() != stop:
        return []
    lead = [*title.spans[:-1], (begin, match.start())] if match.start() > begin else title.spans[:-1]
    grades = [m.span() for m in _GRADE.finditer(text, *match.span("grades"))]
    first = grades[0][0]
    ordinal = [(first, first + 1)] if text[first] == "第" else []
    each = [[grades[0], match.span("noun")]]
    each += [[*(ordinal if text[a] != "第" else []), (a, b), match.span("noun")] for a, b in grades[1:]]
    return [Title([*lead, *grade], title.start, title.end, title.tail_end, form=Shape.AWARD) for grade in each]


_GRADE = compiled("第?[特一二三四五六金银铜冠亚季]")


def _stars_apart(text: str, title: Title) -> list[Title]:
    """`国家3A和4A级旅游景区` as a title for each class, lead and noun shared; empty where it has one."""
    match = _STARS.search(text, *title.spans[0]) if len(title.spans) == 1 else None
    if match is None:
        return []
    begin, stop = title.spans[0]
    ones = [[(begin, match.end(1)), (match.end(2), stop)], [(begin, match.start(1)), (match.start(2), stop)]]
    return [
        Title([s for s in spans if s[0] < s[1]], title.start, title.end, title.tail_end, form=title.form)
        for spans in ones
    ]


def divided(text: str, title: Title, parts: int) -> list[Title]:
    """`A和B的冠军` in as many titles as it has parts, the grade shared; empty where it has not so many."""
    begin, stop = title.spans[0]
    of_grade = title.spans[-1]  # that of the contest where the grade stands by it
    grade = next((m for m in GRADE.finditer(text, *of_grade) if m.end() == of_grade[1]), None)
    if grade is None or (of_grade != title.spans[0] and (len(title.spans) > 2 or grade.span() != of_grade)):
        return []
    contests = text[begin : min(stop, grade.start())].rstrip("的")
    pieces = re.split("[、和与及]", contests)
    if len(pieces) != parts or not all(pieces):
        return []
    found = []
    shared = CONTEST_NOUN.search(text, begin, begin + len(contests))
    if pieces[0] in _SEXES and pieces[-1][0] in _SEXES:  # 男、女单打: what is behind 女 is shared
        at = text.index(pieces[-1], begin) + 1
        rest = (at, at + len(pieces[-1]) - 1)
        firsts = [text.index(piece[0], begin) for piece in pieces]
        return [
            Title([(first, first + 1), rest, grade.span()], title.start, title.end, title.tail_end, form=Shape.AWARD)
            for first in firsts
        ]
    for piece in pieces:
        start = text.index(piece, begin)
        begin = start + len(piece)
        noun = [shared.span()] if shared and not CONTEST_NOUN.search(piece) else []
        spans = [(start, begin), *noun, grade.span()]
        found.append(Title(spans, title.start, title.end, title.tail_end, form=Shape.AWARD))
    return found


def continued(scene: Scene, last: Title, end: int) -> Iterator[Title]:
    """The titles of the brackets behind `last` and of the clauses behind its own that are nothing but titles."""
    text = scene.text
    yield from _in_brackets(scene, last, end)
    if last.tail_end < end:
        return
    for clause in scene.sentence.clauses:
        if clause.start < end:
            continue
        spoken = within(scene.verbs, clause.start, clause.end)
        if any((v.sort in HONOUR_VERBS and not inside_word(text, v)) or text[v.start : v.end] in _IS for v in spoken):
            return
        leads = _GOES_ON.match(text, clause.start, clause.end)
        start = leads.end() if leads else clause.start
        if start == clause.end or _CLASS_COUNTED.fullmatch(text, start, clause.end):
            continue  # 其中,|一等奖1项
        closed = CLOSED.search(text, start, scene.sentence.end)
        stop = min(clause.end, closed.start() if closed else clause.end)
        found = titles(text, start, stop, sure=closed is not None)
        plain = [t for t in found if closed or t.form in {Shape.AWARD, Shape.TITLE}]
        if not plain or len(plain) < len(found) or found[0].start > start or found[-1].tail_end < stop:
            return
        if is_bare_grade(plain[0].text(text)):
            stem = stem_of(text, last.spans) or _whole_prize(text, last)
            if stem is None and not is_bare_grade(last.text(text)):
                return
            for graded in takewhile(lambda t: is_bare_grade(t.text(text)), plain):
                graded.spans = [*([stem] if stem else ()), *graded.spans]
        yield from plain
        last = plain[-1]


def _in_brackets(scene: Scene, last: Title, end: int) -> Iterator[Title]:
    """The titles that brackets behind `last` spell out; a grade alone in them becomes a part of it."""
    text = scene.text
    bracket = re.compile(r"\s*[(（](?:其中)?[:：]?").match(text, last.end, min(last.tail_end + 2, end))
    for opened in scene.brackets:
        detail = text.startswith("其中", opened[0] + 1)
        if (bracket and opened[0] == bracket.start()) or (detail and last.end <= opened[0] < end):
            start = opened[0] + (3 if detail else 1)
            spelled = titles(text, start, opened[1] - 1, sure=False)
            if len(spelled) == 1 and _graded_in(text, last, spelled[0], opened):
                last.spans = [*last.spans, *spelled[0].spans]
            else:
                yield from (t for t in spelled if t.form is Shape.AWARD and not _RANKED.fullmatch(t.text(text)))


def _graded_in(text: str, last: Title, spelled: Title, bracket: Span) -> bool:
    """Whether the bracket behind a prize without a grade is nothing but the grade of it: 成果奖|（论文类二等奖）."""
    whole = (spelled.start, spelled.tail_end) == (bracket[0] + 1, bracket[1] - 1) == (spelled.start, spelled.end)
    graded = GRADE.search(text, *spelled.spans[-1])
    return whole and graded is not None and not GRADE.search(last.text(text)) and last.text(text).endswith("奖")


def counted_on(scene: Scene, start: int) -> list[Title]:
    """The prizes behind what else somebody got and counts (`获发明专利2项,|省科技进步一等奖1项,…`)."""
    clause = scene.clause(start)
    got = _COUNTED_ELSE.match(scene.text, start, clause.end) if clause.mark in _PAUSES else None
    if got is None or got.end() != clause.end:
        return []
    last = Title([(start, clause.end)], start, clause.end, clause.end)
    found = list(continued(scene, last, clause.end))
    return found if found and found[0].form is Shape.AWARD else []


def _whole_prize(text: str, title: Title) -> Span | None:
    """The prize that a title without a grade is, which the grades behind it are of (`…进步奖9项,其中一等奖1项`)."""
    words = title.text(text)
    return title.spans[0] if len(title.spans) == 1 and words.endswith("奖") and not GRADE.search(words) else None


def spelled_behind(scene: Scene, start: int) -> list[Title]:
    """The titles behind a class of prizes that tell which they were (`9项国家级奖励(其中…)`, `四项大奖,分别是…`)."""
    text = scene.text
    near = start + _CLASS_REACH
    told = text.find("奖", start, near) >= 0 or text.find("荣", start, near) >= 0 or text.find("称号", start, near) >= 0
    stop = scene.sentence.end
    if text.startswith("。其中", stop):
        stop = text.find("。", stop + 1)
        stop = scene.sentence.end if stop < 0 else stop
    won = _CLASS_WON.match(text, start, stop) if told else None
    if won is None:
        return []
    spells = _SPELLS.match(text, won.end(), stop)
    if spells is None:
        return []
    opened = next((span for span in scene.brackets if span[0] < spells.end() < span[1]), None)
    found = titles(text, spells.end(), opened[1] - 1 if opened else _stop_of(scene, spells.end(), stop), sure=False)
    return [
        title for title in found if title.form in {Shape.AWARD, Shape.TITLE} and not is_bare_grade(title.text(text))
    ]


def _stop_of(scene: Scene, at: int, stop: int) -> int:
    """Where the clause at `at` ends; in the next sentence, `stop`."""
    return scene.clause(at).end if at < scene.sentence.end else stop


def shared_out(scene: Scene, found: list[Title], recipients: list[Span], verb: int) -> list[tuple[Title, list[Span]]]:
    """Each title with its holders: all of them, or one each where the clause says 分别 or 分获."""
    apart = _APART.search(scene.text[scene.sentence.start : verb]) or scene.text.startswith("分获", verb)
    if apart and len(found) == 1 and len(recipients) > 1 and (starred := _stars_apart(scene.text, found[0])):
        found = starred
    if apart and len(found) == 1 and len(recipients) > 1 and (graded := graded_apart(scene.text, found[0])):
        found = graded
    if apart and len(found) == 1 and len(recipients) > 1:
        found = divided(scene.text, found[0], len(recipients)) or found
    if apart and len(found) == len(recipients) > 1:
        return [(title, [holder]) for title, holder in zip(found, recipients, strict=True)]
    return [(part, recipients) for title in found for part in contests_apart(scene.text, title)]


def contests_apart(text: str, title: Title) -> list[Title]:
    """A grade won in several contests as a title for each (`全运会、CUBA和CUBS冠军`), else the title itself."""
    stem = _SHARED.fullmatch(title.text(text))
    pieces = re.split("[、和与及]", stem[1]) if stem else []
    whole = len(pieces) > 1 and all(_CONTEST_NAME.search(piece) for piece in pieces)
    return (divided(text, title, len(pieces)) if whole else []) or [title]
