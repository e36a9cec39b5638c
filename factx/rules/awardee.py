"""Awardees: a record for each person who holds an honour, with the unit and the post that the text gives the name."""

from factx.gazetteer import is_place
from factx.mentions.person_lexicon import person_lexicon
from factx.mentions.person_lists import Person
from factx.patterns import compiled
from factx.rules.profile import person_at
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span

_AREAS = frozenset("省市县区镇乡村")
_OURS = compiled(r"(?:我|本|全)[省市县区州镇](?=\S{3})|(?:19|20)\d\d年(?=\S{2})")
_OUR_STAFF = compiled(
    r"(?:[我本全][省市县区州镇校院]|[县市省](?=退休|青年|优秀|女)|(?:学院|学校|医院|公司|集团)(?=[\u4e00-\u9fff]{2}))"
)
_COUNTED = compiled(r"[一二两三四五六七八九十\d]+[位名](?=..)|的(?=..)")
_OFFICER = compiled(r"书记|[省市县区州镇乡村]长|主任|主席|干事|委员")
_PARTNERS = frozenset(("搭档", "队友"))
_HAMLETS = ("村", "社区", "嘎查")
"""Units of those who live there, whatever they do."""
_TEAM = compiled(r"(?:等人?)?(?:的)?(?:团队|小组|课题组|战队|班组|工作室)")


def awardees(scene: Scene, honour: Draft, authors: list[Span]) -> list[Draft]:
    """The awardees of an honour's draft: its recipients that are persons, else the `authors` of the work that won."""
    found = []
    recipients = honour.spans["recipients"]
    spans = list(recipients) if isinstance(recipients, list) else [recipients]
    if authors and not any(person_at(scene, span) for span in spans):
        spans += authors
    for span in spans:
        person = person_at(scene, span)
        if person is None or scene.text[span[1] - 1] in _AREAS or _TEAM.match(scene.text, span[1]):
            continue
        fields: dict[str, Span | list[Span]] = {"name": person.name, "honour": honour.spans["title"]}
        if person.organisation and _is_unit(scene.text, person):
            begin, end = person.organisation
            begin = next((b for a, b in _spans(honour) if a <= begin < b < end), begin)  # 劳动模范|青禾公司 经理
            ours = _OURS.match(scene.text, begin, end)
            fields["organisation"] = (ours.end() if ours else begin, end)
        if person.position and not _is_title(scene.text, person.position, honour):
            led = _COUNTED.match(scene.text, *person.position) or _OUR_STAFF.match(scene.text, *person.position)
            fields["position"] = (led.end(), person.position[1]) if led else person.position
        for field in ("grantor", "grade"):
            if field in honour.spans:
                fields[field] = honour.spans[field]
        found.append(Draft("awardee", honour.quote, fields, {"level": honour.values["level"]}))
    return found


def _spans(honour: Draft) -> list[Span]:
    """The spans of the title."""
    title = honour.spans["title"]
    return title if isinstance(title, list) else [title]


def _is_unit(text: str, person: Person) -> bool:
    """Whether what stands where a unit would is one: an area is that of officers (`云溪县|县长`), a village of all."""
    unit = text[slice(*person.organisation)] if person.organisation else ""
    post = text[slice(*person.position)] if person.position else ""
    if post and unit.endswith(_HAMLETS):
        return True
    return not unit.endswith("院士") and (not is_place(unit) or bool(_OFFICER.search(post)))


def _is_title(text: str, position: Span, honour: Draft) -> bool:
    """Whether what stands where a post would is none: the honour itself (`中国工程院院士李晓岚`), a partner's."""
    words = "".join(text[a:b] for a, b in _spans(honour))
    post = text[position[0] : position[1]]
    if post in _PARTNERS:
        return True
    if post == "院士":
        return post in words
    return (post in words and post not in person_lexicon().post) or post.endswith("院士")
