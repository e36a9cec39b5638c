"""Validate: drafts into records. Every record that leaves has passed its pydantic model."""

from hashlib import sha256
from typing import Any

from factx.records import KINDS, AnyFact, Document
from factx.resolve import Found, key_of
from factx.rules.rule import Draft
from factx.text import Span, joined

# Fields that a draft may leave out because the text does not show them.
_ABSENT: dict[str, dict[str, Any]] = {
    kind: dict.fromkeys(model.model_fields) | {"kind": kind} for kind, model in KINDS.items()
}
_LISTS = frozenset({"recipients"})


def validate(found: list[Found], document: Document, kinds: frozenset[str] | None = None) -> list[AnyFact]:
    """The records of `found` in order, only of `kinds` where given."""
    digest = sha256(document.text.encode("utf-8", "surrogatepass")).digest()
    facts = []
    for draft, sentence in found:
        if kinds is None or draft.kind in kinds:
            record = _record(draft, document.text)
            record["id"] = _identity(digest, draft, document.text)
            record["doc"] = document.name
            record["section"] = [document.text[start:end] for start, end in sentence.section]
            facts.append(KINDS[draft.kind].model_validate(record))
    return facts


def _record(draft: Draft, text: str) -> dict[str, Any]:
    """The fields of a record: verbatim ones read off the text by their spans, the others as the rule gave them."""
    record = _ABSENT[draft.kind] | draft.values
    spans: dict[str, Span | list[Span]] = dict(draft.spans)
    for field, span in draft.spans.items():
        if isinstance(span, tuple):
            record[field] = text[span[0] : span[1]]
        elif field in _LISTS:
            record[field] = [text[start:end] for start, end in span]
            if not span:
                del spans[field]  # what the text does not show stands nowhere
        else:
            record[field] = joined(text, span)
            if len(span) == 1:
                spans[field] = span[0]
    period = draft.values.get("period")
    if period is not None:
        record["period"] = {"text": text[period.start : period.end], "start": period.first, "end": period.last}
        spans["period"] = (period.start, period.end)
    start, end = draft.quote
    return record | {"quote": text[start:end], "start": start, "end": end, "spans": spans, "rule": draft.rule}


def _identity(digest: bytes, draft: Draft, text: str) -> str:
    """The record's stable name: document, kind and key fields, hashed."""
    return sha256(digest + repr(key_of(draft, text)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
