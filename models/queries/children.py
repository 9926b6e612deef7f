"""Children: the tracker's rows and each child's page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Alias, Child, Review
from models.errors import Refusal
from models.queries.assessments import assessments_of
from models.queries.episodes import episodes_of
from models.queries.joined import filled, joined
from models.queries.knowable import NOT_THERE, check_knowable, knowable, leads
from models.queries.links import links_of
from models.queries.nrm_flags import nrm_flags
from models.queries.standing import ChildStanding, standing_of, standings
from models.records.reader import Reader
from models.records.subjects import ChildRecord, ChildRow
from models.rules.ages import age
from models.rules.names import beside, initials

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
KEYS = tuple(column.key for column in COLUMNS)
FIXED = frozenset(KEYS.index(one) for one in ("id", "uuid", "label", "closed_on"))
OWN = (
    "nhs_number", "birth_date_note", "pronouns", "ethnicity", "first_language", "disability",
    "postcode", "placement", "school", "team", "iro_or_cp_chair", "nrm_status", "do_not_write",
    "deceased", "note",
)  # fmt: skip
LABELS = {
    "system_id": "System id",
    "nhs_number": "NHS number",
    "birth_date": "Date of birth",
    "birth_date_note": "Date of birth as written",
    "gender": "Gender",
    "pronouns": "Pronouns",
    "ethnicity": "Ethnicity",
    "first_language": "First language",
    "disability": "Disability",
    "postcode": "Postcode",
    "placement": "Placement",
    "school": "School",
    "team": "Team",
    "lead_name": "Lead professional",
    "iro_or_cp_chair": "IRO or conference chair",
    "nrm_status": "NRM",
    "note": "Note",
}
"""Fields of a child of which joined records may say different things, with their labels."""


def children(session: Session, reader: Reader, on: date | None = None) -> tuple[ChildRow, ...]:
    """Every child the reader may know of as they stood on a day (today), by name."""
    day = on or reader.today
    rows = session.execute(
        select(*COLUMNS).where(knowable(reader, Child.id)).order_by(Child.label, Child.id)
    )
    lead = leads(session)
    held = standings(session, reader, None, day)
    due = reviews(session, None, lead)
    known = filled((tuple(row) for row in rows), lead, FIXED)
    return tuple(_row(row, held[row[0]], due.get(row[0]), day) for row in known)


def _row(row: tuple[Any, ...], held: ChildStanding, due: date | None, day: date) -> ChildRow:
    return ChildRow(*row_values(row, held, due, day))


def row_values(
    row: tuple[Any, ...], held: ChildStanding, due: date | None, day: date
) -> tuple[Any, ...]:
    """The values of a row of the tracker, in the order of `ChildRow`."""
    child_id, uuid, name, system_id, born, gender, nrm, lead, closed = row
    return (
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
        held.missing_told,
    )


def reviews(
    session: Session, child_ids: tuple[int, ...] | None, lead: Mapping[int, int]
) -> dict[int, date]:
    """The earliest review still to be done, by the subject that stands for all joined to it."""
    asked = select(Review.subject_id, func.min(Review.due_on)).where(Review.done_item_id.is_(None))
    if child_ids is not None:
        asked = asked.where(Review.subject_id.in_(child_ids))
    found: dict[int, date] = {}
    for subject_id, due in session.execute(asked.group_by(Review.subject_id)):
        stands = lead.get(subject_id, subject_id)
        found[stands] = min(due, found.get(stands, due))
    return found


def child(session: Session, reader: Reader, child_id: int) -> ChildRecord:
    """One child's page; Refusal where there is none that the reader may know of.

    What joined records say is read as one; where they differ, `also_said` tells the others' word.
    """
    ids = check_knowable(session, reader, child_id)
    family = joined(session, Child, ids)
    if not family.records:
        raise Refusal(NOT_THERE)
    one, said = family.records[0], family.value
    held = standing_of(session, reader, one.id)
    due = reviews(session, ids, dict.fromkeys(ids, ids[0]))
    shown = (getattr(one, key) if at in FIXED else said(key) for at, key in enumerate(KEYS))
    return ChildRecord(
        row=_row(tuple(shown), held, due.get(ids[0]), reader.today),
        **{field: said(field) for field in OWN},
        closed_on=one.closed_on,
        closed_reason=one.closed_reason,
        plan_code=held.plan_code,
        aliases=aliases_of(session, ids),
        assessments=assessments_of(session, ids, reader.today),
        episodes=episodes_of(session, ids, reader.now),
        links=links_of(session, reader, ids[0]),
        also_said=family.also(LABELS),
        flags=nrm_flags(session, ids[0], reader.today) or (),
    )


def aliases_of(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    """Other names of a record, with the names of records that are the same, its own left out."""
    named = session.execute(select(Child.id, Child.label).where(Child.id.in_(ids)))
    labels = {row.id: row.label for row in named}
    found = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)).order_by(Alias.id))
    return beside(labels.pop(ids[0], ""), (*found, *labels.values()))
