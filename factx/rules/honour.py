"""Rules of the kind honour."""

from factx.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
