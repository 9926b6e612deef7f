"""Children: the tracker's rows and each child's page."""

from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Alias, Child, Review
from models.errors import Refusal
from models.queries.assessments import assessments_of
from models.queries.episodes import episodes_of
from models.queries.knowable import NOT_THERE, check_knowable, knowable, may_know_of
from models.queries.links import links_of
from models.queries.standing import ChildStanding, standing_of, standings
from models.records.reader import Reader
from models.records.subjects import ChildRecord, ChildRow, LinkRecord
from models.rules.ages import age
from models.rules.names import initials

COLUMNS = (
    Child.id,
    Child.uuid,
    Child.label,
    Child.system_id,
    Child.birth_date,
    Child.gender,
    Child.nrm_status,
    Child.lead_name,
    Child.closed_on,
)


def children(session: Session, reader: Reader, on: date | None = None) -> tuple[ChildRow, ...]:
    """Every child the reader may know of as they stood on a day (today), by name."""
    day = on or reader.today
    rows = session.execute(
        select(*COLUMNS).where(knowable(reader, Child.id)).order_by(Child.label, Child.id)
    ).all()
    held = standings(session, reader, None, day)
    due = _reviews(session, None)
    return tuple(_row(tuple(row), held[row[0]], due.get(row[0]), day) for row in rows)


def _row(row: tuple[Any, ...], held: ChildStanding, due: date | None, day: date) -> ChildRow:
    child_id, uuid, name, system_id, born, gender, nrm, lead, closed = row
    return ChildRow(
        child_id,
        uuid,
        name,
        initials(name),
        system_id,
        born,
        age(born, day),
        gender,
        held.district,
        held.plan,
        held.category,
        held.other_exploitation,
        held.types,
        held.risk,
        held.direction,
        held.assessed_on,
        held.assessment_overdue,
        held.missing_90_days,
        held.interviews_late,
        nrm,
        due,
        lead,
        held.on_panel,
        closed,
    )


def _reviews(session: Session, child_ids: tuple[int, ...] | None) -> dict[int, date]:
    """The earliest review still to be done, by subject."""
    asked = select(Review.subject_id, func.min(Review.due_on)).where(Review.done_item_id.is_(None))
    if child_ids is not None:
        asked = asked.where(Review.subject_id.in_(child_ids))
    return dict(session.execute(asked.group_by(Review.subject_id)).all())


def child(session: Session, reader: Reader, child_id: int) -> ChildRecord:
    """One child's page; Refusal where there is none that the reader may know of."""
    ids = check_knowable(session, reader, child_id)
    one = session.get(Child, ids[0])
    if one is None:
        raise Refusal(NOT_THERE)
    held = standing_of(session, reader, one)
    due = _reviews(session, ids)
    row = _row(
        tuple(getattr(one, column.key) for column in COLUMNS),
        held,
        min(due.values(), default=None),
        reader.today,
    )
    return ChildRecord(
        row=row,
        nhs_number=one.nhs_number,
        birth_date_note=one.birth_date_note,
        pronouns=one.pronouns,
        ethnicity=one.ethnicity,
        first_language=one.first_language,
        disability=one.disability,
        postcode=one.postcode,
        placement=one.placement,
        school=one.school,
        team=one.team,
        iro_or_cp_chair=one.iro_or_cp_chair,
        nrm_status=one.nrm_status,
        do_not_write=one.do_not_write,
        deceased=one.deceased,
        closed_on=one.closed_on,
        closed_reason=one.closed_reason,
        note=one.note,
        plan_code=held.plan_code,
        aliases=aliases_of(session, ids),
        assessments=assessments_of(session, ids, reader.today),
        episodes=episodes_of(session, ids, reader.now),
        links=all_links(session, reader, ids),
    )


def aliases_of(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    """Other names of a record, with the names of records that are the same."""
    other = session.scalars(select(Child.label).where(Child.id.in_(ids[1:]))) if ids[1:] else ()
    found = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)).order_by(Alias.id))
    return tuple(dict.fromkeys((*found, *other)))


def all_links(session: Session, reader: Reader, ids: tuple[int, ...]) -> tuple[LinkRecord, ...]:
    """Links of a record and of those that are the same, without links among themselves."""
    seen = may_know_of(session, reader)
    return tuple(
        one
        for each in ids
        for one in links_of(session, reader, each)
        if one.other_id not in ids and seen(one.other_id)
    )
