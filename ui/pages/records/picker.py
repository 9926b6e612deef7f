"""Finding a record by typing part of its name: those found stand below and are chosen by key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.records.subjects import SubjectRow
from models.rules.finding import PERHAPS
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

SHORTEST, BY_NAME = 2, "Name"
NOBODY = "Nobody and nothing on record is called so."
KINDS = {
    "child": "child",
    "person_of_concern": "person of concern",
    "location": "place",
    "group": "group",
    "vehicle": "vehicle",
    "phone": "phone",
    "online_account": "online account",
    "theme": "theme",
}


class SubjectPicker(QWidget):
    """A line with what it finds; Down and Up move, Enter takes. Emits the id chosen, or None.

    The first Down goes to the first found; Enter alone takes that one, unless it is only like it.
    """

    changed = Signal(object)

    def __init__(
        self,
        find: Callable[[str], Sequence[SubjectRow]],
        name: str,
        why_none: Callable[[str], str] = lambda _words: "",
    ) -> None:
        """`why_none` says why what is on record cannot be taken, where that is so."""
        super().__init__()
        self._find, self._why_none = find, why_none
        self._found: dict[int, SubjectRow] = {}
        self.chosen: SubjectRow | None = None
        self.line, self.list, self.none = QLineEdit(), RowList(f"Found for {name}"), SoftLabel()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("Part of a name, alias, mark or number")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.line, self.list, self.none):
            column.addWidget(widget)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._look)
        self.list.clicked.connect(lambda _index: self.take())
        self._show(())

    def take(self) -> None:
        """Choose the record where the list stands, else the first."""
        key = self._meant()
        if key is not None:
            self.choose(self._found[key])

    def choose(self, row: SubjectRow | None) -> None:
        """Choose a record, or none."""
        self.chosen = row
        self.line.setText(row.label if row else "")
        self._show(())
        self.changed.emit(row.id if row else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._found:
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._meant() is not None:
            self.take()
        else:
            super().keyPressEvent(event)

    def _meant(self) -> int | None:
        key = self.list.current_key()
        if isinstance(key, int):
            return key
        first = next(iter(self._found.values()), None)
        return first.id if first is not None and not _is_perhaps(first) else None

    def _look(self, text: str) -> None:
        if self.chosen is not None:
            self.chosen = None
            self.changed.emit(None)
        asked = len(text.strip()) >= SHORTEST
        self._show(self._find(text) if asked else ())
        if asked and not self._found:
            self.none.setText(self._why_none(text) or NOBODY)
            self.none.show()

    def _show(self, rows: Sequence[SubjectRow]) -> None:
        self._found = {row.id: row for row in rows}
        self.list.show_lines(
            [Line(row.id, row.label, soft=_beside(row), right=row.reference or "") for row in rows]
        )
        self.list.leave()
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(height * min(len(rows), 6) + 6)
        self.list.setVisible(bool(rows))
        self.none.hide()


def _is_perhaps(row: SubjectRow) -> bool:
    """Whether a record is only nearly alike: it is taken by Down and Enter, not by Enter alone."""
    return row.detail.startswith(PERHAPS)


def _beside(row: SubjectRow) -> str:
    """What it is, and by what it was found where that is not its name."""
    by = "" if row.detail == BY_NAME else row.detail
    return " · ".join(part for part in (KINDS.get(row.kind, ""), by) if part)
