"""Names that no surname opens (`格桑卓玛`, `伊万诺夫`): taken only where everything around vouches for them.

That is between two names of a list, between 授予 and 同志, between a post and a title behind the name.
"""

from factx.mentions.person_lexicon import given_characters, surnames
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, is_word, pos

_LISTED = compiled(r"、([\u4e00-\u9fff]{2,6})(?=、)")
_ENDS_LIST = compiled(
    r"[、和]([\u4e00-\u9fff]{2,3}?)(?=荣?获|分[别获]|等(?:\d|同志|人)|被评|被授|入选|当选|[两三四五六]位|\d+[名位人])"
)
"""The last of a list of names, by what those named do."""
_GIVEN_TO = compiled(r"(?<=授予|追授|表彰|嘉奖|给予|推荐)([\u4e00-\u9fff]{2,6})(?=等?同志)")
_TITLED = compiled(
    r"(?:专家|学者|科学家|选手|名将|教练|教授|外籍教师)([\u4e00-\u9fff]{4,5})(?=教授|博士|先生|女士|同志|院士)"
)
_FOREIGNER = compiled(
    r"(?:国|罗斯|利亚|拿大|西亚|籍)(?:专家|学者|科学家|选手|名将|教练|教师)([\u4e00-\u9fff]{3,6})(?=荣?获|被|夺|摘|分获|分别|包揽|收获|斩获|以|战胜|、|和|与|[,，]|$)"
)
_PROPER_TAGS = frozenset({"nr", "nrt", "nrfg", "ns"})
_SHORTEST_ALONE = 3
_LONGEST_LIKE = 3
_NOUNS = frozenset("njlv")
_NO_END = frozenset("队县市省区镇乡村校院厂局部处科组班社会等人们")
"""What bodies, places and classes end in."""


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
                and (
                    is_strange(match[1])
                    or _is_like_name(match[1])
                    or (stop + 1 in begins and _is_word_for_name(match[1]))
                )
            ):
                found.append((begin, stop))
                ends.add(stop)
    if names:
        begins, ends = {name[0] for name in names}, {name[1] for name in [*names, *found]}
        last = (match for match in _ENDS_LIST.finditer(text, start, end) if match.start() in ends)
        found += [m.span(1) for m in last if m.start(1) not in begins and _is_like_name(m[1])]
    for pattern in (_GIVEN_TO, _TITLED, _FOREIGNER):
        found += [match.span(1) for match in pattern.finditer(text, start, end) if is_strange(match[1])]
    return [span for span in found if all(span[1] <= a or b <= span[0] for a, b in names)]


def _is_like_name(word: str) -> bool:
    """Whether `word`, which stands where a name of a list would, is as long as one and opens with a surname."""
    return len(word) <= _LONGEST_LIKE and word[0] in surnames() and word[-1] not in _NO_END and not is_word(word)


def _is_word_for_name(word: str) -> bool:
    """Whether a word of the language between two names is one itself: surname and given name (何月)."""
    if len(word) > _LONGEST_LIKE or word[0] not in surnames() or word[-1] in _NO_END:
        return False
    return (pos(word) or "n")[0] not in _NOUNS and given_characters().issuperset(word[1:])


def is_strange(word: str) -> bool:
    """Whether no common word stands in `word`: only single characters and names of persons and places."""
    if is_word(word) and len(word) > 2:
        return False
    return all(part.end - part.start == 1 or part.pos in _PROPER_TAGS for part in cut(word))
