"""What a file is: by its first bytes, and by its name only where they say no more than that it is text."""

import io
import re

FOREIGN = {
    "slides": "a presentation",
    "locked": "an Office document with a password",
    "opendocument": "an OpenDocument file",
    "ofd": "an OFD document",
    "works": "an old Office document that is damaged, or of another program (Works, Publisher)",
    "zip": "a zip archive",
    "image": "a picture",
    "archive": "a compressed archive",
    "database": "a database",
    "program": "a program",
}
"""What factx does not read, in words."""

_BEGINNINGS = {
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"RIFF": "image",
    b"II*\0": "image",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"Rar!\x1a": "archive",
    b"BZh": "archive",
    b"\xfd7zXZ": "archive",
    b"SQLite format 3\0": "database",
    b"\x7fELF": "program",
    b"MZ\x90\0": "program",
}
_HEAD = 4096
# A folder or a part inside the zip tells which format it is.
_PACKAGES = {
    "word/": "docx",
    "xl/": "sheet",
    "ppt/": "slides",
    "OFD.xml": "ofd",
    "content.xml": "opendocument",
}
# The names of streams, as an OLE file's directory holds them; a locked file holds nothing but what is locked.
_STREAMS = {
    "EncryptedPackage": "locked",
    "WordDocument": "doc",
    "Workbook": "sheet",
    "Book": "sheet",
    "PowerPoint Document": "slides",
}
_PDF_WITHIN = 1024
"""Readers of PDF allow other bytes before the mark."""
_PAGE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<\?xml[^>]*>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h1|span|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?(?:Received|Return-Path|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|"
    rb"DKIM-Signature|X-[A-Za-z-]+): [^\n]*\n(?s:.{0,4000}?\n)?(?:From|Subject|Date|MIME-Version|Content-Type): ",
    re.IGNORECASE,
)
_NAMES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
}


def look(data: bytes, name: str = "") -> str:
    """A key of the readers, or of `FOREIGN`: what `data`, called `name`, looks like."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, form in _BEGINNINGS.items():
        if head.startswith(beginning):
            return _package(data) if form == "zip" else _streams(data) if form == "ole" else form
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    plain = head.replace(b"\0", b"")  # Latin letters in UTF-16
    if _PAGE.match(plain.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return "html"
    if _MAIL.match(head):
        return "mail"
    suffix = name[name.rfind(".") :].lower()
    return _NAMES.get(suffix, "text")


def _package(data: bytes) -> str:
    """Which format a zip holds."""
    import zipfile  # noqa: PLC0415 (most files are none)

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        names = []
    for part, form in _PACKAGES.items():
        if any(name.startswith(part) for name in names):
            return form
    # The directory, at the end of the file, may be cut off: the reader then says that the file is damaged.
    return next((form for part, form in _PACKAGES.items() if not names and part.encode() in data), "zip")


def _streams(data: bytes) -> str:
    """Which format an OLE file holds."""
    return next((form for stream, form in _STREAMS.items() if stream.encode("utf-16-le") in data), "works")
