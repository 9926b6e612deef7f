"""Minutes as versions, and the log of what was issued to whom."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import AgencySet, Base, Row
from models.marks import MinutesState


class MinutesVersion(Row, Base):
    """One version of a meeting's minutes and how far it has come.

    `text_sha256` names the kept words of the version (`PaperContent`), once it has any.
    """

    __tablename__ = "minutes_version"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    number: Mapped[int]
    state: Mapped[str] = mapped_column(default=MinutesState.DRAFT.value)
    made_at: Mapped[datetime]
    state_at: Mapped[datetime | None]
    by_name: Mapped[str | None]
    corrections: Mapped[str | None]
    chain_head: Mapped[str | None]
    approved_by: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    text_sha256: Mapped[str | None]


class WrittenMinutes(Row, Base):
    """Minutes as they were written to a file that may come back changed.

    `sign` is what the file's bookmarks carry, `text_sha256` names its words line by line
    (`PaperContent`), `item_ids` are the items of which they speak.
    """

    __tablename__ = "written_minutes"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    version: Mapped[int]
    document: Mapped[str]
    sign: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    text_sha256: Mapped[str]
    item_ids: Mapped[tuple[int, ...]] = mapped_column(AgencySet, default=())


class MinutesWords(Row, Base):
    """What a version said at a step of its way: as it went to the chair, or was given back.

    A file that came back changed from Word is kept whole, for the version that it is to change.
    `text_sha256` names the words (`PaperContent`); what was approved is kept with the version.
    """

    __tablename__ = "minutes_words"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    version: Mapped[int]
    step: Mapped[str]
    at: Mapped[datetime]
    by_name: Mapped[str | None]
    text_sha256: Mapped[str]


class EditLeft(Row, Base):
    """That a change from Word was left as it was on record, by whom and when.

    `digest` tells the change: where it is, what was written, what the file and the record say.
    """

    __tablename__ = "edit_left"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    digest: Mapped[str]
    at: Mapped[datetime]
    by_name: Mapped[str | None]


class MinutesComment(Row, Base):
    """A comment on a version of the minutes."""

    __tablename__ = "minutes_comment"
    version_id: Mapped[int] = mapped_column(ForeignKey("minutes_version.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    at: Mapped[datetime]
    by_name: Mapped[str | None]
    text: Mapped[str]
    settled: Mapped[bool] = mapped_column(default=False)


class Confirmation(Row, Base):
    """A person's word that a document may leave, for exactly these contents."""

    __tablename__ = "confirmation"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    document: Mapped[str]
    digest: Mapped[str]
    at: Mapped[datetime]
    by_name: Mapped[str | None]


class Redaction(Row, Base):
    """What was taken out of a confirmed document or disclosure, where, why and how often.

    By whose word stands in the confirmation or disclosure.
    """

    __tablename__ = "redaction"
    confirmation_id: Mapped[int | None] = mapped_column(ForeignKey("confirmation.id"), index=True)
    disclosure_id: Mapped[int | None] = mapped_column(ForeignKey("disclosure.id"), index=True)
    place: Mapped[str]
    what: Mapped[str]
    reason: Mapped[str | None]
    times: Mapped[int] = mapped_column(default=1)


class Issue(Row, Base):
    """A document that was issued: what, for whom, how, when, with its hash.

    Documents of one issue share their `batch`; `reason` says why it went in spite of a warning.
    """

    __tablename__ = "issue"
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    document: Mapped[str]
    audience: Mapped[str]
    recipient: Mapped[str | None]
    version: Mapped[int | None]
    way: Mapped[str | None]
    state: Mapped[str]
    at: Mapped[datetime]
    sha256: Mapped[str | None]
    by_name: Mapped[str | None]
    receipt_at: Mapped[datetime | None]
    recalled_at: Mapped[datetime | None]
    batch: Mapped[str | None]
    address: Mapped[str | None]
    encrypted: Mapped[bool | None]
    reason: Mapped[str | None]


class InvitationSent(Row, Base):
    """An invitation as last sent: one identity for its calendar, counted up by each change."""

    __tablename__ = "invitation_sent"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    guest_name: Mapped[str | None]
    identity: Mapped[str] = mapped_column(index=True)
    sequence: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str]
    sent_at: Mapped[datetime]
    cancelled: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str | None]


class ExtractDue(Row, Base):
    """Why no extract is due for an item, where none is."""

    __tablename__ = "extract_due"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    reason: Mapped[str]
    named_lead: Mapped[str | None]


class ReadingLog(Base):
    """Who opened whose record: once for each reader, record and sitting; only added to."""

    __tablename__ = "reading_log"
    __journalled__ = False
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    sitting: Mapped[str]
    reader: Mapped[str]
    subject_id: Mapped[int]
    revealed: Mapped[bool] = mapped_column(default=False)
