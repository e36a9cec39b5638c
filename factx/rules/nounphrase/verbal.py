"""Verbs in the phrase behind an amount: whether they belong to its name, or say what the things counted do."""

from collections.abc import Sequence

from factx.mentions import verbs
from factx.rules.nounphrase.governing import CONTENT, JOINTS, VERBS, is_place
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort, lexicon

_WORD = 2
"""Length of a common verb."""
DOERS = ("职工", "群众", "人员", "学生", "农户", "贫困户", "居民", "村民", "党员", "干部")
_ACTS = ("医院", "学校", "企业", "公司", "单位", "机构", "银行", "高校")
"""Bodies that are counted: a verb behind them says what they do."""


def over_deeds(pieces: Sequence[Piece], i: int, start: int) -> int | None:
    """Where a phrase ends whose last words, from `i` on, are verbs that only name what is done; None where none do."""
    if i > start and pieces[i].sort is Sort.DE:
        return _deeds(pieces, i + 1)
    return i + 1 if _is_event(pieces, i, start) else None


def _deeds(pieces: Sequence[Piece], i: int) -> int | None:
    """Where the verbs end that are nothing but what is done to the thing before 的: 22公里|道路|的|扩建和绿化."""
    first = i
    while i < len(pieces) and (pieces[i].sort in VERBS or (i > first and pieces[i].sort in JOINTS)):
        i += 1
    nominal = i > first and pieces[first].sort is Sort.VERB and pieces[i - 1].sort in VERBS
    return i if nominal and i == len(pieces) else None


def _is_event(pieces: Sequence[Piece], i: int, start: int) -> bool:
    """Whether the unlisted verb at `i` ends the name of what happened so many times: 两轮|中央|巡视."""
    amount = pieces[start - 1].amount if start else None
    told = i > start or (start > 0 and pieces[start - 1].sort is Sort.AMOUNT)
    ends = i + 1 == len(pieces) and told and pieces[i].sort is Sort.VERB and len(pieces[i].text) == _WORD
    if ends and amount is not None and amount.unit == "项" and i > start:  # 采用|15项|舒适|配置
        return any(piece.sort is Sort.VERB for piece in pieces[max(0, start - _NEAR) : start - 1])
    return ends and amount is not None and amount.unit in _TIMES and pieces[i].text not in verbs.lexicon()


_NEAR = 4
_TIMES = frozenset({"轮", "场", "期", "场次", "次", "段"})
"""Units of what happens."""


def is_said_of(pieces: Sequence[Piece], i: int, start: int, *, governed: bool) -> bool:
    """Whether the soft verb at `i` says what the noun before it does: 31条|措施|支持…, 33家|医院|推广.

    `governed` says that a verb before the phrase governs it.
    """
    if _is_done(pieces, i) or (not governed and _is_told_of_share(pieces, i, start)):
        return True
    noun = pieces[i - 1].text
    if noun in lexicon().manner:
        return False  # 一次性|就业|创业|补助
    if pieces[i].text in _CHOSEN:
        return True  # 6个|村|入选
    if noun in lexicon().means or (noun.endswith(DOERS) and _is_caused(pieces, start)):
        return True  # 带动|6080名|群众|发展产业
    follows = pieces[i + 1] if i + 1 < len(pieces) else None
    if pieces[i].text in lexicon().predicate and follows and (follows.text in lexicon().predicate or is_place(follows)):
        return True  # 15家|项目|签约|入驻
    return noun.endswith(_ACTS) and not _goes_on(pieces, i + 1)


def _is_told_of_share(pieces: Sequence[Piece], i: int, start: int) -> bool:
    """Whether the verb at `i`, the last of its clause, says what so many percent do: 70%的|支出|投入|民生领域."""
    amount = next((p.amount for p in reversed(pieces[max(0, start - 2) : start]) if p.amount), None)
    if amount is None or amount.unit != "%" or pieces[i].text not in verbs.lexicon() or i + 1 >= len(pieces):
        return False
    return pieces[i + 1].sort is Sort.NOUN and all(p.sort in (*CONTENT, *JOINTS) for p in pieces[i + 1 :])


def _is_done(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the soft verb at `i` is told as done: 为|76个|机关|培养|了…."""
    return i + 1 < len(pieces) and pieces[i + 1].text == "了"


def is_how(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the word at `i` says how the thing before it is (冬小麦|长势|良好) or how it acts (老人|免费|体检)."""
    if pieces[i].text == "长势" or pieces[i].text[:_WORD] in lexicon().adverb:
        return pieces[i].text == "长势" or (pieces[i].pos == "l" and len(pieces[i].text) > _WORD)  # 7个|组|深入基层
    if pieces[i].text not in lexicon().manner or i + 1 != len(pieces) - 1 or pieces[i + 1].sort not in VERBS:
        return False
    return pieces[i - 1].text.endswith(_PEOPLE) or pieces[i - 1].text in lexicon().actor


_PEOPLE = ("人", "员", "者", "户", "民", "生", "工", "群众", "儿童", "妇女", "居民")


def _is_caused(pieces: Sequence[Piece], start: int) -> bool:
    """Whether a verb before the phrase at `start`, amounts and nouns between, makes somebody do something."""
    before = pieces[max(0, start - _REACH) : start]
    return any(piece.text in _CAUSES for piece in before)


_CHOSEN = frozenset({"入选", "获批", "入围"})
_REACH = 5
_CAUSES = frozenset({"带动", "帮助", "引导", "支持", "组织", "吸引", "鼓励", "促进", "助力", "指导", "动员"})


def _goes_on(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a verb before the piece at `i` belongs to the name, verbs after it passed over (企业|服务|平台)."""
    while i < len(pieces) and pieces[i].sort is Sort.SOFT:
        i += 1
    return i < len(pieces) and pieces[i].sort in (Sort.NOUN, Sort.NAME, Sort.DE)


def is_inner(pieces: Sequence[Piece], i: int, *, governed: bool) -> bool:
    """Whether the unlisted verb at `i` is part of the name of what is counted: 7家|概念|验证|平台.

    It is where the phrase closes with a head that can be counted, and a verb governs it, before it or behind it.
    """
    verb, before = pieces[i], pieces[i - 1]
    sort = verbs.lexicon().get(verb.text)
    if sort in _WORKS and i + 1 < len(pieces) and pieces[i + 1].text in ("工程", "项目"):
        ends = i + 2 == len(pieces) or pieces[i + 2].sort in (*JOINTS, *VERBS, Sort.ADVERB)
        return before.sort is Sort.NOUN and ends  # 堤防|加固|工程
    if len(verb.text) != _WORD or sort or verb.text in lexicon().telling:
        return False
    if (
        verb.text[1] in _WAYS
        or verb.text in _CAUSES
        or before.sort not in CONTENT
        or before.text.endswith((*_PEOPLE, *_ACTS, *lexicon().actor))
    ):
        return False
    end = i + 1
    while end < len(pieces) and pieces[end].sort in (Sort.NOUN, Sort.SOFT):
        end += 1
    head = pieces[end - 1].text
    if end == i + 1 or not (head[-2:] in lexicon().head | lexicon().means or head[-1] in _COUNTABLE):
        return False
    acts = end < len(pieces) and pieces[end].sort in (Sort.VERB, Sort.ADVERB)
    return acts or (governed and (end == len(pieces) or pieces[end].sort in (*JOINTS, Sort.STOP)))


_WORKS = frozenset({"do", "build"})
_WAYS = frozenset("入往到达向至出上下成为进过给起")
"""Last characters of verbs that lead somewhere, and are no part of a name: 卡车|驶入|地带."""
_COUNTABLE = frozenset("位台术项区站点室馆园库厂网线桥机器仪团组会所院校店带圈群品剂券法表册件系型班课队")
"""Last characters of things, made or set up, that are counted."""
