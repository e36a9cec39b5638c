"""What is surely no achievement, told from the characters around an amount, before anything is cut."""

from factx.mentions.quantities import Amount
from factx.patterns import compiled

_ONE_IN_WORDS = compiled(r"一(?![0-9十百千万亿])")


def at_sight(text: str, amount: Amount) -> str | None:
    """Why the amount is surely none, told from the characters around it, before anything is cut; None where unsure."""
    before, after = text[max(0, amount.start - _NEAR) : amount.start], text[amount.end : amount.end + 1]
    if (amount.ordinal or amount.measure == "rank") and not _RANK_NEAR.search(before):
        return "an ordinal"
    if amount.ordinal and amount.unit not in _PLACES:
        return "an ordinal"
    if is_time(text, amount):
        return "a duration as mere time"
    if before.endswith("/") and before[-2:-1].isdigit():
        return "what a rate goes by"  # 9.92/|10万人
    if amount.unit is None and _DIALLED.match(text, amount.end):
        return "a number that is dialled"
    if amount.unit in _STEPS and _FIGURE.match(text, amount.end):
        return "a figure of speech, or inside a name"
    if (
        amount.value == 1
        and amount.measure == "count"
        and _ONE_IN_WORDS.match(text, amount.start)
        and after
        and after not in _CLOSING
    ):
        return "一 as an article"
    return None


_DIALLED = compiled("[一-鿿]{0,4}(?:热线|电话|专线)(?!用户)")
"""What has a number of its own: 拨打90123|服务电话."""
_STEPS = frozenset({"个", "级", "大", "%"})
_FIGURE = compiled(r"[^，,。；;、\d]{0,6}台阶|人口(?:变动)?抽样")
"""Steps that are climbed (跨越3个|千亿元台阶), a survey by its sample (1%|人口抽样调查)."""
_NEAR = 16
_RANK_NEAR = compiled(r"[居列排名位跃升进跻荣登保达处国省市县区球世界]")
_PLACES = frozenset({None, "位", "名"})
"""What 第N of any other unit tells is which one it is (第3届, 第一笔), not a rank."""
_CHANGED_TO = compiled(
    r"(?:(?:[到至为达由从是长短超过在低高]|减少|增加)[^，。；]{0,6}|时间|时长|时限|天数|用时|耗时|周期|工期|年限|期限|住院日|寿命|[缴租限款效质息用]期[^，。；]{0,4})$"
)
_PAID = compiled(r"的?[^，。；、\d]{0,4}(?:租金?|补贴|补助|津贴|工资|利息|保险?费)")
"""What is paid by the month: 减免|3个月|房租."""
_TIMING = frozenset({"前", "后", "内", "来", "里", "间"})
_CLOSING = frozenset("，。；、,;！？!?\n）)和")


def is_time(text: str, amount: Amount) -> bool:
    """Whether the amount is a time: 5年前, 连续三年; not where something is changed to so long (延长至2年)."""
    if amount.measure != "duration":
        return False
    behind = text[amount.end : amount.end + 1]
    if text.startswith("以来", amount.end):
        return True
    if behind not in _TIMING and _PAID.match(text, amount.end):
        return False
    return behind in _TIMING or not _CHANGED_TO.search(text, max(0, amount.start - _NEAR), amount.start)
