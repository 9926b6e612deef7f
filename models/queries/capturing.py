"""What the capture bar knows in the room: people present, subjects, measures, open actions."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Agency,
    AgendaItem,
    Attendance,
    ItemAttendee,
    Meeting,
    Member,
    Review,
)
from models.marks import SubjectKind
from models.queries.actions import actions_of_item, open_actions_about
from models.queries.coming import following
from models.queries.declarations import declarations
from models.queries.disruption import measures_of_item
from models.queries.knowable import all_records_of
from models.queries.once import once
from models.queries.overdue import OPEN
from models.queries.panel import agencies
from models.queries.pointing_out import who_chairs
from models.queries.running_order import references
from models.queries.spoken_actions import spoken_actions
from models.queries.subjects_tonight import subjects_tonight, things_near
from models.queries.urgent import urgent_lines
from models.queries.working import days_closed
from models.records.reader import Reader
from models.rules.capture import (
    ActionRef,
    AgencyRef,
    CaptureContext,
    DecisionRef,
    MeasureRef,
    PersonRef,
)
from models.rules.capture.agencies import agency_refs
from models.rules.language import listed_terms
from models.rules.quorum import IN_THE_ROOM

_RETURNS = select(Review.due_on).where(Review.item_id == bindparam("item")).order_by(Review.due_on)


def capture_context(
    session: Session, reader: Reader, meeting_id: int, item_id: int | None = None
) -> CaptureContext:
    """The room and the item as the capture bar reads a line against them."""
    meeting = session.get_one(Meeting, meeting_id)
    item = session.get(AgendaItem, item_id) if item_id else None
    subjects = subjects_tonight(session, reader, meeting_id)
    own = next((one for one in subjects if item and one.id == item.subject_id), None)
    review = session.scalar(_RETURNS, {"item": item_id}) if item_id else None
    return CaptureContext(
        today=max(reader.today, meeting.held_on) if meeting.state != "closed" else reader.today,
        people=_people(session, reader, meeting_id, item_id),
        agencies=_agencies(session, reader),
        subject=own,
        subjects=subjects,
        things=things_near(session, reader, subjects),
        measures=tuple(
            MeasureRef(
                one.code,
                one.name,
                one.synonyms,
                "C" in one.targets,
                one.targets,
                one.under,
                one.under_in_care,
                one.from_age,
            )
            for one in codes.measures()
        ),
        decisions=_decisions(),
        about=_about(session, reader, item),
        actions=spoken_actions(session, reader),
        terms=listed_terms(),
        next_meeting=_next(session, meeting),
        review=review,
        closed=days_closed(session),
        actions_so_far=len(actions_of_item(session, reader, item_id)) if item_id else 0,
        measures_agreed=_agreed(session, reader, item_id) if item_id else (),
        risks_kept=_risks(session, reader, meeting_id, item_id) if item_id else (),
        guests=_guests(session, reader, meeting_id),
        items=tuple(references(session, meeting_id).values()),
    )


@once
def _guests(session: Session, reader: Reader, meeting_id: int) -> tuple[str, ...]:
    """Who stands in the lists of the meeting by name and is no member: deputies and guests."""
    named = select(Attendance.guest_name).where(
        Attendance.meeting_id == meeting_id, Attendance.guest_name.is_not(None)
    )
    invited = (
        select(ItemAttendee.guest_name)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.meeting_id == meeting_id, ItemAttendee.guest_name.is_not(None))
    )
    taken = session.scalars(named.order_by(Attendance.id)).all()
    return tuple(dict.fromkeys((*taken, *session.scalars(invited.order_by(ItemAttendee.id)))))


def _agreed(session: Session, reader: Reader, item_id: int) -> tuple[tuple[str, int | None], ...]:
    """The measures of an item, each by its code or its name, and against whom or what."""
    return tuple(
        (one.type_code or one.name, one.subject_id)
        for one in measures_of_item(session, reader, item_id)
    )


def _risks(session: Session, reader: Reader, meeting_id: int, item_id: int) -> tuple[str, ...]:
    return tuple(
        one.text for one in urgent_lines(session, reader, meeting_id) if one.item_id == item_id
    )


@once
def _people(
    session: Session, reader: Reader, meeting_id: int, item_id: int | None
) -> tuple[PersonRef, ...]:
    """Those present and those admitted to the item; all members before attendance is taken."""
    codes_taken = dict(
        session.execute(
            select(Attendance.member_id, Attendance.code).where(
                Attendance.meeting_id == meeting_id, Attendance.member_id.is_not(None)
            )
        ).all()
    )
    out = {
        one.member_id
        for one in declarations(session, reader, meeting_id)
        if one.item_id in (None, item_id)
    }
    chair_id = who_chairs(session, meeting_id, item_id)
    admitted = set(
        session.scalars(select(ItemAttendee.member_id).where(ItemAttendee.item_id == item_id))
    )
    rows = session.execute(
        select(Member, Agency.name)
        .outerjoin(Agency, Agency.id == Member.agency_id)
        .where(Member.active)
        .order_by(Member.id)
    )
    return tuple(
        PersonRef(
            one.id,
            one.name,
            one.role or "",
            one.agency_id,
            agency or "",
            not codes_taken or codes_taken.get(one.id) in IN_THE_ROOM or one.id in admitted,
            ("chair",) if _chairs(one, chair_id) else (),
            item_id is not None and one.id in out,
        )
        for one, agency in rows
    )


def _chairs(one: Member, chair_id: int | None) -> bool:
    """Whether it is who chairs the item; the panel's chair where nobody is known to."""
    return one.panel_role == "chair" if chair_id is None else one.id == chair_id


def _agencies(session: Session, reader: Reader) -> tuple[AgencyRef, ...]:
    return agency_refs(agencies(session, reader))


def _decisions() -> tuple[DecisionRef, ...]:
    return tuple(
        DecisionRef(
            one.code,
            one.label,
            one.synonyms,
            tuple(SubjectKind(kind) for kind in one.subjects),
        )
        for one in codes.rows_of("decisions", codes.DecisionType)
    )


def _about(session: Session, reader: Reader, item: AgendaItem | None) -> tuple[ActionRef, ...]:
    """The earlier actions about the item's subject."""
    if item is None or not item.subject_id:
        return ()
    ids = all_records_of(session, item.subject_id)
    return tuple(
        ActionRef(
            one.reference,
            one.text,
            one.owner_id,
            one.carried_count,
            "" if one.status in OPEN else one.status,
            one.subject_id,
        )
        for one in open_actions_about(session, reader, ids, item.id)
    )


def _next(session: Session, meeting: Meeting) -> date | None:
    return meeting.next_meeting_on or following(session, meeting.held_on, meeting.series_id)
