"""Names of persons in a short stretch of text: a surname, a plausible given name, a context that names somebody.

Chinese has no capitals, and most surnames are words: `高度`, `和谐`, `时代`. So three things are weighed: what stands
in front (a post, an organisation, `授予`, punctuation), what follows (`同志`, `荣获`, punctuation), and how much the
characters look like a name rather than like words. Names in a list vouch for each other.
"""

import re
from bisect import bisect_left, insort
from functools import cache, lru_cache
from typing import NamedTuple

from factx.gazetteer import body_heads, level_lexicon, name_end, place_at
from factx.mentions.name_context import ANNOUNCED, ends_post, weight_after, weight_before
from factx.mentions.person_lexicon import characters, given_characters, person_lexicon, posts, surnames
from factx.mentions.unlisted_names import unlisted_names
from factx.patterns import compiled
from factx.text import Span
from factx.words import is_word, pos

_HAN = "\u4e00-\u9fff"
_DOTS = "·•・‧"
_ENOUGH = 2.9
_TITLED = 2.0
"""Weight of a post right behind a name."""
_ENOUGH_BEHIND_A_POST = 2.7
_ENOUGH_BESIDE_A_NAME = 2.4
_BETWEEN_NAMES = compiled(
    r"(?:同志|先生|女士|老师|教授|院士|博士|医生|医师|同学|副?(?:主任|院长|校长|书记|所长|处长|经理|教授))?"
    r"(?:[（(][^（）()]{1,24}[）)])?[、，, \t\u3000/和与及]{1,3}"
)
_NEAR = 80
"""Longer than the longest name and what stands between two of a list."""
_JOINING = frozenset("和与同")
_SEEN = 3
"""How often a document has a name before it tells how long it is."""
_PLACES = frozenset("村镇乡")
_CHAMPION = frozenset(("冠军", "先锋", "英雄"))
"""Titles of merit that are given names too."""
_GLORY = frozenset("荣")
_HOLDS_POST = frozenset("任")
_HAMLETS = frozenset("庄屯堡沟湾坪寨营店集洼窝台岭坡峪圩埠桥坳塘冲坝")
"""What hamlets are called behind the surname of those who founded them (李|家沟)."""
_LEFT, _RIGHT = 8, 6
"""How many characters on either side of a name are looked at."""
_PROPER_TAGS = frozenset({"nr", "ns"})
_NOUN_TAGS = frozenset({"n", "ns", "nt", "t", "s", "f", "m", "r", "l", "i", "j", "b"})
_COMMON_TAGS = _NOUN_TAGS | {"v", "vn", "a", "ad", "an", "d", "c", "p"}


class _Context(NamedTuple):
    """How much the words on either side speak for a name."""

    before: float
    after: float


class _Candidate(NamedTuple):
    start: int
    end: int
    score: float


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may begin a name; a dotted name, or a Tibetan one; a two-character name spread by a space."""
    firsts = "".join(sorted({name[0] for name in surnames()}))
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    foreign = "".join(sorted(set("".join(person_lexicon().foreign))))
    tibetan = "|".join(sorted(person_lexicon().tibetan))
    return (
        compiled(f"[{firsts}](?=[{_HAN}])"),
        compiled(
            f"[{foreign}]{{1,7}}(?:[{_DOTS}][{foreign}]{{1,9}}){{1,3}}|(?:{tibetan}){{2}}(?![县镇乡村寺山湖街路])"
        ),
        compiled(f"(?<![{_HAN}])([{single}])[ \\u3000]{{1,3}}([{_HAN}])(?![{_HAN}])"),
    )


def names_in(text: str, start: int, end: int) -> list[Span]:
    """The names of persons in `text[start:end]`, in order; a name spread by a space holds the space."""
    begins, dotted, spread = _patterns()
    taken = _Taken([match.span() for match in dotted.finditer(text, start, end)])
    for match in spread.finditer(text, start, end):
        if match[2] in given_characters():
            taken.add(match.span())
    candidates = [
        candidate for match in begins.finditer(text, start, end) for candidate in _candidates(text, match.start(), end)
    ]
    candidates.sort(key=lambda candidate: (-candidate.score, candidate.start, -candidate.end))
    for candidate in candidates:
        if candidate.score >= _ENOUGH and taken.leaves(candidate):
            taken.add((candidate.start, candidate.end))
    grown = True
    while grown:
        grown = False
        for candidate in candidates:
            if candidate.score < _ENOUGH_BESIDE_A_NAME or not taken.leaves(candidate):
                continue
            if _is_beside(text, candidate, taken.near(candidate)):
                taken.add((candidate.start, candidate.end))
                grown = True
    whole = [_completed(text, span, end) for span in taken.spans]
    return sorted(whole + unlisted_names(text, start, end, whole))


def _completed(text: str, name: Span, end: int) -> Span:
    """The name with the character behind it, where the document nearly always puts that one there."""
    start, stop = name
    last = text[stop] if stop < end and stop - start == 2 else ""
    if last not in given_characters() or last in _JOINING or is_word(text[stop : stop + 2]):
        return name
    straddling = text[stop : stop + 2]
    if straddling in person_lexicon().goes_on or not _is_whole(text, text[start:stop], last):
        return name
    return start, stop + 1


@lru_cache(maxsize=256)
def _is_whole(text: str, name: str, last: str) -> bool:
    """Whether `last` ends the name all over `text`: seldom missing behind it, and followed by this and that."""
    whole = text.count(name + last)
    if whole < _SEEN or whole * 4 < text.count(name) * 3:
        return False
    followers = {text[match.end() : match.end() + 1] for match in re.finditer(re.escape(name + last), text)}
    return len(followers) > 1


def begins_name(text: str, at: int) -> bool:
    """Whether a surname stands at `at`."""
    return text[at : at + 1] in surnames() or text[at : at + 2] in surnames()


class _Taken:
    """The names that are sure, in order; of a long list only those near a place are looked at."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans: list[Span] = []
        self._held: set[int] = set()
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take a name."""
        insort(self.spans, span)
        self._held.update(range(*span))

    def leaves(self, candidate: _Candidate) -> bool:
        """Whether no name that is taken overlaps the candidate."""
        return self._held.isdisjoint(range(candidate.start, candidate.end))

    def near(self, candidate: _Candidate) -> list[Span]:
        """The names that may stand beside the candidate."""
        first = bisect_left(self.spans, (candidate.start - _NEAR,))
        return self.spans[first : bisect_left(self.spans, (candidate.end + _NEAR,))]


def _is_beside(text: str, candidate: _Candidate, taken: list[Span]) -> bool:
    """Whether only a separator of lists stands between the candidate and a name that is sure."""
    return any(
        _BETWEEN_NAMES.fullmatch(text, end, candidate.start) or _BETWEEN_NAMES.fullmatch(text, candidate.end, start)
        for start, end in taken
    )


def _candidates(text: str, start: int, end: int) -> list[_Candidate]:
    """The possible names that begin at `start`, with what speaks for each."""
    surname = text[start : start + 2] if text[start : start + 2] in surnames() else text[start]
    if surname not in surnames() or (surname in _GLORY and text[start : start + 2] in person_lexicon().goes_on):
        return []  # 教授|荣获一等奖
    behind = start + len(surname)
    if _belongs_to_post(text, start, behind):
        return []
    before = weight_before(text[max(0, start - _LEFT) : start])
    place = name_end(text, start)
    sizes: tuple[int, ...] = (1, 2)
    if place and (before == 0 or weight_after(text[place : place + _RIGHT]) < _TITLED):
        if not _outgrows(text, start, place):
            return []  # 汪清|县, but 妇科|汪清|医生
        sizes = (2,)
    found = []
    for size in sizes:
        stop = behind + size
        if stop > end or not "\u4e00" <= text[stop - 1] <= "\u9fff":
            break
        after = weight_after(text[stop : stop + _RIGHT])
        if _is_of_body(text, start, stop):
            continue
        if start and text[start - 1] in "“‘\"'" and text[stop : stop + 1] in "”’\"'":
            continue  # a quoted word is a brand or a nickname
        score = before + after + _likeness(text, (start, stop), surname, _Context(before, after))
        if size == 1 and text[start - 1] == text[stop + 1 : stop + 2] == "、" and text[stop] != "等":
            score -= 1.5  # 、孟先|让、
        if not after or not before:
            # Then only a name beside it can vouch for it.
            score = min(score, _ENOUGH_BESIDE_A_NAME + 0.1)
        elif before == ANNOUNCED and score >= _ENOUGH_BEHIND_A_POST:
            score = max(score, _ENOUGH)
        found.append(_Candidate(start, stop, score))
    return found


def _is_of_body(text: str, start: int, stop: int) -> bool:
    """Whether the head of a body is what stands there, or runs into it (宣传部|部长, 柳林派|出所, 云溪|支行)."""
    heads = body_heads()
    return (
        text[start:stop] in heads
        or text[stop - 1 : stop + 2] in heads
        or text[stop : stop + 2] in person_lexicon().branch
    )


def _belongs_to_post(text: str, start: int, behind: int) -> bool:
    """Whether the surname from `start` to `behind` stands in front of a post or inside one."""
    named, polite = posts(), person_lexicon().polite
    for n in (2, 3, 4):
        follows = text[behind : behind + n]
        if follows in _CHAMPION and text[start] in person_lexicon().sure_surname and ends_post(text, start):
            continue  # 法官|孟冠军
        if follows in named or follows in polite:
            return True  # 王教授, 李女士: no name that tells who
    for n in (0, 1, 2) if start else ():
        if text[start - 1 : behind + n] in named:
            return True  # 高级工|程师 would be cut in two
    if text[max(0, start - 1) : behind + 1] in body_heads():
        return True  # 工|商联
    return text[max(0, start - 1) : start + 1] == "工程"  # 机电工|程学院


def _outgrows(text: str, start: int, place: int) -> bool:
    """Whether a post announces a name that begins as a place does and has one character more (护师|阳春容)."""
    is_longer = place - start == len("阳春") and text[place : place + 1] in given_characters()
    return is_longer and ends_post(text, start) and not place_at(text, start + 1)


def _likeness(text: str, span: Span, surname: str, context: _Context) -> float:
    """How much the characters themselves look like a name."""
    start, end = span
    words = person_lexicon()
    name, given = text[start:end], text[start + len(surname) : end]
    sure = surname in words.sure_surname or len(surname) == 2
    score = 1.5 if sure else 0.0
    is_place = given[-1] in _PLACES or (given[0] in "家官各" and given[-1] in _HAMLETS)  # 任郭村, 李家沟
    told = (
        sure and len(name) > 2 and max(context) >= _TITLED and pos(name) in _PROPER_TAGS
    )  # 专家|钟南山, no hill there
    is_listed = is_word(name) and not told
    is_other = is_listed or name in words.no_name or name in words.no_post or is_place
    doubtful = -0.5 if sure else -0.7 if context.before == ANNOUNCED else -1.5
    if given in words.given_word:
        score += 1.5
    else:
        score += sum(0.5 if character in given_characters() else doubtful for character in given)
    if name in level_lexicon().not_alone:
        score -= 0.5
    if is_other or name in words.given_word or (context.before == ANNOUNCED and _is_of_words(text, span, surname)):
        score -= 3.0
    if given[0] in characters(words.address) or (len(given) == 1 and given in characters(words.no_given)):
        score -= 3.0
    if len(given) == 2 and given[1] in characters(words.no_last) and text[end : end + 1].isalpha():
        score -= 0.7
    if len(given) == 2:
        if given not in words.given_word and pos(given) in _COMMON_TAGS:
            announced = context.before == ANNOUNCED and context.after >= 1.0
            score -= 0.5 if announced else 1.0 if sure else 1.5
        if is_word(name[:2]) or name[:2] in words.no_name:
            score -= 0.7 if sure else 1.0
    straddling = text[end - 1 : end + 1]
    is_one_word = len(straddling) == 2 and (is_word(straddling) or straddling in words.goes_on)
    if is_one_word and context.after < 1.5 and straddling[1] not in "的和与等在是":
        lenient = context.before == ANNOUNCED and straddling not in words.goes_on
        score -= (1.0 if pos(straddling) in {"v", "a"} else 0.5) if len(name) == 2 or lenient else 1.5
    if len(given) == 1 and context.before == ANNOUNCED and _goes_on_as_name(text, end):
        score -= 1.0
    led = text[max(0, start - 2) : start] in words.goes_before  # 组合|江…, whatever 合江 is
    if start and not led and context.before < ANNOUNCED and is_word(text[start - 1 : start + 1]):
        score -= 1.5
    return score


def _is_of_words(text: str, span: Span, surname: str) -> bool:
    """Whether what could be a name is made of words: 任|外科主任, 检修工段|荣获."""
    start, end = span
    given = text[start + len(surname) : end]
    if surname in _HOLDS_POST and len(given) > 1:
        return given not in person_lexicon().given_word and is_word(given)
    if end - start > 2 or start == 0 or not is_word(text[start - 1 : start + 1]):
        return False
    behind = text[end - 1 : end + 1]
    return behind in person_lexicon().goes_on or is_word(behind)


def _goes_on_as_name(text: str, end: int) -> bool:
    """Whether the character at `end` rather belongs to the name before it: one of given names that starts no verb."""
    two = text[end : end + 2]
    if two[:1] in "和与" and not weight_after(text[end + 1 : end + 1 + _RIGHT]):
        return False  # 青禾公司高鹏|和|北山公司…
    return (
        two[:1] in given_characters() and two not in person_lexicon().goes_on and pos(two) not in {"v", "vd", "a", "ad"}
    )
