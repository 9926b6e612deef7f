"""An item that goes on to another meeting, with whoever is invited for it and its returns."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgencyReturn, AgendaItem, InformationLine, ItemAttendee
from models.marks import ItemKind
from models.queries.knowable import all_records_of
from models.services.running_order import add_item, set_slots, standing


def carry_on(session: Session, item: AgendaItem, meeting_id: int) -> None:
    """Put an item on another agenda as it was prepared; where its subject stands there, leave it.

    What the agencies returned about it goes with it.
    """
    subject_id = item.subject_id
    if subject_id is not None and standing(
        session, meeting_id, all_records_of(session, subject_id)
    ):
        return
    made = add_item(
        session,
        meeting_id,
        subject_id,
        kind=ItemKind(item.kind),
        section=item.section,
        title=item.title,
        minutes=item.planned_minutes,
        referral_id=item.referral_id,
        ask=item.ask,
        carried_from=item.id,
    )
    made.reason = item.reason
    made.presenter, made.presenter_id = item.presenter, item.presenter_id
    _invite_again(session, item, made)
    _move_returns(session, subject_id, item.meeting_id, meeting_id)
    set_slots(session, meeting_id)


def take_back(session: Session, item: AgendaItem) -> None:
    """Take an item that went on to another meeting up again here, unless it was opened there."""
    gone_on = session.scalars(
        select(AgendaItem).where(
            AgendaItem.carried_from_id == item.id,
            AgendaItem.removed.is_(False),
            AgendaItem.opened_at.is_(None),
        )
    )
    for one in gone_on:
        one.removed = True
        _move_returns(session, item.subject_id, one.meeting_id, item.meeting_id)
        set_slots(session, one.meeting_id)


def _invite_again(session: Session, item: AgendaItem, made: AgendaItem) -> None:
    invited = session.scalars(
        select(ItemAttendee).where(ItemAttendee.item_id == item.id).order_by(ItemAttendee.id)
    )
    for one in invited.all():
        session.add(
            ItemAttendee(
                item_id=made.id,
                member_id=one.member_id,
                guest_name=one.guest_name,
                agency_id=one.agency_id,
            )
        )


def _move_returns(session: Session, subject_id: int | None, before: int, after: int) -> None:
    """The lines that agencies returned about a subject for one meeting are now for another."""
    if subject_id is None:
        return
    lines = session.scalars(
        select(InformationLine).where(
            InformationLine.meeting_id == before,
            InformationLine.subject_id == subject_id,
            InformationLine.item_id.is_(None),
        )
    ).all()
    given = {one: _return_for(session, one, after) for one in {line.agency_id for line in lines}}
    for line in lines:
        line.meeting_id, line.agency_return_id = after, given[line.agency_id]


def _return_for(session: Session, agency_id: int | None, meeting_id: int) -> int | None:
    """The agency's return for a meeting, if it was asked for one there."""
    return session.scalar(
        select(AgencyReturn.id).where(
            AgencyReturn.meeting_id == meeting_id, AgencyReturn.agency_id == agency_id
        )
    )
