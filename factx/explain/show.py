"""Explanations for people: the document with its records marked and numbered, and where each field comes from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factx.audit import SORTS, Audit, Unused
from factx.explain import Field, Place, Source, Verdict
from factx.records import AnyFact, Document, Issue, Period
from factx.scan import Mention
from factx.text import Span
from factx.writers.layout import KEYS, cell, parts
from factx.writers.printable import printable

_COLOURS = {"initiative": "green", "honour": "magenta", "achievement": "cyan", "awardee": "yellow"}
_PLACE = "bold reverse"
_AROUND = 14
"""How much of the text is shown on both sides of a thing that was not used."""
_FATES = {"record": "green", "lost": "yellow", "declined": "red", "nothing": "dim"}
_FAR = {"paragraph": "the paragraph", "heading": "a heading", "document": "the document"}


class Shown:
    """Writes explanations of one document to a stream; records go by their number in the report."""

    def __init__(self, stream: TextIO, document: Document, facts: Sequence[AnyFact]) -> None:
        self._console = Console(file=stream, markup=False, highlight=False, emoji=False)
        self._text = document.text
        self._name = document.name
        self._facts = facts
        self._numbers = {fact.id: number for number, fact in enumerate(facts, 1)}

    def document(self, sources: Sequence[Source], issues: Sequence[Issue]) -> None:
        """Every line of the text, its records marked, and below it what each was read from; first what is doubtful."""
        self._print(Text(printable(self._name), "bold underline"))
        for issue in issues:
            where = "" if issue.start is None else f"  {issue.start}–{issue.end}"
            self._print(Text.assemble(("! ", "bold red"), printable(issue.message), f" ({issue.code})", (where, "dim")))
        self._print()
        left = list(sources)
        for start, end in _lines(self._text):
            self._print(self._marked(start, end, [s.fact for s in sources]))
            told = [source for source in left if source.fact.start < end]
            del left[: len(told)]
            for source in told:
                self._print()
                self._source(source)
            if told:
                self._print()

    def _source(self, source: Source) -> None:
        fact = source.fact
        head = Text.assemble(
            (f"[{self._numbers[fact.id]}] {fact.kind}", f"bold {_COLOURS[fact.kind]}"),
            f"  {fact.rule}, woken by ",
            *self._mention(source.woken_by),
        )
        self._print(head)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim")
        table.add_column(overflow="fold")
        table.add_column(style="dim", overflow="fold")
        for field in source.fields:
            words = Text(_value(fact, field), "bold" if field.name in KEYS[fact.kind] else "")
            table.add_row(field.name, words, _origin(field))
        for told in source.told_again:
            words = Text(self._words((told.start, told.end)))
            table.add_row("told again", words, f"{told.start}–{told.end}, {told.rule}: {told.why}")
        self._print(Padding(table, (0, 0, 0, 4)))

    def places(self, places: Sequence[Place]) -> None:
        """For each place the rules that looked at it, in order, and what they made of it."""
        for number, place in enumerate(places):
            if number:
                self._print()
            self._print(Text(f"{printable(self._name)}, {place.start}–{place.end}", "bold underline"))
            if place.sentence:
                line = self._marked(*place.sentence, [])
                line.stylize(_PLACE, place.start - place.sentence[0], place.end - place.sentence[0])
                self._print(line)
            self._print()
            if place.why:
                self._print(Text(f"No rule looked here: {place.why}."))
            elif place.nearest:
                self._print(Text("No rule looked at this place. The nearest:"))
            self._verdicts(place.verdicts)

    def _verdicts(self, verdicts: Iterable[Verdict]) -> None:
        silent: dict[str, list[Text | str]] = {}
        for verdict in verdicts:
            mention = self._mention(verdict.woken_by)
            if verdict.fate == "nothing":
                silent.setdefault(verdict.rule, mention)
                continue
            head = Text.assemble(
                (verdict.fate, f"bold {_FATES[verdict.fate]}"), f"  {verdict.rule}, woken by ", *mention
            )
            self._print(head)
            for line in self._reason(verdict):
                self._print(Padding(line, (0, 0, 0, 4)))
        for rule, mention in silent.items():
            self._print(Text.assemble(("nothing", "dim"), f"  {rule}, woken by ", *mention))

    def _reason(self, verdict: Verdict) -> Iterator[Text]:
        if verdict.reason:
            at = f"  “{self._words(verdict.at)}” {verdict.at[0]}–{verdict.at[1]}" if verdict.at else ""
            yield Text.assemble(verdict.reason, (at, "dim"))
        if fact := verdict.record:
            yield Text.assemble(
                ("instead " if verdict.fate == "lost" else ""),
                (f"[{self._numbers[fact.id]}] {fact.kind}  ", _COLOURS[fact.kind]),
                "  ".join(cell(fact, field) for field in KEYS[fact.kind]),
                (f"  {fact.start}–{fact.end}", "dim"),
            )

    def unused(self, audit: Audit) -> None:
        """What ended in no record, by sort, with its surroundings and the reason."""
        self._print(Text(printable(self._name), "bold underline"))
        for sort in SORTS:
            self._print()
            self._print(Text(f"{audit.seen[sort]} {sort}s seen, {audit.used(sort)} in records", "bold"))
            table = Table.grid(padding=(0, 2, 0, 0))
            table.add_column(justify="right", style="dim", no_wrap=True)
            table.add_column(overflow="fold", ratio=3)
            table.add_column(overflow="fold", ratio=2)
            for unused in (found for found in audit.unused if found.sort == sort):
                why = unused.reason or "no rule looked at it"
                table.add_row(
                    str(unused.start), self._around(unused), Text.assemble(why, (f"  {unused.rule or ''}", "dim"))
                )
            if table.rows:
                self._print(Padding(table, (0, 0, 0, 2)))

    def _around(self, unused: Unused) -> Text:
        start = max(self._text.rfind("\n", 0, unused.start) + 1, unused.start - _AROUND)
        stop = self._text.find("\n", unused.end)
        end = min(len(self._text) if stop < 0 else stop, unused.end + _AROUND)
        return Text.assemble(
            (self._words((start, unused.start)), "dim"),
            (self._words((unused.start, unused.end)), "bold"),
            (self._words((unused.end, end)), "dim"),
        )

    def _marked(self, start: int, end: int, facts: Sequence[AnyFact]) -> Text:
        """A stretch of the text, the records that begin in it marked and numbered."""
        line = Text(self._words((start, end)))
        tags: dict[int, list[str]] = {}
        for fact in facts:
            if start <= fact.start < end:
                line.stylize(_COLOURS[fact.kind], fact.start - start, fact.end - start)
                for key in (span for field in KEYS[fact.kind] for span in parts(fact, field)):
                    if start <= key[0]:
                        line.stylize("bold", key[0] - start, key[1] - start)
                tags.setdefault(fact.start - start, []).append(str(self._numbers[fact.id]))
        pieces = line.divide(sorted(tags))
        tagged = Text.assemble(*pieces[:1]) if 0 not in tags else Text()
        for (_, numbers), piece in zip(sorted(tags.items()), pieces[0 if 0 in tags else 1 :], strict=False):
            tagged.append(f"[{','.join(numbers)}]", "dim")
            tagged.append(piece)
        return tagged if tags else line

    def _mention(self, mention: Mention) -> list[Text | str]:
        if mention.sort == "sentence":
            return ["the sentence"]
        return [Text(self._words((mention.start, mention.end)), "bold"), f" at {mention.start}"]

    def _words(self, span: Span) -> str:
        return printable(self._text[slice(*span)])

    def _print(self, what: RenderableType = "") -> None:
        self._console.print(what, soft_wrap=False)


def _value(fact: AnyFact, field: Field) -> str:
    """The field as a person reads it; a period with its days."""
    if isinstance(field.value, Period) and field.value.start:
        return f"{cell(fact, field.name)} ({field.value.start}..{field.value.end})"
    return cell(fact, field.name)


def _origin(field: Field) -> str:
    """Where the words stand, and who put them there."""
    if field.giver == "nobody":
        return "nothing says otherwise"
    where = ", ".join(f"{start}–{end}" for start, end in field.spans)
    if field.giver == "context" and field.distance:
        return f"{where}, inherited from {_FAR.get(field.distance, f'the {field.distance}')}"
    return f"{where}, from {_FAR[field.distance]}" if field.distance in _FAR else where


def _lines(text: str) -> Iterator[Span]:
    """The lines of the text that hold more than white space."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line)
