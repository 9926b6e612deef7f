"""What is late on a day: interviews, the NRM, assessments, actions, answers of care plans."""

from sqlalchemy.orm import Session

from models.queries.clocks_today import (
    information_due,
    interviews_due,
    nrm_overdue,
    tellings_overdue,
)
from models.queries.later import Later
from models.queries.overdue import overdue_actions, overdue_recommendations
from models.queries.reassessing import reassessments_due
from models.records.reader import Reader
from models.records.today import TodayLine

# Asked for where one is silent: its records are no part of the first page.
to_climb = Later("silent").to_climb
SECTION = "Overdue"


def overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """The lines of what is late, children first; interviews nearly late are among them."""
    reassess = reassessments_due(session, reader)
    red = overdue_actions(session, reader)
    unheard, unplanned = overdue_recommendations(session, reader)
    return [
        *interviews_due(session, reader),
        *nrm_overdue(session, reader),
        *tellings_overdue(session, reader),
        *information_due(session, reader),
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
    return [
        TodayLine("high", SECTION, f"{count:,} {one if count == 1 else many}", "", goes_to, None)
    ]
