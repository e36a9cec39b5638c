"""Title: the line that a document begins with, page furniture left out."""

import re

from factx.scan import covering
from factx.segment import Sentence
from factx.text import Span, fold

_SHORTEST = 5
_LONGEST = 60
_HEAD = 400
"""A letterhead and a document's number may stand above the title, no more."""


def title_of(text: str, sentences: list[Sentence], furniture: list[Span], given: str | None = None) -> Span:
    """The line that is the file's own title, where `given` stands near the text's beginning.

    Else the first heading or sentence that is no furniture; where it runs on behind a blank, what stands before.
    """
    if given and len(given) >= _SHORTEST and (match := re.search(rf"(?m)^{re.escape(fold(given))}$", text[:_HEAD])):
        return match.span()
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if covering(furniture, start) or not any(map(str.isalnum, text[start:end])):
            continue
        blank = text.find(" ", start + _SHORTEST, end)
        if end - start > _LONGEST and blank > 0:
            end = blank
        return start, end
    return 0, 0
