"""What a piece of a clause is that only its neighbours tell."""

from factx.mentions import verbs
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort, is_sum, lexicon, listed_sorts


def settle_verbs(found: list[Piece]) -> None:
    """What only the next piece tells: 为 before an amount is a verb, a word before 了 too."""
    for i, piece in enumerate(found):
        if sort := _as_function(found, i) or _as_attribute(found, i):
            found[i] = piece._replace(sort=sort)
        elif piece.sort is not Sort.NOUN:
            continue
        elif _is_done(found, i + 1) or _compares(found, i) or _passes(found, i):
            found[i] = piece._replace(sort=Sort.VERB)
        elif _is_doubled(found, i) or (piece.text in _BEFORE_NOUNS and not _before_noun(found, i)):
            found[i] = piece._replace(sort=Sort.ADVERB)
        elif _is_pace(found, i) and _does(found, i + 1):  # 日均|运输|旅客, 年|接待|游客
            found[i], found[i + 1] = piece._replace(sort=Sort.ADVERB), found[i + 1]._replace(sort=Sort.VERB)


def _passes(found: list[Piece], i: int) -> bool:
    """Whether a verb of one character stands before 过: 队伍|闯|过|初赛."""
    one = len(found[i].text) == 1 and found[i].pos[:1] == "v"
    return one and i + 1 < len(found) and found[i + 1].text == "过"


def _is_pace(found: list[Piece], i: int) -> bool:
    """Whether the word at `i` says in what time so much is done: 日均, and 年 where nothing but a body is before it."""
    return found[i].text[-1] == "均" or (found[i].text == "年" and i < _TWO)


def _as_function(found: list[Piece], i: int) -> Sort | None:
    """What the word at `i` is for the clause, where its neighbours tell it: a preposition, an adverb, a verb."""
    piece = found[i]
    if piece.text == "为" and not _before_amount(found, i):
        return Sort.PREPOSITION
    if piece.text == "一" and i and found[i - 1].text in _THIS:
        return Sort.SUBJECT  # 这|一|模式
    if piece.text == "首" and i + 1 < len(found) and found[i + 1].sort is Sort.AMOUNT:
        return Sort.ADVERB  # 首|破千亿元
    if piece.text == "产" and _yields(found, i):
        return Sort.VERB
    if piece.text == "会" and i + 1 < len(found) and found[i + 1].sort in _BEHIND_WILL:
        return Sort.ADVERB  # 预计会|有, 20%左右|会|因…
    if piece.text == "年" and i and _changes(found, i + 1):
        return Sort.ADVERB  # 需求量|年|增长
    return Sort.VERB if piece.text == "加快" and _is_points(found, i + 1) else None


_BEHIND_WILL = frozenset({Sort.VERB, Sort.PREPOSITION, Sort.ADVERB})
_THIS = frozenset({"这", "那", "该", "此"})


def _yields(found: list[Piece], i: int) -> bool:
    """Whether 产 at `i` is a verb: it opens the clause, what comes of it is counted behind it (全年|产|焦|266万吨)."""
    opens = i == 0 or found[i - 1].sort in (Sort.TIME, Sort.SUBJECT, Sort.ADVERB)
    return opens and i + _TWO < len(found) and found[i + _TWO].sort is Sort.AMOUNT and found[i + 1].sort is Sort.NOUN


def _as_attribute(found: list[Piece], i: int) -> Sort | None:
    """A noun, where the neighbours of the word at `i` make it a part of a name."""
    piece, after = found[i], found[i + 1 : i + 3]
    before = found[i - 1] if i else None
    superlative = piece.text in _GREATEST and [p.sort for p in after] == [Sort.SOFT, Sort.NOUN]  # 最长|结转|年限
    summed = piece.sort is Sort.ADVERB and piece.text in lexicon().manner - _IN_ALL and _is_summed(after)
    meets = piece.sort is Sort.SUBJECT and piece.text in _MEETINGS and before and before.sort is Sort.NOUN
    total = piece.sort is Sort.VERB and before and before.text == "总" and before.end == piece.start
    told = piece.text == "占比" and before is not None and before.sort is Sort.DE  # 核电在电力结构|的|占比
    noun = told or superlative or summed or meets or total or _operates(piece, after)
    noun = noun or (piece.sort in (Sort.VERB, Sort.STOP) and _derives(piece, after))
    return Sort.NOUN if noun else None  # 投资人|大会, 总|建成|面积, 支架|置入|术


def _operates(piece: Piece, after: list[Piece]) -> bool:
    """Whether the word is the deed of an operation (支架|置入|术), and not what is taken before one (接受|术前)."""
    deed = piece.sort in (Sort.VERB, Sort.STOP) and len(piece.text) > 1
    return deed and [p.text for p in after[:1]] == ["术"] and after[-1].text not in ("前", "后", "中")


def _derives(piece: Piece, after: list[Piece]) -> bool:
    """Whether an unlisted verb, or a saying, and the word behind it are a noun made from it: 引领|性, 集聚|区."""
    if piece.sort is Sort.STOP and piece.pos == "i" and after:
        return after[0].text in _MAKE_NOUNS or after[0].text in lexicon().head  # 扶贫济困|日, 扶贫济困|活动
    deed = piece.sort is Sort.VERB and len(piece.text) == _TWO and piece.text not in verbs.lexicon()
    return deed and bool(after) and after[0].text in _MAKE_NOUNS and after[0].start == piece.end


_MAKE_NOUNS = frozenset("性队器员者仪剂品券式区带圈群日节周")


def _is_doubled(found: list[Piece], i: int) -> bool:
    """Whether the word at `i` is one character twice that says how the verb behind it is done: 稳稳|抬起."""
    text = found[i].text
    twice = text[0] * 2 + text[-1] * 2 if len(text) > _TWO else text[0] * 2  # 满满当当, 稳稳
    doubled = len(text) > 1 and text == twice and found[i].pos[:1] != "n"
    return doubled and i + 1 < len(found) and found[i + 1].sort is Sort.VERB


_TWO = 2
_MEASURES = frozenset("率数量额费力值")
"""Last characters of what a deed comes to: 年|培训|能力, 年|销售|额."""


def _is_summed(after: list[Piece]) -> bool:
    """Whether the pieces are a deed and what it comes to: 实际|采购|金额."""
    return len(after) > 1 and after[0].sort is Sort.SOFT and (is_sum(after[1].text) or after[1].text == "资金")


def _does(found: list[Piece], i: int) -> bool:
    """Whether the soft verb at `i` has an object of its own behind it, and is no part of a name (日均|销售|收入)."""
    if i + 1 >= len(found) or found[i].sort is not Sort.SOFT or found[i].text not in verbs.lexicon():
        return False
    if found[i].text in lexicon().predicate:
        return False  # 年|出院|患者
    follows = found[i + 1]
    if found[i].text + follows.text in lexicon().deed:
        return True  # 年均|投入|研发费用
    object_ = follows.sort is Sort.NOUN and len(follows.text) > 1
    return object_ and listed_sorts().get(follows.text) is None and follows.text[-1] not in _MEASURES


def _before_noun(found: list[Piece], i: int) -> bool:
    """Whether a noun follows the piece at `i`, a verb between (最大|起飞|重量, but 最大|下潜至)."""
    after = [piece.sort for piece in found[i + 1 : i + 3]]
    return bool(after) and (after[0] not in (Sort.VERB, Sort.AMOUNT) or after[1:] == [Sort.NOUN])


def _compares(found: list[Piece], i: int) -> bool:
    """Whether the piece at `i` tells how far one side is above the other: 进度同比|快|3个百分点."""
    amount = found[i + 1].amount if i + 1 < len(found) else None
    if amount is None or found[i].text not in _COMPARED:
        return False
    more = found[i].text in "多少" and i > 0 and found[i - 1].text in ("同比", "环比")  # 同比|多|5亿元
    return amount.measure == "points" or more


_MEETINGS = frozenset({"大会", "会议"})


def _is_points(found: list[Piece], i: int) -> bool:
    """Whether the piece at `i` is an amount of points."""
    amount = found[i].amount if i < len(found) else None
    return amount is not None and amount.measure == "points"


def _changes(found: list[Piece], i: int) -> bool:
    """Whether the piece at `i` is a verb of growing or falling."""
    return i < len(found) and verbs.lexicon().get(found[i].text) in _CHANGES


def _is_done(found: list[Piece], i: int) -> bool:
    """Whether 了 or 着 follows, a direction between (通|上|了)."""
    if i < len(found) and found[i].text in _DIRECTIONS:
        i += 1
    return i < len(found) and found[i].text in _DONE


_IN_ALL = frozenset({"累计", "累积"})
SUPERLATIVE = frozenset({"最大", "最高", "最低", "最小", "最长", "最多", "最少"})
_GREATEST = frozenset({"最大", "最高", "最低", "最小", "最长"})
_BEFORE_NOUNS = SUPERLATIVE | {"各"}
"""Attributes of the noun that follows; else they stand beside the verb."""
_COMPARED = frozenset("快慢高低多少")
_DIRECTIONS = frozenset({"上", "下", "起", "出", "开", "入"})
_DONE = frozenset({"了", "着"})
_CHANGES = frozenset({"grow", "fall"})


def _before_amount(found: list[Piece], i: int) -> bool:
    """Whether an amount follows the piece at `i`, adverbs between, or the time that it is so many times of."""
    i += 1
    while i < len(found) and found[i].sort is Sort.ADVERB:
        i += 1
    if i < len(found) and found[i].sort is Sort.AMOUNT:
        return True
    while i < len(found) and found[i].sort in (Sort.TIME, Sort.DE):
        i += 1
    amount = found[i].amount if i < len(found) else None
    return amount is not None and amount.unit == "倍"  # 约|为|平日|的|3倍
