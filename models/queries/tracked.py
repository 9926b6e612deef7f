"""Children on the tracker on a day, as they stood."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child
from models.queries.knowable import leads, listable
from models.queries.standing import ChildStanding, standings
from models.records.reader import Reader


def tracked(session: Session, reader: Reader, on: date) -> Mapping[int, ChildStanding]:
    """Each child that the reader may know of with its standing; a folded record is its lead's."""
    known = set(session.scalars(select(Child.id).where(listable(reader, Child.id))))
    folded = leads(session)
    return {
        one: has
        for one, has in standings(session, reader, None, on).items()
        if has.on_tracker and one in known and one not in folded
    }
