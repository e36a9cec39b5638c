"""As many documents as a test wants: paragraphs of the samples below their title, with other places and figures."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
_PLACES = re.compile("江东|江州|平澜|澜山|青岚|云溪|白石")
_FIRST, _SECOND = "青白云石松柳桐枫梅兰金银玉清", "江河湖溪泉山岭川原州城塘湾浦"
_FIGURE = re.compile(r"\d+(?![\d年月日.])")
_SHORT = 60  # characters: a shorter paragraph is a heading or a list's item


def documents(number: int) -> Iterator[tuple[str, str]]:
    """Names and texts, some hundred characters each; the same ones on every machine."""
    paragraphs = [
        f"{title}\n{paragraph}\n"
        for title, *lines in (path.read_text(encoding="utf-8").split("\n") for path in SAMPLES)
        for paragraph in lines
        if len(paragraph) >= _SHORT
    ]
    for count in range(number):
        draw = random.Random(count)  # noqa: S311 (nothing secret)
        places: dict[str, str] = {}

        def place(match: re.Match[str]) -> str:
            return places.setdefault(match.group(), draw.choice(_FIRST) + draw.choice(_SECOND))  # noqa: B023 (used at once)

        def figure(match: re.Match[str]) -> str:
            return match.group()[0] + "".join(draw.choice("0123456789") for _ in match.group()[1:])  # noqa: B023

        text = _FIGURE.sub(figure, _PLACES.sub(place, paragraphs[count % len(paragraphs)]))
        yield f"{count:06}", text
