"""A date as it was understood, with what is to be said where nobody works on that day."""

from collections.abc import Collection
from datetime import date

from models.rules.closed_days import day_off
from models.rules.working_days import last_working_day_before
from ui.widgets.date_edit import TAKES, DateReading, NotWorked
from ui.widgets.dates import short_date

Within = tuple[date, date]
"""The first day that can be offered, and the last."""


def worked(
    found: DateReading, closed: Collection[date], within: Within | None = None
) -> DateReading:
    """The reading; on a day off it says so and offers the next working day.

    `within` two days it offers the one before where the next is too late, or none.
    """
    off = day_off(found.value, closed)
    if off is None:
        return found
    instead: date | None = off.instead
    if within is not None and off.instead > within[1]:
        before = last_working_day_before(off.day, closed)
        instead = before if before >= within[0] else None
    offered = f"{off.why}; {TAKES} takes {short_date(instead)}" if instead else off.why
    return NotWorked(off.day, "; ".join(filter(None, (found.warning, offered))), instead)
