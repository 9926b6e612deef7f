"""Submissions of intelligence on Today: how many wait for triage, for who may read them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Submission
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.submissions import NEW

# Asked for where one waits: its records are no part of the first page.
submissions = Later("submissions").submissions
SECTION = "Waiting"


def to_triage(session: Session, reader: Reader) -> list[TodayLine]:
    """How many submissions wait for triage, as far as the reader may read them."""
    waits = select(Submission.id).where(Submission.outcome.is_(None)).limit(1)
    if session.scalar(waits) is None:
        return []
    count = sum(one.state == NEW for one in submissions(session, reader))
    if not count:
        return []
    what = "submission of intelligence" if count == 1 else "submissions of intelligence"
    return [TodayLine("medium", SECTION, f"{count:,} {what} to triage", "", "submissions", None)]
