"""Mine the head nouns of named undertakings from any text file, with counts, for sorting by hand.

Two places show them: the last characters of an object behind a verb of the initiative lists, and whatever follows
a closing quote at once. Run: `python scripts/mine_names.py FILE [--least 5] [--tail 2]`; prints count, tail and an
example, most frequent first.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from factx.mentions.verbs import lexicon

SORTS = ("found", "issue", "hold", "run", "build")
_NAME = r"(?:了|好|起)?([^，。；：！？,;:!?\n“”《》、]{4,30})(?=[，。；,;\n])"
_BEHIND_QUOTE = re.compile(r"[^“”\n]{1,20}”([\u4e00-\u9fff]{2,8})(?=[，。；、,;\n和])")


def objects(text: str) -> Iterator[str]:
    """Everything that stands between a verb of the lists and the end of its clause."""
    verbs = sorted((w for w, sort in lexicon().items() if sort in SORTS), key=len, reverse=True)
    for match in re.finditer(f"(?:{'|'.join(verbs)}){_NAME}", text):
        yield match.group(1)


def main() -> None:
    """Print the tails of objects, or of what follows a quote."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--least", type=int, default=5, help="smallest count printed")
    parser.add_argument("--tail", type=int, default=2, help="characters of the head noun")
    parser.add_argument("--quotes", action="store_true", help="mine what follows a closing quote instead")
    options = parser.parse_args()
    text = options.file.read_text(encoding="utf-8")
    names = (m.group(1) for m in _BEHIND_QUOTE.finditer(text)) if options.quotes else objects(text)
    counts: Counter[str] = Counter()
    example: dict[str, str] = {}
    for name in names:
        tail = name[-options.tail :]
        counts[tail] += 1
        example.setdefault(tail, name)
    for tail, count in counts.most_common():
        if count < options.least:
            break
        print(count, tail, example[tail], sep="\t")


if __name__ == "__main__":
    main()
