"""Numbers inside names: pieces of words, classes, capacities, sizes and models; each check says whether one is."""

from factx import words
from factx.rules.achievement.case import Case
from factx.rules.achievement.lexicon import lexicon
from factx.rules.nounphrase import Sort, is_place
from factx.rules.nounphrase.sorts import lexicon as phrases

_MOST_CLASSES = 60
_RUN = ("航班", "班列", "列车", "班车", "客车", "班次", "航线")
_DIGITS = frozenset("0123456789")
_NUMERALS = frozenset({"m", "mq", "q", "x"})
_ADVERBS = frozenset({"d", "c", "ad"})
_WORDS = _ADVERBS | {"l", "i", "a", "r", "nz", "ns", "nr", "v", "n", "j"}
_NAMES = frozenset({Sort.NOUN, Sort.NAME, Sort.SOFT, Sort.VERB, Sort.DE})
"""What follows a capacity in a name: 年产|60万吨|的|生产线."""


def inside_word(case: Case) -> bool:
    """进一步, 十分: a numeral that is a piece of a word that is no number."""
    amount, row = case.amount, case.around.row
    if amount.ordinal or case.text[amount.number[0]] in _DIGITS:
        return False
    if case.written == "十分":
        return True
    start, end = max(row[0].start, amount.start - 3), min(row[-1].end, amount.end + 3)
    for word in words.cut(case.text, start, end):
        if word.pos in _NUMERALS or not word.start < amount.number[1] <= word.end:
            continue
        longer = word.start < amount.start or word.end > amount.end
        if word.end - word.start > 1 and word.pos in (_WORDS if longer else _ADVERBS):
            return True
    return False


def classed(case: Case) -> bool:
    """7班|李明, 500千伏|线路: which class or model it is."""
    ran = case.before is not None and case.before.sort is Sort.VERB
    which = case.around.side == "right" and not ran  # 2018级材料1班|李明的作品
    many = case.amount.value > _MOST_CLASSES
    school_class = case.unit == "班" and (many or which) and not case.metric.endswith(_RUN)
    school_class = school_class or (case.unit == "班" and case.metric.endswith("年级"))
    return school_class or case.unit in lexicon().specification or not case.amount.value


def holds(case: Case) -> bool:
    """年产|60万吨, 青禾|60万吨|赖氨酸: nouns directly on both sides of a physical quantity."""
    if case.before is None:
        return False
    physical = case.amount.measure == "amount" and case.unit != "元"
    glued = case.before.sort in (Sort.NOUN, Sort.NAME) and case.before.end == case.amount.start
    glued = glued and case.amount.qualifier == "exact" and not is_place(case.before)
    glued = glued and case.before.text not in phrases().area  # 全县|143万亩|冬小麦
    names = case.around.side == "right" and case.after is not None and case.after.sort is not Sort.DE
    holds = case.before.text in lexicon().capacity and case.after is not None and case.after.sort in _NAMES
    return holds or (physical and glued and names)


def modelled(case: Case) -> bool:
    """128层|CT, 155毫米|炮弹: what a thing of that name is like."""
    if case.around.side != "right" or case.after is None or case.after.sort is Sort.DE:
        return False
    scanned = case.unit in ("层", "排") and case.metric.lstrip("螺旋").startswith(("CT", "ct"))
    return scanned or case.unit in _SMALL


_SMALL = frozenset({"毫米", "微米", "纳米", "厘米"})


def measured(case: Case) -> bool:
    """直径|为|0.1厘米|的|电极, 长达|30米|的|吊臂: only how large a thing is."""
    if case.after is None or case.unit not in _LENGTHS | _SMALL:
        return False
    if case.after.text in _HOW_LARGE and case.unit in _LENGTHS:
        return True  # 两米多|深|的|水中
    if case.after.sort is not Sort.DE:
        verb = case.around.verb
        governed = verb is not None and verb[0] < case.around.at
        return case.around.side == "right" and case.metric.startswith(_SIZES) and not governed  # 110米|口径
    return case.metric in _SIZES or (case.verb == "长达" and case.unit in _SMALL | {"米"})


_LENGTHS = frozenset({"米", "公里", "千米", "公斤", "千克", "克", "斤"})
_HOW_LARGE = frozenset("深高长宽厚远")
_SIZES = ("直径", "口径", "厚度", "宽度", "高度", "重量", "长度", "身高", "体重", "深度")


def sized(case: Case) -> bool:
    """10万亩|有机蔬菜基地|项目: how large the thing of that name is."""
    around = case.around
    if around.side != "right" or around.metric is None or case.amount.measure != "amount" or case.unit == "元":
        return False
    attributed = around.row[around.metric[0] - 1].sort is Sort.DE
    return not attributed and around.row[around.metric[1] - 1].text in lexicon().sized


def inside_name(case: Case) -> bool:
    """十项|工程劳动竞赛领导小组: a numeral inside the name of an event or a body."""
    of_works = case.unit in ("项", "大") and case.metric.startswith(_WORKS) and case.in_words
    return of_works and case.metric.endswith(_NAMED_HEADS)


_NAMED_HEADS = ("竞赛", "领导小组", "指挥部", "办公室", "大会", "会议", "会", "总结")
_WORKS = ("工程", "行动", "任务", "改革", "重点")
