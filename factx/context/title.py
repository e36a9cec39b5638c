"""Title: the line that a document begins with, page furniture left out."""

from factx.scan import covering
from factx.segment import Sentence
from factx.text import Span

_SHORTEST = 5
_LONGEST = 60


def title_of(text: str, sentences: list[Sentence], furniture: list[Span]) -> Span:
    """The first heading or sentence that is no furniture; where it runs on behind a blank, only what stands before."""
    for sentence in sentences:
        if covering(furniture, sentence.start):
            continue
        start, end = sentence.start, sentence.end
        blank = text.find(" ", start + _SHORTEST, end)
        if end - start > _LONGEST and blank > 0:
            end = blank
        return start, end
    return 0, 0
