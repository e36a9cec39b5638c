"""Quoted honours before names that a body is proud of: `涌现出“云溪好人”李晓岚、江东省“优秀教师”“云溪名师”王建国`."""

from factx.gazetteer import name_end
from factx.mentions.person_names import begins_name
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.shape import Shape, shape
from factx.rules.honour.titles import Title
from factx.rules.rule import Decline, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_TO_NAME = compiled(r"(?:荣誉)?(?:称号)?(?:[、和]?“[^”]{2,20}”(?:荣誉)?(?:称号)?)*")
_LIST_SIGN = compiled(r"[、和与]")
_LEAD = compiled(
    r"(?:全国|国家|中国|全[省市县区州校]|[省市县区校](?=“))?[^,，。;；:：、的被为是在获请由将以与和及“”\s]{0,10}"
)
_LED_BY = ("全国", "国家", "中国", "全省", "全市", "全县", "全区", "全州", "全校")
_LONGEST_LEAD = 16
_FAR = 40
_PROUD = compiled(r"涌现|先进典型|先进人物|典型人物|优秀代表|先后有|培养[出了]|走出")
"""Elsewhere such a title only tells who is meant (`“云溪好人”李晓岚来校作报告`)."""
_OF_MORE = compiled(r"家庭|团队|工作室|班组|夫妇")


def cited(scene: Scene, mention: Mention) -> Outcome:
    """The honour in quotes and the persons whom it leads up to."""
    text = scene.text
    if shape(text[mention.start + 1 : mention.end - 1]) not in {Shape.TITLE, Shape.AWARD}:
        return None
    if not _PROUD.search(text, scene.sentence.start, scene.sentence.end):
        return Decline("a title that only describes", (mention.start, mention.end))
    behind = _TO_NAME.match(text, mention.end)
    at = behind.end() if behind else mention.end
    if not begins_name(text, at):
        return None
    people = [p.name for p in persons_in(text, at, min(scene.sentence.end, at + _FAR))]
    if not people or people[0][0] != at:
        return None
    if _OF_MORE.match(text, people[0][1]):
        return Decline("said of more than the person", (mention.start, people[0][1]))
    start = _led_from(text, mention.start, scene.sentence.start)
    span = (start, mention.end) if start < mention.start else (mention.start + 1, mention.end - 1)
    title = Title([span], start, mention.end, mention.end, quoted=True, form=shape(text[slice(*span)]))
    return drafts(scene, title, _listed(text, people), None, (start, people[0][1]))


def _led_from(text: str, quote: int, floor: int) -> int:
    """Where the level or the area begins that leads the quoted title at `quote`, else `quote` itself."""
    for at in range(max(floor, quote - _LONGEST_LEAD), quote):
        led = text.startswith(_LED_BY, at) or name_end(text, at)
        if led and (match := _LEAD.match(text, at)) and match.end() == quote:
            return at
    return quote


def _listed(text: str, people: list[Span]) -> list[Span]:
    """The first of `people` and those listed right behind it."""
    listed = [people[0]]
    for name in people[1:]:
        if not _LIST_SIGN.fullmatch(text, listed[-1][1], name[0]):
            break
        listed.append(name)
    return listed
