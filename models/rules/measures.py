"""How a disruption measure stands, in words."""

from datetime import date

IN_FORCE = frozenset({"interim", "granted", "served"})
ENDED = frozenset({"refused", "expired", "revoked", "not pursued"})
EXPIRES_SOON_DAYS = 30


def standing(
    status: str, due_on: date | None, in_force_to: date | None, breaches: int, today: date
) -> str:
    """A few words: in force and until when, breached how often, overdue since when."""
    if breaches and status in IN_FORCE | {"breached"}:
        return f"breached {breaches} time{'' if breaches == 1 else 's'}"
    if status in IN_FORCE:
        return _force(in_force_to, today)
    if status not in ENDED and due_on is not None and due_on < today:
        return _late(status, due_on)
    return status


def _force(until: date | None, today: date) -> str:
    if until is None:
        return "in force"
    if until < today:
        return f"expired on {until.day} {until:%b %Y}"
    left = (until - today).days
    if left <= EXPIRES_SOON_DAYS:
        return f"in force, expires in {left} day{'' if left == 1 else 's'}"
    return f"in force until {until.day} {until:%b %Y}"


def _late(status: str, due_on: date) -> str:
    return f"{status}, overdue since {due_on.day} {due_on:%b %Y}"
