"""How often somebody was referred before, in words that a person would use."""

from collections.abc import Sequence
from datetime import date, timedelta

YEAR = timedelta(days=365)
ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
)  # fmt: skip


def repeat_words(
    received: date, before: Sequence[date], last: tuple[int, int] | None = None
) -> str:
    """Such as "Third time in 12 months; last time 2 of 5 actions done"; nothing for a first.

    `before` are the days of earlier referrals, `last` how many actions of the last discussion are
    done and how many there were; none where it was not discussed.
    """
    if not before:
        return ""
    recent = [day for day in before if received - YEAR < day <= received]
    if recent:
        said = f"{_ordinal(len(recent) + 1)} time in 12 months"
    else:
        latest = max(before)
        said = f"Referred before, in {latest:%B} {latest.year}"
    return f"{said}; {_done(last)}" if last is not None else said


def _ordinal(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"


def _done(last: tuple[int, int]) -> str:
    done, count = last
    if not count:
        return "last time no action was agreed"
    actions = "action" if count == 1 else "actions"
    return f"last time {done} of {count} {actions} done"
