"""The promise that every record makes: it stands on the exact characters of its document."""

from typing import Any

from factx.records import Report


def check_evidence(report: Report) -> None:
    """Fail unless each quote and each span's text is what its field says (lists item by item, joined fields joined)."""
    text = report.document.text
    for fact in report.facts:
        record = fact.model_dump()
        assert text[fact.start : fact.end] == fact.quote, record
        for field, spans in fact.spans.items():
            assert _shown(text, record[field], spans) == _said(record[field]), (field, record)


def _said(value: Any) -> Any:
    return value["text"] if isinstance(value, dict) else value


def _shown(text: str, value: Any, spans: tuple[int, int] | list[tuple[int, int]]) -> Any:
    if isinstance(spans, tuple):
        return text[spans[0] : spans[1]]
    pieces = [text[start:end] for start, end in spans]
    return pieces if isinstance(value, list) else "".join(pieces)
