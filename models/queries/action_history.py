"""What was told of an action from meeting to meeting."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, ActionUpdate
from models.queries.visible import visible_to
from models.records.desk import UpdateRow
from models.records.reader import Reader


def updates_of(session: Session, reader: Reader, action_id: int) -> tuple[UpdateRow, ...]:
    """Every update of an action that the reader may see, the latest first."""
    rows = session.scalars(
        select(ActionUpdate)
        .join(Action, Action.id == ActionUpdate.action_id)
        .where(ActionUpdate.action_id == action_id, visible_to(reader, Action))
        .order_by(ActionUpdate.id.desc())
    )
    return tuple(
        UpdateRow(
            one.at,
            one.status or "",
            one.text,
            one.reason,
            one.evidence,
            one.by_name,
            one.new_due_on,
        )
        for one in rows
    )
