"""The versions of a place's assessment: the latest, and the next begun with what it said."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PlaceAssessment
from models.queries.knowable import all_records_of
from models.rules.place_assessment import ANEW, FIELDS


def versions(session: Session, place_id: int) -> list[PlaceAssessment]:
    """The versions of a place's assessment, the latest first."""
    one = PlaceAssessment
    rows = select(one).where(one.subject_id.in_(all_records_of(session, place_id)))
    return list(session.scalars(rows.order_by(one.assessed_on.desc(), one.id.desc())))


def latest(session: Session, place_id: int) -> PlaceAssessment | None:
    """The version that is worked on, where there is one."""
    return next(iter(versions(session, place_id)), None)


def begun_from(
    last: PlaceAssessment | None, place_id: int, on: date, author: str
) -> PlaceAssessment:
    """The next version, for the same readers and with what the last said."""
    made = PlaceAssessment(subject_id=place_id, assessed_on=on, author=author)
    if last is not None:
        made.sharing, made.shared_with = last.sharing, last.shared_with
        for name in FIELDS.keys() - ANEW:
            setattr(made, name, getattr(last, name))
    return made


def says_nothing_new(one: PlaceAssessment, before: PlaceAssessment | None = None) -> bool:
    """Whether a version says no more than the one before, or nothing where there is none."""
    kept = all(
        (getattr(one, name) or None) == (getattr(before, name) or None if before else None)
        for name in FIELDS.keys() - ANEW
    )
    return kept and not (one.review_on or one.measured_after)
