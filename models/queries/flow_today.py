"""Steps of flows that press, as lines of Today: late ones first, then those nearly due."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import FlowEntry
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.listing import counted
from models.rules.names import short_label

# Asked for where a child is in a flow: its records are no part of the first page.
open_steps = Later("flows").open_steps
SECTIONS = {"high": "Overdue", "medium": "Waiting"}
MOST_NAMED = 8


def steps_due(session: Session, reader: Reader) -> list[TodayLine]:
    """One line for each step that is late or nearly so; of very many the rest is counted."""
    if session.scalar(select(FlowEntry.id).where(FlowEntry.ended_on.is_(None)).limit(1)) is None:
        return []
    pressing = [one for one in open_steps(session, reader) if one.urgency in SECTIONS]
    lines = [
        TodayLine(
            one.urgency,
            SECTIONS[one.urgency],
            f"{one.label}, {one.clock}: {short_label('child', one.child)}",
            ", ".join(filter(None, (
                one.flow, f"held by {one.holder}" if one.holder else "held by nobody",
                f"due {in_words(one.due_on)}" if one.due_on else "",
            ))),
            "flow",
            one.child_id,
            one.due_on,
        )
        for one in pressing[:MOST_NAMED]
    ]  # fmt: skip
    if (rest := len(pressing) - MOST_NAMED) > 0:
        words = f"{counted(rest, 'more step', 'more steps')} of flows press"
        lines.append(TodayLine("medium", "Waiting", words, "See the clocks.", "today", None))
    return lines
