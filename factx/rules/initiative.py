"""Rules of the kind initiative."""

from factx.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
