"""Levels, organisations and persons: every case of their corpora, and what the gazetteer promises."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factx.gazetteer import is_place, level_of, place_prefix
from factx.mentions.bodies import bodies_in, body_at, body_before
from factx.mentions.persons import persons_in
from factx.text import Span

CORPUS = Path(__file__).parent / "corpus"


def cases(name: str) -> list[Any]:
    listed = tomllib.loads((CORPUS / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=f"{name}-{n}") for n, case in enumerate(listed, 1)]


@pytest.mark.parametrize("case", cases("level"))
def test_level(case: dict[str, str]) -> None:
    expected = None if case["expect"] == "null" else case["expect"]
    assert level_of(case["name"]) == expected, f"{case['why']}: {case['name']}"


@pytest.mark.parametrize("case", cases("body"))
def test_body(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [text[start:end] for start, end in bodies_in(text, 0, len(text))]
    assert found == case["expect"], f"{case['why']}: {text}"


@pytest.mark.parametrize("case", cases("person"))
def test_person(case: dict[str, Any]) -> None:
    text = case["text"]

    def words(span: Span | None) -> str:
        return text[slice(*span)] if span else "null"

    found = [
        {"name": words(person.name), "organisation": words(person.organisation), "position": words(person.position)}
        for person in persons_in(text, 0, len(text))
    ]
    assert found == case["expect"], f"{case['why']}: {text}"


def test_a_chain_of_places_is_followed_to_its_end() -> None:
    text = "在山东省临沂市罗庄区召开"
    assert place_prefix(text, 1) == 10
    assert place_prefix(text, 0) is None
    assert is_place("山东省临沂市")
    assert not is_place("山东省科协")


def test_a_body_is_found_from_either_side() -> None:
    text = "被江州市科协授予"
    assert body_before(text, 6, 0) == (1, 6)
    assert body_at(text, 1, len(text)) == (1, 6)
    assert body_at(text, 0, len(text)) is None
    assert body_before("先后多次", 4, 0) is None


@pytest.mark.parametrize("text", ["", "的", "，。！", "·", "   ", "A", "\x00王", "😀"])
def test_odd_text_gives_nothing_and_does_not_fail(text: str) -> None:
    assert not persons_in(text, 0, len(text))
    assert bodies_in(text, 0, len(text)) == []
    assert level_of(text) is None
