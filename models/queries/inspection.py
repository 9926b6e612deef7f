"""The inspection list: children at risk of exploitation or missing, and the meetings planned."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Child, Meeting
from models.marks import MeetingState
from models.queries.children import children
from models.queries.district_names import named_as_ours
from models.queries.grouped import recorded
from models.queries.joined import filled
from models.queries.knowable import leads
from models.queries.performance_episodes import Episode, episodes
from models.queries.standing import ChildStanding, standings
from models.queries.tiers import of_tiers, tier_names
from models.records.inspection import InspectionList, InspectionRow, PlannedMeeting, Returns
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.records.subjects import ChildRow
from models.rules import indicators
from models.rules.ages import FULL_AGE
from models.rules.by_day import COUNTS
from models.rules.day_words import to_come
from models.rules.indicators import Figure, Term, listed_meeting
from models.rules.performance import in_time
from models.rules.quarters import Span
from models.rules.since import WINDOW_DAYS

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
    Term(
        SECTION,
        "Return interview late",
        f"{ON_IT} with an interview not settled in 72 hours, of episodes entered here. {COUNTS}",
    ),
)
MEETINGS = Term("Meetings", "Planned", "Meetings planned for the day or later, not cancelled.")


class Told(NamedTuple):
    """What a child's own record says beside how the child stands."""

    disability: str | None
    school: str | None
    team: str | None


def inspection(session: Session, reader: Reader, on: date) -> InspectionList:
    """Each child once, by name; only children that the reader may know of.

    A day that is still to come counts as today, and the list says so.
    """
    asked, on = on, min(on, reader.today)
    held = standings(session, reader, None, on)
    known = recorded(session, on, "ethnicity")
    told, returns = _told(session), _returns(session, reader, on)
    ours = named_as_ours(session)
    rows = (
        _row(
            replace(one, district=ours(one.district) if one.district else None),
            held[one.id], known.get(one.id), told[one.id], returns.get(one.id, []),
        )
        for one in children(session, reader, on)
        if one.closed_on is None or one.closed_on > on
    )  # fmt: skip
    names = tier_names(session, reader)
    planned = session.scalars(_planned(reader, on)).all()
    return InspectionList(
        on,
        tuple(one for one in rows if one.at_risk or one.missing),
        tuple(PlannedMeeting(one.held_on, names.get(one.series_id or 0)) for one in planned),
        to_come(asked, reader.today),
    )


def _told(session: Session) -> Mapping[int, Told]:
    """What of each child stands on no row of the tracker, by any record of the child."""
    rows = session.execute(select(Child.id, Child.disability, Child.school, Child.team))
    known = filled((tuple(row) for row in rows), leads(session), frozenset({0}))
    return {one: Told(*rest) for one, *rest in known}


def _returns(session: Session, reader: Reader, on: date) -> Mapping[int, list[Episode]]:
    """The episodes of each child with a return in the 90 days to a day."""
    found: defaultdict[int, list[Episode]] = defaultdict(list)
    span = Span(on - timedelta(days=WINDOW_DAYS - 1), on, "")
    for one in episodes(session, reader, span.first):
        if span.holds(one.returned):
            found[one.child_id].append(one)
    return found


def inspection_report(session: Session, reader: Reader, on: date) -> ReportTable:
    """What the list holds in figures, each opening its children."""
    found = inspection(session, reader, on)
    rows, on = found.rows, found.on
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
        reconciliation=found.not_counted,
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


def _row(
    one: ChildRow,
    has: ChildStanding,
    ethnicity: str | None,
    told: Told,
    back: Sequence[Episode],
) -> InspectionRow:
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
        has.on_tracker,
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
        one.nrm,
        one.lead,
        has.legal_status,
        *told,
        returns=Returns(
            len(back),
            sum(each.offered for each in back),
            sum(each.done is not None for each in back),
            sum(in_time(each.returned, each.done) for each in back if each.returned),
        ),
        episodes_told=one.missing_told,
        episodes_entered=has.missing_entered,
    )
