"""Actions late or nearly due, agency by agency, and whom the ladder says to ask next."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes import ChaseStep
from models.entities import Action, Agency
from models.queries.chases import chases
from models.queries.overdue import OPEN
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
    """An open action with its agency and the step that is due now."""

    id: int
    reference: str
    agency: str
    due_on: date
    step: ChaseStep


def late_actions(session: Session, reader: Reader) -> list[LateAction]:
    """Open actions of which a step is due, the earliest due first."""
    closed, steps = days_closed(session), chasing.ladder(chasing.ACTION)
    soon = add_working_days(reader.today, AHEAD, closed)
    rows = session.execute(
        select(Action.id, Action.reference, Agency.name, Action.due_on, Action.carried_count)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(visible_to(reader, Action), Action.status.in_(OPEN), Action.due_on < soon)
        .order_by(Action.due_on, Action.id)
    ).all()
    ladder = chasing.LADDERS[chasing.ACTION]
    taken = chases(session, chasing.ACTION, ladder, [row[0] for row in rows]) if rows else {}
    found = []
    for one, reference, agency, due, carried in rows:
        if due is None:
            continue
        kept = [(step.step, step.made_at.date()) for step in taken.get(one, ())]
        step = chasing.next_step(steps, due, kept, reader.today, closed, carried)
        if step is not None:
            found.append(LateAction(one, reference, agency or "", due, step))
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
        text = f"{rest} more {'action' if rest == 1 else 'actions'} to ask after"
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
            f"next: {first.step.whom}",
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
