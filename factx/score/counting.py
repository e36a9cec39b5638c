"""Counting: which records tell which gold records, and the figures of many documents together."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from factx.records import KINDS
from factx.score.likeness import (
    SAME_FROM,
    SOME_OVERLAP,
    alike,
    bare,
    equal,
    items,
    likeness,
    number,
    same_name,
    same_names,
    title_likeness,
)

Record: TypeAlias = Mapping[str, object]
Level: TypeAlias = Literal["found", "exact", "record"]
Same: TypeAlias = Callable[[object, object], bool]

LEVELS: tuple[Level, ...] = ("found", "exact", "record")

CORE: dict[str, dict[str, Same]] = {
    "initiative": {"category": equal, "status": equal},
    "honour": {"recipients": same_names, "grantor": alike, "level": equal},
    "achievement": {"metric": alike, "qualifier": equal, "measure": equal, "status": equal},
    "awardee": {"organisation": same_name, "level": equal},
}
EXTRA: dict[str, dict[str, Same]] = {
    "initiative": {"subject": same_name, "action": alike},
    "honour": {"form": equal, "grade": alike},
    "achievement": {"subject": same_name, "basis": alike, "value_max": lambda a, b: number(a) == number(b)},
    "awardee": {"position": alike, "grantor": alike, "grade": alike},
}


def key(record: Record) -> tuple[object, ...]:
    """What makes a record this fact and no other; the first items of it are what `exact` asks for."""
    match record["kind"]:
        case "initiative":
            return (bare(record.get("name")),)
        case "honour":
            return bare(record.get("title")), tuple(sorted(bare(r) for r in items(record.get("recipients"))))
        case "awardee":
            return bare(record.get("name")), bare(record.get("honour"))
    period = record.get("period")
    when = period.get("text") if isinstance(period, Mapping) else period
    what = (number(record.get("value")), bare(record.get("unit")), bare(record.get("metric")))
    return *what, record.get("measure"), bare(when)


def _exact_key(record: Record) -> tuple[object, ...]:
    return key(record)[: 1 if record["kind"] == "honour" else 3]


def closeness(gold: Record, seen: Record) -> float:
    """How surely two records of one kind tell the same fact; 0 where they do not."""
    match gold["kind"]:
        case "initiative":
            near = likeness(gold.get("name"), seen.get("name"))
        case "honour":
            near = title_likeness(gold.get("title"), seen.get("title"))
            if near >= SAME_FROM:
                near += 0.5 * same_names(gold.get("recipients"), seen.get("recipients"))
        case "awardee":
            if bare(gold.get("name")) != bare(seen.get("name")):
                return 0.0
            near = title_likeness(gold.get("honour"), seen.get("honour"))
        case _:
            if key(gold)[:2] != key(seen)[:2]:
                return 0.0
            near = likeness(gold.get("metric"), seen.get("metric"))
            return 0.5 + near + 0.2 * (gold.get("measure") == seen.get("measure")) if near >= SOME_OVERLAP else 0.0
    return near if near >= SAME_FROM else 0.0


def _distinct(records: Iterable[Record]) -> list[Record]:
    seen: dict[tuple[object, ...], Record] = {}
    for record in records:
        seen.setdefault(key(record), record)
    return list(seen.values())


def _pair(gold: Sequence[Record], seen: Sequence[Record]) -> list[tuple[int, int]]:
    """Which gold record goes with which found one: one to one, surest pairs first."""
    near = ((closeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(seen))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted((n for n in near if n[0] > 0), key=lambda n: (-n[0], n[1], n[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


@dataclasses.dataclass(frozen=True)
class Comparison:
    """One kind of one document: what was found of the gold records, what was missed and what is too much."""

    document: str
    kind: str
    found: list[tuple[Record, Record]]
    """Gold record and the record that tells the same fact."""
    missed: list[Record]
    """Gold records that nothing tells."""
    surplus: list[Record]
    """Records that tell no gold fact, not even an optional one."""

    @property
    def wrong(self) -> Iterator[tuple[Record, Record, list[str]]]:
        """The pairs whose core attributes disagree, with those attributes."""
        for gold, seen in self.found:
            fields = [f for f, same in CORE[self.kind].items() if not same(gold.get(f), seen.get(f))]
            if fields:
                yield gold, seen, fields


def compare(document: str, kind: str, gold: Iterable[Record], seen: Iterable[Record]) -> Comparison:
    """The records of `kind` in `seen`, held against those in `gold`."""
    truth = _distinct(r for r in gold if r["kind"] == kind)
    told = _distinct(r for r in seen if r["kind"] == kind)
    pairs = _pair(truth, told)
    known, spent = {i for i, _ in pairs}, {j for _, j in pairs}
    return Comparison(
        document,
        kind,
        found=[(truth[i], told[j]) for i, j in pairs if not truth[i].get("optional")],
        missed=[r for i, r in enumerate(truth) if i not in known and not r.get("optional")],
        surplus=[r for j, r in enumerate(told) if j not in spent],
    )


@dataclasses.dataclass(frozen=True)
class Rate:
    """How many of the records are right, how many of the gold ones were found, and the harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclasses.dataclass(frozen=True)
class KindFigures:
    """How well one kind was found."""

    gold: int
    pred: int
    levels: dict[Level, Rate]
    attributes: dict[str, float]
    """For each attribute, the part of the found records that have it right."""


@dataclasses.dataclass(frozen=True)
class Figures:
    """How well all kinds were found, and the mean F1 over the kinds that the gold records have."""

    kinds: dict[str, KindFigures]
    mean: dict[Level, float]


def score(documents: Iterable[tuple[str, Sequence[Record], Sequence[Record]]]) -> Figures:
    """Figures for documents, each given as its name, its gold records and the records to judge."""
    return summarise(compare(name, kind, gold, seen) for name, gold, seen in documents for kind in KINDS)


def summarise(compared: Iterable[Comparison]) -> Figures:
    """The figures of many comparisons together."""
    by_kind: dict[str, list[Comparison]] = {kind: [] for kind in KINDS}
    for comparison in compared:
        by_kind[comparison.kind].append(comparison)
    kinds = {kind: _figures(kind, comparisons) for kind, comparisons in by_kind.items()}
    counted = [figures for figures in kinds.values() if figures.gold]
    mean = {level: sum(f.levels[level].f1 for f in counted) / len(counted) if counted else 0.0 for level in LEVELS}
    return Figures(kinds, mean)


def _figures(kind: str, compared: Sequence[Comparison]) -> KindFigures:
    pairs = [pair for c in compared for pair in c.found]
    gold = len(pairs) + sum(len(c.missed) for c in compared)
    pred = len(pairs) + sum(len(c.surplus) for c in compared)
    exact = sum(_exact_key(g) == _exact_key(p) for g, p in pairs)
    whole = len(pairs) - sum(1 for c in compared for _ in c.wrong)
    fields = {**CORE[kind], **EXTRA[kind]} if pairs else {}
    right = {f: sum(same(g.get(f), p.get(f)) for g, p in pairs) / len(pairs) for f, same in fields.items()}
    hits = dict(zip(LEVELS, (len(pairs), exact, whole), strict=True))
    return KindFigures(gold, pred, {level: _rate(hit, pred, gold) for level, hit in hits.items()}, right)


def _rate(hits: int, pred: int, gold: int) -> Rate:
    precision, recall = hits / pred if pred else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    return Rate(precision, recall, 2 * precision * recall / both if both else 0.0)
