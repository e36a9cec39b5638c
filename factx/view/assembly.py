"""The page put together: style, documents, index and script in one file.

The parts are the files of `page/`, plain CSS and JavaScript as the browser runs them. Nothing of a document ever
becomes markup: it stands in data blocks, which the script reads as JSON and shows as text. The Content-Security-Policy
says so once more: only this style and this script, known by their hashes, and no address at all.
"""

import base64
import shutil
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from tempfile import TemporaryFile
from typing import TextIO

from factx.view.sheet import Sheet, block, dumped, entry

STYLES = ("base", "layout", "document", "records", "overview", "print")
SCRIPTS = (
    "words",
    "dom",
    "offsets",
    "documents",
    "marks",
    "filters",
    "fields",
    "highlights",
    "text",
    "cards",
    "panel",
    "charts",
    "overview",
    "keys",
    "main",
)


def write(sheets: Iterable[Sheet], stream: TextIO, *, title: str) -> None:
    """Write the page of `sheets` to `stream`; `title` is what the browser calls it.

    The index goes first, so that the page stands before its documents are read; they wait for it in a file.
    """
    style = "\n".join(_part(f"{name}.css") for name in STYLES)
    script = "\n".join(_part(f"{name}.js") for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{script}\n}})();'
    head, _, tail = _part("page.html").partition("$documents")
    documents = []
    with TemporaryFile("w+", encoding="utf-8", newline="") as blocks:
        for number, sheet in enumerate(sheets):
            blocks.write(f'<script type="application/x-ndjson" id="d{number}">{block(sheet)}</script>\n')
            documents.append(entry(sheet))
        index = dumped({"title": title, "documents": documents}).replace("<", "\\u003c")
        own = {"policy": _policy(style, script), "style": style, "script": script}
        stream.write(Template(head).substitute(own, title=escape(title), index=index))
        blocks.seek(0)
        shutil.copyfileobj(blocks, stream)
    stream.write(tail)


def _part(name: str) -> str:
    """A file of `page/`."""
    return files("factx.view").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: nothing is allowed but the page's own style and script."""
    own = f"style-src {_digest(style)}; script-src {_digest(script)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    """An inline element's content as a policy names it."""
    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"
