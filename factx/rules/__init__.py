"""Find: the one registry of rules, and the walk over sentences that wakes them."""

from collections.abc import Iterator

from factx.context import Context
from factx.rules import achievement, honour, initiative
from factx.rules.observer import Look, Observer
from factx.rules.rule import Decline, Draft, Rule
from factx.rules.scene import Scene
from factx.scan import Mention, Mentions, covering
from factx.segment import Sentence
from factx.text import Span

RULES: tuple[Rule, ...] = (*initiative.RULES, *honour.RULES, *achievement.RULES)
"""Every rule; where two make one fact, the earlier one's record stays."""

_WOKEN_BY: dict[str, list[Rule]] = {}
for _rule in RULES:
    _WOKEN_BY.setdefault(_rule.wakes, []).append(_rule)


def find(
    mentions: Mentions, sentences: list[Sentence], context: Context, observer: Observer | None = None
) -> Iterator[tuple[Draft, Sentence]]:
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
                if observer:
                    observer.looks.append(Look(rule.name, mention, outcome))
                if outcome is None or isinstance(outcome, Decline):
                    continue
                for draft in outcome:
                    draft.rule = rule.name
                    inherited = _inherit(draft, context)
                    if observer:
                        observer.inherited[id(draft)] = inherited
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


def _inherit(draft: Draft, context: Context) -> dict[str, Span | None]:
    """Fill in subject, period and status where the rule gave none; what was filled in, with the words read for it."""
    at = draft.quote[0]
    given: dict[str, Span | None] = {}
    named = draft.spans.get("name") if draft.kind == "initiative" else None
    if "subject" not in draft.spans and (subject := context.subject(at, named if isinstance(named, tuple) else None)):
        draft.spans["subject"] = given["subject"] = subject
    if "period" not in draft.values:
        draft.values["period"] = period = context.period(at if draft.at is None else draft.at)
        if period:
            given["period"] = period.start, period.end
    if draft.kind in ("initiative", "achievement") and "status" not in draft.values:
        given["status"] = planned = context.planned(at)
        draft.values["status"] = "planned" if planned else "achieved"
    return given
