"""The rows of a sentence: each clause that holds an amount, and each aside in brackets that does, as pieces."""

from dataclasses import dataclass
from functools import cached_property

from factx.mentions.quantities import Amount
from factx.patterns import compiled
from factx.rules.achievement.sight import is_time
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.pieces import pieces
from factx.rules.nounphrase.sorts import Sort
from factx.rules.scene import Scene
from factx.scan import covering, within
from factx.text import Span

_FIRST = compiled(r"(?:首位|榜首(?!位))(?!度)")
_ITEM = compiled(
    r"[一二三四五六七八九十]{1,2}(?:是|要)|[(（][0-9一二三四五六七八九十]{1,2}[)）](?=[\u4e00-\u9fff])|[0-9]{1,2}[、.](?![0-9])"
)
_LONGEST_NAME = 32
_OVER_TIME = compiled("[无总]?[\u4e00-\u9fff]{2,4}率")
_PER = compiled("每[十百千万]{1,2}(?:人口|[人名户亩])")
_WORKED_OUT = compiled("按[一-鿿]{2,8}?(?:计算|折算|核算|测算|推算)(?!机)")
"""How a figure was worked out, before what it measures: 按常住人口计算|人均地区生产总值."""
_CLAUSES = compiled(r"[，,。；;！？!?]")


@dataclass(eq=False)
class Row:
    """A stretch that is read on its own; `mark` is the delimiter before it, `aside` says that it stands in brackets.

    Its pieces are cut only where somebody asks for them: most stretches hold no amount.
    """

    scene: Scene
    start: int
    end: int
    amounts: list[Amount]
    brackets: list[Span]
    names: list[Span]
    mark: str

    @cached_property
    def aside(self) -> bool:
        """Whether it stands in brackets."""
        return self.mark == "("

    @cached_property
    def pieces(self) -> list[Piece]:
        """The row cut into pieces."""
        scene, end = self.scene, self.end
        item = _ITEM.match(scene.text, self.start, end)
        start = item.end() if item else self.start
        atoms: list[tuple[Span, Sort, Amount | None]] = [
            ((a.start, a.end), *_time(scene.text, a))
            if is_time(scene.text, a) or (a.value == 1 and _is_first(scene.text, a))
            else ((a.start, a.end), Sort.AMOUNT, a)
            for a in self.amounts
        ]
        atoms = [
            ((s[0] - 1, s[1]), Sort.ADVERB, None) if _is_rate(scene.text, s[0]) else (s, o, a) for s, o, a in atoms
        ]
        names = [n for n in self.names if start <= n[0] and n[1] <= end]
        atoms += [(n, Sort.NAME, None) for n in names]
        atoms += [(b, Sort.BRACKET, None) for b in self.brackets if not any(n[0] <= b[0] < n[1] for n in names)]
        atoms += [(match.span(), Sort.NOUN, None) for match in _PER.finditer(scene.text, start, end)]
        atoms += [(match.span(), Sort.ADVERB, None) for match in _WORKED_OUT.finditer(scene.text, start, end)]
        taken = [span for span, _, _ in atoms]
        dates = within(scene.mentions.periods, start, end)
        atoms += [((d[0], d[1]), Sort.TIME, None) for d in dates if not any(a < d[1] and d[0] < b for a, b in taken)]
        return pieces(scene.text, start, end, sorted(atoms))


def rows(scene: Scene) -> list[Row]:
    """All rows of the sentence, those without amounts included (a metric may stand there), in the order of the text."""
    found: list[Row] = []
    names = sorted((*_names(scene), *scene.books))
    figures = sorted((*scene.amounts, *firsts(scene)))
    amounts = [a for a in figures if not covering(names, a.start)]
    asides = [b for b in scene.brackets if any(b[0] < a.start and a.end < b[1] for a in amounts)]
    mark = ""
    for clause in scene.sentence.clauses:
        inside = [b for b in scene.brackets if clause.start <= b[0] and b[1] <= clause.end]
        own = [a for a in amounts if clause.start <= a.start and a.end <= clause.end and not covering(inside, a.start)]
        found.append(Row(scene, clause.start, clause.end, own, inside, names, mark))
        for aside in asides:
            if clause.start <= aside[0] and aside[1] <= clause.end:
                held = [a for a in amounts if aside[0] < a.start < aside[1]]
                found.append(Row(scene, aside[0] + 1, aside[1] - 1, held, [], names, "("))
        mark = clause.mark
    return found


def _time(text: str, amount: Amount) -> tuple[Sort, None]:
    """What a duration is in its row: a time, or the beginning of a name (5年生存率)."""
    return (Sort.NOUN if _OVER_TIME.match(text, amount.end) else Sort.TIME), None


def _is_rate(text: str, at: int) -> bool:
    """Whether the amount at `at` only says for how much something is told: 每|50公斤."""
    return text[at - 1 : at] == "每"


def _is_first(text: str, amount: Amount) -> bool:
    """Whether the amount is 一次 before a rate: the first time (一次就业率)."""
    return text.startswith("一次", amount.start) and bool(_OVER_TIME.match(text, amount.end))


def firsts(scene: Scene) -> list[Amount]:
    """The first places of the sentence that have no number: 居全省|首位."""
    start, end = scene.sentence.start, scene.sentence.end
    return [
        Amount(
            start=match.start(),
            end=match.end(),
            value=1,
            value_max=None,
            unit="位",
            unit_span=(match.end() - 1, match.end()) if match[0].endswith("位") else None,
            measure="rank",
            qualifier="exact",
            number=(match.start(), match.start() + 1),
            ordinal=True,
        )
        for match in _FIRST.finditer(scene.text, start, end)
    ]


def _names(scene: Scene) -> list[Span]:
    """The quotes that are names; what is long or has clauses is speech and read as text."""
    return [(a, b) for a, b in scene.quotes if b - a <= _LONGEST_NAME and not _CLAUSES.search(scene.text, a, b)]
