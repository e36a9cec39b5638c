"""What there is to show: texts that are extracted now, or records that were extracted before and their texts."""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path, PurePath

from pydantic import ValidationError

from factx.audit import audit
from factx.batch.discovery import LINES, Failure, Filter, discover
from factx.errors import FactxError, ReadError, RecordError
from factx.pipeline import trace
from factx.pool import Lost, ordered
from factx.readers import SUFFIXES, opened, read
from factx.records import FACT, AnyFact, Document
from factx.view.sheet import Sheet

_FEW = 20  # so many texts are read before other processes would have started


def sheets(
    paths: Iterable[str],
    fail: Callable[[FactxError], None],
    *,
    date: datetime.date | None = None,
    encoding: str | None = None,
) -> Iterator[Sheet]:
    """A sheet for each document of `paths`: texts, folders of texts, JSON Lines of records.

    What cannot be read goes to `fail`, and the others go on. `date` is what `今年` means where a text does not say;
    `encoding` overrides what the bytes of the texts look like.
    """
    for records, group in groupby(paths, lambda path: PurePath(path).suffix.lower() in LINES):
        if records:
            for path in group:
                try:
                    yield from _recorded(path, encoding)
                except FactxError as error:
                    fail(error)
        else:
            texts = [text for path in group for text in _texts(path, fail)]
            for sheet in _extracted(texts, date, encoding):
                if isinstance(sheet, Sheet):
                    yield sheet
                else:
                    fail(sheet)


def _extracted(texts: list[str], date: datetime.date | None, encoding: str | None) -> Iterator[Sheet | FactxError]:
    """The sheet of each of `texts`, in order, or why there is none."""
    jobs = None if len(texts) > _FEW else 1
    for sheet in ordered(partial(_extract, date=date, encoding=encoding), texts, jobs):
        yield (
            ReadError(f"{sheet.item}: its process {sheet.cause}; it may be too long")
            if isinstance(sheet, Lost)
            else sheet
        )


def _extract(text: str, date: datetime.date | None, encoding: str | None) -> Sheet | FactxError:
    """The sheet of the file `text`, or why there is none."""
    try:
        document = read(text, encoding=encoding)
        report, _, unused = audit(trace(document, date=date))
    except FactxError as error:
        return error
    except Exception as error:  # noqa: BLE001 (one file's bad luck is not the others')
        return FactxError(f"{text}: unexpected {type(error).__name__}: {error}; a bug in factx, please report it")
    return Sheet(document.name, document.text, report.facts, report.issues, unused)


def _texts(path: str, fail: Callable[[FactxError], None]) -> Iterator[str]:
    """The file `path`, or the files below the folder `path` that `factx batch` would take."""
    if not Path(path).is_dir():
        yield path
        return
    empty = True
    for found in discover([path], Filter(frozenset(SUFFIXES)), Path(os.devnull), lambda _: None):
        empty = False
        if isinstance(found, Failure):
            fail(ReadError(found.message))
        else:
            yield found.path
    if empty:
        fail(ReadError(f"{path}: holds no text; give a folder with {' '.join(SUFFIXES)} files in it"))


def _recorded(path: str, encoding: str | None) -> list[Sheet]:
    """The documents that the records in the file `path` speak of, in the order of their first records."""
    facts: dict[str, list[AnyFact]] = {}
    with opened(path) as stream:
        for number, line in enumerate(stream, 1):
            if content := line.removeprefix(b"\xef\xbb\xbf").strip():
                fact = _fact(content, f"{path}:{number}")
                facts.setdefault(fact.doc, []).append(fact)
    if not facts:
        raise ReadError(f"{path}: holds no record; give what factx extract writes")
    return [_with_text(doc, found, Path(path).parent, encoding) for doc, found in facts.items()]


def _fact(line: bytes, place: str) -> AnyFact:
    """The record in `line`."""
    try:
        return FACT.validate_json(line)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or "the line"
        message = (
            f"{place}: is no record of factx ({where}: {error.errors()[0]['msg']}); factx validate names every fault"
        )
        raise RecordError(message) from error


def _with_text(doc: str, facts: list[AnyFact], folder: Path, encoding: str | None) -> Sheet:
    """The records of `doc` with its text: the file so called, here or in `folder`, that has their quotes."""
    reason = "its text was not found; keep it where its records say, beside them or below the current folder"
    for path in dict.fromkeys((Path(doc), folder / doc, folder / Path(doc).name)):
        if doc == "-" or not path.is_file():
            continue
        try:
            document = read(path, encoding=encoding)
        except FactxError as error:
            reason = str(error)
            continue
        if _fits(document, facts):
            return Sheet(doc, document.text, facts, document.issues)
        reason = f"{path} has changed since its records were made"
    return Sheet(doc, None, facts, missing=reason)


def _fits(document: Document, facts: list[AnyFact]) -> bool:
    """Whether every quote stands where its record says."""
    return all(document.text[fact.start : fact.end] == fact.quote for fact in facts)
