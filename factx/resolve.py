"""Resolve: drafts that tell one fact become one, and all of them stand in the order of the text."""

from factx.rules.rule import Draft
from factx.segment import Sentence
from factx.text import Span, joined

_DROP = str.maketrans("", "", "“”‘’\"'《》「」『』()（） \u3000")

Found = tuple[Draft, Sentence]


def resolve(found: list[Found], text: str) -> list[Found]:
    """One draft a fact, sorted by place; the fullest telling stays, at its own place."""
    kept: dict[tuple[object, ...], Found] = {}
    for item in found:
        key = key_of(item[0], text)
        other = kept.get(key)
        if other is None or _fullness(item[0]) > _fullness(other[0]):
            kept[key] = item
    return sorted(kept.values(), key=lambda item: (item[0].quote, item[0].kind))


def key_of(draft: Draft, text: str) -> tuple[object, ...]:
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


def _words(span: Span | list[Span], text: str) -> str:
    return joined(text, span) if isinstance(span, list) else text[span[0] : span[1]]


def _fullness(draft: Draft) -> int:
    """How many fields a draft fills."""
    return len(draft.spans) + sum(value is not None for value in draft.values.values())
