"""Who gives an honour: what stands between 被 (由, 经) and the verb, before an active 授予, before 颁发的."""

from factx.gazetteer import body_lexicon, is_place, level_of
from factx.mentions.bodies import bodies_in, body_at
from factx.patterns import compiled
from factx.rules.honour.titles import Title, unwrapped
from factx.text import Span, trim
from factx.words import cut

_TIME = compiled(
    r"(?:\s|\d{4}年(?:度)?|\d{1,2}月(?:份|\d{1,2}日)?|[今去]年|近日|日前|今天|昨天|[,，:：]|据悉|[(（][^()（）]*[)）])+"
)
_TRAIL = compiled(
    r"(?:联合|共同|分别|正式|一致|同时|先后|再次|首次|通报|连续[\d一二两三四五六七八九十多]+[年次届]|多次|一起|直接|特|共|严格|专项|评审|审核|审定|评选|研究|批准|推荐|考核|决定|宣布|发布|公布|评比|主办|日前|近日|予以|加以|给予|就|进行了?|作了|专题|在[^,，]{2,24}[中上里]|(?:走进|深入|来到|聚焦|关注)[^,，]{2,12}|直播|采访|拍摄|[两三多]度|[\s,，])+$"
)
_PASSIVE = compiled(r"被|由|经(?![过济营理信贸委纪]|[发开][局区])|获(?!得|批|奖)|受到?|获得|得到")
_GIVEN_BEFORE = compiled(r"[”\"](?:荣誉)?(?:称号)?[、和]|(?:评为|授予|命名为|认定为)[^,，。;；、“”]{3,30}、")
"""Behind what another giver gave (被甲评为“A”、|乙授予“B”)."""
_SET_APART = compiled(
    r"(?=第[一二三四五六七八九十百\d]+[届批次]|首[届批次]|\d{4}年?|年度|\s*[“\"《]|(?:中华|全国)[\u4e00-\u9fff]{3})"
)
_OF_YEAR = compiled(r"(?:19|20)\d\d年")
_ONLY_YEAR = compiled(r"(?:19|20)\d\d年(?!度)(?=[\u4e00-\u9fff]{4})")
"""When a prize was given, no part of its name; 1997年度 is one."""
_SHORTEST = 4
_JOURNAL = compiled(r"《[^》]*》(?:杂志|周刊)?")
_DECIDED = compiled(
    r"经([^,，。;；]{2,30}?)(?:全体会议|办公会议?|常务会议?|党组会|联席会议)?(?:评审|审议|审定|批准|评定|考核|评选|推荐|研究|验收|认定)(?!委员会|办公室|小组|[会组院所])"
)
_COMMENDED_IN = compiled(r"在([^,，。;；在]{2,30}?)的表彰中")
_BY_PAPER = compiled(
    r"(?:根据|按照|依据)([^,，。;；《]{2,30}?)(?:印发|下发|发布|公布)?的?《[^》]*(?:决定|通知|通报|公告|名单)[^》]*》"
)
"""By whose paper something was given: 根据江州市文明委《关于命名…的决定》."""
_MEDIUM = compiled(r"[\u4e00-\u9fffA-Za-z\d]{2,8}?(?:网|出版社|卫视|[日晚]报|周刊|杂志社|传媒|在线)(?=“)")
"""A medium that is in no list of bodies: 青禾网|“…”大奖."""
_SESSION = compiled(r"第[一二三四五六七八九十百\d]+[届批次]")
_OF_TIME = compiled(rf"{_SESSION.pattern}|年度")
_PLACE_ONLY = compiled(r"[\u4e00-\u9fff]{0,6}(?:省|市|县|区|州|全国|中国|国家|我国)")

_JURIES = ("组委会", "评委会", "委员会")
"""What bodies for a session of something are: 第三届…大赛|组委会."""
_CLASSES = ("法院", "检察院", "机关", "系统", "科", "行业")
"""Behind 全国 or 全省 these are all bodies of a class, and none of them."""


def giver_in(text: str, start: int, end: int) -> Span | None:
    """The giver that `text[start:end]` (between 被 and the verb, say) names as a whole, or None."""
    time = _TIME.match(text, start, end)
    start = time.end() if time else start
    trail = _TRAIL.search(text, start, end)
    start, end = trim(text, (start, trail.start() if trail else end))
    end -= text.endswith("的", start, end)
    if end - start < 2 or end - start > 60 or text[start] in "这此是其":
        return None
    if _SESSION.match(text, start, end) and not text.endswith(_JURIES, start, end):
        return None
    spans = bodies_in(text, start, end)
    if not spans and level_of(text[start:end]) is None:
        return None
    return start, end


def passive(text: str, start: int, end: int) -> tuple[int, Span | None] | None:
    """Where 被 (由, 经) stands in `text[start:end]` and who stands behind it; None where the verb is active."""
    for match in reversed(list(_PASSIVE.finditer(text[start:end]))):
        at = start + match.start()
        row = cut(text, max(start, at - 2), min(end, at + 3))
        if any(word.start < at < word.end or (word.start == at and word.end > start + match.end()) for word in row):
            continue
        given = [before.end() for before in _GIVEN_BEFORE.finditer(text, start + match.end(), end)]
        return at, giver_in(text, given[-1] if given else start + match.end(), end)
    return None


def set_apart(text: str, title: Span) -> tuple[Span, Span] | None:
    """Giver and rest where the text sets a body apart at the title's beginning (`中科协“…”先进单位`)."""
    start, end = title
    led = _ONLY_YEAR.match(text, start, end)
    if led and (body := body_at(text, led.end(), end)) and _OF_TIME.match(text, body[1], end):
        start = led.end()  # 1996年|江州大学|第五届…奖
    journal = _JOURNAL.match(text, start, end)
    journal = journal or _MEDIUM.match(text, start, end)
    body = journal.span() if journal else _before_year(text, start, end) or body_at(text, start, end)
    if body is None:
        return None
    stop = body[1]
    if text[start] == "全" and text[start:stop].endswith((*_CLASSES, *body_lexicon().institution)):
        return None  # 全国法院, 全省高校: those among whom, not who gives
    if stop >= end - 3 or not _SET_APART.match(text, stop) or _PLACE_ONLY.fullmatch(text[start:stop]):
        return None
    if is_place(text[start:stop]):
        return None  # 北京|“最美科技工作者”
    year = _ONLY_YEAR.match(text, stop, end)
    return body, trim(text, (year.end() if year else stop, end))


def _before_year(text: str, start: int, end: int) -> Span | None:
    """The body, however long its name, that a title opens with before the year of a prize (`…学会|1997年…奖`)."""
    year = _OF_YEAR.search(text, start + _SHORTEST, end)
    bodies = bodies_in(text, start, year.start()) if year else ()
    return (start, year.start()) if year and bodies and bodies[-1][1] == year.start() else None


def taken_off(text: str, title: Title) -> Span | None:
    """The giver that the text sets apart at the beginning of a title, which loses it."""
    if len(title.spans) == 1 and (apart := set_apart(text, title.spans[0])):
        title.spans = [unwrapped(text, apart[1])]
        return apart[0]
    return None


def decided_by(text: str, start: int, end: int) -> Span | None:
    """The body by whose decision, something was given (`经江州市教育局评审,…获评`), or None."""
    match = next(filter(None, (sign.search(text, start, end) for sign in (_DECIDED, _BY_PAPER, _COMMENDED_IN))), None)
    body = body_at(text, match.start(1), match.end(1)) if match else None
    return body if body and match and body[1] == match.end(1) else None
