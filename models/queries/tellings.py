"""Who tells children and families what was agreed: of one child, and what is still to be told."""

from datetime import date

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, Telling
from models.queries.knowable import check_knowable, leads
from models.queries.tiers import of_tiers
from models.queries.visible import takes_part
from models.records.clocks import TellingRow
from models.records.reader import Reader
from models.rules.told import not_to_be_told


def tellings_of(session: Session, reader: Reader, child_id: int) -> tuple[TellingRow, ...]:
    """Who was to tell a child and the family what, the latest meeting first."""
    ids = check_knowable(session, reader, child_id)
    return _read(session, reader, AgendaItem.subject_id.in_(ids))


def to_be_told(session: Session, reader: Reader, until: date) -> tuple[TellingRow, ...]:
    """What is to be told by a day and was not yet."""
    due = (Telling.told_on.is_(None), Telling.by_date <= until)
    found = _read(session, reader, *due, AgendaItem.subject_id.is_not(None))
    return tuple(one for one in found if not one.not_told)


def _read(session: Session, reader: Reader, *where: ColumnElement[bool]) -> tuple[TellingRow, ...]:
    rows = session.execute(
        select(Telling, AgendaItem.subject_id, Meeting.held_on)
        .join(AgendaItem, AgendaItem.id == Telling.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.removed.is_(False),
            Meeting.cancelled.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
            of_tiers(reader) if reader.series is not None else true(),
            *where,
        )
        .order_by(Meeting.held_on.desc(), Telling.id)
    )
    folded = leads(session)
    return tuple(
        TellingRow(
            one.id,
            folded.get(subject_id, subject_id),
            held_on,
            one.whom,
            one.teller,
            one.by_date,
            one.told_on,
            one.text,
            one.must_not,
            not_to_be_told(one.text),
        )
        for one, subject_id, held_on in rows
        if subject_id is not None
    )
