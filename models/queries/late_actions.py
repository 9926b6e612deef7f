"""Actions late or nearly due, agency by agency, and whom the ladder says to ask next."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.codes import ChaseStep
from models.entities import Action, ActionUpdate, Agency, Meeting
from models.marks import MeetingState
from models.queries.chases import chases
from models.queries.overdue import OPEN
from models.queries.said_done import said_done
from models.queries.visible import visible_to
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.today import Offer, TodayLine
from models.rules import chasing
from models.rules.lateness import late_words
from models.rules.working_days import add_working_days

SECTION, ACT, MOST, MOST_NAMED = "Overdue", "chase_actions", 6, 6
AHEAD = 10
NOBODYS = "Without an agency"


class LateAction(NamedTuple):
    """An open action with its agency, the step that is due now and whom it asks."""

    id: int
    reference: str
    agency: str
    due_on: date
    step: ChaseStep
    asked: str


def late_actions(session: Session, reader: Reader) -> list[LateAction]:
    """Open actions of which a step is due, the earliest due first.

    Nobody is asked after one that they said is done: that is to be confirmed. A new day that was
    agreed begins the ladder anew. The strategic group comes after the meetings that an action was
    carried at, or that were held since it was due.
    """
    closed, steps = days_closed(session), chasing.ladder(chasing.ACTION)
    rows = session.execute(_open_until(add_working_days(reader.today, AHEAD, closed), reader)).all()
    claimed = said_done(session, [action for action, *_ in rows])
    taken = _taken(session, [action.id for action, *_ in rows]) if rows else {}
    meetings = _meetings(session)
    found = []
    for action, agency, contact, series in rows:
        if action.due_on is None or action.id in claimed:
            continue
        held = sum(day > action.due_on for day in meetings.get(series, ()))
        late_at, kept = max(held, action.carried_count), taken.get(action.id, [])
        step = chasing.next_step(steps, action.due_on, kept, reader.today, closed, late_at)
        if step is not None:
            by_name = contact and step.whom in chasing.CONTACT
            asked = chasing.whom(step, agency, contact) if by_name else step.whom
            found.append(
                LateAction(action.id, action.reference, agency or "", action.due_on, step, asked)
            )
    return found


def _open_until(day: date, reader: Reader) -> Select[*tuple[Any, ...]]:
    return (
        select(Action, Agency.name, Agency.escalation_contact, Meeting.series_id)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .outerjoin(Meeting, Meeting.id == Action.meeting_id)
        .where(visible_to(reader, Action), Action.status.in_(OPEN), Action.due_on < day)
        .order_by(Action.due_on, Action.id)
    )


def _taken(session: Session, ids: list[int]) -> dict[int, list[tuple[str, date]]]:
    """The steps taken over each since its day was agreed last, with their days."""
    update = ActionUpdate
    rows = session.execute(
        select(update.action_id, func.max(update.at))
        .where(update.action_id.in_(ids), update.new_due_on.is_not(None))
        .group_by(update.action_id)
    )
    agreed = dict(rows.all())
    steps = chases(session, chasing.ACTION, chasing.LADDERS[chasing.ACTION], ids)
    return {
        one: [(step.step, step.made_at.date()) for step in some
              if one not in agreed or step.made_at > agreed[one]]
        for one, some in steps.items()
    }  # fmt: skip


def _meetings(session: Session) -> dict[int, list[date]]:
    """The days of each tier's meetings that were held and closed."""
    found: dict[int, list[date]] = defaultdict(list)
    for series, day in session.execute(
        select(Meeting.series_id, Meeting.held_on).where(Meeting.state == MeetingState.CLOSED.value)
    ):
        found[series].append(day)
    return found


def actions_to_chase(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each agency and step, the furthest up the ladder first."""
    groups: dict[tuple[str, str], list[LateAction]] = defaultdict(list)
    for one in late_actions(session, reader):
        groups[(one.agency, one.step.code)].append(one)
    order = {step.code: place for place, step in enumerate(chasing.ladder(chasing.ACTION))}
    ranked = sorted(groups.values(), key=lambda some: (-order[some[0].step.code], some[0].due_on))
    lines = list(_lines(ranked[:MOST], reader.today, days_closed(session)))
    rest = sum(len(some) for some in ranked[MOST:])
    if rest:
        text = f"{rest:,} more {'action' if rest == 1 else 'actions'} to ask after"
        lines.append(TodayLine("medium", SECTION, text, "", "actions", None))
    return lines


def _lines(
    groups: list[list[LateAction]], today: date, closed: frozenset[date]
) -> Iterator[TodayLine]:
    for some in groups:
        first = some[0]
        late = first.due_on < today
        yield TodayLine(
            "high" if late else "medium",
            SECTION,
            f"{first.agency or NOBODYS}: {_named(some, today, closed)}",
            f"next: {first.asked}",
            "actions",
            first.id,
            first.due_on,
            Offer(first.step.label, ACT, tuple(one.id for one in some), first.step.code),
        )


def _named(some: list[LateAction], today: date, closed: frozenset[date]) -> str:
    """Each action with how late it is itself; those equally late stand together."""
    by_lateness: dict[str, list[str]] = defaultdict(list)
    for one in some[:MOST_NAMED]:
        late = one.due_on < today
        when = late_words(one.due_on, today, closed) if late else "due soon"
        by_lateness[when].append(one.reference)
    named = "; ".join(f"{', '.join(ones)}, {when}" for when, ones in by_lateness.items())
    more = len(some) - MOST_NAMED
    return f"{named}; and {more} more" if more > 0 else named
