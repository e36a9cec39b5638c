"""The units that persons belong to, and their posts in them: where the one ends and the other begins."""

from factx.gazetteer import body_lexicon, level_of, place_at
from factx.mentions.bodies import bodies_in
from factx.mentions.name_context import ends_post
from factx.mentions.person_lexicon import person_lexicon
from factx.mentions.unlisted_names import is_strange
from factx.patterns import compiled
from factx.text import Span, trim
from factx.words import cut, is_word

_DEPARTMENT = ("科", "科室", "处", "部", "教研室", "教研组", "病区")
_LONGEST_DEPARTMENT = 7
_PEOPLES = frozenset(("科协", "妇联", "工会", "总工会", "文联", "残联", "工商联", "团委", "公安局", "教育局"))
"""Organs whose departments a post takes with it: 市妇联|权益部部长."""
_VILLAGE = ("村", "社区", "镇", "乡", "街道")
_ORGAN_END = ("部", "委", "党组", "委员会")
_COMPANY = ("业", "制药", "重工", "股份")
"""Tails that nothing but a company has: what stands before them may be any word."""
_CLASS_WORDS = frozenset(("公司", "集团", "医院", "学院", "大学", "中学", "小学"))
_PARTY = ("党委", "党总支", "团委")
_COMMITTEES = frozenset(("村委会", "居委会", "村民委员会", "居民委员会"))
"""What a village or a quarter has, and is told of without it: 丙村党委书记、|村委会主任."""
OURS = compiled(r"[我本][校院系所厂](?!长)|我(?:公司|中心|集团)")
"""The report's own body by the word that it calls itself."""
SHORTEST_COMPANY = 4
_SHORTEST_SEAT = 3
_LEARNED = ("专家", "学者", "分析师")
"""Who knows a trade, not who works for a company: 资深乳业|专家."""
_MEMBERS = ("成员", "组员", "团员")
_ASIDE = compiled(r"[(（][^()（）]*[)）]")
_SPACE = " \t\u3000"


def is_department(text: str, body: Span) -> bool:
    """Whether a unit is a part of an institution that does not name the institution (`神经外科`, `教务处`)."""
    short = body[1] - body[0] <= _LONGEST_DEPARTMENT and text.endswith(_DEPARTMENT, *body)
    if not short or level_of(text[slice(*body)]):
        return False  # 铁道部
    return whole_unit(text, body) == body and not place_at(text, body[0])


def is_own_office(text: str, unit: Span) -> bool:
    """Whether a unit is an office of the body that a post before tells of (总经理助理、|销售中心主任)."""
    if text[unit[0] - 1] != "、" or unit[1] - unit[0] > _LONGEST_DEPARTMENT or not ends_post(text, unit[0] - 1):
        return False
    if text[slice(*unit)] in body_lexicon().inner | _COMMITTEES:
        return True
    return text.endswith(("中心", *_DEPARTMENT), *unit) and not place_at(text, unit[0])


def company_end(text: str, start: int, end: int) -> int | None:
    """Where the company ends that opens a post, by its class word, without it, before its party (`青禾重工|焊工`)."""
    row = cut(text, start, end)
    for i, word in enumerate(row[1:], 1):
        if word.text in _CLASS_WORDS and word.start - start > 1 and is_post(text, (word.end, end)):
            return word.end  # 首信公司|副总工程师
        if word.text.startswith(_PARTY) and word.start - start >= SHORTEST_COMPANY and row[i - 1].pos[:1] in "nv":
            return word.start  # 青禾国际|党委书记
        if word.text in person_lexicon().company_tail and is_post(text, (word.end, end)):
            bears_name = word.text.endswith(_COMPANY) or is_strange(text[start : word.start])
            return word.end if bears_name and text[word.end : end] not in _LEARNED else None
    return None


def seat_end(text: str, start: int, end: int) -> int | None:
    """Where a body ends that no head of bodies tells of, in front of the post that fills the rest, or None.

    A village, a shop, a troupe: 柳家湾村|村民, 青禾按摩店|负责人, 志愿者服务团|团长.
    """
    lexicon, boundaries = person_lexicon(), {word.start for word in cut(text, start, end)}
    for at in range(start + 2, end - 1):
        tail = next((text[at - n : at] for n in (3, 2, 1) if text[at - n : at] in lexicon.seat), None)
        if tail is None or at - start < (2 if tail == "村" else _SHORTEST_SEAT) or _ends_trap(text, at):
            continue
        if text[at - 1] != text[at] and (text[at] in lexicon.seat or is_word(text[at - 1 : at + 1])):
            continue  # 五角场|店经理, 塑胶厂|商会会长
        if text.startswith(_MEMBERS, at):
            return None  # 宣讲团|成员 is what somebody is for a while
        if (at in boundaries or text[at:end] in lexicon.post) and is_post(text, (at, end)):
            return at
    return None


def _ends_trap(text: str, end: int) -> bool:
    """Whether a word ends at `end` that only looks like the end of a body's name (校园, 家庭)."""
    words = person_lexicon().no_seat | person_lexicon().goes_on | person_lexicon().no_post | body_lexicon().trap
    return any(text[end - n : end] in words for n in (2, 3))


def whole_unit(text: str, body: Span) -> Span:
    """The organisation without the ward or department that is part of the post: 医院|内科部 部长."""
    words = body_lexicon()
    tail = text[body[0] : body[1]]
    if not is_ward(text, body):
        return body
    for end in range(len(tail) - 1, 1, -1):
        longest = 6 if end > 2 else 0
        if any(tail[max(0, end - n) : end] in words.institution | _PEOPLES for n in range(2, longest + 1)):
            return body[0], body[0] + end
        is_organ = tail[end:] in words.inner or tail.endswith(_ORGAN_END)  # 云溪村|党支部, but 云溪镇环卫站
        if tail[:end].endswith(_VILLAGE) and end > 2 and is_organ and tail[end - 2 : end] not in words.trap:
            return body[0], body[0] + end
    return body


def unit_within(text: str, body: Span, end: int) -> Span | None:
    """The organisation inside `body` whose last word runs on into the post up to `end` (法院|纪检组长), or None."""
    words = body_lexicon()
    for at in range(body[1] - 1, body[0] + 2, -1):
        if any(text[at - n : at] in words.institution | words.organ for n in range(2, 5)) and is_post(text, (at, end)):
            return body[0], at
    return None


def is_ward(text: str, body: Span) -> bool:
    """Whether the organisation ends in a part of one: a ward, a department, a party committee."""
    words = body_lexicon()
    name = text[body[0] : body[1]]
    return name.endswith((*words.unit, *words.inner, "部", "党组")) and not name.endswith("学部")


def is_post(text: str, span: Span) -> bool:
    """Whether `span` reads as a post: it ends as one and holds no verb of a clause."""
    begin, end = span
    if not 2 <= end - begin <= 30 or not ends_post(text, end):
        return False
    return not any(ends_run(word.text) and word.text != "的" for word in cut(text, begin, end))


def ends_run(word: str) -> bool:
    """Whether the words that lead a name never reach across `word`; 最 they do (最美教师)."""
    return word in body_lexicon().cut and word != "最"


def unit_past_bracket(text: str, start: int, post: Span) -> Span | None:
    """The unit whose bracket ends where a post begins (青禾公司（原青禾厂）|总经理), from `start` on, or None."""
    opened = max(text.rfind("(", start, post[0]), text.rfind("（", start, post[0]))
    if text[post[0] - 1] not in ")）" or opened < 0 or not is_post(text, post):
        return None
    return next((body for body in bodies_in(text, start, opened) if body[1] == opened), None)


def unit_and_post(text: str, span: Span, *, strict: bool = True) -> tuple[Span | None, Span | None]:
    """Organisation and post that fill `span`, one or both; with `strict` nothing less than both."""
    if ours := OURS.match(text, *span):
        inside = unit_and_post(text, (ours.end(), span[1]))
        if inside[0] and not is_ward(text, inside[0]):
            return inside  # 我院|青禾工程公司技术总监
        return (ours.span(), (ours.end(), span[1])) if is_post(text, (ours.end(), span[1])) else (None, None)
    bodies = bodies_in(text, *span)
    if bodies and bodies[0][0] == span[0]:
        aside = _ASIDE.match(text, bodies[0][1], span[1])  # 青禾公司(原青禾厂)|总经理
        unit = whole_unit(text, bodies[0] if aside else bodies[-1])
        post = trim(text, (aside.end() if aside and aside.start() == unit[1] else unit[1], span[1]), _SPACE)
        if post[0] == post[1]:
            return (None, None) if strict else (unit, None)
        if text.startswith(tuple(person_lexicon().standing), post[0]):
            return None, None
        return (unit, post) if is_post(text, post) else (None, None)
    return (None, span) if not strict and is_post(text, span) else (None, None)
