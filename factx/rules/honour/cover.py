"""Work that others tell of or spread: `G《刊物》刊发X的经验做法`, `X的做法被G转发`, `在全省推广`."""

import re

from factx.gazetteer import level_of, place_prefix
from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.records import Level
from factx.rules.honour.adverbs import strip_adverbs
from factx.rules.honour.givers import giver_in, passive
from factx.rules.honour.guards import hindrance
from factx.rules.honour.titles import unwrapped
from factx.rules.honour.topic import body_of
from factx.rules.rule import Decline, Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span, trim

_PRACTICE = (
    r"(?:经验做法|典型经验|典型做法|先进经验|成功经验|经验|做法|模式|事迹|案例|成效|举措|工作法|成果|项目|机制|情况|信息|文章"
    r"|实践|建设|典型|动态)"
)
_SPREADABLE = r"(?:经验做法|经验|做法|模式|工作法|项目|机制|制度|案例|法|品牌)"
_NAMED = compiled(rf"((?:[^,，。;；、以在被将把向\d]|“[^”]*”|、){{0,40}}?{_SPREADABLE}|“[^”]{{4,24}}”|《[^》]+》)$")
_TOPIC = compiled(rf"(“[^”]+”(?:{_SPREADABLE})?)(?=[得被受获经先已多在连荣入])")
"""The practice that the clause before is about (`“云溪模式”得到…肯定,|并在全省推广`)."""
_OBJECT = compiled(rf"(?:了)?((?:[^,，。;；]|“[^”]*”){{2,60}}?{_PRACTICE})(?:[,，。;；]|并|$)")
_HEADLINE = compiled(r"(?:以|题为|刊发|发表|采用|转发|推介|报道)了?\s*(《[^》]{4,}》)")
_DOCUMENT = compiled(r"(?:通知|意见|办法|方案|规定|条例|公告|通告|通报|细则|决定|纲要|规划|讲话)》$")
_SPREAD = compiled(
    r"(?:在|向)(全(?:国|省|市|县|区|州|镇|旗|盟|自治区|系统|行业|校|院|集团|军|域)(?:[\u4e00-\u9fff]{0,10}?(?:范围内?|系统内?|行业))?|各地|[\u4e00-\u9fff]{2,8}(?:系统|行业|范围内?))"
    r"(?:内|进行|予以|加以|范围内|复制|交流|作了?|得到了?|全面|示范)*$"
)
_TALK = compiled(
    r"(?:系列|连续|独家|特别|深度|跟踪|据|记者|[负责]人|书记|主任|局长|[校院县市]长|经理|专家|教授|同志|现场|重点|详细|简要|向[^,，]{0,12})$"
)
_OURS = compiled(r"我[省市县区校院局部镇乡厂司委会旗州]|本[市县区校院局]")
_SOURCE = compiled(r"据|来源|讯|记者|本报|快讯|电[)）]?$|报道[称说指]")
_ARTICLE = compiled(
    r"(?:以|用)《[^》]*》(?:为题目?|等)?(?:[在向]全[国省市县区]|对[^,，。]{2,24}?|先后|分别|专题|专版|重点|予以|加以|给予|进行了?|作了|做了|了|宣传|刊[登发])*$"
)
"""The article by which a medium tells of the work, up to the verb of telling (`以《…》为题在全省予以宣传|推广`)."""
_BULLETIN = compiled(r"(?:简报|信息|专报|要情|内参|网站|官网|公众号|平台)$")
_JOURNAL = compiled(r"《[^》]{2,20}》[^,，。;；《]{0,12}$")


def cover(scene: Scene, mention: Mention) -> Outcome:
    """The coverage that a verb of printing, passing on or reporting tells of."""
    text = scene.text
    clause = scene.clause(mention.start)
    start = _telling_start(scene, clause.start, mention.start)
    before = text[start : mention.start]
    if _SOURCE.search(before) or _TALK.search(before) or text[mention.end : mention.end + 1] in set("称说指的：:"):
        return None
    verb = text[mention.start : mention.end]
    if verb in {"介绍", "推介"} and not (_HEADLINE.search(before) or "被" in before):
        return None
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    passively = passive(text, clause.start, mention.start)
    if passively and passively[1]:
        covered = _headline(scene, passively[0], clause.end) or _before(scene, clause.start, passively[0])
        giver: Span | None = _giver(text, *passively[1])
    elif _speaks_of_us(scene, start, mention.start, clause.end):
        covered = _headline(scene, start, clause.end) or _behind(text, mention.end, clause.end)
        giver = _giver(text, start, mention.start)
    else:
        return Decline("it tells of somebody else", (mention.start, mention.end))
    if covered is None or giver is None:
        return Decline("neither who covers nor what is covered is named", (mention.start, mention.end))
    level = level_of(text[giver[0] : giver[1]])
    quote = (start, max(mention.end, covered[1]))
    return [_draft(scene, covered, giver, level, quote, "coverage")]


def _telling_start(scene: Scene, start: int, verb: int) -> int:
    """Where the telling begins: at the clause, or at the one before that gives the article (`以《…》为题,介绍了…`)."""
    begin, end = strip_adverbs(scene.text, start, verb)
    if end > begin:
        return start
    before = [clause for clause in scene.sentence.clauses if clause.end < start]
    return before[-1].start if before and _ARTICLE.search(scene.text[before[-1].start : before[-1].end]) else start


def _speaks_of_us(scene: Scene, start: int, verb: int, end: int) -> bool:
    """Whether what is covered in `[start, end)` is the work of the body whose report this is."""
    text = scene.text
    told = text[start:end]
    if article := _ARTICLE.search(
        text[start:verb]
    ):  # the medium's own name says nothing: 《江州晚报》以《渔民的一天》为题
        told = text[start + article.start() : end]
        if "对" not in article[0]:
            told = text[scene.sentence.start : start] + told
    ours = scene.context.document_subject
    if ours is None or _OURS.search(told):
        return _OURS.search(told) is not None
    name = scene.text[slice(*ours)]
    own = name[place_prefix(name, 0) or 0 :]  # 市科协 is 江州市科协
    return name[:2] in told or (len(own) > 1 and own in told)


def promotion(scene: Scene, mention: Mention) -> Outcome:
    """The practice that is spread: `“X模式”在全省推广`, `X项目被市科技局推广`."""
    text = scene.text
    if text[mention.start : mention.end] not in {"推广", "复制推广", "推介"}:
        return None
    clause = scene.clause(mention.start)
    if _ARTICLE.search(text[clause.start : mention.start]):
        return cover(scene, mention)
    spread = _SPREAD.search(text[clause.start : mention.start])
    passively = passive(text, clause.start, clause.start + spread.start() if spread else mention.start)
    if spread is None and (passively is None or passively[1] is None):
        return None
    hindered = hindrance(scene, clause.start, (mention.start, mention.end), clause.end)
    if hindered:
        return hindered
    stop = passively[0] if passively else clause.start + spread.start() if spread else clause.start
    practice = _before(scene, clause.start, stop)
    if practice is None:
        return Decline("what is spread is not named", (mention.start, mention.end))
    if spread:
        area = (clause.start + spread.start(1), clause.start + spread.end(1))
        giver = passively[1] if passively else None
        level = level_of(text[giver[0] : giver[1]]) if giver else level_of(text[area[0] : area[1]])
    else:
        giver = passively[1] if passively else None
        level = level_of(text[giver[0] : giver[1]]) if giver else None
        giver = None if giver and text[giver[0]] == "全" else giver  # 被全市推广: where, not by whom
    return [_draft(scene, practice, giver, level, (practice[0], mention.end), "promotion")]


def _draft(scene: Scene, title: Span, giver: Span | None, level: Level | None, quote: Span, form: str) -> Draft:  # noqa: PLR0913, PLR0917
    """The record; it is an honour of the body whose report this is."""
    holder = scene.context.document_subject or body_of(scene, quote[0])
    spans: dict[str, Span | list[Span]] = {"title": [title], "recipients": [holder] if holder else []}
    if giver:
        spans["grantor"] = giver
    return Draft("honour", quote, spans, {"level": level, "form": form})


def _before(scene: Scene, start: int, end: int) -> Span | None:
    """The practice named at the end of `[start, end)`, else in the clause before."""
    text = scene.text
    start, end = strip_adverbs(text, start, end)
    named = _NAMED.search(text[start:end])
    if named and text[start + named.start() - 1 : start + named.start()].isdigit():
        return None  # only how many are spread
    if named and named.end() - named.start() >= 4:
        return unwrapped(text, _from_quote(text, (start + named.start(1), start + named.end(1))))
    if end - start > 2:
        return None
    earlier = [clause for clause in scene.sentence.clauses if clause.end < max(start, scene.sentence.start + 1)]
    if not earlier:
        return None
    opening = _TOPIC.match(text, earlier[-1].start, earlier[-1].end)
    if opening:
        return unwrapped(text, opening.span(1))
    named = _NAMED.search(text[earlier[-1].start : earlier[-1].end])
    if named is None:
        return None
    return unwrapped(text, _from_quote(text, (earlier[-1].start + named.start(1), earlier[-1].end)))


def _from_quote(text: str, span: Span) -> Span:
    """The phrase from its quoted name on (`基层改革的“云溪模式”` → `“云溪模式”`)."""
    quote = text.rfind("“", *span)
    if quote <= span[0]:
        return span
    bodies = bodies_in(text, span[0], quote)
    return (quote, span[1]) if text[quote - 1] in "的了" or (bodies and bodies[-1] == (span[0], quote)) else span


def _headline(scene: Scene, start: int, end: int) -> Span | None:
    """The article's name, where the clause gives one."""
    for match in _HEADLINE.finditer(scene.text, start, end):
        if not _DOCUMENT.search(match[1]):
            return unwrapped(scene.text, match.span(1))
    return None


def _behind(text: str, start: int, end: int) -> Span | None:
    """The practice that the verb takes."""
    match = _OBJECT.match(text, start, end)
    if match is None:
        return None
    begin, stop = match.span(1)
    bodies = bodies_in(text, begin, stop)
    if bodies and bodies[0][0] == begin and stop - bodies[0][1] >= 4:
        begin = bodies[0][1]
    return trim(text, (begin, stop), " 的")


def _giver(text: str, start: int, end: int) -> Span | None:
    """Who prints or passes on: the subject of the verb, without its article and its journal."""
    headline = re.search(r"(?:以(?:《[^》]*》.*)?|题为.*)$", text[start:end])
    stop = start + headline.start() if headline else end
    return _owner(text, strip_adverbs(text, start, stop))


def _owner(text: str, span: Span) -> Span | None:
    """The giver of a span: the owner of the journal it ends in, or the journal itself."""
    journal = _JOURNAL.search(text[span[0] : span[1]])
    if journal and journal.start() > 1 and text[span[0] + journal.start() - 1] in "、和及":
        return giver_in(text, *span)  # 新华社、《江东日报》等媒体
    if journal and journal.start() > 1:
        return giver_in(text, span[0], span[0] + journal.start())
    bulletin = _BULLETIN.search(text[span[0] : span[1]])
    if bulletin:
        bodies = bodies_in(text, *span)
        return bodies[0] if bodies else None
    if journal:
        return span[0] + 1, text.index("》", span[0])
    return giver_in(text, *span)
