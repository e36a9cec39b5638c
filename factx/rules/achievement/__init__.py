"""Rules of the kind achievement: numbers that a report claims."""

from factx.rules.achievement.reading import readings
from factx.rules.rule import Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention


def _apply(scene: Scene, mention: Mention) -> Outcome:
    outcome = readings(scene).get(mention.start)
    return outcome


RULES: tuple[Rule, ...] = (Rule("figure", "amount", _apply),)
