"""A list of holders divided into its names: at 、和与及, not inside marks, bodies and the names of subjects."""

from collections.abc import Sequence

from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.rules.honour.vocabulary import holder_lexicon
from factx.text import Span, trim

_SEPARATOR = compiled(
    r"“[^”]*”|\"[^\"]*\"|《[^》]*》|[(（][^()（）]*[)）]|(?P<mark>、|以及|(?<![维温柔饱缓祥谐])和(?![谐平睦])|(?<![参授])与|及(?![格时其])|/|,|，)"
)
_HALVES = frozenset(("工程", "技术"))
"""Second halves of subjects' names (材料科学与|工程) that stand for holders, or for none, elsewhere."""
_ANDS = frozenset("和与及")
_TWO = 4
"""As many bounds have two pieces."""
_SCHOOL = ("大学", "学院")
"""A school of a university may bear 与 in its name (江州大学|电气与新能源学院)."""


def divided(text: str, start: int, end: int) -> list[Span]:
    """The phrase divided at 、和与及 outside of marks."""
    bounds = [start]
    sealed = -1
    bodies = bodies_in(text, start, end)
    for match in _SEPARATOR.finditer(text, start, end):
        if match["mark"]:
            single = match["mark"] in _ANDS and text[match.start() - 2] == "的"  # 投资4亿元的|鼎和农牧项目
            if match["mark"] in _ANDS and _is_half(text, match.end(), end):
                continue  # 材料科学与|工程
            if not single and not any(a < match.start() < b for a, b in bodies):  # 县住房和城乡建设局
                bounds += [match.start(), match.end()]
        else:
            if sealed == match.start():
                bounds += [sealed, sealed]
            sealed = match.end()
    bounds.append(end)
    if _is_one_subject(text, bounds):
        return [(start, end)]
    spans = [trim(text, (bounds[i], bounds[i + 1])) for i in range(0, len(bounds), 2)]
    return [(start, end)] if any(b - a < 2 for a, b in spans) else spans


def _is_half(text: str, start: int, end: int) -> bool:
    """Whether only the second half of a subject's name stands behind the 与 that ends at `start`."""
    stop = min((at for at in (text.find(mark, start, end) for mark in "、和与及,，") if at >= 0), default=end)
    return text[start:stop] in _HALVES or text[start:stop] in holder_lexicon().subject_half


def _is_one_subject(text: str, bounds: Sequence[int]) -> bool:
    """Whether 与 or 和 stands inside the name of a subject that is taught (`高分子材料与工程专业`), at `bounds[1]`."""
    heads = tuple(holder_lexicon().subject_end)
    first, rest = text[bounds[0] : bounds[1]], text[bounds[2] : bounds[3]] if len(bounds) > 3 else ""
    if len(bounds) == _TWO and rest.endswith(_SCHOOL) and any(word in first for word in _SCHOOL):
        return not any(body[1] == bounds[1] for body in bodies_in(text, bounds[0], bounds[1]))
    if len(bounds) != _TWO or not rest.endswith(heads) or first.endswith((*heads, "课", "课程", "”", "》")):
        return False
    return not any(body[1] == bounds[1] for body in bodies_in(text, bounds[0], bounds[1]))
