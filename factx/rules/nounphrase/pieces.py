"""A clause as a row of pieces: words, names in marks, asides in brackets and amounts, each with what it can do.

This is what noun phrases are cut from (see `nounphrase.py`). Names, asides and amounts are pieces as a whole; only the
stretches between them are cut into words.
"""

from collections.abc import Sequence

from factx import words
from factx.mentions import verbs
from factx.mentions.quantities import Amount
from factx.mentions.quantity_lexicon import units
from factx.patterns import compiled
from factx.rules.nounphrase.piece import PLACE, Piece
from factx.rules.nounphrase.settling import SUPERLATIVE, settle_verbs
from factx.rules.nounphrase.sorts import Sort, lexicon, listed_sorts, sort_of
from factx.text import Span


def pieces(text: str, start: int, end: int, atoms: Sequence[tuple[Span, Sort, Amount | None]]) -> list[Piece]:
    """The pieces of `text[start:end]` in order; `atoms` are the mentions in it that stay whole, sorted, disjoint."""
    found: list[Piece] = []
    at = start
    for (a, b), sort, amount in atoms:
        if a < at or b > end:
            continue
        found += _words(text, at, a)
        found.append(Piece(a, b, text[a:b], sort, "", amount))
        at = b
    found += _words(text, at, end)
    settle_verbs(found)
    return found


def _words(text: str, start: int, end: int) -> list[Piece]:
    """The words of a stretch as pieces; words that only together are a listed word become one."""
    found: list[Piece] = []
    for word in _cut(text, start, end):
        if word.text.isspace():
            continue
        before = found[-1] if found and found[-1].end == word.start else None
        if before and not _is_sum(before, word, end) and (joined := _joined(before, word, text)):
            found[-1] = joined
            _absorb(found, text)
            continue
        if before and before.sort is Sort.MANNER:
            named = before.start == start and start and text[start - 1] in _NAMED  # “青苗”|计划|支出
            found[-1] = before._replace(sort=Sort.NOUN if named else _manner(found, word))
        found += _split(word)
    _settle(found, text, end)
    return found


def _cut(text: str, start: int, end: int) -> list[words.Word]:
    """The words of a stretch, 其中, 占比 and 环比 one of them where they stand (其中|国道, 药|占比|降至, 环比|降)."""
    at, tag = text.find("其中", start, end), "r"
    if at < 0:
        at, tag = text.find("占比", start, end), "n"
    if at < 0:
        at, tag = text.find("环比降", start, end), "j"
    if at < 0 or (tag == "n" and text[at + _SHORT : at + _SHORT + 1] not in _MOVES):
        return words.cut(text, start, end)
    behind = at + _SHORT
    ahead = words.cut(text, start, at) if start < at else []
    rest = words.cut(text, behind, end) if behind < end else []
    return [*ahead, words.Word(at, behind, text[at:behind], tag), *rest]


def _is_sum(before: Piece, word: words.Word, end: int) -> bool:
    """Whether 为 at the end of a stretch only says how much the noun before it is: 营业收入|为|2亿元."""
    return (
        word.text == "为"
        and word.end == end
        and (before.text in lexicon().soft | lexicon().predicate or before.text == "占比")
    )


def _joined(before: Piece, word: words.Word, text: str) -> Piece | None:
    """The piece before and this word as one, where they are listed so (达+到, 在+校), or a verb leads to 到."""
    whole = text[before.start : word.end]
    if word.text == "率" and len(before.text) > 1 and before.sort is not Sort.ADVERB:
        return Piece(before.start, word.end, whole, Sort.NOUN, "n")
    if word.text == "年" and _YEAR.fullmatch(before.text):
        return Piece(before.start, word.end, whole, Sort.TIME, "t")
    if before.text == "每" and word.text in units():
        return Piece(before.start, word.end, whole, Sort.ADVERB, "d")
    if before.sort is Sort.NOUN and before.text not in _GENERIC and _makes_place(before.text, word.text):
        return Piece(before.start, word.end, whole, Sort.NOUN, PLACE)
    if whole in verbs.lexicon() or (before.sort in _VERBAL and word.text in _TO):
        return Piece(before.start, word.end, whole, Sort.VERB, "v")
    listed = listed_sorts().get(whole)
    return Piece(before.start, word.end, whole, listed, word.pos) if listed and len(whole) <= _LONGEST_JOINED else None


def _manner(found: list[Piece], follower: words.Word) -> Sort:
    """What the last piece is, an adverb before a verb and an attribute before a noun, now that `follower` is known."""
    sort = sort_of(follower.text, follower.pos)
    if found[-1].text == "预期" and len(found) > 1 and found[-2].sort in _VERBAL:
        return Sort.NOUN  # 经济增长|预期|下调至
    if found[-1].text == "直接" and follower.text not in _DIRECT and sort is Sort.SOFT:
        return Sort.ADVERB  # 机器人|直接|服务|生产线
    if len(follower.text) == _PHRASE and follower.text[:_SHORT] in lexicon().adverb:
        return Sort.ADVERB  # 全部|如期完成
    if found[-1].text in SUPERLATIVE and sort is Sort.VERB and follower.text not in verbs.lexicon():
        return Sort.NOUN  # 最大起飞重量
    if found[-1].text == "计划" and len(found) > 1 and found[-2].sort is Sort.SOFT and sort is Sort.ADVERB:
        return Sort.NOUN  # 采购|计划|已经|取消
    if sort in (Sort.VERB, Sort.ADVERB, Sort.MANNER, Sort.PREPOSITION) and follower.text != "可":
        return Sort.ADVERB
    if len(found) == 1 and found[-1].text in _PLANS:
        return Sort.ADVERB
    if found[-1].text in _SUMMED and sort is Sort.SOFT and follower.text in verbs.lexicon():
        return Sort.ADVERB
    if found[-1].text in _WHOLLY and follower.text in lexicon().predicate:
        return Sort.ADVERB  # 重点项目|全部|开工
    if found[-1].text.endswith("均") and sort in (Sort.SOFT, Sort.MANNER):
        return Sort.NOUN
    inside = len(found) > 1 and found[-2].sort in (Sort.NOUN, Sort.SOFT, Sort.VERB, Sort.DE) and not _is_area(found[-2])
    names = follower.pos == "n"  # 发表500篇|高水平|科研|论文
    return Sort.ADVERB if sort is Sort.SOFT and not inside and not names else Sort.NOUN


def _is_area(piece: Piece) -> bool:
    return piece.text in lexicon().area or piece.pos in ("ns", PLACE)


def _settle(found: list[Piece], text: str, end: int) -> None:
    """Settle what the last piece of a stretch is, before a mention or at the end, and the place words before nouns."""
    if found and found[-1].sort is Sort.MANNER:
        named = len(found) > 1 and found[-1].text in _PLANS and found[-2].sort in (Sort.NOUN, Sort.SOFT)
        noun = text[end : end + 1] in _OPENING or (named and text[end : end + 1] in _CLOSING)
        found[-1] = found[-1]._replace(sort=Sort.NOUN if noun else Sort.ADVERB)  # 入选省百人|计划
    for i, piece in enumerate(found[:-1]):
        inside = piece.text in "上下里" if i else piece.text in "后前外"
        inside = inside or (piece.text in ("中", "上") and len(found[i + 1].text) == 1)  # 中塔, 上岛; 教师|中|党员
        within = (
            i and piece.text in "内外" and found[i - 1].text not in _BOUNDS and found[i + 1].text[-1] in _MEASURING
        )  # 审限|内|结案率
        rate = piece.text in lexicon().manner and piece.sort is Sort.ADVERB and found[i + 1].text[-1] == "率"
        named = found[i + 1].sort is Sort.NOUN or (not i and piece.text == "外" and found[i + 1].sort is Sort.SOFT)
        if (piece.sort is Sort.LOCATIVE and (inside or within) and named) or rate:
            found[i] = piece._replace(sort=Sort.NOUN)  # 实际|执行率


def _absorb(found: list[Piece], text: str) -> None:
    """Take the word in front into a listed one (减税|降费), a single character into a place no list has (云|溪县)."""
    if len(found) < _SHORT or found[-2].end != found[-1].start:
        return
    first, place = found[-2:]
    if listed := listed_sorts().get(first.text + place.text):
        found[-2:] = [Piece(first.start, place.end, first.text + place.text, listed, place.pos)]
    if place.pos != PLACE or first.sort is not Sort.NOUN:
        return
    if len(first.text) == 1 and first.end == place.start and first.text not in _GENERIC:
        found[-2:] = [place._replace(start=first.start, text=text[first.start : place.end])]


def _makes_place(before: str, word: str) -> bool:
    """Whether the two are a place that no list has: 云溪|县, 云|溪县."""
    if word in _PLACES:
        return len(before) < _LONGEST_PLACE
    return len(before) == 1 and len(word) == _SHORT and word[1] in _PLACES


_YEAR = compiled("(?:19|20)[0-9]{2}")
_MEASURING = frozenset("率量额")
_BOUNDS = frozenset({"时间", "期限", "期间", "范围", "区间", "年度", "周期"})
_SHORT = 2
_PHRASE = 4
_NAMED = frozenset("”》")
_DIRECT = frozenset({"投资", "融资", "支出", "消费"})
# What a share does that is told in a word: 占比降至.
_MOVES = ("降", "升")
_PLACES = frozenset("县市省镇乡州旗")
_GENERIC = frozenset(
    {"城", "股", "超", "门", "各", "多", "外", "本", "夜", "早", "菜", "集", "楼", "车", "上", "黑", "牛", "熊"}
)
_VERBAL = frozenset({Sort.VERB, Sort.SOFT})
_TO = frozenset({"到", "至", "为"})
_OPENING = frozenset('“《「『(（"‘')
_CLOSING = frozenset("，。；、,;！？!?\n)）")
_LONGEST_JOINED = 5
_LONGEST_PLACE = 4
_AGAINST = frozenset({"价格比", "收入比"})
"""Words of the dictionary that are a noun and 比 (than)."""
_SUMMED = frozenset({"累计", "累积"})
_WHOLLY = frozenset({"全部", "基本", "集中"})
_PLANS = frozenset({"计划", "目标", "预期"})
_CHANGES = frozenset({"grow", "fall"})


def _split(word: words.Word) -> list[Piece]:
    """A word as a piece; a listed phrase of verb and noun (发表文章) or of noun and change (价格下降) as two."""
    text, lists, sorts = word.text, verbs.lexicon(), listed_sorts()
    if text in sorts or text in lists:
        return [Piece(*word[:3], sort_of(text, word.pos), word.pos)]
    if (
        word.pos == "l"
        and text[2:] in lists
        and sorts.get(text[:2]) is Sort.SOFT
        and sort_of(text[2:], "v") is Sort.VERB
    ):
        return [Piece(*word[:3], Sort.VERB, "v")]  # 发展壮大
    cut = 0
    if text in _AGAINST:
        cut = len(text) - 1
    elif len(text) == 4 and (
        lists.get(text[2:]) in _CHANGES
        or text[:2] in lists
        or (text[2:] in lists and sorts.get(text[:2]) is Sort.ADVERB)
    ):
        cut = 2
    elif text[0] == "占" and word.pos == "nr":
        cut = 1  # 占|全疆
    elif len(text) == 3 and text[0] in "共新已现" and (text[1:] in lists or sorts.get(text[1:]) is Sort.SOFT):
        cut = 1
    if not cut:
        return [Piece(*word[:3], sort_of(text, word.pos), word.pos)]
    middle = word.start + cut
    first = (
        Sort.NOUN
        if text in _AGAINST
        else sort_of(text[0], "d")
        if cut == 1
        else sort_of(text[:2], words.pos(text[:2]) or "n")
    )
    return [
        Piece(word.start, middle, text[:cut], first, "d" if cut == 1 else "v"),
        Piece(middle, word.end, text[cut:], sort_of(text[cut:], words.pos(text[cut:]) or "n"), "n"),
    ]
