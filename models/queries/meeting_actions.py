"""Actions of a meeting, agreed at it and from before it, as each who reads them may have them."""

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from models.entities import Action, ActionUpdate, AgendaItem, Meeting
from models.queries import meetings
from models.queries.actions import select_actions, select_for_each
from models.queries.as_approved import NOTHING, actions_as_approved, approved
from models.queries.disruption import measures_of_items
from models.queries.minutes import standing
from models.queries.overdue import OPEN
from models.queries.tiers import is_main
from models.queries.visible import minuted
from models.records.meeting import MeetingRecord
from models.records.outcomes import ActionRow, MeasureRow
from models.records.reader import Reader

Actions = tuple[ActionRow, ...]
Measures = tuple[MeasureRow, ...]


def agreed_actions(session: Session, reader: Reader, meeting_id: int) -> Actions:
    """What was agreed at a meeting, as the reader may have it."""
    return known_to(reader, select_actions(session, reader, Action.meeting_id == meeting_id))


def earlier_actions(session: Session, reader: Reader, held: MeetingRecord) -> Actions:
    """What was open from before a meeting, as the reader may have it."""
    return known_to(reader, select_actions(session, reader, _before(held)))


def actions_as_each_may(
    session: Session,
    reader: Reader,
    meeting_id: int,
    readers: tuple[Reader, ...],
    *,
    today: bool = False,
) -> dict[Reader, tuple[Actions, Actions]]:
    """Actions agreed at a meeting, and those from before it, as each of these may have them.

    They stand as they stood at the meeting; `today`, as they stand when they are read.
    """
    held = meetings.meeting(session, reader, meeting_id)
    day = reader.now if today else meetings.counted_at(held, reader.now)
    kept = NOTHING if today else approved(session, standing(session, meeting_id))
    agreed = select_for_each(session, readers, day.date(), Action.meeting_id == meeting_id)
    earlier = select_for_each(session, readers, day.date(), _before(held))
    return {
        one: (
            actions_as_approved(known_to(one, agreed[one]), kept),
            actions_as_approved(known_to(one, earlier[one]), kept),
        )
        for one in readers
    }


def measures_as_each_may(
    session: Session, reader: Reader, meeting_id: int, readers: tuple[Reader, ...]
) -> dict[Reader, Measures]:
    """Measures agreed at a meeting, as each of these may have them."""
    items = session.scalars(
        select(AgendaItem.id).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False)
        )
    ).all()
    return {
        one: tuple(
            measure
            for measure in measures_of_items(session, one, items)
            if minuted(one, measure)
            and measure.item_id not in one.conflicted_items
            and measure.subject_id not in one.conflicted_subjects
        )
        for one in readers
    }


def known_to(reader: Reader, actions: Actions) -> Actions:
    """Actions of which no subject is one in whom the reader declared an interest."""
    held = reader.conflicted_subjects
    return tuple(
        one
        for one in actions
        if minuted(reader, one) and not any(subject[0] in held for subject in one.other_subjects)
    )


def _before(held: MeetingRecord) -> ColumnElement[bool]:
    """Actions from before the meeting that stood open at it, or were told of at it.

    One that was finished since stood open then. Those of no meeting are the panel's own, not a
    further tier's.
    """
    tier = Meeting.series_id == held.series_id
    before = select(Meeting.id).where(Meeting.held_on < held.held_on, tier)
    told = select(ActionUpdate.action_id).where(ActionUpdate.meeting_id == held.id)
    return and_(
        or_(
            and_(Action.meeting_id.is_(None), is_main(held.series_id)),
            Action.meeting_id.in_(before),
        ),
        or_(Action.made_on.is_(None), Action.made_on <= held.held_on),
        or_(Action.status.in_(OPEN), Action.status_on > held.held_on, Action.id.in_(told)),
    )
