"""Papers that came by e-mail: what the message itself tells, and which message brought them."""

from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr

from sqlalchemy import select

from models.entities import Paper, PaperSubject
from models.intake.papers import ReadField, ReadPaper, ReadRecord, Source
from models.services.papers.filing import Filing
from models.services.papers.previewed import PreviewedFile

MESSAGE = "message"
REFERRALS = frozenset({"child", "person_of_concern", "location", "group", "theme"})
RETURN = "return"
FROM_MESSAGE = "The paper does not say: taken from the e-mail that brought it"
SURE = 0.6


def covering(paper: ReadPaper) -> ReadPaper:
    """A message that only brings papers: kept for its source, with nothing left to understand."""
    return replace(paper, kind=MESSAGE, records=(), not_understood=())


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
