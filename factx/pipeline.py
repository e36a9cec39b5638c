"""The straight line: segment, scan, find, resolve, validate. Start reading here."""

import datetime

from factx.context import Context
from factx.records import Document, Report
from factx.resolve import resolve
from factx.rules import find
from factx.scan import scan
from factx.segment import segment
from factx.validate import validate


def extract(document: Document, *, kinds: frozenset[str] | None = None, date: datetime.date | None = None) -> Report:
    """Every fact of `document` (only of `kinds`, where given), validated, in the order of the text.

    `date` is what `今年` means where the text does not say.
    """
    mentions = scan(document.text)
    sentences = segment(mentions.folded, mentions.marks)
    context = Context(mentions, sentences, date)
    found = resolve(list(find(mentions, sentences, context)), document.text)
    facts = validate(found, document, kinds)
    return Report(document=document, facts=facts, issues=list(document.issues))
