"""Naming: the document's own body, and short and long forms of one body as one name."""

import re
from collections import Counter

from factx.context.lexicon import lexicon
from factx.gazetteer import place_prefix
from factx.mentions.bodies import bodies_in, body_at
from factx.segment import Sentence
from factx.text import Span

_TITLE_OPENING = re.compile(r"(?:[\s“\"【\[]|(?:19|20)\d\d(?:-\d{2,4})?年?度?|[^\s:：]{2,8}[:：]|【[^】]*】)*")
_LEAD = 700
"""The first characters of a document, where it tells who it is."""
_REPORT_OF_PLACE = re.compile(r"(?:人民)?政府工作报告|国民经济|统计公报|政府信息公开|经济和社会发展")


class Naming:
    """The bodies of a document. `document` is the body that the report is of, in the fullest form it uses."""

    def __init__(self, text: str, sentences: list[Sentence], title: Span) -> None:
        self._text = text
        self._title = title
        end = next((s.end for s in sentences if s.end > _LEAD), len(text))
        self._lead: list[Span] = []
        for sentence in sentences:
            if sentence.start > end:
                break
            self._lead += bodies_in(text, sentence.start, sentence.end)
        self._full: dict[str, Span] = {}
        self.document = self._document()

    def fullest(self, body: Span) -> Span:
        """The longest form of a body's name that the lead or the title gives: 市科协 is 江州市科协 there."""
        name = self._text[body[0] : body[1]]
        if name not in self._full:
            best = body
            for other in self._lead:
                long = self._text[other[0] : other[1]]
                if len(long) > best[1] - best[0] and _is_form(name, long):
                    best = other
            self._full[name] = best
        return self._full[name]

    def resolve_own(self, own: Span) -> Span | None:
        """The body that a self-reference (我校, 全市) means; the word itself where the document names none."""
        word = self._text[own[0] : own[1]]
        heads = re.compile(rf"(?:{lexicon().head[lexicon().own[word]]})$")
        named = [self.document] if self.document else []
        for span in (*named, *self._lead):
            if heads.search(self._text, span[0], span[1]) and span[1] - span[0] > len(word):
                return span
        return self.document or own

    def _document(self) -> Span | None:
        """The body of the title, else the body that the lead names most."""
        start, end = self._title
        opening = _TITLE_OPENING.match(self._text, start, end)
        begin = opening.end() if opening else start
        place = place_prefix(self._text, begin)
        if place and _REPORT_OF_PLACE.search(self._text[place:end].replace(" ", "")):
            return begin, place
        body = body_at(self._text, begin, end)
        if body:
            return self.fullest(body)
        if place:
            return self.fullest((begin, place))
        counted = Counter(self._text[s:e] for s, e in self._lead)
        if counted:
            name = counted.most_common(1)[0][0]
            return self.fullest(next(s for s in self._lead if self._text[s[0] : s[1]] == name))
        return None


def _is_form(short: str, long: str) -> bool:
    """Whether `long` names the same body as `short`: it ends with it, or adds the class word of a place."""
    return long.endswith(short) or (long[:-1] == short and long[-1] in "省市县区镇乡州")
