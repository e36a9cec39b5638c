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
from factx.rules.honour.shape import (
    Shape,
    is_bare_grade,
    is_class,
    is_generic,
    is_headed,
    is_led,
    is_raised,
    shape,
    stem_of,
)
from factx.rules.honour.title_end import COUNT, PAIRS, SEALED, end_of_title
from factx.rules.honour.vocabulary import alternatives, blamed, title_lexicon
from factx.text import Span, trim
from factx.words import cut

_SAME_NOUN = "(?<=[特一二三四五])[、和](?=第?[二三四五六](?:等奖|名|[、和]第?[三四五六](?:等奖|名)))"
"""Between grades that share a noun: 第二、三名."""
_SEPARATOR = compiled(
    rf"(?P<sealed>{SEALED}|{_SAME_NOUN})"
    r"|(?P<mark>(?<![男女金银铜])、|、(?![男女银铜])|以及|及(?![格时其])|(?<![维温柔饱缓祥谐])和(?![谐平睦解])|(?<![参授给])与|暨|[,，/](?=[“《\"]))"
)
_COUNT_BEHIND = compiled(rf"{COUNT}$")
_AREA_AHEAD = r"(?=(?:国家|全[国省市县区]|中国(?!\d)|[\u4e00-\u9fff]{2,3}[省市县区]|[省市县区]|[“\"《]))"
_LEAD = compiled(
    rf"[\s:：]+|[今去前]年的?|(?:此次|本次|本届|该项?|这次)[^,，的]{{0,8}}的?全部|(?:此次|本次|本届|该届|这次)[^,，的“”]{{0,8}}(?:大赛|比赛|竞赛|运动会|活动|评选|赛事|决赛|论坛|年会)的(?=\S{{2}})|[^,，、“”]{{0,20}}最高(?:荣誉奖?|奖项|奖励|奖)(?:——|—|:|(?=“))|过(?![敏程滤氧渡硫量冷热])|[了到为得获]|有(?!突出贡献|特殊贡献|重大贡献|影响力)|全部|最终|享受(?=国务院|政府)|历史上?|(?:国内|国际|全[国省市县])?(?:宝贵|珍贵|唯一|全部|仅有)的|全[国省市县区][\u4e00-\u9fff]{{0,6}}(?:唯一|首[个家次])(?=国家|全|省|市|[\u4e00-\u9fff]{{2,3}}[省市])|建设(?!工)|设立|成立|立项|(?:建立|组建|增设|新增)(?=“|[\u4e00-\u9fff]{{2}}[省市]|国家|博士|硕士|学位|一级)|首[枚个次块]|{COUNT}的?"
    rf"|连续[\d一二两三四五六七八九十多]+(?:个?年度?|[次届]){_AREA_AHEAD}"
    r"|(?:\d{4} ?年)?(?:新增|再获|又获|再添|新添|喜添)(?=\S{4})|\d{4} ?年获(?:批准|[批准得](?!准))(?=\S{3})"
    rf"|(?:\d{{4}} ?年(?:至|-|—|–)\d{{4}} ?年|\d{{4}} ?年(?:度|(?!度))(?: ?[、及和] ?(?=\d))?|\d{{1,2}}月"
    rf"|\d{{4}}(?=[\u4e00-\u9fff]{{2,3}}[省市]))+\s?{_AREA_AHEAD}"
    r"|(?:由|被|经)?[^、,，“”]{2,30}?(?:联合)?(?:(?:颁发|授予|授权|颁授|评选|评定|命名|认定|核准|颁布|表彰|公布|发布|评出)的|(?:颁发|授牌)(?=[“\"《]))"
)
DESCRIBES = compiled(r"(?:荣誉|光荣)?(?:称号)?的(?!称号|(?:优[异良秀]|骄人|喜人|较好|良好|好)?的?成绩|佳绩|殊荣|荣誉)")
"""Behind a title: it tells of whoever is named next (获得…称号|的|李晓岚)."""
_NEXT_GIVEN = compiled(
    r"(?:授予|评为|命名为?|认定为|确定为|颁发)[“\"]|.(?:评为|命名为|认定为|授予(?!权|点|单位))(?=[\u4e00-\u9fff]{3})|.(?:[荣喜]获|获得(?!者)|[夺摘斩]得|获(?=[特一二三四金银铜优第]))(?=[\u4e00-\u9fff第]{2})|^(?:[荣喜又]获|获[评得批]|入[选围]|被[评认])"
)
"""The next giver, or verb, of a list of them and titles (被甲评为“A”、乙|授予“B”; 获评A、荣获|B)."""
_PEOPLE = compiled(r"\s*(?:[\d一二两三四五六七八九十百]+(?:余|多)?\s*[人名位]|已?达到?\d)")
_UNLIKE = compiled(
    r"[国省市县校院部家]+级(?:及?以上)?$|[^“”]{0,40}?(?:并列|位列|名列|位居)第|[^“”]{0,30}?排名[^“”,，]{0,14}第[一二三四五六七八九十\d]+[名位]?$|"
    r"(?:个人|集体|单位|企业|职工|教师|学生)获|[^“”]{2,20}(?:在[^“”]{2,16}中|闯[入进])|拿下|收获|斩获|摘得|夺得|(?:数量|总[数量]|规模|增[速量幅])[居列排位]|[^,，“”]{2,20}(?:由|从)[^,，“”]{1,12}(?:升|提高|前移)|[在把将被对从向与由以因为凭按据经让使给令或]|实现|连续|位[居列]|先后|本[次届]|此次|这|那|该|其|我们|进(?!步|修)|出(?!版|口|色|土)|包括|一个|个(?!人|体)|同时|他|她|供|各类|用于|素有|享有|素称|被称|号称|[设建开]有|下设|拥有|现有|具有|开设|组建|引进|聘请|承担"
)
_PLACE_WON = compiled(
    r"(?:世界|全[国球省市]|国内|国际|亚洲|行业|产量|规模|排名|率|总数|位居)(?:列\S*)?(?:前|第)[一二三四五六七八九十\d]+$|^位居|^[列居]|列全\S*名$"
)
_TALLY = compiled(
    r"^[一二两三四五六七八九十\d]+[金银铜](?![牌奖])|[一二两三四五六七八九十\d]+[枚块]|^(?:宝贵|珍贵|重要)的?[金银铜]牌$"
    r"|[两三四五六七八九十\d]+(?:项|个(?:项目的?)?)(?:[金银铜冠亚季][牌军]|大奖)$"
)
"""Medals told by their number."""
_ONLY_TIME = compiled(r"[^\d、，“]{0,8}\d{4}年度?")
_FIGURE = compiled(r"[^a-zA-Z\d]{1,3}的(?:金牌|银牌|冠军|桂冠)")
"""A figure of speech: 干净的金牌."""
_ONLY_CONTEST = compiled(r"(?:大赛|竞赛|比赛|锦标赛|联赛|决赛|邀请赛|[^奖]杯)$(?<!奖杯)(?<!金杯)(?<!银杯)(?<!铜杯)")
"""A contest without what was won in it."""
_LOOSE = compiled(r"(?<!贡献)(?<!影响力)(?<![院会学])的(?![^“]*”|奖)")
_SHARED_GRADE = compiled(
    r"(?:的|项目|比赛|组|工种|[A-Z]|[动大亚全奥]运?会|锦标赛|联赛|公开赛|[^奖]杯)(?:冠军|亚军|季军|[金银铜]牌|第[一二三]名|[一二三]等奖)\s*$"
)
"""What the parts of a list share: `女子南刀、男子长拳和女子太极拳的金牌`."""
_FIRST_EVER = compiled(
    r"(?<=[会赛杯运])(?:(?:历史上?|史上)?的?首[枚块](?=[\u4e00-\u9fff]{2})|\d+[个项枚块](?=[特一二三]等奖|[金银铜][奖牌]))"
)
"""What a title tells between the games and the medal (冬奥会|历史首枚|混双金牌, 创新大赛|3个|一等奖)."""
_LONG = 7
_SHORTEST = 4
_FEW = 2
_PROUD = compiled("奖$|先进|优秀|示范|模范|标兵|文明")
"""What makes a name proud, whatever else stands in it: 环境整治先进集体."""
_OF_PRIZES = ("奖项", "奖励", "表彰", "殊荣")
"""Words for prizes, which name none."""


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
    called = "称号" in text[start : min(end + 4, len(text))] or text.endswith("”表彰", start, end)
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
        listed = title is not None and title.quoted and bool(found) and found[-1].quoted
        weak = len(found) >= _FEW and len(words) >= _LONG and _is_weak(words) and not _LOOSE.search(words)
        if title is None or not _holds(title, words, sure=sure or listed or weak):
            if (found or sure) and not _ONLY_TIME.fullmatch(words) and not _is_weak(words):
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
    if (blamed(words) and not _PROUD.search(words)) or (not title.called and _paper().search(words)):
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
        or (words.endswith("荣誉") and is_generic(words))
    ):
        return False
    if not title.quoted and title.form is not Shape.AWARD and _LOOSE.search(words):
        return False
    if title.form is not Shape.NONE or title.called:
        return True
    return sure and (title.quoted or is_bare_grade(words) or _is_plain_noun(words))


@cache
def _paper() -> re.Pattern[str]:
    """Papers, money and posts at the end of a phrase."""
    words = title_lexicon()
    honorary = "".join(
        f"(?<!{led})"
        for led in ("特聘", "客座", "荣誉", "名誉", "终身", "讲座", "班", "优秀", "杰出", "十佳", "最美", "卓越")
    )
    return compiled(
        rf"(?:(?<!荣誉博士)(?<!名誉博士)(?:{alternatives(words.paper)})|{honorary}(?:{alternatives(words.post)}))$"
    )


def _is_plain_noun(words: str) -> bool:
    """Whether `words` could name something: no speech, no number alone, long enough."""
    if not 3 <= len(words) <= 36 or (words[0].isdigit() and len(words) < 5):
        return False
    if re.search(r"的(?![^“]*”)", words) or words.endswith(_OF_PRIZES):
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
            and not (_is_weak(text[begin:stop]) and is_led(text[slice(*pieces[j + 1])]))
            and _stands(text, begin, pieces[j + 1][1])
        ):
            j += 1
            stop = pieces[j][1]
        yield begin, stop
        i = j + 1


def _is_weak(words: str) -> bool:
    """Whether a noun is a title only where others of its list are (爱婴医院, 服务创新医院)."""
    return len(words) >= _SHORTEST and is_headed(words) and is_raised(words)


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
    stop = end_of_title(text, begin, stop)
    begin, stop = trim(text, (begin, stop), " \t\u3000的")
    if stop - begin < 2:
        return None
    quoted = is_wrapped(text, begin, stop)
    span = trim(text, (begin + 1, stop - 1)) if quoted else (begin, stop)
    if span[1] - span[0] < 2:
        return None
    first = None if quoted else _FIRST_EVER.search(text, *span)
    spans = [(span[0], first.start()), (first.end(), span[1])] if first else [span]
    return Title(spans, extent, stop, whole, quoted=quoted, called=called, form=shape(text[span[0] : span[1]]))


def is_wrapped(text: str, begin: int, stop: int) -> bool:
    """Whether one pair of marks wraps the whole."""
    closing = '"' if text[stop - 1] == '"' and text[begin] == "“" else PAIRS.get(text[begin])
    return closing is not None and text.find(closing, begin + 1, stop) == stop - 1


def unwrapped(text: str, span: Span) -> Span:
    """A span without the one pair of marks that wraps the whole of it."""
    return (span[0] + 1, span[1] - 1) if is_wrapped(text, *span) and span[1] - span[0] > 2 else span
