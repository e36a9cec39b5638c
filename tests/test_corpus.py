"""Every sentence of `corpus/`: the records that it must give, and no others of that kind."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import factx

CORPUS = Path(__file__).parent / "corpus"
KINDS = ("initiative", "honour", "achievement", "awardee")
CASES = [
    pytest.param(kind, case, id=f"{file.stem}-{n}")
    for kind in KINDS
    for file in sorted(CORPUS.glob(f"{kind}*.toml"))
    for n, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["case"], 1)
]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_case(kind: str, case: dict[str, Any]) -> None:
    report = factx.extract(case["text"])
    found = [fact.model_dump(mode="json") for fact in report.facts if fact.kind == kind]
    # Only the fields that the case is about count; `None` is written as "null" in TOML.
    wanted = [{k: None if v == "null" else v for k, v in record.items()} for record in case["expect"]]
    keys = [tuple(record) for record in wanted]
    seen = [
        {k: (record[k]["text"] if k == "period" and record[k] else record[k]) for k in fields}
        for record, fields in zip(found, keys, strict=False)
    ]
    assert (len(found), seen) == (len(wanted), wanted), f"{case['why']}\n{case['text']}\n{found}"
    for fact in report.facts:
        assert case["text"][fact.start : fact.end] == fact.quote


def test_half_of_the_corpus_is_negative() -> None:
    cases = [param.values[1] for param in CASES]
    assert sum(not case["expect"] for case in cases) >= len(cases) * 0.4
