"""Short names without a head noun: brands, works and persons that a report comes back to."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from factx.context.actor import acts, names_post, own_at
from factx.context.lexicon import either, lexicon
from factx.context.naming import CLASS_OF_PLACE
from factx.gazetteer import place_prefix
from factx.mentions.person_names import begins_name
from factx.patterns import compiled
from factx.text import Span
from factx.words import cut, pos

_WORKS = compiled(r"[\u4e00-\u9fff](?:钢|铝|铜|药|汽|矿|油|煤|航|建|投)(?=[\u4e00-\u9fff\d])")
_WORKS_RECUR = 3
_NAME_LONG = 6
_PROPER = frozenset({"nr", "ns", "nt", "x"})
_ORDINARY = frozenset({"n", "vn", "a", "b", "s", "f", "i", "l", "j"})
_HERE = frozenset({"中国", "我国", "全国", "国内", "全球", "国际"})
_NO_NAME = frozenset({"v", "vd", "d", "ad", "p", "c", "uj", "ul", "u", "r", "t", "m"})
_RECURS = 3
_NEARLY = 0.8
_PERSON_LONG = 4
_FEW = 2
_CLASSES = ("企业", "行业", "产业", "市场", "品牌", "厂商", "产品")
_ILLS = ("癌", "病", "症", "瘤", "炎")
_PATIENTS = ("先生", "女士", "小姐", "阿姨", "大爷", "大妈", "奶奶", "患者", "病人")
_QUOTED = compiled(r"“([\u4e00-\u9fffA-Za-z]{3,8})”")
_COMPANY = compiled(
    r"(?:[\u4e00-\u9fff]{0,8}(?:董事长|总经理|总裁|营业总?收入)|公司|集团|股份|控股|董事长|总经理|副总|总裁|创始人|发言人|品牌|旗下|(?:\d{1,2}月)?(?:\d{1,2}日)?(?:晚|今天|昨天|今日|昨日|近日|日前)?(?:发布|宣布|公告|推出|签约|营业|净利润|中标|股价|上市))"
)
"""What follows the name of a company: its posts, its papers, its sales."""
_PRONOUN = compiled(r"[他她它我你其此该这那]")


def recurring(text: str, start: int, end: int) -> Span | None:
    """The longest beginning of the stretch that the text comes back to as an actor: 青禾股份, 长河流域."""
    if firm := _firm(text, start, end):
        return firm
    if text.count(text[start : start + 2]) < _RECURS:
        return None
    place = place_prefix(text, start)
    if place and text[place - 1] in CLASS_OF_PLACE:
        return None
    ends = []
    proper = False
    for word in cut(text, start, min(end, start + _NAME_LONG + _NAME_LONG // 2)):
        if word.pos in _NO_NAME or not word.text.isalpha() or word.end > start + _NAME_LONG:
            break
        proper = proper or (word.pos in _PROPER and word.pos != "ns") or len(word.text) == 1
        if len(word.text) > 1:
            ends.append((word.end, proper))
    for stop, is_proper in reversed(ends):
        name = text[start:stop]
        if _is_common(name) or names_post(name) or _PRONOUN.search(name) or name.endswith(_ILLS + _PATIENTS):
            continue
        if (is_proper or _is_trader(text, name)) and acts(text, name, comma=False) > 1:
            return start, _whole(text, (start, stop))[1]
    return None


def _firm(text: str, start: int, end: int) -> Span | None:
    """The company whose proper name a word for its trade ends (青禾|电子), where it acts at all, or None."""
    firm = _by_trade(text, start, end)
    name = text[slice(*firm)] if firm else ""
    return firm if firm and text.count(name) > 1 and acts(text, name, comma=False) else None


def _by_trade(text: str, start: int, end: int) -> Span | None:
    """The proper name before a word for a trade, with that word."""
    match = _trades().match(text, start, end)
    if match is None or place_prefix(text, start) or names_post(match[0]):
        return None
    if match[0][:2] in _HERE or match[0][:2] in lexicon().nation:
        return None
    own = cut(text, start, match.start(1))
    is_proper = pos(match[0]) is None and any(word.pos in _PROPER or len(word.text) == 1 for word in own)
    is_word = any(len(word.text) > 1 and (word.pos in _NO_NAME or word.pos in _ORDINARY) for word in own)
    return match.span() if is_proper and not is_word else None


@cache
def _trades() -> re.Pattern[str]:
    return compiled(
        rf"[\u4e00-\u9fff]{{2,4}}?({either(lexicon().trade)})(?![\u4e00-\u9fff]{{0,2}}(?:行业|产业|市场|企业))"
    )


def quoted(text: str, start: int, end: int) -> Iterator[Span]:
    """The names in quotes of the stretch that the text comes back to as actors (“青禾优选”)."""
    for match in _QUOTED.finditer(text, max(0, start - 1), end):
        name = match[1]
        if pos(name) is None and text.count(name) > _RECURS and acts(text, name, comma=False) > 1:
            yield match.span(1)


def _is_trader(text: str, name: str) -> bool:
    """Whether what stands behind a name of ordinary words shows a company (青山智能|公告, 青山智能|董事长)."""
    if pos(name) is not None or len(name) <= _FEW or name.endswith(_CLASSES):
        return False
    at = text.find(name)
    while at >= 0:
        if _COMPANY.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _whole(text: str, name: Span) -> Span:
    """The name with what nearly always stands beside it: 青|禾记, 云|溪电气."""
    start, end = name
    while end - start < _NAME_LONG:
        words = text[start:end]
        often = _NEARLY * text.count(words)
        if text[end : end + 1].isalpha() and text.count(text[start : end + 1]) >= often:
            end += 1
        elif start and text[start - 1].isalpha() and text.count(text[start - 1 : end]) >= often:
            start -= 1
        else:
            break
    return start, end


def profiled(text: str, start: int, end: int) -> Span | None:
    """A part of the title that is a name and nothing else, where the text goes on about it: 林晓青：…, 林晓青 -- ….."""
    name = text[start:end]
    if text.startswith((":", "："), end) and _by_trade(text, start, end) == (start, end):
        return start, end
    if (
        text.startswith((":", "："), end)
        and len(name) <= _NAME_LONG
        and _is_trader(text, name)
        and acts(text, name) > 1
    ):
        return start, end
    short = (len(name) <= _PERSON_LONG and name.isalpha()) or "·" in name
    if len(name) == _PERSON_LONG and "·" not in name and not begins_name(text, start):
        return None  # 喜迎国庆, 世界共赢
    proper = short and any(word.pos in _PROPER or len(word.text) == 1 for word in cut(name))
    return (start, end) if proper and not _is_common(name) and text.count(name) > 1 else None


def _is_common(name: str) -> bool:
    """Whether a name is an ordinary word, or names a class only."""
    return own_at(name, 0, len(name)) is not None or name in lexicon().bare or (pos(name) or "x") not in _PROPER


def works(text: str) -> Span | None:
    """The short name of a company that the text comes back to and that acts in it (江钢, 云铝), or None."""
    counted = Counter(_WORKS.findall(text))
    often = [name for name in counted if counted[name] >= _WORKS_RECUR and pos(name) is None]
    best = max((n for n in often if place_prefix(n + "。", 0) is None), key=lambda name: counted[name], default=None)
    if best is None:
        return None
    at = text.find(best)
    return _whole(text, (at, at + len(best)))
