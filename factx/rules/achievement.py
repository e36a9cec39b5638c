"""Rules of the kind achievement."""

from factx.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
