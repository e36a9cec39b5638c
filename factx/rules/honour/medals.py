"""Medals told by their number, or in the verb itself: `在T决赛中,X夺冠`, `X在T比赛中夺得两金`."""

from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in
from factx.rules.honour.listing import contests_apart
from factx.rules.honour.shape import Shape
from factx.rules.honour.stems import contest_of
from factx.rules.honour.titles import Title
from factx.rules.honour.topic import topic
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

MEDALS = compiled(
    r"(?:勇?夺|喜?摘|斩获|收获|揽)(?:得|下|取)?了?(?:(?:本届|本次|该项目|自己|个人|中国队|中国)[^,，。;；]{0,10}?的?)?"
    r"(?:一枚?|第?[两二三四五六七八九\d]+枚?|首枚?)?([冠金银铜]牌?)(?=[,，。;；、!！]|$)"
)
"""What was won is told by its number (夺得两金), or in the verb itself (夺冠)."""
_MATCHES = ("赛", "杯", "运动会", "项目", "奥运会", "亚运会")
_THESE = frozenset("本此该这各多两三四五六七八九十")
_OPENING = 8
_SEVERAL = compiled(r"[\d三四五六七八九十]+项")


def won_in_contest(scene: Scene, mention: Mention, medal: Span) -> list[Draft]:
    """`在T决赛中,X夺冠`, `X在T比赛中夺得两金`: the contest with the medal, where persons or a team are named."""
    text = scene.text
    clause = scene.clause(mention.start)
    contest, begin, end = contest_of(scene, mention.start, clause.start)
    if contest is None or text[contest.name[0]] in _THESE or not text.endswith(_MATCHES, *contest.name):
        return []
    if _SEVERAL.search(text, *contest.name):
        return []
    near = next((c.start for c in reversed(scene.sentence.clauses) if c.end < clause.start), clause.start)
    if scene.sentence.start + _OPENING < contest.start < near:
        return []  # a contest told of in passing
    holders = holders_in(scene, begin, end) or [*filter(None, (topic(scene, mention.start),))]
    if not holders or hindrance(scene, clause.start, (mention.start, mention.end), clause.end):
        return []
    whole = text.find(text[medal[0]] + "牌", medal[1], scene.sentence.end)
    won = (whole, whole + 2) if whole >= 0 else medal
    title = Title([contest.name, won], contest.name[0], medal[1], medal[1], form=Shape.AWARD)
    quote = (min(contest.name[0], clause.start), medal[1])
    parts = contests_apart(text, title)
    return [draft for part in parts for draft in drafts(scene, part, holders, contest.giver, quote, verb="夺")]
