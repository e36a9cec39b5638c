"""Where the title of an honour ends within its piece: at a break, at 等, before 称号, counts and brackets."""

from functools import lru_cache

from factx.patterns import compiled
from factx.rules.honour.shape import Shape, shape
from factx.words import cut

SEALED = r"“[^”\"]*[”\"]|‘[^’]*’|\"[^\"]*\"|《[^》]*》|「[^」]*」|[(（][^()（）]*[)）]"
_SEALED_SPAN = compiled(SEALED)
_NUMBER = r"(?:[\d一二两三四五六七八九十百]+|多|若干|数十?)(?:余|多|几)?"
_SESSION = r"(?!(?:[二三]?十[一二三四五六七八九]?|[12]\d)届)"
COUNT = rf"{_SESSION}(?:各|共计?|合计|累计)?{_NUMBER}(?:[项个次枚块篇部件座面届类门家人名条]|人次)"
_CALLED = compiled(
    r"(?:的|等)?(?:多项|多个|一系列|\d+项)?(?:荣誉称号|光荣称号|(?<=[”\"])国家荣誉称号|称号|殊荣|荣誉(?!市民|军人|教授|室|章|奖|证)|美誉|之?美称|之一|(?:认定)?证书(?!制)|认定(?=$|[,，。;；、和及等])|(?<=[”\"])表彰(?=$|[,，。;；])|牌匾|匾额|(?<=[”\"])(?:奖牌|奖杯|锦旗|铭牌))"
)
_ETC = compiled(r"(?<![一二三四五特甲乙丙高中初同平均优上下对劣])等(?![级功次]|奖(?![励项]))")
_TAIL = compiled(
    rf"(?:(?<![第\d一二三四五六七八九十百])(?<![一二三四五][、和]){COUNT}(?:国家级|省级|市级)?[\u4e00-\u9fff]{{0,4}}?|(?<=[”》])(?:项目|工程)|[\s:：]|[(（][^()（）]*[)）]|(?<=[奖章功])(?:获得者|得主|荣立者)|的?(?:荣誉|光荣)?称号|奖励|荣誉|的?殊荣|(?:认定)?证书|牌匾|匾额|(?:建设)?立项|(?<=青年科学基金)(?:项目)?资助|(?<=青年基金)(?:项目)?资助"
    r"|之一|资格|行列|之列|的?(?:好成绩|佳绩|优异成绩)|[特一二三四]等奖?[以之]?上)+$"
)
_BREAK = compiled(
    r"[】【]|的(?!奖)|并|且|后(?![备勤续期])|刷新|打破|成为|实现|创造|创(?!新|业|意|建|客|先|作|优)|,|，|;|；|。|:|：|——|—|位居|其中|作为|已|是(?!非)|表明|标志着|意味着|(?<![”》\s])[\s](?=[\u4e00-\u9fff])|受到|获得?|以(?!上)|进行|被|荣获"
)
_OF_STATE = "国家荣誉称号"
"""A name as a whole, with what is no part of other titles."""
_NO_NOUN = frozenset("dpcury")
"""Tags of words that go on with the sentence behind a quoted title."""
_PRIZE = compiled(r"(?:特别|最佳|突出|终身)[\u4e00-\u9fff]{0,6}奖")
_CLOSING = {"“": "”", "《": "》", "(": ")", "（": "）", "【": "】"}
_CLOSERS = frozenset(_CLOSING.values())
PAIRS = {"“": "”", '"': '"', "《": "》", "「": "」", "‘": "’"}


@lru_cache(maxsize=64)
def end_of_title(text: str, begin: int, stop: int) -> int:
    """Where the title that begins at `begin` ends: at a break, at 等, before 称号 and counts."""
    if text.startswith(_OF_STATE, begin):
        return min(stop, begin + len(_OF_STATE))
    sealed = [m.span() for m in _SEALED_SPAN.finditer(text, begin, stop)]

    def is_open(at: int) -> bool:
        return not any(a < at < b for a, b in sealed)

    if text[begin] in PAIRS and (closing := text.find(PAIRS[text[begin]], begin, stop)) > 0:
        following = cut(text, closing + 1, min(stop, closing + 7))
        if following and following[0].pos[:1] in _NO_NOUN and not _PRIZE.match(text, closing + 1):
            return closing + 1
    for pattern in (_ETC, _CALLED):
        for match in pattern.finditer(text, begin + 1, stop):
            if is_open(match.start()):
                stop = match.start()
                break
    for match in _BREAK.finditer(text, begin + 1, stop):
        at = match.start()
        if is_open(at) and (
            match[0] in ",，;；。:：】【" or shape(text[begin:at]) is not Shape.NONE or text[at - 1] in '”》"'
        ):
            stop = at
            break
    stop = _closed_from_outside(text, begin, stop)
    tail = _TAIL.search(text, begin + 2, stop)
    while tail and not is_open(tail.start()):
        tail = _TAIL.search(text, tail.start() + 1, stop)
    if tail and (
        shape(text[begin : tail.start()]) is not Shape.NONE or text[tail.start() - 1] in '”》"' or "称" in tail[0]
    ):
        stop = tail.start()
    return stop


def _closed_from_outside(text: str, begin: int, stop: int) -> int:
    """Where a mark closes what was opened before `begin` (`(…,获中国图书奖)`), else `stop`."""
    opened: list[str] = []
    for at in range(begin, stop):
        if (closing := _CLOSING.get(text[at])) is not None:
            opened.append(closing)
        elif text[at] in _CLOSERS:
            if not opened:
                return at
            opened.pop()
    if text[begin] == "“":
        return stop  # and is closed by either mark
    return stop - 1 if text[stop - 1] == '"' and text.count('"', begin, stop) % 2 else stop
