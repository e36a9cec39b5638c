"""Whether a phrase before the verb of an honour only says how many got it: 10人, 我市1个集体, 15名演员."""

from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs

COUNTED = compiled(
    r"(?:[全我本该][国省市县区校院])?(?:(?:先后|累计|另|还|共|总共|已|现|均)*有?)?(?!一|1[^\d名人位])[\d一二两三四五六七八九十百]+(?:余|多)?(?:[家名个人项所件份篇种支位处座]|人次|城市|省份|省市|市县|企业|单位|高校|地区)[^“《]{0,8}"
)
"""Holders that are only counted: `10人`, `4家企业`."""
_COUNTING = compiled(
    r"(?:[^,，。;；、]{0,10}(?:有|共)|中国|我国|全[国省市县区]|[\u4e00-\u9fff]{1,6}[省市县区](?=\d)|[^,，。;；、]{0,16}来自[\d多]+个[\u4e00-\u9fff]{1,6}的|[^,，。;；、“\d]{2,14}(?<!等)(?=\d+[余多]?[名位人](?![^,，。]{0,12}(?:组成|团队))))?(?:大约|约|近|超过?|逾)?"
    r"(?!1[^\d])\d+(?:余|多)?(?:[家名个人项所件份篇种支位处座部门台款幅首本块条]|人次)(?!同志)"
)
_CLASS_COUNTED = compiled(
    r"(?:(?:^|[,，、市县区省校院])\d+[个名家](?:集体|单位|企业|个人|职工)"
    r"|[^等\d][\d两二三四五六七八九十]+(?:余|多)?[名位](?:学者|教授|教师|专家|学生|同学|医生|医师|选手|职工|员工|代表|院士|人))$"
)
"""A class of which only the number is told: 我市1个集体, 两所大学共14名学者."""


_WORKS = compiled(
    r"(?:[我该本][校院系所局])?(?:[\u4e00-\u9fff]{2,4}的)?[\d一两二三四五六七八九十]+(?:余|多)?[项门篇部件本种个幅](?:[\u4e00-\u9fff]{0,6})?(?:成果|论文|作品|课程|教材|著作|专著|专业|学科|项目|课题|技术|专利)"
)
"""Works of which only the number is told: what they won is an honour of whoever the text tells of."""


def works_counted(text: str, start: int, end: int) -> bool:
    """Whether a phrase before a verb only says how many works won (`3项成果`, `2门课程`)."""
    start, end = strip_adverbs(text, start, end)
    return _WORKS.fullmatch(text, start, end) is not None


def only_counted(text: str, start: int, end: int) -> bool:
    """Whether a phrase before a verb only says how many (`15名演员`, `山东先后有60余项技术`)."""
    start, end = strip_adverbs(text, start, end)
    if COUNTED.fullmatch(text, start, end) or "分之" in text[start : min(end, start + 10)]:
        return True
    if _CLASS_COUNTED.search(text, start, end):
        return not persons_in(text, start, end)
    counting = _COUNTING.match(text, start, end)
    return counting is not None and not persons_in(text, counting.end(), end)
