"""Returns that came for a day without a meeting, and taking them for the one in hand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from models.records.meeting import WaitingReturns
from ui.widgets.banner import Banner
from ui.widgets.dates import long_date

MOST_NAMED = 4


class WaitingReturnsBar(Banner):
    """Says which returns wait; `taken` carries the day for which they came."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(kind="medium")
        self._day: date | None = None
        self.offer("Take them for this meeting", lambda: self.taken.emit(self._day))

    def show_waiting(self, rows: Sequence[WaitingReturns]) -> None:
        """Show the first day's; nothing where none wait."""
        if rows:
            self._day = rows[0].day
        self.say(waiting_words(rows[0]) if rows else "")


def waiting_words(row: WaitingReturns) -> str:
    """Who sent returns for which day: "3 returns came for Thursday 12 November 2026, ..."."""
    count = len(row.agencies)
    came = "1 return came" if count == 1 else f"{count} returns came"
    day = f"for {long_date(row.day)}" if row.day else "without a day"
    names = list(row.agencies[:MOST_NAMED])
    if count > MOST_NAMED:
        names.append(f"{count - MOST_NAMED} more")
    return f"{came} {day}, when no meeting is planned: {', '.join(names)}."
