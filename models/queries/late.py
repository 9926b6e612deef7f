"""What is late on a day: return interviews, risk assessments, actions, answers of care plans."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import MissingEpisode, ReturnInterview, Subject
from models.queries.knowable import knowable
from models.queries.later import Later
from models.queries.overdue import overdue_actions, overdue_recommendations
from models.queries.reassessing import reassessments_due
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.interviews import interview_late
from models.rules.names import short_label

# Asked for where one is silent: its records are no part of the first page.
to_climb = Later("silent").to_climb
SECTION = "Overdue"
SHOWN_FOR = timedelta(days=28)
SOON = timedelta(hours=48)


def overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """The lines of what is late, children first; interviews nearly late are among them."""
    reassess = reassessments_due(session, reader)
    red = overdue_actions(session, reader)
    unheard, unplanned = overdue_recommendations(session, reader)
    return [
        *_interviews(session, reader),
        *_count(reassess, "risk assessment overdue", "risk assessments overdue", "overdue"),
        *_count(red, "action overdue", "actions overdue", "actions"),
        *_count(
            unheard,
            "recommendation without an answer in time",
            "recommendations without an answer in time",
            "care_plans",
        ),
        *_count(
            unplanned,
            "accepted recommendation not in the plan in time",
            "accepted recommendations not in the plan in time",
            "care_plans",
        ),
        *(to_climb(session, reader) if unheard or unplanned else ()),
    ]


def _count(count: int, one: str, many: str, goes_to: str) -> list[TodayLine]:
    if not count:
        return []
    return [TodayLine("high", SECTION, f"{count} {one if count == 1 else many}", "", goes_to, None)]


def _interviews(session: Session, reader: Reader) -> list[TodayLine]:
    """Interviews past 72 hours, and those past 48 that can still be held in time."""
    rows = session.execute(
        select(
            MissingEpisode.child_id,
            Subject.label,
            MissingEpisode.returned_at,
            or_(ReturnInterview.conducted_at.is_not(None), ReturnInterview.declined_reason != ""),
        )
        .join(Subject, Subject.id == MissingEpisode.child_id)
        .outerjoin(ReturnInterview, ReturnInterview.episode_id == MissingEpisode.id)
        .where(
            MissingEpisode.returned_at > reader.now - SHOWN_FOR,
            MissingEpisode.returned_at <= reader.now,
            knowable(reader, MissingEpisode.child_id),
        )
        .order_by(MissingEpisode.returned_at)
    )
    found = (_interview(reader.now, *row) for row in rows)
    return [line for line in found if line is not None]


def _interview(
    now: datetime, child_id: int, label: str, returned: datetime | None, settled: bool | None
) -> TodayLine | None:
    if returned is None or settled or elapsed(returned, now) < SOON:
        return None
    late = interview_late(returned, settled=False, now=now)
    hours = "past 72 hours" if late else "past 48 hours, due by 72"
    return TodayLine(
        "high" if late else "medium",
        SECTION,
        f"Return interview {hours}: {short_label('child', label)}",
        f"returned {in_words(returned.date())}, {returned:%H:%M}",
        "episodes",
        child_id,
        returned.date(),
    )
