"""At which meetings actions stood among those from before, so that its minutes tell of them."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import Action, ActionUpdate, Meeting
from models.queries.overdue import OPEN


def stood_at(session: Session, actions: Iterable[int]) -> set[int]:
    """Meetings that were held while one of these actions was open, or that heard news of one."""
    ids = tuple(actions)
    open_then = select(Meeting.id).join(
        Action,
        or_(Action.made_on.is_(None), Action.made_on <= Meeting.held_on)
        & or_(Action.status.in_(OPEN), Action.status_on.is_(None),
              Action.status_on >= Meeting.held_on),
    )  # fmt: skip
    told = select(ActionUpdate.meeting_id).where(
        ActionUpdate.action_id.in_(ids), ActionUpdate.meeting_id.is_not(None)
    )
    held = session.scalars(open_then.where(Action.id.in_(ids))).all()
    return {*held, *(one for one in session.scalars(told) if one is not None)}
