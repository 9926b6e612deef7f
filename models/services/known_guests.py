"""Who somebody named is, at a meeting or on the panel already: nobody is there twice."""

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from models.entities import Agency, AgendaItem, Attendance, ItemAttendee, Member
from models.rules.guest_names import name_alone, same_guest
from models.rules.names import plain


def known_as(
    session: Session, meeting_id: int, name: str, agency_id: int | None = None
) -> tuple[Member | None, str]:
    """The member that somebody named is, or none and the name that they are a guest by.

    A guest who stands at the meeting by that very name is that one. A member of another agency
    than the one that is said is a namesake.
    """
    there, told = _guests(session, meeting_id), name.strip()
    if told in there:
        return None, told
    member = _member_named(session, name)
    if member is not None and agency_id in (None, member.agency_id):
        return member, member.name
    like = [one for one in there if same_guest(one, name)]
    return None, like[0] if len(like) == 1 else told


def _member_named(session: Session, name: str) -> Member | None:
    """The one active member of that whole name, of the agency that is written with it if any."""
    alone = plain(name_alone(name))
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
        and same_guest(name, f"{member.name}, {agency or ''}")
    ]
    return found[0] if len(found) == 1 else None


def _guests(session: Session, meeting_id: int) -> list[str]:
    """The guests who attend a meeting or are invited to an item of it, by name."""
    taken = select(Attendance.guest_name).where(Attendance.meeting_id == meeting_id)
    invited = (
        select(ItemAttendee.guest_name)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.meeting_id == meeting_id)
    )
    return sorted(filter(None, session.scalars(union(taken, invited))))
