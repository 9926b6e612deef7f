"""Papers that came by e-mail: what the message itself tells, and which message brought them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr

from sqlalchemy import select

from models.entities import Paper, PaperSubject
from models.intake.opening.mail.letter import SUBJECT
from models.intake.papers import (
    Block,
    Content,
    NotUnderstood,
    ReadField,
    ReadPaper,
    ReadRecord,
    Source,
)
from models.intake.understanding.names import names_a_body, read_name
from models.marks import Information, Sharing
from models.services.papers.filing import Filing
from models.services.papers.previewed import PreviewedFile

MESSAGE = "message"
REFERRALS = frozenset({"child", "person_of_concern", "location", "group", "theme"})
RETURN = "return"
PEOPLE = frozenset({"child", "person_of_concern"})
KNOWN_BY = ("name", "alias", "dob", "la_id", "nhs")
FROM_MESSAGE = "The paper does not say: taken from the e-mail that brought it"
SURE = 0.6
FAREWELL = re.compile(
    r"(?:(?:kind|best|warm|many)\b.{0,12}|)(?:regards|wishes|thanks)\b"
    r"|yours|thank you|thanks|cheers",
    re.IGNORECASE,
)
POLITE = re.compile(
    r"(?:(?:hi|hello|dear|good (?:morning|afternoon|evening))\b.{0,40}"
    r"|(?:please )?(?:find|see)(?: the)? (?:attached|enclosed)\b.{0,60}|attached\b.{0,40}"
    rf"|(?:{FAREWELL.pattern}).{{0,30}})",
    re.IGNORECASE,
)
FROM_WORDS = "Written in the e-mail itself: look at it"
NAMED = re.compile(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)+")
SIGNATURE = 6
"""Words of a line under the farewell that is a name, a post or a number."""


def names_anyone(paper: ReadPaper) -> bool:
    """Whether a paper says who it is about; a covering letter about "the referral" does not."""
    if paper.kind not in PEOPLE:
        return bool(paper.records)
    return any(one.get(name) is not None for one in paper.records for name in KNOWN_BY)


def covering(paper: ReadPaper, content: Content) -> ReadPaper:
    """A message that brings papers: kept for its source; its own words are left to be read."""
    left = tuple(NotUnderstood(one.where, one.text) for one in own_words(content))
    return replace(paper, kind=MESSAGE, records=(), not_understood=left)


def own_words(content: Content) -> tuple[Block, ...]:
    """What a message says beside greeting, farewell and that something is attached."""
    said, ended = [], False
    for one in content.parts:
        if not isinstance(one, Block) or one.where == SUBJECT or POLITE.fullmatch(one.text):
            ended = ended or bool(isinstance(one, Block) and FAREWELL.match(one.text))
        elif not (ended and len(one.text.split()) <= SIGNATURE):
            said.append(one)
    return tuple(said)


def as_lines(paper: ReadPaper, content: Content) -> ReadPaper:
    """A message's own words as lines of a return, each for the chair until somebody says more."""
    lines = tuple(_line(one, content.source) for one in own_words(content))
    return replace(paper, kind=RETURN, records=lines, not_understood=())


def _line(one: Block, source: Source | None) -> ReadRecord:
    told: dict[str, object] = {
        "text": one.text,
        "kind": Information.NOT_STATED,
        "sharing": Sharing.CHAIR_ONLY,
        "agencies": (),
        "nothing_known": False,
    }
    if source is not None and source.sent_at is not None:
        told["date"] = source.sent_at.date()
    named = _named(one.text)
    if named:
        told["name"] = named
    fields = (
        ReadField(name, value, one.text, one.where, SURE, FROM_WORDS)
        for name, value in told.items()
    )
    record = ReadRecord(RETURN, tuple(fields), one.where)
    return _sent(record, source) if source is not None else record


def _named(text: str) -> str:
    """The first that looks like a first name and surname, and is no body's: a school's, a trust's.

    A word that only opens a sentence is no name.
    """
    for found in NAMED.finditer(text):
        if names_a_body(found[0]):
            continue
        words = found[0].split()
        words = words[1:] if found.start() == 0 and len(words) > 2 else words
        if len(words) > 1:
            return " ".join(words[:2])
    return ""


def with_source(paper: ReadPaper, source: Source | None) -> ReadPaper:
    """The paper with sender and date proposed where the paper does not say who and when."""
    if source is None or paper.kind not in (*REFERRALS, RETURN):
        return paper
    tell = _sent if paper.kind == RETURN else _told
    return replace(paper, records=tuple(tell(one, source) for one in paper.records))


def _sent(record: ReadRecord, source: Source) -> ReadRecord:
    """A return that names no agency is known by the address that sent it."""
    address = parseaddr(source.sender)[1]
    if not address or record.get("agency") is not None:
        return record
    sender = ReadField("sender", address, source.sender, "e-mail, sender", SURE, FROM_MESSAGE)
    return replace(record, fields=(*record.fields, sender))


def _told(record: ReadRecord, source: Source) -> ReadRecord:
    proposed: list[ReadField] = []
    name, address = parseaddr(source.sender)
    sender = name or address or source.sender
    if sender and record.get("referrer") is None and record.get("referrer_agency") is None:
        proposed.append(
            ReadField("referrer", sender, source.sender, "e-mail, sender", SURE, FROM_MESSAGE)
        )
    theirs = bool(name) and record.get("referrer") == read_name(name).name
    if address and theirs and record.get("referrer_email") is None:
        where = "e-mail, sender"
        proposed.append(
            ReadField("referrer_email", address, source.sender, where, SURE, FROM_MESSAGE)
        )
    if source.sent_at is not None and record.get("received") is None:
        day = source.sent_at.date()
        raw = f"{source.sent_at:%d/%m/%Y %H:%M}"
        proposed.append(ReadField("received", day, raw, "e-mail, date", SURE, FROM_MESSAGE))
    return replace(record, fields=(*record.fields, *proposed))


def join_messages(filing: Filing, previews: Sequence[PreviewedFile]) -> None:
    """Name the message of each paper kept; a message speaks of whom its papers speak of."""
    session = filing.session
    for one in previews:
        if not one.within:
            continue
        paper = session.scalars(select(Paper).where(Paper.sha256 == one.sha256)).first()
        message = session.scalars(select(Paper).where(Paper.sha256 == one.within)).first()
        if paper is None or message is None or paper.id == message.id:
            continue
        if paper.parent_id is None:
            paper.parent_id = message.id
        told = select(PaperSubject.subject_id)
        spoken = set(session.scalars(told.where(PaperSubject.paper_id == paper.id)))
        known = set(session.scalars(told.where(PaperSubject.paper_id == message.id)))
        for subject_id in sorted(spoken - known):
            filing.add(PaperSubject(paper_id=message.id, subject_id=subject_id))
        filing.flush()
