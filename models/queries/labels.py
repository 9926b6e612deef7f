"""How subjects are called, by their ids."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Subject


def labels_of(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The name of each of these subjects as it is shown; who may read it is asked before."""
    rows = session.execute(select(Subject.id, Subject.label).where(Subject.id.in_(tuple(ids))))
    return dict(rows.all())
