"""What keeps an honour verb from telling of an honour: a wish, a denial, a rule for others."""

import re
from functools import cache

from factx.mentions.person_names import begins_name
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.vocabulary import alternatives, is_sure, lexicon
from factx.rules.rule import Decline
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.words import cut

_MEASURED = ("目标考核", "目标管理", "目标责任", "目标任务考核", "目标绩效")
"""Examinations that have a word for a wish in their name."""
_REACH_BACK = 3
"""Characters before one of a name in which the name begins."""
_FOR_WHOEVER = compiled(r"(?:^|[)）】\s])(?:对于?|凡|鼓励|支持|引导|各|每|按照?|根据|对新|如|若|优先)")
_WHOEVER_BEHIND = compiled(
    r"的[^,，。;；]{0,14}(?:[,，]?[^,，。;；]{0,10}(?:给予|奖励|予以|享受|可|一次性|分别奖|补助|优先))"
)


@cache
def _aims() -> re.Pattern[str]:
    return compiled(alternatives(lexicon().aim))


@cache
def _denials() -> re.Pattern[str]:
    return compiled(rf"(?:{alternatives(lexicon().denied)})")


_REWARDED = compiled(
    r"[^。]{0,120}?(?:得(?:分|[\u4e00-\u9fff]{1,4}分\d)|[加计扣]\d+(?:\.\d+)?分|(?:企业|单位|机构|人员|项目|的|者)(?:予以|给予|可以?|一次性)(?:优先|一次性|奖励|补助|资助|补贴|享受))"
)
"""What whoever gets it is promised."""


def inside_word(text: str, mention: Mention) -> bool:
    """Whether a verb is only a part of longer words (夺 in 争夺, 获 in 收获, 获授 in 获|授权专利, 荣立 in 荣立者)."""
    if text.startswith("者", mention.end):
        return True
    if mention.end - mention.start > 1 and not text.startswith("权", mention.end):
        return False
    row = cut(text, max(0, mention.start - 2), min(len(text), mention.end + 2))
    row = [word for word in row if word.pos != "z"]  # 获最佳, one word with this tag for the dictionary, is two
    return any(word.start < mention.end < word.end or word.start < mention.start < word.end for word in row)


def _in_name(text: str, at: int, verb: int) -> bool:
    """Whether the character at `at` stands in the name of a person before the verb (孟|凡|霞)."""
    if at < _REACH_BACK or not (begins_name(text, at - 1) or begins_name(text, at - 2)):
        return False
    return any(person.name[0] < at < person.name[1] for person in persons_in(text, at - _REACH_BACK, verb))


def hindrance(scene: Scene, start: int, verb: tuple[int, int], end: int) -> Decline | None:
    """Why the verb with the clause `[start, end)` around it claims no honour, or None."""
    text = scene.text
    before = text[start : verb[0]]
    for match in _aims().finditer(before):
        inside = any(a <= start + match.start() < b for a, b in (*scene.books, *scene.quotes))  # a name, not a wish
        chosen = before.startswith(("推荐的", "参评的", "申报的"), match.start())  # those of them that won
        chosen = chosen or before.startswith(_MEASURED, match.start())
        if not inside and not chosen and not _in_name(text, start + match.start(), verb[0]):
            return Decline(f"a wish or a possibility: {match[0]}", (start + match.start(), start + match.end()))
    denial = _denials().search(before[-8:])
    if denial:
        at = verb[0] - len(before[-8:]) + denial.start()
        return Decline(f"an honour lost or refused: {denial[0]}", (at, at + len(denial[0])))
    if _FOR_WHOEVER.search(before.strip()) and _WHOEVER_BEHIND.search(text, verb[1], min(end + 30, len(text))):
        return Decline("a rule for whoever gets it", (start, verb[1]))
    if before.strip() in {"若", "如", "如果", "对", "凡"} or _REWARDED.match(text, verb[1], scene.sentence.end):
        return Decline("a rule for whoever gets it", (start, verb[1]))
    planned = scene.context.planned(verb[0])
    felt = planned == (scene.sentence.start, scene.sentence.end) and is_sure(text[slice(*verb)])
    if planned and not felt:  # what reads like a plan all over, but tells of what was got
        return Decline(f"a plan: {text[planned[0] : planned[1]]}", planned)
    return None
