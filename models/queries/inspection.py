"""The inspection list: children at risk of exploitation or missing, and the meetings planned."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Meeting
from models.marks import MeetingState
from models.queries.children import children
from models.queries.grouped import recorded
from models.queries.tiers import of_tiers, tier_names
from models.queries.tracked import tracked
from models.records.inspection import InspectionList, InspectionRow, PlannedMeeting
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.records.subjects import ChildRow
from models.rules import indicators
from models.rules.ages import FULL_AGE
from models.rules.indicators import Figure, Term, listed_meeting

COUNT, SECTION = "In all", "On the list"
ON_IT = "Children on the list"
TERMS = (
    Term(
        SECTION, "Children", "Children on the tracker on the day, or missing in the 90 days to it."
    ),
    Term(SECTION, "Aged 18 or over", f"{ON_IT} who are 18 or over on the day."),
    Term(SECTION, "At risk of exploitation", f"{ON_IT} who are on the tracker."),
    Term(
        SECTION,
        "Missing",
        f"{ON_IT} missing in the 90 days to the day, as recorded or told.",
    ),
    Term(SECTION, "Assessment overdue", f"{ON_IT} on the tracker whose assessment is overdue."),
    Term(SECTION, "Return interview late", f"{ON_IT} with an interview not settled in 72 hours."),
)
MEETINGS = Term("Meetings", "Planned", "Meetings planned for the day or later, not cancelled.")


def inspection(session: Session, reader: Reader, on: date) -> InspectionList:
    """Each child once, by name; only children that the reader may know of."""
    at_risk = tracked(session, reader, on)
    known = recorded(session, on, "ethnicity")
    rows = (
        _row(one, one.id in at_risk, known.get(one.id))
        for one in children(session, reader, on)
        if one.closed_on is None or one.closed_on > on
    )
    names = tier_names(session, reader)
    planned = session.scalars(_planned(reader, on)).all()
    return InspectionList(
        on,
        tuple(one for one in rows if one.at_risk or one.missing),
        tuple(PlannedMeeting(one.held_on, names.get(one.series_id or 0)) for one in planned),
    )


def inspection_report(session: Session, reader: Reader, on: date) -> ReportTable:
    """What the list holds in figures, each opening its children."""
    rows = inspection(session, reader, on).rows
    kept = (
        rows,
        [one for one in rows if one.age is not None and one.age >= FULL_AGE],
        [one for one in rows if one.at_risk],
        [one for one in rows if one.missing],
        [one for one in rows if one.at_risk and one.assessment_overdue],
        [one for one in rows if one.interviews_late],
    )
    figures = [indicators.children(one.child_id for one in some) for some in kept]
    return ReportTable(
        name="inspection",
        title=f"Inspection list on {on.day} {on:%B %Y}",
        on=on,
        columns=(COUNT,),
        rows=(
            *(indicators.row(term, [one]) for term, one in zip(TERMS, figures, strict=True)),
            indicators.row(MEETINGS, [_meetings(session, reader, on)]),
        ),
        reconciliation=(),
        definitions=("Saved as Word, Excel, CSV or JSON it is the list itself, child by child.",),
    )


def _planned(reader: Reader, on: date) -> Select[Meeting]:
    return (
        select(Meeting)
        .where(
            Meeting.held_on >= on,
            Meeting.cancelled.is_(False),
            Meeting.state == MeetingState.PLANNED.value,
            of_tiers(reader),
        )
        .order_by(Meeting.held_on, Meeting.id)
    )


def _meetings(session: Session, reader: Reader, on: date) -> Figure:
    names = tier_names(session, reader)
    return indicators.counted(
        [
            listed_meeting(one.id, one.held_on, names.get(one.series_id or 0))
            for one in session.scalars(_planned(reader, on))
        ]
    )


def _row(one: ChildRow, at_risk: bool, ethnicity: str | None) -> InspectionRow:
    return InspectionRow(
        one.id,
        one.name,
        one.initials,
        one.system_id,
        one.age,
        one.gender,
        ethnicity,
        one.birth_date,
        one.district,
        at_risk,
        bool(one.missing_90_days),
        one.category,
        one.types,
        one.plan,
        one.risk,
        one.assessed_on,
        one.assessment_overdue,
        one.missing_90_days,
        one.interviews_late,
        one.next_review,
    )
