"""How subjects are called, by their ids."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Subject
from models.queries.knowable import leads


def labels_of(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The name of each of these subjects as it is shown; who may read it is asked before."""
    rows = session.execute(select(Subject.id, Subject.label).where(Subject.id.in_(tuple(ids))))
    return dict(rows.all())


def lead_labels(session: Session) -> Mapping[int, str]:
    """By the id of each folded record, how the record that stands for it is called."""
    folded = leads(session)
    if not folded:
        return {}
    called = labels_of(session, folded.values())
    return {one: called[lead] for one, lead in folded.items()}
