"""Resolve: drafts that tell one fact become one, and all of them stand in the order of the text."""

from functools import cache

from factx.rules.initiative.lexicon import CATEGORIES, names
from factx.rules.rule import Draft
from factx.segment import Sentence
from factx.text import Span, joined

_DROP = str.maketrans("", "", "“”‘’\"'《》「」『』()（） \u3000")

Found = tuple[Draft, Sentence]
Key = tuple[object, ...]


def resolve(found: list[Found], text: str) -> list[Found]:
    """One draft a fact, sorted by place; the fullest telling stays, at its own place."""
    kept: dict[Key, Found] = {}
    for item in _without_headlines(found, text):
        key = key_of(item[0], text)
        other = kept.get(key)
        if other is None or _fullness(item[0]) > _fullness(other[0]):
            kept[key] = item
    for key in _short_forms(list(kept)):
        del kept[key]
    return sorted(kept.values(), key=lambda item: (item[0].quote, item[0].kind))


def key_of(draft: Draft, text: str) -> Key:
    """What makes two drafts the same fact."""
    words = {field: _words(span, text).translate(_DROP) for field, span in draft.spans.items()}
    if draft.kind == "initiative":
        return draft.kind, words["name"]
    if draft.kind == "honour":
        return draft.kind, words["title"], words.get("recipients", "")
    if draft.kind == "awardee":
        return draft.kind, words["name"], words["honour"]
    values = draft.values
    period = values.get("period")
    when = text[period.start : period.end] if period else None
    return draft.kind, words["metric"], values["value"], values["measure"], words.get("unit"), when


def _without_headlines(found: list[Found], text: str) -> list[Found]:
    """A headline that repeats a number of the body adds nothing."""
    told = {_figure(draft, text) for draft, sentence in found if draft.kind == "achievement" and not sentence.heading}
    return [
        (draft, sentence)
        for draft, sentence in found
        if not (sentence.heading and draft.kind == "achievement" and _figure(draft, text) in told)
    ]


def _figure(draft: Draft, text: str) -> Key:
    return draft.values["value"], _words(draft.spans.get("unit", []), text)


def _short_forms(keys: list[Key]) -> list[Key]:
    """Keys of initiatives whose name another one gives with its head noun: `智慧科协` beside `智慧科协项目`."""
    told = {str(key[1]) for key in keys if key[0] == "initiative"}
    short = {name[: -len(head)] for name in told for head in _heads() if name.endswith(head)} & told
    return [key for key in keys if key[0] == "initiative" and key[1] in short]


@cache
def _heads() -> frozenset[str]:
    return frozenset(head for category in CATEGORIES for head in getattr(names(), category))


def _words(span: Span | list[Span], text: str) -> str:
    return joined(text, span) if isinstance(span, list) else text[span[0] : span[1]]


def _fullness(draft: Draft) -> int:
    """How many fields a draft fills."""
    return len(draft.spans) + sum(value is not None for value in draft.values.values())
