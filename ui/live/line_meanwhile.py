"""A line that another window mended while it stands in its bar: both texts, and whose to keep."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Qt

from models.marks import Information, Sharing
from models.records.item import LineRecord
from ui.desk import Desk
from ui.live.line_fields import LineFields
from ui.live.state import RoomState


class LineMeanwhile(LineFields):
    """Of a line only what was changed here is written; where words differ, both are shown."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state)
        self._seen: LineRecord | None = None
        self._theirs: LineRecord | None = None
        self.conflict.took_mine.connect(self._take_mine)
        self.conflict.took_theirs.connect(self._take_theirs)

    @abstractmethod
    def _keep(self) -> None:
        """Keep what stands in the bar."""

    def _agencies_as_seen(self) -> bool:
        """Whether the line is shared as it was, with the same agencies."""
        seen = self._seen
        same = seen is not None and self.sharing.value() == seen.sharing
        return same and seen is not None and self.agencies.text() == ", ".join(seen.shared_with)

    def _hear(self, line: LineRecord) -> None:
        """Take what another window made of the line; where words differ, Enter asks whose to keep.

        Nothing moves under the hand that types.
        """
        seen, mine = self._seen, self.text.text()
        if seen is None or as_seen(line) == as_seen(seen):
            return
        if (line.sharing, line.shared_with) != (seen.sharing, seen.shared_with):
            self._share_as(line, said=not self._agencies_as_seen())
        if self.kind.value() == seen.information:
            self.kind.set_value(Information(line.information))
        if mine.strip() in (seen.text, line.text) or seen.text == line.text:
            self._seen, self._theirs = line, None
            self.text.setText(line.text if seen.text != line.text else mine)
        else:
            self._theirs = line
            if self.conflict.asked:
                self._ask()

    def _ask(self) -> None:
        """Show both texts in the room of all that is not asked; the hand chooses by Tab."""
        if self._theirs is not None:
            self._show_both(shown=True)
            self.conflict.ask(self._theirs.text, self.text.text())

    def _take_mine(self) -> None:
        self._show_both(shown=False)
        self._seen, self._theirs = self._theirs, None
        self._keep()

    def _take_theirs(self) -> None:
        self._show_both(shown=False)
        if self._theirs is not None:
            self._seen, theirs, self._theirs = self._theirs, self._theirs.text, None
            self.text.setText(theirs)
            self.veil.refresh(another=True)
            self.veil.hand.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _share_as(self, line: LineRecord, *, said: bool) -> None:
        """Take up with whom a line is shared now; nobody widens it without having seen that."""
        self.sharing.set_value(Sharing(line.sharing))
        self.marks.name_agencies(", ".join(line.shared_with))
        self.marks.show_agencies()
        if said:
            self.error.say(
                f"Shared meanwhile as “{line.sharing}”: choose again if it is to change."
            )


def as_seen(line: LineRecord) -> dict[str, Any]:
    """The fields of a line that the bar may change; whom it is shared with, by name."""
    return {
        "text": line.text,
        "information": line.information,
        "sharing": line.sharing,
        "named": line.shared_with,
    }
