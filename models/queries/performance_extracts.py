"""How many extracts reached children's files in the days that the timetable gives."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Child, ExtractDue, Issue, Meeting
from models.marks import ItemState
from models.queries.finishing import gone
from models.queries.items_held import of_meetings_held
from models.queries.knowable import knowable
from models.queries.performance_meetings import SECTION
from models.queries.tiers import steps_of, tier_names
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.indicators import Figure, Term, listed_meeting, row, share, unknown
from models.rules.quarters import Span
from models.rules.working_days import add_working_days

EXTRACTS = Term(
    SECTION,
    "% of extracts in time",
    "Of children's items discussed at meetings held in the quarter whose time had run out by the "
    "last day, those whose extract first went within the working days of the timetable; not "
    "counted are items with a reason on record why none is due, and extracts that were recalled.",
    True,
)
NO_TIME = "the timetable gives no working days for extracts."
NO_ITEM = "no extract is due of a meeting held in the quarter."
NOT_YET = "no extract's time has run out."


class _Due(NamedTuple):
    """An extract that is due: from which meeting, by when, and when it went."""

    meeting: Listed
    held_on: date
    by: date | None
    went_on: date | None

    @property
    def in_time(self) -> bool:
        return self.by is not None and self.went_on is not None and self.went_on <= self.by


def extract_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicator of extracts, a figure for each quarter."""
    every = _due(session, reader, spans)
    yield row(
        EXTRACTS,
        (_figure([one for one in every if span.holds(one.held_on)], span.end(reader.now).date())
         for span in spans),
    )  # fmt: skip


def _figure(due: Sequence[_Due], until: date) -> Figure:
    timed = [one for one in due if one.by is not None]
    out = [one for one in timed if one.by and one.by < until]
    if due and not timed:
        return unknown(NO_TIME)
    kept = [one.meeting for one in out if one.in_time]
    return share(kept, [one.meeting for one in out], NOT_YET if due else NO_ITEM)


def _due(session: Session, reader: Reader, spans: Sequence[Span]) -> list[_Due]:
    first = (
        select(Issue.item_id, func.min(Issue.at).label("at"))
        .where(*gone())
        .group_by(Issue.item_id)
        .subquery()
    )
    rows = session.execute(
        select(Meeting.id, Meeting.series_id, Meeting.held_on, first.c.at)
        .select_from(AgendaItem)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Child, Child.id == AgendaItem.subject_id)
        .outerjoin(first, first.c.item_id == AgendaItem.id)
        .where(
            Meeting.held_on.between(spans[-1].first, spans[0].last),
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.id.not_in(select(ExtractDue.item_id)),
            of_meetings_held(reader),
            knowable(reader, Child.id),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    ).all()
    closed, names = days_closed(session), tier_names(session, reader)
    days = {tier: _days(session, tier or 0) for _, tier, _, _ in rows}
    return [
        _Due(listed_meeting(one, held_on, names.get(tier or 0)), held_on,
             _by(held_on, days[tier], closed), at.date() if at else None)
        for one, tier, held_on, at in rows
    ]  # fmt: skip


def _days(session: Session, tier: int) -> int | None:
    steps = steps_of(session, tier)
    return next((one.working_days for one in steps if one.code == "extracts"), None)


def _by(held_on: date, days: int | None, closed: frozenset[date]) -> date | None:
    return None if days is None else add_working_days(held_on, days, closed)
