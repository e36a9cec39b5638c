"""Names in quotes with their head noun at once behind them, wherever they stand: “…”行动, “…”工作法."""

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import happened, lexicon, record
from factx.rules.initiative.edges import Item
from factx.rules.initiative.lexicon import Head
from factx.rules.rule import Decline, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention

_REACH = 12


_RUN = frozenset({"programme", "event", "method", "system", "brand", "project"})
_ROW = compiled(
    r"(?:[、和及]?“[^“”]{2,24}”){0,8}等([\d一二三四五六七八九十]+余?[个项大])?[\u4e00-\u9fff]{0,4}?(?:品牌|项目|活动|行动|工程)+(?![\u4e00-\u9fff]{0,3}的)"
)
_REMARK = compiled(r"[。？！?!]|“[\d]+”|式[”\"]$")


def _names(scene: Scene, quote: Mention) -> Outcome:
    """The quote with its head noun."""
    text = scene.text
    if any(a <= quote.start and quote.end <= b for a, b in scene.books):
        return None
    clause = scene.clause(quote.start)
    if clause.end < quote.end or _governed(scene, clause.start, quote.start) or happened.verbs_behind(scene, clause):
        return None
    head = _head_behind(scene, quote.end, clause.end) or _class_of_row(scene, quote, clause.end)
    if head is None or head.category not in _RUN or _REMARK.search(text, quote.start, quote.end):
        return Decline("no head noun of an undertaking at once behind it", (quote.start, quote.end))
    listed = "”" in text[quote.end : head.start] or text.startswith("等", quote.end)
    end = quote.end if listed else head.start + len(head.text)
    if text[quote.start + 1 : quote.end - 1] in lexicon.telling().standing:
        return Decline("a standing practice", (quote.start, quote.end))
    before = text[max(clause.start, quote.start - 24) : quote.start]
    if any(word in before for word in lexicon.elsewhere()) or text[end : end + 1] in ("中", "上", "里"):
        return Decline("given or taken, not run", (quote.start, end))
    if head.category == "brand" and not listed and not before.endswith("以"):
        return Decline("a brand told of, not built", (quote.start, end))
    citing = lexicon.around().citing
    if before.endswith(tuple(citing)) or any(w.text in citing for w in words.cut(before)):
        return Decline("cited, not run", (quote.start, end))
    item = Item(quote.start, end, None if listed else head)
    return [record.draft(scene, item, head if listed else None, None)]


def _class_of_row(scene: Scene, quote: Mention, end: int) -> Head | None:
    """The class noun behind a row of quotes, one of which is `quote` (“甲”“乙”等6个科普|品牌)."""
    match = _ROW.match(scene.text, quote.end, end)
    if match is None:
        return None
    row = "”" in match.group() or match.group(1) or scene.text[quote.start - 1] in "、和及”"
    if match.group().endswith("品牌") and not row:
        return None  # “甲”等餐饮品牌: a brand of others
    return lexicon.head_at(scene.text, match.end() - 4, match.end())


def _governed(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb before the quote has it as its object; then that verb's rule has had its say."""
    governing = lexicon.governing()
    return any(
        start <= v.start and v.end <= end and scene.text[v.start : v.end].removesuffix("了") in governing
        for v in scene.verbs
    )


def _head_behind(scene: Scene, start: int, end: int) -> Head | None:
    """The head noun that ends the run of nouns behind a quote."""
    text = scene.text
    best = None
    for word in words.cut(text, start, min(end, start + _REACH)):
        if (
            (word.pos[0] in "pcudrqmxy" and word.text != "系列")
            or word.text in lexicon.breaking()
            or word.text in "、，"
            or (word.text == "计划" and best is not None)
        ):
            break
        head = lexicon.head_at(text, start, word.end)
        if head is not None and len(head.text) >= 2 and head.text not in lexicon.telling().weak:
            best = head
        elif (
            best is not None
            and best.start + len(best.text) == word.start
            and word.pos[0] == "n"
            and word.text not in lexicon.around().aspects | lexicon.around().manner
        ):
            return None  # the head is a modifier itself (“…”展演|队伍)
    return best


RULES: tuple[Rule, ...] = (Rule("initiative.quoted", "quote", _names),)
