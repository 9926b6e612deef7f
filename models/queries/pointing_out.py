"""Who, of those present, may have an interest in an item and has not been asked about it yet."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Child,
    Group,
    MeetingEvent,
    Member,
    Place,
    Referral,
    Subject,
)
from models.marks import PEOPLE, MeetingState
from models.queries.declarations import declarations
from models.queries.held import held
from models.queries.once import once
from models.queries.present import attending
from models.records.attending import PointedOut
from models.records.reader import Reader
from models.records.subjects import LinkRecord
from models.rules.conflicts import CaseRoles, in_the_chair, namesakes
from models.rules.hearing import HEARING

TOOK_THE_CHAIR, KEPT_THE_CHAIR, NO_INTEREST = "took the chair", "kept the chair", "no interest"
_child, _group, _place = Child.__table__.c, Group.__table__.c, Place.__table__.c

_SETTLED: Select[*tuple[Any, ...]] = select(MeetingEvent.kind, MeetingEvent.member_id).where(
    MeetingEvent.meeting_id == bindparam("meeting"),
    MeetingEvent.item_id == bindparam("item"),
    MeetingEvent.kind.in_((TOOK_THE_CHAIR, KEPT_THE_CHAIR, NO_INTEREST)),
)
_REFERRED = select(Referral.lead_name, Referral.referrer_name).where(
    Referral.id == bindparam("referral")
)

_SUBJECTS: Select[*tuple[Any, ...]] = (
    select(
        Subject.kind,
        Subject.label,
        _child.lead_member_id,
        _child.lead_name,
        _group.plan_lead,
        _child.parental_responsibility,
        _place.owner,
        _place.licence_holder,
    )
    .outerjoin(Child.__table__, _child.id == Subject.id)
    .outerjoin(Group.__table__, _group.id == Subject.id)
    .outerjoin(Place.__table__, _place.id == Subject.id)
    .where(Subject.id.in_(bindparam("subjects", expanding=True)))
)


class Beside(NamedTuple):
    """A record of the subject, and who it names that may have no record of their own."""

    kind: str
    label: str
    lead_id: int | None
    lead: str | None
    plan_lead: str | None
    parents: str | None
    owner: str | None
    licence_holder: str | None

    @property
    def people(self) -> tuple[str | None, ...]:
        """The subject where it is a person, and those who hang on it."""
        own = self.label if self.kind in PEOPLE else None
        return (own, self.parents, self.owner, self.licence_holder)


@once
def pointed_out(
    session: Session,
    reader: Reader,
    item_id: int,
    ids: tuple[int, ...],
    links: tuple[LinkRecord, ...],
) -> tuple[PointedOut, ...]:
    """Those to ask about an interest in an item while the meeting runs; `ids`, its records."""
    one = session.get_one(AgendaItem, item_id)
    meeting = held(session, one.meeting_id)
    if meeting.state != MeetingState.RUNNING.value:
        return ()
    subjects = _subjects(session, ids)
    case = _case(session, one, subjects)
    in_chair = (
        in_the_chair(meeting.chair_id, meeting.chair or "", case)
        if meeting.chair_id is not None
        else None
    )
    here = _here(session, one.meeting_id)
    own = [each.label for each in subjects if each.kind in PEOPLE]
    found = (*((in_chair,) if in_chair else ()), *namesakes(here, _people(subjects, links), own))
    return _not_settled(session, reader, one, found) if found else ()


@once
def _subjects(session: Session, ids: tuple[int, ...]) -> tuple[Beside, ...]:
    return tuple(Beside(*row) for row in session.execute(_SUBJECTS, {"subjects": ids}))


def chairs_of(session: Session, meeting_id: int) -> dict[int, str]:
    """By item, who took the chair for it in the place of the meeting's."""
    rows = session.execute(
        select(MeetingEvent.item_id, Member.name)
        .join(Member, Member.id == MeetingEvent.member_id)
        .where(MeetingEvent.meeting_id == meeting_id, MeetingEvent.kind == TOOK_THE_CHAIR)
        .order_by(MeetingEvent.id)
    )
    return {item_id: name for item_id, name in rows if item_id is not None}


def who_chairs(session: Session, meeting_id: int, item_id: int | None) -> int | None:
    """The member in the chair: for an item whoever took it, else the meeting's; None if nobody."""
    took = session.execute(
        select(MeetingEvent.kind, MeetingEvent.member_id)
        .where(
            MeetingEvent.item_id == item_id,
            MeetingEvent.kind.in_((TOOK_THE_CHAIR, KEPT_THE_CHAIR)),
        )
        .order_by(MeetingEvent.id.desc())
        .limit(1)
    ).first()
    if item_id is not None and took is not None and took.kind == TOOK_THE_CHAIR:
        chair: int | None = took.member_id
        return chair
    return held(session, meeting_id).chair_id


def _here(session: Session, meeting_id: int) -> list[tuple[int, str]]:
    """The members in the room now, by id and name."""
    return [
        (each.member_id, each.member or "")
        for each in attending(session, meeting_id)
        if each.member_id is not None and each.code in HEARING and each.left is None
    ]


def _case(session: Session, one: AgendaItem, subjects: Sequence[Beside]) -> CaseRoles:
    """The leads of the subject and of the referral that brought it, and who referred it."""
    lead, referrer = None, None
    if one.referral_id is not None:
        lead, referrer = session.execute(_REFERRED, {"referral": one.referral_id}).one()
    said = (name for each in subjects for name in (each.lead, each.plan_lead))
    return CaseRoles(
        frozenset(each.lead_id for each in subjects if each.lead_id is not None),
        tuple(filter(None, (*said, lead))),
        tuple(filter(None, (referrer,))),
    )


def _people(subjects: Sequence[Beside], links: Sequence[LinkRecord]) -> tuple[str, ...]:
    """Everybody whom the item is about or who is linked to it, as far as the reader knows them."""
    linked = (link.other_label for link in links if link.other_kind in PEOPLE)
    return tuple(filter(None, (*linked, *(name for each in subjects for name in each.people))))


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
