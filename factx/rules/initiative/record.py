"""From an item and its verb to a draft."""

from factx.rules.initiative import phrase, telling
from factx.rules.initiative.lexicon import Head
from factx.rules.initiative.phrase import Item
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span


def marked(scene: Scene, at: int) -> bool:
    """Whether quotes, 《》 or brackets hold the offset."""
    return any(a < at < b for a, b in (*scene.quotes, *scene.books, *scene.brackets))


def draft(scene: Scene, item: Item, shared: Head | None, action: Span | None) -> Draft:
    """The record of one named undertaking."""
    spans: dict[str, Span | list[Span]] = {"name": phrase.inside(scene.text, item.span)}
    quote = item.span
    verb = ""
    if action is not None:
        spans["action"] = action
        quote = (min(action[0], item.start), max(action[1], item.end))
        verb = scene.text[action[0] : action[1]]
    return Draft("initiative", quote, spans, {"category": telling.category(scene, item, shared, verb)})
