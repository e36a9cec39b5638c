"""Explanations as plain data, for `factx explain --json`: every span with its words, records by their `id`."""

from collections.abc import Sequence
from typing import Any

from factx.audit import Audit
from factx.explain import Place, Source, Verdict
from factx.scan import Mention
from factx.text import Span

Plain = dict[str, Any]


def plain(audit: Audit, sources: Sequence[Source], places: Sequence[Place] | None) -> Plain:
    """The whole explanation of a document; `places` only where somebody asked for some."""
    document = audit.report.document
    text = document.text
    found: Plain = {
        "document": document.name,
        "records": [_source(source, text) for source in sources],
        "issues": [issue.model_dump() for issue in audit.report.issues],
        "seen": dict(audit.seen),
        "unused": [unused._asdict() | {"text": text[unused.start : unused.end]} for unused in audit.unused],
    }
    if places is not None:
        found["places"] = [_place(place, text) for place in places]
    return found


def _source(source: Source, text: str) -> Plain:
    fact = source.fact
    values = fact.model_dump(mode="json")
    return {
        "id": fact.id,
        "kind": fact.kind,
        "rule": fact.rule,
        **_words((fact.start, fact.end), text),
        "woken_by": _mention(source.woken_by, text),
        "fields": {
            field.name: {
                "value": values[field.name],
                "given_by": field.giver,
                "distance": field.distance,
                "spans": [_words(span, text) for span in field.spans],
            }
            for field in source.fields
        },
        "told_again": [{"rule": t.rule, "why": t.why, **_words((t.start, t.end), text)} for t in source.told_again],
    }


def _place(place: Place, text: str) -> Plain:
    return {
        **_words((place.start, place.end), text),
        "sentence": _words(place.sentence, text) if place.sentence else None,
        "nearest": place.nearest,
        "why": place.why,
        "looks": [_verdict(verdict, text) for verdict in place.verdicts],
    }


def _verdict(verdict: Verdict, text: str) -> Plain:
    return {
        "rule": verdict.rule,
        "woken_by": _mention(verdict.woken_by, text),
        "fate": verdict.fate,
        "reason": verdict.reason,
        "at": _words(verdict.at, text) if verdict.at else None,
        "record": verdict.record.id if verdict.record else None,
    }


def _mention(mention: Mention, text: str) -> Plain:
    return {"sort": mention.sort, **_words((mention.start, mention.end), text)}


def _words(span: Span, text: str) -> Plain:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]}
