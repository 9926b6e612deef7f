"""An e-mail as programs exchange it (.eml), read without loading anything it points at."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from models.errors import Refusal
from models.intake.opening.mail.letter import (
    MAX_ATTACHED,
    PICTURES,
    Letter,
    is_paper,
    lines_of,
    london,
    one_line,
)
from models.intake.opening.mail.web import web_parts
from models.intake.opening.notes import Notes
from models.intake.papers import Attached, Block, Table

MAX_HEAD = 256 * 1024
MAX_BOUNDARIES = 100
DAMAGED = (
    "This e-mail is cut short or damaged. Ask for it to be sent again, or save what was attached "
    "to it and add that."
)
LOCKED = (
    "This e-mail is encrypted. Open it in your mail program, save what is attached to it, and "
    "add that."
)
SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
# What the standard reader raises over heads that no program writes.
BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_eml(data: bytes, notes: Notes) -> Letter:
    """Return the message; raises Refusal for damage, encryption, and heads beyond all measure."""
    head = re.split(rb"\r?\n\r?\n", data[: MAX_HEAD + 4], maxsplit=1)[0]
    if len(head) > MAX_HEAD or data.lower().count(b"boundary=") > MAX_BOUNDARIES:
        raise Refusal(DAMAGED)
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage):
            raise Refusal(DAMAGED)
        return _letter(message, notes)
    except BROKEN as error:
        raise Refusal(DAMAGED) from error


def _letter(message: EmailMessage, notes: Notes) -> Letter:
    if message.get_content_type() in SEALED:
        raise Refusal(LOCKED)
    return Letter(
        one_line(str(message.get("Subject", ""))),
        one_line(str(message.get("From", ""))),
        _sent(str(message.get("Date", ""))),
        tuple(_body(message, notes)),
        tuple(_attached(message, notes)),
    )


def _sent(stated: str) -> datetime | None:
    try:
        return london(parsedate_to_datetime(stated))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: EmailMessage, notes: Notes) -> Iterator[Block | Table]:
    """The words: from the web form where that holds a table, else from the plain one."""
    plain, web = message.get_body(("plain",)), message.get_body(("html",))
    said = web_parts(_text(web), notes) if web is not None else ()
    if said and (plain is None or any(isinstance(each, Table) for each in said)):
        yield from said
    elif plain is not None:
        yield from lines_of(_unflowed(plain, _text(plain)))


def _text(part: object) -> str:
    if not isinstance(part, EmailMessage):
        return ""
    try:
        return str(part.get_content())
    except LookupError:
        data = part.get_payload(decode=True)
        return data.decode("cp1252", "replace") if isinstance(data, bytes) else ""


def _unflowed(part: object, text: str) -> str:
    """Lines that were only turned to fit are one again."""
    flowed = isinstance(part, EmailMessage) and part.get_param("format") == "flowed"
    return re.sub(r"(?<=\S) \r?\n(?=\S)", " ", text) if flowed else text


def _attached(message: EmailMessage, notes: Notes) -> Iterator[Attached]:
    for number, part in enumerate(message.iter_attachments(), 1):
        if number > MAX_ATTACHED:
            raise Refusal(f"This e-mail has more than {MAX_ATTACHED} attachments.")
        if isinstance(part, EmailMessage):
            yield from _one(part, number, notes)


def _one(part: EmailMessage, number: int, notes: Notes) -> Iterator[Attached]:
    kind = part.get_content_type()
    name = one_line(part.get_filename() or "")
    if kind == "message/rfc822":
        inner = part.get_payload(0)
        if isinstance(inner, EmailMessage):
            yield Attached(name or f"message {number}.eml", inner.as_bytes())
        return
    if part.is_multipart():
        yield from _attached(part, notes)
        return
    name = name or f"attachment {number}"
    if part.get("Content-ID") is not None and name.lower().endswith(PICTURES):
        notes.add("A picture in the message was not read")
    elif is_paper(name, notes):
        data = part.get_payload(decode=True)
        if isinstance(data, bytes):
            yield Attached(name, data)
