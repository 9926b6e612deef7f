"""Who, of those present, may have an interest in an item and has not been asked about it yet."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingEvent,
    Member,
    Referral,
    Subject,
)
from models.marks import MeetingState, SubjectKind
from models.queries.declarations import declarations
from models.queries.readers import IN_THE_ROOM
from models.records.attending import PointedOut
from models.records.reader import Reader
from models.records.subjects import LinkRecord
from models.rules.conflicts import CaseRoles, in_the_chair, namesakes

TOOK_THE_CHAIR, KEPT_THE_CHAIR, NO_INTEREST = "took the chair", "kept the chair", "no interest"
PEOPLE = frozenset({SubjectKind.CHILD.value, SubjectKind.PERSON.value})
LEADS = ("lead_name", "plan_lead")
BESIDE = ("parental_responsibility", "owner", "licence_holder")
"""Fields that name people who hang on a subject and have no record of their own."""

_HERE = (
    select(Member.id, Member.name)
    .join(Attendance, Attendance.member_id == Member.id)
    .where(
        Attendance.meeting_id == bindparam("meeting"),
        Attendance.code.in_(IN_THE_ROOM),
        Attendance.left.is_(None),
    )
    .order_by(Attendance.id)
)
_CHAIR: Select[*tuple[Any, ...]] = (
    select(Meeting.state, Member.id, Member.name)
    .outerjoin(Member, Member.id == Meeting.chair_id)
    .where(Meeting.id == bindparam("meeting"))
)
_SETTLED: Select[*tuple[Any, ...]] = select(MeetingEvent.kind, MeetingEvent.member_id).where(
    MeetingEvent.meeting_id == bindparam("meeting"),
    MeetingEvent.item_id == bindparam("item"),
    MeetingEvent.kind.in_((TOOK_THE_CHAIR, KEPT_THE_CHAIR, NO_INTEREST)),
)
_REFERRED = select(Referral.lead_name, Referral.referrer_name).where(
    Referral.id == bindparam("referral")
)


def pointed_out(
    session: Session,
    reader: Reader,
    one: AgendaItem,
    ids: tuple[int, ...],
    links: Sequence[LinkRecord],
) -> tuple[PointedOut, ...]:
    """Those to ask about an interest in an item while the meeting runs; `ids`, its records."""
    state, chair_id, chair = session.execute(_CHAIR, {"meeting": one.meeting_id}).one()
    if state != MeetingState.RUNNING.value:
        return ()
    subjects = [session.get_one(Subject, subject_id) for subject_id in ids]
    here = [(row[0], row[1]) for row in session.execute(_HERE, {"meeting": one.meeting_id})]
    case = _case(session, one, subjects)
    in_chair = in_the_chair(chair_id, chair, case) if chair_id is not None else None
    found = (*((in_chair,) if in_chair else ()), *namesakes(here, _people(subjects, links)))
    return _not_settled(session, reader, one, found) if found else ()


def chairs_of(session: Session, meeting_id: int) -> dict[int, str]:
    """By item, who took the chair for it in the place of the meeting's."""
    rows = session.execute(
        select(MeetingEvent.item_id, Member.name)
        .join(Member, Member.id == MeetingEvent.member_id)
        .where(MeetingEvent.meeting_id == meeting_id, MeetingEvent.kind == TOOK_THE_CHAIR)
        .order_by(MeetingEvent.id)
    )
    return {item_id: name for item_id, name in rows if item_id is not None}


def _case(session: Session, one: AgendaItem, subjects: Sequence[Subject]) -> CaseRoles:
    """The leads of the subject and of the referral that brought it, and who referred it."""
    lead, referrer = None, None
    if one.referral_id is not None:
        lead, referrer = session.execute(_REFERRED, {"referral": one.referral_id}).one()
    ids = (getattr(subject, "lead_member_id", None) for subject in subjects)
    return CaseRoles(
        frozenset(found for found in ids if found is not None),
        (*_said(subjects, LEADS), *((lead,) if lead else ())),
        (referrer,) if referrer else (),
    )


def _people(subjects: Sequence[Subject], links: Sequence[LinkRecord]) -> tuple[str, ...]:
    """Everybody whom the item is about or who is linked to it, as far as the reader knows them."""
    own = (one.label for one in subjects if one.kind in PEOPLE)
    linked = (link.other_label for link in links if link.other_kind in PEOPLE)
    return (*own, *linked, *_said(subjects, BESIDE))


def _said(subjects: Sequence[Subject], fields: Sequence[str]) -> tuple[str, ...]:
    said = (getattr(one, field, None) for one in subjects for field in fields)
    return tuple(words for words in said if words)


def _not_settled(
    session: Session, reader: Reader, one: AgendaItem, found: Sequence[PointedOut]
) -> tuple[PointedOut, ...]:
    """Without those who have declared it, or of whom it was said that there is none."""
    told = {
        row.member_id
        for row in declarations(session, reader, one.meeting_id)
        if row.item_id in (None, one.id)
    }
    asked = {"item": one.id, "meeting": one.meeting_id}
    settled = session.execute(_SETTLED, asked).all()
    told |= {member for kind, member in settled if kind == NO_INTEREST}
    chair = any(kind in (TOOK_THE_CHAIR, KEPT_THE_CHAIR) for kind, _ in settled)
    return tuple(each for each in found if each.member_id not in told and not (each.why and chair))
