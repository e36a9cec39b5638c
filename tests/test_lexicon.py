"""The lexicon loader: what it accepts, and that every fault names file and line."""

from dataclasses import dataclass

import pytest

from factx.errors import LexiconError
from factx.lexicon import parse


@dataclass(frozen=True)
class Entry:
    measure: str
    base: str | None = None


@dataclass(frozen=True)
class Lists:
    verb: frozenset[str]
    level: dict[str, str]
    unit: dict[str, Entry]


GOOD = """\
verb = '''
荣获 获评   # a comment
斩获
'''
[level]
"教育部" = "national"
[unit]
"元" = { measure = "amount" }
"""


def test_lists_come_out_typed() -> None:
    lists = parse(GOOD, "x.toml", Lists)
    assert lists.verb == {"荣获", "获评", "斩获"}
    assert lists.level == {"教育部": "national"}
    assert lists.unit == {"元": Entry("amount")}


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (GOOD.replace("斩获", "荣获"), r"x\.toml:3: '荣获' stands twice, in 'verb' and 'verb'"),
        (GOOD.replace('"教育部"', '"荣获"'), r"x\.toml:6: '荣获' stands twice, in 'verb' and 'level'"),
        (GOOD + '"元" = { measure = "count" }\n', r"x\.toml: .*line 9"),
        ("noun = '''\n奖\n'''\n" + GOOD, r"x\.toml:1: list 'noun' is used by nobody"),
        (GOOD.replace("[unit]", "[units]"), r"x\.toml:7: list 'units' is used by nobody"),
        (GOOD.partition("[unit]")[0], r"x\.toml: list 'unit' is missing"),
        (GOOD.replace("{ measure", "{ size = 1, measure"), r"x\.toml:8: '元' has an unknown key 'size'"),
        (GOOD.replace('measure = "amount"', 'base = "分"'), r"x\.toml:8: '元': .*measure"),
        (GOOD.replace('"national"', "3"), r"x\.toml:6: '教育部' must mean a str"),
        (GOOD.replace("{ measure", "{ measure = "), r"x\.toml: "),
        (
            GOOD.replace("'''\n荣获 获评   # a comment\n斩获\n'''", "3"),
            r"x\.toml:1: list 'verb' must be a block of words",
        ),
    ],
)
def test_every_fault_names_file_and_line(fault: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse(fault, "x.toml", Lists)
