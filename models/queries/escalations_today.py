"""Items decided to go up that nobody has sent, as lines of Today."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Decision, Escalation, Meeting
from models.queries.later import Later
from models.queries.tiers import every_series, of_tiers
from models.queries.visible import takes_part
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words

# Asked for where there are several tiers: its records are no part of the first page.
item_references = Later("running_order").item_references
GOES_UP = ("STEP_UP", "ESCALATE_STRATEGIC")
NOTED_FOR = timedelta(days=120)


def not_sent(session: Session, reader: Reader) -> list[TodayLine]:
    """Items of which a meeting decided that they go up, and nobody has sent them."""
    if len(every_series(session)) < 2:
        return []
    sent = select(Escalation.item_id).where(Escalation.withdrawn.is_(False))
    rows = session.execute(
        select(AgendaItem.id, Meeting.id, Meeting.held_on, Decision.label)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Decision, Decision.item_id == AgendaItem.id)
        .where(
            Decision.code.in_(GOES_UP),
            Meeting.held_on >= reader.today - NOTED_FOR,
            AgendaItem.id.not_in(sent),
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
            of_tiers(reader),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    ).all()
    names = item_references(session, {row[0] for row in rows})
    return [
        TodayLine(
            "medium",
            "After the meeting",
            f"{names.get(item_id, '')} of {in_words(held_on)}: decided to go up, not sent",
            label,
            "agenda",
            meeting_id,
            held_on,
        )
        for item_id, meeting_id, held_on, label in rows
    ]
