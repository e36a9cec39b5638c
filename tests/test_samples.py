"""The reports of `samples/`: sound gold files, records that stand on their text, scores that hold their floors."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evidence import check_evidence

import factx
from factx.records import KINDS, Document, Fact, Report
from factx.score import LEVELS, Level, score
from factx.score.gold import read_records

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))

# The least F1 that a change may leave on the samples: raise a floor when factx gets better, never lower it.
FLOORS: dict[str, dict[Level, float]] = {
    "initiative": {"found": 0.92, "exact": 0.88, "record": 0.90},
    "honour": {"found": 0.96, "exact": 0.94, "record": 0.93},
    "achievement": {"found": 0.95, "exact": 0.80, "record": 0.91},
    "awardee": {"found": 0.96, "exact": 0.96, "record": 0.90},
}

# What only factx's own records have; all other keys of a gold record are those of its model.
MADE = Fact.model_fields.keys() - {"kind", "subject", "period", "quote"}
JOINED = {"title", "honour", "metric"}  # may be slices of the text, joined in order
VERBATIM = {"subject", "period", "quote", "name", "grantor", "grade", "organisation", "position", "basis", "action"}


def text_of(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def gold_of(name: str) -> list[dict[str, Any]]:
    lines = (SAMPLES / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: factx.extract(Document(name=name, text=text_of(name))) for name in NAMES}


def enumerations(kind: str) -> dict[str, set[str | None]]:
    """The values that a field of a kind may take, for the fields that are enumerations."""
    found = {}
    for field, shape in KINDS[kind].model_json_schema()["properties"].items():
        arms = shape.get("anyOf", [shape])
        if values := {value for arm in arms for value in arm.get("enum", [])}:
            found[field] = values | {None} if {"type": "null"} in arms else values
    return found


def is_joined(value: str, text: str, parts: int = 5) -> bool:
    """Whether `value` can be put together from at most `parts` slices of the text."""
    while value and parts:
        longest = next((n for n in range(len(value), 0, -1) if value[:n] in text), 0)
        if not longest:
            return False
        value, parts = value[longest:], parts - 1
    return not value


def faults(record: dict[str, Any], text: str) -> Iterator[str]:
    model = KINDS[record["kind"]]
    if difference := (record.keys() - {"optional"}) ^ (model.model_fields.keys() - MADE):
        yield f"keys: {sorted(difference)}"
    for field, allowed in enumerations(record["kind"]).items():
        if record[field] not in allowed:
            yield f"{field}: {record[field]!r} is not allowed"
    for field in VERBATIM & record.keys():
        if record[field] is not None and record[field] not in text:
            yield f"{field}: {record[field]!r} is not in the text"
    for field in JOINED & record.keys():
        if not is_joined(record[field], text):
            yield f"{field}: {record[field]!r} is not made of the text"
    for recipient in record.get("recipients", []):
        if recipient not in text:
            yield f"recipient {recipient!r} is not in the text"
    if record["kind"] == "achievement" and not isinstance(record["value"], int | float):
        yield f"value {record['value']!r} is no number"


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_sound(name: str) -> None:
    text = text_of(name)
    assert [(record["quote"], fault) for record in gold_of(name) for fault in faults(record, text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_awardee_holds_an_honour_of_the_document(name: str) -> None:
    held = {(record["title"], person) for record in gold_of(name) for person in record.get("recipients", [])}
    assert {(r["honour"], r["name"]) for r in gold_of(name) if r["kind"] == "awardee"} <= held


def test_the_samples_hold_every_value_of_every_enumeration() -> None:
    records = [record for name in NAMES for record in gold_of(name) if not record.get("optional")]
    for kind in KINDS:
        for field, values in enumerations(kind).items():
            seen = {record[field] for record in records if record["kind"] == kind}
            # Persons do not hold titles of every level; the honours do.
            assert kind == "awardee" or values <= seen, (kind, field, values - seen)


@pytest.mark.parametrize("name", NAMES)
def test_every_record_stands_on_its_text(name: str, reports: dict[str, Report]) -> None:
    report = reports[name]
    check_evidence(report)
    for fact in report.facts:
        # The words of a verbatim field are shown where they stand; the quote's place is `start` and `end`.
        given = {field for field, value in fact.model_dump().items() if value not in (None, [])}
        assert given & ((VERBATIM | JOINED | {"recipients"}) - {"quote"}) <= fact.spans.keys(), fact


def test_the_scores_hold_their_floors(reports: dict[str, Report]) -> None:
    figures = score(
        (
            name,
            read_records(SAMPLES / f"{name}.gold.jsonl"),
            [fact.model_dump(mode="json") for fact in reports[name].facts],
        )
        for name in NAMES
    )
    for kind, floors in FLOORS.items():
        reached = {level: round(figures.kinds[kind].levels[level].f1, 3) for level in LEVELS}
        assert all(reached[level] >= floor for level, floor in floors.items()), (kind, reached, floors)


def test_a_period_that_names_a_year_has_its_days(reports: dict[str, Report]) -> None:
    periods = {fact.period for report in reports.values() for fact in report.facts if fact.period}
    named = [(period, years) for period in periods if (years := re.findall(r"(?:19|20)\d\d", period.text))]
    assert len(named) > len(NAMES)
    for period, years in named:
        if period.text.startswith(("截至", "截止")):
            assert (period.start, str(period.end)[:4]) == (None, years[-1])
        else:
            assert str(period.start)[:4] == years[0]
            assert period.end is None or (str(period.end)[:4] >= years[-1] and period.start <= period.end)
