"""Who holds an honour: what stands before the verb, or behind 授予, as a list of names; else the subject inherited."""

import re
from collections.abc import Sequence

from factx.mentions.bodies import bodies_in
from factx.mentions.persons import Person, persons_in
from factx.rules.scene import Scene
from factx.text import Span, trim
from factx.words import cut

_LEAD = re.compile(
    r"(?:[\s:：·●■◆▲•*]+|\d{4}年(?:以来|来|底|初|末)?|\d{4}(?:[-—–、至]\d{4})+年|\d{1,2}月(?:\d{1,2}[日号])?|[今去前明本当同]年(?:以来|初|底|\d{1,2}月)?|近(?:年来?|日|几年来?|期|[\d一二三四五六七八九十]+年来?)"
    r"|日前|近日|目前|截至[^,，]{2,12}|其中|同时|此外|另外|而且|并且|并|最终|随后|期间|后来|其间|现|还有?|也|且|经过[^,，]{2,12}|[一二三四五六七八九十]+是|[上下]半年|昨[天日晚]|今[天日晚]|当地时间|当天|当[日晚]|刚刚|最后|据悉|据了解|值得一提的是|全年|年内|年度|首次|再次|(?:[上下凌]?[午晨]))"
)
_TRAIL = re.compile(
    r"(?:先后|相继|陆续|连续(?:[\d一二两三四五六七八九十多几]+(?:年|次|届|个月|度))?|[多数]次|[\d一二两三四五六七八九十]+次|曾经?|还|也|均|都|共|总共|一共|累计|合计|成功|分别|再次|再度|首次|第[一二三四五六七八九十\d]+次"
    r"|一举|荣幸地?|光荣地?|顺利|正式|双双|又|并|已经?|则|就|同时|最终|全部|当场|当之无愧地|脱颖而出|一并|一次性|被|为|而|均已|于?\d{4}年(?:\d{1,2}月)?(?:份)?|近[\d一二三四五六七八九十]+年来?|今年|去年|每年|年年|屡次|屡屡|屡|喜|勇|高分|高票|全票|圆满|成绩|不仅|所|能|现已|现|迄今|至今|近年来?|近日|日前|近期|[\s,，])$"
)
_PRONOUN = re.compile(r"(?:该|其|这|此|我们|他们?|她们?|它们?|自己|本人|前者|后者|两者|并|同志|人们|双方|个人$)")
_TOTAL = re.compile(
    r"等?[\d一二两三四五六七八九十百]+(?:余|多)?(?:[名位个家人支]|项|部|件|幅|篇|种)[^、和与及]{0,10}$|等$|一行$|两人$|[二三]人$"
)
_SEPARATOR = re.compile(
    r"“[^”]*”|\"[^\"]*\"|《[^》]*》|[(（][^()（）]*[)）]|(?P<mark>、|以及|和(?![谐平睦])|(?<![参授])与|及(?![格时其])|/)"
)
_BOUNDARY = frozenset("被由经在把将对以因为从向使让给令随据凭")


def strip_adverbs(text: str, start: int, end: int) -> Span:
    """The stretch without times and conjunctions before it and adverbs behind it."""
    start, end = trim(text, (start, end))
    while (match := _LEAD.match(text, start, end)) and match.end() > start:
        start = match.end()
        while start < end and text[start] in ",， 、":
            start += 1
    while match := _TRAIL.search(text[start:end]):
        end = start + match.start()
        if not match[0]:
            break
    return trim(text, (start, end))


def holders_in(scene: Scene, start: int, end: int) -> list[Span]:
    """The names that the phrase `[start, end)` before a verb says hold it; empty where it names nobody."""
    text = scene.text
    start, end = strip_adverbs(text, start, end)
    total = _TOTAL.search(text[start:end])
    if total and total.start():
        end = start + total.start()
    if end - start < 2 or _PRONOUN.match(text, start):
        return []
    people = _people(text, start, end)
    if people:
        return [person.name for person in people]
    start = _phrase_start(text, start, end)
    if end - start < 2 or _PRONOUN.match(text, start):
        return []
    if text[start:end] in _EMPTY:
        return []
    return [span for span in (_unwrapped(text, span) for span in _divided(text, start, end)) if span[1] - span[0] >= 2]


_EMPTY = frozenset(("全年", "共同", "作品", "同志", "成绩", "获奖", "工作", "以上", "本次", "项目", "名单"))


def _people(text: str, start: int, end: int) -> Sequence[Person]:
    """The persons of a phrase that ends in a person, with those listed before."""
    people = persons_in(text, start, end)
    if not people:
        return []
    behind = text[people[-1].name[1] : end]
    if (
        len(behind) > 12
        or re.search(r"[的在]", behind[:4])
        or (len(behind) > 4 and bodies_in(text, people[-1].name[1], end))
    ):
        return []
    return people


def _phrase_start(text: str, start: int, end: int) -> int:
    """Where the noun phrase that ends at `end` begins: behind prepositions, and behind 的 that closes a clause."""
    words = cut(text, start, end)
    begin = start
    seen_verb = False
    for word in words:
        if word.text in _BOUNDARY and word.pos in {"p", "d", "v", "c"} and word.start > start:
            begin, seen_verb = word.end, False
        elif word.pos == "v" and len(word.text) > 1:
            seen_verb = True
        elif word.text == "的" and seen_verb and end - word.end >= 2:
            begin, seen_verb = word.end, False
    if seen_verb and begin == start and end - start > 16:
        bodies = bodies_in(text, start, end)
        return bodies[-1][0] if bodies and bodies[-1][1] == end else end
    return begin


def _divided(text: str, start: int, end: int) -> list[Span]:
    """The phrase divided at 、和与及 outside of marks."""
    bounds = [start]
    for match in _SEPARATOR.finditer(text, start, end):
        if match["mark"]:
            bounds += [match.start(), match.end()]
    bounds.append(end)
    spans = [trim(text, (bounds[i], bounds[i + 1])) for i in range(0, len(bounds), 2)]
    return [(start, end)] if any(b - a < 2 for a, b in spans) else spans


def _unwrapped(text: str, span: Span) -> Span:
    """A name without the marks that wrap the whole of it."""
    if span[1] - span[0] > 2 and text[span[0]] + text[span[1] - 1] in {"“”", '""', "《》", "「」"}:
        return span[0] + 1, span[1] - 1
    return span
