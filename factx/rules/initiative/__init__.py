"""Rules of the kind initiative: named undertakings of the subject."""

from factx.rules.initiative import governed, happened, named
from factx.rules.rule import Rule

RULES: tuple[Rule, ...] = (*governed.RULES, *happened.RULES, *named.RULES)
