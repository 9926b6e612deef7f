"""Who is invited to which item of a meeting."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, ItemAttendee, Member
from models.queries.visible import may_know
from models.records.desk import InvitationRow
from models.records.reader import Reader


def invitations(session: Session, reader: Reader, meeting_id: int) -> tuple[InvitationRow, ...]:
    """Everyone invited for single items that the reader may know of, in order of asking."""
    rows = session.execute(
        select(ItemAttendee, AgendaItem.subject_id, Member.name, Agency.name)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .outerjoin(Member, Member.id == ItemAttendee.member_id)
        .outerjoin(Agency, Agency.id == ItemAttendee.agency_id)
        .where(AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False))
        .order_by(ItemAttendee.id)
    )
    return tuple(
        InvitationRow(one.id, one.item_id, name or one.guest_name or "", agency)
        for one, subject_id, name, agency in rows
        if may_know(reader, one.item_id, subject_id)
    )
