"""Indicators of disruption, of places and of groups."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Displacement,
    DisruptionPlan,
    GroupAssessment,
    Measure,
    MeasureStep,
    PersonOfConcern,
    Place,
    PlaceAssessment,
    Subject,
)
from models.queries.knowable import knowable, listable
from models.queries.performance_incidents import incident_rows
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.indicators import Figure, Term, counted, row, share, unknown
from models.rules.names import person_code
from models.rules.performance import open_on
from models.rules.quarters import Span

SECTION, CONTEXT = "Disruption", "Places and groups"
AGREED = Term(SECTION, "Measures entered", "Measures agreed or considered in the quarter.")
STEPS = (
    ("Measures applied for", ("applied",)),
    ("Measures granted or served", ("interim", "granted", "served")),
    ("Breaches", ("breached",)),
    ("Measures not pursued or refused", ("not pursued", "refused")),
)
PLANNED = Term(
    SECTION,
    "% of persons with a plan",
    "Of persons of concern adopted by the last day and not removed, those against whom a "
    "disruption plan was open on it.",
    True,
)
DISPLACED = Term(
    SECTION, "Displacement noted", "Where harm may have moved to, noted in the quarter."
)
CHARGED = Term(SECTION, "Charges and convictions", "Persons charged or convicted in the quarter.")
NEW = Term(CONTEXT, "Places adopted", "Places of concern adopted in the quarter.")
CLOSED = Term(CONTEXT, "Places closed", "Places closed in the quarter.")
STANDING = Term(CONTEXT, "Places of concern", "Places adopted by the last day and open on it.")
ASSESSED = Term(CONTEXT, "Place assessments", "Assessments of places dated in the quarter.")
GROUPS = Term(CONTEXT, "Group assessments", "Assessments of groups dated in the quarter.")
SAFER = Term(
    CONTEXT, "Young people who feel safer", "Young people who say that they feel safer at a place."
)
NOBODY = "no person of concern was adopted by then."
NO_DAY = "the records hold a person's status, not the day of a charge or conviction."
NO_COUNT = "an assessment holds what young people say in words, not their number."
Dated = list[tuple[Listed, date | None]]


def disruption_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of disruption and contexts, a figure for each quarter."""
    yield row(AGREED, _in(measures(session, reader), spans))
    for label, statuses in STEPS:
        term = Term(SECTION, label, "Counted by the day of the step in the measure's time line.")
        yield row(term, _in(steps(session, reader, statuses), spans))
    yield row(PLANNED, (_with_plan(session, reader, span.last) for span in spans))
    yield row(DISPLACED, _in(_displaced(session, reader), spans))
    yield row(CHARGED, (unknown(NO_DAY) for _ in spans))
    yield from _contexts(session, reader, spans)


def _in(found: Dated, spans: Sequence[Span]) -> Iterator[Figure]:
    for span in spans:
        listed = [one for one, day in found if span.holds(day)]
        yield counted(listed)


def _measure(one: int, day: date | None) -> Listed:
    on = f" of {day.day} {day:%B %Y}" if day else ""
    return Listed("disruption", ("measure", one), f"Measure {one}{on}")


def measures(session: Session, reader: Reader) -> Dated:
    """Measures with the day on which each was entered."""
    rows = session.execute(
        select(Measure.id, Measure.made_on)
        .where(visible_to(reader, Measure))
        .order_by(Measure.made_on, Measure.id)
    )
    return [(_measure(one, day), day) for one, day in rows]


def steps(session: Session, reader: Reader, statuses: Sequence[str]) -> Dated:
    """A measure with its day for every step of one of these statuses."""
    rows = session.execute(
        select(Measure.id, MeasureStep.day)
        .join(MeasureStep, MeasureStep.measure_id == Measure.id)
        .where(visible_to(reader, Measure), MeasureStep.status.in_(statuses))
        .order_by(MeasureStep.day, MeasureStep.id)
    )
    return [(_measure(one, day), day) for one, day in rows]


def _displaced(session: Session, reader: Reader) -> Dated:
    rows = session.execute(
        select(DisruptionPlan.id, DisruptionPlan.reference, Displacement.noted_on)
        .join(Displacement, Displacement.plan_id == DisruptionPlan.id)
        .where(visible_to(reader, DisruptionPlan), knowable(reader, Displacement.subject_id))
        .order_by(Displacement.noted_on, Displacement.id)
    )
    return [(Listed("disruption", one, f"Plan {reference}"), day) for one, reference, day in rows]


def _with_plan(session: Session, reader: Reader, on: date) -> Figure:
    adopted = session.execute(
        select(PersonOfConcern.id, PersonOfConcern.system_id)
        .where(
            listable(reader, PersonOfConcern.id),
            PersonOfConcern.adopted_on <= on,
            or_(Subject.closed_on.is_(None), Subject.closed_on > on),
        )
        .order_by(PersonOfConcern.id)
    ).all()
    planned = set(
        session.scalars(
            select(DisruptionPlan.subject_id).where(
                visible_to(reader, DisruptionPlan),
                func.coalesce(DisruptionPlan.started_on, on) <= on,
                or_(DisruptionPlan.closed_on.is_(None), DisruptionPlan.closed_on > on),
            )
        )
    )
    persons = {one: listed_person(one, system_id) for one, system_id in adopted}
    with_plan = [who for one, who in persons.items() if one in planned]
    return share(with_plan, tuple(persons.values()), NOBODY)


def listed_person(person_id: int, system_id: str | None) -> Listed:
    """A person of concern behind a figure, by reference."""
    return Listed("people", person_id, f"Person of concern {person_code(person_id, system_id)}")


def listed_subject(subject_id: int, what: str) -> Listed:
    """A place or group behind a figure, without a name."""
    return Listed("people", subject_id, f"{what} {subject_id}")


def _contexts(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    rows = session.execute(
        select(Place.id, Place.adopted_on, Place.closed_on)
        .where(listable(reader, Place.id))
        .order_by(Place.id)
    ).all()
    places = [(one, listed_subject(one, "Place"), adopted, closed) for one, adopted, closed in rows]
    yield row(NEW, _in([(who, adopted) for _, who, adopted, _ in places], spans))
    yield row(CLOSED, _in([(who, closed) for _, who, _, closed in places], spans))
    standing = [
        {one: who for one, who, adopted, closed in places if open_on(adopted, closed, span.last)}
        for span in spans
    ]
    yield row(STANDING, (counted(tuple(some.values())) for some in standing))
    yield from incident_rows(session, reader, spans, standing)
    yield row(ASSESSED, _in(_assessed(session, reader), spans))
    yield row(GROUPS, _in(_grouped(session, reader), spans))
    yield row(SAFER, (unknown(NO_COUNT) for _ in spans))


def _assessed(session: Session, reader: Reader) -> Dated:
    rows = session.execute(
        select(PlaceAssessment.subject_id, PlaceAssessment.assessed_on)
        .where(visible_to(reader, PlaceAssessment), knowable(reader, PlaceAssessment.subject_id))
        .order_by(PlaceAssessment.id)
    )
    return [(listed_subject(one, "Place"), day) for one, day in rows]


def _grouped(session: Session, reader: Reader) -> Dated:
    rows = session.execute(
        select(GroupAssessment.group_id, GroupAssessment.assessed_on)
        .where(visible_to(reader, GroupAssessment), knowable(reader, GroupAssessment.group_id))
        .order_by(GroupAssessment.id)
    )
    return [(listed_subject(one, "Group"), day) for one, day in rows]
