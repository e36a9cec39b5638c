"""Plain text (and Markdown, which is text) in any encoding that Chinese reports come in.

Line ends stay as they are: offsets refer to the text as decoded, a Windows line end being two characters.
"""

import re

from factx.errors import ReadError
from factx.readers.encoding import REPLACED, detect, named
from factx.records import Document, Issue

# Control characters that text has no use for; line and page ends, tabs, escapes and DOS's end of file are no sign.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_WEB_PAGE = ("<!doctype html", "<html")


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of `data`; ReadError where it is none. Undecodable bytes become U+FFFD, which an issue tells."""
    chosen = detect(data) if encoding is None else named(encoding)
    if chosen is None:
        raise _binary(name)
    try:
        text = data.decode(chosen, "replace").removeprefix("\ufeff")
        text.encode()  # some codecs let through halves of surrogate pairs, which no output can hold
    except UnicodeError as error:
        raise ReadError(f"{name}: is not {chosen}; leave --encoding out or name another") from error
    _check(text, name, chosen)
    return Document(name=name, text=text, encoding=chosen, issues=_issues(text, chosen))


def _check(text: str, name: str, encoding: str) -> None:
    """ReadError where `text` is not worth reading on."""
    if len(_CONTROL.findall(text)) * 20 > len(text):  # chance bytes have twice as many
        raise _binary(name)
    if text.count(REPLACED) * 10 > len(text):
        raise ReadError(f"{name}: is not text in {encoding}; name its encoding with --encoding, such as gb18030")
    if not text.strip():
        raise ReadError(f"{name}: holds nothing but white space; give a file with text in it")


def _binary(name: str) -> ReadError:
    return ReadError(f"{name}: looks like a binary file, not text; give the text, or name its encoding with --encoding")


def _issues(text: str, encoding: str) -> list[Issue]:
    """What is doubtful about the decoded `text`."""
    issues = []
    if replaced := text.count(REPLACED):
        first = text.index(REPLACED)
        places = "place" if replaced == 1 else "places"
        message = f"{replaced} {places} not decodable as {encoding}, read as U+FFFD, the first at character {first}"
        issues.append(Issue(code="replaced-bytes", message=message, start=first, end=first + 1))
    if text[:1000].lstrip().lower().startswith(_WEB_PAGE):
        message = "looks like a web page: its tags are read as text; save its text as .txt for better records"
        issues.append(Issue(code="markup", message=message))
    return issues
