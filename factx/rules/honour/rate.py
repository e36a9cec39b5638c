"""Honours given: `X被G授予“T”称号`, `G授予X“T”称号`, `G命名X为T`, `T由G授予X`, `G对X通报表扬`."""

import re

from factx.gazetteer import listed_place_end, place_at
from factx.mentions.bodies import body_at
from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.announce import announcer
from factx.rules.honour.bestowed import GIVES, bestowed
from factx.rules.honour.contest import contest_above, contest_before
from factx.rules.honour.counted import COUNTED
from factx.rules.honour.drafting import LISTING, drafts, held_by
from factx.rules.honour.givers import decided_by, giver_in, passive, taken_off
from factx.rules.honour.giving import giver_before, giver_decided, giver_on
from factx.rules.honour.guards import hindrance
from factx.rules.honour.holders import holders_in
from factx.rules.honour.listing import continued, described, shared_out
from factx.rules.honour.passed import passed
from factx.rules.honour.series import given_on, listed_before, spelled_out, summed_up
from factx.rules.honour.shape import Shape, is_bare_grade, shape
from factx.rules.honour.taken import excellent
from factx.rules.honour.titles import Title, titles
from factx.rules.honour.topic import topic
from factx.rules.honour.vocabulary import is_sure, lexicon
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_FOR = frozenset(("表彰为", "表扬为"))
"""Only 被…表彰为, 将…表彰为 and 表彰为“…” call somebody something; else 为 leads the cause (表彰|为抗疫作出贡献)."""
_POLICY = compiled(r"(?:布局|体系|范围|[议日]程|考核|管理|预算|轨道|大局|全局|战略|国家计划|(?:总体|发展)规划)$")
"""What things are made part of by policy, and nobody is proud of."""
_GRADED = frozenset(("确定为", "评定为", "认定为", "定为"))
_ENGAGED = frozenset(("聘为", "聘任为", "特聘为"))
_HONORARY = compiled(r"客座|特聘|名誉|荣誉|兼职教授|讲座教授|特约|终身|专家|学者|顾问|大使|馆员|标兵|名师")
"""What one is engaged as for honour; a post or an employer is none."""
_NAME = 12
"""So soon behind the verb a name that it begins is closed: “表扬学生分会”."""
_WORK_OF = compiled(r"[^,，。;；]{0,24}?(?:做法|经验|工作|成效|情况|成绩)")
"""What a body is commended for, behind it: 通报表扬江州市|优化营商环境典型做法."""
_PRAISED = frozenset(("表彰", "表扬"))
_NAMES = frozenset(("授予", "颁授", "追授", "授牌"))
"""Verbs that confer whatever stands in quotes behind them."""
_QUOTE = frozenset('“"')
_GIVING = compiled(r"授予|颁授|颁发|颁给|授牌|命名|表彰|认定|评选|评为|追授|确定|聘任|记")
_AS = compiled(r"为(?!了|期|主|民|人民)")
_NOMINAL = compiled(
    r"的(?!是)|(?:大会|仪式|活动|工作|决定|会议|通报|办法|名单|机构|机制|制度|标准(?![化版])|证书|现场|典礼)"
)
_LEVEL = compiled(
    r"全国|国家|中国(?=[\u4e00-\u9fff]{2,10}(?:奖章|勋章))|(?P<place>[\u4e00-\u9fff]{2,3}[省市](?!委|政府|[\u4e00-\u9fff]{1,4}[区县]|[、和等]))|[省市县](?=级|[优先劳模])|首届|第[一二三四五六七八九十\d]+届|\d{4}年度|[一二三]等功|特等功"
)
"""What titles begin with, where those who get them stand before."""
_MERIT = compiled(r"(?:个人|集体)?[一二三特]等功|大功")
_ON_WHOM = compiled(r"(?:对|给)([^,，。;；]{2,60})(?:给予|予以|进行|作出|作)(?:全[\u4e00-\u9fff]|(?:督查|专项)?激励)?$")
_COMMENDED_AS = compiled(r"等?\d+[家个名位]“([^”]{4,40})”$")
"""As what those are commended whom the count sums up (对甲等5家|“平安建设先进单位”|予以通报表扬)."""
_HIM = compiled("[他她](?!们)")
_FOR_WHOM = compiled(r"(?:为|给)([^,，。;；]{2,60}?)(?:各|分别|荣)?$")
_TOWARDS = compiled(r"(?:向|给(?!予)|为)([^,，。;；]{2,40}?)(?:分别|共同|隆重)?$")
_AHEAD = compiled(r"(?:将|把)([^,，。;；]{3,60})$")
_COUNTED = compiled(
    r"(?:给|了)?(?:[\d一二两三四五六七八九十]+[位名个])(?:[\u4e00-\u9fff]{2,6}(?:学者|科学家|专家|人士))?"
)
_AIMED = compiled(r"(?:对|给|向|将|把)[^,，。;；]*$")


def rate(scene: Scene, mention: Mention) -> Outcome:
    """The honours that a verb of giving or calling tells of."""
    text = scene.text
    verb = text[mention.start : mention.end]
    clause = scene.clause(mention.start)
    if _NOMINAL.match(text, mention.end) or any(a < mention.start < b for a, b in scene.books):
        return None
    if verb == "通过":
        return passed(scene, mention, clause.start, clause.end)
    if verb in _PRAISED and text[mention.start - 1 : mention.start] == "受":
        return None  # 受表彰的…, 受表彰先进个人: those who are told of, not what they got
    if verb in {"记", "荣记"} and not _MERIT.match(text, mention.end):
        return None
    if verb in lexicon().commendation:
        return _commended(scene, mention, clause.start, clause.end)
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    passively = passive(text, clause.start, mention.start)
    calls = text[mention.end : mention.end + 1] in _QUOTE or _AHEAD.search(text[clause.start : mention.start])
    if verb in _FOR and not passively and not calls:
        return Decline("said for what somebody is commended", (mention.start, mention.end))
    if passively or verb.endswith("为") or verb.startswith(("列", "纳入", "通过", "选入", "收", "被收", "荣记")):
        made = _called(scene, mention, clause.start, clause.end, passively)
    else:
        made = []
    by = passively is not None and text[passively[0]] == "被"
    if not made and not passively and verb in GIVES:
        made = bestowed(scene, clause.start, (mention.start, mention.end), clause.end)
    if not made and not by and _GIVING.search(verb):
        made = _given(scene, mention, clause.start, clause.end)
    if not made:
        named = titles(text, mention.end, clause.end, sure=True)
        reason = f"{verb} gives no honour here" if named else "what follows the verb is no honour"
        return Decline(reason, (mention.start, mention.end))
    return hindered or made


def _called(
    scene: Scene, mention: Mention, start: int, end: int, passively: tuple[int, Span | None] | None
) -> list[Draft]:
    """`X(被G)评为T`: holders before the verb, the title behind it."""
    text = scene.text
    verb = text[mention.start : mention.end]
    by_somebody = passively is not None and passively[1] is not None and verb not in {"表扬", "表彰"}
    found = _calls(scene, mention, end, by_somebody=by_somebody)
    if not found or (verb in LISTING and not found[0].quoted and _POLICY.search(found[0].text(text))):
        return []
    before, giver = passively or (mention.start, None)
    holders = described(scene, found, end)
    if isinstance(holders, Decline):
        return []
    contest = contest_before(text, start, mention.start)
    if contest and contest.start >= start:
        before = min(before, contest.start) if contest.start > start + 1 else before
        start = contest.end if contest.start <= start + 1 and contest.end <= before else start
    moved = re.search(r"(?:将|把)([^,，。;；]{2,40})$", text[start:before])
    if holders:
        recipients = list(holders)
    elif moved:
        giver = giver or giver_in(text, start, start + moved.start())
        recipients = holders_in(scene, start + moved.start(1), before)
    else:
        giver = giver or (giver_in(text, start, before) if verb == "批准为" and not passively else None)
        recipients = [] if giver and not passively else holders_in(scene, start, before)
        recipients = listed_before(scene, start, recipients) if recipients else []
    summed = summed_up(scene, (start, before), end)
    if isinstance(summed, Decline) or (summed == [] and verb in LISTING):
        return []
    recipients = recipients if summed is None else summed
    if recipients and verb.endswith("誉为") and all(shape(text[a:b]) is Shape.AWARD for a, b in recipients):
        return []  # a prize that is praised
    made: list[Draft] = []
    for title, holder in shared_out(scene, found, recipients, mention.start):
        grantor = giver or decided_by(text, scene.sentence.start, start) or taken_off(text, title)
        if grantor is None:
            told = contest or contest_before(text, scene.sentence.start, start)
            near = told is not None and told.end >= start - 1  # 在教育部…评估中,|被评为“…”
            grantor = (told.giver if told and near else None) or announcer(scene, title.text(text), start)
        if is_bare_grade(title.text(text)) and len(title.spans) == 1:
            won_in = contest or contest_before(text, scene.sentence.start, start) or contest_above(text, start)
            if won_in is None:
                continue
            title.spans = [won_in.name, *title.spans]
            grantor = grantor or won_in.giver
        made += drafts(scene, title, holder, grantor, (min(start, mention.start), title.end), verb=verb, among=found)
    return made + _told_on(scene, made, found[-1], end)


def _told_on(scene: Scene, made: list[Draft], last: Title, end: int) -> list[Draft]:
    """The titles behind the clause of `last` that go on with the list, of whoever holds the first one `made`."""
    further = list(continued(scene, last, end)) if made else []
    held = held_by(made[0]) if further else []
    told: list[Draft] = []
    for title in further:
        told += drafts(scene, title, held, None, (title.start, title.end), among=further)
    return told


def _calls(scene: Scene, mention: Mention, end: int, *, by_somebody: bool) -> list[Title]:
    """The titles that the verb calls somebody: each verb has honours of its own."""
    text = scene.text
    verb = text[mention.start : mention.end]
    quoted = verb in _NAMES and text[mention.end : mention.end + 1] in _QUOTE
    found = titles(text, mention.end, end, sure=is_sure(verb) or quoted or (by_somebody and verb != "誉为"))
    if not found and verb in _GRADED:
        return excellent(scene, mention, mention.end, end)
    if verb.startswith("被收"):
        return [t for t in found if t.quoted]  # a book, not 图书馆
    return [t for t in found if _HONORARY.search(t.text(text))] if verb in _ENGAGED else found


def _given(scene: Scene, mention: Mention, start: int, end: int) -> list[Draft]:
    """`G授予X“T”称号`, `G命名X为T`: the giver before the verb, then holders, then the title."""
    text = scene.text
    verb = mention.start
    ahead = _AHEAD.search(text[start:verb])
    towards = _TOWARDS.search(text[start:verb])
    for_whom = _FOR_WHOM.search(text[start:verb]) if text[verb : mention.end] == "记" else None
    merited = text[verb : mention.end] == "记" and bool(_MERIT.match(text, mention.end))
    if for_whom:
        found = titles(text, mention.end, end, sure=False)
        recipients = holders_in(scene, start + for_whom.start(1), start + for_whom.end(1))
        verb = start + for_whom.start()
    elif towards:
        found = titles(text, mention.end, end, sure=False)
        recipients = holders_in(scene, start + towards.start(1), start + towards.end(1))
        verb = start + towards.start()
    elif merited:
        found, recipients = titles(text, mention.end, end, sure=False), []
    elif ahead:
        found = titles(text, start + ahead.start(1), start + ahead.end(1), sure=False)
        recipients = holders_in(scene, _behind_counts(text, mention.end, end), end)
        verb = start + ahead.start()
    elif _HIM.match(text, mention.end):
        found, recipients = (
            titles(text, mention.end + 1, end, sure=False),
            [*filter(None, (topic(scene, mention.start),))],
        )
    else:
        middle = _split(text, mention.end, end)
        if middle is None:
            return []
        receivers, begin = middle
        found = titles(text, begin, end, sure=False)
        recipients = holders_in(scene, mention.end, receivers)
    found = [t for t in found if t.quoted or t.called or t.form in {Shape.AWARD, Shape.TITLE}]
    counted = all(COUNTED.fullmatch(text, *span) for span in recipients)
    if found and counted and (spelled := spelled_out(scene, (mention.end, found[0].start), end)):
        recipients, counted = spelled, False
    if not found or (counted and not merited):
        return []
    first, last = strip_adverbs(text, start, verb)
    hands = towards is not None and text[mention.start : mention.end] == "颁发"
    handed = hands and bool(persons_in(text, first, last))  # who hands it over is not who gives it
    giver = None if handed else giver_before(text, first, last)
    giver = giver or giver_decided(scene, start) or giver_on(scene, start)
    made: list[Draft] = []
    for title in found:
        made += drafts(scene, title, recipients, giver, (start, title.end), verb=text[mention.start : mention.end])
    return made + given_on(scene, end, giver)


def _behind_counts(text: str, start: int, end: int) -> int:
    """Where the names begin behind 授予 and a count (`授予两位学者A和B`)."""
    counted = _COUNTED.match(text, start, end)
    return counted.end() if counted else start


def _split(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the receivers behind 授予 end and the title begins: at 为, at a quote, at a level word."""
    called = _AS.search(text, start + 2, end)
    quote = re.compile(r"[“\"]").search(text, start, end)
    if quote and quote.start() <= start + 1:
        return None  # nobody is named before what is given
    if called and (quote is None or called.start() < quote.start()):
        return called.start(), called.end()
    if quote and quote.start() > start + 1:
        return quote.start(), quote.start()
    for level in _LEVEL.finditer(text, start + 2, end):
        begins = range(level.start(), level.end() - 2) if level["place"] else [level.start()]
        listed = [at for at in begins if listed_place_end(text, at) == level.end()]  # 同|志江州市
        if listed or level["place"] is None or (place_at(text, level.start()) or (0,))[0] == level.end():
            begin = (listed or [level.start()])[0]
            return begin, begin
    return None


def _commended(scene: Scene, mention: Mention, start: int, end: int) -> Outcome:
    """`X受到G通报表扬`, `G对X予以嘉奖`, `G通报表扬了X`: a commendation without any title."""
    text = scene.text
    hindered = hindrance(scene, start, (mention.start, mention.end), end)
    if hindered:
        return hindered
    if (
        text[mention.start - 1 : mention.start] == "“"
        and text.find("”", mention.end, mention.end + _NAME) > mention.end
    ):
        return Decline("the beginning of a name", (mention.start, mention.end))
    before = text[start : mention.start]
    if before.endswith("或") or text.startswith(("以上", "及以上", "或"), mention.end):
        return Decline("a rule for whoever gets it", (start, mention.end))
    got = re.search(r"^(.*)(?:受到了?|受(?!理)|获得?了?|荣获|被|得到了?)([^,，。;；]{0,30})$", before)
    title = Title([(mention.start, mention.end)], mention.start, mention.end, mention.end, form=Shape.TITLE)
    quote = (start, mention.end)
    if got and not _AIMED.search(before):
        giver = giver_in(text, start + got.start(2), mention.start)
        body = body_at(text, start, start + got.end(1))
        work = body and body[0] == start and _WORK_OF.fullmatch(text, body[1], start + got.end(1))
        recipients = [body] if body and work else holders_in(scene, start, start + got.end(1))
        return drafts(scene, title, recipients, giver, quote, form="commendation")
    given = _ON_WHOM.search(before)
    if given:
        giver = giver_before(text, *strip_adverbs(text, start, start + given.start())) or giver_decided(scene, start)
        recipients = holders_in(scene, start + given.start(1), start + given.end(1))
        if not recipients:
            return Decline("nobody is named who is commended", (mention.start, mention.end))
        if called := _COMMENDED_AS.search(text, start + given.start(1), start + given.end(1)):
            title = Title([called.span(1)], called.start(), called.end(), called.end(), quoted=True, form=Shape.TITLE)
            return drafts(scene, title, recipients, giver, quote)
        return drafts(scene, title, recipients, giver, quote, form="commendation")
    giver = giver_before(text, *strip_adverbs(text, start, mention.start))
    if giver is None or giver[1] < mention.start - 8:
        return Decline("nobody is named who commends", (mention.start, mention.end))
    begin = mention.end + text[mention.end : mention.end + 1].count("了")
    body = body_at(text, begin, end)
    recipients = [body] if body and _WORK_OF.fullmatch(text, body[1], end) else holders_in(scene, begin, end)
    if not recipients:
        return Decline("nobody is named who is commended", (mention.start, mention.end))
    return drafts(scene, title, recipients, giver, (start, end), form="commendation")
