"""Steps of flows that press, as lines of Today: late ones first, then those nearly due."""

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import FlowEntry
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.listing import counted, named_first
from models.rules.names import short_label

if TYPE_CHECKING:
    from models.records.flows import OpenStep

# Asked for where a child is in a flow: its records are no part of the first page.
open_steps = Later("flows").open_steps
SECTIONS = {"high": "Overdue", "medium": "Waiting"}
MOST_NAMED = 8


def steps_due(session: Session, reader: Reader) -> list[TodayLine]:
    """One line for each step that is late or nearly so; of very many the rest is counted."""
    if session.scalar(select(FlowEntry.id).where(FlowEntry.ended_on.is_(None)).limit(1)) is None:
        return []
    pressing = [one for one in open_steps(session, reader) if one.urgency in SECTIONS]
    return named_first(pressing, MOST_NAMED, _line, _rest)


def _line(one: "OpenStep") -> TodayLine:
    held = f"held by {one.holder}" if one.holder else "held by nobody"
    due = f"due {in_words(one.due_on)}" if one.due_on else ""
    return TodayLine(
        one.urgency,
        SECTIONS[one.urgency],
        f"{one.label}, {one.clock}: {short_label('child', one.child)}",
        ", ".join(filter(None, (one.flow, held, due))),
        "flow",
        one.child_id,
        one.due_on,
    )


def _rest(left: int) -> TodayLine:
    words = f"{counted(left, 'more step', 'more steps')} of flows press"
    return TodayLine("medium", "Waiting", words, "See the clocks.", "today", None)
