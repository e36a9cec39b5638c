"""The words that tell a plan from a result: in headings, at the beginnings of sentences, in clauses."""

import re
from functools import cache

from factx.context.lexicon import either, lexicon
from factx.patterns import compiled

_ONES = "一二三四五六七八九十"
_BEFORE_SCHEME = "年月日号天还并将均也省市县区州国院校司团局厂镇乡村方"
"""Behind these 计划 is a verb where a verb follows; elsewhere it is a noun (行动计划)."""
_HELP = r"[^，,；;。]{0,10}(?:资金|补助|债券|贷款|指标|项目|试点|支持)\d"
"""What is got from above, and counted: 争取|上级资金20亿元 tells of a result where nothing else looks ahead."""


@cache
def turns() -> tuple[re.Pattern[str], ...]:
    """Headings ahead, sentences ahead, numbered headings ahead, headings back, sentences back."""
    words = lexicon()
    ahead = either(words.time_ahead | words.goal)
    return (
        compiled(ahead),
        compiled(rf"{either(words.time_ahead)}|(?:{either(words.goal)})(?:是|为|[:：])"),
        compiled(either(words.weak_goal)),
        compiled(either(words.review | words.time_back)),
        compiled(either(words.time_back)),
    )


@cache
def cues() -> re.Pattern[str]:
    """Cues of a clause. `要` and `将` count before a verb only, which `_is_modal` looks at."""
    words = lexicon()
    return compiled(
        rf"(?P<ahead>{either(words.ahead)}|(?<![斗战竞])争取(?!到|{_HELP})|(?<=[，,；;。:：\s要并])确保)"
        rf"|(?P<forecast>{either(words.forecast)}|预期(?!寿命|目标|性))"
        r"|(?P<must>(?<![重主需首只提必想简摘概纲不所次还若既就])(?<!每[年月天日周晚])要(?![求素点闻件害塞领道职员不是么事]))"
        r"|(?P<will>将(?![军士领来官才帅])|(?<![虚模比草])拟(?![定订合人态])|预计(?!完成|实现|达|增长|同比))"
        rf"|(?P<scheme>(?:(?<![\u4e00-\u9fff”])|(?<=[{_BEFORE_SCHEME}]))计划(?!生育|[^，。；]{{0,4}}[数量额的]))"
        r"|(?P<said>(?<=[出确求定][，,：:])20\d\d年)"
        r"|(?P<past>(?<![较比与到至和从—-])(?:19|20)\d\d年(?=[，,全度末底\u4e00-\u9fff])(?!的|计划|目标))"
        rf"|(?P<later>(?<![较比与])(?:明年|后年|(?:未来|今后)[0-9{_ONES}]{{1,3}}年)(?![初前]))"
        r"|(?P<target>(?<![长加高升降少展大跌减])到20\d\d年(?!的)|(?<![截至止])20\d\d年(?=[，,要将力全底]|达到|实现|完成|确保))"
        rf"|(?P<done>{either(words.done)}|(?<!项)目前|当前(?!和今后)|近年来|(?<![比较])[去上]年(?!同期|相比)|已(?![\u4e00-\u9fff]{{1,4}}的)"
        r"|(?<![为除不])了(?![解然不]))"
    )


@cache
def manners() -> frozenset[str]:
    """Words of manner that lead a verb, the verbs of bids among them (将|大力|推进)."""
    return lexicon().manner | lexicon().bid


@cache
def weights() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What weighs for a part that looks back, and what for one that looks ahead."""
    words = lexicon()
    return compiled(either(words.result)), compiled(either(words.bid))
