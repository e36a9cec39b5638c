"""The context corpus: at the place between ⟦ and ⟧, subject, period, status and section must be as the case says."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factx.context import Context
from factx.scan import scan
from factx.segment import segment

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "corpus" / "context.toml").read_text(encoding="utf-8")
)["case"]


def observed(marked: str) -> dict[str, Any]:
    """What the context says at the marked place of a text."""
    at = marked.index("⟦")
    text = marked.replace("⟦", "").replace("⟧", "")
    mentions = scan(text)
    sentences = segment(mentions.folded, mentions.marks)
    context = Context(mentions, sentences)
    for sentence in sentences:
        if sentence.start > at:
            break
        context.enter(sentence)
    subject, period = context.subject(at), context.period(at)
    assert context.sentence is not None
    return {
        "subject": text[slice(*subject)] if subject else "null",
        "period": text[period.start : period.end] if period else "null",
        "start": (period and period.first) or "null",
        "end": (period and period.last) or "null",
        "status": "planned" if context.planned(at) else "achieved",
        "section": [text[slice(*heading)] for heading in context.sentence.section],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_context(case: dict[str, Any]) -> None:
    found = observed(case["text"])
    wanted = {field: value for field, value in case.items() if field not in ("why", "text")}
    assert {field: found[field] for field in wanted} == wanted
