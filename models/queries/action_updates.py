"""What was told last of each action, and whether the panel judged it."""

from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import ActionUpdate
from models.queries.many import MANY
from models.rules.actions import CARRIED
from models.rules.carrying import only_carries

_TOLD = select(ActionUpdate).order_by(ActionUpdate.id)
_TOLD_OF = _TOLD.where(ActionUpdate.action_id.in_(bindparam("actions", expanding=True)))


class Told(NamedTuple):
    """What was told last of an action, and whether the panel judged it there or since."""

    last: ActionUpdate | None
    judged: bool


NOTHING_TOLD = Told(None, judged=False)


def last_told(session: Session, ids: list[int]) -> dict[int, Told]:
    """The latest update of each that says something; of all actions where there are many."""
    if not ids:
        return {}
    few = len(ids) <= MANY
    rows = session.scalars(_TOLD_OF, {"actions": ids}) if few else session.scalars(_TOLD)
    told: dict[int, Told] = {}
    for one in rows:
        if _says_something(one):
            told[one.action_id] = Told(one, judged=one.reason is not None)
        elif one.action_id in told and one.status not in (None, CARRIED):
            told[one.action_id] = Told(told[one.action_id].last, judged=True)
    return told


def _says_something(one: ActionUpdate) -> bool:
    """Whether an update has words of its own beside the day that the action was carried to."""
    words = one.text or one.reason
    if not words or one.status != CARRIED or one.new_due_on is None:
        return bool(words)
    same = one.reason in (None, one.text)
    return not (same and only_carries(words, one.at.date(), one.new_due_on))
