"""How a place was assessed, version by version, and who looks after it."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import Action, Guardian, PlaceAssessment
from models.queries.incidents import incidents
from models.queries.knowable import check_knowable
from models.queries.overdue import OPEN
from models.queries.visible import visible_to
from models.records.places_assessed import AssessedPlace, GuardianRow
from models.records.reader import Reader
from models.rules.place_assessment import FIELDS, SPAN, counts_around


def place_assessments(session: Session, reader: Reader, place_id: int) -> tuple[AssessedPlace, ...]:
    """Every version that the reader may see, the latest first."""
    ids = check_knowable(session, reader, place_id)
    one = PlaceAssessment
    rows = session.scalars(
        select(one)
        .where(one.subject_id.in_(ids), visible_to(reader, one))
        .order_by(one.assessed_on.desc(), one.id.desc())
    ).all()
    if not rows:
        return ()
    last = session.scalar(
        select(one.id).where(one.subject_id.in_(ids))
        .order_by(one.assessed_on.desc(), one.id.desc()).limit(1)
    )  # fmt: skip
    days = tuple(each.day for each in incidents(session, reader, ids[0]) if each.day is not None)
    return tuple(
        AssessedPlace(
            row.id,
            ids[0],
            row.assessed_on,
            row.author,
            {name: getattr(row, name) for name in FIELDS},
            row.sharing,
            *counts_around(days, row.assessed_on),
            latest=row.id == last,
            over=(reader.today - row.assessed_on).days >= SPAN,
        )
        for row in rows
    )


def guardians(session: Session, reader: Reader, place_id: int) -> tuple[GuardianRow, ...]:
    """Who looks after a place, those who still do first."""
    ids = check_knowable(session, reader, place_id)
    rows = session.scalars(
        select(Guardian)
        .where(Guardian.subject_id.in_(ids))
        .order_by(Guardian.until.is_not(None), Guardian.name, Guardian.id)
    ).all()
    rows_of: Any = session.execute(
        select(func.lower(Action.owner_name), func.count())
        .where(Action.subject_id.in_(ids), Action.status.in_(OPEN), visible_to(reader, Action))
        .group_by(func.lower(Action.owner_name))
    )
    tasks: dict[str | None, int] = dict(map(tuple, rows_of))
    return tuple(
        GuardianRow(one.id, one.name, one.role, one.contact, one.since, one.until,
                    tasks.get(one.name.lower(), 0))
        for one in rows
    )  # fmt: skip
