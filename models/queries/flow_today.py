"""Steps of flows that press, as lines of Today: late ones first, then those nearly due."""

from sqlalchemy.orm import Session

from models.queries.flows import open_steps
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.names import short_label

SECTIONS = {"high": "Overdue", "medium": "Waiting"}
MOST_NAMED = 8


def steps_due(session: Session, reader: Reader) -> list[TodayLine]:
    """One line for each step that is late or nearly so; of very many the rest is counted."""
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
        words = f"{rest} more step{'s' * (rest != 1)} of flows press"
        lines.append(TodayLine("medium", "Waiting", words, "See the clocks.", "today", None))
    return lines
