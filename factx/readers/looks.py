"""What the first bytes of a file say that it is: text, or a format that factx does not read."""

FOREIGN = {
    "word": "a Word document (docx)",
    "sheet": "an Excel workbook (xlsx)",
    "zip": "a zip archive",
    "ole": "an old Office document (doc, xls, wps)",
    "pdf": "a PDF",
    "rtf": "a rich text document (rtf)",
    "image": "a picture",
    "archive": "a compressed archive",
    "database": "a database",
    "program": "a program",
}

_BEGINNINGS = {
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"%PDF-": "pdf",
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"RIFF": "image",
    b"\x1f\x8b": "archive",
    b"7z\xbc\xaf\x27\x1c": "archive",
    b"Rar!\x1a": "archive",
    b"BZh": "archive",
    b"\xfd7zXZ": "archive",
    b"SQLite format 3\0": "database",
    b"\x7fELF": "program",
    b"MZ\x90\0": "program",
}
# The folder inside the zip tells the Office formats apart.
_PACKAGES = {b"word/": "word", b"xl/": "sheet"}


def look(data: bytes) -> str:
    """`text`, or the key of `FOREIGN` that the beginning of `data` shows."""
    for beginning, form in _BEGINNINGS.items():
        if data.startswith(beginning):
            if form == "zip":
                return next((package for folder, package in _PACKAGES.items() if folder in data), form)
            return form
    return "text"
