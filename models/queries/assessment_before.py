"""The level of an assessment, and that of the one before a day, by which the next is compared."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Assessment


def level_of(one: Assessment) -> str | None:
    """The level that stands: as ratified, else as judged, else as reckoned."""
    return one.ratified_level or one.judgement_level or one.computed_level


def level_before(session: Session, new: Assessment) -> tuple[str | None, str | None]:
    """The level of the child's assessment before a new or mended one, and its scheme."""
    row = session.scalars(
        select(Assessment)
        .where(
            Assessment.child_id == new.child_id,
            Assessment.assessed_on < new.assessed_on,
            Assessment.id != (new.id or 0),
            Assessment.screening.is_not(True),
        )
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
    ).first()
    return (level_of(row), row.scheme_code) if row is not None else (None, None)
