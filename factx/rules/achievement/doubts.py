"""What is a number and no achievement, with the reason."""

import re

from factx.mentions.quantities import Amount
from factx.rules.achievement.frame import Frame
from factx.rules.scene import Scene

_TIME = frozenset(
    {
        "年",
        "个月",
        "月",
        "天",
        "日",
        "小时",
        "分钟",
        "周",
        "个小时",
        "秒",
        "周年",
        "季度",
        "个季度",
        "岁",
        "周岁",
        "学时",
        "届",
    }
)
_ARTICLE = frozenset("一")


def doubt(scene: Scene, around: Frame, amount: Amount, metric: str) -> str | None:
    """Why the amount is no achievement, or None."""
    text = scene.text[amount.start : amount.end]
    if text[0] in _ARTICLE and amount.value == 1 and amount.unit not in ("%", "倍", "位", "名"):
        return "一 as an article"
    if amount.unit in _TIME and around.side in ("none", "carried", "right"):
        return "a duration as mere time"
    if amount.ordinal and around.sort != "rank":
        return "an ordinal"
    if amount.unit is None and around.side != "left":
        return "a bare number"
    return None
