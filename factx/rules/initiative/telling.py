"""Whether a name tells its thing from others of its sort, and what sort that is."""

import re

from factx import words
from factx.rules.initiative import lexicon
from factx.rules.initiative.lexicon import Head
from factx.rules.initiative.phrase import Item, quoted
from factx.rules.scene import Scene

_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+|[首\d]届|首期|\d{4}年|[一二三四五六]期")
_LATIN = re.compile(r"[A-Za-z]|\d")


def why_not(scene: Scene, item: Item, shared: Head | None) -> str | None:
    """The reason why `item` is no named undertaking, or None where it is one."""
    text = scene.text[item.start : item.end]
    if quoted(scene.text, item.span):
        return _why_not_quoted(text)
    if item.head is None and shared is None and "“" not in text:
        return "no head noun"
    if len(text) > 45:
        return "too long for a name"
    if "“" in text or _ORDINAL.search(text):
        return None
    if text in lexicon.names().standing:
        return "a standing practice"
    modifier = scene.text[item.start : item.head.start] if item.head else text
    told = [w for w in words.cut(modifier) if w.text not in lexicon.modifiers()]
    if not told:
        return "no telling modifier"
    if shared is None and item.head and len(modifier) < 3:
        return "a short modifier"
    return None


def _why_not_quoted(text: str) -> str | None:
    inner = text[1:-1]
    if inner in lexicon.names().standing:
        return "a standing practice"
    return None


def category(scene: Scene, item: Item, shared: Head | None, verb: str) -> str:
    """By the name's own head, else the class noun of the sentence, else the verb."""
    own = item.head
    text = scene.text[item.start : item.end]
    if text.startswith("《"):
        return "document"
    if own is not None:
        return own.category
    if shared is not None:
        return shared.category
    return {"成立": "organisation", "举办": "event", "召开": "event", "形成": "method"}.get(verb, "programme")
