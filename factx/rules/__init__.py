"""Find: the one registry of rules, and the walk over sentences that wakes them."""

from collections.abc import Iterator

from factx.context import Context
from factx.rules import achievement, honour, initiative
from factx.rules.rule import Decline, Draft, Rule
from factx.rules.scene import Scene
from factx.scan import Mention, Mentions, covering
from factx.segment import Sentence

RULES: tuple[Rule, ...] = (*initiative.RULES, *honour.RULES, *achievement.RULES)
"""Every rule; where two make one fact, the earlier one's record stays."""

_WOKEN_BY: dict[str, list[Rule]] = {}
for _rule in RULES:
    _WOKEN_BY.setdefault(_rule.wakes, []).append(_rule)


def find(mentions: Mentions, sentences: list[Sentence], context: Context) -> Iterator[tuple[Draft, Sentence]]:
    """Every draft with its sentence, in the order of the text; subject and period come from the context."""
    for sentence in sentences:
        context.enter(sentence)
        if covering(mentions.furniture, sentence.start):
            continue
        scene = Scene(mentions, sentence, context)
        for mention in _mentions(scene):
            for rule in _WOKEN_BY.get(mention.sort, ()):
                outcome = rule.apply(scene, mention)
                if outcome is None or isinstance(outcome, Decline):
                    continue
                for draft in outcome:
                    draft.rule = rule.name
                    _inherit(draft, context)
                    yield draft, sentence


def _mentions(scene: Scene) -> list[Mention]:
    """All mentions of the sentence in order."""
    found = [Mention(a.start, a.end, "amount") for a in scene.amounts]
    found += [Mention(v.start, v.end, v.sort) for v in scene.verbs]
    found += [Mention(*span, "quote") for span in scene.quotes]
    found += [Mention(*span, "book") for span in scene.books]
    found.append(Mention(scene.sentence.start, scene.sentence.end, "sentence"))
    return sorted(found)


def _inherit(draft: Draft, context: Context) -> None:
    """Subject, period and status from the context where the rule gave none."""
    at = draft.quote[0]
    if "subject" not in draft.spans and (subject := context.subject(at)):
        draft.spans["subject"] = subject
    if "period" not in draft.values:
        draft.values["period"] = context.period(at)
    if draft.kind in ("initiative", "achievement") and "status" not in draft.values:
        draft.values["status"] = "planned" if context.planned(at) else "achieved"
