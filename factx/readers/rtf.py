"""Rich text (RTF): what stands in the text, without what is hidden or deleted under tracked changes, footnotes behind.

Groups that are no text (fonts, styles, pictures, page headers) are passed over; so is every group that begins with the
mark of those that older programs need not know, but for the few that hold text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factx.readers.compose import compose, day, row, title
from factx.readers.limits import Clock, bounded, damaged
from factx.records import Document

MEDIA_TYPE = "application/rtf"
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl "  # noqa: SIM905
    "footerr footerf listtable listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles "
    "fldinst bkmkstart bkmkend annotation atnid atnauthor atndate ftnsep ftnsepc aftnsep aftnsepc filetbl revtbl "
    "pnseclvl nonshppict shprslt sp sn sv do".split()
)
_KEPT = frozenset({"shptxt", "shpinst", "footnote", "fldrslt"})
"""Of the groups that older programs need not know, those with text in them."""
_SIGNS = {
    "par": "\n", "sect": "\n", "page": "\n", "column": "\n", "line": "\n", "tab": "\t", "cell": "\a", "row": "\v",
    "trowd": "\x1c", "nestcell": "\t", "nestrow": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\n": "\n", b"\r": "\n"}
_CODE_PAGES = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 204: "cp1251", 238: "cp1250",
}  # fmt: skip
_PAGES_OF_CODE = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8"}
_DEEPEST = 500
_BULLETS = re.compile(r"[•●○■□◆◇▪➢✓·\ue000-\uf8ff]")


@dataclass(slots=True)
class _State:
    """What holds inside a group and ends with it."""

    skipped: bool = False
    hidden: bool = False
    encoding: str | None = None
    """By the font; None where that is a Western one, whose bytes may still be Chinese by the file's code page."""
    unicode_skip: int = 1
    part: str = "text"
    """Where text goes: `text`, `notes` or `title`."""
    is_number: bool = False

    def copy(self) -> "_State":
        """What holds at the beginning of a group inside."""
        return _State(self.skipped, self.hidden, self.encoding, self.unicode_skip, self.part, self.is_number)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    parts: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "notes": [], "title": []})
    raw: bytearray = field(default_factory=bytearray)
    """Bytes that stand next to each other: a Chinese character is two of them."""
    fonts: dict[int, str | None] = field(default_factory=dict)
    font: int = 0
    page: str = "cp1252"
    to_skip: int = 0
    time: dict[str, int] = field(default_factory=dict)

    def end_bytes(self, state: _State) -> None:
        """Decode the bytes collected."""
        if self.raw:
            data, self.raw = bytes(self.raw), bytearray()
            self.put(data.decode(state.encoding or self.page, "replace"), state)

    def put(self, text: str, state: _State) -> None:
        """Text goes where the group belongs."""
        if state.is_number:
            text = _BULLETS.sub("", text)
        if state.part == "title" or not (state.skipped or state.hidden):
            self.parts[state.part].append(text)


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of the RTF `data`; `encoding` means nothing here: the file says its own."""
    del encoding
    bounded(data, name)
    reading = _read(data, name)
    text, notes, heading = (_paired("".join(part)) for part in reading.parts.values())
    lines = [line for stretch in text.split(_SIGNS["row"]) for line in _lines(stretch)]
    year, month, date = (reading.time.get(unit, 0) for unit in ("yr", "mo", "dy"))
    return compose(
        name,
        [*lines, *notes.split("\n")],
        title=title(heading),
        date=day(f"{year:04}-{month:02}-{date:02}"),
        media_type=MEDIA_TYPE,
    )


def _lines(stretch: str) -> Iterator[str]:
    """The lines up to a row's end: paragraphs, and behind the last of them the row."""
    before, _, cells = stretch.partition(_SIGNS["trowd"])
    if _SIGNS["cell"] not in cells:
        before, cells = stretch, ""
    yield from before.replace(_SIGNS["trowd"], "").replace(_SIGNS["cell"], "\t").split("\n")
    if cells:
        texts = cells.replace(_SIGNS["trowd"], "").split(_SIGNS["cell"])[:-1]
        yield from row([[line for line in cell.split("\n") if line] for cell in texts])


def _paired(text: str) -> str:
    """`text` with the halves of characters that RTF writes one by one put together."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read(data: bytes, name: str) -> _Reading:
    """Go through the groups, words and bytes of `data`."""
    clock = Clock(name)
    reading = _Reading()
    groups: list[_State] = []
    state = _State()
    starred = False
    at = count = 0
    while at < len(data):
        token = _TOKEN.match(data, at)
        at = token.end() if token else at + 1
        count += 1
        if not count % 10_000:
            clock.check()
        word, value, byte, symbol, brace, plain = token.groups() if token else (None,) * 6
        if plain is not None or byte is not None:
            found = plain if plain is not None else bytes([int(byte or b"0", 16)])
            skipped = min(reading.to_skip, len(found))
            reading.to_skip -= skipped
            reading.raw += found[skipped:]
            continue
        reading.end_bytes(state)
        if brace == b"{":
            groups.append(state)
            state = state.copy()
            reading.to_skip = 0
        elif brace == b"}":
            if not groups:
                break
            state = groups.pop()
            reading.to_skip = 0
        elif symbol is not None:
            reading.put(_SYMBOLS.get(symbol, ""), state)
        elif word == b"bin":
            at += max(int(value or 0), 0)
        elif word is not None:
            _control(reading, state, word.decode(), None if value is None else int(value), starred=starred)
        starred = symbol == b"*"
        if len(groups) > _DEEPEST:
            raise damaged(name)
    reading.end_bytes(state)
    return reading


def _control(reading: _Reading, state: _State, word: str, value: int | None, *, starred: bool) -> None:
    """What a control word does."""
    if word in _SKIPPED or (starred and word not in _KEPT):
        state.skipped = True
    if word in _SIGNS:
        reading.put(_sign(reading, state, word), state)
    elif word == "u":
        reading.put(chr((value or 0) % 0x10000), state)
        reading.to_skip = state.unicode_skip
    elif state.skipped:
        _about(reading, state, word, value or 0)
    elif word == "footnote":
        state.part = "notes"
        reading.put("\n", state)
    else:
        _letters(reading, state, word, value)


def _letters(reading: _Reading, state: _State, word: str, value: int | None) -> None:
    """Words that say what the letters behind them are."""
    if word == "uc":
        state.unicode_skip = min(max(value or 0, 0), 9)
    elif word in {"v", "deleted"}:
        state.hidden = value != 0
    elif word in {"plain", "f"}:
        state.hidden = state.hidden and word == "f"
        state.encoding = reading.fonts.get(value or 0)
    elif word == "ansicpg":
        reading.page = _PAGES_OF_CODE.get(value or 0, "cp1252")
    elif word in {"listtext", "pntext"}:
        state.is_number = True


def _about(reading: _Reading, state: _State, word: str, value: int) -> None:
    """Words in groups that are no text: fonts and their encodings, the title, the time."""
    if word == "f":
        reading.font = value
    elif word == "fcharset":
        reading.fonts[reading.font] = _CODE_PAGES.get(value)
    elif word == "title":
        state.part = "title"
        reading.parts["title"].clear()  # once for old programs, then in Unicode
    elif word == "revtim":
        reading.time.clear()
    elif word in {"yr", "mo", "dy"}:
        reading.time.setdefault(word, value)


def _sign(reading: _Reading, state: _State, word: str) -> str:
    """The sign that a word writes. The tab behind a list's number is a blank, or nothing where the number is closed."""
    if not (state.is_number and word == "tab"):
        return _SIGNS[word]
    number = "".join(reading.parts[state.part][-1:])[-1:]
    return " " if number.isalnum() or number == "." else ""
