"""The noun phrase that begins at a place, mostly behind an amount."""

from collections.abc import Sequence

from factx.mentions import verbs
from factx.rules.nounphrase.governing import BETTERS, CONTENT, JOINTS, VERBS, Range, betters, takes_verb
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort, lexicon
from factx.rules.nounphrase.verbal import DOERS, is_how, is_inner, is_said_of, over_deeds

_BOUNDED = ("以上", "以下", "以内", "以外", "级")
_LIMITED = frozenset(
    {
        *("元", "美元", "度", "摄氏度", "℃", "分", "户", "层", "岁", "周岁", "年", "级", "天", "个月"),
        *("人", "头", "只", "张"),
    }
)
"""Units of a bound inside a name: 20层以上高层."""
_EXCEEDS = frozenset("超突达过近")
_LONGEST_CLAUSE = 10
_IN_CLAUSE = frozenset({*CONTENT, Sort.VERB, Sort.AND, Sort.LIST, Sort.ADVERB, Sort.LOCATIVE})
_WORD = 2
"""Length of a common verb."""
_GROUND = frozenset({"基础", "前提", "背景", "情况", "框架", "形势", "同时"})
"""A number and its noun are the ground for something: 新增2万个岗位的|基础."""


def right(pieces: Sequence[Piece], start: int, *, governed: bool = True, clause: bool = False) -> Range | None:
    """The phrase that begins at piece `start`, or None; an attribute that is a verb with 的 is left out.

    `governed` says that a verb before it governs it; without one a verb at its end is not its head but says what
    it does (12个项目|开工). `clause` says that a clause with 的 may open it (3所|开办夜校的学院).
    """
    start += _is_length_in_all(pieces, start)
    if governed and _stands_alone(pieces, start):
        return start, start + 1
    if past := _past_attribute(pieces, start, governed=governed, clause=clause):
        return past
    i = keep = start
    if not governed or clause:
        i += _opening(pieces, start)
    while i < len(pieces) and not (i > start and (apart(pieces[i - 1], pieces[i]) or is_how(pieces, i))):
        piece = pieces[i]
        on = i + 1 < len(pieces) and pieces[i + 1].sort in CONTENT
        if piece.sort is Sort.NOUN or (piece.sort is Sort.NAME and (on or i == start)):
            keep = i + 1
        elif piece.sort is Sort.SOFT and i > start and is_said_of(pieces, i, start, governed=governed):
            break
        elif piece.sort is Sort.SOFT:
            keep = i + 1 if not on and _closes(pieces, i, start) else keep
        elif piece.sort is not Sort.BRACKET and not (on and _leads_on(pieces, i, start, governed=governed)):
            if end := over_deeds(pieces, i, start):
                return start, end
            if not (on and clause and i == start and _is_deed(piece, pieces[i + 1])):  # 1600万千瓦|输电|能力
                break
        elif piece.sort is Sort.DE and pieces[i - 1].sort in VERBS:
            start = i + 1
        i += 1
    beside = start + 1 < keep < len(pieces) and pieces[keep - 1].text in _BESIDE and pieces[keep].sort in VERBS
    return (start, keep - beside) if keep > start else None


_BESIDE = frozenset({"现场", "一起", "一同", "当场", "同时"})
"""How something is done: no end of a name before a verb (20个|项目|现场|签约)."""


def _is_deed(verb: Piece, noun: Piece) -> bool:
    """Whether a listed verb only says what the thing behind it is for: 输电|能力."""
    return verbs.lexicon().get(verb.text) == "do" and len(verb.text) == _WORD and noun.text in lexicon().head


def _opening(pieces: Sequence[Piece], i: int) -> int:
    """How many pieces at `i` open a counted name that look like adverb and verb: 4个|线上|招聘|专场."""
    sorts = [piece.sort for piece in pieces[i : i + 3]]
    opens = sorts == [Sort.ADVERB, Sort.VERB, Sort.NOUN] or (
        sorts == [Sort.ADVERB, Sort.SOFT, Sort.NOUN] and pieces[i].text in ("新", "长期")
    )
    return 2 if opens and pieces[i].text in lexicon().manner and len(pieces[i + 2].text) > 1 else 0


def _past_attribute(pieces: Sequence[Piece], start: int, *, governed: bool, clause: bool) -> Range | None:
    """The phrase that an attribute of degree opens, or a clause with 的 where one may."""
    if head := _past_degree(pieces, start):
        return right(pieces, head, governed=governed)
    if (whole := _past_makers(pieces, start)) and (made := right(pieces, whole, governed=governed)):
        return start, made[1]
    return _past_clause(pieces, start, governed=governed) if clause else None


def _past_makers(pieces: Sequence[Piece], start: int) -> int | None:
    """Where the head begins behind who makes it, of which there are so many percent: 60%|政府|举办|的|医院."""
    amount = pieces[start - 1].amount if start else None
    if amount is None or amount.unit != "%" or start + 3 >= len(pieces) or pieces[start + 2].sort is not Sort.DE:
        return None
    return start + 3 if pieces[start].sort is Sort.NOUN and pieces[start + 1].sort in VERBS else None


def _past_degree(pieces: Sequence[Piece], start: int) -> int | None:
    """Where the head begins behind an attribute that says how much of it there is: 使用率|较|低|的|小区入口."""
    at = next((i for i in (start + 1, start + 2) if i + 2 < len(pieces) and pieces[i].text in _DEGREES), None)
    if at is None or pieces[start].sort is not Sort.NOUN or pieces[at + 1].text not in _DEGREE_OF:
        return None
    return at + 3 if pieces[at + 2].sort is Sort.DE and at + 3 < len(pieces) else None


_DEGREES = frozenset({"较", "更", "最", "比较", "相对", "非常"})
_DEGREE_OF = frozenset("高低大小多少强弱好差快慢远近长短重")


def _past_clause(pieces: Sequence[Piece], start: int, *, governed: bool) -> Range | None:
    """The phrase that a clause with 的 opens: with the clause where that has an object, else what stands behind 的."""
    while start + 1 < len(pieces) and pieces[start].text in _MAY:
        start += 1
    if start >= len(pieces) or pieces[start].sort not in (Sort.VERB, Sort.PREPOSITION):
        return None
    de = start + 1
    while de < len(pieces) and de - start < _LONGEST_CLAUSE and pieces[de].sort in _IN_CLAUSE:
        de += 1
    if de >= len(pieces) or pieces[de].sort is not Sort.DE:
        return None
    if pieces[start].text != "由" and _does(pieces, de):
        return start, de - 1  # 775名|建档特困职工|开展的救助
    head = right(pieces, de + 1, governed=governed)
    if head is None:
        return None
    whole = pieces[start].text == "由" or (pieces[start].sort is Sort.VERB and pieces[de - 1].sort in CONTENT)
    acts = pieces[de - 1].sort is Sort.SOFT and (de - start <= _WORD or pieces[de - 1].text in verbs.lexicon())
    return (start, head[1]) if whole and not acts else head


_MAY = frozenset({"可", "可以", "能", "能够", "已", "已经"})


def _does(pieces: Sequence[Piece], de: int) -> bool:
    """Whether a listed verb with its doers stands before 的: 职工|开展|的."""
    return pieces[de - 1].text in verbs.lexicon() and pieces[de - 2].text.endswith(DOERS)


def _stands_alone(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a verb behind an amount is all that follows, and so the name of the thing (获得30%贴息)."""
    last = i + 1 == len(pieces) or (i + 1 < len(pieces) and pieces[i + 1].sort is Sort.STOP)
    return last and pieces[i].sort is Sort.VERB and pieces[i].text not in verbs.lexicon()


def _leads_on(pieces: Sequence[Piece], i: int, start: int, *, governed: bool) -> bool:
    """Whether a phrase goes on over the piece at `i`, which is no noun, to the noun behind it."""
    piece = pieces[i]
    if piece.text in BETTERS and i > start and betters(pieces, i):
        return True  # 20个|产能|提升|项目
    if piece.sort is Sort.VERB and i > start and pieces[i - 1].text in _BEFORE_DEEDS:
        return piece.text not in verbs.lexicon()  # 心脏|性|猝死|患者, 有关|决定|草案
    if piece.sort is Sort.VERB and i > start and pieces[i - 1].text == "中标":
        return takes_verb(pieces[i + 1])  # 中标|候选|单位
    if piece.sort is Sort.VERB and i > start and pieces[i + 1].text in lexicon().means:
        return len(piece.text) == _WORD and piece.text not in verbs.lexicon()  # 5项|疫情|应对|措施
    if piece.sort is Sort.VERB and i > start and is_inner(pieces, i, governed=governed):
        return True  # 7家|概念|验证|平台
    if piece.sort in JOINTS:
        return i > start and not _counted(pieces, i + 1)
    if piece.sort is Sort.DE:
        return i > start and pieces[i + 1].text not in _GROUND
    if i > start:
        return False
    if piece.sort is Sort.AMOUNT:
        return is_attribute(pieces, i, len(pieces))
    counted = pieces[start - 1].amount if start else None
    if piece.text in _BUILT and counted is not None and counted.measure == "count":
        return pieces[i + 1].sort is Sort.NOUN  # 30个|新建|项目
    modifies = piece.sort is Sort.VERB and len(piece.text) == _WORD and piece.text not in verbs.lexicon()
    return modifies and (governed or takes_verb(pieces[i + 1]))


_BEFORE_DEEDS = frozenset({"性", "有关", "相关"})
_BUILT = frozenset({"新建", "改建", "扩建", "续建", "改扩建"})
"""Deeds that say which things are counted."""


def apart(first: Piece, second: Piece) -> bool:
    """Whether white space divides two words (a headline and what follows it)."""
    return second.start > first.end and first.sort in (Sort.NOUN, Sort.SOFT) and second.sort in (Sort.NOUN, Sort.SOFT)


def _closes(pieces: Sequence[Piece], i: int, start: int) -> bool:
    """Whether the soft verb at `i` is the head of the phrase (重点项目|建设 is not, 平房征收 is)."""
    if i > start and (pieces[i].text == "建设" or pieces[i].text in lexicon().predicate):
        return False
    after = pieces[i + 1].sort if i + 1 < len(pieces) else Sort.STOP
    return after is not Sort.DE and (i == start or after is not Sort.AMOUNT)


def _counted(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the item of a list that begins at `i` has an amount of its own behind it."""
    if i < len(pieces) and pieces[i].text in _SOME:
        return True  # 37人死亡、|数十|人受伤
    while i < len(pieces) and pieces[i].sort in (*CONTENT, Sort.AND):
        i += 1
    return i < len(pieces) and pieces[i].sort is Sort.AMOUNT


_SOME = frozenset({"数十", "数百", "数千", "数万", "上百", "上千", "几十", "几百", "近百", "若干"})
"""How many of something, untold."""


def is_attribute(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the amount at `i` belongs to the name that follows (亿元以上项目, 300万元以下的企业)."""
    amount = pieces[i].amount
    follows = pieces[i + 1] if i + 1 < end else None
    if amount is None or follows is None or follows.sort not in (*CONTENT, Sort.DE):
        return False
    if follows.sort is Sort.DE and i + 2 < end and pieces[i + 2].sort is Sort.AMOUNT:
        return True  # 90-100万元|的|2个
    if follows.sort is Sort.DE and i and (pieces[i - 1].sort is Sort.VERB or pieces[i].text[0] in _EXCEEDS):
        return _leads_to_amount(pieces, i + 2, end)
    if follows.sort is not Sort.DE and _is_size(pieces, i):
        return True
    if follows.text in ("级", "规模"):
        return True  # 5000米|级|试验, 万人|规模|的|学校
    bounded = pieces[i].text.endswith(_BOUNDED) or follows.text in _BOUNDED
    governed = i > 0 and pieces[i - 1].sort is Sort.VERB
    return bounded and (amount.unit in _LIMITED or (amount.measure == "amount" and not governed))


def _is_size(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the amount at `i` is the size of the things that the one before it counts: 2台|66万千瓦|机组."""
    size, counted = pieces[i].amount, pieces[i - 1].amount if i else None
    if size is None or counted is None or pieces[i - 1].end != pieces[i].start:
        return False
    if _is_length_in_all(pieces, i):
        return False
    return counted.measure == "count" and size.measure == "amount" and size.unit != "元"


def _is_length_in_all(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the amount at `i` is the length of all the roads that the one before it counts: 56条|76公里|农村公路."""
    length, counted = pieces[i].amount if i < len(pieces) else None, pieces[i - 1].amount if i else None
    return length is not None and counted is not None and counted.unit == "条" and length.unit in _LENGTHS


_LENGTHS = frozenset({"公里", "千米", "米", "里"})


def _leads_to_amount(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether an amount follows the phrase at `i`, a verb or adverbs between."""
    phrase = right(pieces, i)
    i = phrase[1] if phrase else i
    while i < end and pieces[i].sort in (Sort.VERB, Sort.ADVERB, Sort.ASPECT):
        i += 1
    return i < end and pieces[i].sort is Sort.AMOUNT
