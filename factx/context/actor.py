"""Actor: the body that opens a clause and does what the clause tells."""

import re
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from factx.context.lexicon import either, is_predicate, lexicon
from factx.context.statesmen import is_statesman
from factx.gazetteer import body_heads, body_lexicon, level_lexicon, place_prefix
from factx.mentions import verbs
from factx.mentions.bodies import body_at
from factx.mentions.person_names import begins_name, names_in
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, pos

_LONGEST = 30
_AND = frozenset("、和与及")
_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[是、]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、](?!\d)"
    r"|第[一二三四五六七八九十][,，、]|[①-⑳■◆●★·•【\[“\"])"
)
_DATELINE = compiled(
    r"(?:本报|本台|[\u4e00-\u9fff]{1,6}[社报网])[^，。,：:\n(（]{0,16}?[电讯](?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})\s*(?:[(（][^()（）\n]{2,40}[)）])?"
)
_MEASURED = compiled(r"[\u4e00-\u9fff“”]{2,}?(?<!第)\d")
_DATE = compiled(r"\d{1,4}(?:年|月|日)")
_PRONOUNS = frozenset("他她")
_BACK = 200
"""How far back the person stands whom 他 means."""
_NAME_LONG = 12
"""A name and what behind it shows that it is one."""
_SHOPS = frozenset({"超市", "商场", "市场"})
_FUNCTION = frozenset({"d", "p", "c", "v", "r", "u", "uj", "ul", "m", "t", "f"})
_PROPER = frozenset({"nr", "ns", "nt", "nz", "x", "nrt", "nrfg"})
_OPENS = frozenset("，,。;；:： \n年日")
"""What stands before a clause's actor: a delimiter or a date."""
_STARTS_PREDICATE = frozenset("现共设有是由位始创被获已将")
_COMMAS = ("，", ",")
_MOST_LOOKS = 12
_HEAD_GOES_ON = 1
"""A head may begin a longer one: 第三中|学."""
_TELLING_LONG = 5
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
    stop = min(end, start + _LONGEST)
    heads = _heads().find_matches_as_indexes(text[start:stop])
    if heads and (body := body_at(text, start, min(stop, start + heads[-1][2] + _HEAD_GOES_ON))):
        return body
    place = place_prefix(text, start)
    return (start, place) if place and place <= end else None


def person_opening(text: str, start: int, end: int) -> Span | None:
    """The person whose name begins at `start`, or whom 他 means there, where the person acts."""
    if text[start] in _PRONOUNS and text[start + 1 : start + 2] != "们":
        known = names_in(text, max(0, start - _BACK), start)
        is_meant = (
            known
            and acts_at(text, start + 1, comma=False)
            and not _thinking().match(text, start + 1)
            and not is_statesman(text, known[-1])
        )
        return known[-1] if is_meant else None
    named = person_at(text, start, end)
    if named is None or _thinking().match(text, named[1]) or is_statesman(text, named[0]):
        return None
    return named[0] if acts_at(text, named[1]) else None


def person_at(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The person whose name begins at `start`, and the end of the title behind it (张立行|教授)."""
    if not begins_name(text, start):
        return None
    name = next((n for n in names_in(text, start, min(end, start + _NAME_LONG)) if n[0] == start), None)
    if name is None or set(text[slice(*name)]) & _PRONOUNS:
        return None
    first = cut(text, start, min(end, name[1] + 2))[0]
    if len(first.text) > 1 and first.pos[0] in _FUNCTION:  # 成立|由
        return None
    titled = _titled().match(text, name[1], end)
    return name, titled.end() if titled else name[1]


def speaker_opening(text: str, start: int, end: int) -> Span | None:
    """The company or institution in whose name the clause speaks (青禾超市|负责人表示), or None."""
    spoken = _speaking().fullmatch(text, start, end)
    if spoken is None:
        return None
    unit = body_opening(text, start, end)
    if unit is None or unit[1] > spoken.end(1):
        unit = spoken.span(1)
        is_person = person_at(text, start, end) is not None
        return unit if _is_brand(text[slice(*unit)]) and not is_person else None
    return unit if is_institution(text[slice(*unit)]) and unit[1] == spoken.end(1) else None


def is_institution(name: str) -> bool:
    """Whether a name is that of a school, hospital, company or the like, or of an organ inside one."""
    words = body_lexicon()
    heads = words.institution | words.inner | _SHOPS
    return any(name[-n:] in heads for n in range(1, min(len(name), 9)))


@lru_cache(maxsize=4096)
def _is_brand(name: str) -> bool:
    """Whether a name without a head is no word of the language: 华润万佳."""
    is_other = any(name[-n:] in body_heads() for n in range(1, min(len(name), 9)))
    if pos(name) is not None or is_other:
        return False
    return all(word.pos in _PROPER or (len(word.text) == 1 and word.pos not in _FUNCTION) for word in cut(name))


def joint(text: str, body: Span, end: int) -> Span:
    """The body with those that act together with it: A、B和C."""
    last = body[1]
    while text[last : last + 1] in _AND and last + 1 < end:
        further = body_opening(text, last + 1, end)
        if not further:
            break
        last = further[1]
    return body[0], last


def own_at(text: str, start: int, end: int) -> Span | None:
    """The report's word for itself (我校, 全市) that stands at `start`, or None."""
    match = _own().match(text, start, end)
    return match.span() if match else None


def organ_of(text: str, own: Span, end: int) -> Span | None:
    """The organ inside the report's body that its word for itself leads (我院|团委), or None."""
    match = _inner().match(text, own[1], end)
    return (own[0], match.end()) if match else None


def stands_for_others(text: str, end: int) -> bool:
    """Whether a body's name that ends at `end` only leads a person's post, or tells a source."""
    found = _no_actor().match(text, end)
    return found is not None and (found.end(1) <= end or not _begins_predicate(text[end : found.end()]))


def acts_at(text: str, end: int, *, comma: bool = True) -> bool:
    """Whether what ends at `end` is followed as an actor is, not as a source, a person's unit or an attribute."""
    if members := _members().match(text, end):
        return _begins_predicate(text[members.end() : members.end() + 6])
    if stands_for_others(text, end):
        return False
    if _DATE.match(text, end):
        return True
    return (comma and text[end : end + 1] in _COMMAS) or _begins_predicate(text[end : end + 6])


def is_measured_at(text: str, end: int, stop: int) -> bool:
    """Whether what ends at `end` is the owner of something that the clause gives a number of: 江州市粮食产量12万吨."""
    if stands_for_others(text, end):
        return False
    return _MEASURED.match(text, end, stop) is not None


@lru_cache(maxsize=4096)
def _begins_predicate(following: str) -> bool:
    """Whether a verb, an adverb, a preposition or a time begins the words."""
    words = cut(following)
    if len(words) > 1 and words[1].text == "、" and words[0].pos != "d":  # one of a list of works (医院迁建、道路改造)
        return False
    return bool(words) and (is_predicate(words[0]) or words[0].pos[0] in "pt" or words[0].text[0] in _STARTS_PREDICATE)


def acts(text: str, name: str, *, comma: bool = True) -> int:
    """How many clauses `name` opens as their actor; no more than a dozen places are looked at."""
    found = 0
    at = -1
    for _ in range(_MOST_LOOKS):
        at = text.find(name, at + 1)
        if at < 0:
            break
        if at == 0 or text[at - 1] in _OPENS or text[at - 2 : at] == "目前":
            found += acts_at(text, at + len(name), comma=comma)
    return found


def is_bare(name: str) -> bool:
    """Whether a name says no more than its class (学校, 政府, 公司)."""
    return name in lexicon().own or name in lexicon().bare


def only_tells(text: str, start: int, end: int) -> bool:
    """Whether a clause only says where the next one comes from: 统计局今天发布的数据显示."""
    return bool(_telling().search(text, max(start, end - _TELLING_LONG), end))


def gives(text: str, end: int, stop: int) -> bool:
    """Whether the body that ends at `end` gives an honour in its clause: the honour is another's."""
    match = _giving().match(text, end, stop)
    return match is not None and not _TAKES.search(text, end, match.end())


def is_department(name: str) -> bool:
    """Whether a name is that of a part of some body, without the body's own name: 护理部, 实验教学中心."""
    units = body_lexicon().unit
    return place_prefix(name, 0) is None and any(name[-n:] in units for n in range(1, min(len(name), 8) + 1))


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
def _speaking() -> re.Pattern[str]:
    post = either(lexicon().post)
    told = either(frozenset(word for word in lexicon().source if word not in ("公布", "发布", "获悉", "消息", "报道")))
    return compiled(rf"([\u4e00-\u9fff]{{2,16}}?)(?:(?:{post})+(?:[\u4e00-\u9fff]{{2,3}})?)?(?:{told}|告诉记者)")


@cache
def _members() -> re.Pattern[str]:
    return compiled(rf"的?(?:全体|广大|\d{{1,5}}余?[名位]|(?<=的))(?:{either(lexicon().member)})+")


@cache
def _thinking() -> re.Pattern[str]:
    return compiled(rf"[还也则又]?(?:{either(lexicon().thought)})")


@cache
def _titled() -> re.Pattern[str]:
    return compiled(either(lexicon().post))


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
