"""The words that names of persons are made of, and those that stand around them: `lexicons/persons.toml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factx.lexicon import load


@dataclass(frozen=True)
class PersonLexicon:
    """The lists of `persons.toml`."""

    surname: frozenset[str]
    sure_surname: frozenset[str]
    no_surname: frozenset[str]
    given: frozenset[str]
    given_word: frozenset[str]
    no_name: frozenset[str]
    post: frozenset[str]
    post_end: frozenset[str]
    no_post: frozenset[str]
    polite: frozenset[str]
    around: frozenset[str]
    goes_on: frozenset[str]
    goes_before: frozenset[str]
    foreign: frozenset[str]
    tibetan: frozenset[str]
    standing: frozenset[str]
    merit: frozenset[str]
    speech: frozenset[str]
    holder: frozenset[str]
    no_given: frozenset[str]
    no_last: frozenset[str]
    address: frozenset[str]
    company_tail: frozenset[str]
    seat: frozenset[str]
    no_seat: frozenset[str]
    branch: frozenset[str]


@cache
def person_lexicon() -> PersonLexicon:
    """The words of `persons.toml`."""
    return load("persons", PersonLexicon)


@cache
def posts() -> frozenset[str]:
    """Posts, professions, standings and titles of merit: what announces a person."""
    words = person_lexicon()
    return words.post | words.standing | words.merit


@cache
def surnames() -> frozenset[str]:
    """Family names, those left out that are mostly words."""
    source = files("factx").joinpath("lexicons/surnames.txt").read_text(encoding="utf-8")
    words = person_lexicon()
    listed = {row for row in source.splitlines() if not row.startswith("#")}
    return words.surname | words.sure_surname | (listed - characters(words.no_surname))


@cache
def characters(rows: frozenset[str]) -> frozenset[str]:
    """The characters of a list that holds them run together."""
    return frozenset("".join(rows))


def given_characters() -> frozenset[str]:
    """Characters that given names are made of."""
    return characters(person_lexicon().given)
