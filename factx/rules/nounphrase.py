"""Noun phrases around a place in a clause: the one that ends at a piece, the one that begins there.

A phrase grows over nouns, coordination and short attributes, and stops at what governs it. The crux is the verb that
may also stand inside a name (建设 in 建设项目): its place decides. It governs behind a subject, an adverb, a time or at
the beginning, unless a head that takes verbs in front of it follows at once.
"""

from collections.abc import Sequence

from factx.gazetteer import place_prefix
from factx.mentions import verbs
from factx.rules.pieces import Piece, Sort, lexicon

_CONTENT = frozenset({Sort.NOUN, Sort.NAME, Sort.BRACKET, Sort.SOFT})
_OPENERS = frozenset({Sort.ADVERB, Sort.TIME, Sort.SUBJECT, Sort.STOP, Sort.PREPOSITION, Sort.AMOUNT, Sort.LOCATIVE})
_SUFFIX = frozenset("率数量额值价率费款者员生户员机品率")
_ATTRIBUTE = frozenset({"以上", "以下", "以内", "及以上", "以外", "以前", "以后", "级"})


def left(pieces: Sequence[Piece], end: int, floor: int, *, relative: bool = False) -> int:
    """Where the phrase begins that ends before piece `end`, not before `floor`; `end` itself where there is none.

    `relative` says that another verb governs the phrase, so that a verb before 的 belongs to a relative clause.
    """
    i = end
    while i > floor:
        piece, follows = pieces[i - 1], pieces[i] if i < end else None
        if piece.sort in (Sort.NOUN, Sort.NAME, Sort.BRACKET):
            i -= 1
        elif piece.sort is Sort.SOFT:
            if follows is None and i - 1 == floor:
                break
            if governs(pieces, i - 1, floor, end):
                break
            i -= 1
        elif piece.sort in (Sort.LIST, Sort.AND):
            if follows is None or i - 1 == floor or not _coordinates(pieces, i - 1, floor):
                break
            i -= 1
        elif piece.sort is Sort.ETC:
            if follows is None or i - 1 == floor or pieces[i - 2].sort not in _CONTENT:
                break
            i -= 1
        elif piece.sort is Sort.DE:
            begin = _attribute(pieces, i - 1, floor, relative=relative)
            if begin == i - 1 or follows is None:
                break
            i = begin
        elif piece.sort is Sort.AMOUNT:
            if follows is None or not is_attribute(pieces, i - 1, end):
                break
            i -= 1
        elif piece.sort is Sort.VERB:
            if follows is None or not _modifies(pieces, i - 1, floor):
                break
            i -= 1
        else:
            break
    return _trim_left(pieces, i, end)


def right(pieces: Sequence[Piece], start: int) -> int:
    """Where the phrase ends that begins at piece `start`; `start` itself where there is none."""
    i = start
    keep = start
    while i < len(pieces):
        piece = pieces[i]
        if piece.sort in (Sort.NOUN, Sort.NAME):
            i += 1
            keep = i
        elif piece.sort is Sort.BRACKET:
            i += 1
        elif piece.sort is Sort.SOFT:
            i += 1
            if i == len(pieces) or pieces[i].sort not in _CONTENT:
                if piece.text not in _PLAN_WORDS and i - 1 > start:
                    keep = i
                if i - 1 == start and (i == len(pieces) or pieces[i].sort is not Sort.DE):
                    keep = i
        elif piece.sort in (Sort.LIST, Sort.AND):
            if i == start or i + 1 >= len(pieces) or pieces[i + 1].sort not in _CONTENT:
                break
            if _counted(pieces, i + 1):
                break
            i += 1
        elif piece.sort is Sort.ETC:
            if i + 1 < len(pieces) and pieces[i + 1].sort in _CONTENT:
                i += 1
            else:
                break
        elif piece.sort is Sort.DE:
            if i == start or i + 1 >= len(pieces) or pieces[i + 1].sort not in _CONTENT:
                break
            i += 1
        elif (
            piece.sort is Sort.VERB
            and i == start
            and i + 1 < len(pieces)
            and pieces[i + 1].sort in _CONTENT
            and len(piece.text) == 2
        ):
            i += 1
        else:
            break
    return keep


_PLAN_WORDS = frozenset({"建设", "投放", "发放"})


def _counted(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the item of a list that begins at `i` has an amount of its own behind it."""
    while i < len(pieces) and pieces[i].sort in (*_CONTENT, Sort.AND):
        i += 1
    return i < len(pieces) and pieces[i].sort is Sort.AMOUNT


def _coordinates(pieces: Sequence[Piece], i: int, floor: int) -> bool:
    """Whether the mark at `i` joins two nouns: not behind an amount, a verb or an adverb."""
    before = pieces[i - 1]
    if before.sort in _CONTENT:
        return True
    if before.sort is Sort.VERB and i - 2 >= floor:
        return pieces[i - 2].sort in (Sort.LIST, Sort.NOUN) and before.text not in _HARD
    return False


_HARD = frozenset({"获得", "荣获", "拥有", "完成", "达到", "开展", "举办", "新建", "续建", "实现"})


def governs(pieces: Sequence[Piece], i: int, floor: int, end: int) -> bool:
    """Whether the soft verb at `i` governs what follows, up to `end`."""
    after = pieces[i + 1] if i + 1 < end else None
    if after is None:
        return i == floor or pieces[i - 1].sort in _OPENERS
    if after.sort in (Sort.ASPECT, Sort.DE):
        return after.sort is Sort.ASPECT
    if after.text in lexicon().head or after.text in _SUFFIX or after.sort is Sort.SOFT:
        return False
    if i == floor:
        return True
    before = pieces[i - 1]
    if before.sort in (Sort.DE, Sort.NAME, Sort.BRACKET, Sort.NOUN, Sort.SOFT):
        return before.text in lexicon().subject or _is_place(before)
    if before.sort in (Sort.LIST, Sort.AND):
        return i - 2 >= floor and pieces[i - 2].sort is Sort.VERB
    if before.sort is Sort.VERB:
        return False
    return True


def _is_place(piece: Piece) -> bool:
    return piece.pos == "ns" and place_prefix(piece.text, 0) == len(piece.text)


def _modifies(pieces: Sequence[Piece], i: int, floor: int) -> bool:
    """Whether the verb at `i` is a modifier inside a name: between nouns, with a head or suffix behind it."""
    verb, after = pieces[i], pieces[i + 1]
    if len(verb.text) > 2:
        return False
    if after.sort is Sort.NOUN and (after.text in lexicon().head or after.text in _SUFFIX):
        return after.text in _SUFFIX or verb.text not in verbs.lexicon()
    if after.sort in (Sort.LIST, Sort.ETC):
        return verb.text not in _HARD and i > floor and pieces[i - 1].sort in (Sort.LIST, Sort.NOUN)
    return False


def _attribute(pieces: Sequence[Piece], de: int, floor: int, *, relative: bool) -> int:
    """Where the attribute before 的 begins; `de` itself where it is no part of the name (a relative clause of a verb)."""
    i = de
    if i - 2 > floor and pieces[i - 1].sort is Sort.AMOUNT and pieces[i - 2].sort is Sort.VERB:
        return left(pieces, i - 2, floor, relative=True)
    while i > floor and de - i < 8:
        piece = pieces[i - 1]
        if relative and piece.sort is Sort.VERB and i < de:
            return i - 1
        if piece.sort in (Sort.NOUN, Sort.NAME, Sort.LIST, Sort.AND, Sort.BRACKET) or (
            piece.sort is Sort.SOFT and not governs(pieces, i - 1, floor, de)
        ):
            i -= 1
        else:
            break
    while i < de and pieces[i].sort in (Sort.LIST, Sort.AND):
        i += 1
    return i


def is_attribute(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the amount at `i` belongs to the name that follows (亿元以上项目, 300万元以下的企业)."""
    amount = pieces[i].amount
    follows = pieces[i + 1] if i + 1 < end else None
    if amount is None or follows is None or follows.sort not in (*_CONTENT, Sort.DE):
        return False
    if follows.sort is Sort.DE and i and pieces[i - 1].sort is Sort.VERB:
        return _leads_to_amount(pieces, i + 2, end)
    bounded = pieces[i].text.endswith(("以上", "以下", "以内", "级")) or follows.text in _ATTRIBUTE
    return bounded and (amount.measure == "amount" or amount.unit in _LIMITED)


_LIMITED = frozenset({"层", "岁", "周岁", "年", "级", "天", "个月", "人"})


def _leads_to_amount(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether an amount follows the phrase at `i`, a verb or adverbs between."""
    i = right(pieces, i)
    while i < end and pieces[i].sort in (Sort.VERB, Sort.ADVERB, Sort.ASPECT):
        i += 1
    return i < end and pieces[i].sort is Sort.AMOUNT


def _trim_left(pieces: Sequence[Piece], start: int, end: int) -> int:
    while start < end and pieces[start].sort in (Sort.LIST, Sort.AND, Sort.ETC, Sort.BRACKET, Sort.DE):
        start += 1
    return start


def without_subject(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The begin of `pieces[start:end]` without the place or body that it is said of (云溪县|财政收入)."""
    i = start
    while i < end - 1 and (pieces[i].text in lexicon().subject or _is_place(pieces[i])):
        i += 1
    return i
