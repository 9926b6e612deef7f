"""Items that are read together: at hand with their children, and asked about all at once."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Child
from models.queries.knowable import all_records_of, leads
from models.queries.together import ABREAST, About, foresee
from models.storage.journal import writes

T = TypeVar("T", AgendaItem, Child)
_ITEMS = select(AgendaItem).where(AgendaItem.id.in_(bindparam("ids", expanding=True)))
_CHILDREN = select(Child).where(Child.id.in_(bindparam("ids", expanding=True)))


def read_together(session: Session, item_ids: Iterable[int]) -> None:
    """Let a reading ask about these items, their subjects and their children at once.

    It changes nothing in what is asked, and so nothing in who may read the answer.
    """
    if writes(session):
        return
    items = _held(session, _ITEMS, item_ids)
    lead = leads(session)
    subjects = dict.fromkeys(
        lead.get(one.subject_id, one.subject_id) for one in items if one.subject_id
    )
    records = [each for one in subjects for each in all_records_of(session, one)]
    children = _held(session, _CHILDREN, records)
    foresee(session, About.ITEM, (one.id for one in items))
    foresee(session, About.SUBJECT, subjects)
    foresee(session, About.CHILD, (one.id for one in children if one.id in subjects))


def _held(session: Session, statement: Select[T], ids: Iterable[int]) -> list[T]:
    wanted = tuple(ids)
    found: list[T] = []
    for start in range(0, len(wanted), ABREAST):
        found += session.scalars(statement, {"ids": wanted[start : start + ABREAST]})
    # A session forgets what nobody holds.
    session.info.setdefault(_held, []).extend(found)
    return found
