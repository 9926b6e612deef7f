"""What was to be told of a group by a day that is past."""

from datetime import date

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
from models.rules.listing import named_first

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
    dated = [
        (row.by_date, row.id, short_label(session, row.kind, row.label))
        for row in known
        if row.by_date is not None
    ]
    return named_first(dated, MOST_NAMED, _late, _rest)


def _late(row: tuple[date, int, str]) -> TodayLine:
    day, group_id, called = row
    text = f"Not told yet, of a group: {called}"
    return TodayLine("high", SECTION, text, f"due {in_words(day)}", "review", group_id, day)


def _rest(left: int) -> TodayLine:
    text = f"Not told yet, of groups: {left:,} more"
    return TodayLine("high", SECTION, text, "", "people", None)
