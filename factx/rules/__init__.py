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
    waking = _waking(mentions)
    at = 0
    for sentence in sentences:
        while at < len(waking) and waking[at].start < sentence.start:
            at += 1
        first = at
        while at < len(waking) and waking[at].start < sentence.end:
            at += 1
        context.enter(sentence)
        if covering(mentions.furniture, sentence.start):
            continue
        scene = Scene(mentions, sentence, context)
        for mention in (*waking[first:at], Mention(sentence.start, sentence.end, "sentence")):
            for rule in _WOKEN_BY.get(mention.sort, ()):
                outcome = rule.apply(scene, mention)
                if outcome is None or isinstance(outcome, Decline):
                    continue
                for draft in outcome:
                    draft.rule = rule.name
                    _inherit(draft, context)
                    yield draft, sentence


def _waking(mentions: Mentions) -> list[Mention]:
    """All mentions that wake a rule, in the order of the text."""
    found = [verb for verb in mentions.verbs if verb.sort in _WOKEN_BY]
    found += [Mention(a.start, a.end, "amount") for a in mentions.amounts]
    for sort, spans in (("quote", mentions.marks.quotes), ("book", mentions.marks.books)):
        if sort in _WOKEN_BY:
            found += [Mention(start, end, sort) for start, end in spans]
    found.sort()
    return found


def _inherit(draft: Draft, context: Context) -> None:
    """Subject, period and status from the context where the rule gave none."""
    at = draft.quote[0]
    if "subject" not in draft.spans and (subject := context.subject(at)):
        draft.spans["subject"] = subject
    if "period" not in draft.values:
        draft.values["period"] = context.period(at)
    if draft.kind in ("initiative", "achievement") and "status" not in draft.values:
        draft.values["status"] = "planned" if context.planned(at) else "achieved"
