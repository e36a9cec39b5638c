"""Resolve: drafts that tell one fact become one, and all of them stand in the order of the text."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factx.patterns import compiled
from factx.rules.initiative.lexicon import CATEGORIES, names
from factx.rules.observer import Observer
from factx.rules.rule import Draft
from factx.segment import Sentence
from factx.text import Span, joined

_DROP = str.maketrans("", "", "“”‘’\"'＂《》「」『』【】()（） \u3000")

_TELLING = 4
"""A name shorter than this may be the tail of another by chance."""

_LONGEST_HEAD = 6

_SHARED = 6
"""So many characters at the end of two names tell the same thing, where they are half of the shorter one."""

_PLENARY = compiled(r"中央委员会第([一二三四五六七八九十]+)次全体会议")
_ASSEMBLY = compiled(r"政协第([一二三四五六七八九十]+)届全国委员会")
"""What a headline calls 二中全会, and 全国政协十四届."""

_LIST = "名单"
"""Behind a title: those on its list hold it."""

_END = 2
"""So many characters at the end of names tell their class."""

Found = tuple[Draft, Sentence]
Key = tuple[object, ...]


def resolve(found: list[Found], text: str, observer: Observer | None = None) -> list[Found]:
    """One draft a fact, sorted by place; the fullest telling stays, at its own place."""
    _by_title(found, text)
    kept: dict[Key, Found] = {}
    holders: dict[Key, dict[str, Span]] = {}  # of titles told more than once
    for item in _without_headlines(found, text, observer):
        key = key_of(item[0], text)
        other = kept.get(key)
        if other is None:
            kept[key] = item
            continue
        fuller, emptier = (item, other) if _fullness(item[0]) > _fullness(other[0]) else (other, item)
        if observer and fuller is not emptier:
            observer.lose(emptier[0], fuller[0], "told more fully there" if fuller is item else "told there already")
        if fuller[0].kind == "honour":
            held = holders[key] if key in holders else _with_holders({}, None, other[0], text)
            holders[key] = _with_holders(held, other[0], item[0], text)
            fuller[0].spans.setdefault("recipients", [])
        kept[key] = fuller
    for key, held in holders.items():
        kept[key][0].spans["recipients"] = list(held.values())
    short = _short_forms(list(kept))
    if observer:
        for key, full in short.items():
            observer.lose(kept[key][0], kept[full][0], "a short form of a name")
    for key in short:
        del kept[key]
    return sorted(kept.values(), key=lambda item: (item[0].quote, item[0].kind))


def _by_title(found: list[Found], text: str) -> None:
    """Give a counted prize the whole title that it has as an honour, the contest before the grade."""
    titles = {spans[-1][1]: spans for draft, _ in found if draft.kind == "honour" for spans in [_parts(draft, "title")]}
    for draft, _ in found:
        if draft.kind != "achievement" or draft.values["measure"] != "count":
            continue
        metric = _parts(draft, "metric")
        title = titles.get(metric[-1][1], metric)
        if len(title) > 1 and joined(text, title).endswith(joined(text, metric)):
            draft.spans["metric"] = title


def _parts(draft: Draft, field: str) -> list[Span]:
    """The spans of a field that may have several."""
    span = draft.spans[field]
    return span if isinstance(span, list) else [span]


def key_of(draft: Draft, text: str) -> Key:
    """What makes two drafts the same fact."""
    spans = draft.spans
    if draft.kind == "initiative":
        return draft.kind, _bare(spans["name"], text)
    if draft.kind == "honour":
        return draft.kind, _bare(spans["title"], text).removesuffix(_LIST)
    if draft.kind == "awardee":
        return draft.kind, _bare(spans["name"], text), _bare(spans["honour"], text).removesuffix(_LIST)
    values = draft.values
    period = values.get("period")
    when = text[period.start : period.end] if period else None
    unit = _bare(spans["unit"], text) if "unit" in spans else None
    return draft.kind, _bare(spans["metric"], text), values["value"], values["measure"], unit, when


def _with_holders(held: dict[str, Span], known: Draft | None, draft: Draft, text: str) -> dict[str, Span]:
    """The recipients held so far, which `known` tells, and those of `draft`, by name, each once.

    Named ones count before the subject that a clause inherits.
    """
    own = _subject(known, text) if known else ""
    inherited = {own: held.pop(own)} if own in held and not _in_quote(held[own], known) else {}
    subject = _subject(draft, text)
    for span in draft.spans.get("recipients", []):
        if isinstance(span, tuple):
            name = text[span[0] : span[1]]
            if any(name[i:] in held for i in range(1, len(name) - _TELLING + 1)):
                continue  # 江州青禾集团, where 青禾集团 is told already
            (inherited if name == subject and not _in_quote(span, draft) else held).setdefault(name, span)
    return held or inherited


def _in_quote(span: Span, draft: Draft | None) -> bool:
    """Whether the words of the fact themselves name `span`."""
    return draft is not None and draft.quote[0] <= span[0] < draft.quote[1]


def _subject(draft: Draft, text: str) -> str:
    return _words(draft.spans.get("subject", []), text)


def _without_headlines(found: list[Found], text: str, observer: Observer | None) -> Iterator[Found]:
    """A headline that repeats a number or a name of the body adds nothing."""
    body = [draft for draft, sentence in found if not sentence.heading]
    figures = {_figure(draft, text): draft for draft in reversed(body) if draft.kind == "achievement"}
    names = {_bare(draft.spans["name"], text): draft for draft in reversed(body) if draft.kind == "initiative"}
    for draft, sentence in found:
        repeated = None
        if sentence.heading and draft.kind == "achievement":
            repeated = figures.get(_figure(draft, text))
        elif sentence.heading and draft.kind == "initiative":
            name = _bare(draft.spans["name"], text)
            repeated = next((told for other, told in names.items() if _same_in_short(name, other)), None)
        if repeated is None:
            yield draft, sentence
        elif observer:
            observer.lose(draft, repeated, "a headline that repeats the body")


def _same_in_short(headline: str, name: str) -> bool:
    """Whether a headline's name is one of the body in other words at its beginning (市三届, 江州市第三届…茶博会).

    Or it leaves out some of its words, and has the same end (云溪大桥, 云溪至江州公路跨江大桥).
    """
    shared = max(_SHARED, (min(len(headline), len(name)) + 1) // 2)
    name = _ASSEMBLY.sub(r"全国政协\1届", _PLENARY.sub(r"\1中全会", name))
    if headline[-_END:] == name[-_END:] and _TELLING < len(headline) < len(name):
        rest = iter(name)
        if all(character in rest for character in headline):
            return True
    return shared < len(name) and headline[-shared:] == name[-shared:] and not headline.endswith(name)


def _figure(draft: Draft, text: str) -> Key:
    return draft.values["value"], _words(draft.spans.get("unit", []), text)


def _short_forms(keys: list[Key]) -> dict[Key, Key]:
    """Keys of initiatives whose name another one gives in full, with the key of that one.

    The head noun may stand behind (`智慧水利` beside `智慧水利项目`), the place before (`科技馆` beside `市科技馆`).
    """
    told = sorted(str(key[1]) for key in keys if key[0] == "initiative")
    full = {name[:-n]: name for name in told for n in range(1, _LONGEST_HEAD + 1) if name[-n:] in _heads()}
    full = {name: longer for name, longer in full.items() if not _apart(name, longer)}
    full |= {one: longer for one, longer in pairwise(told) if longer.startswith(one + "暨")}
    turned = sorted(name[::-1] for name in told)
    full |= {
        one[::-1]: longer[::-1] for one, longer in pairwise(turned) if longer.startswith(one) and len(one) >= _TELLING
    }
    return {key: ("initiative", full[str(key[1])]) for key in keys if key[0] == "initiative" and key[1] in full}


def _apart(name: str, longer: str) -> bool:
    """Whether a plan or a meeting of an undertaking is told beside it (平安工地活动, 平安工地活动实施方案)."""
    named = any(name[-n:] in _heads() for n in range(2, _LONGEST_HEAD + 1))
    return named and (longer[len(name) :] in names().document or longer[len(name) :] in names().event)


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for category in CATEGORIES for head in getattr(names(), category))


def _words(span: Span | list[Span], text: str) -> str:
    return joined(text, span) if isinstance(span, list) else text[span[0] : span[1]]


def _bare(span: Span | list[Span], text: str) -> str:
    """The words of a span without marks and blanks."""
    return _words(span, text).translate(_DROP)


def _fullness(draft: Draft) -> int:
    """How many fields a draft fills."""
    return len(draft.spans) + sum(value is not None for value in draft.values.values())
