"""Who is missing by the latest on record: no return stands beside the child's last episode."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import MissingEpisode, Subject
from models.queries.knowable import knowable, leads
from models.records.reader import Reader


class StillMissing(NamedTuple):
    """An episode without a return, and whose it is; a folded record's is its lead's.

    `told` is when it was reported as it was told: a day alone where its hour is not known.
    """

    episode_id: int
    child_id: int
    reported_at: datetime
    told: date


def still_missing(session: Session, reader: Reader) -> list[StillMissing]:
    """Children whose last episode has no return, however long ago, whose record is open.

    A later episode says that a child had come back, though nobody entered when; so does the same
    one entered twice, of which one has a return. Each child once, the latest first.
    """
    one, later = MissingEpisode, aliased(MissingEpisode)
    after = select(later.id).where(
        later.child_id == one.child_id,
        or_(
            later.reported_at > one.reported_at,
            and_(later.reported_at == one.reported_at, later.returned_at.is_not(None)),
        ),
        later.reported_at <= reader.now,
    )
    rows = session.execute(
        select(one.id, one.child_id, one.reported_at, one.reported_by_day)
        .join(Subject, Subject.id == one.child_id)
        .where(
            one.returned_at.is_(None),
            one.reported_at <= reader.now,
            ~after.exists(),
            Subject.closed_on.is_(None),
            knowable(reader, one.child_id),
        )
        .order_by(one.reported_at.desc(), one.id)
    ).all()
    if not rows:
        return []
    folded = leads(session)
    last = _last_of_families(session, folded, reader.now)
    found = (
        StillMissing(id_, folded.get(child, child), at, at.date() if by_day else at)
        for id_, child, at, by_day in rows
        if at
    )
    each: dict[int, StillMissing] = {}
    for it in found:
        if it.reported_at >= last.get(it.child_id, it.reported_at):
            each.setdefault(it.child_id, it)
    return list(each.values())


def _last_of_families(
    session: Session, folded: Mapping[int, int], now: datetime
) -> dict[int, datetime]:
    """The last episode of each child with several records, by the record that leads."""
    ids = {*folded, *folded.values()}
    one = MissingEpisode
    last: dict[int, datetime] = {}
    for child, at in session.execute(
        select(one.child_id, one.reported_at).where(one.child_id.in_(ids), one.reported_at <= now)
    ):
        if at is not None:
            lead = folded.get(child, child)
            last[lead] = max(at, last.get(lead, at))
    return last
