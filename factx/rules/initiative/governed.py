"""Names behind their verb: 实施“…”行动、…工程, 建成…中心, 印发《…》."""

from factx.rules.initiative import lexicon, phrase, telling
from factx.rules.rule import Decline, Draft, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span


def _objects(scene: Scene, verb: Mention) -> Outcome:
    text = scene.text
    clause = scene.clause(verb.start)
    action = (verb.start, verb.end)
    word = text[verb.start : verb.end]
    if word not in lexicon.governing():
        return None
    if _inside_marks(scene, verb.start):
        return None
    before = _verb_before(scene, clause.start, verb)
    if word in lexicon.around().soft and before is not None and not _opens(scene, clause.start, verb):
        return Decline("a verb inside a name", action)
    stop = _next_break(scene, verb.end, clause.end)
    found = phrase.listing(scene, verb.end, stop)
    drafts = []
    for item in found.items:
        reason = telling.why_not(scene, item, found.shared)
        if reason is not None:
            continue
        drafts.append(_draft(scene, item, found, action))
    return drafts or None


def _draft(scene: Scene, item: phrase.Item, found: phrase.Listing, action: Span) -> Draft:
    span = item.span
    if phrase.quoted(scene.text, span):
        span = (span[0] + 1, span[1] - 1)
    category = telling.category(scene, item, found.shared, scene.text[action[0] : action[1]])
    return Draft(
        "initiative",
        (min(action[0], item.start), max(action[1], item.end)),
        {"name": span, "action": action},
        {"category": category},
    )


def _inside_marks(scene: Scene, at: int) -> bool:
    return any(a < at < b for a, b in (*scene.quotes, *scene.books, *scene.brackets))


def _verb_before(scene: Scene, start: int, verb: Mention) -> Mention | None:
    """The last governing verb of the clause before `verb`."""
    found = None
    for other in scene.verbs:
        if start <= other.start and other.end <= verb.start and scene.text[other.start : other.end] in lexicon.governing():
            found = other
    return found


def _opens(scene: Scene, start: int, verb: Mention) -> bool:
    """Whether nothing nominal stands right before the verb."""
    from factx import words

    cut = words.cut(scene.text, max(start, verb.start - 8), verb.start)
    return not cut or cut[-1].pos[0] in "dvcpu" or cut[-1].text in "、，"


def _next_break(scene: Scene, start: int, end: int) -> int:
    """Where the object of a verb that ends at `start` must have ended."""
    from factx import words

    mask = phrase.masked(scene, start, end)
    breaking = lexicon.breaking()
    cut = words.cut(mask)
    for i, word in enumerate(cut):
        if word.text in breaking:
            # Verbs side by side are one (制定并实施); the later one has the object.
            return start if i == 0 or (i == 1 and cut[0].text in "并和、及") else start + word.start
    return end


RULES: tuple[Rule, ...] = tuple(
    Rule(f"initiative-behind-{sort}", sort, _objects) for sort in lexicon.GOVERNING_SORTS
)
