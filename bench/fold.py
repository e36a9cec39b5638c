"""What folding costs: nanoseconds a character, beside `str.translate` with the full-width forms alone.

.venv/bin/python bench/fold.py
"""

import timeit
from pathlib import Path

from factx.text import _FORMS, _traditional, fold

SAMPLE = Path(__file__).parents[1] / "samples" / "city_report.txt"
ROUNDS = 20


def main() -> None:
    """Print a line for simplified and one for traditional text."""
    simplified = SAMPLE.read_text(encoding="utf-8") * 5
    back = {ord(folded): sign for sign, folded in _traditional().items()}
    for name, text in (("simplified", simplified), ("traditional", simplified.translate(back))):
        figures = [
            min(timeit.repeat(lambda run=run, text=text: run(text), number=ROUNDS, repeat=9)) / ROUNDS / len(text) * 1e9
            for run in (fold, lambda text: text.translate(_FORMS))
        ]
        print(f"{name:12} fold {figures[0]:6.1f}   str.translate {figures[1]:6.1f}   ns a character")


if __name__ == "__main__":
    main()
