"""Numbers of lives, which are no achievements: how long something lasts, how old people are, how often they act."""

from factx.mentions.name_context import ends_post
from factx.mentions.verbs import lexicon as verb_lexicon
from factx.rules.achievement.case import Case
from factx.rules.achievement.lexicon import lexicon
from factx.rules.nounphrase import is_actor

_LEFT = frozenset({"left", "subject"})
_STATES = frozenset({"reach", "grow", "fall"})


def duration(case: Case) -> bool:
    """3年, 时隔5天: time that only passes, neither changed nor measured."""
    timed = case.amount.measure == "duration" or case.unit in lexicon().duration
    changed = case.around.side in (*_LEFT, "carried") and verb_lexicon().get(case.verb) in _STATES
    paid = case.around.side == "right" and case.metric.endswith(_PAID)
    measured = paid or case.metric.endswith(_LASTS) or lived(case)
    apart = case.text.endswith(("时隔", "相隔"), 0, case.amount.start)
    return timed and (apart or (case.around.sort == "plain" and not changed and not measured))


_TERMS = ("期限", "周期", "时限", "缓缴期", "免租期", "宽限期", "还款期", "有效期", "保质期", "免息期")
_LASTS = ("天数", "时长", "用时", "耗时", "工期", "住院日", "机时", "工时", *_TERMS)
"""Last words of what lasts so long by itself: 平均审理|天数."""
_PAID = ("租", "租金", "补贴", "补助", "津贴", "工资", "利息", "社保费", "保险费")
"""Last words of what is paid by the month: 减免|3个月|房租."""


def lived(case: Case) -> bool:
    """Whether it is how long people live, or how old they are; 年龄|在35岁以下 is a condition."""
    limit = case.metric.endswith("年龄") and case.written.endswith(("以上", "以下", "以内"))
    return case.metric.endswith(("寿命", "年龄")) and not limit


def age(case: Case) -> bool:
    """60周年, 35岁: how old, except where it is how long people live."""
    return case.unit in ("周年", "岁", "周岁") and not lived(case)


def household(case: Case) -> bool:
    """一家|5口, 姐弟|三人: how many a family has."""
    kin = lexicon().kin
    return (case.unit == "口" or case.metric in kin) and case.text.endswith((*_FAMILY, *kin), 0, case.amount.start)


_FAMILY = ("一家", "全家")


def often(case: Case) -> bool:
    """美联储|两次, 李晓岚书记|三次: how often somebody did what is told behind."""
    metric = case.around.metric
    if metric is None or case.unit not in ("次", "度") or not case.in_words or case.around.side not in _LEFT:
        return False
    return is_actor(case.around.row, metric) or ends_post(case.text, case.around.row[metric[1] - 1].end)
