"""Mail (eml), and pages saved as one file (mht, and Word's `.doc` of that kind): the body, plain text before HTML.

Nothing is fetched, and attachments are named, not read.
"""

import email
import email.errors
import email.policy
from email.message import EmailMessage, MIMEPart

from factx.errors import ReadError
from factx.readers import html, plain
from factx.readers.compose import clean, day, title
from factx.readers.encoding import named
from factx.readers.limits import bounded, damaged
from factx.records import Document, Issue

MEDIA_TYPE = "message/rfc822"
_MOST_NAMED = 5
_MOST_PARTS = 300
"""Parts made of parts, more than which no mail has: they take the square of their number in time."""


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The body of the mail `data`; `encoding` overrides what its parts declare."""
    bounded(data, name)
    if data.count(b"boundary=") > _MOST_PARTS:
        raise damaged(name)
    try:
        mail = email.message_from_bytes(data.lstrip(), _class=EmailMessage, policy=email.policy.default)
        body = mail.get_body(("plain", "html"))
        content = body.get_payload(decode=True) if body else None
        subject, sent = str(mail.get("Subject", "")), _sent(mail)
        attached = [part.get_filename() or "unnamed" for part in mail.iter_attachments()]
    except (email.errors.MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise damaged(name) from error
    if body is None or not isinstance(content, bytes) or not content.strip():
        raise ReadError(f"{name}: is a mail without text; save what is attached to it and read that")
    reader = html if body.get_content_subtype() == "html" else plain
    document: Document = reader.read(content, name, encoding or _declared(body, content))
    return document.model_copy(
        update={
            "title": title(subject) or document.title,
            "date": sent or document.date,
            "media_type": MEDIA_TYPE,
            "issues": [*document.issues, *_unread(attached)],
        }
    )


def _sent(mail: EmailMessage) -> str | None:
    """The day that the mail was sent."""
    time = getattr(mail.get("Date"), "datetime", None)
    return day(time.isoformat()) if time else None


def _declared(body: MIMEPart, content: bytes) -> str | None:
    """The encoding that a plain part declares, if its bytes are that; pages declare theirs themselves."""
    declared = body.get_content_charset()
    if declared is None or body.get_content_subtype() == "html":
        return None
    try:
        chosen = named(declared)
        content.decode(chosen)
    except (ReadError, UnicodeError):
        return None
    return chosen


def _unread(attached: list[str]) -> list[Issue]:
    if not attached:
        return []
    names = ", ".join(clean(" ".join(name.split())) for name in attached[:_MOST_NAMED])
    more = " …" if len(attached) > _MOST_NAMED else ""
    return [Issue(code="attachments", message=f"what is attached is not read: {names}{more}")]
