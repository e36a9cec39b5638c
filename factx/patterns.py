"""Patterns that are compiled once for all runs.

To compile the rules' patterns takes several times as long as to read a report with them, and a `re.Pattern` that is
pickled is compiled anew where it is loaded. What the compiler makes of a pattern is plain numbers, though, and those
keep. The functions that `re.compile` is made of are called one by one here; they are CPython's own, so a test compares
what comes of it with what `re.compile` gives.
"""

import _sre  # type: ignore[import-not-found]  # CPython's own: the type checker knows nothing of it
import re
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from factx.cache import cached

_Code: TypeAlias = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` asks for behind the source: flags, code, number of groups, numbers by name, names by number."""


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)` for a pattern that stands in the code or is made of a word list, not of a text."""
    flags = int(flags)
    code = cached(("pattern", _sre.MAGIC, source, flags), lambda: _code(source, flags))
    pattern: re.Pattern[str] = _sre.compile(source, *code)
    return pattern


def _code(source: str, flags: int) -> _Code:
    """What `re.compile` does before it makes the pattern of it."""
    parsed: Any = _parser.parse(source, flags)
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        by_number[number] = name
    steps = [int(step) for step in _compiler._code(parsed, flags)]  # noqa: SLF001
    return flags | int(parsed.state.flags), steps, parsed.state.groups - 1, parsed.state.groupdict, tuple(by_number)
