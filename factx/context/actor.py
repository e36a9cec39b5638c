"""Actor: the body that opens a clause and does what the clause tells."""

import re
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.context.lexicon import either, is_predicate, lexicon
from factx.gazetteer import body_lexicon, is_place, level_lexicon, name_end, place_prefix
from factx.mentions import verbs
from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut

_LONGEST = 30
_AND = frozenset("、和与及")
_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[是、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、](?!\d)"
    r"|第[一二三四五六七八九十][,，、]|[①-⑳■◆●★·•【\[“\"])"
)
_DATELINE = compiled(
    r"(?:本报|本台|[\u4e00-\u9fff]{1,6}[社报网])[^，。,：:\n(（]{0,16}?[电讯](?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})\s*(?:[(（][^()（）\n]{2,40}[)）])?"
)
_OWNS = compiled(
    r"(?:全[省市县区州])?[近约超]?\d[\d.,]*[余多]?[万亿千百]{0,2}[余多]?(?![年月日号届期时点路院校中天岁周级]|分之)[\u4e00-\u9fff]"
)
"""What an area has so many of, told directly behind its name: 云溪县|12万亩水稻."""
_MEMBERS = ("院士", "会员", "委员", "常委", "理事", "青年委员", "主任委员", "副主任委员")
"""Whom a learned society has in other bodies: 江州医学会|委员2名."""
_MEASURED = compiled(r"[\u4e00-\u9fff“”、]{2,}?(?<!第)\d")
_DATE = compiled(r"\d{1,4}(?:年|月|日)")
_NO_NAME = frozenset({"p", "d", "v", "vd", "ad"})
_OPENS = frozenset("，,。;；:： \n年日")
"""What stands before a clause's actor: a delimiter or a date."""
_STARTS_PREDICATE = frozenset("现共设有是由位始创被获已将")
_COMMAS = ("，", ",")
_OTHERS = compiled(
    r"等(?:[\d一二三四五六七八九十两多]{1,3}[个家]?(?:国家)?|[\u4e00-\u9fff]{0,4}?)"
    r"(?:部门|部委|单位|机构|企业|公司|高校|学校|医院|银行|协会|国家|省份|省市|省区市?|城市|地|省|市|县|国)(?!级)"
)
_OTHER_WORD = compiled(
    r"行业|局[性面]|区域|市场(?![馆地站均])|会[议计员]|院士|国性|团军|心城|科医|所[知见说做想看听查讲写谓在指]"
)
"""What shows, from its last character on, that a word for oneself is none: 全行|业, 该会|议."""
_SYSTEM = "系统"
_MOST_LOOKS = 12
_HEAD_GOES_ON = 1
"""A head may begin a longer one: 第三中|学."""
_TELLING_LONG = 5
_ISSUING = compiled(r"(?:先后|陆续|联合|共同)?(?:出台|印发|下发|制定|推出|预拨|下拨|拨付)(?!会)")
_TAKES = compiled(r"[被获受入]|荣膺")


def opening(text: str, start: int, end: int, periods: dict[int, int]) -> int:
    """Where the subject of the clause would begin: behind a dateline, numbering, conjunctions and times."""
    if dateline := _DATELINE.search(text, start, end):
        start = dateline.end()
    while True:
        match = _prelude().match(text, start, end)
        start = match.end() if match else start
        if start not in periods or periods[start] > end:
            return start
        start = periods[start]


def body_opening(text: str, start: int, end: int) -> Span | None:
    """The body or place whose name begins at `start`; names are cut only where the head of one stands near."""
    if text[start : start + 1] == "全" and text.startswith("上下", start + 2):
        return None  # 全市上下落实市委…
    stop = min(end, start + _LONGEST)
    heads = _heads().find_matches_as_indexes(text[start:stop])
    if heads and (body := body_at(text, start, min(stop, start + heads[-1][2] + _HEAD_GOES_ON))):
        return None if begins_with_deed(text[slice(*body)]) else body
    place = place_prefix(text, start)
    return (start, place) if place and place <= end else None


@lru_cache(maxsize=4096)
def begins_with_deed(name: str) -> bool:
    """Whether what looks like a name is a deed and its object (盘活|政府, 较|云溪新区), or begins with an adverb."""
    if name_end(name, 0):  # 大连 is an adverb in the dictionary
        return False
    first = cut(name)[0]
    return first.end < len(name) and (first.text in verbs.lexicon() or first.pos in _NO_NAME)


def joint(text: str, body: Span, end: int) -> Span:
    """The body with those that act together with it: A、B和C, A等八部门."""
    last = body[1]
    while text[last : last + 1] in _AND and last + 1 < end:
        further = body_opening(text, last + 1, end)
        if not further:
            break
        last = further[1]
    others = _OTHERS.match(text, last, end)
    if others is None and text.startswith(_SYSTEM, last):
        last += len(_SYSTEM)
    return body[0], others.end() if others else last


def own_at(text: str, start: int, end: int) -> Span | None:
    """The report's word for itself (我校, 全市) that stands at `start`, or None."""
    match = _own().match(text, start, end)
    return match.span() if match and not _OTHER_WORD.match(text, match.end() - 1) else None


def organ_of(text: str, own: Span, end: int) -> Span | None:
    """The organ inside the report's body that its word for itself leads (我院|团委), or None."""
    match = _inner().match(text, own[1], end)
    return (own[0], match.end()) if match else None


def stands_for_others(text: str, end: int) -> bool:
    """Whether a body's name that ends at `end` only leads a person's post, or tells a source."""
    found = _no_actor().match(text, end)
    return found is not None and (found.end(1) <= end or not _begins_predicate(text[end : found.end()]))


def thinks(text: str, body: Span) -> bool:
    """Whether a body only tells what it thinks of others (江州棉花协会|预计); what a place expects is its own."""
    return text.startswith(tuple(lexicon().opinion), body[1]) and not is_place(text[slice(*body)])


def acts_at(text: str, end: int, *, comma: bool = True) -> bool:
    """Whether what ends at `end` is followed as an actor is, not as a source, a person's unit or an attribute."""
    if members := _members().match(text, end):
        return _begins_predicate(text[members.end() : members.end() + 6])
    if stands_for_others(text, end):
        return False
    if text.startswith("至", end):  # 江州至云溪段
        return False
    if _DATE.match(text, end):
        return True
    return (comma and text[end : end + 1] in _COMMAS) or _begins_predicate(text[end : end + 6])


def is_measured_at(text: str, end: int, stop: int) -> bool:
    """Whether what ends at `end` is the owner of something that the clause gives a number of: 江州市粮食产量12万吨."""
    if stands_for_others(text, end) or text.startswith(_MEMBERS, end):
        return False
    return _MEASURED.match(text, end, stop) is not None


def has_at(text: str, area: Span, stop: int) -> bool:
    """Whether the clause begins with an area and a number of things that it has: 云溪县|12万亩水稻迎来收获."""
    return is_place(text[slice(*area)]) and _OWNS.match(text, area[1], stop) is not None


@lru_cache(maxsize=4096)
def _begins_predicate(following: str) -> bool:
    """Whether a verb, an adverb, a preposition or a time begins the words."""
    words = cut(following)
    if len(words) > 1 and words[1].text == "、" and words[0].pos != "d":  # one of a list of works (医院迁建、道路改造)
        return False
    if (
        len(words) > 1
        and (words[0].text in lexicon().manner or words[0].text in lexicon().bid)
        and is_predicate(words[1])
    ):  # 高质量|推进
        return True
    return bool(words) and (is_predicate(words[0]) or words[0].pos[0] in "pt" or words[0].text[0] in _STARTS_PREDICATE)


def acts(text: str, name: str, *, comma: bool = True, but: tuple[str, ...] = ()) -> int:
    """How many clauses `name` opens as their actor, and not the names `but`, which begin with it.

    No more than a dozen places are looked at.
    """
    found = 0
    at = -1
    for _ in range(_MOST_LOOKS):
        at = text.find(name, at + 1)
        if at < 0:
            break
        if at == 0 or text[at - 1] in _OPENS or text[at - 2 : at] == "目前":
            found += not text.startswith(but, at) and acts_at(text, at + len(name), comma=comma)
    return found


def only_tells(text: str, start: int, end: int) -> bool:
    """Whether a clause only says where the next one comes from: 统计局今天发布的数据显示."""
    return bool(_telling().search(text, max(start, end - _TELLING_LONG), end))


def gives(text: str, end: int, stop: int) -> bool:
    """Whether the body that ends at `end` gives an honour in its clause: the honour is another's."""
    match = _giving().match(text, end, stop)
    return match is not None and not _TAKES.search(text, end, match.end())


def issues(text: str, end: int, stop: int) -> bool:
    """Whether the body that ends at `end` gives out papers or money of its own in its sentence: 陆续出台了4个公告."""
    return _ISSUING.search(text, end, stop) is not None


def issued_at(text: str, start: int, end: int) -> bool:
    """Whether a body that gave something out stands at `start`: 在|江州市政府|出台的措施中."""
    body = body_opening(text, start, end)
    return body is not None and _ISSUING.match(text, body[1], end) is not None


def names_post(name: str) -> bool:
    """Whether a post or a source stands in the name."""
    return bool(_no_actor().search(name))


@cache
def _prelude() -> re.Pattern[str]:
    return compiled(rf"(?:{_NUMBERING}|{either(lexicon().prelude)}|[\s,，])*")


@cache
def _own() -> re.Pattern[str]:
    return compiled(either(frozenset(lexicon().own)))


@cache
def _inner() -> re.Pattern[str]:
    return compiled(rf"(?:{either(body_lexicon().inner)})+")


@cache
def _giving() -> re.Pattern[str]:
    given = frozenset(word for word, sort in verbs.lexicon().items() if sort in ("rate", "cover") and word[0] != "被")
    return compiled(rf"[^，,。;；]{{0,12}}?(?:{either(given)})")


@cache
def _telling() -> re.Pattern[str]:
    return compiled(rf"(?:{either(lexicon().source)}|显示|要求)$")


@cache
def _no_actor() -> re.Pattern[str]:
    words = lexicon()
    return compiled(rf"([\u4e00-\u9fff]{{0,4}}?)(?:{either(words.post | words.member)})|{either(words.source)}")


@cache
def _members() -> re.Pattern[str]:
    return compiled(rf"的?(?:全体|广大|\d{{1,5}}余?[名位]|(?<=的))(?:{either(lexicon().member)})+")


@cache
def _heads() -> AhoCorasick:
    words = body_lexicon()
    heads = (
        words.organ
        | words.working
        | words.inner
        | words.institution
        | words.unit
        | words.area
        | words.named
        | level_lexicon().national_organ
    )
    return AhoCorasick(sorted(heads), matchkind=MatchKind.LeftmostLongest)
