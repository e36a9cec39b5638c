"""factx beside other programs that read Chinese, on the same texts, in the same process, in turn.

They do different work, so a ratio says what a user pays and not which program is better.
"""

import contextlib
import importlib
import io
import logging
from collections.abc import Callable
from typing import Any, TypeAlias

from measuring import in_turn, spread

Reads: TypeAlias = Callable[[str], int]
"""Reads one text and says how many things it found."""

FACTX = "factx extract"


def _factx() -> Reads:
    """The whole line: every record validated, and written as JSON Lines in UTF-8."""
    from factx.pipeline import extract  # noqa: PLC0415 (loading is measured)
    from factx.records import Document  # noqa: PLC0415
    from factx.writers.jsonl import write  # noqa: PLC0415

    def read(text: str) -> int:
        report = extract(Document(name="bench", text=text))
        write([report], io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        return len(report.facts)

    return read


def _jieba() -> Reads:
    """Words, with the defaults (unknown words guessed)."""
    jieba = _module("jieba")
    return lambda text: len(jieba.lcut(text))


def _rjieba() -> Reads:
    """Words, by a segmenter in Rust."""
    rjieba = _module("rjieba")
    return lambda text: len(rjieba.cut(text))


def _jionlp_money() -> Reads:
    """Sums of money, with their values."""
    money = _module("jionlp").ner.extract_money
    return lambda text: len(money(text))


def _jionlp_both() -> Reads:
    """Sums of money and times, with their values."""
    ner = _module("jionlp").ner
    return lambda text: len(ner.extract_money(text)) + len(ner.extract_time(text))


def _recognizers() -> Reads:
    """Numbers, with their values."""
    numbers = _module("recognizers_number")
    chinese = numbers.Culture.Chinese
    return lambda text: len(numbers.recognize_number(text, chinese))


def _spacy() -> Reads:
    """The words that wake factx's rules, as entities of a pipeline that knows nothing else of Chinese."""
    from factx.mentions.verbs import lexicon  # noqa: PLC0415

    line = _module("spacy").blank("zh")
    line.add_pipe("entity_ruler").add_patterns([{"label": sort, "pattern": word} for word, sort in lexicon().items()])
    return lambda text: len(line(text).ents)


PEERS: dict[str, Callable[[], Reads]] = {
    FACTX: _factx,
    "jieba.lcut": _jieba,
    "rjieba.cut": _rjieba,
    "JioNLP money": _jionlp_money,
    "JioNLP money + time": _jionlp_both,
    "Recognizers number": _recognizers,
    "spaCy EntityRuler": _spacy,
}


def _module(name: str) -> Any:  # noqa: ANN401 (libraries without types)
    with contextlib.redirect_stdout(io.StringIO()):  # some greet on being imported
        return importlib.import_module(name)


def measure(texts: list[str], rounds: int) -> dict[str, Any]:
    """Every peer's speed, and how many times as fast factx is, round by round; the first round only warms up."""
    logging.disable()  # what some tell of every text that they stumble over
    readers: dict[str, Reads] = {}
    peers: dict[str, dict[str, Any]] = {}
    for name, load in PEERS.items():
        try:
            read = load()
            products = sum(map(read, texts))
        except ImportError as error:
            peers[name] = {"absent": f"not installed ({error.name or error})"}
        except Exception as error:  # noqa: BLE001 (what a peer makes of a text is not ours; the others are still measured)
            peers[name] = {"absent": f"failed ({type(error).__name__}: {error})"}
        else:
            readers[name] = read
            peers[name] = {"products": products}
    seconds = in_turn({name: lambda read=read: sum(map(read, texts)) for name, read in readers.items()}, rounds)  # type: ignore[misc]
    characters = sum(map(len, texts))
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    for name, times in seconds.items():
        said = spread(times)
        ratio = spread([theirs / ours for ours, theirs in zip(seconds[FACTX], times, strict=True)])
        peers[name] |= {
            "characters_per_second": characters / said.median,
            "megabytes_per_second": megabytes / said.median,
            "spread_percent": said.percent,
            "factx_times_as_fast": ratio._asdict(),
        }
    return {
        "documents": len(texts),
        "characters": characters,
        "megabytes": megabytes,
        "rounds": rounds,
        "peers": peers,
    }


def table(told: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [
        f"side by side: {told['documents']} documents, {told['characters']:,} characters, {told['rounds']} rounds",
        f"{'':22}{'characters/s':>14}{'MB/s':>8}{'spread':>8}{'found':>10}{'factx is so many times as fast':>34}",
    ]
    for name, said in told["peers"].items():
        if "absent" in said:
            rows.append(f"{name:22}  {said['absent']}")
            continue
        ratio = said["factx_times_as_fast"]
        beside = f"{ratio['median']:.2f} ({ratio['least']:.2f} to {ratio['most']:.2f})" if name != FACTX else ""
        rows.append(
            f"{name:22}{said['characters_per_second']:>14,.0f}{said['megabytes_per_second']:>8.2f}"
            f"{said['spread_percent']:>7.0f}%{said['products']:>10,}{beside:>34}"
        )
    return "\n".join(rows)
