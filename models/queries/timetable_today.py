"""Deadlines of the meetings after the next one, as far as they come up within a week."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Meeting, PanelSeries
from models.queries.coming import to_come
from models.queries.tiers import every_series, of_tiers, steps_of
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules import timetable
from models.rules.day_words import in_words

SECTION = "Next meeting"
AHEAD = timedelta(days=7)
FARTHEST = timedelta(days=60)


def later_deadlines(session: Session, reader: Reader, first: int) -> list[TodayLine]:
    """What is due by next week for meetings after the first one to come, earliest first."""
    today = reader.today
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, PanelSeries.name, PanelSeries.id)
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .where(to_come(today), Meeting.id != first, Meeting.held_on <= today + FARTHEST)
        .where(of_tiers(reader))
        .order_by(Meeting.held_on)
    )
    found = []
    several = len(every_series(session)) > 1
    for meeting_id, held_on, panel, series_id in rows:
        steps = steps_of(session, series_id)
        for step in timetable.due_dates(held_on, steps, today, days_closed(session)):
            if today <= step.due <= today + AHEAD and step.due < held_on:
                tint = "medium" if step.due == today else "plain"
                what = panel if several else "meeting"
                text = f"{step.label}, {what} of {held_on.day} {held_on:%B}"
                detail = f"{in_words(step.due)}, {step.standing}"
                found.append(TodayLine(tint, SECTION, text, detail, "agenda", meeting_id, step.due))
    return sorted(found, key=lambda line: line.due_on or today)
