"""By which name a guest already stands at a meeting or on the panel: nobody is there twice."""

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, Attendance, ItemAttendee, Member
from models.rules.guest_names import name_alone, same_guest
from models.rules.names import plain


def member_named(session: Session, name: str | None) -> Member | None:
    """The one active member of that whole name, of the agency that is written with it if any."""
    alone = plain(name_alone(name or ""))
    rows = session.execute(
        select(Member, Agency.name)
        .outerjoin(Agency, Agency.id == Member.agency_id)
        .where(Member.active)
    )
    found = [
        member
        for member, agency in rows
        if alone
        and plain(member.name) == alone
        and same_guest(name or "", f"{member.name}, {agency or ''}")
    ]
    return found[0] if len(found) == 1 else None


def guest_at(session: Session, meeting_id: int, name: str) -> str:
    """The name as it stands among who attends or is invited to an item, else as it is given."""
    taken = select(Attendance.guest_name).where(Attendance.meeting_id == meeting_id)
    invited = (
        select(ItemAttendee.guest_name)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.meeting_id == meeting_id)
    )
    there = sorted(filter(None, session.scalars(union(taken, invited))))
    if name.strip() in there:
        return name.strip()
    like = [one for one in there if same_guest(one, name)]
    return like[0] if len(like) == 1 else name.strip()
