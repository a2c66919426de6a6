"""A saved mail in, its text out: the plain text if it has one, else its page.

Subject, sender and day are title, author and day of publication. Missed: attachments.
"""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from builder.load.authors import authors_in
from builder.load.decode import decoded
from builder.load.document import Document
from builder.load.readers.damage import damage_told
from builder.load.readers.stated import stated
from builder.load.saved_page import read_page

_TOLD = "a saved mail"


def read(content: bytes, *, file: str) -> Document:
    """The text of a mail, and what its head says."""
    with damage_told(_TOLD, file=file):
        mail = message_from_bytes(content, policy=default)
        if not isinstance(mail, EmailMessage) or not mail.keys():
            raise ValueError(content[:20])
        body = mail.get_body(preferencelist=("plain", "html"))
        text = "" if body is None else str(body.get_content())
        is_page = body is not None and body.get_content_subtype() == "html"
        day = mail["date"].datetime if mail["date"] else None
        sender = mail["from"]
        names = [address.display_name for address in sender.addresses] if sender else []
    whole = decoded(text.encode("utf-8", "replace"), file=file)
    return Document(
        text=read_page(whole).text if is_page else whole.strip(),
        facts=stated(
            title=str(mail["subject"] or ""),
            authors=authors_in(names, {}),
            published=None if day is None else day.date(),
        ),
    )
