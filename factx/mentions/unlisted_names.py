"""Names that no surname opens (`格桑卓玛`, `伊万诺夫`): taken only where everything around vouches for them.

That is between two names of a list, between 授予 and 同志, between a post and a title behind the name.
"""

from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, is_word

_LISTED = compiled(r"、([\u4e00-\u9fff]{2,6})(?=、)")
_GIVEN_TO = compiled(r"(?<=授予|追授|表彰|嘉奖|给予|推荐)([\u4e00-\u9fff]{2,6})(?=等?同志)")
_TITLED = compiled(
    r"(?:专家|学者|科学家|选手|名将|教练|教授|外籍教师)([\u4e00-\u9fff]{4,5})(?=教授|博士|先生|女士|同志|院士)"
)
_FOREIGNER = compiled(
    r"(?:国|罗斯|利亚|拿大|西亚|籍)(?:专家|学者|科学家|选手|名将|教练|教师)([\u4e00-\u9fff]{3,6})(?=荣?获|被|夺|摘|分获|分别|包揽|收获|斩获|以|战胜|、|和|与|[,，]|$)"
)
_PROPER_TAGS = frozenset({"nr", "nrt", "nrfg", "ns"})
_SHORTEST_ALONE = 3


def unlisted_names(text: str, start: int, end: int, names: list[Span]) -> list[Span]:
    """The further names of `text[start:end]`, where `names` are those that a surname told of."""
    found: list[Span] = []
    if len(names) > 1:
        ends = {name[1] for name in names}
        begins = {name[0] for name in names}
        for match in _LISTED.finditer(text, start, end):
            begin, stop = match.span(1)
            if (
                begin not in begins
                and match.start() in ends
                and (stop + 1 in begins or stop - begin >= _SHORTEST_ALONE)
                and is_strange(match[1])
            ):
                found.append((begin, stop))
                ends.add(stop)
    for pattern in (_GIVEN_TO, _TITLED, _FOREIGNER):
        found += [match.span(1) for match in pattern.finditer(text, start, end) if is_strange(match[1])]
    return [span for span in found if all(span[1] <= a or b <= span[0] for a, b in names)]


def is_strange(word: str) -> bool:
    """Whether no common word stands in `word`: only single characters and names of persons and places."""
    if is_word(word) and len(word) > 2:
        return False
    return all(part.end - part.start == 1 or part.pos in _PROPER_TAGS for part in cut(word))
