"""For which days reports were written for a committee, so that a later one tells no more."""

import re
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Issue
from models.records.reports import COMMITTEE

NEAR = timedelta(days=80)
"""Reports less than this apart are told together; quarter ends lie further from one another."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def published_near(session: Session, on: date) -> tuple[date, ...]:
    """Other days close to this one whose figures went to a committee, in order."""
    written = session.scalars(select(Issue.document).where(Issue.audience == COMMITTEE).distinct())
    days = {date.fromisoformat(found[0]) for name in written if (found := _DAY.search(name))}
    return tuple(sorted(one for one in days if one != on and abs(one - on) < NEAR))
