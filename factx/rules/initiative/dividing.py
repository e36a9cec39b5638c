"""Where a stretch of names divides: at marks and joints, not inside words, nor before a deed of its own."""

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import lexicon
from factx.rules.initiative.edges import CLOSING
from factx.text import Span

_DIVIDER = compiled(r"、|以及|[和与及]|(?<=》)(?=《)|(?<=”)暨(?=“)")
AS_IS = compiled(r"与[^、，和与及]{2,16}?(?:相?适应|相?挂钩|相?衔接|相?匹配|相?协调|接轨|同步)的")
"""What a system goes with (与物价上涨挂钩的|…机制): nothing divides there."""
_SEAM = compiled(r"[”\"][“\"]")
_THROUGH, _TO = compiled(r"[\u4e00-\u9fff]{2,5}经[\u4e00-\u9fff]{2,5}"), compiled(r"[\u4e00-\u9fff]{2,5}至")
"""A line by the places that it passes (甲经乙、|丙至丁高铁)."""
_DEED_REACH = 8
_OBJECT = 3
_SIDE_EVENT = 6
_THROUGHOUT = ("全面", "积极", "大力", "深入", "持续", "加快", "着力", "系统")
_OFFICES = ("办", "局", "厅", "委", "镇", "乡")
"""Behind a verb that names an office (建设局)."""
_SHORT_QUOTES = 12
"""Quotes side by side that together are no longer than this share their head noun (“护苗”“净网”行动)."""


def pieces(text: str, mask: str, start: int, stop: int) -> list[Span]:
    """What stands between the dividers; a 和 inside a word (和谐, 参与) is none."""
    found, left = [], start
    for match in _DIVIDER.finditer(mask, 0, stop - start):
        at, behind = start + match.start(), start + match.end()
        if match.group() in ("和", "与", "及") and (at == start or not _is_word(text, at)):
            continue
        if match.group() == "与" and AS_IS.match(text, at, stop):
            continue
        if match.group() == "及" and _goes_with(text, left, at, behind, stop):
            continue
        if match.group() in ("和", "与") and _of_one_event(text, left, at, behind, stop):
            continue
        if match.group() == "、" and _THROUGH.fullmatch(text, left, at) and _TO.match(text, behind, stop):
            continue
        if at > left:
            found.append((left, at))
        left = behind
    if stop > left:
        found.append((left, stop))
    return found[: next((i for i, piece in enumerate(found) if i and _is_deed(text, *piece)), len(found))]


def _goes_with(text: str, start: int, at: int, behind: int, stop: int) -> bool:
    """Whether an event goes with the one before it (甲中心揭牌仪式及|学术报告会)."""
    if stop - behind > _SIDE_EVENT:
        return False
    first, second = lexicon.head_at(text, start, at), lexicon.head_at(text, behind, stop)
    return first is not None and second is not None and first.category == second.category == "event"


def _of_one_event(text: str, start: int, at: int, behind: int, stop: int) -> bool:
    """Whether both sides are what one event is about (第二届乡村治理|与|全球发展论坛)."""
    first, second = lexicon.head_at(text, start, at), lexicon.head_at(text, behind, stop)
    if first is None or second is None or second.category != "event":
        return False
    return first.category != "event" and (text[start] == "第" or first.text in lexicon.telling().weak)


def _is_deed(text: str, start: int, end: int) -> bool:
    """Whether a piece is a deed of its own, a verb with its object (…服务供给、|培育市场主体)."""
    cut = words.cut(text, start, min(end, start + _DEED_REACH))
    verb = next((word for word in cut if word.text not in _THROUGHOUT), cut[0])
    if text[start - 1] != "、" or verb.pos[0] != "v" or verb.text not in lexicon.governing():
        return False
    if lexicon.begins_head(text, verb) or text[verb.end : verb.end + 1] in _OFFICES:
        return False
    head = lexicon.head_at(text, start, end)
    return (end if head is None else head.start) - verb.end >= _OBJECT


def apart(text: str, pieces: list[Span]) -> list[Span]:
    """Quotes side by side as pieces of their own, but for short ones that share a head (“护苗”“净网”行动).

    Where only the last of long ones has a head (“进企业…”“进项目…”“四进”活动), the others explain it.
    """
    found: list[Span] = []
    for left, right in pieces:
        seams = [left + m.start() + 1 for m in _SEAM.finditer(text[left:right])]
        headed = bool(seams) and text[right - 1] not in CLOSING
        if headed:
            found.append((left if seams[-1] - left <= _SHORT_QUOTES else seams[-1], right))
        else:
            found += zip([left, *seams], [*seams, right], strict=True)
    return found


def _is_word(text: str, at: int) -> bool:
    """Whether the character at `at` is a word of its own."""
    return any(w.start == at and w.end == at + 1 for w in words.cut(text, max(0, at - 6), min(len(text), at + 7)))
