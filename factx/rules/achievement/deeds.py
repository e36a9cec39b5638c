"""A deed that is itself what is measured: what people do or have done to them of whom nothing else is said."""

from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.measure import between, verb_text
from factx.rules.achievement.memory import Memory
from factx.rules.achievement.subject import SKIPPED
from factx.rules.nounphrase import right
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.rules.nounphrase.sorts import lexicon as phrases
from factx.text import Span

BRINGS = frozenset({"完成", "实现"})


def is_told(amount: Amount, verb: str) -> bool:
    """Whether the verb itself is what happened so many times, or to so many: 询价|60次, 接诊|300人次."""
    sort = verb_lexicon().get(verb, "do" if len(verb) > 1 else "")
    return sort == "do" and amount.unit in _TURNS and verb not in phrases().light | BRINGS


TO_MANY = frozenset({"人次", "场", "期", "户次", "家次", "件次", "课时"})
_TURNS = TO_MANY | {"次", "例", "批次", "场次", "台次", "起"}


def deed_of(line: list[Piece], around: Frame, memory: Memory) -> Span | None:
    """What persons or households do of whom nothing else is said: 37109人|受益, 扶持|20709户."""
    amount = line[around.at].amount
    if amount is not None and around.verb == (0, 1) and around.at == 1 and _is_named(line, around, amount):
        return between(line, 0, 1)
    if amount is None or amount.unit not in _WHO:
        return None
    if done := _done_to(line, around.at):
        return between(line, *done)
    i = around.at + 1
    while i < len(line) and line[i].sort is Sort.ADVERB:
        i += 1
    does = i + 1 == len(line) and line[i].sort in (Sort.VERB, Sort.SOFT)
    opens = does and all(piece.sort in (*SKIPPED, Sort.SUBJECT, Sort.LIST) for piece in line[: around.at])
    if amount.unit == memory.unit and verb_text(around) not in BRINGS and not opens:
        return None
    if does:
        return between(line, i, i + 1)
    if passed := _passes(line, i, amount):
        return passed
    unlisted = around.verb is not None and verb_text(around) not in verb_lexicon().keys() | phrases().telling
    return between(line, *around.verb) if unlisted and around.verb else None


def _passes(line: list[Piece], i: int, amount: Amount) -> Span | None:
    """The verb at `i` with its object, where both end the clause: 870万人次|进出|江州."""
    passes = amount.unit == "人次" and i + 2 == len(line) and line[i].sort in (Sort.VERB, Sort.SOFT)
    return between(line, i, i + 2) if passes and line[i + 1].sort is Sort.NOUN else None


def _done_to(line: list[Piece], at: int) -> tuple[int, int] | None:
    """What is done to so many people of whom nothing is said: 对|167人|进行|救助."""
    to = at > 0 and line[at - 1].text in _TO and at + 2 < len(line)
    return right(line, at + 2) if to and line[at + 1].text in phrases().light | _GIVES else None


_TO = frozenset({"对", "为", "给"})
_GIVES = frozenset({"实施", "开展", "给予", "予以"})


def _is_named(line: list[Piece], around: Frame, amount: Amount) -> bool:
    """Whether the verb is all that stands before the amount, as in a list: 出院|2万人次, 济困|280万元."""
    aid = amount.unit == "元" and len(line) == around.at + 1 and len(line[0].text) == _WORD
    return _is_treatment(around, amount) or (aid and line[0].text not in verb_lexicon().keys() | phrases().telling)


_WORD = 2


def _is_treatment(around: Frame, amount: Amount) -> bool:
    """Whether the verb is a deed of hospitals that is itself counted: 出院|2万人次."""
    return amount.unit in _TREATED and verb_text(around) in lexicon().treatments


_TREATED = frozenset({"人次", "例", "例次", "台", "台次", "次"})
_WHO = frozenset({"人", "名", "户", "人次", "户次"})
