"""What was changed is read again, then shown, each in a turn of events of its own."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal


class CatchingUp(QObject):
    """Knows how far the room is behind the file.

    After an act the page reads what it changed of the meeting, then the item in hand, and shows
    both, in the turns of events that follow: what was typed is painted first, and no turn does the
    work of several.
    """

    meeting_changed = Signal()
    item_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heard: set[str] = set()
        """The tables of which a change was announced and not read again."""
        self._untold = False
        self._item_behind = False
        self._waiting: list[Callable[[], object]] = []

    @property
    def behind(self) -> bool:
        """Whether something was changed that is not read again, or not shown."""
        return bool(self.heard) or self._untold

    def read_again(self, touched: Iterable[str] = ()) -> None:
        """Read what was changed; what is shown follows with `tell`."""

    def refresh(self, touched: Iterable[str] = ()) -> None:
        """Read again after changes, and show it: those heard of, and what is `touched`.

        None means everything. What no change has touched is not asked anew.
        """
        self.read_again(touched)
        self.tell()

    def tell(self) -> None:
        """Have what was read again shown, the item in hand too, and done what waited for it."""
        if self._item_behind:
            self._read_item()
        if self._untold:
            self._untold = False
            self.meeting_changed.emit()
            self.item_changed.emit()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _read_item(self) -> None:
        """Read the item in hand, which is behind no more."""

    def catch_up(self) -> None:
        """Read and show what was changed: an act begins from what stands."""
        if self.heard:
            self.read_again()
        self.tell()

    def once_shown(self, act: Callable[[], object]) -> None:
        """Do this as soon as what was changed is shown; at once where nothing is behind."""
        if self.behind:
            self._waiting.append(act)
        else:
            act()
