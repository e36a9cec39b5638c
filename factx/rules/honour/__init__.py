"""Rules of the kind honour, and of the awardees that come with them."""

from factx.rules.honour.cited import cited
from factx.rules.honour.copula import copula
from factx.rules.honour.cover import cover, promotion
from factx.rules.honour.nominal import nominal
from factx.rules.honour.rate import rate
from factx.rules.honour.receive import receive
from factx.rules.honour.standing import standing
from factx.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("honour.received", "receive", receive),
    Rule("honour.given", "rate", rate),
    Rule("honour.is", "reach", copula),
    Rule("honour.covered", "cover", cover),
    Rule("honour.spread", "cover", promotion),
    Rule("honour.spread", "run", promotion),
    Rule("honour.cited", "quote", cited),
    Rule("honour.standing", "sentence", standing),
    Rule("honour.listed", "sentence", nominal),
)
