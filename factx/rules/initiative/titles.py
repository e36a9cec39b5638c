"""Whether the words before a document's head are its title, 的 and verbs among them (促进民间投资发展的若干措施)."""

from factx.gazetteer import place_prefix
from factx.patterns import compiled
from factx.rules.initiative import lexicon
from factx.rules.initiative.edges import Item
from factx.rules.initiative.lexicon import Head

_TITLE = compiled(
    r"(?:关于|促进|支持|加快|鼓励|加强|推进|推动|进一步|深化|规范|做好|扶持|完善|强化|优化|保障)[^的]{4,}的$"
)
"""What stands before the head noun of a document's title in plain words (支持中小企业发展的若干措施)."""
_WHOLE_TITLE = 4
"""Heads of this length are those of titles (指导意见, 若干措施)."""
_LONG = 7


def opens_title(text: str, item: Item, verb: str) -> bool:
    """Whether the name is a document's title, whatever it opens with (加快农业结构调整的指导意见)."""
    return item.head is not None and titled(text[: item.head.start - item.start], item.head, verb)


def titled(modifier: str, head: Head, verb: str) -> bool:
    """Whether the words before the head are a document's title (促进民间投资发展的|若干措施)."""
    if head.category != "document" or verb not in lexicon.enforcing():
        return False
    is_whole = len(head.text) >= _WHOLE_TITLE and len(modifier) >= _LONG
    return _TITLE.match(modifier) is not None or (
        modifier.endswith("的") and (is_whole or bool(place_prefix(modifier, 0)))
    )
