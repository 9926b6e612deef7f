"""Meetings that were called off and still stand in calendars: said, and offered as one file."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.seasons import CalendarEntry
from models.rules.listing import counted, listed
from ui.widgets.buttons import button
from ui.widgets.flow import in_a_row
from ui.widgets.labels import Words


class OffOffer(QWidget):
    """Shown while a calendar that was saved still holds what was called off."""

    def __init__(self, save: Callable[[], None]) -> None:
        super().__init__()
        self.words = Words("", "medium")
        self.button = button("Save the cancellations", save, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(in_a_row((self.button,)))
        self.hide()

    def show_for(self, entries: Sequence[CalendarEntry]) -> None:
        """Offer the cancellations of these entries, where there are any."""
        gone = sum(one.cancelled and one.is_meeting for one in entries)
        self.setVisible(bool(gone))
        if gone:
            stand, them = ("stands", "it") if gone == 1 else ("stand", "them")
            self.words.setText(
                f"{counted(gone, 'meeting', 'meetings')} called off still {stand} in calendars "
                f"that were saved. One file takes {them} out, deadlines too."
            )


def called_off(count: int, stay: Sequence[str]) -> str:
    """What was called off, and which meetings stay because of the items on their agendas."""
    back = "it back" if count == 1 else "them back together"
    words = f"{counted(count, 'meeting', 'meetings')} called off. Ctrl+Z takes {back}."
    if not stay:
        return words
    why = "stays: it has items on its agenda"
    if len(stay) > 1:
        why = "stay: they have items on their agendas"
    return f"{words} {listed(stay)} {why}."
