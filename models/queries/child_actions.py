"""The actions that belong on a child's page."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, ActionSubject, AgendaItem
from models.queries.actions import by_day, select_actions
from models.queries.knowable import all_records_of
from models.records.outcomes import ActionRow
from models.records.reader import Reader


def actions_of_child(session: Session, reader: Reader, child_id: int) -> tuple[ActionRow, ...]:
    """What was agreed about a child, or on the child's items about anybody; earliest due first.

    Whatever is about one of the child's records is about the child.
    """
    ids = all_records_of(session, child_id)
    also = select(ActionSubject.action_id).where(ActionSubject.subject_id.in_(ids))
    own = select(AgendaItem.id).where(AgendaItem.subject_id.in_(ids))
    about = Action.subject_id.in_(ids) | Action.id.in_(also) | Action.item_id.in_(own)
    found = select_actions(session, reader, about)
    return by_day(
        [replace(one, subject_id=child_id) if one.subject_id in ids else one for one in found]
    )
