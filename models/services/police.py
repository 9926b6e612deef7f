"""Who grades intelligence: police agencies, and those who sign in for them; gradings as written."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency
from models.errors import Refusal
from models.rules.asking import grades_intelligence
from models.rules.grading import Grading
from models.services.signed_in import Person

NO_CONDITIONS = "Say on what conditions it may be handled: 2BC not to be told to the family."


def police_of(session: Session) -> frozenset[int]:
    """The agencies of the panel that grade intelligence."""
    agencies = session.scalars(select(Agency).where(Agency.active))
    return frozenset(one.id for one in agencies if grades_intelligence(one.kind, one.name))


def is_own_police(session: Session, person: Person, agency_id: int | None) -> bool:
    """Whether an agency is the person's own, and grades intelligence."""
    if agency_id is None or agency_id != person.agency_id:
        return False
    agency = session.get(Agency, agency_id)
    return agency is not None and grades_intelligence(agency.kind, agency.name)


def check_conditions(given: Grading | None) -> None:
    """Refuse a grading that binds its handling without saying to what."""
    if given is not None and given.handling == "C" and not given.conditions:
        raise Refusal(NO_CONDITIONS, "grading")


def put_grading(row: Any, given: Grading | None) -> None:
    """Write a grading into a graded row, or take it off."""
    row.source_grade = given.source if given else None
    row.information_grade = given.information if given else None
    row.handling = given.handling if given else None
    row.handling_conditions = given.conditions if given else None
