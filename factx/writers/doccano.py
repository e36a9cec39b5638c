"""doccano: a line of JSON for each document, with the entities and relations of a sequence labelling project.

https://doccano.github.io/doccano/ (dataset format `JSONL`, with `entities` and `relations`).
"""

import json
from collections.abc import Iterable
from typing import TextIO

from factx.records import Report
from factx.writers.annotation import even, marked


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write each report that has a text as one line; `doc` is kept by doccano as metadata."""
    for report in reports:
        if not report.document.text:
            continue
        marks, links = marked(report)
        line = {
            "text": even(report.document.text),
            "doc": report.document.name,
            "entities": [
                {"id": n, "label": mark.label, "start_offset": mark.start, "end_offset": mark.end}
                for n, mark in enumerate(marks)
            ],
            "relations": [
                {"id": n, "from_id": link.source, "to_id": link.target, "type": link.label}
                for n, link in enumerate(links)
            ],
        }
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
