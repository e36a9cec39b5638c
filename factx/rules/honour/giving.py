"""Who gives what an active verb confers: before the verb, by a decision told before, in the clause that it goes on."""

from factx.gazetteer import level_of
from factx.mentions.bodies import bodies_in, body_at
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.givers import giver_in
from factx.rules.honour.holders import is_wholly_noun
from factx.rules.scene import Scene
from factx.text import Span

_DECISION = compiled(
    r"(?:决定|通知|通报|公告|命令|文件|发文|下文|印发)》?$|经.{2,20}(?:研究|讨论|会议|审议|批准|审定|同意)$"
)
_DECISION_OF = compiled(r"《([^》关]{2,30}?)关于[^》]*》")
"""Who decided stands in the name of the document: 宣读了《江州市总工会|关于表彰…的决定》."""
_OWN_ORGAN = compiled(
    r"(?:公司|学校|学院|医院|集团|全?[校院局县市区省镇])(?:党委|党组|党政|委|政府|工会)?(?=研究|讨论|会议|办公会|决定|党)"
)
_SHORT = 24
_CONFERS = ("授予", "追授", "颁授", "表彰", "命名", "记")
"""Verbs of a giver who goes on giving in the next clause (决定授予甲“T”,|授予乙“U”)."""
_FOR_OTHERS = "代表"
"""Behind it stands in whose name somebody gives."""


def giver_before(text: str, start: int, end: int) -> Span | None:
    """The giver in front of an active verb: the last organisation, with those joined to it."""
    named = text.rfind(_FOR_OTHERS, start, end)
    if named > start and body_at(text, named + len(_FOR_OTHERS), end):
        start = named + len(_FOR_OTHERS)
    whole = giver_in(text, start, end)
    if whole is None:
        return None
    spans = bodies_in(text, *whole)
    if whole[1] - whole[0] <= _SHORT and spans and spans[-1][1] == whole[1] and is_wholly_noun(text, *whole):
        return whole
    if not spans:
        return whole if level_of(text[whole[0] : whole[1]]) and whole[1] - whole[0] < 20 else None
    return spans[0][0], max(spans[-1][1], spans[0][1])


def giver_decided(scene: Scene, start: int) -> Span | None:
    """The body whose decision a clause before tells of (`江州市委作出决定,授予…`), or None."""
    for clause in reversed(scene.sentence.clauses):
        if clause.end <= start and _DECISION.search(scene.text[clause.start : clause.end]):
            if titled := _DECISION_OF.search(scene.text, clause.start, clause.end):
                return titled.span(1)
            spans = bodies_in(scene.text, clause.start, clause.end)
            own = None if spans else _OWN_ORGAN.search(scene.text, clause.start, clause.end)
            return (spans[0][0], spans[-1][1]) if spans else own.span() if own else None
    return None


def giver_on(scene: Scene, start: int) -> Span | None:
    """The giver of the clauses before, where the clause at `start` opens with the verb of giving again, or None."""
    text = scene.text
    if not text.startswith(_CONFERS, start):
        return None
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end <= start]):
        verb = next((v for v in scene.verbs if clause.start <= v.start < clause.end and v.sort == "rate"), None)
        if verb and text.startswith(_CONFERS, verb.start) and "被" not in text[clause.start : verb.start]:
            giver = giver_before(text, *strip_adverbs(text, clause.start, verb.start))
            giver = giver or giver_decided(scene, clause.start)
            if giver:
                return giver
    return None
