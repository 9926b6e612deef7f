"""Recommendations that a plan rejected and gave no reason for: somebody is to ask, on Today."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.entities import Child, Recommendation
from models.queries.visible import takes_part
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words
from models.rules.listing import named_first
from models.rules.names import initials
from models.rules.recommendations import NO_REASON, RecommendationStatus

SECTION, MOST_NAMED = "Waiting", 5
ASK = "ask whoever answered, and enter the reason"


def rejected_without_reason(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each of the first, and one for how many more there are."""
    one = Recommendation
    reason = func.trim(func.coalesce(one.reply_reason, ""))
    rows = session.execute(
        select(one.id, one.reference, one.replied_on, Child.label)
        .join(Child, Child.id == one.child_id)
        .where(
            one.status == RecommendationStatus.REJECTED.value,
            or_(reason == "", reason == NO_REASON),
            one.withdrawn.is_(False),
            takes_part(reader, one.item_id, one.child_id),
        )
        .order_by(one.replied_on, one.id)
    ).all()
    return named_first(
        rows,
        MOST_NAMED,
        lambda row: TodayLine(
            "medium",
            SECTION,
            f"Rejected without a reason: {row.reference} {initials(row.label)}",
            f"answered {in_words(row.replied_on)}; {ASK}" if row.replied_on else ASK,
            "care_plans",
            row.id,
            row.replied_on,
        ),
        lambda left: TodayLine(
            "medium", SECTION, f"Rejected without a reason: {left:,} more", "", "care_plans", None
        ),
    )
