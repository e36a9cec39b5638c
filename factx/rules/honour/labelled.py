"""Honours that lead their holders with a colon (`优秀教师：甲、乙`, `“云溪工匠”获得者：甲`), and rows without heads."""

import re

from factx.gazetteer import level_of
from factx.mentions.bodies import body_at
from factx.mentions.person_names import begins_name
from factx.mentions.persons import entry_of, persons_in
from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.roll import lines_below
from factx.rules.honour.shape import Shape, is_bare_grade, is_class, is_headed, shape
from factx.rules.honour.titles import Title, titles, unwrapped
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.segment import Clause
from factx.text import Span, trim

_BLANKS = " \t\u3000"
_COLON = frozenset(":：")
_LEAD = compiled(
    r"(?:[一二三四五六七八九十\d]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]、?|其中|荣获|获[得评颁选授]?|被?授予|被?评为|表彰|\d{4}年度?(?=全国|[\u4e00-\u9fff]{2,3}[省市县])|(?:[^,，:：“”\d]{0,16}的)?\d{1,3}[名位个家]|(?:目前|现)?(?:[我本该][院校系]|医院|学院|学校)(?:现?有|拥有)?|目前|现有|的|\s)*"
)
_TAIL = compiled(
    r"(?:(?:的[\u4e00-\u9fff]{0,6}?)?(?:获得者|获奖者|得主|获奖人员|人员|单位|集体|个人|学生|教师|会员|同志|同学)?(?:名单|如下|名单如下|共?有|分别是|是|为)?|(?:荣誉)?称号|[(（]共?\d{1,3}[个名人家]?[)）]|共?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[个名人家])$"
)
_NO_ROLL = compiled(r"拟|候选|推荐|申报|公示|条件|办法|标准|奖励|入围")
_NO_TITLE = compiled(r"[、，：。 ]|\d[名位家]|的(?![^“]*”)")
_ROLE = compiled(r"(?:带头人|骨干|教授|代表|委员|人物|传承人|导师|专家|院士|人才)$")
"""What somebody is in a body, that its staff is told by."""
_WON = compiled(r"获[评颁选]|获得者|得主|获奖|荣获|获得|授予|评为")
_AWARDED = compiled(r"表彰|获奖|评选|光荣榜|颁奖|喜报|揭晓|荣誉|获评|评优")
_HEAD = 60
_DASHED = compiled(r"“([^”]{4,30})”(?:荣誉称号|称号)?(?:——|—|--|-)([^,，。;；—]{2,80}?)[;；。]?(?=$|[;；。])")
_ENTRIES = compiled(r"[^;；]+")
_CELLS = compiled(r"[^、，,;；\s]+")
_LONGEST_LABEL = 50
_ABOVE = 200


def labelled(scene: Scene) -> list[Draft] | None:
    """The honours of the labels in a sentence, with those whom each leads; else that of a row without column heads."""
    text, start, end = scene.text, scene.sentence.start, scene.sentence.end
    if text[start] == "“" and (dashed := _DASHED.match(text, start, end)):
        return _dashed(scene, dashed)
    if text.find(":", start, end + 1) < 0 and text.find("：", start, end + 1) < 0:
        blank = (
            text.find(" ", start, end) >= 0 or text.find("\u3000", start, end) >= 0 or text.find("\t", start, end) >= 0
        )
        return row(scene) if blank else None
    clauses = scene.sentence.clauses
    made: list[Draft] = []
    for i, clause in enumerate(clauses):
        if clause.mark not in _COLON or clause.end - clause.start > _LONGEST_LABEL:
            continue
        title = _title(scene.text, clause)
        if title is None or _is_proposed(scene, clause) or not _is_told(scene, clause, title):
            continue
        stop = next((later.start for later in clauses[i + 1 :] if later.mark in _COLON), end)
        holders = (
            _holders(scene.text, clause.end + 1, stop) if stop > clause.end + 1 else lines_below(scene, clause.end)
        )
        if holders:
            made += drafts(scene, title, holders, None, (title.start, holders[-1][1]))
    return made or None


def _dashed(scene: Scene, match: re.Match[str]) -> list[Draft] | None:
    """The honour in marks before a dash, with those behind it (`“全国自强模范”——甲、乙`)."""
    text = scene.text
    clause = scene.clause(match.start())
    span = match.span(1)
    title = Title([span], match.start(), span[1], match.start(2), quoted=True, form=shape(match[1]))
    named = title.form in {Shape.TITLE, Shape.AWARD} or (
        is_headed(match[1]) and _AWARDED.search(text, max(0, match.start() - _ABOVE), match.start())
    )
    if not named or is_bare_grade(match[1]) or _is_proposed(scene, clause) or not _is_told(scene, clause, title):
        return None
    holders = _holders(text, *match.span(2)) or _bodies(text, *match.span(2))
    return drafts(scene, title, holders, None, match.span()) if holders else None


def _bodies(text: str, start: int, stop: int) -> list[Span]:
    """The one body that fills a stretch, as a list of one or none."""
    body = body_at(text, start, stop)
    return [body] if body == (start, stop) else []


def row(scene: Scene) -> list[Draft] | None:
    """The honour of a row of name, unit and title (`李晓岚 江州市第一小学校长 全国模范教师`), or None."""
    text = scene.text
    start, end = scene.sentence.start, scene.sentence.end
    last = max(text.rfind(blank, start, end) for blank in _BLANKS) + 1
    if last <= start or scene.sentence.mark or len(scene.sentence.clauses) > 1 or level_of(text[last:end]) is None:
        return None
    found = titles(text, last, end, sure=False)
    person = entry_of(text, (start, end)) if len(found) == 1 else None
    if person is None or found[0].form not in {Shape.TITLE, Shape.AWARD} or found[0].tail_end < end:
        return None
    return drafts(scene, found[0], [person.name], None, (start, end)) if person.name[1] < last else None


def _title(text: str, clause: Clause) -> Title | None:
    """The one title that a label is, or None."""
    lead = _LEAD.match(text, clause.start, clause.end)
    start, stop = (lead.end() if lead else clause.start), clause.end
    found = None
    while found is None and stop - start > 2:
        if shape(text[start:stop]) in {Shape.TITLE, Shape.AWARD} and not text.endswith(("获得者", "得主"), start, stop):
            found = unwrapped(text, (start, stop))
        tail = _TAIL.search(text, start + 2, stop)
        if tail is None or tail.start() == stop:
            break
        stop = tail.start()
    if found is None or _NO_TITLE.search(text, *found):
        return None
    words = text[slice(*found)]
    if is_bare_grade(words) or is_class(words) or _ROLE.search(words):
        return None
    return Title([found], start, found[1], clause.end, form=shape(words))


def _is_told(scene: Scene, clause: Clause, title: Title) -> bool:
    """Whether it is told that the honour was given: by its level, by the word for a winner, or by what stands above."""
    text = scene.text
    line = text.rfind("\n", 0, max(0, scene.sentence.start - 1)) + 1
    above = (*scene.sentence.section, (0, min(_HEAD, clause.start)), (line, scene.sentence.start))
    return (
        level_of(title.text(text)) is not None
        or _WON.search(text, clause.start, clause.end) is not None
        or any(_AWARDED.search(text, *span) for span in above)
    )


def _is_proposed(scene: Scene, clause: Clause) -> bool:
    """Whether the label, or the heading above, says that nobody holds the honour yet."""
    heads = ((clause.start, clause.end), *scene.sentence.section[-1:])
    return any(_NO_ROLL.search(scene.text, *span) for span in heads)


def _holders(text: str, start: int, stop: int) -> list[Span]:
    """The persons, else the bodies, that `[start, stop)` lists and nothing else."""
    start, stop = trim(text, (start, stop))
    entries = [match.span() for match in _ENTRIES.finditer(text, start, stop)]
    if len(entries) > 1 and all(begins_name(text, trim(text, entry)[0]) for entry in entries):
        first = [persons_in(text, *trim(text, entry))[:1] for entry in entries]
        return [person[0].name for person in first if person]  # 甲，青禾公司焊工；乙，…
    cells = [match.span() for match in _CELLS.finditer(text, start, stop)]
    people = [person.name for person in persons_in(text, start, stop)]
    if people and len(people) * 4 >= len(cells) * 3:
        return people
    bodies = [body for cell in cells if (body := body_at(text, *cell)) and body == cell]
    return bodies if bodies and len(bodies) == len(cells) else []
