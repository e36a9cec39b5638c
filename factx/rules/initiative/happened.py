"""Names before their verb: …项目开工建设, …大会在…举行, 《…》印发."""

import re
from functools import cache

from factx.gazetteer import place_prefix
from factx.patterns import compiled
from factx.rules.initiative import edges, lexicon, reach, record, telling
from factx.rules.initiative.lexicon import words_of
from factx.rules.initiative.listing import listing
from factx.rules.rule import Decline, Draft, Outcome, Rule
from factx.rules.scene import Scene
from factx.scan import Mention, within
from factx.segment import Clause
from factx.text import Span

_BEHIND = compiled(
    r"(?:(?<=进入|处于)[^，,。；;]{1,16}(?:阶段|时期)$|了?[\d一二三四五六七八九十两]+[届期次场](?:$|、))|(?<=落户|进驻|入驻)[^，,。；;的]{1,14}$|(?:了|建设|使用|运营|通车|运行)?(?:并(?:正式)?(?:投入使用|投入运营|通车|投用|投产|启用))?(?:仪式)?(?:、|$)"
)
_PLACE = compiled(r"(?:于|在)[^在于]{1,40}$")
_SKIP = compiled(
    r"(?:顺利|实现|隆重|正式|成功|全面|基本|按期|如期|初步|进一步|稳步|加快|即将|将|原计划|预计|定于|已经?|全部|全线|年内|同日|盛大|圆满|陆续|相继|先后|近日|日前|今天|昨日|建设|进程"
    r"|工作|\d+[月日][上下]?午?|年底|整体|有序|同步|分别|继续|也|均|都|再次|首次|胜利|如火如荼|热烈|提前|扎实|取得|有望|力争|早日|尽早|优化升级|起|于|共同|联合|今年|去年|明年|目前|正在|连续|累计|尽快|抓紧|全容量|当日|当天|昨天|昨晚|今晚|今日|本月|上午|下午|[（(][^（()）期段]{2,12}[）)])$"
)
_HOSTED = compiled(r"(?:主办|承办|协办|举办|组织|发起|支持)的")
_HOSTED_NAME = compiled(r"(?:主办|承办|协办|举办)的|(?:组织|发起|支持|开展|推出|实施)的(?=“)")
"""Behind these the name begins, whatever its other words do (…主办的|“…”议题设置发布仪式)."""
_TIME = compiled(
    r"(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}[日号](?:至\d{1,2}[日号])?(?:上午|下午|晚上?|中午)?(?:起正?式?)?$"
)

_DATED = compiled(
    r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)(?:上午|下午|晚上?|中午|[上中下]旬|[初底末])?[,，]?(?=[^\d])"
)
"""When something happened, before its name: 12月9日上午|江州市第三届艺术节|举行."""

_KEPT = compiled("纪念|庆祝")
"""What leads the name of a meeting that keeps a day."""
_DENIED = ("不能", "未能", "没有", "尚未", "没能", "无法")
"""Between a name and its verb (生产计划|也不能|完成)."""

_UNVEILED = ("揭牌", "揭幕", "奠基", "挂牌", "剪彩")
"""What somebody does for a thing that he opens (两位院长共同为|甲中心|揭牌)."""


@cache
def _pattern() -> re.Pattern[str]:
    """Any verb of happening, at the end of what is looked at."""
    verbs = sorted((w for w, v in lexicon.around().verbs.items() if v.before), key=len, reverse=True)
    return compiled("|".join(map(re.escape, verbs)))


def _subjects(scene: Scene, sentence: Mention) -> Outcome:
    if not _pattern().search(scene.text, sentence.start + 2, sentence.end):
        return None  # few sentences have such a verb; the rest are not cut into clauses for it
    drafts: list[Draft] = []
    declined: Decline | None = None
    for clause in scene.sentence.clauses:
        floor = clause.start
        for verb in verbs_behind(scene, clause):
            start, end = _subject(scene, floor, verb[0])
            floor = verb[1] + 1
            if end - start < 4 or (scene.text[verb[0] : verb[1]] == "签约" and "与" in scene.text[start:end]):
                continue  # who signs, not what is signed
            found = listing(scene, start, end)
            for item in (_without_verb(scene, item) for item in found.items):
                denied = any(word in scene.text[item.end : verb[0]] for word in _DENIED)
                word = scene.text[verb[0] : verb[1]]
                reason = "not done" if denied else telling.why_not(scene, item, found.shared, word)
                if reason is None:
                    drafts.append(record.draft(scene, item, found.shared, verb))
                else:
                    declined = Decline(reason, item.span)
    return drafts or declined


def _without_verb(scene: Scene, item: edges.Item) -> edges.Item:
    """The name without the verb that makes it, and whoever does, before it (江东建设|青云国家公园|扎实推进)."""
    if item.head is None:
        return item
    for verb in within(scene.verbs, item.start, item.head.start - 1):
        led = verb.start == item.start or place_prefix(scene.text, item.start) == verb.start
        word = scene.text[verb.start : verb.end]
        makes = word in lexicon.making() - lexicon.SORTS_OF_WORK and item.head.start - verb.end > 1
        if led and makes and not lexicon.head_at(scene.text, item.start, verb.end):
            return item._replace(start=verb.end)
    return item


def verbs_behind(scene: Scene, clause: Clause) -> list[Span]:
    """The verbs that end the clause or a part of it before `、`, nothing but particles behind them."""
    return [
        match.span()
        for match in _pattern().finditer(scene.text, clause.start + 2, clause.end)
        if _BEHIND.match(scene.text, match.end(), clause.end) and not record.marked(scene, match.start())
    ]


def _subject(scene: Scene, start: int, end: int) -> Span:
    """What stands before the verb without adverbs, time and place behind it, and what governs it before it."""
    text = scene.text
    moved = True
    while moved and end > start:
        moved = False
        for pattern in (_SKIP, _TIME, _PLACE):
            match = pattern.search(text[start:end])
            if match and not record.marked(scene, start + match.start()):
                end, moved = start + match.start(), True
    if text.startswith(("计划于", "计划在"), end - 2) and lexicon.head_at(text, start, end - 2):
        end -= 2  # 青禾料厂|计划于明年投产
    if dated := _DATED.match(text, start, end):
        start = dated.end()
    if text[end - 1] == "》":
        title = next((book[0] for book in scene.books if start <= book[0] and book[1] == end), start)
        return (end, end) if text[title - 1 : title] == "由" else (title, end)
    mask = edges.masked(scene, start, end)
    gap = mask.rfind(" ")
    if gap > 0 and "\u4e00" <= mask[gap - 1] <= "\u9fff":
        start += gap + 1
    mask = edges.masked(scene, start, end)
    dash = mask.rfind("——")
    if dash > 0 and lexicon.head_at(mask, dash + 2, len(mask)):
        return start + dash + 2, end
    if (behind := _behind_governor(scene, mask, start, end)) is not None:
        kept = _KEPT.search(mask, 0, behind - start) if reach.ANNIVERSARY.match(text, behind, end) else None
        return start + kept.start() if kept else behind, end  # 纪念…成立|40周年座谈会
    for verb in scene.verbs:
        if verb.start == start and scene.text[verb.start : verb.end] in lexicon.governing():
            return verb.end, end
    return start, end


def _behind_governor(scene: Scene, mask: str, start: int, end: int) -> int | None:
    """Where the name begins behind what hosts, unveils or governs it; `end` where somebody else does the deed (由…)."""
    if "的" in mask and (hosted := _HOSTED_NAME.search(mask)):
        return start + hosted.end()
    for word in reversed(words_of(mask)):
        if word.text == "为" and scene.text.startswith(_UNVEILED, end):
            return start + word.end
        if word.text == "由":
            hosted = _HOSTED.search(mask, word.end)
            return start + hosted.end() if hosted else end
        if word.text == "了" or (
            word.text in lexicon.breaking() and word.text not in ("对", "向") and not lexicon.begins_head(mask, word)
        ):
            return start + word.end
    return None


RULES: tuple[Rule, ...] = (Rule("initiative.happened", "sentence", _subjects),)
