"""Naming: short and long forms of one body as one name, and what `我校` and `全市` stand for."""

import re
from collections import Counter

from factx.context.aliases import abbreviated, in_full
from factx.context.kinds import is_bare, is_person
from factx.context.lexicon import lexicon
from factx.gazetteer import body_lexicon, place_prefix
from factx.mentions.bodies import bodies_in, body_at
from factx.patterns import compiled
from factx.text import Span

CLASS_OF_PLACE = "省市县区镇乡州盟旗"
_UNITS = compiled("[县区旗镇乡]")
"""Class words that no name of an area holds before its own."""
_HOSPITAL = compiled(r"[\u4e00-\u9fff\d]{2,20}?医院(?=[\u4e00-\u9fff]{1,10}(?:科|中心|部)$)")
_HOLDERS = {
    "school": compiled(r"[\u4e00-\u9fff]{2,12}?大学(?=[\u4e00-\u9fff]{1,12}(?:学院|系|部|所|中心|实验室)$)"),
    "hospital": _HOSPITAL,
    "house": _HOSPITAL,
}
"""What a word for oneself means in a report of a part of it, before the name of the part."""
_UNIVERSITY = compiled(r"[\u4e00-\u9fff]{2,12}?大学(?!附属|附中|附小|生)")
_GUEST = compiled(r"[\u4e00-\u9fff]{0,6}?(?:教授|博士|院士|研究员|讲师|一行|[到来赴](?:我|校|院|访))")
"""What follows the university from which a guest comes."""
_LONGEST_OWNER = 16
_NATIONAL = "中国"
_COLLEGE = "学院"
_OF_ALL = compiled(r"(?:本?年度|[今去]年)?(?:全[国省市县区州校]|各)|年度")
"""How no body's own name begins: 全省学校, 年度全省学校."""
_BEGINNING = 600
_SHORT = 6
_SHORTENED = ("院", "中心", "办")
"""Heads of the short names that take a character of each word of the full one."""
_MOST_LOOKS = 8
"""How many occurrences of a name are looked at for a longer form."""
_BESIDE = 10
_COMPANY = compiled(rf"[\u4e00-\u9fff]{{0,{_BESIDE}}}(?:公司|集团)")
"""What may stand behind the brand in the name of a company."""
AREAS = frozenset(
    {"country", "province", "city", "county", "district", "prefecture", "banner", "town", "township", "village"}
)

_HONORARY = compiled(
    r"(?:示范|先进|优秀|文明|最美|十佳|百佳|模范|达标|放心|园林式)[\u4e00-\u9fff]{0,4}"
    r"(?:学校|中学|小学|高中|大学|医院|单位|企业|公司|集体|社区|[乡村镇]|街道|校园|机关)$"
)
"""What bodies are called for their merit (江东省示范高中): a title, whoever holds it."""


class Naming:
    """The names of one document."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, Span] = {}
        self._own: dict[str, Span | None] = {}

    def fullest(self, body: Span) -> Span:
        """The fullest form that the document uses of a name: 市科协 is 江州市科协 where that stands somewhere."""
        name = self._text[body[0] : body[1]]
        if is_bare(name):
            return body
        if name not in self._full:
            self._full[name] = self._fullest(name) or body
        return self._full[name]

    def spelled_out(self, body: Span) -> Span:
        """The same for the report's own body, whose short name may take a character of each word (江州三院)."""
        name = self._text[body[0] : body[1]]
        full = self.fullest(body)
        if full == body and len(name) <= _SHORT and name.endswith(_SHORTENED) and not is_bare(name):
            first = bodies_in(self._text, 0, min(len(self._text), _BEGINNING))
            self._full[name] = full = abbreviated(self._text, name, first) or body
        return full

    def fullest_place(self, name: Span) -> Span:
        """The same for a place or a region; any other name as it stands."""
        words = self._text[name[0] : name[1]]
        return self.fullest(name) if _is_place(words) or words in body_lexicon().named else name

    def resolve_own(self, own: Span, document: Span | None) -> Span:
        """The body that a self-reference means; the word itself where the document names none.

        A report speaks of the area it works in (全市) as of itself.
        """
        word = self._text[own[0] : own[1]]
        meaning = lexicon().own[word]
        if meaning == "country":
            return own
        if document:
            name = self._text[document[0] : document[1]]
            if whole := self._holder(document, meaning):
                return whole
            if meaning in AREAS or self._fits(name, meaning):
                return document
        if meaning not in self._own:  # both look through the whole text
            self._own[meaning] = self.most_named(meaning) or self.own_form(meaning)
        return self._own[meaning] or own

    def _holder(self, part: Span, meaning: str) -> Span | None:
        """The hospital or the university that a body says it is a part of (江州医院|泌尿科), or None."""
        held = _HOLDERS[meaning].match(self._text, *part) if meaning in _HOLDERS else None
        return held.span() if held and held.end() < part[1] else None

    def own_form(self, meaning: str) -> Span | None:
        """The first word by which the report calls a body of this class its own, 我… before others."""
        words = [w for w, m in lexicon().own.items() if m == meaning]
        found = [(not w.startswith(("我", "本")), at, -len(w)) for w in words if (at := self._text.find(w)) >= 0]
        return (min(found)[1], min(found)[1] - min(found)[2]) if found else None

    def is_meant(self, name: str, own: str) -> bool:
        """Whether a name may be what the report's word for itself means."""
        meaning = lexicon().own[own]
        return not is_bare(name) and meaning not in AREAS and self._fits(name, meaning)

    def _fits(self, name: str, meaning: str) -> bool:
        """Whether a body is of a class; a company needs no head (青禾股份), if no other class claims the name."""
        heads = lexicon().head
        if _HONORARY.search(name):
            return False
        if meaning == "company" and not _is_place(name) and not is_person(name):
            return not any(re.search(rf"(?:{heads[other]})$", name) for other in heads if other != "company")
        return bool(re.search(rf"(?:{heads[meaning]})$", name))

    def named_before(self, own: Span, floor: int) -> Span | None:
        """The nearest body before 该局, 该公司 that is of the class."""
        meaning = lexicon().own[self._text[own[0] : own[1]]]
        known = lexicon()
        for span in reversed(bodies_in(self._text, floor, own[0])):
            name = self._text[slice(*span)]
            if meaning in AREAS:
                place = place_prefix(self._text, span[0])
                if place and re.search(rf"(?:{known.head[meaning]})$", self._text[span[0] : place]):
                    return span[0], place
            elif not is_bare(name) and self._fits(name, meaning):
                return span
        return None

    def _fullest(self, name: str) -> Span | None:
        """The span of a longer form, or None."""
        if written := self._written_out(name) or in_full(self._text, name):
            return written
        if _is_place(name):
            return next((span for unit in CLASS_OF_PLACE if (span := self._standing(name + unit))), None)
        if self._text.count(name + "地区") > 1:
            at = self._text.find(name + "地区")
            return at, at + len(name) + 2
        if place_prefix(name, 0):
            return None
        longer: Counter[str] = Counter()
        at = -1
        for _ in range(_MOST_LOOKS):
            at = self._text.find(name, at + 1)
            if at < 0:
                break
            floor = max(self._text.rfind("\n", 0, at) + 1, at - _LONGEST_OWNER)
            spans = bodies_in(self._text, floor, at + len(name))
            if spans and spans[-1][0] < at and spans[-1][1] == at + len(name):
                longer[self._text[spans[-1][0] : spans[-1][1]]] += 1
        if not longer:
            return self._company_with(name)
        best = max(longer, key=lambda long: (longer[long], len(long)))
        at = self._text.find(best)
        return at, at + len(best)

    def _written_out(self, name: str) -> Span | None:
        """Where the text writes a bank's short name out (工行江州分行: 中国工商银行江州分行), or None."""
        short = next((short for short in lexicon().short if name.startswith(short)), None)
        if short is None:
            return None
        whole = lexicon().short[short] + name.removeprefix(short)
        at = self._text.find(whole)
        begin = at - len(_NATIONAL) if self._text.startswith(_NATIONAL, at - len(_NATIONAL)) else at
        return (begin, at + len(whole)) if at >= 0 else None

    def _company_with(self, brand: str) -> Span | None:
        """The company whose name holds the brand (青禾: 江州市青禾商贸有限公司), or None."""
        at = self._text.find(brand)  # found first: a pattern that begins with any sign would look at every sign
        while at >= 0 and not _COMPANY.match(self._text, at + len(brand)):
            at = self._text.find(brand, at + 1)
        if at < 0:
            return None
        pattern = re.compile(rf"[\u4e00-\u9fff]{{0,{_BESIDE}}}{re.escape(brand)}{_COMPANY.pattern}")
        full = pattern.search(self._text, max(0, at - _BESIDE))
        if full is None:
            return None
        named = next((span for span in bodies_in(self._text, *full.span()) if brand in self._text[slice(*span)]), None)
        behind = named and self._text.find(brand, *named) + len(brand)
        return None if behind and place_prefix(self._text, behind) else named  # a branch: 青禾电信|江州公司

    def _standing(self, place: str) -> Span | None:
        """Where a place stands as itself, not as the first word of a body's name (江州市|财政局)."""
        if not _is_place(place):
            return None
        at = -1
        for _ in range(_MOST_LOOKS):
            at = self._text.find(place, at + 1)
            if at < 0:
                return None
            end = at + len(place)
            body = body_at(self._text, at, min(len(self._text), end + _LONGEST_OWNER))
            if body is None or body[1] <= end:
                return at, end
        return None

    def most_named(self, meaning: str) -> Span | None:
        """The body of a class that the text names most, where it is not named in passing only."""
        counted: Counter[str] = Counter()
        first: dict[str, Span] = {}
        for head in re.finditer(lexicon().head[meaning], self._text):
            floor = max(self._text.rfind("\n", 0, head.start()) + 1, head.start() - _LONGEST_OWNER)
            spans = bodies_in(self._text, floor, min(len(self._text), head.end() + _LONGEST_OWNER))
            span = next((s for s in spans if s[0] < head.start() and head.end() <= s[1]), None)
            if span and meaning in AREAS:
                place = place_prefix(self._text, span[0]) or span[0]
                if place != head.end() or _UNITS.search(self._text, span[0], place - 1):
                    continue  # 立区|强区
                span = span[0], place
            if span and meaning == "school":
                span = self._whole_school(span)
            if span and re.search(rf"(?:{lexicon().head[meaning]})$", self._text[span[0] : span[1]]):
                name = self._text[span[0] : span[1]]
                if (
                    is_bare(name)
                    or _OF_ALL.match(name)
                    or (self._text[span[0] - 1] == "“" and self._text[span[1] : span[1] + 1] != "”")
                ):
                    continue  # “大集团|突破发展奖”
                counted[name] += 2 if self._text[span[0] - 1 : span[0]] == "《" else 1
                first.setdefault(name, span)
            if len(counted) > _MOST_LOOKS:
                break
        best = max(counted, key=lambda name: (counted[name], len(name)), default=None)
        if best and meaning == "school" and self._is_college(best, counted):
            return None
        return first[best] if best and counted[best] > 1 else None

    def _is_college(self, name: str, schools: Counter[str]) -> bool:
        """Whether a school is one of several colleges of the university that is not named (化学学院, 管理学院)."""
        colleges = sum(other.endswith(_COLLEGE) and not place_prefix(other, 0) for other in schools)
        return colleges > 1 and name.endswith(_COLLEGE) and not place_prefix(name, 0)

    def _whole_school(self, part: Span) -> Span | None:
        """The university of whose part the text tells (江州大学|教务处); None where a guest comes from there."""
        held = _UNIVERSITY.match(self._text, *part)
        if held is None:
            return part
        return None if _GUEST.match(self._text, part[1]) else held.span()


def _is_place(name: str) -> bool:
    """Whether `name` is a place and nothing else."""
    return place_prefix(name + "。", 0) == len(name)
