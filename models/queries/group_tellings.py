"""What was to be told of a group by a day that is past."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Group, GroupAssessment, GroupTelling
from models.queries.knowable import knowable
from models.queries.later import Later
from models.queries.short_labels import short_label
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words

# Asked for where something is late: its records are no part of the first page.
of_others = Later("groups").of_others
SECTION, MOST_NAMED = "Overdue", 5


def group_tellings_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each thing of a group that nobody has been told by its day, the oldest first."""
    one = GroupTelling
    rows = session.execute(
        select(one.assessment_id, one.by_date, Group.id, Group.kind, Group.label)
        .join(GroupAssessment, GroupAssessment.id == one.assessment_id)
        .join(Group, Group.id == GroupAssessment.group_id)
        .where(
            one.told_on.is_(None),
            one.by_date < reader.today,
            Group.closed_on.is_(None),
            visible_to(reader, GroupAssessment),
            knowable(reader, Group.id),
        )
        .order_by(one.by_date, one.id)
    ).all()
    if not rows:
        return []
    hidden = of_others(session, reader, tuple({row.assessment_id for row in rows}))
    known = [row for row in rows if row.assessment_id not in hidden]
    lines = [
        TodayLine(
            "high",
            SECTION,
            f"Not told yet, of a group: {short_label(session, kind, label)}",
            f"due {in_words(day)}",
            "review",
            group_id,
            day,
        )
        for _, day, group_id, kind, label in known[:MOST_NAMED]
        if day is not None
    ]
    if len(known) > MOST_NAMED:
        text = f"Not told yet, of groups: {len(known) - MOST_NAMED:,} more"
        lines.append(TodayLine("high", SECTION, text, "", "people", None))
    return lines
