"""The straight line: segment, scan, find, resolve, validate; then what the records say against each other."""

import datetime

from factx.consistency import issues
from factx.consistency.view import View
from factx.context import Context, Given
from factx.records import Document, Report
from factx.resolve import Found, resolve
from factx.rules import find
from factx.rules.observer import Observer
from factx.scan import Mentions, scan
from factx.segment import Sentence, segment
from factx.trace import Trace
from factx.validate import validate


def extract(document: Document, *, kinds: frozenset[str] | None = None, date: datetime.date | None = None) -> Report:
    """Every fact of `document` (only of `kinds`, where given), validated, in the order of the text.

    `date` is what `今年` means where the text does not say.
    """
    mentions, sentences, found = _line(document, date, None)
    return _report(document, View(mentions, sentences, validate(found, document, kinds)))


def trace(document: Document, *, date: datetime.date | None = None) -> Trace:
    """The same report, with all that the line saw and thought on the way to it."""
    observer = Observer()
    mentions, sentences, found = _line(document, date, observer)
    report = _report(document, View(mentions, sentences, validate(found, document)))
    return Trace(report, mentions, sentences, [draft for draft, _ in found], observer)


def _line(
    document: Document, date: datetime.date | None, observer: Observer | None
) -> tuple[Mentions, list[Sentence], list[Found]]:
    mentions = scan(document.text)
    sentences = segment(mentions.folded, mentions.marks)
    context = Context(mentions, sentences, Given(date, document.title, document.date))
    found = resolve(list(find(mentions, sentences, context, observer)), document.text, observer)
    return mentions, sentences, found


def _report(document: Document, view: View) -> Report:
    return Report(document=document, facts=view.facts, issues=[*document.issues, *issues(view)])
