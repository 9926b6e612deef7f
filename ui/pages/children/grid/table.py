"""The tracker's grid with its line to find in, its count, and what to do where nobody is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from ui.pages.children.grid.model import TrackerModel
from ui.pages.children.grid.view import TrackerView
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SoftLabel

NOUN = ("child", "children")


class TrackerTable(QWidget):
    """The grid; what is typed narrows it letter by letter."""

    words_changed = Signal()

    def __init__(self, empty: EmptyState) -> None:
        super().__init__()
        self.model = TrackerModel(self)
        self.view = TrackerView(self.model)
        self.filter, self.count = QLineEdit(), SoftLabel(wrap=False)
        self.empty, self.nobody = empty, EmptyState("Nobody is shown.", "")
        self._build()
        self.model.arranged.connect(self._tell)
        self._tell()

    def words(self) -> str:
        """What is typed."""
        return self.filter.text().strip()

    def go_to(self, child_id: object) -> bool:
        """Choose a child's row and bring it into sight; False where it is not shown."""
        return self.view.go_to(child_id)

    def start_finding(self) -> None:
        """Put the cursor into the line."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def sort_here(self) -> None:
        """Sort by the column of the current cell; once more turns the order round."""
        header, column = self.view.horizontalHeader(), max(self.view.currentIndex().column(), 0)
        down = header.sortIndicatorSection() == column and (
            header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        )
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.view.sortByColumn(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.filter.setPlaceholderText("Filter by any words")
        self.filter.setAccessibleName("Filter Children")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.words_changed.emit())
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        self._stack = QStackedLayout()
        for widget in (self.view, self.empty, self.nobody):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(self._stack, 1)
        keys = QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.sort_here)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _tell(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        said = f"{total:,} {NOUN[total != 1]}"
        self.count.setText(said if shown == total else f"{shown:,} of {said}")
        if not total:
            self._stack.setCurrentWidget(self.empty)
        else:
            # The grid keeps its place and its focus while what is typed finds nobody.
            self._stack.setCurrentWidget(self.view if shown else self.nobody)
