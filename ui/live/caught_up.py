"""Has the room read again what was changed before the next key or click acts on it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.live.state import RoomState

ACTS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class CaughtUp(QObject):
    """Stands before the widget in hand, and only there.

    What an act changed is read in the next turn of events. Keys that were pressed faster than that
    lie before it: none of them may act on what no longer stands.
    """

    def __init__(self, state: RoomState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._state.behind and event.type() in ACTS:
            self._state.catch_up()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A field that is going loses the focus before it says that it is gone.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)
