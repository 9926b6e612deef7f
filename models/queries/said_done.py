"""Which actions are said to be done, and nobody has judged it yet."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.entities import Action
from models.queries.action_updates import NOTHING_TOLD, last_told
from models.rules.actions import ActionStatus
from models.rules.said_done import is_said_done


def said_done(session: Session, actions: Sequence[Action]) -> frozenset[int]:
    """Those of which it was said that they are done and nobody has judged it yet, by id."""
    told = last_told(session, [one.id for one in actions])
    return frozenset(
        one.id
        for one in actions
        for last, judged in (told.get(one.id, NOTHING_TOLD),)
        if last is not None and not judged and is_said_done(ActionStatus(one.status), last.text)
    )
