"""The contest that a bare grade was won in: `在“…”合唱比赛中荣获一等奖`, `…竞赛获2块银牌`."""

import re
from functools import cache
from typing import NamedTuple

from factx.mentions.bodies import body_at
from factx.patterns import compiled
from factx.rules.honour.vocabulary import alternatives, lexicon
from factx.text import Span, trim

_GIVER = compiled(
    r"(?:由)?([^,，。;；、]{2,25}?(?:、[^,，。;；、]{2,25}?)*?)(?:联合|共同)?(?:组织开展|组织|举办|主办|承办|(?<=[局厅部委会社院府协联团])(?:举行|召开)|开展|评选|公布|发布|推出)的"
)
_BODY = r"([^,，。;；、由\s]{2,20}?(?:、[^,，。;；、\s]{2,20}?)*?)(?:联合|共同)?(?:主办|举办|组织开展|组织|承办)"
_HELD_BY = compiled(rf"(?:由|[,，。\s])?{_BODY}的[“\"]?$")
_HOSTED_FOR = compiled(
    r"由([^,，。;；由\s]{2,40}?)(?:联合|共同)?(?:主办|举办|组织)[,，、][^,，。;；]{2,40}?(?:承办|协办)的[“\"]?$"
)
"""Whose contest it is that somebody else carries out (由省教育厅主办,江州大学承办的…)."""
_HOLDS = compiled(rf"[”\"]?(?:活动)?(?:是|系|[,，])?由{_BODY}")
_HOLDER_REACH = 80
_JOINED = compiled(
    r"(?:参加|参与|出征|出战)了?((?:[^,，。;；在的]|“[^”]*”){4,40}?(?:大赛|竞赛|比赛|锦标赛|联赛|挑战赛|邀请赛|运动会))(?=的|[,，])"
)
"""A contest that somebody takes part in, before the clause that tells of the prize."""
_ABOVE = 800
_PRELUDE = compiled(
    r"(?:\s|[（(][^（）()]{1,12}[）)]|北京时间|当地时间|凌晨|(?:\d{4}|(?<!\d)\d{2})年度?的?|\d{1,2}月(?:\d{1,2}日)?的?|[今去昨]年的?|[今昨][天日晚]的?|刚刚|前不久|日前|近日|[上下]午|[上中下]旬|不久前|随后的?|稍[早晚]前?的?|此前的?|早些时候|当[天日晚]的?|[^,，。;；“]{2,14}(?:进行|举行|展开)了)*"
    r"(?:[\u4e00-\u9fff]{2,12}?(?<![局厅部委会社院府协联团])(?=(?:进行|举行|召开|举办)的))?(?:(?:刚刚)?(?:进行|举行|举办|结束|落幕|闭幕|揭晓|开展|公布|召开)的)?"
)


_JOINS = compiled(r"(?:[^,，。;；“]{0,12}(?:参加|参与|接受)了?)(?:本次|此次|这次)?")
"""How a headline or a clause joins its contest: 11个党支部参加了本次|“…”评比."""


_EXAMINED = compiled("(?:评估|评审|检查|督导|考核|考评|测评|验收)$")
_ORGANS = ("部", "委", "委员会", "厅", "局", "政府", "办公室")
_NAMED = 6
"""Characters that name an examination by itself, behind the organ that holds it; 教育部水平评估 is one name."""


_POINTING = ("本届", "本次", "此次", "这次", "该届")
"""What leads a contest that was named in full before (本届“挑战杯”大赛)."""
_ANY_CONTEST = compiled(
    r"(?:各[类级种项]|多[个项次]|历[次届]|[一两三四五六七八九十\d]+个)?(?:国际|国内外?|全国|世界|省级|国家级|奥运|单人|团体)?"
    r"(?:重大|大型|性|专业|单项)*(?:半?决赛|小组赛|比赛|大赛|竞赛|赛事|项目)|[^“]*各[类级种项][^“]{0,4}(?:竞赛|大赛|比赛|赛事)"
)
"""No contest by name: 国际比赛, 各类大赛."""


_TOLD = compiled("[在获夺]|[枚块]")
"""What stands in no name of a contest: a headline tells more."""
_TAKES_PART = compiled("入围|晋级|进入|闯入|闯进|参加|举办|举行|开展|组织|落幕|闭幕|开幕|报名|选拔出")
"""What a clause about a contest tells, which is no name of one: 代表团入围终审决赛."""
_OF_CONTEST = compiled(r"(?:赛场|选手|队伍|队员|对手|过程|者|人员|学生|教师|组织工作|筹备工作)$")
"""In such a phrase 赛 is not the contest: 众多参赛选手, 赛事组织过程."""
_LISTS = ("榜", "榜单", "榜】", "榜单】")
"""Lists in which somebody ranks (在…透明榜中位列榜首)."""
_THIS = compiled(
    r"(?:本|此|这一?|该)[届次项场]?(?:大赛|竞赛|比赛|赛事|决赛|评选|活动)(?:[国省市]赛)?|(?:现场)?(?:总|半)?决赛|[初复预]赛"
)
"""The contest told of before, or a part of it."""


CONTEST_NOUN = compiled(
    "(?:职业|专业|业务|岗位)?(?:技能|技术|知识|教学|创新|设计)*(?:竞赛|大赛|比赛|比武|锦标赛|联赛|挑战赛|邀请赛)$"
)
"""The noun of a contest, which contests listed share (焊工和钳工|技能竞赛)."""


class Contest(NamedTuple):
    """A contest: its name, who held it, and the whole phrase (`在…中`)."""

    name: Span
    giver: Span | None
    start: int
    end: int


@cache
def _inside() -> re.Pattern[str]:
    return compiled(
        r"在((?:“[^”]*”|[^,，。;；在“]){2,60}?)(?:当)?(?:中(?![国央学小心医青老华级层])|上(?!海)|(?<![公英])里|期间|现场)"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """A contest that a sentence opens with, without 在 (`男子铅球决赛中,…`)."""
    return compiled(r"((?:“[^”]*”|[^,，。;；的“]){2,40}(?:决赛|比赛|大赛|竞赛|锦标赛|联赛))(?:中|上|里)?[,，]")


_BARE = compiled(
    r"(?<![^,，。;；\n])(?:[^,，。;；的“]{0,16}(?:进行|举行|开始|展开|结束|打响)的)?((?:[^,，。;；的“]|“[^”]*”){2,30}?"
    r"(?:(?:决|预|小组|资格|半决|[男女]子速度)赛|比赛|[男女混](?:子)?[单双]打?|混合团体|[男女]子团体|接力|公斤级|[男女]子全能|跳[台板]|项目|竞走|铅球|铁饼|标枪|链球|跳[远高]|马拉松|跨栏|[米里]栏?|[蝶蛙仰混合自由]+泳|平衡木|高低杠|[花重佩]剑|个人赛|团体赛|大回转|障碍技巧))[,，]"
)
_FIELD = compiled(r"男|女|混合|公斤|米|[单双]打|团体|接力|全能|滑|跳|游|舞|射击|攀岩|决赛")
"""What a discipline is told by."""


def _bare(text: str, floor: int, end: int) -> re.Match[str] | None:
    """The last discipline that stands as a clause of its own (`随后进行的男子双人滑决赛,甲夺得金牌`), or None."""
    last = None
    for match in _BARE.finditer(text, floor, end):
        last = match if _FIELD.search(match[1]) and not _ANY_CONTEST.fullmatch(match[1]) else last
    return last


@cache
def _event() -> re.Pattern[str]:
    return compiled(
        r"(?:(?:考核|评估|测评|检查)工作|赛|评选|评比|考核|征文|比武|评估|会演|汇演|展演|展评|(?:[书国油版影画美]|书法|书画|摄影|艺术|作品)展(?:览)?|大展|杯|[男女混](?:子)?[单双]打?|混合团体|[男女]子团体|[男女]团|接力|公斤级|全能|跳[台板])$"
    )


@cache
def _word() -> re.Pattern[str]:
    return compiled(alternatives(lexicon().contest | lexicon().examination))


def contest_before(text: str, floor: int, end: int) -> Contest | None:
    """The last contest named in `text[floor:end]` as the scene of what follows."""
    found = None
    for match in _inside().finditer(text, floor, end):
        if is_contest(match[1]) or match[1].endswith(_LISTS):
            found = _contest(text, match.start(1), match.end(1), match.start(), match.end())
    if found is None and (joined := _JOINED.search(text, floor, end)):
        found = _contest(text, *joined.span(1), *joined.span())
    ahead = None if found else _ahead().match(text, floor, end) or _bare(text, floor, end)
    if ahead and not _TAKES_PART.search(ahead[1]):
        found = _contest(text, *ahead.span(1), *ahead.span())
    if found and _THIS.fullmatch(text, *found.name):
        named = contest_above(text, found.start)
        return found._replace(name=named.name, giver=found.giver or named.giver) if named else None
    return found if found is None or not _ANY_CONTEST.fullmatch(text, *found.name) else None


def is_contest(phrase: str) -> bool:
    """Whether a phrase names a contest or an examination, not those who take part in one or how it went."""
    return bool(_word().search(phrase)) and not _OF_CONTEST.search(phrase)


def contest_at_end(text: str, start: int, end: int) -> Contest | None:
    """The contest that the stretch before a verb ends in, without 在 (`…大赛(中)获2块银牌`, `参加…比赛,获一等奖`)."""
    joined = re.compile(r"(?:参加|参与|代表[^,，]{2,12}参加)([^,，。;；的]{3,50})$").search(text[start:end])
    if joined and _word().search(joined[1]):
        return _contest(text, start + joined.start(1), end, start + joined.start(), end)
    tail = not _TOLD.search(text, start, end) and _event().search(text[start:end])
    return _contest(text, start, end, start, end) if tail else None


def contest_above(text: str, at: int) -> Contest | None:
    """The contest that the sentences before `at` last named as a whole (`第三届全省职工技能大赛`), or None."""
    found = None
    for match in _whole().finditer(text, max(0, at - _ABOVE), at):
        if found is None or not text.endswith(_POINTING, 0, match.start()):
            found = match
    return Contest(found.span(), _holder_of(text, *found.span(), at), found.start(), found.end()) if found else None


def _holder_of(text: str, start: int, end: int, ceiling: int) -> Span | None:
    """Who holds the contest that `[start, end)` names: `由市总工会主办的…`, `…由市总工会主办`."""
    stretch = text[max(0, start - _HOLDER_REACH) : start]
    before = _HOSTED_FOR.search(stretch) or _HELD_BY.search(stretch)
    if before:
        floor = max(0, start - _HOLDER_REACH)
        return floor + before.start(1), floor + before.end(1)
    behind = _HOLDS.match(text, end, min(ceiling, end + _HOLDER_REACH))
    return behind.span(1) if behind else None


@cache
def _whole() -> re.Pattern[str]:
    return compiled(
        r"(?<=“)[^“”]{4,40}(?:大赛|竞赛|比赛|邀请赛|征文)(?=”)|"
        r"(?:\d{4}年)?(?:第[一二三四五六七八九十\d]+届|首届|全国|国家|全[省市县区校]|中国|世界|国际|亚洲|(?:(?![的在由于关对为从获荣得了被])[\u4e00-\u9fff]){2,3}[省市县区]|“[^”]{2,20}”|[省市县区校](?=第|首|级|“)|(?<=举办|开展|举行|组织|参加)(?![了的])(?=[\u4e00-\u9fff]{2}))"
        r"(?:[^,，。;；、:：\s在的获夺晋为《》【】]|“[^”]*”|、(?=(?:(?!各)[\u4e00-\u9fff、]){2,9}(?:大赛|竞赛|比赛))){0,30}?(?:大赛|竞赛|比赛|锦标赛|联赛|挑战赛|公开赛|邀请赛|选拔赛|运动会|技能赛|球赛|辩论赛|演讲赛|歌手赛|知识赛|接力赛|讲课赛|说课赛|锦标|展演|征文|会演|汇演|评比|比武|知识竞答|世界杯(?:[\u4e00-\u9fff]{1,2}站)?(?:分站赛|总决赛)?)(?:[\u4e00-\u9fff]{2,8}(?:专项赛|赛区|赛道))?"
    )


def _organ_at(text: str, begin: int, stop: int) -> Span | None:
    """The organ of state whose examination a stretch names, which is more than that; or None."""
    body = body_at(text, begin, stop)
    of_state = body is not None and text.endswith(_ORGANS, *body) and stop - body[1] >= _NAMED
    return body if of_state else None


def _contest(text: str, begin: int, stop: int, start: int, end: int) -> Contest:
    giver = None
    begin += len(joins[0]) if (joins := _JOINS.match(text, begin, stop)) else 0
    prelude = _PRELUDE.match(text, begin, stop)
    if prelude:
        begin = prelude.end()
    match = _GIVER.match(text, begin, stop)
    if match:
        giver = match.span(1)
        begin = match.end()
    elif _EXAMINED.search(text, begin, stop) and (organ := _organ_at(text, begin, stop)):
        giver, begin = organ, organ[1]  # 教育部|实践教学工作评估
    again = _PRELUDE.match(text, begin, stop)
    begin = again.end() if again else begin
    return Contest(trim(text, (begin, stop)), giver, start, end)
