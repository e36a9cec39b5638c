"""What a worker does with one document: bytes in, finished bytes out. Nothing that a document holds makes it raise."""

import hashlib
import time
from collections import Counter

from factx.audit import SORTS, Audit, audit
from factx.batch.discovery import WHOLE, Source, parse_line
from factx.batch.tasks import Finished, Options, Result, Task, pack
from factx.errors import FactxError, ReadError
from factx.pipeline import extract, trace
from factx.readers import opened, read_bytes
from factx.records import FACT, Document, Report


def work(task: Task, options: Options) -> Result:
    """Read and extract one document; what is wrong with it is told in the result's one line."""
    begin = time.perf_counter()
    result = Result(task.position, task.source.doc)
    try:
        data = _contents(task.source)
        result = result._replace(digest=hashlib.sha256(data).digest())
        if result.digest not in task.known:
            result = result._replace(finished=finish(*_extract(_document(data, task.source, options), options)))
    except FactxError as error:
        result = result._replace(error=str(error))
    except MemoryError:
        advice = "split it, or run with a smaller -j"
        result = result._replace(error=f"{result.doc}: is too large for this machine's memory; {advice}")
    except Exception as error:  # noqa: BLE001 (one file's bad luck is not the others')
        says = f"unexpected {type(error).__name__}: {error}; a bug in factx, please report it"
        result = result._replace(error=f"{result.doc}: {says}")
    return result._replace(seconds=time.perf_counter() - begin)


def _extract(document: Document, options: Options) -> tuple[Report, Audit | None]:
    """The report, and what it did not use; of some kinds only, nobody can tell what was not used."""
    if options.kinds is not None:
        return extract(document, kinds=options.kinds, date=options.date), None
    audited = audit(trace(document, date=options.date))
    return audited.report, audited


def finish(report: Report, audited: Audit | None = None) -> Finished:
    """The report as the bytes that are kept, and its figures."""
    dump = FACT.dump_json
    records = b"".join(dump(fact) + b"\n" for fact in report.facts)
    document = report.model_dump_json(exclude={"facts"}).encode()
    counts = Counter[str](fact.kind for fact in report.facts)
    counts.update(f"{fact.kind} {level}" for fact in report.facts if (level := getattr(fact, "level", None)))
    counts.update(f"issue {issue.code}" for issue in report.issues)
    if audited:
        counts.update({f"seen {sort}": audited.seen[sort] for sort in SORTS})
        counts.update({f"used {sort}": audited.used(sort) for sort in SORTS})
    counts["characters"] = len(report.document.text)
    return Finished(pack(records), pack(document), dict(counts))


def _contents(source: Source) -> bytes:
    """The bytes of the document, read once: a file that grows is what it was at that moment."""
    with opened(source.path) as stream:
        if source.start == WHOLE:
            return stream.read()
        stream.seek(source.start)
        return stream.read(source.size)


def _document(data: bytes, source: Source, options: Options) -> Document:
    """The document that the bytes hold."""
    if source.start == WHOLE:
        return read_bytes(data, source.doc, options.encoding)
    try:
        doc, text = parse_line(data)
    except ReadError as error:
        raise ReadError(f"{source.doc}: {error}") from error
    if doc != source.doc:
        raise ReadError(f"{source.doc}: its line has moved; leave the file as it is while it is read")
    if not text.strip():
        raise ReadError(f"{source.doc}: holds no text; give a text that is not empty")
    return Document(name=doc, text=text)
