"""A view with the line that narrows it, the count of what is shown, and the keys of both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.labels import SoftLabel


class Findable(QWidget):
    """Line and count above the view; Down goes into it, Escape empties the line.

    Whatever stands in the view's place where nothing is shown is kept beside it in `stack`.
    """

    def __init__(self, view: QTableView, name: str, *others: QWidget) -> None:
        super().__init__()
        self.view, self.filter, self.count = view, QLineEdit(), SoftLabel(wrap=False)
        self.stack = QStackedLayout()
        self.filter.setPlaceholderText("Filter by any words")
        self.filter.setAccessibleName(f"Filter {name}")
        self.filter.setClearButtonEnabled(True)
        self._stand()
        # Into a stack that stands nowhere yet, the first would be shown as a window of its own.
        for widget in (view, *others):
            self.stack.addWidget(widget)
        keys = QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.sort_here)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def start_finding(self) -> None:
        """Put the cursor into the filter line."""
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

    def _stand(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(self.stack, 1)
