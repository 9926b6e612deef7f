"""When a meeting is held, how far it has come and who chairs it."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import Meeting, Member
from models.queries.once import once

_HELD = (
    select(Meeting.held_on, Meeting.state, Meeting.chair_id, Member.name)
    .outerjoin(Member, Member.id == Meeting.chair_id)
    .where(Meeting.id == bindparam("meeting"))
)


class Held(NamedTuple):
    """What every item of a meeting is read with."""

    on: date
    state: str
    chair_id: int | None
    chair: str | None


@once
def held(session: Session, meeting_id: int) -> Held:
    """The day, state and chair of a meeting."""
    return Held(*session.execute(_HELD, {"meeting": meeting_id}).one())
