"""Whether a name tells its thing from others of its sort, and what sort that is."""

import re

from factx import words
from factx.rules.initiative import lexicon
from factx.rules.initiative.lexicon import Head
from factx.rules.initiative.phrase import Item, proper, quoted
from factx.rules.scene import Scene

_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+|[首\d]届|首期|\d{4}年|[一二三四五六]期")
_WEAK = frozenset({"治理", "整治", "改造", "攻坚", "检查", "服务", "业务", "培训", "系统", "任务", "活动", "条款", "标准", "课程", "学校", "公司", "集团", "小区"})
_FAINT = frozenset({"落实", "坚持", "做好", "抓好", "创新", "推动", "落实好", "实现", "参与", "进行", "支持", "发展"})
_DEICTIC = re.compile(r"^(?:该|此|这|本次|其|某|我们|他们|自己)")
_MAX = 45


def why_not(scene: Scene, item: Item, shared: Head | None, verb: str, sort: str) -> str | None:
    """The reason why `item` is no named undertaking, or None where it is one."""
    text = scene.text[item.start : item.end]
    if quoted(scene.text, item.span):
        return _why_not_quoted(scene, item, text, verb)
    if len(text) > _MAX:
        return "too long for a name"
    if text in lexicon.names().standing:
        return "a standing practice"
    if _DEICTIC.match(text):
        return "points back instead of naming"
    if item.head is None:
        return None if shared is not None and proper(scene, item) else "no head noun"
    if verb in lexicon.HOLD and item.head.category != "event":
        return "no event"
    if "“" in text or "《" in text or _ORDINAL.search(text):
        return None
    if item.counted:
        return "only counted"
    if verb in _FAINT and shared is None and item.head.category not in ("project", "system", "event"):
        return "a verb that names nothing"
    modifier = scene.text[item.start : item.head.start]
    told = [w for w in words.cut(modifier) if w.text not in lexicon.modifiers()]
    if not told:
        return "no telling modifier"
    if shared is None and len(modifier) < 3:
        return "a short modifier"
    if scene.text[item.head.start : item.end] in _WEAK and shared is None and not proper(scene, item):
        return "a head noun of daily work"
    return None


def _why_not_quoted(scene: Scene, item: Item, text: str, verb: str) -> str | None:
    inner = text[1:-1]
    if inner in lexicon.names().standing:
        return "a standing practice"
    if text.startswith("《"):
        return None
    if verb in _FAINT and item.head is None:
        return "a verb that names nothing"
    behind = scene.text[item.end : item.end + 8].lstrip("的")
    if any(behind.startswith(idea) for idea in lexicon.names().ideas):
        return "an idea, not an undertaking"
    return None


def category(scene: Scene, item: Item, shared: Head | None, verb: str) -> str:
    """By the name's own head, else the class noun of the sentence, else the verb."""
    text = scene.text[item.start : item.end]
    if text.startswith("《"):
        return "document"
    if item.head is not None:
        return item.head.category
    if shared is not None:
        return shared.category
    return {"成立": "organisation", "举办": "event", "召开": "event", "形成": "method"}.get(verb, "programme")
