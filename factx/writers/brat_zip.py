"""brat, many documents: an archive for brat's data folder, `.txt` and `.ann` of each document and the configuration."""

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from factx.records import KINDS, Category, Fact, Form, Level, Measure, Qualifier, Report, Status
from factx.writers import brat
from factx.writers.annotation import PLAIN

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same bytes on every day
_UNSAFE = re.compile(r"[^\w.\-]+")
_EVIDENCE = frozenset(Fact.model_fields) - {"subject", "period"}
_VALUES = {
    "category": get_args(Category),
    "status": get_args(Status),
    "level": get_args(Level),
    "form": get_args(Form),
    "qualifier": get_args(Qualifier),
    "measure": get_args(Measure),
}


def save(reports: Iterable[Report], path: Path) -> None:
    """Write the archive; documents that could not be read are left out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "annotation.conf", _configuration())
        taken = set[str]()
        for report in reports:
            if report.document.text:
                name = _name(report.document.name, taken)
                stream = io.StringIO()
                brat.write([report], stream)
                _add(archive, f"{name}.txt", report.document.text.replace("\r\n", "\n"))
                _add(archive, f"{name}.ann", stream.getvalue())


def _add(archive: zipfile.ZipFile, name: str, content: str) -> None:
    archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content.encode(), zipfile.ZIP_DEFLATED)


def _name(doc: str, taken: set[str]) -> str:
    """A name for the document's files that no other has, and that leads nowhere."""
    plain = _UNSAFE.sub("_", doc.removesuffix(".txt")).strip("._") or "document"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    taken.add(name)
    return name


def _configuration() -> str:
    """annotation.conf: every mark, event and attribute that brat has to know."""
    roles = {
        kind: ["title" if name == "honour" else name for name in model.model_fields if name not in {*_EVIDENCE, *PLAIN}]
        for kind, model in KINDS.items()
    }
    marks = dict.fromkeys((*KINDS, *(role for of_kind in roles.values() for role in of_kind), "unit"))
    events = (f"{kind}\t{', '.join(f'{role}*:{role}' for role in of_kind)}" for kind, of_kind in roles.items())
    attributes = (f"{name}\tArg:<EVENT>, Value:{'|'.join(values)}" for name, values in _VALUES.items())
    sections = {"entities": marks, "relations": (), "events": events, "attributes": attributes}
    return "".join("\n".join((f"[{title}]", *lines, "")) + "\n" for title, lines in sections.items())
