"""Deadlines of the meetings after the next one, as far as they come up within a week."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Meeting
from models.queries.coming import to_come
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules import timetable
from models.rules.day_words import in_words

SECTION = "Next meeting"
AHEAD = timedelta(days=7)
FARTHEST = timedelta(days=60)


def later_deadlines(session: Session, reader: Reader, following: date) -> list[TodayLine]:
    """What is due by next week for meetings after the day `following`, earliest first."""
    today = reader.today
    rows = session.execute(
        select(Meeting.id, Meeting.held_on)
        .where(to_come(today), Meeting.held_on > following, Meeting.held_on <= today + FARTHEST)
        .order_by(Meeting.held_on)
    )
    found = []
    for meeting_id, held_on in rows:
        for step in timetable.due_dates(held_on, codes.timetable(), today, days_closed(session)):
            if today <= step.due <= today + AHEAD and step.due < held_on:
                tint = "medium" if step.due == today else "plain"
                text = f"{step.label}, meeting of {held_on.day} {held_on:%B}"
                detail = f"{in_words(step.due)}, {step.standing}"
                found.append(TodayLine(tint, SECTION, text, detail, "agenda", meeting_id, step.due))
    return sorted(found, key=lambda line: line.due_on or today)
