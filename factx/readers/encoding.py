"""Which encoding Chinese text came in: by its mark, as UTF-8, or by how the bytes fall.

Every GB encoding is read as GB18030, which holds the older ones. Names are those of Python's codecs, so that
`data.decode(name, "replace")` gives the text again.
"""

import codecs

from factx.errors import ReadError
from factx.records import Issue

_MARKS = (
    # The mark of UTF-16 is the beginning of the one of UTF-32, which therefore comes first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_GB = frozenset({"gb2312", "gbk", "cp936", "gb18030", "hz"})
_NARROW = ("gb18030", "big5hkscs")
_WIDE = ("utf_16_le", "utf_16_be")
_UTF_16 = frozenset(b"\0\1\2")
REPLACED = "\ufffd"


def named(encoding: str) -> str:
    """The codec that a user's name for an encoding means; ReadError where there is none."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "replace")
    except (LookupError, UnicodeError, ValueError) as error:
        raise ReadError(f"unknown encoding {encoding!r}; give one such as utf-8, gb18030, utf-16 or big5") from error
    return "gb18030" if name in _GB else name


def detect(data: bytes) -> str | None:
    """The most likely encoding of `data`, damaged or not; None where the bytes are no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    few_zeros = data.count(0) * 100 <= len(data)
    if _is_utf8(data):
        return "utf-8" if few_zeros else _latin(data)
    # Without a mark, UTF-16 shows in bytes that no other Chinese text has: the 1 and 2 of the stops 、 and 。 and the
    # zero of digits, line ends and 一. Which of its two orders it is only the words tell.
    tries = [_WIDE] if _UTF_16 & set(data) else [_NARROW, _WIDE]
    from charset_normalizer import from_bytes  # noqa: PLC0415 (77 ms that UTF-8 does not need)

    for candidates in tries:
        best = from_bytes(data, cp_isolation=[*candidates]).best()
        if best is not None:
            return codecs.lookup(best.encoding).name
    return min(("utf-8", *_NARROW), key=lambda name: _damage(data, name)) if few_zeros else None


def _latin(data: bytes) -> str | None:
    """The order of UTF-16 that holds Latin letters alone: valid UTF-8, but every other byte is zero."""
    if not any(data[1::2]):
        return "utf-16-le"
    return None if any(data[::2]) else "utf-16-be"


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, but for a few damaged characters at most."""
    try:
        data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        wide = len(text) - len(text.encode("ascii", "ignore"))
        return text.count(REPLACED) * 20 <= wide
    return True


def _damage(data: bytes, encoding: str) -> int:
    """How many places of `data` are not `encoding`."""
    return data.decode(encoding, "replace").count(REPLACED)


def replaced(text: str, encoding: str) -> list[Issue]:
    """What is doubtful about text decoded as `encoding`: characters that could not be decoded."""
    count = text.count(REPLACED)
    if not count:
        return []
    first = text.index(REPLACED)
    places = "place" if count == 1 else "places"
    message = f"{count} {places} not decodable as {encoding}, read as U+FFFD, the first at character {first}"
    return [Issue(code="replaced-bytes", message=message, start=first, end=first + 1)]
