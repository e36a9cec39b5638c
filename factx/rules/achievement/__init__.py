"""Rules of the kind achievement: numbers that a report claims."""

from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.reading import readings
from factx.rules.achievement.rows import firsts
from factx.rules.rule import Decline, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention


def _figure(scene: Scene, mention: Mention) -> Outcome:
    """The record of an amount."""
    return readings(scene).get(mention.start) or Decline("inside a name", (mention.start, mention.end))


def _first(scene: Scene, mention: Mention) -> Outcome:
    """A first place that has no number (居全省首位), behind a verb of rank."""
    if scene.text[mention.start : mention.end] not in lexicon().ranked:
        return None
    clause = scene.clause(mention.start)
    place = next((first for first in firsts(scene) if mention.end <= first.start < clause.end), None)
    return readings(scene).get(place.start) if place else None


RULES: tuple[Rule, ...] = (
    Rule("achievement.figure", "amount", _figure),
    Rule("achievement.first", "reach", _first),
    Rule("achievement.first-listed", "receive", _first),
)
