"""Returns that have not come by their day, and whom the ladder says to ask next."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes import ChaseStep
from models.entities import Agency, AgencyReturn, Meeting
from models.queries.chases import chases
from models.queries.tiers import of_tiers
from models.queries.working import days_closed
from models.records.chasing import ChaseRow
from models.records.reader import Reader
from models.records.today import Offer, TodayLine
from models.rules import chasing
from models.rules.day_words import in_words
from models.rules.lateness import late_words

SECTION, ACT = "Overdue", "chase_returns"
MOST_NAMED = 4


class LateReturn(NamedTuple):
    """A return with its agency, the day it was due, and the step that is due now."""

    id: int
    agency: str
    contact: str | None
    meeting_id: int
    held_on: date
    due_on: date
    steps: tuple[ChaseRow, ...]
    step: ChaseStep | None


def late_returns(session: Session, reader: Reader) -> list[LateReturn]:
    """Those of meetings still to come, the earliest meeting first."""
    rows = session.execute(
        select(
            AgencyReturn.id,
            Agency.name,
            Agency.escalation_contact,
            Meeting.id,
            Meeting.held_on,
            AgencyReturn.due_on,
        )
        .join(Agency, Agency.id == AgencyReturn.agency_id)
        .join(Meeting, Meeting.id == AgencyReturn.meeting_id)
        .where(
            AgencyReturn.received_at.is_(None),
            AgencyReturn.due_on < reader.today,
            Meeting.held_on >= reader.today,
            Meeting.cancelled.is_(False),
            of_tiers(reader),
        )
        .order_by(Meeting.held_on, AgencyReturn.due_on, Agency.name)
    ).all()
    if not rows:
        return []
    ids = [row[0] for row in rows]
    taken = chases(session, chasing.RETURN, chasing.LADDERS[chasing.RETURN], ids)
    closed, steps = days_closed(session), chasing.ladder(chasing.RETURN)
    found = []
    for one, agency, contact, meeting_id, held_on, due in rows:
        if due is None:
            continue
        kept = taken.get(one, ())
        step = chasing.next_step(steps, due, _days(kept), reader.today, closed)
        found.append(LateReturn(one, agency, contact, meeting_id, held_on, due, kept, step))
    return found


def _days(taken: tuple[ChaseRow, ...]) -> list[tuple[str, date]]:
    return [(one.step, one.made_at.date()) for one in taken]


def returns_to_chase(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each meeting and step: whose returns are late, and the step offered."""
    return list(_lines(late_returns(session, reader), reader.today, days_closed(session)))


def _lines(late: list[LateReturn], today: date, closed: frozenset[date]) -> Iterator[TodayLine]:
    key = _meeting_and_step
    for (_, code), group in groupby(sorted(late, key=key), key=key):
        found = list(group)
        first = min(one.due_on for one in found)
        step, ids = found[0].step, tuple(one.id for one in found)
        yield TodayLine(
            "high" if step else "medium",
            SECTION,
            f"{_named([one.agency for one in found])}: {_not_in(len(found))}, "
            f"{late_words(first, today, closed)}",
            f"for the meeting on {in_words(found[0].held_on)}{_next(found)}",
            "agenda",
            found[0].meeting_id,
            first,
            Offer(step.worded(len(ids)), ACT, ids, code) if step else None,
        )


def _next(found: list[LateReturn]) -> str:
    """Whom the step asks, by name where one is known; or that the last was taken."""
    step = found[0].step
    if step is None:
        return "; asked again"
    if step.whom not in chasing.CONTACT or not any(one.contact for one in found):
        return ""
    return f"; next: {'; '.join(chasing.whom(step, one.agency, one.contact) for one in found)}"


def _meeting_and_step(one: LateReturn) -> tuple[int, str]:
    return one.meeting_id, one.step.code if one.step else ""


def _not_in(count: int) -> str:
    return "return not in" if count == 1 else "returns not in"


def _named(names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"
