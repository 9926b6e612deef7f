"""Entries under quiet headings or in cards, painted: what was said, agreed, taken and read back."""

from collections.abc import Callable, Hashable, Sequence, Set
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.live.entry_delegate import EntryDelegate
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

Act = Callable[[Hashable], object]


@dataclass(frozen=True)
class Entry(Line):
    """A line with more to it: a tag before the words, a second line below, a place in a card.

    `amber` follows the soft words in the colour of what is missing; `head` is a card's own line,
    its soft words beside it, after `whose`: a name that is cut in its middle where there is no
    room. `card` is top, middle, bottom or only; none stands on the paper.
    `most` is the number of lines after which its words go on unseen; 0 shows them all.
    """

    tag: str = ""
    tag_kind: str = "plain"
    amber: str = ""
    whose: str = ""
    head: bool = False
    card: str = ""
    most: int = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of this entry."""
        parts = (self.tag, self.words, self.whose, self.soft, self.amber, self.right)
        return self.said or ", ".join(part for part in parts if part)


def in_card(entries: Sequence[Entry]) -> list[Entry]:
    """Give the entries with their places in one card."""
    last = len(entries) - 1
    places = ["only"] if not last else ["top", *["middle"] * (last - 1), "bottom"]
    return [
        Entry(**{**vars(one), "card": place}) for one, place in zip(entries, places, strict=True)
    ]


class Ledger(RowList):
    """A list of entries; letters act on the entry where it stands (`keys`: letter to act).

    Where letters act, no letter looks for a row: it would act on whatever it found.
    """

    nowhere = Signal()
    """A letter was pressed that acts, and the list stands nowhere."""

    def __init__(
        self, name: str = "", keys: dict[str, Act] | None = None, *, size: int = 14
    ) -> None:
        super().__init__(name, size=size)
        self.painter = EntryDelegate(self, size)
        self.setItemDelegate(self.painter)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.keys = keys or {}
        self.haste: Callable[[QKeyEvent], bool] | None = None
        """Takes a key that is part of a sentence, typed where letters act."""
        self.shows_place = False
        """Whether the place is seen without the focus too, where others are to follow it."""

    def show_entries(self, entries: Sequence[Line]) -> None:
        """Show these entries; the place is kept by its key, and where that is gone by its card."""
        before, place = self.lines.lines, self.currentIndex().row()
        self.show_lines(entries)
        if self.keys and place >= 0 and not self.currentIndex().isValid():
            self.go_to(_heir(before, place, {line.key for line in entries}))
        self.scheduleDelayedItemsLayout()

    def entry(self, key: Hashable) -> Entry | None:
        """Give the entry of a key, if it is shown."""
        row = self.lines.row_of(key)
        found = self.lines.lines[row] if row >= 0 else None
        return found if isinstance(found, Entry) else None

    def first_shown(self) -> QModelIndex:
        """The row with which what is in sight begins."""
        return self.indexAt(QPoint(4, 1))

    def wanted_height(self) -> int:
        """Give the height at which nothing has to be scrolled."""
        count = self.lines.rowCount()
        return sum(self.sizeHintForRow(row) for row in range(count)) + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.haste is not None and self.haste(event):
            return
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        name = "Del" if event.key() == Qt.Key.Key_Delete else event.text().lower()
        act = self.keys.get(name) if plain else None
        if act is None:
            super().keyPressEvent(event)
        elif self.current_key() is not None:
            act(self.current_key())
        else:
            self.nowhere.emit()

    def keyboardSearch(self, search: str) -> None:
        if not any(len(key) == 1 for key in self.keys):
            super().keyboardSearch(search)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.step(1)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _heir(lines: Sequence[Line], gone: int, left: Set[Hashable]) -> Hashable | None:
    """Where the hand goes from a row that is gone: its card's head, else the next row, or last."""
    above = lines[gone::-1]
    top = next((line for line in above if getattr(line, "card", "") in ("top", "only")), None)
    heads = [top] if top is not None and getattr(lines[gone], "card", "") else []
    turn = (*heads, *lines[gone + 1 :], *above)
    return next((line.key for line in turn if line.key in left and not line.heading), None)


def focus_of(widget: QWidget) -> None:
    """Go to a widget by key."""
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
