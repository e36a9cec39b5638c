"""Noun phrases around a place in a clause: the one that ends at a piece, the one that begins there.

A phrase grows over nouns, coordination and short attributes, and stops at what governs it. The crux is the verb that
may also stand inside a name (建设 in 建设项目): its place decides. It governs behind a subject, an adverb, a time or at
the beginning, unless a head that takes verbs in front of it follows at once.
"""

from collections.abc import Sequence

from factx.gazetteer import place_prefix
from factx.mentions import verbs
from factx.rules.pieces import PLACE, Piece, Sort, lexicon

Range = tuple[int, int]
"""Pieces `[a, b)` of a row."""

CONTENT = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT})
"""What a phrase consists of."""
_JOINTS = frozenset({Sort.LIST, Sort.AND})
_VERBS = frozenset({Sort.VERB, Sort.SOFT})
_SUFFIX = frozenset("率量额值费线价税")
"""Last characters of nouns that take a verb in front of them: 入学率, 到货量."""
_MEASURED = frozenset("率数量额费者")
"""Last characters of short nouns that measure a deed: 出院|人数."""
_STATES = frozenset({"reach", "grow", "fall", "compare"})
_BOUNDED = ("以上", "以下", "以内", "以外", "级")
_LIMITED = frozenset({"户", "层", "岁", "周岁", "年", "级", "天", "个月", "人"})
_FRAMES = frozenset({"为", "以"})
"""Prepositions of an attribute that only describes: 以…为内容的|活动."""
_LONGEST_CLAUSE = 10
_IN_CLAUSE = frozenset({*CONTENT, Sort.VERB, Sort.AND, Sort.LIST, Sort.ADVERB})
_WORD = 2
"""Length of a common verb."""
_TAKING = frozenset({"入选", "获批", "落户", "整改", "开工", "竣工", "投产", "签约", "落地", "完工", "通车", "并网"})
"""Predicates that also take an object."""
_GROUND = frozenset({"基础", "前提", "背景", "情况", "框架", "形势", "同时"})
"""A number and its noun are the ground for something: 新增2万个岗位的|基础."""
_EXCEEDS = frozenset("超突达过近")
_PARTICLES = frozenset("可不未非再")
_LONGEST_ATTRIBUTE = 8


def left(pieces: Sequence[Piece], end: int, floor: int, *, relative: bool = False) -> int:
    """Where the phrase begins that ends before piece `end`, not before `floor`; `end` itself where there is none.

    `relative` says that another verb governs the phrase, so that a verb in it belongs to its attribute.
    """
    i = end
    while i > floor:
        step = _step(pieces, i, end, floor, relative=relative)
        if step == i:
            break
        i = step
    while i < end and pieces[i].sort in (*_JOINTS, Sort.ETC, Sort.BRACKET, Sort.DE):
        i += 1
    return i


def _step(pieces: Sequence[Piece], i: int, end: int, floor: int, *, relative: bool) -> int:
    """Where a phrase begins that takes in the piece before `i`; `i` itself where that piece stops it."""
    piece = pieces[i - 1]
    if i < end and _apart(piece, pieces[i]):
        return i
    if piece.sort in (Sort.NOUN, Sort.NAME, Sort.BRACKET):
        return i - 1
    if i == end:
        return i - 1 if piece.sort is Sort.SOFT and i - 1 > floor and not governs(pieces, i - 1, floor, end) else i
    if piece.sort is Sort.SOFT:
        return i if governs(pieces, i - 1, floor, end) else i - 1
    if piece.sort in _JOINTS:
        return i - 1 if i - 1 > floor and _coordinates(pieces, i - 1, floor) else i
    if piece.sort is Sort.ETC:
        return i - 1 if i - 1 > floor and pieces[i - 2].sort in CONTENT else i
    if piece.sort is Sort.DE:
        begin = _attribute(pieces, i - 1, floor, relative=relative)
        return begin if begin < i - 1 else i
    if piece.sort is Sort.AMOUNT:
        return i - 1 if is_attribute(pieces, i - 1, end) else i
    if piece.sort is Sort.VERB:
        return i - 1 if _modifies(pieces, i - 1, floor, relative=relative) else i
    if piece.sort is Sort.ADVERB and piece.text in _PARTICLES and pieces[i].sort in _VERBS:
        return i - 1
    return i


def right(pieces: Sequence[Piece], start: int, *, governed: bool = True, clause: bool = False) -> Range | None:
    """The phrase that begins at piece `start`, or None; an attribute that is a verb with 的 is left out.

    `governed` says that a verb before it governs it; without one a verb at its end is not its head but says what
    it does (12个项目|开工). `clause` says that a clause with 的 may open it (3所|举办本科教育的学院).
    """
    if governed and _stands_alone(pieces, start):
        return start, start + 1
    if clause and (past := _past_clause(pieces, start)):
        return past
    i = keep = start
    while i < len(pieces) and not (i > start and _apart(pieces[i - 1], pieces[i])):
        piece = pieces[i]
        on = i + 1 < len(pieces) and pieces[i + 1].sort in CONTENT
        if piece.sort is Sort.NOUN or (piece.sort is Sort.NAME and (on or i == start)):
            keep = i + 1
        elif piece.sort is Sort.SOFT:
            keep = i + 1 if not on and _closes(pieces, i, start, governed=governed) else keep
        elif piece.sort is not Sort.BRACKET and not (on and _leads_on(pieces, i, start, governed=governed)):
            break
        elif piece.sort is Sort.DE and pieces[i - 1].sort in _VERBS:
            start = i + 1
        i += 1
    return (start, keep) if keep > start else None


def _past_clause(pieces: Sequence[Piece], start: int) -> Range | None:
    """The phrase that a clause with 的 opens: with the clause where that has an object, else what stands behind 的."""
    if start >= len(pieces) or pieces[start].sort not in (Sort.VERB, Sort.PREPOSITION):
        return None
    de = start + 1
    while de < len(pieces) and de - start < _LONGEST_CLAUSE and pieces[de].sort in _IN_CLAUSE:
        de += 1
    if de >= len(pieces) or pieces[de].sort is not Sort.DE:
        return None
    head = right(pieces, de + 1)
    if head is None:
        return None
    whole = pieces[start].text == "由" or (pieces[start].sort is Sort.VERB and pieces[de - 1].sort in CONTENT)
    return (start, head[1]) if whole and pieces[de - 1].sort is not Sort.SOFT else head


def _stands_alone(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a verb behind an amount is all that follows, and so the name of the thing (获得30%贴息)."""
    last = i + 1 == len(pieces) or (i + 1 < len(pieces) and pieces[i + 1].sort is Sort.STOP)
    return last and pieces[i].sort is Sort.VERB and pieces[i].text not in verbs.lexicon()


def _leads_on(pieces: Sequence[Piece], i: int, start: int, *, governed: bool) -> bool:
    """Whether a phrase goes on over the piece at `i`, which is no noun, to the noun behind it."""
    piece = pieces[i]
    if piece.sort in _JOINTS:
        return i > start and not _counted(pieces, i + 1)
    if piece.sort is Sort.DE:
        return i > start and pieces[i + 1].text not in _GROUND
    if i > start:
        return False
    if piece.sort is Sort.AMOUNT:
        return is_attribute(pieces, i, len(pieces))
    return piece.sort is Sort.VERB and governed and len(piece.text) == _WORD and piece.text not in verbs.lexicon()


def _apart(first: Piece, second: Piece) -> bool:
    """Whether white space divides two words (a headline and what follows it)."""
    return second.start > first.end and first.sort is Sort.NOUN and second.sort in (Sort.NOUN, Sort.SOFT)


def _closes(pieces: Sequence[Piece], i: int, start: int, *, governed: bool) -> bool:
    """Whether the soft verb at `i` is the head of the phrase (重点项目|建设 is not, 平房征收 is)."""
    if i > start and (pieces[i].text == "建设" or pieces[i].text in lexicon().predicate):
        return False
    after = pieces[i + 1].sort if i + 1 < len(pieces) else Sort.STOP
    return after is not Sort.DE and (i == start or after is not Sort.AMOUNT)


def _counted(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the item of a list that begins at `i` has an amount of its own behind it."""
    while i < len(pieces) and pieces[i].sort in (*CONTENT, Sort.AND):
        i += 1
    return i < len(pieces) and pieces[i].sort is Sort.AMOUNT


def _coordinates(pieces: Sequence[Piece], i: int, floor: int) -> bool:
    """Whether the mark at `i` joins two nouns: not behind an amount, a verb or an adverb."""
    before = pieces[i - 1]
    if before.sort is Sort.SOFT and i - 1 == floor and before.text in verbs.lexicon():
        return False
    if before.sort in CONTENT:
        return True
    nominal = before.sort is Sort.VERB and before.text not in verbs.lexicon()
    return nominal and i - 2 >= floor and pieces[i - 2].sort in (Sort.LIST, Sort.NOUN)


def governs(pieces: Sequence[Piece], i: int, floor: int, end: int) -> bool:
    """Whether the soft verb at `i` governs what follows, up to `end`."""
    after = pieces[i + 1] if i + 1 < end else None
    before = pieces[i - 1] if i > floor else None
    opens_list = i - 1 == floor and before is not None and before.sort in _JOINTS
    nominal = before is not None and before.sort in (*CONTENT, *_JOINTS, Sort.DE, Sort.VERB) and not opens_list
    if after is None:
        return not nominal
    if after.sort is Sort.ASPECT:
        return True
    listed = pieces[i].text in verbs.lexicon()
    if pieces[i].text in lexicon().predicate - _TAKING:
        return False
    if before is not None and before.sort is Sort.ADVERB and listed:
        return True
    if after.sort is Sort.DE or _takes_verb(after):
        return listed and not nominal and after.sort is Sort.SOFT and after.text not in lexicon().head
    if before is None or not nominal:
        return listed or before is not None
    return _governs_behind(pieces, i, floor, before) if listed or before.sort in _JOINTS else False


def _governs_behind(pieces: Sequence[Piece], i: int, floor: int, before: Piece) -> bool:
    """Whether the listed verb at `i` governs though a noun stands before it: one that acts, or a preposition's."""
    if before.sort in _JOINTS:
        return i - 2 >= floor and pieces[i - 2].sort in _VERBS and pieces[i - 2].text in verbs.lexicon()
    if before.text.endswith(_actors()):
        return True
    if before.text in lexicon().area or is_place(before):
        return i - 1 == floor or pieces[i - 2].sort not in CONTENT
    j = i - 1
    while j >= floor and pieces[j].sort in (*CONTENT, *_JOINTS):
        j -= 1
    return j >= floor and pieces[j].sort is Sort.PREPOSITION


def _takes_verb(noun: Piece) -> bool:
    """Whether a verb directly before `noun` is its modifier."""
    known = lexicon()
    if noun.sort is Sort.SOFT or noun.text in known.head | known.actor | known.body | known.area:
        return True
    return noun.sort is Sort.NOUN and noun.text[-1] in _SUFFIX


def _actors() -> tuple[str, ...]:
    return tuple(lexicon().actor)


def is_place(piece: Piece) -> bool:
    """Whether the piece is the name of a place."""
    return piece.pos == PLACE or (piece.pos == "ns" and place_prefix(piece.text, 0) == len(piece.text))


def _modifies(pieces: Sequence[Piece], i: int, floor: int, *, relative: bool) -> bool:
    """Whether the verb at `i` is a modifier inside a name: an unlisted one, or one with a suffix noun behind it."""
    verb, after = pieces[i], pieces[i + 1]
    listed = verb.text in verbs.lexicon()
    if len(verb.text) > 2 or after.sort is Sort.ASPECT:
        return False
    deed = verbs.lexicon().get(verb.text) not in _STATES
    if after.sort is Sort.NOUN and len(after.text) <= 2 and after.text[-1] in _MEASURED and deed:
        return True
    if listed:
        return False
    if after.sort in (Sort.LIST, Sort.ETC):
        return i > floor and pieces[i - 1].sort in (Sort.LIST, Sort.NOUN)
    before = pieces[i - 1] if i > floor else None
    inside = before is not None and before.sort in CONTENT and not before.text.endswith(_actors())
    return _takes_verb(after) or ((relative or inside) and after.sort in CONTENT)


def _attribute(pieces: Sequence[Piece], de: int, floor: int, *, relative: bool) -> int:
    """Where the attribute before 的 begins; `de` itself where it is no part of the name (the clause of a verb)."""
    i = de
    if pieces[i - 1].sort is Sort.SOFT and pieces[i - 1].text in verbs.lexicon():
        return de
    if i - 1 > floor and pieces[i - 1].sort is Sort.AMOUNT:
        i -= 2 if pieces[i - 2].sort is Sort.VERB else 1
        return left(pieces, i, floor, relative=True)
    while i > floor and de - i < _LONGEST_ATTRIBUTE:
        piece = pieces[i - 1]
        if (
            relative
            and i < de
            and (piece.sort is Sort.VERB or (piece.sort is Sort.SOFT and governs(pieces, i - 1, floor, de)))
        ):
            return i - 1
        if piece.sort in (*CONTENT, *_JOINTS) and not (piece.sort is Sort.SOFT and governs(pieces, i - 1, floor, de)):
            i -= 1
        else:
            break
    if i > floor and pieces[i - 1].text in _FRAMES:
        return de
    while i < de and pieces[i].sort in _JOINTS:
        i += 1
    return i


def is_attribute(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the amount at `i` belongs to the name that follows (亿元以上项目, 300万元以下的企业)."""
    amount = pieces[i].amount
    follows = pieces[i + 1] if i + 1 < end else None
    if amount is None or follows is None or follows.sort not in (*CONTENT, Sort.DE):
        return False
    if follows.sort is Sort.DE and i and (pieces[i - 1].sort is Sort.VERB or pieces[i].text[0] in _EXCEEDS):
        return _leads_to_amount(pieces, i + 2, end)
    bounded = pieces[i].text.endswith(_BOUNDED) or follows.text in _BOUNDED
    return bounded and (amount.measure == "amount" or amount.unit in _LIMITED)


def _leads_to_amount(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether an amount follows the phrase at `i`, a verb or adverbs between."""
    phrase = right(pieces, i)
    i = phrase[1] if phrase else i
    while i < end and pieces[i].sort in (Sort.VERB, Sort.ADVERB, Sort.ASPECT):
        i += 1
    return i < end and pieces[i].sort is Sort.AMOUNT


def without_subject(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The begin of `pieces[start:end]` without the place or body that it is said of (云溪县|财政收入)."""
    i = start
    if 0 < i < end - 1 and pieces[i - 1].text in ("该", "本"):
        i += 1
    while i < end - 1 and (
        (pieces[i].sort in (Sort.DE, *_JOINTS) and i > start)
        or pieces[i].text in lexicon().area
        or is_place(pieces[i])
        or pieces[i].text.endswith(_bodies())
    ):
        i += 1
    return i


def _bodies() -> tuple[str, ...]:
    return tuple(lexicon().body)


def is_actor(pieces: Sequence[Piece], phrase: Range) -> bool:
    """Whether the phrase is a body or a place as a whole, one that does things and is not counted."""
    last = pieces[phrase[1] - 1]
    return last.text in lexicon().area or last.text.endswith((*_bodies(), *_actors())) or is_place(last)
