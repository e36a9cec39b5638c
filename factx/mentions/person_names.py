"""Names of persons in a short stretch of text: a surname, a plausible given name, a context that names somebody.

Chinese has no capitals, and most surnames are words: `高度`, `和谐`, `时代`. So three things are weighed: what stands
in front (a post, an organisation, `授予`, punctuation), what follows (`同志`, `荣获`, punctuation), and how much the
characters look like a name rather than like words. Names in a list vouch for each other.
"""

import re
from bisect import bisect_left, insort
from functools import cache, lru_cache
from typing import NamedTuple

from factx.gazetteer import body_heads, body_lexicon, level_lexicon, name_end
from factx.mentions.person_lexicon import characters, given_characters, person_lexicon, posts, surnames
from factx.mentions.unlisted_names import unlisted_names
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, is_word, pos

_HAN = "\u4e00-\u9fff"
_DOTS = "·•・‧"
_ENOUGH = 2.9
_OF_PLACE = compiled(r"[^全我该各本两多在个到一](?:[县区镇乡村]|街道|社区)$")
"""Where a person is from stands before the name in rolls: 云溪县|周晓岚."""
_OF_WARD = compiled(
    r"(?:[^全学本专各该分一二三四五六七八九十][^学本专文理工百]科|科室|科部|[\d一二三四五六七八九十]班|\d级)$"
)
"""The ward or the class that somebody belongs to: 消化内科|周晓岚."""
_ANNOUNCED = 2.0
"""Weight of a post or an organisation right in front of a name."""
_TITLED = 2.0
"""Weight of a post right behind a name."""
_ENOUGH_BEHIND_A_POST, _ENOUGH_BESIDE_A_NAME = 2.7, 2.4
_BETWEEN_NAMES = compiled(
    r"(?:同志|先生|女士|老师|教授|院士|博士|医生|医师|同学|副?(?:主任|院长|校长|书记|所长|处长|经理|教授))?"
    r"(?:[（(][^（）()]{1,24}[）)])?[、，, \t\u3000/和与及]{1,3}"
)
_NEAR = 80
"""Longer than the longest name and what stands between two of a list."""
_SEX = compiled(r"[，, \t\u3000（(、]{1,3}[男女](?![\u4e00-\u9fff])|[，,：:]\d{2}岁")
_COUNTED = compiled(r"[\d一二两三四五六七八九十]{1,3}(?:名|位|人)")
"""What sums a list of names up: 4名同志."""
_WHEN = compiled(r"于?\d{4}|于?\d{1,2}月|于?[今去前]年")
_HOLDS = compiled(
    r"(?:先后|曾|还|也|均|都)?(?:荣获|获评|获颁|荣立|荣膺|当选|被(?:授予|评为|评选为|选为|命名为|表彰为|推选为))"
)
"""What those do who hold an honour: hardly anything but persons and bodies."""
_PLACES = frozenset("村镇乡")
_HAMLETS = frozenset("庄屯堡沟湾坪寨营店集洼窝台岭坡峪圩埠桥坳塘冲坝")
_LEFT, _RIGHT = 8, 6
"""How many characters on either side of a name are looked at."""
_NOUN_TAGS = frozenset({"n", "ns", "nt", "t", "s", "f", "m", "r", "l", "i", "j", "b"})
_COMMON_TAGS = _NOUN_TAGS | {"v", "vn", "a", "ad", "an", "d", "c", "p"}
_GOES_ON_TAGS = frozenset(["v", "vd", "p", "d", "a", "ad", "c", "uj", "ul"])


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
    """What may begin a name; a dotted name; a two-character name spread by a space."""
    firsts = "".join(sorted({name[0] for name in surnames()}))
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    foreign = "".join(sorted(set("".join(person_lexicon().foreign))))
    return (
        compiled(f"[{firsts}](?=[{_HAN}])"),
        compiled(f"[{foreign}]{{1,7}}(?:[{_DOTS}][{foreign}]{{1,9}}){{1,3}}"),
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
    return sorted(taken.spans + unlisted_names(text, start, end, taken.spans))


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
    if surname not in surnames():
        return []
    behind = start + len(surname)
    if any(
        text[behind : behind + n] in posts() or text[behind : behind + n] in person_lexicon().polite for n in (2, 3, 4)
    ):
        return []  # 王教授, 李女士: no name that tells who
    if start and any(text[start - 1 : behind + n] in posts() for n in (0, 1, 2)):
        return []  # 高级工|程师 would be cut in two
    if text[max(0, start - 1) : start + 1] == "工程":
        return []  # 机电工|程学院
    before = _before(text[max(0, start - _LEFT) : start])
    place = name_end(text, start)
    if place and (before == 0 or _after(text[place : place + _RIGHT]) < _TITLED):
        return []  # 汪清|县, but 妇科|汪清|医生
    found = []
    for size in (1, 2):
        stop = behind + size
        if stop > end or not "\u4e00" <= text[stop - 1] <= "\u9fff":
            break
        after = _after(text[stop : stop + _RIGHT])
        if start and text[start - 1] in "“‘\"'" and text[stop : stop + 1] in "”’\"'":
            continue  # a quoted word is a brand or a nickname
        score = before + after + _likeness(text, (start, stop), surname, _Context(before, after))
        if not after or not before:
            # Then only a name beside it can vouch for it.
            score = min(score, _ENOUGH_BESIDE_A_NAME + 0.1)
        elif before == _ANNOUNCED and score >= _ENOUGH_BEHIND_A_POST:
            score = max(score, _ENOUGH)
        found.append(_Candidate(start, stop, score))
    return found


@lru_cache(maxsize=4096)
def _before(text: str) -> float:
    """How much the last characters in front of a place announce a person; lists of names ask again and again."""
    words = person_lexicon()
    start = len(text)
    if start == 0 or not text[start - 1].isalnum():
        return 1.0
    if not "\u4e00" <= text[start - 1] <= "\u9fff":
        return 0.0
    if ends_post(text, start) or _ends_holder(text, start) or _ends_body(text, start):
        return _ANNOUNCED
    leading = [text[max(0, start - n) : start] for n in (1, 2, 3, 4)]
    if any(word in words.goes_before or word in words.around for word in leading):
        return 1.0
    if _OF_PLACE.search(text) or (text[-1] in "科部室班级" and _OF_WARD.search(text)):
        return 1.5
    if text[-1] == "部" and text[-2:] not in body_lexicon().trap:
        return 0.5  # 基础部|李晓岚
    last = cut(text)[-1]
    return 0.5 if last.end - last.start > 1 and last.pos[0] in "nvt" else 0.0


@lru_cache(maxsize=4096)
def _after(text: str) -> float:
    """How much the first characters behind a place speak for a name before it."""
    words = person_lexicon()
    if not text or not text[0].isalnum():
        return 3.0 if _SEX.match(text) else 1.0
    following = [text[:n] for n in (1, 2, 3, 4, 5)]
    if _COUNTED.match(text):
        return 1.5
    if _WHEN.match(text):
        return 1.0
    if _HOLDS.match(text):
        return 1.5
    if (text[0] == "等" and text[:2] not in {"等级", "等待", "等候", "等于"}) or not words.speech.isdisjoint(following):
        return 1.5
    if any(word in words.polite or word in posts() for word in following):
        return 2.0
    if any(word in words.goes_on or word in words.around for word in following):
        return 1.0
    return 0.5 if cut(text)[0].pos in _GOES_ON_TAGS else 0.0


def _likeness(text: str, span: Span, surname: str, context: _Context) -> float:
    """How much the characters themselves look like a name."""
    start, end = span
    words = person_lexicon()
    name, given = text[start:end], text[start + len(surname) : end]
    sure = surname in words.sure_surname or len(surname) == 2
    score = 1.5 if sure else 0.0
    is_place = given[-1] in _PLACES or (given[0] in "家官各" and given[-1] in _HAMLETS)  # 任郭村, 李家沟
    is_other = is_word(name) or name in words.no_name or name in words.no_post or is_place
    doubtful = -0.5 if sure else -0.7 if context.before == _ANNOUNCED else -1.5
    if given in words.given_word:
        score += 1.5
    else:
        score += sum(0.5 if character in given_characters() else doubtful for character in given)
    if name in level_lexicon().not_alone:
        score -= 0.5
    if is_other or name in words.given_word:
        score -= 3.0
    if given[0] in characters(words.address) or (len(given) == 1 and given in characters(words.no_given)):
        score -= 3.0
    if len(given) == 2 and given[1] in characters(words.no_last) and text[end : end + 1].isalpha():
        score -= 0.7
    if len(given) == 2:
        if given not in words.given_word and pos(given) in _COMMON_TAGS:
            announced = context.before == _ANNOUNCED and context.after >= 1.0
            score -= 0.5 if announced else 1.0 if sure else 1.5
        if is_word(name[:2]) or name[:2] in words.no_name:
            score -= 0.7 if sure else 1.0
    straddling = text[end - 1 : end + 1]
    is_one_word = len(straddling) == 2 and (is_word(straddling) or straddling in words.goes_on)
    if is_one_word and context.after < 1.5 and straddling[1] not in "的和与等在是":
        lenient = context.before == _ANNOUNCED and straddling not in words.goes_on
        score -= (1.0 if pos(straddling) in {"v", "a"} else 0.5) if len(name) == 2 or lenient else 1.5
    if len(given) == 1 and context.before == _ANNOUNCED and _goes_on_as_name(text, end):
        score -= 1.0
    if start and context.before < _ANNOUNCED and is_word(text[start - 1 : start + 1]):
        score -= 1.5
    return score


def _goes_on_as_name(text: str, end: int) -> bool:
    """Whether the character at `end` rather belongs to the name before it: one of given names that starts no verb."""
    two = text[end : end + 2]
    if two[:1] in "和与" and not _after(text[end + 1 : end + 1 + _RIGHT]):
        return False  # 青禾公司高鹏|和|北山公司…
    return (
        two[:1] in given_characters() and two not in person_lexicon().goes_on and pos(two) not in {"v", "vd", "a", "ad"}
    )


def ends_post(text: str, end: int) -> bool:
    """Whether a post or a profession ends at `end` (`副主任医师`, `科技工作者`)."""
    words = person_lexicon()
    if any(text[max(0, end - n) : end] in posts() for n in range(2, 9)):
        return True
    if end == 0 or text[end - 1] not in characters(words.post_end):
        return False
    last = cut(text, max(0, end - 8), end)[-1]
    return len(last.text) >= 2 and last.text not in words.no_post and not _ends_holder(text, end)


def _ends_holder(text: str, end: int) -> bool:
    """Whether a word for the holder of an honour ends at `end` (`获得者`)."""
    return (
        text[max(0, end - 3) : end] in person_lexicon().holder or text[max(0, end - 2) : end] in person_lexicon().holder
    )


def _ends_body(text: str, end: int) -> bool:
    """Whether the head of an organisation, two characters at least, ends at `end`."""
    if any(text[max(0, end - n) : end] in body_lexicon().trap for n in (2, 3, 4)):
        return False
    heads = body_heads()
    return any(text[max(0, end - n) : end] in heads for n in range(2, 9))
