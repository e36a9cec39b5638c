"""What a single amount measures: the phrase of its frame, or what the sentence said before it."""

from factx.mentions.verbs import lexicon as verb_lexicon
from factx.patterns import compiled
from factx.rules.achievement.behind import behind
from factx.rules.achievement.deeds import BRINGS, TO_MANY, deed_of, is_told
from factx.rules.achievement.elsewhere import (
    described,
    is_bare,
    is_cited,
    is_sum_of_sector,
    label_of,
    measured,
    purpose,
    sector_of,
    told_by_deed,
)
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.measure import CHANGING, between, verb_text
from factx.rules.achievement.memory import Memory
from factx.rules.achievement.pace import bare, is_pace
from factx.rules.achievement.rows import Row
from factx.rules.achievement.shared import graded
from factx.rules.achievement.subject import SKIPPED, subject_phrase
from factx.rules.nounphrase import is_actor, is_place, left
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort
from factx.rules.nounphrase.sorts import lexicon as phrases
from factx.rules.scene import Scene
from factx.text import Span

_NO_METRIC = frozenset({"reach", "grow", "fall", "compare", ""})
_COMPARES = frozenset({"gap", "rank"})


def metric_of(scene: Scene, line: list[Piece], around: Frame, memory: Memory) -> list[Span]:
    """The metric of a single amount."""
    before = memory.metrics[-1] if memory.metrics else []
    if memory.noted:
        around.side = "left"
        return memory.noted
    if (pair := _pair(line, around.at)) and around.side != "left":
        around.side = "right"
        return [between(line, *pair)]
    around.tail = around.tail or _paced(line, around.at)
    if around.metric and around.side == "subject" and _is_area(line, around.metric) and _is_state(around):
        around.metric = None  # 全国|达|38亿元: of what was said before
    if around.metric and around.side == "left" and _is_region(line, around.metric):
        around.metric = None  # 江东省|5家
    if around.metric:
        return _own(scene.text, line, around, around.metric, memory)
    if around.at and line[around.at - 1].sort is Sort.DE and (held := described(line, around.at, around.floor)):
        around.side = "left"
        return [between(line, *held)]
    if (
        around.verb
        and around.side in ("none", "carried")
        and (doers := told_by_deed(line, around.verb[0], around.floor))
    ):
        around.side = "subject"
        return [between(line, *doers)]
    if around.verb is None and around.side == "none" and not before and not (deed := deed_of(line, around, memory)):
        told = _told_before(scene.text, memory)
        whole = is_bare(line, around.at) or (memory.label and all(p.sort in SKIPPED for p in line[: around.at]))
        around.side = "carried"
        return told if whole else []
    around.side = "carried"
    deed = deed_of(line, around, memory)
    return [deed] if deed else _carried(scene.text, line, around, memory)


def _own(text: str, line: list[Piece], around: Frame, phrase: tuple[int, int], memory: Memory) -> list[Span]:
    """The metric of a frame that has a phrase for it."""
    before = memory.metrics[-1] if memory.metrics else []
    if (called := text[slice(*between(line, *phrase))]) in lexicon().anaphora and (
        said := before or _subject_before(memory.row)
    ):
        around.side = "carried"
        around.tail = around.tail or called
        return said
    if phrase[1] - phrase[0] > 1 and line[phrase[0]].text in _SUMMED and not _is_summed(line[phrase[0] + 1]):
        phrase = phrase[0] + 1, phrase[1]  # 累计|通行|2000列
    metric, tail = bare(text, between(line, *phrase))
    around.tail = tail or around.tail
    if line[phrase[0]].text == "占" and (whole := before or _subject_before(memory.row)):
        around.side, around.sort = "carried", "share"  # 占|贷款|比重|达8%
        return whole
    if not around.tail:
        around.tail = next((p.text for p in line[phrase[1] : around.at] if p.text in lexicon().anaphora), "")
    if is_pace(text[slice(*metric)]) and (said := before or _growing_before(text, memory)):  # 年均增幅达…
        around.side = "carried"
        around.tail = around.tail or text[slice(*metric)]
        return said
    if topic := _topic(text, metric, before):
        return [topic, metric]
    if before and line[around.at].amount and is_cited(line, phrase):
        around.side = "carried"
        return before
    if around.side == "right" and not around.floor and (aims := purpose(line, around)):
        around.verb = aims[0]
        return [between(line, *aims[1]), metric]
    if text[metric[1] - 1] in "号均]］":
        metric = _without_tail(text, metric)
    shares = around.floor or not around.verb
    found = _of_level(line, around) or [
        *(_sector(line, around) or _across_time(line, around)),
        *graded(text, metric, before if shares else [], memory.label),
    ]
    if memory.sector and is_sum_of_sector(text, found):
        return [*memory.sector, *found]
    if len(found) > 1 or text[found[0][1] - 1] in "值入润税额":
        memory.sector = sector_of(text, found) or memory.sector
    return found


def _is_summed(piece: Piece) -> bool:
    """Whether the piece is a sum itself, and told as such behind 累计: 累计|产量."""
    return piece.pos[:1] != "v" and piece.text[-1] in "量额数值资款"


def _of_level(line: list[Piece], around: Frame) -> list[Span]:
    """A level whose thing is told with the next amount: 4个|国家级、4个|省级医疗中心."""
    start, end = around.metric or (0, 0)
    if (
        around.side != "right"
        or end - start != 1
        or not line[start].text.endswith("级")
        or [p.sort for p in line[end : end + 2]] not in _LISTS
    ):
        return []
    phrase = behind(line, end + 1)
    level = next((i for i in range(*phrase) if line[i].text[-1] == "级"), None) if phrase else None
    if phrase is None or level is None or level + 1 >= phrase[1]:
        return []
    return [between(line, start, end), between(line, level + 1, phrase[1])]


_LISTS = ([Sort.LIST, Sort.AMOUNT], [Sort.AND, Sort.AMOUNT])


def _without_tail(text: str, metric: Span) -> Span:
    """A title without the word for what it is (“…”|荣誉称号), a measure without how it is counted or its note."""
    match = _CALLED.search(text[slice(*metric)])
    return (metric[0], metric[0] + match.start()) if match else metric


_CALLED = compiled(r"[\[［]\d{1,2}[\]］]$|(?<=[”》])(?:荣誉)?称号$|(?<=..)[年月日]均$")


def _carried(text: str, line: list[Piece], around: Frame, memory: Memory) -> list[Span]:
    """The metric of a frame that has none: what the sentence said before, or the deed itself."""
    before = memory.metrics[-1] if memory.metrics else []
    verb = verb_text(around)
    state = (
        verb in CHANGING
        or verb_lexicon().get(verb, "" if not verb or around.floor else "do") in _NO_METRIC
        or around.sort in _COMPARES
    )
    carried = before or _subject_before(memory.row)
    if state and not (around.floor and before) and memory.row is not None and not memory.row.amounts:
        carried = _subject_before(memory.row) or before
        label = label_of(memory.row.pieces) if around.sort == "from" else None
        carried = [label] if label and measured(text, [label]) else carried  # …可支配收入，由5160元…
    amount = line[around.at].amount
    told = amount is not None and is_told(amount, verb)
    apart = amount is not None and (amount.unit != memory.unit or (told and amount.unit not in TO_MANY))
    if not state and around.sort != "ratio" and apart:
        carried = []
    soft = around.verb and (told or line[around.verb[1] - 1].sort is Sort.SOFT)
    if not carried and around.verb and soft and (told or verb_lexicon().get(verb, "") not in _NO_METRIC):
        return [between(line, *around.verb)]
    return carried


def _topic(text: str, metric: Span, before: list[Span]) -> Span | None:
    """The crop or kind whose yield is told next (蔬菜种植面积…，总产量…，产值…)."""
    if len(before) == 0 or len(before) > _SHORT or text[slice(*metric)] not in _YIELDS:
        return None
    if len(before) > 1:
        return before[0] if text[slice(*before[1])] in _YIELDS else None
    match = _GROWN.fullmatch(text, *before[0])
    return match.span("kind") if match else None


_YIELDS = frozenset({"产量", "总产量", "产值", "总产值", "单产", "亩产", "年产量", "年产值", "综合产值"})
_GROWN = compiled("(?P<kind>[一-鿿]{2,8}?)(?:种植|播种|栽培|养殖|栽种)?(?:总?面积|总?产量|存栏|存栏量|规模)")


def _paced(line: list[Piece], at: int) -> str:
    """The word behind 的 that says that the amount is a change: 实现|5%|的|中高速|增长."""
    if at + 1 >= len(line) or line[at + 1].sort is not Sort.DE:
        return ""
    return next((piece.text for piece in line[at + 2 : at + 5] if piece.text in _CHANGE), "")


_CHANGE = frozenset({"增长", "增长速度", "增幅", "增速", "涨幅", "增长率", "下降", "降幅", "跌幅"})


def _is_area(line: list[Piece], phrase: tuple[int, int]) -> bool:
    """Whether the phrase is nothing but places."""
    return all(p.text in phrases().area or is_place(p) or p.sort in (Sort.LIST, Sort.AND) for p in line[slice(*phrase)])


def _is_region(line: list[Piece], phrase: tuple[int, int]) -> bool:
    """Whether the phrase is nothing but places, of which no body is one (全市, but 学校)."""
    return _is_area(line, phrase) and all(is_place(p) or p.text[0] in "全各、和" for p in line[slice(*phrase)])


def _is_state(around: Frame) -> bool:
    return verb_lexicon().get(verb_text(around)) in ("reach", "grow", "fall")


def _sector(line: list[Piece], around: Frame) -> list[Span]:
    """What is said of a sector and measured of its object: 国际航线|完成|旅客运输量 580万人次 has both."""
    amount = line[around.at].amount
    if around.side != "left" or around.verb is None or verb_text(around) not in BRINGS or amount is None:
        return []
    phrase = subject_phrase(line, around.verb[0], around.floor)
    traded = around.metric is not None and "".join(p.text for p in line[slice(*around.metric)]) in _TRADE
    large = amount.measure == "amount" or amount.unit == "人次" or traded
    if around.floor or not large or phrase is None or is_actor(line, phrase):
        return []
    if phrase[1] - phrase[0] < _SHORT and not _BRANCH.search(line[phrase[0]].text):
        return []  # a branch (工业, 农林牧渔业) is one word
    return [between(line, *phrase)]


def _across_time(line: list[Piece], around: Frame) -> list[Span]:
    """What a bare measure is of, a time between: “新三样”|一季度|出口 has both."""
    if around.metric is None or around.side not in ("subject", "left"):
        return []
    a, b = around.metric
    if b - a > _SHORT or a - 1 <= around.floor:
        return []
    if line[a - 1].sort is not Sort.TIME and not (line[a - 1].text in _NOW and line[b - 1].text[-1] == "率"):
        return []
    begin = left(line, a - 1, around.floor)
    phrase = begin, a - 1
    if line[a - 2].text.endswith(("公司", "集团")):
        return []
    return [] if begin == a - 1 or is_actor(line, phrase) or _is_area(line, phrase) else [between(line, *phrase)]


_SUMMED = frozenset({"累计", "累积"})
_SHORT = 2
_NOW = frozenset({"目前", "现", "现在"})
_TRADE = frozenset({"销售", "出口", "进口", "产销"})
_BRANCH = compiled("(?<![企行])业$|(?<=..)[企行]业$|机械$|化工$|冶金$|石化$|纺织$|建材$|医药$|电子$|装备$|汽车$")
_GROWS = ("市场", "需求", "产业", "行业", "业务", "消费", "出口", "进口", "经济", "产量", "销售")


def _growing_before(text: str, memory: Memory) -> list[Span]:
    """What the clause before tells of, where that can grow: 软件市场规模|持续扩大."""
    said = _subject_before(memory.row)
    return said if measured(text, said) or (said and text[slice(*said[-1])].endswith(_GROWS)) else []


def _pair(line: list[Piece], at: int) -> tuple[int, int] | None:
    """30余种、近4000例|手术, 新建|20公里、|改造|30公里|管网: the phrase behind the second of two amounts."""
    i = at + 1
    while i < len(line) and line[i].sort in (Sort.LIST, Sort.AND, Sort.ADVERB):
        i += 1
    verb = i
    while at + 1 < i < len(line) - 1 and i - verb < _SHORT and line[i].sort in (Sort.VERB, Sort.SOFT):
        i += 1
    return behind(line, i) if at + 1 < i < len(line) and line[i].sort is Sort.AMOUNT else None


def _told_before(text: str, memory: Memory) -> list[Span]:
    """The measure that the clause before tells without a number: its subject, or all of it."""
    row = memory.row
    label = label_of(row.pieces) if row else None
    return next((told for told in (_subject_before(row), [label] if label else []) if measured(text, told)), [])


def _subject_before(row: Row | None) -> list[Span]:
    """What the clause before is about: the phrase before its first verb or adverb."""
    if row is None:
        return []
    line = row.pieces
    end = 0
    while end < len(line) and line[end].sort is Sort.STOP:
        end += 1  # “
    while end < len(line) and line[end].sort not in (Sort.VERB, Sort.STOP, Sort.ADVERB, Sort.PREPOSITION):
        end += 1
    phrase = subject_phrase(line, end, 0)
    return [between(line, *phrase)] if phrase else []
