"""Honours that somebody is: `X是全国文明单位`, `Y为省级示范中心`, `Z成为首批国家级试点`."""

import re

from factx.gazetteer import name_end
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.counted import COUNTED
from factx.rules.honour.drafting import drafts, held_by
from factx.rules.honour.givers import giver_in, taken_off
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in
from factx.rules.honour.listing import continued
from factx.rules.honour.shape import Shape, is_class, is_raised, shape
from factx.rules.honour.taken import given_by
from factx.rules.honour.titles import Title, titles, unwrapped
from factx.rules.honour.traces import any_in, traces
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_COPULAS = frozenset(("是", "为", "成为", "现为", "系", "又是", "均为", "也是"))
_PART_OF_WORD = compiled(
    r"(?<!本)人$|[一二三四五六七八九十]$|[以作认因称成长行改变分视命评列定确化转更名誉选聘批升授名同身较颇极甚可就但于还都正只不若如要只凡总既以将把]$|(?<![究出务易守生验诊计管儿法业利毒疫理政商土供电象税])所$"
)
_GIVEN_LEVEL = compiled(
    r"[“\"]?(?:\d{4}年(?:度)?)?(?:[一二]级学科(?=国家|省))?(?:国家|诺贝尔|全国|[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|县|区|州)|(?:国家|自治区|省部?|省县|[省市县区校院厅部镇乡](?![场内])|世界(?!级))级?|我[国省市县区]|首批|第[一二三四五六七八九十]+批|[“\"])"
)
_WINNER = compiled(
    r"((?:[^,，。;；、的]|“[^”]*”){3,30}?)(?:荣誉称号|称号)?(?:(?<=”)的)?(?:获得者|得主|获奖者)(?=[,，。;；]|$)"
)
_ANEW = compiled(
    r"(?:新一届|新一轮|新晋|又一[个位名家])的?|首[个位家]?(?=全|国|省|市|县)"
    r"|[^,，。;；、]{0,12}(?:唯一|第一|首)(?:一?[个位家所])(?=教育部|国家|全|[\u4e00-\u9fff]{2}省)"
)
"""How one more of many is told of: 成为新一届的|县劳动模范."""
_REACH = 40
_CLOSED = compiled(r"(?:荣誉|光荣)?(?:称号)?(?:之一|等)?(?:[(（][^（）()]*[)）])?$")
_RANKED = compiled(r"[^、“”]{2,8}第[一二三四五六七八九十]、[^“”]{2,14}的[^的、“”]{2,16}")
"""Ranks in a list that tells what somebody is: 中国第一|、全球第三的风电装备制造企业."""
_KNOWN = compiled(r"(?:知名|著名|重要|主要)(?!品牌|商标|企业)")
"""How well known something is (知名小学); but 知名品牌 is what it is called."""
_PRAISED = compiled(r"(?:中国|我国|全球|世界|国内|亚洲)(?![^“]*级)[^“]*(?:领军|龙头|骨干|领先|标杆)(?:企业|者)")
"""What anybody may call a firm: 中国工程机械领军企业; not 农业产业化国家级龙头企业."""
_GROWN = compiled(r"(?:已经?|现已|逐[步渐]|[快迅]速|不断)*(?:发展|成长|壮大|跃升|升级)+$")
"""How somebody came to be it: 发展|成为."""
_TOLD = compiled(r"([^,，。;；“]{2,30}?)(?:是(?!否)|位于|地处|坐落[于在]|始建于|成立于|创建于|[占面]地?积)")
_IS_TOO = compiled("[也又还均]?是")
"""How a clause goes on with what somebody is."""
_NAMED_SO = compiled(
    r"首批|第[一二三四五六七八九十\d]+批|^(?:国家级?|全国|中国(?=[^的]{2,20}(?:培训|实习|人才)[^的]{0,4}基地)|教育部|[\u4e00-\u9fff]{2,3}省|省级|自治区级?)(?!最|较|重要|主要|著名|知名|唯一|首|[三四五六七八九十]大)[^的]{2,24}(?:基地|实验室|研究中心|工程中心|示范中心|建设单位|试点单位|支撑计划)$"
)
"""What an LED noun is plainly called by a level: one of the first, a base, a laboratory."""
_BODY = compiled(r"(?:医院|大学|学院|公司|集团|研究所|研究院|银行|小学|中学|幼儿园)$")
"""What bodies are called: other bodies, of which the one told of is something (是江州市人民医院、…的协作医院)."""
_ITEM = compiled("、")
_JOINED = compiled(r"、|(?:和|及|以及|与)(?=[^的]{4,}$|[^的]{4,}的[^的]{2,6}(?:单位|企业|学校|医院|基地)$)")
"""Behind an honour, something else that somebody is (重点学科|和医院引领学科); not …县|和江州市的结合部."""
_CONFERRED = frozenset(("授予", "颁发", "颁授", "命名", "认定", "评定", "评选", "表彰", "公布", "发布"))
"""How what a giver made one is told: 是省人民政府|命名|的“…”."""
_POSTS = ("首席专家", "首席科学家", "带头人", "协会", "学会", "商会", "联合会")
"""What somebody is by appointment, or by nature."""
_HERE = ("这里", "那里", "此处", "此地")
_ADDRESS = compiled(r"[你我您他她它](?:们)?$|大家$")
_LIST_OF = compiled(
    r"第一个|首个|[首第一]家|首[枚金]|收获|包揽|斩获|拿下|夺冠|唯一|的|荣获|获得|摘得|夺得|首次|了|就(?![业诊医])|不(?!动产)|记(?!者)|(?<!所)在(?!校|线)|作为|几[家个]|最[大高早]|带来|提供(?!商)|树立|创造|及以上"
)
_THEME = compiled(
    r"(?:主题|口号|目标|课题|题目?|名称|标题|名|定位|愿景|宗旨|任务|要求|重点|关键|原因|目的|方向|代表|核心|特征|本质|的(?:学校|单位|企业|公司|地区|城市|医院)|第[一二三四五六七八九十\d]+[类种项条])$"
)


def copula(scene: Scene, mention: Mention) -> Outcome:
    """The honours behind 是 or 为; only what is plainly an honour of some level."""
    text = scene.text
    if text[mention.start : mention.end] not in _COPULAS:
        return None
    near = any_in(traces(text).standing, mention.end, mention.end + _REACH)
    winner = near and _WINNER.match(text, mention.end, scene.clause(mention.start).end)
    if winner:
        return _winner(scene, mention, winner)
    clause = scene.clause(mention.start)
    if any(v.sort == "rate" and clause.start <= v.start < mention.start for v in scene.verbs):
        return None  # 命名X|为T, which is that verb's
    at = text.find("的", mention.end, clause.end)
    given = given_by(text, mention.end, clause.end) if text[at - 2 : at] in _CONFERRED else None
    begin = given.end() if given else _first_of_level(text, mention.end, clause.end)
    if begin is None or _is_part(scene, mention, clause.start, clause.end):
        return None
    found = _listed(text, begin, clause.end, sure=given is not None)
    giver = giver_in(text, *given.span(1)) if given else _of_quoted(text, found[0]) if found else None
    named = any(title.form is not Shape.LED or _NAMED_SO.search(title.text(text)) for title in found)
    if not found or not (given or giver or named):
        return None
    joined = _JOINED if text.startswith("是", mention.end - 1) else _ITEM
    goes_on = joined.match(text, found[-1].end, clause.end)  # to what is no honour
    if goes_on and _RANKED.fullmatch(text, begin, clause.end):
        return Decline("a list that only describes", (mention.start, clause.end))
    if not goes_on and not _CLOSED.match(text, found[-1].end, clause.end):
        return Decline("more than a title follows", (mention.start, found[-1].end))
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    if reason := _why_nobody(text, clause.start, mention.start):
        return Decline(reason, (clause.start, mention.start))
    grown = _GROWN.search(text, clause.start, mention.start)
    recipients = holders_in(scene, clause.start, grown.start() if grown else mention.start)
    recipients = recipients or _introduced(scene, clause.start, mention.start)
    made: list[Draft] = []
    for title in (*found, *continued(scene, found[-1], clause.end)):
        recipients = recipients or (held_by(made[0]) if made else [])
        grantor = giver if given or title is found[0] else _of_quoted(text, title)
        made += drafts(scene, title, recipients, grantor, (clause.start, title.end), verb="是", among=found)
    return made


def _of_quoted(text: str, title: Title) -> Span | None:
    """The giver in front of a quoted title (`是教育部|“…基地”`), which loses it; None where nothing is quoted."""
    return taken_off(text, title) if title.text(text).endswith("”") else None


def _listed(text: str, start: int, end: int, *, sure: bool) -> list[Title]:
    """The honours of the list `[start, end)`, over what stands among them and is none (…理事长单位、)."""
    found: list[Title] = []
    begin: int | None = start
    while begin is not None:
        part = titles(text, begin, end, sure=sure and text[begin : begin + 1] == "“")
        found += [title for title in part if (sure and title.quoted) or _is_plain(text, title)]
        at = text.find("、", part[-1].tail_end if part else begin, end)
        begin = _first_of_level(text, at + 1, end) if at >= 0 and found else None
    return found


def _introduced(scene: Scene, start: int, verb: int) -> list[Span]:
    """Whom the clauses before say what it is, where that of the verb names nobody (`X是…的村,如今|已成为T`)."""
    begin, end = strip_adverbs(scene.text, start, verb)
    if end - begin > 1:
        return []
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end < start]):
        if told := _TOLD.match(scene.text, clause.start, clause.end):
            return holders_in(scene, *told.span(1))
        if not _IS_TOO.match(scene.text, clause.start, clause.end):
            break
    return []


def _first_of_level(text: str, start: int, end: int) -> int | None:
    """Where the first noun phrase of the list `[start, end)` begins that a level or a giver leads, or None."""
    if anew := _ANEW.match(text, start, end):
        start = anew.end()
    while start < end:
        if _GIVEN_LEVEL.match(text, start, end) or name_end(text, start):
            return start
        start = text.find("、", start, end) + 1 or end
    return None


def _why_nobody(text: str, start: int, end: int) -> str | None:
    """Why what stands before the copula is nobody who holds an honour; None where it may be."""
    if _THEME.search(text[start:end]):
        return "a theme or a name, no honour"
    if text.startswith(_HERE, start):
        return "what stands here"
    if _ADDRESS.search(text[start:end]):
        return "spoken to somebody"
    if any(counted.end() == end for counted in COUNTED.finditer(text, start, end)):
        return "only how many got it"
    return None


def _is_part(scene: Scene, mention: Mention, start: int, end: int) -> bool:
    """Whether 是 or 为 is a part of a word (作为, 称为), means for the sake of, or is led by a mark."""
    if scene.text[mention.start] == "为" and (mention.start == start or scene.text[mention.end] == "了"):
        return True
    if any(a < mention.start < b for a, b in scene.quotes):
        return True
    if any(w.start < mention.start < w.end and w.text not in _COPULAS for w in scene.words_in(start, end)):
        return True
    return mention.start > start and bool(
        _PART_OF_WORD.search(scene.text[max(start, mention.start - 2) : mention.start])
    )


def _winner(scene: Scene, mention: Mention, match: re.Match[str]) -> list[Draft]:
    """`X是T获得者`: the honour of X."""
    text = scene.text
    span = unwrapped(text, match.span(1))
    clause = scene.clause(mention.start)
    form = shape(text[slice(*span)])
    recipients = holders_in(scene, clause.start, mention.start)
    if not recipients and _ADDRESS.search(text[clause.start : mention.start].rstrip("均都也")):
        return []
    if form not in {Shape.AWARD, Shape.TITLE} or is_class(text[slice(*span)]):
        return []
    title = Title([span], *match.span(1), match.end(), form=form)
    return drafts(scene, title, recipients, None, (clause.start, match.end()), verb="是")


def _is_plain(text: str, title: Title) -> bool:
    """Whether a title behind a copula is an honour and no description."""
    words = title.text(text)
    if title.form is not Shape.AWARD and _BODY.search(words) and not (is_raised(words) or _NAMED_SO.search(words)):
        return False
    described = _LIST_OF.search(words) or _KNOWN.search(words) or _PRAISED.fullmatch(words) or words.endswith(_POSTS)
    return title.form is not Shape.NONE and not described
