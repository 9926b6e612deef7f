"""Measures that the next meeting hears of: running out soon, or breached."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from models.entities import DisruptionPlan, Measure, MeasureStep, Meeting, Subject
from models.queries.heard import heard
from models.queries.knowable import knowable
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.rules.measures import EXPIRES_SOON_DAYS, HELD

Found = Select[*tuple[Any, ...]]


def measures_due(
    session: Session, reader: Reader, meeting: Meeting
) -> Iterator[tuple[Subject, str]]:
    """Subjects of measures that run out within 30 days of the meeting, or were breached, and why.

    A meeting at which the subject was spoken of since has heard it.
    """
    for subject, measure, breached in session.execute(_statement(reader, meeting)):
        until = measure.in_force_to
        soon = until is not None and until <= meeting.held_on + timedelta(days=EXPIRES_SOON_DAYS)
        if breached is not None and not heard(session, subject.id, meeting, breached):
            yield subject, f"{measure.name} breached on {breached.day} {breached:%B}"
        elif soon and until is not None:
            since = until - timedelta(days=EXPIRES_SOON_DAYS)
            if not heard(session, subject.id, meeting, since):
                ends = "ended" if until < meeting.held_on else "ends"
                yield subject, f"{measure.name} {ends} on {until.day} {until:%B}"


def _statement(reader: Reader, meeting: Meeting) -> Found:
    breached = (
        select(func.max(MeasureStep.day))
        .where(
            MeasureStep.measure_id == Measure.id,
            MeasureStep.status == "breached",
            MeasureStep.day <= meeting.held_on,
        )
        .correlate(Measure)
        .scalar_subquery()
    )
    about = func.coalesce(
        Measure.subject_id,
        select(DisruptionPlan.subject_id)
        .where(DisruptionPlan.id == Measure.plan_id, visible_to(reader, DisruptionPlan))
        .correlate(Measure)
        .scalar_subquery(),
    )
    soon = meeting.held_on + timedelta(days=EXPIRES_SOON_DAYS)
    ended = meeting.held_on - timedelta(days=EXPIRES_SOON_DAYS)
    return (
        select(Subject, Measure, breached)
        .join(Measure, about == Subject.id)
        .where(
            visible_to(reader, Measure),
            knowable(reader),
            Subject.closed_on.is_(None),
            Measure.status.in_(HELD),
            or_(
                breached.is_not(None),
                and_(Measure.in_force_to.is_not(None), Measure.in_force_to.between(ended, soon)),
            ),
        )
        .order_by(Subject.id, Measure.id)
    )
