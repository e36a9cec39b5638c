"""The numbers that Word counts for lists and headings: `一、`, `（二）`, `3．`, as text."""

import re
import xml.etree.ElementTree as ET  # noqa: N817 (its usual name)
from collections.abc import Callable
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_DIGITS = "〇一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")
_CLOSED = frozenset("、）)，,：:．】〕")
_STEPS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_MOST_STYLES = 20
_LAST_LEVEL = 8
_BELOW_ALL = 9999
_CIRCLED = 20


def name_of(element: ET.Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value_of(element: ET.Element | None, attribute: str = "val") -> str | None:
    """An attribute of a Word element, whatever its namespace; None where it has none."""
    if element is not None:
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] == attribute:
                return value
    return None


def chinese(number: int) -> str:
    """`一` to `九千九百九十九`, as lists count: 十二, not 一十二."""
    if number > _BELOW_ALL:
        return str(number)
    out = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += _DIGITS[digit] + unit
        elif out and number and not out.endswith("〇"):
            out += "〇"
    return out.removeprefix("一") if out.startswith("一十") else out or "〇"


def _roman(number: int) -> str:
    if number > _BELOW_ALL:
        return str(number)
    out = ""
    for size, sign in _STEPS:
        count, number = divmod(number, size)
        out += sign * count
    return out + _ONES[number]


def _letters(number: int) -> str:
    """`a` … `z`, `aa` …: Word repeats the letter."""
    repeats, letter = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + letter) * min(repeats + 1, 9)


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 1 <= number <= _CIRCLED else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


_CHINESE = (  # noqa: SIM905 (words in a row read best)
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand "
    "koreanCounting ideographDigital japaneseDigitalTenThousand taiwaneseDigital"
).split()
_PLAIN = "一二三四五六七八九十百千"
_FORMAL = {
    "chineseLegalSimplified": str.maketrans(_PLAIN, "壹贰叁肆伍陆柒捌玖拾佰仟"),
    "ideographLegalTraditional": str.maketrans(_PLAIN, "壹貳參肆伍陸柒捌玖拾佰仟"),
}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_CHINESE, chinese),
    "chineseLegalSimplified": lambda n: chinese(n).translate(_FORMAL["chineseLegalSimplified"]),
    "ideographLegalTraditional": lambda n: chinese(n).translate(_FORMAL["ideographLegalTraditional"]),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalZero": lambda n: f"{n:02}",
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
}
"""How a level writes its number; `decimal` for every other."""
UNNUMBERED = frozenset({"bullet", "none"})


class Level(NamedTuple):
    """A level of a list: where it starts, how it writes its number, and what stands around it (`（%2）`)."""

    start: int
    form: str
    shape: str
    apart: bool
    """Whether a blank stands behind the number."""


class Counter:
    """Counts one list: a number at a level starts all levels below it anew."""

    def __init__(self, levels: dict[int, Level]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def label(self, level: int) -> str:
        """The text before the next paragraph at `level`."""
        own = self._levels.get(level)
        if own is None:
            return ""
        self._counts[level] = self._counts.get(level, own.start - 1) + 1
        for below in [n for n in self._counts if n > level]:
            del self._counts[below]
        if own.form in UNNUMBERED:
            return ""
        label = _PLACE.sub(lambda place: self._number(int(place[1]) - 1), own.shape)
        return label + " " if own.apart and label and label[-1] not in _CLOSED else label

    def _number(self, level: int) -> str:
        shape = self._levels.get(level)
        count = self._counts.get(level, shape.start if shape else 1)
        return FORMS.get(shape.form if shape else "decimal", str)(max(count, 0))


class Numbering:
    """The lists of a docx: from its numbering part, and from its styles, which may number too."""

    def __init__(self, numbering: ET.Element, styles: ET.Element) -> None:
        self._counters: dict[str, Counter] = {}
        self._styles = {value_of(style, "styleId") or "": style for style in _children(styles, "style")}
        self._define(numbering)

    def label(self, paragraph: ET.Element) -> str:
        """The number that the paragraph shows, with what stands around it; empty where it has none."""
        number, level = self._place(_child(paragraph, "pPr"))
        style: str | None = _style_id(paragraph)
        for _ in range(_MOST_STYLES):
            if number is not None or style not in self._styles:
                break
            above = self._styles[style]
            number, found = self._place(_child(above, "pPr"))
            level = level if level is not None else found
            style = value_of(_child(above, "basedOn"))
        counter = self._counters.get(number or "")
        return counter.label(min(level or 0, _LAST_LEVEL)) if counter else ""

    def style_of(self, paragraph: ET.Element) -> str:
        """The name of the paragraph's style in small letters, such as `heading 1`."""
        style = self._styles.get(_style_id(paragraph) or "")
        return (value_of(_child(style, "name")) or "").lower()

    @staticmethod
    def _place(properties: ET.Element | None) -> tuple[str | None, int | None]:
        """The list and the level that paragraph properties give."""
        place = _child(properties, "numPr")
        level = value_of(_child(place, "ilvl"))
        return value_of(_child(place, "numId")), _int(level, None)

    def _define(self, numbering: ET.Element) -> None:
        shapes = {
            value_of(element, "abstractNumId"): dict(map(_level, _children(element, "lvl")))
            for element in _children(numbering, "abstractNum")
        }
        shared: dict[str | None, Counter] = {}
        for element in _children(numbering, "num"):
            base = value_of(_child(element, "abstractNumId"))
            levels = dict(shapes.get(base, {}))
            overrides = _children(element, "lvlOverride")
            for override in overrides:
                at = _int(value_of(override, "ilvl"), 0)
                own = _child(override, "lvl")
                if own is not None:
                    levels[at] = _level(own)[1]
                start = _int(value_of(_child(override, "startOverride")), None)
                if start is not None and at in levels:
                    levels[at] = levels[at]._replace(start=start)
            # Lists of one shape go on counting each other; one that overrides something counts for itself.
            counter = Counter(levels) if overrides else shared.setdefault(base, Counter(levels))
            self._counters[value_of(element, "numId") or ""] = counter


def _level(element: ET.Element) -> tuple[int, Level]:
    form = value_of(_child(element, "numFmt")) or "decimal"
    return _int(value_of(element, "ilvl"), 0), Level(
        start=_int(value_of(_child(element, "start")), 1),
        form=form,
        shape=value_of(_child(element, "lvlText")) or "",
        apart=value_of(_child(element, "suff")) != "nothing",
    )


def _child(parent: ET.Element | None, kind: str) -> ET.Element | None:
    return next((e for e in parent if name_of(e) == kind), None) if parent is not None else None


def _children(parent: ET.Element, kind: str) -> list[ET.Element]:
    return [element for element in parent if name_of(element) == kind]


def _style_id(paragraph: ET.Element) -> str | None:
    return value_of(_child(_child(paragraph, "pPr"), "pStyle"))


def _int(value: str | None, otherwise: T) -> int | T:
    """The number that `value` writes, within what a list counts; `otherwise` where it writes none."""
    try:
        return min(max(int(value or ""), 0), _BELOW_ALL)
    except ValueError:
        return otherwise
