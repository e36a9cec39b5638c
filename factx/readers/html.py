"""Web pages: the article with its title and date; navigation, link lists, share bars and footers are left out.

The page is parsed by lxml, which mends any tag soup. What is the article is decided here: finders made for other
languages take the layout tables of Chinese sites apart, and sentences where a word is coloured.
"""

import codecs
import contextlib
import re
from typing import TYPE_CHECKING

from factx.errors import ReadError
from factx.readers.article import Line, article, lines_of
from factx.readers.compose import clean, compose, day, title
from factx.readers.encoding import REPLACED, detect, named
from factx.readers.limits import bounded, extra
from factx.readers.plain import binary
from factx.records import Document, Issue

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_DECLARED = frozenset({"gb18030", "big5", "big5hkscs"})
"""What a Chinese page is in that declares it; Western encodings fit any bytes."""
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096
_TITLES = ("articletitle", "og:title", "twitter:title")
_DATES = (  # noqa: SIM905 (words in a row read best)
    "pubdate publishdate pubtime publishtime article:published_time og:published_time datepublished date dc.date "
    "weibo:article:create_at createdate firstcreatetime"
).split()
_SITE = re.compile(r"\s*(?:[|｜_»]|[-–—]{1,2}(?=[^-–—]*$))\s*")
_BYLINE = re.compile(r"(?:时间|日期|来源|发布|更新|發布|時間)[^\n]{0,40}?(20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})")
_DAY = re.compile(r"(20\d\d)\D(\d{1,2})\D(\d{1,2})")
_SHORTEST_TITLE = 4


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The article of the page `data`."""
    bounded(data, name)
    chosen = _encoding(data) if encoding is None else named(encoding)
    if chosen is None:
        raise binary(name)
    root = parse(data.decode(chosen, "replace"), name)
    lines = lines_of(root)
    heading = _title(root, lines)
    kept, found = article(lines, heading)
    message = "no article found on the page: everything is read that is no link"
    return compose(
        name,
        kept,
        title=heading,
        date=_date(root, lines),
        media_type=MEDIA_TYPE,
        encoding=chosen,
        issues=[] if found else [Issue(code="no-article", message=message)],
    )


def parse(text: str, name: str) -> "HtmlElement":
    """The page as a tree, mended."""
    with extra(name, "a web page"):
        from lxml import etree, html  # noqa: PLC0415 (an extra)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    whole = clean(_DECLARATION.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return html.document_fromstring(whole.encode(), parser=parser)
    except etree.ParserError:  # nothing is on it
        return html.Element("html")


def _encoding(data: bytes) -> str | None:
    """What the page declares, where it is not UTF-8 and the declared encoding fits; else what the bytes look like."""
    match = _CHARSET.search(data, 0, _HEAD)
    try:
        data.decode()
    except UnicodeDecodeError:
        if match and not data.startswith(_WIDE_MARKS):
            with contextlib.suppress(ReadError):  # a page may declare what it likes
                declared = named(match[1].decode())
                text = data.decode(declared, "replace")
                if declared in _DECLARED and text.count(REPLACED) * 200 <= len(text):
                    return declared
    return detect(data)


def _meta(root: "HtmlElement") -> dict[str, str]:
    """What the head says of the page: names in small letters, and their contents."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("name") or element.get("property") or element.get("itemprop") or ""
        if value := (element.get("content") or "").strip():
            found.setdefault(key.lower(), value)
    return found


def _title(root: "HtmlElement", lines: list[Line]) -> str | None:
    """The article's title: as the head gives it, else the only big heading, else the page's title without the site."""
    meta = _meta(root)
    for key in _TITLES:
        if found := title(meta.get(key)):
            return _without_site(found, lines)
    heads = [title(element.text_content()) for element in root.iter("h1")]
    named_heads = [head for head in heads if head and len(head) >= _SHORTEST_TITLE]
    if len(named_heads) == 1:
        return named_heads[0]
    page = title(root.findtext(".//title"))
    return _without_site(page, lines) if page else None


def _without_site(whole: str, lines: list[Line]) -> str:
    """A title without the site's name beside it: the longest part that stands on the page as a line, else the first."""
    parts = [part for part in _SITE.split(whole) if part]
    shown = {line.text for line in lines}
    if whole in shown or not parts:
        return whole
    return max((part for part in parts if part in shown), key=len, default=parts[0])


def _date(root: "HtmlElement", lines: list[Line]) -> str | None:
    """The day of publication, by the head, by the byline, or by an element made for it."""
    meta = _meta(root)
    for key in _DATES:
        if found := day(meta.get(key)):
            return found
    for line in lines:
        if match := _BYLINE.search(line.text):
            return _padded(match[1])
    for element in root.iter("time", "em", "span"):
        marks = f"{element.get('class', '')} {element.get('id', '')} {element.tag}".lower()
        if "time" in marks or "date" in marks:
            value = element.get("datetime") or element.text_content()
            if _DAY.search(value):
                return _padded(value)
    return None


def _padded(value: str) -> str | None:
    """`2024年1月5日` as `2024-01-05`."""
    match = _DAY.search(value)
    return day(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None
