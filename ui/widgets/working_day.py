"""A date as it was understood, with what is to be said where nobody works on that day."""

from collections.abc import Collection
from datetime import date

from models.rules.closed_days import day_off
from ui.widgets.date_edit import TAKES, DateReading, NotWorked
from ui.widgets.dates import short_date


def worked(found: DateReading, closed: Collection[date]) -> DateReading:
    """The reading; on a day off it says so and offers the next working day."""
    off = day_off(found.value, closed)
    if off is None:
        return found
    offered = f"{off.why}; {TAKES} takes {short_date(off.instead)}"
    return NotWorked(off.day, "; ".join(filter(None, (found.warning, offered))), off.instead)
