"""Won prizes that a list of figures counts without a verb: `发表论文63篇,省科技进步二等奖1项、三等奖2项`."""

from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.listing import continued
from factx.rules.honour.shape import Shape, is_bare_grade, is_class
from factx.rules.honour.titles import titles
from factx.rules.honour.vocabulary import HONOUR_VERBS
from factx.rules.rule import Draft
from factx.rules.scene import Scene

_COUNTED = compiled(r"(?:[特一二三四]等|[金银铜])奖\d+[余多]?[项个篇件]")
_GIVES = compiled(r"设[有立置]?|评选?出|评审|颁|奖励|表彰|产生|名额|拟|申报|力争|争取|目标|共有?\d+[件个项份篇]作品")
"""Whoever says so counts the prizes of a contest, or those that he aims at."""


def tallied(scene: Scene) -> list[Draft]:
    """The honours of the clauses of a sentence that count a prize and do nothing else."""
    text, sentence = scene.text, scene.sentence
    if text.find("奖", sentence.start, sentence.end) < 0 or not _COUNTED.search(text, sentence.start, sentence.end):
        return []
    if _GIVES.search(text, sentence.start, sentence.end):
        return []
    made: list[Draft] = []
    done = sentence.start
    for clause in sentence.clauses:
        part = max(text.rfind(mark, sentence.start, clause.start) for mark in ";；") + 1
        spoken = any(verb.sort in HONOUR_VERBS and part <= verb.start < clause.end for verb in scene.verbs)
        counted = _COUNTED.search(text, clause.start, clause.end)
        if clause.start < done or spoken or counted is None:
            continue
        found = titles(text, clause.start, clause.end, sure=False)
        whole = found and found[0].start == clause.start and found[-1].tail_end == clause.end
        words = [title.text(text) for title in found]
        if not whole or is_bare_grade(words[0]) or any(is_class(title) for title in words):
            continue
        found += continued(scene, found[-1], clause.end)
        done = found[-1].tail_end
        for title in found:
            if title.form is Shape.AWARD:
                made += drafts(scene, title, [], None, (title.start, title.tail_end), among=found)
    return made
