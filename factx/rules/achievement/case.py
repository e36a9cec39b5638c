"""An amount with all that is known of it, as the checks ask for it."""

from dataclasses import dataclass

from factx.mentions.quantities import Amount
from factx.patterns import compiled
from factx.rules.achievement.frame import Frame
from factx.rules.nounphrase import Piece

_SMALL_IN_WORDS = compiled(r"[一二两三四五六七八九十]{1,2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Case:
    """An amount, its frame and the text of its metric.

    `before` and `after` are the pieces on both sides, `unit` is its unit and `verb` the last word of its
    verb, `` where it has none.
    """

    text: str
    around: Frame
    amount: Amount
    metric: str
    before: Piece | None
    after: Piece | None
    unit: str
    verb: str

    @property
    def written(self) -> str:
        """The amount as written."""
        return self.text[self.amount.start : self.amount.end]

    @property
    def in_words(self) -> bool:
        """Whether it is a small number in Chinese numerals."""
        return _SMALL_IN_WORDS.match(self.written) is not None
