"""Plain text in any encoding that Chinese reports come in.

Line ends stay as they are: offsets refer to the text as decoded, a Windows line end being two characters.
"""

import re

from factx.errors import ReadError
from factx.readers.encoding import REPLACED, detect, named, replaced
from factx.records import Document

MEDIA_TYPE = "text/plain"
# Control characters that text has no use for; line and page ends, tabs, escapes and DOS's end of file are no sign.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of `data`; ReadError where it is none. Undecodable bytes become U+FFFD, which an issue tells."""
    text, chosen = decode(data, name, encoding)
    return Document(name=name, text=text, media_type=MEDIA_TYPE, encoding=chosen, issues=replaced(text, chosen))


def decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    """The text of `data` and the encoding it is in; ReadError where it is no text."""
    chosen = detect(data) if encoding is None else named(encoding)
    if chosen is None:
        raise binary(name)
    try:
        text = data.decode(chosen, "replace").removeprefix("\ufeff")
        text.encode()  # some codecs let through halves of surrogate pairs, which no output can hold
    except UnicodeError as error:
        raise ReadError(f"{name}: is not {chosen}; leave --encoding out or name another") from error
    _check(text, name, chosen)
    return text, chosen


def _check(text: str, name: str, encoding: str) -> None:
    """ReadError where `text` is not worth reading on."""
    if len(_CONTROL.findall(text)) * 20 > len(text):  # chance bytes have twice as many
        raise binary(name)
    if text.count(REPLACED) * 10 > len(text):
        raise ReadError(f"{name}: is not text in {encoding}; name its encoding with --encoding, such as gb18030")
    if not text.strip():
        raise ReadError(f"{name}: holds nothing but white space; give a file with text in it")


def binary(name: str) -> ReadError:
    """The error for bytes that are no text."""
    return ReadError(f"{name}: looks like a binary file, not text; give the text, or name its encoding with --encoding")
