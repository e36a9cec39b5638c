"""Status: whether a place tells of what is done or of what is still to come.

Words of the clause decide first (`力争`, `将`, `已`), then those of the clauses before it in the sentence, then the
part of the report: headings and turning sentences (`过去一年`, `今年要`) set it. A report whose part nobody named is
weighed a paragraph at a time.
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from factx.context.cues import cues, manners, turns, weights
from factx.context.lexicon import either, is_predicate, lexicon
from factx.patterns import compiled
from factx.segment import Clause, Sentence
from factx.text import Span
from factx.words import cut

_NUMBERED = compiled(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d|第[一二三四五六七八九十]+部分"
)
_TURN_REACH = 30
"""How far into a sentence its turning words stand."""
_RESPECT = compiled(r"(?:在)?[^，,。：:\s]{2,10}(?:方面|领域)[，,：:]")
_ITEM = compiled(r"[一二三四五六七八九十]{1,2}是")
_SAYS = tuple(f"{verb}{mark}" for verb in ("提出", "明确", "要求", "规定") for mark in ("，", ",", "：", ":", ""))
"""Behind these a year is a target, where the text gives no year of its own."""
_SEMICOLONS = frozenset("；;")
_GROWN = compiled(
    r"(?:增长|增加|下降|提高|达到?|新增|完成|突破|实现)\d[\d.]*(?:[万亿]?+[\u4e00-\u9fff]|%)(?![\u4e00-\u9fff]{0,3}(?:左右|以上|以内))"
)
_COUNTED = compiled(r"(?<![\d.—-])\d{1,4}[1-9](?=[件起篇份封名户]|人次|场次)")
"""Cases and papers to the last one: nobody plans them (办理建议242件)."""
_ENOUGH = 0.5
"""A paragraph that weighs more is a plan."""
_NEXT_ONLY = frozenset({"即将", "有望"})
"""What is about to be tells nothing of what the next clause names (甲线即将建成,|乙线开工建设)."""
_FEW = 6
"""Characters behind 将 that show whether it tells of the time ahead."""
_LEADS = frozenset({"在", "于", "对", "以", "为", "从", "按", "通过", "与", "围绕"})
"""Prepositions that stand between 将 and its verb."""
_MANNERS = frozenset({"ad", "i"})
"""Parts of speech that do (将|正式|启动, 将|一如既往|加强), where a noun would be what is moved (将|旧仓库|改建)."""
_WHOLE_YEAR = compiled(r"(?:全年|今年|年内|年底前?)[^，。；]{0,3}预计$")
_BLANKS = str.maketrans("", "", " \u3000")


class Outlook(Enum):
    """Where a part of a report looks."""

    BACK = "back"
    AHEAD = "ahead"


_Cue: TypeAlias = tuple[Outlook, Span, bool]
"""Where it looks, its words, and whether it holds behind a semicolon."""


class Statuses:
    """Keeps the outlook of the place reached; `enter` moves on, sentence by sentence."""

    def __init__(self, text: str, sentences: list[Sentence], title: Span, year: int | None) -> None:
        self._text = text
        self._sentences = sentences
        self._year = year
        heading = text[title[0] : title[1]].translate(_BLANKS)
        words = lexicon()
        self._weighs = bool(re.search(either(words.report), heading))
        self._outlook: tuple[Outlook, Span] | None = None
        self._reviews = bool(re.search(either(words.review), heading))
        if not self._reviews and re.search(either(words.goal), heading):
            self._outlook = (Outlook.AHEAD, title)
        self._title = title
        self._known: dict[int, list[_Cue]] = {}
        self._weights: dict[int, float] | None = None
        self._sentence: Sentence | None = None
        self._introduction: Sentence | None = None
        self._opening: Sentence | None = None
        self._lead: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Move on to `sentence`."""
        if self._opening is None or self._opening.paragraph != sentence.paragraph:
            self._opening = sentence
            if not _RESPECT.match(self._text, sentence.start, sentence.end):
                self._lead = sentence
        if not _ITEM.match(self._text, sentence.start):
            self._introduction = None
        elif self._introduction is None:
            self._introduction = self._sentence
        self._sentence = sentence
        if sentence.heading:
            if sentence.start > self._title[0]:
                self._turn_by_headings((*sentence.section, (sentence.start, sentence.end)))
        elif sentence.section and sentence.section[-1][0] == sentence.start:
            self._turn_by_headings(sentence.section)
        elif self._weighs or self._outlook:
            self._turn_by_words(sentence)

    def planned(self, at: int) -> Span | None:
        """The words that make a fact at `at` a plan, or None."""
        sentence = self._sentence
        if sentence is None:
            return None
        found = self._said(sentence, at)
        if found is None and self._introduction:
            found = self._said(self._introduction, self._introduction.end)
        found = found or self._opened(sentence) or self._led(sentence) or self._outlook
        if found:
            return found[1] if found[0] is Outlook.AHEAD else None
        if self._weighs and self._weight(sentence.paragraph) > _ENOUGH:
            return sentence.start, sentence.end
        return None

    def _said(self, sentence: Sentence, at: int) -> tuple[Outlook, Span] | None:
        """What the words of a sentence say of `at`: its clause's cue, else that of a clause before which carries on."""
        clauses = [c for c in sentence.clauses if c.start <= at]
        crossed = False
        behind = clauses[-1] if clauses else None
        for clause in reversed(clauses):
            last = clause is clauses[-1]
            if not last and clause.mark in _SEMICOLONS:
                crossed = crossed or not self._goes_on(behind)
            behind = clause
            if cue := self._cue(clause, at if last else clause.end):
                outlook, span, carries = cue
                if not last and self._text[slice(*span)] in _NEXT_ONLY and not self._goes_on(clauses[-1]):
                    continue
                back_in_plan = outlook is Outlook.BACK and self._outlook and self._outlook[0] is Outlook.AHEAD
                return (outlook, span) if last or carries or not (crossed or back_in_plan) else None
        return None

    def _opened(self, sentence: Sentence) -> tuple[Outlook, Span] | None:
        """What a paragraph opens with (2025年，江东将…。), where a later sentence tells on with a bare verb."""
        first = self._opening
        if first is None or first.start == sentence.start or not self._is_bidding(sentence):
            return None
        return self._wills(first.clauses[:2])

    def _led(self, sentence: Sentence) -> tuple[Outlook, Span] | None:
        """What the paragraph before tells of all, where this one tells on of one respect (消费方面，办好…)."""
        if self._opening is None or self._lead is None or self._lead is self._opening:
            return None
        respect = _RESPECT.match(self._text, sentence.start, sentence.end)
        if not self._is_bidding(sentence, respect.end() if respect else sentence.start):
            return None
        return self._wills(self._lead.clauses)

    def _wills(self, clauses: Sequence[Clause]) -> tuple[Outlook, Span] | None:
        """The 将 of clauses that tell of nothing but the time ahead, or None."""
        told = [cue for clause in clauses for cue in self._cues_of(clause)]
        wills = [span for outlook, span, _ in told if outlook is Outlook.AHEAD and self._text[span[0]] == "将"]
        return (Outlook.AHEAD, wills[0]) if wills and len(wills) == len(told) else None

    def _goes_on(self, clause: Clause | None) -> bool:
        """Whether a clause behind a semicolon has no subject of its own: what is to be done is told on (…;打造…)."""
        words = cut(self._text, clause.start, min(clause.end, clause.start + _FEW)) if clause else []
        return bool(words) and (is_predicate(words[0]) or words[0].text in _LEADS or words[0].text in manners())

    def _turn_by_headings(self, section: tuple[Span, ...]) -> None:
        """The innermost heading that says where it looks; a weak word (任务) says nothing in a part that looks back."""
        ahead, _, weak, review, _ = turns()
        weakly = None
        for start, end in reversed(section):
            if review.search(self._text, start, end):
                self._outlook = (Outlook.BACK, (start, end))
                return
            if ahead.search(self._text, start, end):
                self._outlook = (Outlook.AHEAD, (start, end))
                return
            if weakly is None and _NUMBERED.match(self._text, start) and weak.search(self._text, start, end):
                weakly = (Outlook.AHEAD, (start, end))
        self._outlook = weakly or self._outlook

    def _turn_by_words(self, sentence: Sentence) -> None:
        _, ahead, _, _, back = turns()
        end = min(sentence.end, sentence.start + _TURN_REACH)
        if match := back.search(self._text, sentence.start, end):
            self._outlook = (Outlook.BACK, match.span())
        elif match := ahead.search(self._text, sentence.start, end):
            self._outlook = (Outlook.AHEAD, match.span())

    def _cue(self, clause: Clause, at: int) -> _Cue | None:
        """What the words of a clause say, whether it holds behind a semicolon: the last before `at`, or the next."""
        before = None
        for cue in self._cues_of(clause):
            if cue[1][0] >= at:
                return before or cue
            before = cue
        return before

    def _cues_of(self, clause: Clause) -> list[_Cue]:
        """The cues of a clause in order; every fact of a clause asks for them."""
        if clause.start not in self._known:
            self._known[clause.start] = [
                (outlook, match.span(), match.lastgroup in ("ahead", "must"))
                for match in cues().finditer(self._text, clause.start, clause.end)
                if (outlook := self._outlook_of(match)) and not self._sums_up(match)
            ]
        return self._known[clause.start]

    def _sums_up(self, match: re.Match[str]) -> bool:
        """Whether 预计 tells what the year just past comes to, in a report on it: 全年预计授权专利133件."""
        back = self._outlook[0] is Outlook.BACK if self._outlook else self._reviews
        return (
            back
            and match[0] == "预计"
            and bool(_WHOLE_YEAR.search(self._text, max(0, match.start() - _FEW), match.end()))
        )

    def _outlook_of(self, match: re.Match[str]) -> Outlook | None:
        """Where a cue looks; None where the word means something else here."""
        if match.lastgroup in ("must", "will", "scheme"):
            return Outlook.AHEAD if self._is_modal(match) else None
        if match.lastgroup == "target":
            year = int(match["target"].strip("到年"))
            said = match["target"][0] == "到" or self._text[max(0, match.start() - 3) : match.start()].endswith(_SAYS)
            ahead = year > self._year if self._year else said
            return Outlook.AHEAD if ahead else None
        if match.lastgroup == "said":  # 《方案》提出，2035年…
            return Outlook.AHEAD if int(match["said"][:4]) >= (self._year or 0) else None
        if match.lastgroup == "past":
            return Outlook.BACK if self._year and int(match["past"][:4]) < self._year else None
        return Outlook.BACK if match.lastgroup == "done" else Outlook.AHEAD

    def _is_modal(self, match: re.Match[str]) -> bool:
        """Whether `将`, `要`, `计划` stand before what is to be done: an adverb, a verb, a time."""
        words = cut(self._text, match.end(), min(match.end() + _FEW, len(self._text)))
        if not words:
            return False
        first = words[0]
        if is_predicate(first) or first.text in _LEADS or first.text in manners() or first.pos in _MANNERS:
            return True
        return first.pos == "a" and len(first.text) > 1 and len(words) > 1 and words[1].pos[0] in "vd"

    def _weight(self, paragraph: int) -> float:
        """Cues ahead less cues back of a paragraph, helped by those of a paragraph on the average."""
        if self._weights is None:
            self._weights = {}
            for sentence in self._sentences:
                self._weights[sentence.paragraph] = self._weights.get(sentence.paragraph, 0) + self._balance(sentence)
            self._whole = sum(self._weights.values())
        return self._weights.get(paragraph, 0) + 2 * self._whole / len(self._weights)

    def _balance(self, sentence: Sentence) -> float:
        """Cues ahead less cues back of a sentence; one that begins with a bare verb and tells no result bids."""
        outlooks = [self._outlook_of(m) for m in cues().finditer(self._text, sentence.start, sentence.end)]
        results, bid = weights()
        back: float = outlooks.count(Outlook.BACK) + len(_GROWN.findall(self._text, sentence.start, sentence.end))
        back += len(_COUNTED.findall(self._text, sentence.start, sentence.end)) / 2
        back += len(results.findall(self._text, sentence.start, sentence.end)) / 2
        bids = 0.0 if back else 1.0 if bid.match(self._text, sentence.start) else self._is_bidding(sentence) / 2
        return outlooks.count(Outlook.AHEAD) - back + bids

    def _is_bidding(self, sentence: Sentence, start: int | None = None) -> bool:
        begin = sentence.start if start is None else start
        words = cut(self._text, begin, min(sentence.end, begin + _FEW))
        while words and words[0].pos in ("d", "ad", "a", "m"):
            words = words[1:]
        return bool(words) and is_predicate(words[0])
