"""Every child on the tracker with the latest assessment: how it stands, and who is asked."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Assessment, Chase, Child
from models.queries.assessed_level import level_of
from models.queries.knowable import knowable, leads
from models.queries.standing import standings
from models.records.assessed import IN_DATE, NEVER, OVERDUE, SOON, AssessedRow
from models.records.reader import Reader
from models.rules.assessed import standing, whom
from models.rules.chasing import ASSESSMENT

ORDER = {NEVER: 0, OVERDUE: 1, SOON: 2, IN_DATE: 3}


def assessment_board(session: Session, reader: Reader) -> tuple[AssessedRow, ...]:
    """The children the reader may know of, those never assessed and longest overdue first."""
    latest, asked = _latest(session, reader), _asked(session)
    held = standings(session, reader, None)
    rows = session.execute(
        select(Child.id, Child.label, Child.system_id, Child.lead_name).where(
            Child.closed_on.is_(None), knowable(reader, Child.id)
        )
    )
    folded, found = leads(session), []
    for child_id, label, reference, lead in rows:
        has = held.get(child_id)
        if child_id in folded or has is None or not has.on_tracker:
            continue
        stands, words = standing(has.assessed_on, has.in_date_until, reader.today)
        one, chase = latest.get(child_id), asked.get(child_id)
        if chase is not None and has.assessed_on and has.assessed_on >= chase.made_at.date():
            chase = None
        author = one.author if one else None
        found.append(
            AssessedRow(
                child_id, label, reference, stands, words, has.assessed_on, has.in_date_until,
                _scheme(one), level_of(one) if one else None, author, lead, whom(author, lead),
                chase.asked if chase else None, chase.made_at.date() if chase else None,
                chase.due_on if chase else None,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=_first))


def _first(one: AssessedRow) -> tuple[int, str, str]:
    until = one.in_date_until.isoformat() if one.in_date_until else ""
    return ORDER[one.standing], until, one.child


def _latest(session: Session, reader: Reader) -> Mapping[int, Assessment]:
    """The latest assessment that is dated, of each child, joined records counted with theirs."""
    folded = leads(session)
    rows = session.scalars(
        select(Assessment)
        .where(Assessment.assessed_on <= reader.today, knowable(reader, Assessment.child_id))
        .where(Assessment.screening.is_not(True))
        .order_by(Assessment.assessed_on, Assessment.id)
    )
    return {folded.get(one.child_id, one.child_id): one for one in rows}


def _asked(session: Session) -> Mapping[int, Chase]:
    rows = session.scalars(select(Chase).where(Chase.about == ASSESSMENT).order_by(Chase.id))
    return {one.about_id: one for one in rows}


def _scheme(one: Assessment | None) -> str | None:
    scheme = codes.scheme(one.scheme_code) if one and one.scheme_code else None
    return scheme.label if scheme else None
