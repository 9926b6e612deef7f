"""What was declared at a meeting, and what of earlier ones stands in whom it speaks of again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Declaration, Meeting, Member, PersonOfConcern
from models.queries.interests import STANDS
from models.queries.knowable import leads
from models.queries.once import once
from models.queries.running_order import references
from models.queries.stepping_out import moves
from models.records.meeting import DeclarationRow
from models.records.reader import Reader
from models.rules.attending import steps_out


@once
def declarations(session: Session, reader: Reader, meeting_id: int) -> tuple[DeclarationRow, ...]:
    """Conflicts declared at a meeting, then those of earlier ones in whom it speaks of again."""
    rows = session.execute(
        select(Declaration, Member.name)
        .join(Member, Member.id == Declaration.member_id)
        .where(Declaration.meeting_id == meeting_id)
        .order_by(Declaration.id)
    )
    found = rows.all()
    names = references(session, meeting_id) if found else {}
    here = tuple(_row(one, name, one.item_id, names) for one, name in found)
    said = {(one.member_id, one.item_id) for one in here}
    return _with_times(session, meeting_id, here + _of_before(session, meeting_id, said))


def _with_times(
    session: Session, meeting_id: int, rows: tuple[DeclarationRow, ...]
) -> tuple[DeclarationRow, ...]:
    """The declarations with when each member left for the item; for the whole meeting, none."""
    known = moves(session, meeting_id) if rows else {}
    if not known:
        return rows
    return tuple(
        replace(one, stepped_out=steps_out(known.get((one.member_id, one.item_id or 0), ())))
        for one in rows
    )


def _of_before(
    session: Session, meeting_id: int, said: set[tuple[int, int | None]]
) -> tuple[DeclarationRow, ...]:
    """What was declared at earlier meetings, stands, and is of an item of this one."""
    held_on = select(Meeting.held_on).where(Meeting.id == meeting_id).scalar_subquery()
    rows = session.execute(
        select(Declaration, Member.name, Meeting.held_on)
        .join(Member, Member.id == Declaration.member_id)
        .join(Meeting, Meeting.id == Declaration.meeting_id)
        .where(
            Meeting.held_on < held_on,
            Declaration.subject_id.is_not(None),
            STANDS | (Declaration.ended_on > held_on),
        )
        .order_by(Meeting.held_on.desc(), Declaration.id)
    ).all()
    if not rows:
        return ()
    lead, names = leads(session), references(session, meeting_id)
    about = _items_by_subject(session, meeting_id, lead)
    found: dict[tuple[int, int | None], DeclarationRow] = {}
    for one, name, declared_on in rows:
        subject = one.subject_id or 0
        item_id = about.get(lead.get(subject, subject))
        place = one.member_id, item_id
        if item_id is not None and place not in said:
            found.setdefault(place, _row(one, name, item_id, names, declared_on))
    return tuple(found.values())


def _row(
    one: Declaration,
    name: str,
    item_id: int | None,
    names: Mapping[int, str],
    declared_on: date | None = None,
) -> DeclarationRow:
    return DeclarationRow(
        one.id,
        one.member_id,
        name,
        item_id,
        names.get(item_id or 0),
        one.interest,
        one.outcome,
        declared_on,
    )


def _items_by_subject(session: Session, meeting_id: int, lead: Mapping[int, int]) -> dict[int, int]:
    """Items by the record that stands for their subject, and for the child a person is."""
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.subject_id, PersonOfConcern.child_id)
        .outerjoin(PersonOfConcern, PersonOfConcern.id == AgendaItem.subject_id)
        .where(AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False))
        .order_by(AgendaItem.id)
    )
    return {
        lead.get(subject, subject): item
        for item, *subjects in rows
        for subject in subjects
        if subject is not None
    }
