"""Word lists: `lexicons/NAME.toml`, loaded into a dataclass that says which lists there are and what a word means.

A list is either a block of words or a table of words with a meaning:

    receive = '''
    荣获 获评        # words stand apart by white space; a comment runs to the end of its line
    '''
    [level]
    "教育部" = "national"
    [unit]
    "元" = { measure = "amount" }

The fields of the dataclass are the contract: `frozenset[str]` is a block, `dict[str, str]` a table of strings,
`dict[str, SomeDataclass]` a table of inline tables with exactly that dataclass's keys. Anything else is a
`LexiconError` with file and line: a word listed twice in one file, a list that no field asks for, a missing list, an
unknown key.
"""

import dataclasses
import hashlib
import tomllib
from importlib.resources import files
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from factx.cache import cached
from factx.errors import LexiconError

T = TypeVar("T")


def load(name: str, shape: type[T]) -> T:
    """The lists of `lexicons/NAME.toml` as an instance of the dataclass `shape`; LexiconError where they disagree."""
    source = files("factx").joinpath(f"lexicons/{name}.toml").read_text(encoding="utf-8")
    return parse(source, f"{name}.toml", shape)


def parse(source: str, file: str, shape: type[T]) -> T:
    """The same from a string; `file` only names it in errors."""
    try:
        tables = cached(("lexicon", hashlib.sha256(source.encode()).digest()), lambda: tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error
    hints = get_type_hints(shape)
    for unused in tables.keys() - hints.keys():
        raise LexiconError(f"{file}:{_line(source, unused)}: list {unused!r} is used by nobody; delete it or the typo")
    seen: dict[str, str] = {}
    lists: dict[str, Any] = {}
    for field, hint in hints.items():
        if field not in tables:
            raise LexiconError(f"{file}: list {field!r} is missing")
        words, lists[field] = _read_list(tables[field], hint, file, field, source)
        for word in words:
            if word in seen:
                where = _line(source, word, last=True)
                raise LexiconError(f"{file}:{where}: {word!r} stands twice, in {seen[word]!r} and {field!r}")
            seen[word] = field
    return shape(**lists)


def _read_list(value: Any, hint: Any, file: str, field: str, source: str) -> tuple[list[str], Any]:  # noqa: ANN401
    """The words of one list, repeats included, and the list in the type that `hint` asks for."""
    if get_origin(hint) is frozenset:
        if not isinstance(value, str):
            raise LexiconError(f"{file}:{_line(source, field)}: list {field!r} must be a block of words")
        words = [w for line in value.splitlines() for w in line.partition("#")[0].split()]
        return words, frozenset(words)
    if not isinstance(value, dict):
        raise LexiconError(f"{file}:{_line(source, field)}: list {field!r} must be a table")
    meaning = get_args(hint)[1]
    if not (isinstance(meaning, type) and dataclasses.is_dataclass(meaning)):
        for word, said in value.items():
            if not isinstance(said, meaning):
                raise LexiconError(f"{file}:{_line(source, word)}: {word!r} must mean a {meaning.__name__}")
        return list(value), value
    known = {f.name for f in dataclasses.fields(meaning)}
    entries: dict[str, Any] = {}
    for word, keys in value.items():
        if not isinstance(keys, dict):
            raise LexiconError(f"{file}:{_line(source, word)}: {word!r} must be an inline table")
        for unknown in keys.keys() - known:
            raise LexiconError(f"{file}:{_line(source, word)}: {word!r} has an unknown key {unknown!r}")
        try:
            entries[word] = meaning(**keys)
        except TypeError as error:
            raise LexiconError(f"{file}:{_line(source, word)}: {word!r}: {error}") from error
    return list(value), entries


def _line(source: str, word: str, *, last: bool = False) -> int:
    """Number of the first (or last) line that holds `word` outside a comment."""
    lines = [n for n, line in enumerate(source.splitlines(), 1) if word in line.partition("#")[0]]
    return (lines[-1] if last else lines[0]) if lines else 1
