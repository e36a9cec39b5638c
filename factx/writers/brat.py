"""brat: standoff annotation, one `.ann` file beside its text: each record an event, its fields the arguments.

https://brat.nlplab.org/standoff.html. Offsets count code points and, as brat reads a text, a Windows line end as one.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from factx.errors import WriteError
from factx.records import Report
from factx.text import Span
from factx.writers.annotation import fields, key_span, plain

_WINDOWS_END = re.compile(r"\r\n")


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write one report; WriteError for more: brat keeps each document in a file of its own."""
    for number, report in enumerate(reports):
        if number:
            raise WriteError("brat: one document a file; give one at a time")
        _Standoff(report, stream).write()


class _Standoff:
    """The lines of one document."""

    def __init__(self, report: Report, stream: TextIO) -> None:
        self._report = report
        self._text = report.document.text
        self._stream = stream
        self._dropped = [match.start() for match in _WINDOWS_END.finditer(self._text)]
        self._marks: dict[tuple[str, Span], str] = {}
        self._attributes = 0

    def write(self) -> None:
        """An event a record, with what is no words of the text as attributes; a number as a note."""
        for number, fact in enumerate(self._report.facts, 1):
            key = self._mark(fact.kind, key_span(fact))
            seen = Counter[str]()
            arguments = ""
            for name, span in fields(fact):
                seen[name] += 1
                role = name if seen[name] == 1 else f"{name}{seen[name]}"
                arguments += f" {role}:{self._mark(name, span)}"
            self._stream.write(f"E{number}\t{fact.kind}:{key}{arguments}\n")
            numbers = {}
            for name, value in plain(fact).items():
                if isinstance(value, str):
                    self._attributes += 1
                    self._stream.write(f"A{self._attributes}\t{name} E{number} {value}\n")
                else:
                    numbers[name] = value
            if numbers:
                self._stream.write(f"#{number}\tAnnotatorNotes E{number}\t{json.dumps(numbers)}\n")

    def _mark(self, label: str, span: Span) -> str:
        """The name of a text-bound annotation, written when first asked for."""
        known = self._marks.get((label, span))
        if known is None:
            known = self._marks[label, span] = f"T{len(self._marks) + 1}"
            pieces = self._lines(span)
            places = ";".join(f"{self._moved(start)} {self._moved(end)}" for start, end in pieces)
            words = " ".join(self._text[start:end] for start, end in pieces)
            self._stream.write(f"{known}\t{label} {places}\t{words}\n")
        return known

    def _lines(self, span: Span) -> list[Span]:
        """`span` in as many pieces as it touches lines: no annotation of brat's holds a line end."""
        found = [match.span() for match in re.compile(r"[^\r\n]+").finditer(self._text, *span)]
        return found or [span]

    def _moved(self, at: int) -> int:
        """`at` as brat counts."""
        return at - bisect_left(self._dropped, at)
