"""What a unit can count: 家 counts bodies, 名 people; what the phrase says of them is no part of it."""

from collections.abc import Sequence

from factx.rules.nounphrase import Range
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.sorts import Sort

_PEOPLE = (
    *"人员者生工师长手民兵警童家",
    *("干部", "党员", "群众", "同志", "代表", "委员", "院士", "教授", "青年", "老年", "妇女", "子女", "家属", "亲属"),
    *("专家", "作家", "医护", "患者", "骨干", "书记", "博士", "硕士", "模范", "标兵", "能手", "先锋", "人才", "嘉宾"),
)
_BODIES = (
    *"店厂校院社馆站所会行部局厅场园库坊户团队体室司",
    *("企业", "机构", "单位", "集团", "银行", "媒体", "高校", "大学", "中学", "小学", "组织", "酒店", "农场", "中心"),
    *("网点", "平台", "基地", "市场", "超市", "景区", "品牌", "客户", "股东", "门店", "伙伴", "厂商", "供应商", "展商"),
)
_HOMES = (*"户民", "企业", "家庭", "群众", "公司", "职工", "用户", "单位", "小店", "门店", "主体", "纳税人")
_COUNTED = {"家": _BODIES, "名": _PEOPLE, "位": _PEOPLE, "户": _HOMES}
_SAID = frozenset("vadzp")
"""First letters of the tags of words that say something of the thing before them."""
_MASS = ("需求", "价格", "情况", "长势", "压力", "资金", "费用", "面积", "收入", "难题", "问题", "风险", "产品", "成本")
"""Last words of what nobody counts by bodies or people."""


def agreeing(row: Sequence[Piece], phrase: Range) -> Range:
    """The phrase up to the last thing that its unit can count, where it goes on to say something of that.

    17家|生产企业|融资|需求 counts 生产企业, 2名|职工|子女|上学 counts 子女; 3家|企业|技术|中心 is whole.
    """
    start, end = phrase
    amount = row[start - 1].amount if start else None
    fits = _COUNTED.get(amount.unit or "") if amount else None
    if fits is None or row[end - 1].text.endswith(fits) or row[end - 1].sort is not Sort.NOUN:
        return phrase
    last = next((i for i in range(end - 1, start, -1) if _is_counted(row[i - 1], fits)), start)
    if last == start:
        return phrase
    after = row[last]
    told = after.sort in (Sort.SOFT, Sort.VERB, Sort.DE) or (after.pos[:1] in _SAID and after.pos != "vn")
    told = told and row[end - 1].text != "工作"  # 8家|企业|迁建|工作
    return (start, last) if told or row[end - 1].text.endswith(_MASS) else phrase


def _is_counted(piece: Piece, fits: tuple[str, ...]) -> bool:
    return piece.sort is Sort.NOUN and len(piece.text) > 1 and piece.text.endswith(fits)
