"""The edges of one name: what leads to it and what stands behind it is no part of it."""

import re
from typing import NamedTuple

from factx import words
from factx.patterns import compiled
from factx.rules.initiative import lexicon
from factx.rules.initiative.lexicon import Head
from factx.rules.scene import Scene
from factx.text import Span

OPENING = '“‘《"「『'
CLOSING = '”’》"」』'
_FILL = "\x00"
_NUMBER = r"(?:[\d.,]+|[一二三四五六七八九十两百千几数多]+)"
_CLASSIFIER = r"(?:方面|个|项|家|条|座|处|批|所|支|场|类|套|次|期|份|部|种|对|款|位|名|门|轮)"
_COUNT = compiled(
    r"[\d.,]+(?:万|亿)?(?:公里|平方米|千米)(?=[\u4e00-\u9fff])"
    rf"|(?![百千万][家名](?!以上)[^，。、]{{2,8}}(?:行动|工程|计划))(?:近|超|逾|约|共|等)?{_NUMBER}(?:余|多|万|千)*{_CLASSIFIER}{{1,2}}(?:次)?(?:以上|左右)?的?"
)
_SIZE = compiled(
    r"(?:总?投资|总?金额|总价|占地|总?规模为?|总?面积|近|约|超|总长|全长)*[\d.,]+(?:万|亿|千)*"
    r"(?:(?:平方米|平米|平方公里|公里|千米|元|美元|亩|公顷|吨|千瓦|兆瓦|米|床位)的|元(?=[\u4e00-\u9fff]{4})(?![级产规]))"
)
_OPENS_NUMBER = frozenset("0123456789.,一二三四五六七八九十两百千几数多近超逾约共等总投占规面全金")
"""What a count or a size can begin with."""
_LEAD = compiled(
    r"[一二三四五六七八九十]{1,2}(?:、|是)|[(（][一二三四五六七八九十]{1,2}[)）]|我[校院市省县区部局系国](?=[第首\d一-龥“《])|[^的，、]{2,24}(?:主办|承办|协办|举办|组织|支持|指导|成立|创办|投资|出资|投建|兴建|研发|运营)的|备受[^的，、]{2,4}的"
    r"|(?:辖区|境|区域|市域|县域)内的|了|好|出(?![口台版厂资境生发行院海彩征圈让租访])|起(?!步|降|点)|过(?!渡|程|境|冬|滤|硬)|着|的|成为|成(?=[“《])|有(?=[A-Za-z“《])|为期[一二三四五六七八九十两半\d]+(?:天|周|个月|年)半?的|[一两三四]年一度的?"
    r"|(?:(?:(?!的)[\u4e00-\u9fff]){1,8}?首[个座条款]|(?:(?!的)[\u4e00-\u9fff]){0,8}?首[家部支颗艘套])(?![席创进获])|遍布[^的，、“《]{2,12}的|互[设建]|进行(?!曲)|组织(?=[^的]{4,12}活动$)|\d{1,2}月\d{1,2}日(?=[\u4e00-\u9fff]{4})|届时|其中|未来(?:[\d一二三四五六七八九十几]+(?:[至到\-—][\d一二三四五六七八九十]+)?个?[年月])|(?:去年|今年|明年)(?:年?[初底])?(?![\d届第])|形式多样的|丰富多彩的|精彩纷呈的|别开生面的|如火如荼的|一批|一大批|一系列|系列|一个|一项|一次|一场|一套|一支|新一轮的|新一批|首[批场](?=[^\d])|主题为|名为|题为|各?[自]的|新的"
    r"|相关的?|有关|原?计划(?=[今明]年|于|\d)|包括有?|诸如|例如|“?比如(?!“)|目前(?=[\u4e00-\u9fff]{6})|如(?=[“《])|参加|参与(?!式)|运行(?![机])|并(?:[\u4e00-\u9fff]{2}了)?(?!联)|更加?|最[^的]{1,4}的|有效的|良好的"
)
_ASIDE = compiled(r"(?<=[”》])[（(](?:[^（()）《]|《[^》]*》){1,40}[）)]$")
_IS = compiled(r"《[^《》]+》(?=[为是])")
_OTHER_NAME = compiled(r"[（(][^（()）期段]{2,40}[）)]$")
"""Brackets behind a head noun that say it in other words (省级中心（智能制造中心）)."""
_TIMES = compiled(
    r"(?<=[”》])[近约共超达]{0,2}[\d.,]+(?:余|多|万)?[\u4e00-\u9fff]{1,2}$"
    r"|[近约共超达]{0,2}[\d.,]+(?:余|多|万)?(?:场次|场|次|期|届|轮)$"
)
_SUM = compiled(r"(?:[两二三四五六七八九十\d]+)(?:大|个|项|支|家|所|条|类)[^、”》]{2,8}$")
"""What sums a list up behind its last name (甲中心、乙中心、丙中心|三大中心)."""
_SUPERLATIVE = compiled(r"首[个例创家]|唯一|最")
_CONTENTS = ("为内容", "为主要内容", "为重点内容", "为核心内容")
_JOINT = compiled(r"[\u4e00-\u9fff]{2}[和与及][\u4e00-\u9fff]{2}")
"""Two things joined before a quoted name tell what it is for (安全和生产|“双查双报”制度)."""
_LONGEST_MODIFIER = 14
_SHORTEST_THING = 4
_LONGEST_PRAISE, _ONE_WORD = 12, 3
_TELLS = 3
"""Shorter words before a quote are a part of the name (中马“两国双园”)."""
_PROPER = ("ns", "nt", "nz", "nrt", "nr", "nrfg", "x")
_NATIONAL = ("中国", "全国", "社会主义")


class Item(NamedTuple):
    """A name in its place; `head` is None where it ends in no head noun; `counted` where a number stood before it.

    `told` says that words before a quoted name tell what it is of (采购权、验货权|“三权分离”); `listed` that its row
    shows a bare name to be a thing of its own (味鲜食品、甲乙木业等项目).
    """

    start: int
    end: int
    head: Head | None
    counted: bool = False
    told: bool = False
    listed: bool = False

    @property
    def span(self) -> Span:
        """The place alone."""
        return self.start, self.end


def masked(scene: Scene, start: int, end: int) -> str:
    """`text[start:end]` with the insides of quotes, titles and brackets blotted out; offsets stay."""
    text = scene.text[start:end]
    for left, right in (*scene.quotes, *scene.books, *scene.brackets):
        if start <= left and right <= end:
            a, b = left - start + 1, right - start - 1
            text = text[:a] + _FILL * (b - a) + text[b:]
    return text


def quoted(text: str, span: Span) -> bool:
    """Whether one pair of marks wraps the whole span."""
    start, end = span
    if end - start < 4 or text[start] not in OPENING or text[end - 1] not in CLOSING:
        return False
    within = text[start + 1 : end - 1]
    if text[start] == "《":
        return within.find("》") < 0 or 0 <= within.find("《") < within.find("》")
    return not any(c in "”》" for c in within) or text[start] in '‘"'


def inside(text: str, span: Span) -> Span:
    """A span without the marks that wrap it, where it has such."""
    start, end = span
    if not quoted(text, span):
        return span
    while end - start > 3 and text[end - 2] in "。 ":
        end -= 1
    return start + 1, end - 1


def trimmed(scene: Scene, start: int, end: int) -> Item | None:
    """The name in `[start, end)` without what leads to it and what stands behind it; None where nothing is left."""
    text = scene.text
    begin, counted = _left(scene, start, end)
    end = _right(text, begin, end)
    if end - begin < 2:
        return None
    if quoted(text, (begin, end)):
        first, last = inside(text, (begin, end))
        if text[last - 1] in "）)":
            last = max(text.rfind("（", first, last), text.rfind("(", first, last), first + 1)
        return Item(begin, end, lexicon.head_at(text, first, last), counted)
    if text[end - 1] == "”":
        for left, right in scene.quotes:
            if right == end and begin < left and (known := _class_before(text, begin, left)) is not None:
                return Item(left, end, known, counted)
    head = lexicon.head_at(text, begin, end)
    if head is None and text[end - 1] == "”":
        head = lexicon.head_at(text, begin, end - 1)
        opening = next((left for left, right in scene.quotes if right == end), begin)
        if head is None and opening - begin >= _TELLS:
            return Item(opening, end, None, counted, told=True)
    return Item(begin, end, head, counted)


def _class_before(text: str, start: int, end: int) -> Head | None:
    """The class that stands before a quoted name (社团“木工坊”); deeds are none (改造升级|“老字号”)."""
    known = lexicon.head_at(text, start, end)
    return None if known is not None and known.text in lexicon.telling().weak else known


def proper(scene: Scene, item: Item) -> bool:
    """Whether the item looks like the name of one thing: it holds a quote, place, letter, number or rare word."""
    text = scene.text[item.start : item.end]
    if "“" in text or re.search(r"[A-Za-z\d]|[一二三四]期|[至—-]", text):
        return True
    cut = words.cut(text)
    if len(cut) == 1 and cut[0].pos == "ns":
        return False
    common = lexicon.telling().common | lexicon.telling().generic
    if any(w.pos in _PROPER and w.text not in _NATIONAL and w.text not in common and w.text != "、" for w in cut):
        return True
    singles = sum(len(w.text) == 1 for w in cut)
    return singles >= 2 and singles * 2 >= len(text)


def stands(scene: Scene, item: Item) -> bool:
    """Whether the item can stand alone: it ends in a head noun, or is quoted."""
    return item.head is not None or quoted(scene.text, item.span)


def _left(scene: Scene, start: int, end: int) -> tuple[int, bool]:
    """Where the name begins, behind particles, counts and long descriptions; and whether it was counted."""
    text = scene.text
    counted = False
    moved = True
    while moved and start < end:
        moved = False
        for pattern in (_SIZE, _COUNT, _LEAD) if text[start] in _OPENS_NUMBER else (_LEAD,):
            match = pattern.match(text, start, end)
            if match and match.end() < end:
                start, moved = match.end(), True
                counted = counted or (pattern is _COUNT and not match.group().startswith("一"))
        while start < end and text[start] in " \u3000,，、":
            start += 1
    start = _behind_praise(scene, start, end)
    mask = masked(scene, start, end)
    named = max(mask.rfind("的“"), mask.rfind("的《"))
    if named > 0 and ("“" not in mask[:named] or mask.endswith(_CONTENTS, 0, named)):
        return start + named + 1, counted
    book = mask.find("《")
    if book > 0 and mask.endswith("》") and _class_of_documents(text, start, start + book):
        return start + book, counted
    quote = mask.find("“")
    if quote > 0 and _JOINT.search(mask, 0, quote) and lexicon.head_at(text, start, end):
        return start + quote, counted
    of = mask.rfind("的")
    if of > 0 and _SUPERLATIVE.search(mask[:of]):
        return start + of + 1, counted
    if of > 1 and "“" not in mask[:of] and thing(scene, start + of + 1, end):
        return start + of + 1, counted
    if of > 0 and "“" not in mask[:of] and (of > _LONGEST_MODIFIER or any(c in mask[:of] for c in "，,")):
        rest = start + of + 1
        head = lexicon.head_at(text, rest, end)
        bare = head is not None and (head.start <= rest + 2 or text[rest : head.start] in lexicon.modifiers())
        if not bare or "“" in mask[of:]:
            return rest, counted
    return start, counted


def _class_of_documents(text: str, start: int, end: int) -> bool:
    """Whether the stretch before a 《title》 says what sort of document it is (团体标准《…》)."""
    known = lexicon.head_at(text, start, end)
    return known is not None and known.category == "document"


def praise(text: str) -> int:
    """How long the praise is that a stretch opens with, its 的 too (先进的…, 公开、透明的…); 0 where it has none."""
    of = text.find("的", 1, _LONGEST_PRAISE)
    if of < 0 or of > len(text) - 3:
        return 0
    cut = words.cut(text[:of])
    praising = lexicon.telling().generic
    short = of <= _ONE_WORD and len(cut) == 1
    return of + 1 if short or all(w.pos[0] in "adbxiz" or w.text in "、和" or w.text in praising for w in cut) else 0


def _behind_praise(scene: Scene, start: int, end: int) -> int:
    """Past the praise of a thing that has a name without it (高水平的|云溪科学城); plain things are only described."""
    rest = start + praise(scene.text[start:end])
    if rest == start or words.cut(scene.text, start, rest)[0].pos[0] == "n":
        return start
    item = Item(rest, end, lexicon.head_at(scene.text, rest, end))
    return rest if item.head is not None and proper(scene, item) else start


def thing(scene: Scene, start: int, end: int) -> bool:
    """Whether the stretch names one built thing, whatever is said of it before 的 (连接两市的|甲乙高铁)."""
    head = lexicon.head_at(scene.text, start, end)
    built = head is not None and head.category in ("project", "platform")
    return built and end - start >= _SHORTEST_THING and proper(scene, Item(start, end, head))


def _sums(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the class behind a number is that of the name before it."""
    name, sum_ = lexicon.head_at(text, start, match.start()), lexicon.head_at(text, match.start(), match.end())
    return name is not None and sum_ is not None and name.text == sum_.text


def _times(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a number behind a name says how often it took place (“…”公益活动|50余场)."""
    if text[match.start() - 1] in CLOSING:
        return True
    return "”" in text[start : match.start()] and lexicon.head_at(text, start, match.start()) is not None


def _right(text: str, start: int, end: int) -> int:
    """Where the name ends: before 建设, 工作 and the like, where a head noun stands before them."""
    tails = lexicon.names().tails
    stop = end
    while stop > start and text[stop - 1] in " \u3000":
        stop -= 1
    end = stop
    if text[start] == "《" and (titled := _IS.match(text, start, stop)):
        return titled.end()
    aside = None
    if text[stop - 1] in "）)":
        aside = _ASIDE.search(text, max(start, stop - 60), stop) or _OTHER_NAME.search(
            text, max(start, stop - 60), stop
        )
    if aside is not None and (text[aside.start() - 1] in CLOSING or lexicon.head_at(text, start, aside.start())):
        end = stop = aside.start()
    for pattern in (_TIMES, _SUM):
        match = pattern.search(text, max(start, stop - 16), stop)
        if match and (_times(text, start, match) if pattern is _TIMES else _sums(text, start, match)):
            end = stop = match.start()
    for _ in range(2):
        longest = max((n for n in range(1, 7) if stop - n > start and text[stop - n : stop] in tails), default=0)
        if not longest:
            break
        stop -= longest
        if text[stop - 1] in "”》" or lexicon.head_at(text, start, stop):
            return stop
    return end
