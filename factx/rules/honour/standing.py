"""Honours that stand before a name: `中国工程院院士李晓岚`, `“云溪工匠”获得者王建国`, `全国劳动模范张海燕`."""

import re
from functools import cache

from factx.mentions.persons import persons_in
from factx.patterns import compiled
from factx.rules.honour.drafting import drafts
from factx.rules.honour.shape import Shape, is_class, shape
from factx.rules.honour.titles import Title, unwrapped
from factx.rules.honour.traces import any_in, traces
from factx.rules.honour.vocabulary import alternatives, lexicon
from factx.rules.rule import Draft, Outcome
from factx.rules.scene import Scene
from factx.scan import Mention
from factx.text import Span

_WINNER = r"(?P<winner>获得者|得主|获奖者)"
LED = (
    r"(?:全国|国家|中国|中华|世界|国际|全[省市县区州]|(?!年)[\u4e00-\u9fff]{2,3}(?:自治区|[省市县区州])|[省市县区校](?=级|[优劳先特模最道名首青三五工巾拔十杰骨])|首届|第[一二三四五六七八九十\d]+届"
    r"|诺贝尔|享受|国务院|教育部|\d{4}年度|“[^”]{2,30}”|(?:[\u4e00-\u9fff]{2}|第三世界|发展中国家|俄罗斯|澳大利亚|加拿大)(?:社会)?(?:科学院|工程院|社科院)|两院|中科院|社科院"
    r"|(?=长江学者|国家杰青)|(?:新世纪)?百千万人才工程)"
)
"""What leads a title that stands by itself: a level, an area, a giver, a session, a quoted name."""
_BETWEEN = compiled(r"(?:(?:[、和及]|\s)?[^,，。;；:：的是在被对向与将]{0,40})?$")
_LIST_SIGN = compiled(r"[、，,\s/和与及]{1,2}")
_COUNTED = compiled(r"[\d一二两三四五六七八九十百余多][名位个]$")
_FAR = 60


@cache
def _held() -> re.Pattern[str]:
    heads = alternatives(lexicon().title_head)
    held = f"模范(?:{heads})|{alternatives(lexicon().standing)}"  # 全国模范检察官 is no 全国模范
    return compiled(
        rf"(?P<title>{LED}(?:[^,，。;；:：、的被为是在获请由将以“]|“[^”]*”){{0,24}}?(?:{held}|(?:奖章?|勋章|”){_WINNER})|“[^”]{{2,30}}”(?:荣誉称号|称号|奖)?(?P<prize>获得者|得主))"
    )


def standing(scene: Scene, mention: Mention) -> Outcome:
    """The honours of the persons that a sentence names behind their titles."""
    text = scene.text
    if not any_in(traces(text).standing, mention.start, mention.end):
        return None
    made: list[Draft] = []
    for match in _held().finditer(text, mention.start, mention.end):
        if _COUNTED.search(text[max(mention.start, match.start() - 6) : match.start()]):
            continue
        people = _people_behind(text, match.end(), mention.end)
        if not people:
            continue
        start = match.start() + (2 if match[0].startswith("享受") else 0)
        winner = "winner" if match["winner"] else "prize"
        stop = match.start(winner) if match[winner] else match.end()
        span = unwrapped(text, (start, stop if match["winner"] else stop - _called(text, start, stop)))
        words = text[span[0] : span[1]]
        if words.count("“") != words.count("”") or text.startswith("”", stop):
            continue
        if span[1] - span[0] < 3 or is_class(words):
            continue
        title = Title([span], start, stop, stop, form=shape(words) if match[winner] else Shape.TITLE)
        made += drafts(scene, title, people, None, (match.start(), people[-1][1]))
    return made or None


def _people_behind(text: str, start: int, end: int) -> list[Span]:
    """The persons, listed without a break, that the title ending at `start` leads up to, other titles between."""
    people = [person.name for person in persons_in(text, start, min(end, start + _FAR))]
    if not people or not _BETWEEN.match(text, start, people[0][0]):
        return []
    listed = [people[0]]
    for name in people[1:]:
        if not _LIST_SIGN.fullmatch(text, listed[-1][1], name[0]):
            break
        listed.append(name)
    return listed


def _called(text: str, start: int, stop: int) -> int:
    """How many characters of 称号 stand at the end of a title."""
    return next((len(tail) for tail in ("荣誉称号", "称号") if text[start:stop].endswith(tail)), 0)
