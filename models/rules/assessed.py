"""How an assessment stands on a day, and whom a new one is asked of."""

from datetime import date, timedelta

from models.records.assessed import IN_DATE, NEVER, OVERDUE, SOON
from models.rules.listing import counted

AHEAD = timedelta(days=14)


def standing(assessed_on: date | None, until: date | None, today: date) -> tuple[str, str]:
    """The word for it, and how many days it is over or has left."""
    if assessed_on is None or until is None:
        return NEVER, "never assessed"
    left = (until - today).days
    if left < 0:
        return OVERDUE, f"{counted(-left, 'day', 'days')} overdue"
    if until - today <= AHEAD:
        return SOON, "due today" if left == 0 else f"{counted(left, 'day', 'days')} left"
    return IN_DATE, f"{counted(left, 'day', 'days')} left"


def whom(author: str | None, lead: str | None) -> str | None:
    """Whoever made the last assessment, else the child's lead professional, if anybody."""
    return next((one.strip() for one in (author, lead) if one and one.strip()), None)
