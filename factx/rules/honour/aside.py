"""Two who each got something in one clause: `甲荣获一等奖、乙荣获二等奖`, and where the clause of each begins."""

from factx.rules.honour.guards import inside_word
from factx.rules.honour.titles import titles
from factx.rules.scene import Scene
from factx.segment import Clause

_GOT = frozenset(("receive", "rate"))
_LONGEST = 40
"""Characters between two verbs that tell what the one got and what the next."""


def own_start(scene: Scene, verb: int, clause: Clause) -> int:
    """Where the words of the verb at `verb` begin in its clause: behind what another got there before."""
    floor = max(clause.start, verb - _LONGEST)
    if scene.text.find("、", floor, verb) < 0:
        return clause.start
    before = [v for v in scene.verbs if floor <= v.start < verb and v.sort in _GOT]
    if not before or inside_word(scene.text, before[-1]):
        return clause.start
    found = titles(scene.text, before[-1].end, verb, sure=False)
    behind = found[-1].tail_end if found else verb
    return behind + 1 if scene.text.startswith("、", behind) and behind + 1 < verb else clause.start
