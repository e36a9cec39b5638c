"""Label Studio: one array of tasks, the records of each as a prediction to correct.

https://labelstud.io/guide/predictions (a `Labels` tag named `label` on a `Text` tag named `text`; docs/annotating.md
has the whole set-up). Label Studio counts code points, as factx does.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from factx.records import Report
from factx.writers.annotation import even, marked, plain


def write(reports: Iterable[Report], stream: TextIO) -> None:
    """Write the reports that have a text as one array, however many they are."""
    stream.write("[")
    divider = "\n"
    for report in reports:
        if not report.document.text:
            continue
        stream.write(divider + json.dumps(_task(report), ensure_ascii=False))
        divider = ",\n"
    stream.write("\n]\n")


def _task(report: Report) -> dict[str, Any]:
    text = even(report.document.text)
    marks, links = marked(report)
    said = [[f"{name}: {value}" for name, value in plain(fact).items()] for fact in report.facts]
    regions: list[dict[str, Any]] = [
        {
            "id": str(n),
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": m.start, "end": m.end, "text": text[m.start : m.end], "labels": [m.label]},
            "meta": {"text": said[n] if n < len(said) else []},
        }
        for n, m in enumerate(marks)
    ]
    relations = [
        {
            "type": "relation",
            "from_id": str(link.source),
            "to_id": str(link.target),
            "direction": "right",
            "labels": [link.label],
        }
        for link in links
    ]
    data = {"text": text, "doc": report.document.name}
    return {"data": data, "predictions": [{"model_version": "factx", "result": regions + relations}]}
