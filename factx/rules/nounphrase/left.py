"""The noun phrase that ends at a place: it grows to the left over nouns, coordination and short attributes."""

from collections.abc import Sequence

from factx.mentions import verbs
from factx.rules.nounphrase.governing import CONTENT, JOINTS, VERBS, governs, is_place, modifies
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.right import apart, is_attribute
from factx.rules.nounphrase.sorts import Sort, lexicon

_FRAMES = frozenset({"为", "以"})
"""Prepositions of an attribute that only describes: 以…为内容的|活动."""
_PARTICLES = frozenset("可不未非再")
_LONGEST_ATTRIBUTE = 8
_SHARES = frozenset({"贡献率", "比重", "比例", "占比", "份额", "增速"})
"""Of these a deed has one, it does not make them."""


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
    if floor < i < end - _SHORT_FIELD:
        i = _past_field(pieces, i, end, floor)
    if 0 < i == floor and pieces[i - 1].sort is Sort.AMOUNT and pieces[i - 1].end == pieces[i].start:
        listed = next((j for j in range(end - 2, i, -1) if pieces[j].sort is Sort.ETC), i - 1)
        i = listed + 1  # 256排|CT、加速器等|设备
    while i < end and pieces[i].sort in (*JOINTS, Sort.ETC, Sort.BRACKET, Sort.DE, Sort.LOCATIVE):
        i += 1
    return i


def _past_field(pieces: Sequence[Piece], begin: int, end: int, floor: int) -> int:
    """Where the phrase begins behind the field that 在 opens: 在|工业、农业等领域|应用; `begin` where none is."""
    at = next((i for i in range(end - 2, begin, -1) if pieces[i].text in _FIELDS), None)
    if at is None:
        return begin
    opens = begin
    while opens > floor and pieces[opens - 1].sort in (*CONTENT, *JOINTS):
        opens -= 1
    return at + 1 if opens > floor and pieces[opens - 1].text == "在" else begin


_SHORT_FIELD = 2
_FIELDS = frozenset({"领域", "方面", "行业", "环节"})


def _step(pieces: Sequence[Piece], i: int, end: int, floor: int, *, relative: bool) -> int:
    """Where a phrase begins that takes in the piece before `i`; `i` itself where that piece stops it."""
    piece = pieces[i - 1]
    if i < end and apart(piece, pieces[i]):
        return i
    if piece.sort in (Sort.NOUN, Sort.NAME, Sort.BRACKET):
        return i - 1
    if i == end:
        closes = relative or (i - 1 > floor and not governs(pieces, i - 1, floor, end))
        return i - 1 if piece.sort is Sort.SOFT and closes else i
    if piece.sort is Sort.SOFT:
        return i if governs(pieces, i - 1, floor, end) else i - 1
    if piece.sort in JOINTS:
        return i - 1 if i - 1 > floor and _coordinates(pieces, i - 1, floor) else i
    if piece.text == "方面" and i < end and i - 1 > floor and pieces[i - 2].sort is Sort.ETC:
        return i - 1  # 机械、化工等方面|人才
    if piece.sort is Sort.ETC:
        return i - 1 if i - 1 > floor and pieces[i - 2].sort in CONTENT else i
    if piece.sort is Sort.DE:
        begin = _attribute(pieces, i - 1, floor, relative=relative)
        return begin if begin < i - 1 else i
    if piece.sort is Sort.AMOUNT:
        return i - 1 if is_attribute(pieces, i - 1, end) else i
    if piece.sort is Sort.VERB:
        modifier = modifies(pieces, i - 1, floor, relative=relative) or _is_held(pieces, i - 1, end)
        return i - 1 if modifier else i
    if piece.sort is Sort.ADVERB and piece.text in _PARTICLES and pieces[i].sort in VERBS:
        return i - 1
    return i


def _is_held(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the verb at `i` only says what those who are counted hold: 享受政府津贴者, 具有博士学位人员比例."""
    if pieces[i].text == "享受":
        amount = pieces[end].amount if end < len(pieces) else None
        return amount is not None and amount.unit in _HOLDING
    return pieces[i].text == "具有" and pieces[end - 1].text.endswith(_HOLDERS) and end - i > 1 + 1


_HOLDING = frozenset({"人", "名", "位", "家", "户"})
_HOLDERS = ("人员", "教师", "者", "人才", "专家", "比例", "比重", "人数")


def _coordinates(pieces: Sequence[Piece], i: int, floor: int) -> bool:
    """Whether the mark at `i` joins two nouns: not behind an amount, a verb or an adverb."""
    before = pieces[i - 1]
    if before.text in ("大关", "关口"):
        return False  # 破千亿|大关|、|增速
    if before.sort is Sort.SOFT and i - 1 == floor and before.text in verbs.lexicon():
        return False
    if before.sort in CONTENT:
        return True
    nominal = before.sort is Sort.VERB and before.text not in verbs.lexicon()
    return nominal and i - 2 >= floor and pieces[i - 2].sort in (Sort.LIST, Sort.NOUN)


def _attribute(pieces: Sequence[Piece], de: int, floor: int, *, relative: bool) -> int:
    """Where the attribute before 的 begins; `de` itself where it is no part of the name (the clause of a verb)."""
    i = de
    shared = pieces[de + 1].text in _SHARES  # 服务出口|的|贡献率
    if pieces[i - 1].sort is Sort.SOFT and pieces[i - 1].text in verbs.lexicon() and not shared:
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
        if piece.sort in (*CONTENT, *JOINTS) and not (piece.sort is Sort.SOFT and governs(pieces, i - 1, floor, de)):
            i -= 1
        else:
            break
    if i > floor and pieces[i - 1].text == "用于":
        return left(pieces, i - 1, floor)  # 财政|用于|科技|的|支出
    if i > floor and (pieces[i - 1].text in _FRAMES or (pieces[i - 1].text == "在" and not shared)):
        return de
    while i < de and pieces[i].sort in JOINTS:
        i += 1
    return i


def _is_company(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the proper name of a company goes on at `i`: 青|禾|公司|营业收入, but 上市|公司|营业收入."""
    tail = next((j for j in range(i, min(i + _LONGEST_COMPANY, end - 1)) if pieces[j].text in _COMPANIES), None)
    if tail is None or not all(piece.sort is Sort.NOUN for piece in pieces[i:tail]):
        return False
    return pieces[tail].text in _REGISTERED or all(_is_proper(piece) for piece in pieces[i:tail])


def _is_proper(piece: Piece) -> bool:
    return piece.sort is Sort.NOUN and (len(piece.text) == 1 or piece.pos in ("nr", "nz", "ns", "x"))


_COMPANIES = frozenset({"公司", "集团", "集团公司", "有限公司", "股份", "股份公司"})
_REGISTERED = frozenset({"有限公司", "股份公司"})
"""What ends a name as it is registered, whatever words it is made of."""
_LONGEST_COMPANY = 4


def _names_work(pieces: Sequence[Piece], i: int, end: int) -> bool:
    """Whether the place at `i`, and those joined to it, are the name of a port, a line, a bridge: 江州|云溪|港."""
    while i + 1 < end and is_place(pieces[i]):
        i += 1
    return pieces[i].text in _WORKS


_WORKS = frozenset({"港", "机场", "口岸", "大桥", "高铁", "铁路", "高速", "油田", "气田", "电站", "水库"})


def without_subject(pieces: Sequence[Piece], start: int, end: int) -> int:
    """The begin of `pieces[start:end]` without the place or body that it is said of (云溪县|财政收入)."""
    i = start
    if 0 < i < end - 1 and pieces[i - 1].text in ("该", "本"):
        i += 1
    while i < end - 1 and (
        (pieces[i].sort in (Sort.DE, *JOINTS) and i > start)
        or pieces[i].text in lexicon().area
        or (is_place(pieces[i]) and not _names_work(pieces, i, end))
        or pieces[i].text.endswith(tuple(lexicon().body))
        or _is_company(pieces, i, end)
    ):
        i += 1
    return i
