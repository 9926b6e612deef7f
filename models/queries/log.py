"""The journal as people read it: when, who, what."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import User
from models.records.desk import LogRow
from models.records.reader import Reader
from models.rules import access
from models.storage.tables import change, operation

MOST = 500


def log(
    session: Session, reader: Reader, *, before: int | None = None, most: int = MOST
) -> tuple[LogRow, ...]:
    """Kept operations, the latest first, for those who may see the log; others get nothing."""
    if not access.may(reader.role, "see_log"):
        return ()
    counted = (
        select(func.count())
        .where(change.c.operation == operation.c.number)
        .correlate(operation)
        .scalar_subquery()
    )
    query = (
        select(operation, User.name.label("who"), counted.label("rows"))
        .outerjoin(User, User.id == operation.c.actor)
        .order_by(operation.c.number.desc())
        .limit(most)
    )
    if before is not None:
        query = query.where(operation.c.number < before)
    return tuple(
        LogRow(
            row.number,
            row.at,
            row.who or "MaceDesk",
            row.label,
            row.rows,
            bool(row.barrier),
            row.undoes,
        )
        for row in session.execute(query)
    )


def done_by(session: Session, reader: Reader, number: int) -> str | None:
    """The name of the user who did what was kept under this number."""
    who = select(User.name).join(operation, User.id == operation.c.actor)
    return session.scalar(who.where(operation.c.number == number))
