"""How a disruption measure stands, in words and for the register's filters."""

import re
from collections.abc import Iterable
from datetime import date

from models.rules.day_words import short

IN_FORCE = frozenset({"interim", "granted", "served", "varied"})
HELD = IN_FORCE | {"breached"}
"""Those that stand until they end: one that was breached does too."""
NOT_YET = frozenset({"agreed", "considered", "evidence gathering", "applied"})
NOT_PURSUED = frozenset({"not pursued", "refused"})
ENDED = frozenset({"refused", "expired", "revoked", "not pursued"})
EXPIRES_SOON_DAYS = 30


def several_named(words: str, names: Iterable[str]) -> tuple[str, ...]:
    """The measures of which words may be said, where they name more than one; else none.

    An abbreviation in capitals names what it stands for, and a whole name itself.
    """
    said = " ".join(words.split())
    if not said or (said.isupper() and " " not in said):
        return ()
    asked = re.compile(rf"\b{re.escape(said)}\b", re.IGNORECASE)
    found = tuple(name for name in names if asked.search(name))
    whole = any(name.casefold() == said.casefold() for name in found)
    return () if whole or len(found) < 2 else found


def standing(
    status: str, due_on: date | None, in_force_to: date | None, breaches: int, today: date
) -> str:
    """A few words: in force and until when, breached how often, overdue since when."""
    if breaches and status in HELD:
        return "breached once" if breaches == 1 else f"breached {breaches} times"
    if status in IN_FORCE:
        return _force(in_force_to, today)
    if status not in ENDED and due_on is not None and due_on < today:
        return _late(status, due_on)
    return status


def stands(
    status: str, due_on: date | None, in_force_to: date | None, breaches: int, today: date
) -> frozenset[str]:
    """Under which filters of the register it comes: in force, expiring, expired, breached, …

    One that was breached is in force until it ends; one whose last day has passed has expired,
    though nobody entered it.
    """
    found = set()
    if status in HELD:
        left = (in_force_to - today).days if in_force_to else None
        found.add("expired" if left is not None and left < 0 else "in force")
        if left is not None and 0 <= left <= EXPIRES_SOON_DAYS:
            found.add("expiring")
    if breaches or status == "breached":
        found.add("breached")
    if status in NOT_YET:
        found.add("waiting")
        if due_on is not None and due_on < today:
            found.add("overdue")
    if status in NOT_PURSUED:
        found.add("not pursued")
    if status in {"expired", "revoked"}:
        found.add("expired")
    return frozenset(found)


def came_of(
    status: str,
    reason: str | None,
    breached_on: date | None,
    what: str | None = None,
    done: str | None = None,
) -> str:
    """Why it was not pursued, or the last breach, what happened and what was done; else empty."""
    if status in NOT_PURSUED:
        return reason or ""
    if breached_on is None:
        return ""
    happened = f"{what.strip().rstrip('.')}; " if what and what.strip() else ""
    return f"breached {short(breached_on)}: {happened}{done or 'nothing done yet'}"


def not_to_breach(in_force_from: date | None, day: date) -> str:
    """Why a measure cannot have been breached on a day; empty where it can."""
    if in_force_from is None:
        return "It was never in force, so it cannot be breached: enter first since when it is."
    if day < in_force_from:
        return f"It was not in force on that day: it began on {short(in_force_from)}."
    return ""


def _force(until: date | None, today: date) -> str:
    if until is None:
        return "in force"
    if until < today:
        return f"expired on {short(until)}"
    left = (until - today).days
    if left <= EXPIRES_SOON_DAYS:
        return f"in force, expires in {left} day{'' if left == 1 else 's'}"
    return f"in force until {short(until)}"


def _late(status: str, due_on: date) -> str:
    return f"{status}, overdue since {short(due_on)}"
