"""Actions that are said to be done and that nobody has confirmed, agency by agency, for Today."""

from collections import defaultdict

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import Action, ActionUpdate, Agency
from models.queries.overdue import OPEN
from models.queries.said_done import said_done
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.said_done import STEMS, TO_CONFIRM

SECTION, WHAT = "Waiting", "what shows it, and what it changed, makes it complete"
PERHAPS = select(ActionUpdate.action_id).where(
    or_(*(ActionUpdate.text.icontains(one) for one in STEMS))
)
"""Of whom something was told by a word that may say so: the rest are not read for it."""
NOBODYS, MOST, MOST_NAMED = "Without an agency", 6, 6


def actions_to_confirm(session: Session, reader: Reader) -> list[TodayLine]:
    """A line for each agency with what it said is done, the longest due first."""
    rows = session.execute(
        select(Action, Agency.name)
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(visible_to(reader, Action), Action.status.in_(OPEN), Action.id.in_(PERHAPS))
        .order_by(Action.due_on, Action.id)
    ).all()
    claimed = said_done(session, [action for action, _ in rows])
    groups: dict[str, list[Action]] = defaultdict(list)
    for action, agency in rows:
        if action.id in claimed:
            groups[agency or NOBODYS].append(action)
    lines = [_line(agency, some) for agency, some in list(groups.items())[:MOST]]
    rest = sum(len(some) for some in list(groups.values())[MOST:])
    if rest:
        text = f"{rest:,} more {'action' if rest == 1 else 'actions'} {TO_CONFIRM}"
        lines.append(TodayLine("medium", SECTION, text, "", "actions", None))
    return lines


def _line(agency: str, some: list[Action]) -> TodayLine:
    named = ", ".join(one.reference for one in some[:MOST_NAMED])
    more = f" and {len(some) - MOST_NAMED} more" if len(some) > MOST_NAMED else ""
    text = f"{agency}: {named}{more}, {TO_CONFIRM}"
    return TodayLine("medium", SECTION, text, WHAT, "actions", some[0].id)
