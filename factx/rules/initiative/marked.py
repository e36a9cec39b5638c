"""Whether a name in quotes or 《》 is an undertaking, and no remark, idea, figure of speech or work of art."""

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import lexicon
from factx.rules.initiative.edges import Item
from factx.rules.initiative.lexicon import Head
from factx.rules.scene import Scene

_MARKS = str.maketrans("", "", '“”‘’"「」『』')
_WORK_OF_ART = compiled(r"等[^，,。；;]{0,8}[部篇首集本](?!门|署)|剧目|精品|作品|节目|电视剧|纪录片|图书|专著|教材")
_ART_REACH = 40
_COUNTED = compiled(r"“[一二三四五六七八九十两]+(?:大(?!战略|工程|行动|计划)|[项张]|个(?:基地|屏障|中心|平台|高地))")
_REMARK = compiled(r"^“第[一二三四五六七八九十\d]+[\u4e00-\u9fff]”|(?:式|年|之[路都]|第[一二]|神话|公里)”$")
"""Quotes that say which or how (“第一单”, “井喷式”, “黄金三十年”)."""
_SWITCHED, _MODE = ("开启", "切换", "进入"), "模式"
"""Verbs of modes that are figures of speech."""
_STEP = "完成"
"""A verb of steps (完成“年度申报”)."""
_SHOWN = "推出"
"""A verb of shows and books, where the title is none of a document (推出《山河故事》)."""
_THOUGHTS = ("理论", "理念", "思想", "学说", "精神", "思维", "思路")
_IDEA_REACH = 8


def is_standing(text: str, item: Item) -> bool:
    """Whether the name, or the quote before its head, is a practice that every body follows."""
    standing = lexicon.telling().standing
    quote = text[1 : item.head.start - item.start - 1] if item.head and text[0] == "“" else ""
    return text.translate(_MARKS) in standing or quote in standing


def switched(scene: Scene, item: Item, verb: str) -> bool:
    """Whether a mode is only switched on, as a figure of speech (开启“速冻”模式)."""
    return verb in _SWITCHED and (scene.text.endswith(_MODE, 0, item.end) or scene.text.startswith(_MODE, item.end))


def why_not(scene: Scene, item: Item, shared: Head | None, verb: str) -> str | None:
    """The reason why the marked `item` is no named undertaking, or None where it is one."""
    text = scene.text[item.start : item.end]
    inner = text[1:-1]
    if inner in lexicon.telling().standing:
        return "a standing practice"
    if inner in lexicon.heads():
        return "points back instead of naming"
    if item.head is None and inner.endswith(_THOUGHTS):
        return "an idea, not an undertaking"
    if (
        item.head is None or item.head.start < item.start or len(item.head.text) == 1
    ) and inner in lexicon.telling().figures:
        return "a figure of speech"
    if text.startswith("《"):
        return _why_no_document(scene, item, verb)
    if item.head is None and (reason := _why_not_bare(scene, item, shared, verb)) is not None:
        return reason
    behind = scene.text[item.end : item.end + _IDEA_REACH].lstrip("的")
    if any(behind.startswith(idea) for idea in lexicon.telling().ideas):
        return "an idea, not an undertaking"
    return None


def _why_no_document(scene: Scene, item: Item, verb: str) -> str | None:
    """The reason why a 《title》 is none of a document that is put into force."""
    if lexicon.verb(verb).follows:
        return "followed, not issued"
    written = item.head is not None and item.head.category in ("document", "system", "programme", "platform")
    if not written and _WORK_OF_ART.search(scene.text, item.end, item.end + _ART_REACH):
        return "a work of art or science"
    if not written and verb == _SHOWN:
        return "a programme that is shown, or a work"
    return None if written or verb in lexicon.enforcing() else "a title, not a document in force"


def _why_not_bare(scene: Scene, item: Item, shared: Head | None, verb: str) -> str | None:
    """The reason why a quote without head noun is no name."""
    text = scene.text[item.start : item.end]
    traits = lexicon.verb(verb)
    if "的" in text or (item.told and traits.gives != "method"):
        return "a remark, not a name"
    if _REMARK.search(text) or _likened(scene, item, verb):
        return "a remark, not a name"
    if verb == _STEP:
        return "a step, not an undertaking"
    if _COUNTED.match(text):
        return "a sum, not a name"
    if words.is_word(text[1:-1]):
        return "a common word in quotes"
    if shared is None and traits.headed:
        return "a verb that names nothing"
    return None


def _likened(scene: Scene, item: Item, verb: str) -> bool:
    """Whether a quote says what a thing is like (搭建起改革的“四梁八柱”), and is nothing founded, held or issued."""
    before = scene.text[max(0, item.start - 3) : item.start]
    done = lexicon.holding() | lexicon.issuing() | lexicon.founding()
    return before.endswith("的") and before[:-1] not in lexicon.governing() and verb not in done
