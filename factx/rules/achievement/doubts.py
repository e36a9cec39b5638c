"""What is a number and no achievement, with the reason."""

import re
from collections.abc import Iterator

from factx import words
from factx.mentions.quantities import Amount
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.pieces import Sort
from factx.rules.scene import Scene

_WORDS = re.compile(r"[一-鿿A-Za-z]")
_IN_WORDS = re.compile(r"[一二两三四五六七八九十]{1,2}(?![0-9])")
_ARTICLE = re.compile(r"一(?![0-9十百千万亿])")
_NUMBERED = re.compile(r"(?:指数|系数|得分|评分|比值|数|量|率|金|银|铜)$")
_SOLID = frozenset("项 个 家 名 人 枚 块 次 篇 部 件 座 所 条 只 期 届 处 门 本 套 台 场 例 位 人次".split())
_SPECIFIC = frozenset("千伏 伏 寸 英寸 码 像素 帧 赫兹 兆瓦级 万吨级".split())
_RANKED = ("产业", "全会", "会议", "全体会议", "大会", "工业革命", "代表大会")
_POINTERS = frozenset({"这", "那", "上述", "以上", "该", "此", "另外", "其他", "其余", "剩下"})
_CONDITION = re.compile(r"如果|假如|若|一旦|即使|只要|倘若|凡|要是|当[^年月日]")
_CLASSES = 60
_PASSING = 12
_LEFT = frozenset({"left", "subject"})


def doubt(scene: Scene, around: Frame, amount: Amount, metric: str) -> str | None:
    """Why the amount is no achievement, or None."""
    return next(_doubts(scene, around, amount, metric), None)


def _doubts(scene: Scene, around: Frame, amount: Amount, metric: str) -> Iterator[str]:
    known = lexicon()
    text = scene.text[amount.start : amount.end]
    verbs = verb_lexicon()
    before = around.row[around.at - 1] if around.at > around.floor else None
    verb = around.row[around.verb[1] - 1].text if around.verb else ""
    in_words = _IN_WORDS.match(text) is not None
    if (amount.ordinal or amount.measure == "rank") and around.sort != "rank":
        yield "an ordinal"
    listed = around.side == "left" and amount.unit in _SOLID
    if _ARTICLE.match(text) and amount.value == 1 and not listed and around.sort == "plain":
        yield "一 as an article"
    if inside_word(scene.text, around, amount):
        yield "part of a word"
    timed = amount.measure == "duration" or amount.unit in known.duration
    if timed and around.sort == "plain" and not (around.side in _LEFT and verbs.get(verb) in _SET):
        yield "a duration as mere time"
    if before and before.text.startswith("每") and (amount.value == 1 or amount.unit == "人"):
        yield "a rule for each"
    if around.side == "right" and _in_passing(around, amount):
        yield "counted in passing"
    if in_words and amount.unit in known.collective:
        yield "a set phrase (两国, 三级)"
    if amount.unit in ("周年", "岁", "周岁"):
        yield "an age or an anniversary"
    if amount.unit in _SPECIFIC or (amount.unit == "班" and amount.value > _CLASSES) or not amount.value:
        yield "a name or a specification"
    if in_words and (amount.unit or "").startswith("批"):
        yield "an ordinal"
    after = around.row[around.at + 1].text if around.at + 1 < len(around.row) else ""
    if in_words and amount.unit in ("次", "届") and after.startswith(_RANKED):
        yield "an ordinal"
    if before and before.text in _POINTERS:
        yield "things named before"
    if _CONDITION.match(scene.text, around.row[0].start):
        yield "a condition"
    if amount.unit == "大" and not verb.endswith(tuple(known.making)):
        yield "N大X names a known set"
    if around.side == "right" and metric in known.abstract:
        yield "a number that only divides or points"
    if metric and not _WORDS.search(metric):
        yield "nothing that it measures"
    bare = amount.unit is None and not amount.ordinal and amount.measure not in ("rank", "share")
    if bare and not _is_large(amount) and not _NUMBERED.search(metric):
        yield "a bare number"
    if before and (before.text in known.capacity or (_is_physical(amount) and _inside_name(around, text))):
        yield "a capacity inside a name"


def inside_word(text: str, around: Frame, amount: Amount) -> bool:
    """Whether a number in words is a piece of a longer word that is no number (进一步, 十分)."""
    if text[amount.number[0]] in _DIGITS:
        return False
    start, end = max(around.row[0].start, amount.start - 3), min(around.row[-1].end, amount.end + 3)
    for word in words.cut(text, start, end):
        if word.pos in _NUMERAL or not word.start < amount.number[1] <= word.end:
            continue
        longer = word.start < amount.start or word.end > amount.end
        if word.end - word.start > 1 and word.pos in (_WORDLIKE if longer else _ADVERBS):
            return True
    return False


_DIGITS = frozenset("0123456789")
_NUMERAL = frozenset({"m", "mq", "q", "x"})
_ADVERBS = frozenset({"d", "c", "ad"})
_WORDLIKE = frozenset({"d", "c", "l", "i", "ad", "a", "r", "nz", "ns", "nr", "v", "n", "j"})
_POINTING = frozenset({"从", "就", "把", "将", "向", "到", "按", "按照", "由", "用"})
_SET = frozenset({"reach", "grow", "fall"})


def _in_passing(around: Frame, amount: Amount) -> bool:
    """Whether a few things are only named behind a preposition (向甲、乙、丙等|3家|银行)."""
    if amount.qualifier != "exact" or amount.value > _PASSING:
        return False
    row, i = around.row, around.at - 1
    while i >= around.floor and row[i].sort in _NAMED:
        i -= 1
    return i >= around.floor and row[i].text in _POINTING


_NAMED = frozenset({Sort.NOUN, Sort.LIST, Sort.AND, Sort.ETC, Sort.NAME, Sort.BRACKET, Sort.SOFT, Sort.DE, Sort.ADVERB})


def _is_large(amount: Amount) -> bool:
    return amount.value >= 10_000


def _is_physical(amount: Amount) -> bool:
    return amount.measure == "amount" and amount.unit != "元"


def _inside_name(around: Frame, text: str) -> bool:
    """Whether nouns stand directly on both sides of the amount."""
    row, at = around.row, around.at
    before, after = row[at - 1], row[at + 1] if at + 1 < len(row) else None
    glued = before.sort in (Sort.NOUN, Sort.NAME) and before.end == row[at].start
    return around.side == "right" and glued and after is not None and after.sort is not Sort.DE
