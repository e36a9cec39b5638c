"""Shapes of clauses with their own way to tie an amount to its metric: shares, ranks, gaps, from-to; as frames."""

from functools import cache

from factx.mentions import verbs
from factx.rules.achievement.behind import behind
from factx.rules.achievement.frame import Frame
from factx.rules.achievement.lexicon import lexicon
from factx.rules.achievement.subject import subject_phrase
from factx.rules.nounphrase import Range, right
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort

_HIGHER = frozenset("高低快慢多少")
_FROM = frozenset({"由", "从", "比", "较"})
_INNER = frozenset(
    {
        Sort.NOUN,
        Sort.DE,
        Sort.SUBJECT,
        Sort.TIME,
        Sort.SOFT,
        Sort.NAME,
        Sort.BRACKET,
        Sort.LIST,
        Sort.AND,
        Sort.LOCATIVE,
        Sort.ADVERB,
        Sort.ETC,
        Sort.ASPECT,
    }
)


def shaped(row: list[Piece], at: int, floor: int) -> Frame | None:
    """The frame of the amount at `row[at]` where its clause has one of these shapes."""
    for shape in (_pace, _ratio, _whole, _share, _rank, _gap, _times, _use, _holders, _from):
        if found := shape(row, at, floor):
            return found
    return None


def _last_verb(row: list[Piece], at: int, floor: int) -> int | None:
    """The verb nearest on the left, with no amount or preposition between."""
    i = at - 1
    while i >= floor and row[i].sort in _INNER:
        i -= 1
    return i if i >= floor and row[i].sort is Sort.VERB else None


def _with_subject(found: Frame, verb: Range) -> Frame:
    found.verb = verb
    found.metric = subject_phrase(found.row, verb[0], found.floor)
    found.side = "subject" if found.metric else "carried"
    return found


_IS = frozenset({"是", "为", "相当于", "达到", "达", "约为", "约合", "保持"})
_OF = frozenset({"比重", "比例", "份额"})


def _times(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…是|平日的|3倍."""
    amount = row[at].amount
    if amount is None or amount.unit != "倍":
        return None
    verb = _last_verb(row, at, floor)
    if verb is None or row[verb].text not in _IS or verb + 1 == at:
        return None
    base = at - 1
    while base > verb + 1 and row[base].sort in (Sort.ADVERB, Sort.DE):
        base -= 1
    return _with_subject(Frame(row, at, floor, other=(verb + 1, base + 1), sort="times"), (verb, verb + 1))


@cache
def _persons() -> frozenset[str]:
    return lexicon().people | lexicon().holders


def _holders(row: list[Piece], at: int, floor: int) -> Frame | None:
    """3名|同学|获得|学士学位: people of no name are counted by what they hold; 3次|获|银奖."""
    amount = row[at].amount
    if amount is None or amount.unit not in ("人", "名", "位", "次", "人次"):
        return None
    i = at + 1
    while i < len(row) and (row[i].text in _persons() or row[i].sort in (Sort.ADVERB, Sort.ASPECT)):
        i += 1
    if i >= len(row):
        return None
    called = row[i - 1].text == "被" and verbs.lexicon().get(row[i].text) == "rate"
    if not called and row[i].text not in lexicon().holding:
        return None
    verb = i
    while i + 1 < len(row) and (row[i + 1].sort is Sort.ASPECT or row[i + 1].text in lexicon().holding):
        i += 1
    phrase = right(row, i + 1)
    if phrase is None or (phrase[1] < len(row) and row[phrase[1]].sort is Sort.AMOUNT):
        return None
    if phrase[1] < len(row) and row[phrase[1]].sort is Sort.NAME:  # 江州市|“五一劳动奖章”
        phrase = phrase[0], phrase[1] + 1
    return Frame(row, at, floor, metric=phrase, verb=(verb, verb + 1), side="right")


def _use(row: list[Piece], at: int, floor: int) -> Frame | None:
    """10万元|用于|大赛奖项."""
    if at + 1 < len(row) and row[at + 1].text == "用于" and (phrase := right(row, at + 2)):
        return Frame(row, at, floor, metric=phrase, verb=(at + 1, at + 2), side="right")
    return None


def _ratio(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…恢复至|2019年同期|的|74.5%: so much of what it was then; …完成|年度计划|的|98%."""
    amount = row[at].amount
    if amount is None or amount.unit != "%" or at == floor:
        return None
    verb = _last_verb(row, at, floor)
    planned = at - 1 if row[at - 1].sort is not Sort.DE else at - 2
    if planned > floor and row[planned].text.endswith(_PLANS) and (opens := _fulfils(row, planned, floor)) is not None:
        found = Frame(row, at, floor, other=(opens + 1, planned + 1), sort="ratio")
        return _with_subject(found, (opens, opens + 1))
    if row[at - 1].sort is not Sort.DE:
        return None
    if verb is None or not (row[verb].text in _IS or row[verb].text.startswith("恢复")):
        return None
    base = row[verb + 1 : at - 1]
    if not any(piece.sort is Sort.TIME or piece.text in _THEN for piece in base):
        return None
    return _with_subject(Frame(row, at, floor, other=(verb + 1, at - 1), sort="ratio"), (verb, verb + 1))


def _fulfils(row: list[Piece], planned: int, floor: int) -> int | None:
    """The verb, or 为, of which the plan that ends at `planned` is the object, or None."""
    return next((i for i in range(planned - 1, max(floor, planned - 5) - 1, -1) if row[i].text in _FULFILS), None)


_FULFILS = frozenset({"完成", "为", "占", "达到", "达"})
_PLANS = ("计划", "任务", "目标", "预算", "指标", "目标任务")
_THEN = frozenset({"同期", "平日", "往年", "常年"})


def _pace(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…以|10%|的增幅|发展: how fast what stands before grows."""
    opens = at - 2 if at - 1 > floor and row[at - 1].text in _EACH else at - 1
    if opens < floor or row[opens].text != "以" or at + 2 >= len(row) or row[at + 1].sort is not Sort.DE:
        return None
    pace = next((i for i in range(at + 2, min(at + 4, len(row))) if row[i].text in _PACES), None)
    if pace is None:
        return None
    phrase = subject_phrase(row, opens, floor)
    grows = any(verbs.lexicon().get(piece.text) == "grow" for piece in row[pace + 1 :])
    of_things = "增长" if grows else ""  # 以|3万人|的速度|递增, but 以|370万亩|的速度|推进
    tail = "增速" if row[at].text.endswith("%") else of_things
    return Frame(row, at, floor, metric=phrase, side="subject" if phrase else "carried", tail=tail)


_EACH = frozenset({"年均", "月均", "平均", "每年", "年"})
_PACES = frozenset({"增幅", "增速", "速度", "幅度", "增长率", "涨幅"})


def _is_state(piece: Piece) -> bool:
    return piece.text in _IS or verbs.lexicon().get(piece.text) == "reach"


def _share(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…占|全国的|65%: of the whole behind 占, the metric before it."""
    verb = _last_verb(row, at, floor)
    if verb is not None and row[verb].text not in verbs.lexicon():  # 占|照明|市场的|25%
        verb = _last_verb(row, verb, floor)
    if verb is not None and verb > floor and _is_state(row[verb]) and row[verb - 1].text in _OF:
        verb = _last_verb(row, verb, floor)  # 占…的比重|达|40%
    if verb is None or not row[verb].text.startswith("占"):
        return None
    return _with_subject(Frame(row, at, floor, sort="share"), (verb, verb + 1))


def _whole(row: list[Piece], at: int, floor: int) -> Frame | None:
    """占|该县|121亿元|生产总值|的|13.18%: the amount of the whole behind 占 is what stands behind it."""
    opens = at - 1
    while opens > floor and row[opens].sort in (Sort.TIME, Sort.SUBJECT, Sort.NOUN) and row[opens].text[0] != "占":
        opens -= 1
    if opens < floor or not row[opens].text.startswith("占"):
        return None
    phrase = right(row, at + 1)
    if phrase is None or [piece.sort for piece in row[phrase[1] : phrase[1] + 2]] != [Sort.DE, Sort.AMOUNT]:
        return None
    return Frame(row, at, floor, metric=phrase, side="right", sort="whole")


def _rank(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…居|全省|第2位."""
    amount = row[at].amount
    if amount is None or not (amount.ordinal or amount.measure == "rank"):
        return None
    found = Frame(row, at, floor, sort="rank")
    verb = _last_verb(row, at, floor)
    if verb is None:
        verb = next((i for i in range(at - 1, max(floor, at - 5) - 1, -1) if row[i].text in lexicon().ranked), None)
    if verb is None or row[verb].text not in lexicon().ranked:
        area = at - 1
        if area > floor and row[area].text in lexicon().field:  # 油气储量|全球|第十
            found.other = (area, at)
            found.metric = subject_phrase(row, area, floor)
            found.side = "subject" if found.metric else "carried"
            return found
        return None
    end = at - 1 if row[at - 1].text == "前" else at  # 全省|前|三
    begin = verb + 2 if row[verb + 1].text == "在" else verb + 1  # 排|在|全省|第三
    if begin < end:
        found.other = (begin, end)
    if (told := _is_what(row, at)) is not None:
        found.metric, found.verb, found.side = told, (verb, verb + 1), "right"
        return found
    if found.other and row[end - 1].text in _MEDALS:  # 位列|金牌榜|第2位
        found.metric, found.other, found.verb, found.side = found.other, None, (verb, verb + 1), "right"
        return found
    _with_subject(found, (verb, verb + 1))
    if found.metric and not found.other and row[found.metric[1] - 1].text in lexicon().field:  # 油气储量|全球|排名第十
        start, end = found.metric
        found.other = (end - 1, end)
        found.metric, found.side = ((start, end - 1), "subject") if start < end - 1 else (None, "carried")
    return found


_MEDALS = frozenset({"金牌榜", "奖牌榜", "积分榜"})
"""Tables in which a rank is a measure of its own."""


def _is_what(row: list[Piece], at: int) -> Range | None:
    """What has the rank where the rank is told first: 排在|第三|的|是|肠癌."""
    told = at + 3 < len(row) and row[at + 1].sort is Sort.DE and row[at + 2].text in _IS_IT
    return right(row, at + 3) if told else None


_IS_IT = frozenset({"是", "为", "就是"})


def _gap(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…高于|全国平均|1.7个百分点; 比|全省平均|低|2元."""
    verb = _last_verb(row, at, floor)
    above = verb is not None and row[verb].text in lexicon().above and row[verb + 1].sort is not Sort.DE
    if verb is not None and above and verb + 1 < at and not behind(row, at):
        found = Frame(row, at, floor, sort="gap", other=(verb + 1, at))
        return _with_subject(found, (verb, verb + 1))
    adjective = at - 1
    while adjective > floor and row[adjective].sort in (Sort.ADVERB, Sort.ASPECT):
        adjective -= 1
    if adjective > floor and (row[adjective].text in _HIGHER or row[adjective].text in lexicon().above):
        than = next((i for i in range(adjective - 1, floor - 1, -1) if row[i].text in _FROM), None)
        if than is not None and than + 1 < adjective:
            found = Frame(row, at, floor, sort="gap", other=(than + 1, adjective))
            found.verb = (adjective, adjective + 1)
            found.metric = subject_phrase(row, than, floor)
            found.side = "subject" if found.metric else "carried"
            return found
    return None


def _from(row: list[Piece], at: int, floor: int) -> Frame | None:
    """…由|2010年的|162.4亿元|增加到…: the metric before 由."""
    i = at - 1
    while i >= floor and at - i < 9 and (row[i].sort in _INNER or row[i].text == "每"):
        i -= 1
    if i < floor or row[i].text not in _FROM:
        return None
    if row[i].text in ("比", "较") and (at - 1 == i or row[at - 1].sort is not Sort.DE):
        return None
    if behind(row, at) and row[i].text == "从":
        return None
    found = Frame(row, at, floor, sort="from")
    found.metric = subject_phrase(row, i, floor)
    found.side = "subject" if found.metric else "carried"
    return found
