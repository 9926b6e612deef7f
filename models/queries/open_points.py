"""What is open of a meeting before its minutes are approved, and before its papers go."""

from sqlalchemy.orm import Session

from models.queries.actions import actions
from models.queries.comments import comments, no_extracts
from models.queries.finishing import extracts_gone
from models.queries.items import items_of
from models.queries.meetings import attendance, meeting
from models.queries.minutes import standing
from models.queries.panel import setting_at
from models.queries.readiness import returns
from models.queries.working import closed_days
from models.records.open_points import Before, Mend, OpenPoint
from models.records.reader import Reader
from models.rules.frozen import STANDS
from models.rules.open_points import NOWHERE, Minuted, before_approval, past_due, without_reason
from models.rules.set_days import passed


def open_before_approval(
    session: Session, reader: Reader, meeting_id: int
) -> tuple[OpenPoint, ...]:
    """All that approving asks about; nothing once the minutes stand."""
    if standing(session, meeting_id).state in STANDS:
        return ()
    unsettled = sum(not one.settled for one in comments(session, reader, meeting_id))
    return before_approval(
        Minuted(
            meeting(session, reader, meeting_id),
            items_of(session, reader, meeting_id),
            actions(session, reader, meeting_id=meeting_id),
            returns(session, reader, meeting_id),
            unsettled,
            closed_days(session, reader),
            attendance(session, reader, meeting_id),
        )
    )


def open_before_issue(session: Session, reader: Reader, meeting_id: int) -> tuple[OpenPoint, ...]:
    """Items without an extract or a reason, what is past due, where plans have no address."""
    settled = {one.item_id for one in no_extracts(session, reader, meeting_id)}
    settled |= extracts_gone(session, reader, meeting_id)
    items = items_of(session, reader, meeting_id)
    asked = [one for item in items for one in item.recommendations]
    agreed = actions(session, reader, meeting_id=meeting_id)
    found = list(without_reason(items, settled))
    found += past_due(passed(agreed, asked, reader.today))
    if not setting_at(session, reader, meeting_id, "reply_to"):
        found.append(OpenPoint(NOWHERE, Before.ISSUE, Mend.PANEL))
    return tuple(found)
