"""Holders beyond the clause of their title: those counted there and named behind, rolls that commas divide."""

from factx.mentions.name_context import ends_post
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.counted import only_counted, works_counted
from factx.rules.honour.dividing import divided
from factx.rules.honour.drafting import drafts
from factx.rules.honour.guards import inside_word
from factx.rules.honour.holders import holders_in
from factx.rules.honour.titles import titles
from factx.rules.honour.vocabulary import HONOUR_VERBS
from factx.rules.rule import Decline, Draft
from factx.rules.scene import Scene
from factx.scan import within
from factx.segment import Clause
from factx.text import Span

_SPELLS = compiled(
    r"[^。\n“”,，;；]{0,8}[,，:：;；。]?\s*(?:(?:他|她|它)们|获奖者|获奖作品|入选者|其中)?(?:(?:分别|依次)(?:是|为|有)|包括(?=[^,，。;；]{2,16}[,，、])|(?<=们)(?:是|为)|名单如下)[:：]?"
)
"""Behind a title of which only is told how many got it: their names follow."""
_ALSO = compiled(r"\s*(?!授予|命名|追授|表彰)([^被“”]{2,60}?)为?(“[^”]{2,40}”(?:荣誉称号|称号)?)")
"""A further title of the same giver in a clause without a verb (`授予甲为“T”,|乙为“U”`)."""
_STOPS = compiled(r"[。;；\n！!]")
_COUNT = compiled(r"[\d一二两三四五六七八九十百](?:余|多)?(?:([名位人])|[家个项件篇部支所种幅])")
_AFTER_NAME = compiled(r"(?:同志|同学|老师|女士|先生|教授|院士|医生|医师|博士|研究员)?(?:[（(][^（）()]{1,24}[）)])?")
_TAIL = 2
"""Characters that the names of one class of bodies share at their end."""
_LONGEST_NAME = 4
_LEADING = 30
_OPENING = 2
"""Characters (其中) that may stand before the first of a roll."""


def spelled_out(scene: Scene, counted: Span, end: int) -> list[Span]:
    """The holders whom the phrase `counted` only counts and the words behind `end` name (`他们分别是…`)."""
    text = scene.text
    count = _COUNT.search(text, *counted)
    spells = _SPELLS.match(text, end) if count else None
    if count is None or spells is None:
        return []
    stop = _STOPS.search(text, spells.end())
    begin, ceiling = spells.end(), stop.start() if stop else len(text)
    if not count[1]:
        works = [(m.start(1), m.end(1)) for m in _WORK.finditer(text, begin, ceiling)]
        if works:
            return works
    people = [person.name for person in persons_in(text, begin, ceiling)]
    return people or holders_in(scene, begin, ceiling)


_WORK = compiled(r"《([^》]+)》")


def summed_up(scene: Scene, counted: Span, end: int) -> list[Span] | Decline | None:
    """Those whom the phrase `counted` only counts, as the words behind `end` name them.

    Empty for works (`3项成果获…奖`), which are of whoever the text tells; None where the phrase names its holders.
    """
    if spelled := spelled_out(scene, counted, end):
        return spelled
    if works_counted(scene.text, *counted):
        return []
    return Decline("only how many got it", counted) if only_counted(scene.text, *counted) else None


def listed_before(scene: Scene, start: int, holders: list[Span]) -> list[Span]:
    """`holders`, persons of the clause at `start`, after those whom the clauses right before list in the same roll.

    A clause is a part of the roll where it begins with the unit or the post of a person and ends with a name
    (`甲公司经理李晓岚，|乙医院医生王建国荣获…`).
    """
    text = scene.text
    if holders[-1][1] - holders[-1][0] > _LONGEST_NAME and "·" not in scene.text[slice(*holders[-1])]:
        return [*_bodies_before(scene, start, holders[-1]), *holders]
    roll = list(holders)
    clauses = [clause for clause in scene.sentence.clauses if clause.start <= start]
    goes_on = False
    while len(clauses) > 1 and (goes_on or _opens_roll(scene, clauses[-1].start, clauses[-1].end, roll[0])):
        clauses.pop()
        before = clauses[-1]
        people = persons_in(text, before.start, before.end)
        goes_on = not people and before.mark in ",，" and ends_post(text, before.end)
        if goes_on:
            continue  # 青禾股份党委书记,|云溪酒业董事长李晓岚
        if (
            before.mark not in ",，;；"
            or not people
            or not _AFTER_NAME.fullmatch(text, people[-1].name[1], before.end)
            or _tells_of_honours(scene, before)
            or not _opens_roll(scene, before.start, before.end, people[0].name)
        ):
            break
        roll[:0] = [person.name for person in people]
    return roll


def _tells_of_honours(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of honours stands in the clause, and not only in a word of it (记 in 书记)."""
    spoken = within(scene.verbs, clause.start, clause.end)
    return any(verb.sort in HONOUR_VERBS and not inside_word(scene.text, verb) for verb in spoken)


def _bodies_before(scene: Scene, start: int, last: Span) -> list[Span]:
    """The bodies that the clauses right before list, where they end as `last` does (`甲工作室,|乙工作室入选`)."""
    text = scene.text
    tail = text[last[1] - _TAIL : last[1]]
    roll: list[Span] = []
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end < start]):
        listed = clause.mark in ",，" and text.endswith(tail, clause.start, clause.end)
        if not listed or _tells_of_honours(scene, clause):
            break
        roll[:0] = divided(text, *strip_adverbs(text, clause.start, clause.end))
    return roll


def _opens_roll(scene: Scene, start: int, end: int, name: Span) -> bool:
    """Whether the clause begins with the unit or the post of the person called `name`."""
    person = next((p for p in persons_in(scene.text, start, end) if p.name == name), None)
    first = min((span[0] for span in person[1:] if span), default=end) if person else end
    before = scene.text[first - 1 : first]
    led = before == "的" or (before == "、" and ends_post(scene.text, first - 1))  # 院长助理、|普外科李晓岚
    return first - start <= (_LEADING if led else _OPENING)


def given_on(scene: Scene, end: int, giver: Span | None) -> list[Draft]:
    """What the same giver gives in the clauses behind `end` without a verb (`授予甲为“T”,|乙为“U”`)."""
    text = scene.text
    made: list[Draft] = []
    for clause in scene.sentence.clauses:
        also = _ALSO.fullmatch(text, clause.start, clause.end) if clause.start > end else None
        told = any(verb.sort in HONOUR_VERBS for verb in within(scene.verbs, clause.start, clause.end))
        if clause.start > end and (also is None or told):
            break
        recipients = holders_in(scene, *also.span(1)) if also else []
        for title in titles(text, also.start(2), clause.end, sure=True) if also and recipients else []:
            made += drafts(scene, title, recipients, giver, (clause.start, title.end), verb="授予")
    return made
