"""Score: records held against gold records of the same documents.

A record is a mapping as a gold file has it: `kind`, the kind's fields, `period` as text or as a mapping with `text`;
a gold record with a true `optional` counts for nothing, found or not. Equal keys count once within a document.

found   the key agrees in substance: initiative name, honour title, awardee name with honour, achievement value and
        unit with a metric that overlaps
exact   the key agrees to the letter, quotes, brackets and spaces aside
record  found, and the core attributes agree too
"""

from factx.score.counting import (
    LEVELS,
    Comparison,
    Figures,
    KindFigures,
    Level,
    Rate,
    Record,
    compare,
    key,
    score,
    summarise,
)

__all__ = [
    "LEVELS",
    "Comparison",
    "Figures",
    "KindFigures",
    "Level",
    "Rate",
    "Record",
    "compare",
    "key",
    "score",
    "summarise",
]
