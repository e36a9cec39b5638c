"""Names behind their verb: 实施“…”行动、…工程, 建成…中心, 印发《…》."""

from factx import words
from factx.rules.initiative import lexicon, phrase, record, telling
from factx.rules.rule import Decline, Draft, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention

_SORTS = (*lexicon.GOVERNING_SORTS, "do", "grow")


def _objects(scene: Scene, verb: Mention) -> Outcome:
    text = scene.text
    word = text[verb.start : verb.end]
    if word not in lexicon.governing() or record.marked(scene, verb.start):
        return None
    clause = scene.clause(verb.start)
    if not _is_verb(scene, clause.start, verb):
        return Decline("a verb inside a name", (verb.start, verb.end))
    stop = clause.end if verb.sort == "hold" else _next_break(scene, verb.end, clause.end)
    begin = _behind_description(scene, verb.end, stop)
    if begin >= stop:
        return None
    found = phrase.listing(scene, begin, stop)
    drafts: list[Draft] = []
    declined: Decline | None = None
    for item in found.items:
        reason = telling.why_not(scene, item, found.shared, word, verb.sort)
        if reason is None:
            drafts.append(record.draft(scene, item, found.shared, (verb.start, verb.end)))
        else:
            declined = Decline(reason, item.span)
    return drafts or declined


def _is_verb(scene: Scene, start: int, verb: Mention) -> bool:
    """Whether the mention is a verb here: a word of its own, and not part of a name before it."""
    text = scene.text
    behind = min(len(text), verb.end + 6)
    cut = words.cut(text, max(start, verb.start - 8), behind)
    if not any(w.start == verb.start for w in cut) or not any(w.end == verb.end for w in cut):
        return False
    if text[verb.start : verb.end] not in lexicon.around().soft:
        return True
    before = [w for w in cut if w.end <= verb.start]
    if not before:
        return True
    last = before[-1]
    return last.pos[0] in "dcpurmt" or last.text in "、，" or last.text in ("我校", "学校", "公司", "我院", "医院", "学院")


def _behind_description(scene: Scene, start: int, end: int) -> int:
    """Past a description that opens with a preposition and ends in 的 (由…组成的)."""
    mask = phrase.masked(scene, start, end)
    if mask[:1] in ("由", "在", "从", "对", "向"):
        of = mask.rfind("的")
        return start + of + 1 if of > 0 else end
    return start


def _next_break(scene: Scene, start: int, end: int) -> int:
    """Where the object of a verb that ends at `start` must have ended."""
    mask = phrase.masked(scene, start, end)
    breaking = lexicon.breaking()
    cut = words.cut(mask)
    for i, word in enumerate(cut):
        if word.text in breaking and not (i == 0 and word.text in ("由", "在", "从", "对", "向")):
            # Verbs side by side are one (制定并实施); the later one has the object.
            return start if i == 0 or (i == 1 and cut[0].text in "并和、及") else start + word.start
    return end


RULES: tuple[Rule, ...] = tuple(Rule(f"initiative-behind-{sort}", sort, _objects) for sort in _SORTS)
