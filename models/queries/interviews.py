"""The return home interview of an episode that went furthest, and which are still to be held."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import MissingEpisode, ReturnInterview
from models.queries.knowable import knowable, leads
from models.records.reader import Reader
from models.rules.interviews import Interview, InterviewClock, interview_clock

LOOK_BACK = timedelta(days=90)
"""Interviews of earlier returns are history: they stand on the child's page and in the figures."""


class Owed(NamedTuple):
    """A return of which an interview is still to be held; a folded record's is its lead's.

    `told` is when the child came back as it was told: a day alone where its hour is not known.
    """

    episode_id: int
    child_id: int
    told: date
    clock: InterviewClock


def interviews_owed(session: Session, reader: Reader) -> list[Owed]:
    """Interviews still to be held after returns that are not long ago, the longest owed first.

    The same return entered under two records of a child is one, settled by either.
    """
    one, folded = MissingEpisode, leads(session)
    rows = session.execute(
        select(one.id, one.child_id, one.returned_at, one.returned_by_day)
        .where(one.returned_at > reader.now - LOOK_BACK, knowable(reader, one.child_id))
        .order_by(one.returned_at, one.id)
    ).all()
    held = interviews_of(session, [row[0] for row in rows])
    found: dict[tuple[int, datetime], Owed] = {}
    for id_, child_id, back, by_day in rows:
        if back is None:
            continue
        clock = interview_clock(back, told_of(held.get(id_)), reader.now, by_day=bool(by_day))
        owed = Owed(id_, folded.get(child_id, child_id), back.date() if by_day else back, clock)
        before = found.setdefault((owed.child_id, back), owed)
        if before.clock.runs and not clock.runs:
            found[owed.child_id, back] = owed
    return [owed for owed in found.values() if owed.clock.runs]


def interviews_of(session: Session, episode_ids: list[int]) -> dict[int, ReturnInterview]:
    """The interview of each of these episodes that went furthest."""
    rows = session.scalars(
        select(ReturnInterview)
        .where(ReturnInterview.episode_id.in_(episode_ids))
        .order_by(ReturnInterview.conducted_at.is_not(None), ReturnInterview.id)
    )
    return {one.episode_id: one for one in rows}


def told_of(held: ReturnInterview | None) -> Interview:
    """What the clock needs of an interview, where there is one."""
    if held is None:
        return Interview()
    return Interview(
        held.offered_at,
        held.accepted,
        held.declined_reason,
        held.conducted_at,
        by_day=bool(held.conducted_by_day),
    )
