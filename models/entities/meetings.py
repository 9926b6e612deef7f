"""Meetings: attendance, declarations, agenda items, returns and what is said."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Graded, Shared, Verified
from models.marks import ItemKind, ItemState, MeetingState


class Meeting(Row, Base):
    """One meeting of a series.

    `words_read` are the standing wordings as they were read there (`rules/words_read.py`).
    """

    __tablename__ = "meeting"
    series_id: Mapped[int] = mapped_column(ForeignKey("panel_series.id"), index=True)
    held_on: Mapped[date] = mapped_column(index=True)
    starts: Mapped[time]
    ends: Mapped[time]
    venue: Mapped[str | None]
    state: Mapped[str] = mapped_column(default=MeetingState.PLANNED.value)
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    minute_taker_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    started_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    script_read_by: Mapped[str | None]
    script_read_at: Mapped[datetime | None]
    quorum_decision: Mapped[str | None]
    quorum_reason: Mapped[str | None]
    previous_minutes_date: Mapped[date | None]
    previous_minutes_agreed: Mapped[bool | None]
    previous_minutes_corrections: Mapped[str | None]
    other_business: Mapped[str | None]
    next_meeting_on: Mapped[date | None]
    cancelled: Mapped[bool] = mapped_column(default=False)
    words_read: Mapped[str | None]


class Attendance(Row, Base):
    """How a member, or a guest by name, attended a meeting."""

    __tablename__ = "attendance"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    guest_name: Mapped[str | None]
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    code: Mapped[str | None]
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    arrived: Mapped[time | None]
    left: Mapped[time | None]
    information_sent_on: Mapped[date | None]
    confidentiality_signed: Mapped[bool | None]


class Declaration(Row, Base):
    """A conflict of interest: the member steps out for the item and receives nothing of it.

    It stands whenever the subject returns, until the day it is said to have ended.
    """

    __tablename__ = "declaration"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"))
    interest: Mapped[str]
    outcome: Mapped[str | None]
    ended_on: Mapped[date | None]


class MeetingEvent(Row, Base):
    """The meeting's own time line: started, item opened, joined, left, decided; only added to."""

    __tablename__ = "meeting_event"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    text: Mapped[str | None]


class AgendaItem(Row, Base):
    """One item of a running order: section letter, position, subject, kind, minutes, state.

    Where it was not reached, `until_then` says what becomes of it, and `holder` who answers for it
    in the meantime. `number` is its own within its section once everybody has the agenda, whatever
    becomes of its place; `taken_after` the item after which it was brought forward, 0 before all.
    """

    __tablename__ = "agenda_item"
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    section: Mapped[str]
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(default=ItemKind.NEW.value)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    title: Mapped[str | None]
    ask: Mapped[str | None]
    reason: Mapped[str | None]
    presenter: Mapped[str | None]
    presenter_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    planned_minutes: Mapped[int] = mapped_column(default=12)
    slot: Mapped[time | None]
    state: Mapped[str] = mapped_column(default=ItemState.PLANNED.value)
    seconds: Mapped[int] = mapped_column(default=0)
    clock_started: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    deferred_reason: Mapped[str | None]
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    carried_count: Mapped[int] = mapped_column(default=0)
    approved_at: Mapped[datetime | None]
    removed: Mapped[bool] = mapped_column(default=False)
    until_then: Mapped[str | None]
    until_on: Mapped[date | None]
    until_agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    holder: Mapped[str | None]
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    number: Mapped[int | None]
    taken_after: Mapped[int | None]


class ItemAttendee(Row, Base):
    """Someone invited for one item only."""

    __tablename__ = "item_attendee"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    guest_name: Mapped[str | None]
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    present: Mapped[bool] = mapped_column(default=False)


class Discussion(Row, Base):
    """What was said beside the agencies' lines: views, analysis, what goes to the file."""

    __tablename__ = "discussion"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), unique=True)
    presentation: Mapped[str | None]
    voice: Mapped[str | None]
    voice_absent_reason: Mapped[str | None]
    parents_view: Mapped[str | None]
    protective: Mapped[str | None]
    analysis: Mapped[str | None]
    diversity: Mapped[str | None]
    for_file: Mapped[str | None]
    nrm_considered: Mapped[str | None]
    communications_line: Mapped[str | None]


class PromptAnswer(Row, Base):
    """A prompt of the chair's sheet, covered or passed over with a reason."""

    __tablename__ = "prompt_answer"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    prompt: Mapped[str]
    covered: Mapped[bool]
    reason: Mapped[str | None]


class AgencyReturn(Row, Base):
    """What an agency was asked for a meeting and whether it answered.

    `about` are the items that it was asked about, or that stood on the agenda as it answered
    unasked; empty where that was not kept. `about_since` are those that it was asked about after it
    had answered, until it answers again. A return that came before its meeting was planned waits
    without one for the day `meeting_on`.
    """

    __tablename__ = "agency_return"
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    meeting_on: Mapped[date | None]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    requested_on: Mapped[date | None]
    due_on: Mapped[date | None]
    received_at: Mapped[datetime | None]
    completed_by: Mapped[str | None]
    nothing_known: Mapped[bool] = mapped_column(default=False)
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    about: Mapped[tuple[int, ...]] = mapped_column(nullable=True, default=())
    about_since: Mapped[tuple[int, ...]] = mapped_column(nullable=True, default=())


class AskedAbout(Row, Base):
    """A person's word on whether an agency is asked about an item; its kind says so otherwise."""

    __tablename__ = "asked_about"
    __table_args__ = (UniqueConstraint("item_id", "agency_id"),)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    asked: Mapped[bool]


class InformationLine(Row, Base, Shared, Graded, Verified):
    """One line of information about a subject: from a return, or said in the room.

    A not-shared line keeps agency, date, kind and reason; its text is never stored. `to_submit`:
    it is to go to the police as intelligence.
    """

    __tablename__ = "information_line"
    origin: Mapped[str]
    agency_return_id: Mapped[int | None] = mapped_column(ForeignKey("agency_return.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subject.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    by_name: Mapped[str | None]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    information_date: Mapped[date | None]
    text: Mapped[str | None]
    not_shared_reason: Mapped[str | None]
    disclosable: Mapped[str | None]
    to_submit: Mapped[bool | None]
    position: Mapped[int] = mapped_column(default=0)
    said_at: Mapped[datetime | None]
    withdrawn: Mapped[bool] = mapped_column(default=False)


class AgencyTurn(Row, Base):
    """An agency's turn on an item: spoke, nothing new, asked for more, sent apologies."""

    __tablename__ = "agency_turn"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    turn: Mapped[str]


class Mention(Row, Base):
    """A subject named in an item's text and confirmed by a person."""

    __tablename__ = "mention"
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    as_written: Mapped[str]


class MentionAnswer(Row, Base):
    """A person's word on whether a text names a subject; `about` is the table of the text's row."""

    __tablename__ = "mention_answer"
    __table_args__ = (UniqueConstraint("about", "about_id", "subject_id"),)
    about: Mapped[str]
    about_id: Mapped[int]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    meant: Mapped[bool]
    link_id: Mapped[int | None] = mapped_column(ForeignKey("link.id"))
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]


class NameAnswer(Row, Base):
    """A person's word that a name of a text, which is on no record, is nobody for the panel.

    `about` is the table of the text's row, `name` as compared.
    """

    __tablename__ = "name_answer"
    __table_args__ = (UniqueConstraint("about", "about_id", "name"),)
    about: Mapped[str]
    about_id: Mapped[int]
    name: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str]
    answered_by: Mapped[str | None]
    answered_at: Mapped[datetime | None]
