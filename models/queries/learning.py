"""Champions of agencies, agencies without one, and training with what is to be renewed."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Agency, Champion, Training
from models.records.learning import ChampionRow, TrainingRow
from models.records.reader import Reader
from models.rules import learning as rule

COURSES = "courses"


def champions(session: Session, reader: Reader) -> tuple[ChampionRow, ...]:
    """Every agency's champions, those of today first, by agency and name."""
    rows = session.execute(
        select(Champion, Agency.name)
        .join(Agency, Agency.id == Champion.agency_id)
        .order_by(Champion.until.is_not(None), Agency.name, Champion.name, Champion.id)
    )
    return tuple(
        ChampionRow(one.id, one.agency_id, agency, one.name, one.contact, one.since, one.until)
        for one, agency in rows
    )


def without_champion(session: Session, reader: Reader) -> tuple[str, ...]:
    """The core agencies of the panel that have no champion today, by name."""
    has = select(Champion.agency_id).where(
        or_(Champion.until.is_(None), Champion.until > reader.today),
        or_(Champion.since.is_(None), Champion.since <= reader.today),
    )
    wanted = select(Agency.name).where(Agency.active, Agency.core, Agency.id.not_in(has))
    return tuple(session.scalars(wanted.order_by(Agency.name)))


def trainings(session: Session, reader: Reader) -> tuple[TrainingRow, ...]:
    """Every course done, the soonest to be renewed first, then the latest done."""
    rows = session.execute(
        select(Training, Agency.name)
        .join(Agency, Agency.id == Training.agency_id)
        .order_by(Training.done_on, Training.id)
    ).all()
    latest = {_who(one): one.id for one, _ in rows}
    made = [_row(one, agency, reader, again=latest[_who(one)] != one.id) for one, agency in rows]
    return tuple(sorted(made, key=_turn))


def _who(one: Training) -> tuple[int, str, str]:
    return one.agency_id, one.name.casefold(), one.course


def _row(one: Training, agency: str, reader: Reader, *, again: bool) -> TrainingRow:
    found = codes.find(COURSES, one.course)
    course = found if isinstance(found, codes.Course) else None
    renew = None if again or course is None else rule.renew_on(one.done_on, course.months)
    return TrainingRow(
        one.id, one.agency_id, agency, one.name, one.course, codes.label_of(COURSES, one.course),
        one.done_on, one.note, renew, rule.overdue(renew, reader.today),
        course.text if course else "",
    )  # fmt: skip


def _turn(one: TrainingRow) -> tuple[bool, int, int]:
    renew = one.renew_on.toordinal() if one.renew_on else 0
    return one.renew_on is None, renew, -one.done_on.toordinal()
