"""factx: typed, checkable facts out of Chinese reports, by rules, offline.

report = factx.extract("青禾公司获评“省级绿色工厂”。")
report.facts[0].title
"""

import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.many import extract_many
    from factx.mentions.quantities import quantities
    from factx.readers import read
    from factx.records import (
        Achievement,
        Awardee,
        Document,
        Honour,
        Initiative,
        Issue,
        Period,
        Quantity,
        Report,
    )

__version__ = "0.1.0"

# Where a public name lives: modules are imported when a name is first used, so that `import factx` stays quick.
_HOMES = {
    "extract_many": "factx.many",
    "quantities": "factx.mentions.quantities",
    "read": "factx.readers",
    **dict.fromkeys(
        ("Achievement", "Awardee", "Document", "Honour", "Initiative", "Issue", "Period", "Quantity", "Report"),
        "factx.records",
    ),
}

__all__ = [
    "Achievement",
    "Awardee",
    "Document",
    "Honour",
    "Initiative",
    "Issue",
    "Period",
    "Quantity",
    "Report",
    "extract",
    "extract_many",
    "quantities",
    "read",
]


def extract(source: "str | Document", *, date: datetime.date | None = None) -> "Report":
    """Every fact of a text or a document, with its evidence.

    `date` is what `今年` means where the text does not say. Offsets of the records are half-open and count Unicode
    code points of the text. Never raises on any text; half a surrogate pair, which no encoding can write, reads `�`.
    """
    from factx.pipeline import extract as run  # noqa: PLC0415 (models load when first used)
    from factx.records import Document  # noqa: PLC0415

    return run(Document.of(source), date=date)


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever the name stands for)
    if name not in _HOMES:
        raise AttributeError(f"module 'factx' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
