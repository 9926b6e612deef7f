"""The panel display as the room holds it: opened, following, covered with the main window."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.live.panel_display import PanelDisplay
from ui.live.preview import Preview
from ui.live.state import RoomState


class Display:
    """Opens and closes the panel display and keeps it at one with the main window."""

    def __init__(self, page: QWidget, over: QWidget, state: RoomState) -> None:
        self._page, self._state = page, state
        self._covered = ""
        self._stands_at: Hashable = None
        self._window: Any = None
        self.shown: PanelDisplay | None = None
        self.preview = Preview(page, over, lambda: self.shown)
        state.place_changed.connect(lambda: state.out.turn(state.place))
        for changed in (state.meeting_changed, state.item_changed, state.place_changed):
            changed.connect(self.refill)

    def toggle(self) -> None:
        """Open the display, or close it."""
        if self.shown is not None:
            self.close()
            return
        self._follow_window()
        name = str(getattr(self._state.workspace, "panel_name", ""))
        made = PanelDisplay(self._state, name, self._page.window())
        made.blank_wanted.connect(self._blank)
        made.closed.connect(self._forget)
        made.show_wanted.connect(self.let_out)
        self.shown = made
        self._state.out.begin(self._state.place)
        made.cover(bool(self._covered))
        made.open()
        made.follow(self._stands_at)
        if self._window is not None:
            self._window.idle.watch(made.windowHandle())

    def let_out(self) -> None:
        """Show the item that waits: the chair has looked round the room."""
        if self._state.out.waits(self._state.place):
            self._state.out.let_out(self._state.place)
            self.refill()

    def close(self) -> None:
        """Close the display where it is open."""
        if self.shown is not None:
            self.shown.close()

    def refill(self) -> None:
        """Follow the room."""
        if self.shown is not None and not self._covered:
            self.shown.refill()
        self.preview.follow()

    def follow(self, key: Hashable) -> None:
        """Stand where the room stands in what is gone through."""
        self._stands_at = key
        if self.shown is not None:
            self.shown.follow(key)

    def tick(self) -> None:
        """Bring the clock up to date."""
        if self.shown is not None and not self._covered:
            self.shown.tick()

    def cover(self, state: str) -> None:
        """Hide the display while the main window is locked or blank."""
        self._covered = state
        if self.shown is not None:
            self.shown.cover(bool(state))
            self.refill()

    def _blank(self) -> None:
        if self._window is not None:
            self._window.toggle_blank()
        else:
            self.cover("" if self._covered else "blank")

    def _forget(self) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
            self.shown = None
            self._state.out.end()
            self.preview.leave()

    def _follow_window(self) -> None:
        """The frame tells what covers it, and when it closes."""
        window: Any = self._page.window()
        if self._window is None and hasattr(window, "covered"):
            self._window = window
            window.covered.connect(self.cover)
            window.closed.connect(self.close)
