"""Lists that only name where something is done: 甲路、乙路等5条道路绿化提升工程."""

from collections.abc import Sequence

from factx.patterns import compiled
from factx.rules.initiative.edges import Item
from factx.rules.initiative.lexicon import Head

_PLACES = ("路", "街", "巷", "大道", "河", "湖", "渠", "村", "社区", "小区")
_AT_PLACES = compiled("绿化|亮化|美化|提升|改造|整治|维修|修缮|养护|清淤|疏浚|拓宽|刷黑")
CLEANED = compiled("(?:[水河湖矿山沙]|环境|污染|流域|生态|荒漠|边坡|土壤|大气).{0,6}(?:治理|整治|修复)$|综合整治$")
"""What is done to rivers and hills that a list names: all of them are one undertaking (甲河、乙河等黑臭水体治理)."""


def of_places(text: str, items: Sequence[Item], behind: int, shared: Head) -> bool:
    """Whether the list only names where something is done (甲路、乙路等|5条道路绿化提升工程)."""
    done = _AT_PLACES.search(text, behind, shared.start + len(shared.text)) is not None
    return done and all(text.endswith(_PLACES, item.start, item.end) for item in items)
