"""How far the object of a verb reaches: a verb behind it, a space or an occasion ends it."""

from factx.patterns import compiled
from factx.rules.initiative import dividing, edges, lexicon
from factx.rules.initiative.lexicon import words_of
from factx.rules.scene import Scene

_LONGEST = 24
_PRESS = ("发布会", "记者会", "通气会", "吹风会", "记者招待会")
"""Events at which others tell: as an occasion they are no undertaking of the report's body."""
ANNIVERSARY = compiled(r"[\d一二三四五六七八九十百]+ ?周年")
"""Behind a verb that only names a day to be kept (建校|80周年校庆)."""
_AND = compiled(r"[与和及](?![田平县静林硕政布顺龙])")
"""Behind a verb that is itself one of several things (规划、起草与呈报)."""
_CARRIES_OUT = "实施"
OCCASION = compiled(r"(?<=[会坛礼式赛班营节展])(?:上|期间|现场(?!会)|间隙|之际|获悉|了解到)")
"""Behind an event that is only the occasion of what a clause tells (…大会|上)."""


def names_to_the_end(scene: Scene, verb: str, start: int, end: int) -> bool:
    """Whether one name reaches from a verb of making to the end of the clause, verbs inside it or not.

    健全规范涉企执法长效机制, 开展河道清淤专项行动: what the verb makes is the head at the end.
    """
    traits = lexicon.verb(verb)
    if traits.tending or traits.marked or end - start > _LONGEST:
        return False
    mask = edges.masked(scene, start, end)
    also = mask.find("并", 1)
    if also > 0 and lexicon.head_at(scene.text, start, start + also):
        return False
    if "提供" in mask or any(c in mask for c in "、的“") or mask[:1] in "和与及并":
        return False
    if mask[:2] in lexicon.governing() and verb not in lexicon.issuing():
        return False
    item = edges.trimmed(scene, start, end)
    if item is None or item.head is None:
        return False
    if item.head.category == "organisation":
        return verb in lexicon.founding() and not any(c in mask for c in "和与及")
    return item.head.category in ("system", "programme", "document")


def gap(scene: Scene, start: int, end: int) -> int:
    """A space between Chinese words divides headlines."""
    mask = scene.text[start - 1] + edges.masked(scene, start, end)
    start -= 1
    at = mask.find(" ", 1)
    while at > 0:
        if "\u4e00" <= mask[at - 1] <= "\u9fff" and "\u4e00" <= mask[at + 1 : at + 2] <= "\u9fff":
            return start + at
        at = mask.find(" ", at + 1)
    return end


def occasion(scene: Scene, start: int, end: int) -> int:
    """Where an event that is only the occasion of what the clause tells has ended (…大会上, …论坛期间)."""
    match = OCCASION.search(edges.masked(scene, start, end))
    if match and scene.text.endswith(_PRESS, start, start + match.start()):
        return start
    return start + match.start() if match else end


def behind_description(scene: Scene, start: int, end: int) -> int:
    """Past a description that opens with a preposition and ends in 的 (由…组成的), or past what 与 joins."""
    if _AND.match(scene.text, start, end):
        return start if dividing.AS_IS.match(scene.text, start, end) else end
    mask = edges.masked(scene, start, end)
    if mask[:1] in lexicon.around().prepositions and words_of(mask)[0].text == mask[0]:
        of = mask.rfind("的")
        return start + of + 1 if of > 0 else end
    return start


def next_break(scene: Scene, start: int, end: int) -> int:
    """Where the object of a verb that ends at `start` must have ended.

    A verb before 的 belongs to a description of the name that ends the clause, and breaks nothing.
    """
    mask = edges.masked(scene, start, end)
    breaking = lexicon.breaking()
    cut = words_of(mask)
    of = mask.rfind("的")
    if len(cut) > 1 and cut[0].pos in ("c", "p", "x") and cut[0].text != "关于" and cut[1].text in lexicon.governing():
        return start
    head = lexicon.head_at(mask, of, len(mask)) if of > 0 else None
    described = head is not None
    titled = head is not None and head.category in ("document", "system")
    for i, word in enumerate(cut):
        if word.text == "并" and lexicon.head_at(scene.text, start, start + word.start):
            return start + word.start
        if word.text not in breaking or (i == 0 and word.text in lexicon.around().prepositions):
            continue
        if ANNIVERSARY.match(mask, word.end):
            continue
        if lexicon.begins_head(mask, word) or (
            word.text == _CARRIES_OUT and lexicon.heads().get(mask[word.end :]) == "system"
        ):
            continue  # 实施方案; …规划|实施体系
        if i > 0 and len(head_of := _head_text(mask, word.end)) > len(word.text) and head_of.endswith(word.text):
            continue  # 火化场搬迁|新建
        if word.text in lexicon.SORTS_OF_WORK and mask.startswith("、", word.end):
            continue  # 云溪小学|新建、…: what is done to it
        if word.text in ("在", "在位") and lexicon.head_at(scene.text, start, start + word.start):
            return start + word.start
        if word.start < of and ((described and i > 0) or (titled and word.text not in lexicon.making())):
            continue
        # Verbs side by side are one (制定并实施); the later one has the object.
        done = mask[word.start - 1] == "的" and word.text in lexicon.governing()  # …标准的|制定
        return start if i == 0 else start + word.start - done
    return end


def _head_text(mask: str, end: int) -> str:
    """The head noun that ends at `end`, or nothing."""
    head = lexicon.head_at(mask, 0, end)
    return head.text if head else ""
