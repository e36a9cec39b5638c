"""From an item and its verb to a draft."""

from factx.rules.initiative import edges, lexicon
from factx.rules.initiative.edges import Item
from factx.rules.initiative.lexicon import Head
from factx.rules.rule import Draft
from factx.rules.scene import Scene
from factx.text import Span

_WORKS = ("新建", "改建", "拓宽", "延伸", "整治", "治理", "绿化", "亮化", "硬化", "景观", "景观带", "疏浚", "清淤")
"""What works at a place do to it (青禾河航道整治|工程)."""

_HEALING = ("治理", "整治", "生态修复", "保护修复", "生态保护修复")

_WAYS = ("术", "法")
"""How a way of healing or working is called (“江氏吻合法”)."""


def marked(scene: Scene, at: int) -> bool:
    """Whether quotes, 《》 or brackets hold the offset."""
    return any(a < at < b for a, b in (*scene.quotes, *scene.books, *scene.brackets))


def draft(scene: Scene, item: Item, shared: Head | None, action: Span | None) -> Draft:
    """The record of one named undertaking."""
    spans: dict[str, Span | list[Span]] = {"name": edges.inside(scene.text, item.span)}
    quote = item.span
    verb = ""
    if action is not None:
        spans["action"] = action
        quote = (min(action[0], item.start), max(action[1], item.end))
        verb = scene.text[action[0] : action[1]]
    return Draft("initiative", quote, spans, {"category": category(scene, item, shared, verb)})


def _built(scene: Scene, item: Item, head: Head, verb: str) -> bool:
    """Whether 工程, 治理 and 整治 are works at a place, not a programme."""
    if head.text.endswith("工程"):
        if "“" in scene.text[item.start : item.end] and not lexicon.verb(verb).physical:
            return False  # “三品一创”提质扩容工程
        inner = lexicon.head_at(scene.text, item.start, item.end - 2)
        if lexicon.verb(verb).physical or (inner is not None and inner.category == "project"):
            return True
        return scene.text.endswith(_WORKS, item.start, item.end - 2) and edges.proper(scene, item)
    return head.text in _HEALING and "“" not in scene.text[item.start : item.end] and edges.proper(scene, item)


def category(scene: Scene, item: Item, shared: Head | None, verb: str) -> str:
    """By the name's own head, else the class noun of the sentence, else the verb."""
    head = item.head
    if (
        scene.text[item.start] == "《"
        and edges.quoted(scene.text, item.span)
        and (head is None or head.category != "system" or head.text == "清单")
    ):
        return "document"
    if (
        verb in lexicon.holding()
        and shared is not None
        and shared.text == "活动"
        and (head is None or head.category == "project")
    ):
        return "event"
    if head is not None:
        return "project" if _built(scene, item, head, verb) else head.category
    if shared is not None:
        return "project" if shared.text.endswith("工程") and lexicon.verb(verb).physical else shared.category
    if verb in lexicon.holding():
        return "event"
    if scene.text[item.start : item.end].rstrip(edges.CLOSING).endswith(_WAYS):
        return "method"
    return lexicon.verb(verb).gives or ("document" if verb in lexicon.issuing() else "programme")
