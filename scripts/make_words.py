"""Generate `factx/lexicons/words.tsv`: the common words of the language with cost and part of speech.

    python scripts/make_words.py TEXT_FILE... > factx/lexicons/words.tsv

Words, frequencies and tags come from the dictionary of the package jieba (MIT licence). A word is kept when the given
texts, cut by jieba's fast twin rjieba, hold it at least MIN_SEEN times, or when it is frequent in the dictionary
itself; names of persons are left out (they would hide the names that a report is about). The cost of a word is its
negative log probability in hundredths.
"""

import sys
from collections import Counter
from importlib.metadata import version
from importlib.resources import files
from math import log
from pathlib import Path

import rjieba

MIN_SEEN = 4
MIN_FREQUENCY = 150
LONGEST = 6
NAMES = {"nr", "nrt", "nrfg"}


def main() -> None:
    """Print the word list, most frequent last within a first character, sorted by code point."""
    seen: Counter[str] = Counter()
    for path in sys.argv[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            seen.update(rjieba.cut(line, hmm=False))
    print(f"# word, cost, part of speech; from jieba {version('jieba')} (MIT licence), words of report texts kept")
    entries = [row.split(" ") for row in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()]
    total = log(sum(int(frequency) for _, frequency, _ in entries))
    rows = []
    for word, frequency, tag in entries:
        frequent = seen[word] >= MIN_SEEN or int(frequency) >= MIN_FREQUENCY
        if tag not in NAMES and frequent and len(word) <= LONGEST and all("\u4e00" <= c <= "\u9fff" for c in word):
            rows.append(f"{word}\t{round(100 * (total - log(int(frequency) or 1)))}\t{tag}")
    print("\n".join(sorted(rows)))


if __name__ == "__main__":
    main()
