"""The titles of a stretch of text: `“A”“B”等荣誉称号`, `A、B和C各1项`, one `Title` each.

The stretch is divided at 、和及与 outside of marks; a piece that ends in no honour belongs to the next one
(`科学、技术先进单位`). What stands before a title (counts, 了, a giver with 颁发的) and behind it (称号, 等, counts) is
not part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factx.patterns import compiled
from factx.rules.honour.contest import is_contest
from factx.rules.honour.shape import Shape, is_bare_grade, is_class, is_generic, is_headed, shape, stem_of
from factx.rules.honour.vocabulary import alternatives, blamed, title_lexicon
from factx.text import Span, trim
from factx.words import cut

_SEALED = r"“[^”\"]*[”\"]|‘[^’]*’|\"[^\"]*\"|《[^》]*》|「[^」]*」|[(（][^()（）]*[)）]"
_SEALED_SPAN = compiled(_SEALED)
_SEPARATOR = compiled(
    rf"(?P<sealed>{_SEALED})"
    r"|(?P<mark>、|以及|及(?![格时其])|(?<![维温柔饱缓祥谐])和(?![谐平睦解])|(?<![参授给])与|暨|[,，/](?=[“《\"]))"
)
_NUMBER = r"(?:[\d一二两三四五六七八九十百]+|多|若干|数十?)(?:余|多|几)?"
_SESSION = r"(?!(?:[二三]?十[一二三四五六七八九]?|[12]\d)届)"
_COUNT = rf"{_SESSION}(?:各|共)?{_NUMBER}(?:[项个次枚块篇部件座面届类门家人名条]|人次)"
_COUNT_BEHIND = compiled(rf"{_COUNT}$")
_AREA_AHEAD = r"(?=(?:国家|全[国省市县区]|中国(?!\d)|[\u4e00-\u9fff]{2,3}[省市县区]|[省市县区]|[“\"《]))"
_LEAD = compiled(
    rf"[\s:：]+|[今去前]年的?|(?:此次|本次|本届|该项?|这次)[^,，的]{{0,8}}的?全部|[^,，、“”]{{2,20}}最高(?:荣誉|奖项)(?:——|—|:)|[了过到为得获]|有(?!突出贡献|特殊贡献|重大贡献|影响力)|全部|最终|历史上?|(?:国内|国际|全[国省市县])?(?:宝贵|珍贵|唯一|全部|仅有)的|全[国省市县区]唯一(?=国家|全|省|市)|建设(?!工)|设立|成立|立项|首[枚个次块]|{_COUNT}的?"
    r"|(?:\d{4} ?年)?(?:新增|再获|又获|再添|新添|喜添)(?=\S{4})"
    rf"|(?:\d{{4}} ?年(?:至|-|—|–)\d{{4}} ?年|\d{{4}} ?年(?:度|(?!度))[、及和]?|\d{{1,2}}月"
    rf"|\d{{4}}(?=[\u4e00-\u9fff]{{2,3}}[省市]))+\s?{_AREA_AHEAD}"
    r"|(?:由|被|经)?[^、,，“”]{2,30}?(?:联合)?(?:颁发|授予|颁授|评选|评定|命名|认定|颁布|表彰|公布|发布|评出)的"
)
_CALLED = compiled(
    r"(?:的|等)?(?:多项|多个|一系列|\d+项)?(?:荣誉称号|光荣称号|(?<=[”\"])国家荣誉称号|称号|殊荣|荣誉(?!市民|军人|教授|室|章|奖|证)|美誉|之?美称|之一|(?:认定)?证书|认定(?!为)|牌匾|匾额)"
)
_ETC = compiled(r"(?<![一二三四五特甲乙丙高中初同平均优上下对劣])等(?![级功次]|奖(?![励项]))")
_TAIL = compiled(
    rf"(?:(?<![第\d一二三四五六七八九十百]){_COUNT}(?:国家级|省级|市级)?[\u4e00-\u9fff]{{0,4}}?|[\s:：]|[(（][^()（）]*[)）]|的?(?:荣誉|光荣)?称号|奖励|荣誉|的?殊荣|(?:认定)?证书|牌匾|匾额"
    r"|之一|资格|行列|之列|的?(?:好成绩|佳绩|优异成绩)|[特一二三四]等奖?[以之]?上)+$"
)
_BREAK = compiled(
    r"[】【]|的(?!奖)|并|且|后(?!备)|刷新|打破|成为|实现|创造|创(?!新|业|意|建|客|先|作|优)|,|，|;|；|。|:|：|——|—|位居|其中|作为|已|是(?!非)|表明|标志着|意味着|(?<![”》\s])[\s](?=[\u4e00-\u9fff])|受到|获得?|以(?!上)|进行|被|荣获"
)
DESCRIBES = compiled(r"(?:荣誉|光荣)?(?:称号)?的(?!称号)")
"""Behind a title: it tells of whoever is named next (获得…称号|的|李晓岚)."""
_NEXT_GIVEN = compiled(r"(?:授予|评为|命名为?|认定为|确定为|颁发)[“\"]|^(?:[荣喜又]获|获[评得批]|入[选围]|被[评认])")
"""The next giver, or verb, of a list of them and titles (被甲评为“A”、乙|授予“B”; 获评A、荣获|B)."""
_PEOPLE = compiled(r"\s*(?:[\d一二两三四五六七八九十百]+(?:余|多)?\s*[人名位]|已?达到?\d)")
_UNLIKE = compiled(
    r"(?:个人|集体|单位|企业|职工|教师|学生)获|(?:数量|总[数量]|规模|增[速量幅])[居列排位]|[^,，“”]{2,20}(?:由|从)[^,，“”]{1,12}(?:升|提高|前移)|[在把将被对从向与由以因为凭按据经让使给令或]|实现|连续|位[居列]|先后|本[次届]|此次|这|那|该|其|我们|进(?!步|修)|出(?!版|口|色|土)|包括|一个|个(?!人|体)|同时|他|她|供|各类|用于"
)
_PLACE_WON = compiled(
    r"(?:世界|全[国球省市]|国内|国际|亚洲|行业|产量|规模|排名|率|总数|位居)(?:列\S*)?(?:前|第)[一二三四五六七八九十\d]+$|^位居|^[列居]|列全\S*名$"
)
_TALLY = compiled(
    r"^[一二两三四五六七八九十\d]+[金银铜](?![牌奖])|[一二两三四五六七八九十\d]+[枚块]|^(?:宝贵|珍贵|重要)的?[金银铜]牌$"
    r"|[两三四五六七八九十\d]+(?:项|个(?:项目的?)?)(?:[金银铜冠亚季][牌军]|大奖)$"
)
"""Medals told by their number."""
_ONLY_TIME = compiled(r"\d{4}年度?")
_FIGURE = compiled(r"[^a-zA-Z\d]{1,3}的(?:金牌|银牌|冠军|桂冠)")
"""A figure of speech: 干净的金牌."""
_ONLY_CONTEST = compiled(r"(?:大赛|竞赛|比赛|锦标赛|联赛|决赛|邀请赛|[^奖]杯)$(?<!奖杯)(?<!金杯)(?<!银杯)(?<!铜杯)")
"""A contest without what was won in it."""
_LOOSE = compiled(r"(?<!贡献)(?<!影响力)(?<![院会学])的(?![^“]*”|奖)")
_NO_NOUN = frozenset("dpcury")
"""Tags of words that go on with the sentence behind a quoted title."""
_PRIZE = compiled(r"(?:特别|最佳|突出|终身)[\u4e00-\u9fff]{0,6}奖")
_SHARED_GRADE = compiled(r"(?:的|项目|比赛|组|工种)(?:冠军|亚军|季军|[金银铜]牌|第[一二三]名|[一二三]等奖)\s*$")
"""What the parts of a list share: `女子南刀、男子长拳和女子太极拳的金牌`."""
_LONG = 7
_CLOSING = {"“": "”", "《": "》", "(": ")", "（": "）", "【": "】"}
_CLOSERS = frozenset(_CLOSING.values())
_PAIRS = {"“": "”", '"': '"', "《": "》", "「": "」", "‘": "’"}


@dataclass(slots=True)
class Title:
    """A title: its spans (joined in order), the stretch with marks and tail, and what tells of its kind."""

    spans: list[Span]
    start: int
    end: int
    tail_end: int
    quoted: bool = False
    called: bool = False
    form: Shape = Shape.NONE

    def text(self, text: str) -> str:
        """The words of the title."""
        return "".join(text[a:b] for a, b in self.spans)


def titles(text: str, start: int, end: int, *, sure: bool) -> list[Title]:
    """The titles of `text[start:end]` from its start on; `sure` takes any noun phrase, else it must look like one."""
    found: list[Title] = []
    called = "称号" in text[start : min(end + 4, len(text))]
    for begin, stop in _merged(text, start, end, called=called):
        title = _title(text, begin, stop, called=called)
        words = title.text(text) if title else ""
        if title and is_class(_COUNT_BEHIND.sub("", words)):
            if found:
                found[-1].tail_end = title.tail_end
            if DESCRIBES.match(text, title.end, end):
                break
            continue
        if found and title and not title.quoted and _NEXT_GIVEN.search(words):
            break
        if title is None or not _holds(title, words, sure=sure):
            if found or sure:
                break
            continue
        if title.form is Shape.TITLE and _PEOPLE.match(text, title.end):
            continue
        if found and is_bare_grade(words) and (stem := stem_of(text, found[-1].spans)):
            title.spans = [stem, *title.spans]
        found.append(title)
        if text.startswith("等", title.end, title.tail_end) or DESCRIBES.match(text, title.end, end):
            break
    return found


def _holds(title: Title, words: str, *, sure: bool) -> bool:
    """Whether a piece is a title at its place."""
    if not title.quoted and _UNLIKE.match(words):
        return False
    if blamed(words) or (not title.called and _paper().search(words)):
        return False
    if _PLACE_WON.search(words) and not is_bare_grade(words) and not is_contest(words):
        return False
    if (
        _ONLY_TIME.fullmatch(words)
        or (not title.quoted and bool(_TALLY.search(words)))
        or _FIGURE.fullmatch(words)
        or (
            not title.quoted
            and not title.called
            and (_ONLY_CONTEST.search(words) or (is_generic(words) and not is_bare_grade(words)))
        )
    ):
        return False
    if not title.quoted and title.form is not Shape.AWARD and _LOOSE.search(words):
        return False
    if title.form is not Shape.NONE or title.called:
        return True
    return sure and (title.quoted or _is_plain_noun(words))


@cache
def _paper() -> re.Pattern[str]:
    """Papers, money and posts at the end of a phrase."""
    words = title_lexicon()
    honorary = "".join(f"(?<!{led})" for led in ("特聘", "客座", "荣誉", "名誉", "终身", "讲座", "班"))
    return compiled(
        rf"(?:(?<!荣誉博士)(?<!名誉博士)(?:{alternatives(words.paper)})|{honorary}(?:{alternatives(words.post)}))$"
    )


def _is_plain_noun(words: str) -> bool:
    """Whether `words` could name something: no speech, no number alone, long enough."""
    if not 3 <= len(words) <= 36 or (words[0].isdigit() and len(words) < 5):
        return False
    if re.search(r"的(?![^“]*”)", words):
        return False
    row = cut(words)
    return (
        not any(w.text in title_lexicon().speech for w in row)
        and row[-1].pos[:1] in "njxvl"
        and (len(row) > 1 or len(words) > 3)
    )


def _merged(text: str, start: int, end: int, *, called: bool) -> Iterator[Span]:
    """The pieces between separators; a piece without an honour's end runs on into the next."""
    bounds = [start]
    last_sealed = -1
    for match in _SEPARATOR.finditer(text, start, end):
        if match["sealed"]:
            if last_sealed >= 0 and not text[last_sealed : match.start()].strip() and match[0][0] in '“"《':
                bounds += [match.start(), match.start()]
            last_sealed = match.end()
        else:
            bounds += [match.start(), match.end()]
    bounds.append(end)
    pieces = [(bounds[i], bounds[i + 1]) for i in range(0, len(bounds), 2)]
    i = 0
    while i < len(pieces):
        begin, stop = pieces[i]
        j = i
        shared = next((k for k in range(i + 1, len(pieces)) if _SHARED_GRADE.search(text[slice(*pieces[k])])), None)
        if shared and not any(_stands(text, *piece) for piece in pieces[i:shared]):
            yield begin, pieces[shared][1]
            i = shared + 1
            continue
        while (
            j + 1 < len(pieces)
            and not _stands(text, begin, stop)
            and not (called and stop - begin >= _LONG and is_headed(text[begin:stop]))
            and _stands(text, begin, pieces[j + 1][1])
        ):
            j += 1
            stop = pieces[j][1]
        yield begin, stop
        i = j + 1


def _stands(text: str, begin: int, stop: int) -> bool:
    """Whether a piece is a title by itself: in marks, or by its end."""
    begin, stop = trim(text, (begin, stop))
    if begin >= stop:
        return True
    if text[begin] in '“"《' or text[stop - 1] in '”"》':
        return True
    title = _title(text, begin, stop, called=False)
    return title is None or title.form is not Shape.NONE or is_generic(title.text(text))


def _title(text: str, begin: int, stop: int, *, called: bool) -> Title | None:
    """The title of one piece."""
    begin, stop = trim(text, (begin, stop))
    extent = begin
    while (lead := _LEAD.match(text, begin, stop)) and lead.end() > begin:
        begin = lead.end()
    whole = stop
    if stop - begin < 2:
        return None
    stop = _end(text, begin, stop)
    begin, stop = trim(text, (begin, stop), " \t\u3000的")
    if stop - begin < 2:
        return None
    quoted = is_wrapped(text, begin, stop)
    span = trim(text, (begin + 1, stop - 1)) if quoted else (begin, stop)
    if span[1] - span[0] < 2:
        return None
    return Title([span], extent, stop, whole, quoted=quoted, called=called, form=shape(text[span[0] : span[1]]))


def is_wrapped(text: str, begin: int, stop: int) -> bool:
    """Whether one pair of marks wraps the whole."""
    closing = '"' if text[stop - 1] == '"' and text[begin] == "“" else _PAIRS.get(text[begin])
    return closing is not None and text.find(closing, begin + 1, stop) == stop - 1


def unwrapped(text: str, span: Span) -> Span:
    """A span without the one pair of marks that wraps the whole of it."""
    return (span[0] + 1, span[1] - 1) if is_wrapped(text, *span) and span[1] - span[0] > 2 else span


def _end(text: str, begin: int, stop: int) -> int:
    """Where the title that begins at `begin` ends: at a break, at 等, before 称号 and counts."""
    sealed = [m.span() for m in _SEALED_SPAN.finditer(text, begin, stop)]

    def is_open(at: int) -> bool:
        return not any(a < at < b for a, b in sealed)

    if text[begin] in _PAIRS and (closing := text.find(_PAIRS[text[begin]], begin, stop)) > 0:
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
