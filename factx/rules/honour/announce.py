"""Honours named before those who got them: `第六届江州市道德模范评选揭晓,甲、乙榜上有名`, `…名单公布,甲获此殊荣`."""

import re
from typing import NamedTuple

from factx.gazetteer import level_of
from factx.mentions.bodies import bodies_in
from factx.patterns import compiled
from factx.rules.honour.givers import giver_in, set_apart
from factx.rules.honour.shape import Shape, shape
from factx.rules.honour.titles import Title, titles, unwrapped
from factx.rules.scene import Scene
from factx.scan import within
from factx.text import Span

THIS = compiled(r"了?(?:此|该|这一|这项|此项|这个|上述)(?:项|一)?(?:殊荣|荣誉称号|荣誉|称号|奖项|大奖|奖)")
"""What stands for an honour told of before."""
_OUT = r"(?:揭晓|公布|发布|出炉|公示|结束)"
_NAME = r"(?:[^,，。;；\s的了布由]|“[^”]*”){2,30}?"
_RESULT = r"(?:评选活动|评选表彰|评选|评审|推选|遴选|选拔|表彰|获奖|入选|获得者|当选)*(?:结果|人员|人选|对象)?(?:名单)?"
_TELLS = r"(?:公布|发布|公示|揭晓|表彰|下发|印发)了?(?:关于(?:公布|表彰|命名))?"
_CHOSEN = (
    compiled(rf"({_NAME}){_RESULT}(?:正式|已经?|近日|日前|于?今日|今天)*{_OUT}"),
    compiled(rf"{_TELLS}({_NAME})(?:的?(?:通知|决定)|{_RESULT})$"),
    compiled(
        rf"({_NAME})(?:颁奖|表彰)(?:大会|典礼|仪式)(?:在[^,，]{{2,16}}|昨[天日]|今[天日]|日前|近日)?(?:隆重)?(?:举行|召开|举办)"
    ),
)
"""A title, and that those who got it were chosen or made known."""
_LISTS = (
    compiled(rf"((?:[^,，。;；\s的了布]|“[^”]*”){{2,30}}(?:名单|榜单?|名录|目录))[^,，。;；]{{0,6}}{_OUT}"),
    compiled(r"(?:公布|发布|公示|揭晓)了?((?:[^,，。;；]|“[^”]*”){2,30}(?:名单|榜单?|名录|目录))"),
)
"""A list of those who got something: the list is the title."""
_OF_WINNERS = compiled(r"(?:获奖|获得者|当选|入选者|受表彰)[\u4e00-\u9fff]{0,3}名单$")
_DATELINE = compiled(r"\d{1,2}日(?:电|讯|消息)(?:\s*[（(][^（）()]*[）)])?")
_OWN = compiled(r"[我本][校院市县区省镇局]")
_LED = compiled(r"(?:近日|日前|今天|昨天|[\d年月日]+度?|获悉|从.{2,12}获悉|据悉)+[,，]?")
_SOON = r"(?:(?:联合|共同|正式|近日|日前|今[天日]|昨[天日]|向(?:全)?社会)(?:公开)?|[（(][^（）()]{1,10}[)）])*"
_MAKES_KNOWN = compiled(
    rf"(?:^|[,，。：:\n])([^,，。;；：:\n]{{2,40}}?){_SOON}(?:(?:公布|发布|下发|印发|发文|通报)了?[^,，。;；\n]{{2,60}}?(?:名单|决定|通报|结果|先进事迹)"
    r"|(?:公布|发布|宣布|通报|[发下]文(?:件|表彰|通报)?|下发文件)[,，])"
)
_BACK = 200
_GOT = frozenset(("receive", "rate"))
_DESCRIBING = frozenset("的者")
_STOP = compiled("[,，。;；:：\n]")
_GAVE = compiled(
    rf"(?:^|[,，。：:\n由在])([^,，。;；：:\n]{{2,60}}?等?){_SOON}(?:日前|近日)?(?:决定)?[,，]?"
    r"(?:(?:表彰|授予|命名|认定|评选|公布|发布|通报表扬)了?[^,，。;；]{0,40}|(?:主办|举办|组织|开展|评选|颁发)的[^,，。;；]{0,10}|(?:主办|指导)[,，][^,，。;；]{2,20}承办的[^,，。;；]{0,10})$"
)
"""What a giver does right before the title that is told again: 教育部表彰了1998名“…”, 由省总工会主办的“…”."""
_NOMINEE = compiled(r"“([^”]+)”提名奖?")


class Announced(NamedTuple):
    """The honour announced, and who announces it."""

    title: Title
    giver: Span | None


def announced(scene: Scene, start: int, *, lists: bool) -> Announced | None:
    """The honour that the clauses before `start` announce: those of the sentence, then of the sentence before.

    With `lists` the list itself is the honour (`…名单公布,甲入选`), where there is one.
    """
    text = scene.text
    for clause in reversed([clause for clause in scene.sentence.clauses if clause.end <= start]):
        found = _in_clause(text, clause.start, clause.end, lists=lists)
        if found:
            return found
    floor = max(0, scene.sentence.start - _BACK)
    for match in reversed(list(re.finditer(r"[^,，。;；\n]+", text[floor : scene.sentence.start]))):
        found = _in_clause(text, floor + match.start(), floor + match.end(), lists=lists)
        if found:
            return found
    return _told(scene, floor, start)


def _told(scene: Scene, floor: int, start: int) -> Announced | None:
    """The honour that a verb between `floor` and `start` last told of (`授予甲“T”称号。乙获此殊荣`), or None."""
    text = scene.text
    for verb in reversed(within(scene.mentions.verbs, floor, start)):
        if verb.sort not in _GOT or text[verb.end : verb.end + 1] in _DESCRIBING:
            continue
        stop = _STOP.search(text, verb.end, start)
        end = stop.start() if stop else start
        quoted = text.find("“", verb.end, end) if verb.sort == "rate" else -1
        found = titles(text, max(verb.end, quoted), end, sure=False)
        if not found or not (found[0].quoted or found[0].called or found[0].form in {Shape.TITLE, Shape.AWARD}):
            continue
        opening = [match.end() for match in _STOP.finditer(text, floor, verb.start)]
        begin = max(opening[-1] if opening else floor, text.rfind("被", floor, verb.start) + 1)
        giver = giver_in(text, begin, verb.start) if verb.sort == "rate" else None
        return Announced(found[0], giver)
    return None


def _in_clause(text: str, start: int, end: int, *, lists: bool) -> Announced | None:
    led = _LED.match(text, start, end)
    start = led.end() if led else start
    own = _OWN.match(text, start, end)
    start = own.end() if own else start
    for pattern in (*_LISTS, *_CHOSEN) if lists else (*_CHOSEN, *_LISTS):
        match = pattern.search(text, start, end)
        if match is None or (pattern in _LISTS and _OF_WINNERS.search(match[1])):
            continue
        if pattern in _CHOSEN and shape(match[1]) not in {Shape.TITLE, Shape.AWARD}:
            continue
        name = (text.rfind("暨", *match.span(1)) + 1 or match.start(1), match.end(1))
        apart = set_apart(text, name)
        line = _DATELINE.search(text, start, match.start(1))
        bodies = bodies_in(text, line.end() if line else start, match.start(1))
        giver = apart[0] if apart else (bodies[0][0], bodies[-1][1]) if bodies else own.span() if own else None
        span = unwrapped(text, apart[1] if apart else name)
        return Announced(Title([span], *span, span[1], form=shape(text[slice(*span)])), giver)
    return None


def announcer(scene: Scene, title: str, at: int) -> Span | None:
    """Who made those honoured with `title` at `at` known, in the sentences or clauses before: the giver, or None.

    A line further up tells it only where it names the title, and so it is with a title that has a level of its own.
    """
    text = scene.text
    line = text.rfind("\n", 0, scene.sentence.start) + 1
    floor = max(0, scene.sentence.start - _BACK)
    if told := _told_before(text, title, floor, at):
        return told
    for match in reversed(list(_MAKES_KNOWN.finditer(text, floor, scene.sentence.end))):
        bodies = bodies_in(text, *match.span(1))
        if not bodies or bodies[-1][1] != match.end(1):
            continue
        is_near = match.start() >= line - 1 and level_of(title) is None
        if is_near or title in text[match.start() : _end_of_sentence(text, match.end())]:
            return bodies[0][0], bodies[-1][1]
    return None


def _told_before(text: str, title: str, floor: int, at: int) -> Span | None:
    """Who gives `title`, where it is named before as what they gave, or as what they held (`G主办的“T”颁奖典礼`)."""
    core = _NOMINEE.fullmatch(title)
    while (at := text.rfind(core[1] if core else title, floor, at)) >= 0:
        start = max(text.rfind(stop, floor, at) for stop in "。；;\n") + 1
        given = _GAVE.search(text, max(start, floor), at)
        bodies = bodies_in(text, *given.span(1)) if given else []
        if given and bodies and bodies[-1][1] >= given.end(1) - 1:
            return bodies[0][0], bodies[-1][1]
    return None


def _end_of_sentence(text: str, at: int) -> int:
    """Where the sentence at `at` ends."""
    return min((stop for stop in (text.find("。", at), text.find("\n", at)) if stop >= 0), default=len(text))
