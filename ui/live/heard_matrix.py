"""Agencies by items: who said something, had nothing new, was asked for more, or was not heard."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from models.marks import Turn
from models.records.contributions import NOT_HEARD, TO_COME, Contributions
from ui import look
from ui.live.state import RoomState
from ui.rows import Index
from ui.widgets.card import Card
from ui.widgets.labels import SoftLabel, Words

SIGNS = {
    Turn.SAID: "✓",
    Turn.NOTHING: "N",
    Turn.MORE: "M",
    Turn.APOLOGIES: "A",
    NOT_HEARD: "·",
    TO_COME: "",
}
LEGEND = "✓ said, N nothing new, M asked for more, A apologies with information, · not heard"
HINT = "Arrows go about · Enter turns to the item · Esc goes back"
NOTHING = Contributions((), ())
PADDED, MOST = 32, 210
"""Pixels: beside a head's words; of an agency's name at 100 % where the items want the width."""


class HeardMatrix(QWidget):
    """A table by reference alone; the cell where the hand stands is said in a sentence below."""

    turned = Signal(object)
    left = Signal()

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.model, self.table = HeardModel(), MatrixTable()
        self.table.setModel(self.model)
        self.spoken = SoftLabel(wrap=False)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._speak())
        self.table.opened.connect(self._open)
        self.table.left.connect(self.left)
        card = Card("Who was heard")
        for part in (self.table, self.spoken, Words(f"{LEGEND}\n{HINT}", "small")):
            card.add(part)
        inner = card.layout()
        if isinstance(inner, QVBoxLayout):
            inner.setStretchFactor(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def refill(self) -> None:
        """Read who was heard, as far as the room may know it; the hand stays where it is."""
        meeting, here = self.state.meeting, self.table.currentIndex()
        row, column = max(here.row(), 0), here.column()
        found = self.state.read.contributions(meeting.id) if meeting is not None else NOTHING
        self.model.show(found)
        own = next((n for n, one in enumerate(found.items) if one[0] == self.state.item_id), 0)
        self.table.fit()
        self.table.setCurrentIndex(self.model.index(row, column if column >= 0 else own))
        self._speak()

    def first_field(self) -> QWidget:
        """Where the hand goes when the table is shown."""
        return self.table

    def _speak(self) -> None:
        self.spoken.setText(self.model.sentence(self.table.currentIndex()))

    def _open(self, column: int) -> None:
        self.turned.emit(self.model.found.items[column][0])


class HeardModel(QAbstractTableModel):
    """Signs in the cells, sentences for whoever hears them."""

    def __init__(self) -> None:
        super().__init__()
        self.found = NOTHING

    def show(self, found: Contributions) -> None:
        """Show other contributions; nothing moves where they are the same."""
        if found == self.found:
            return
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def sentence(self, index: Index) -> str:
        """What a cell says in words: "Police on V3: nothing new"."""
        if not index.isValid():
            return ""
        agency = self.found.agencies[index.row()]
        reference = self.found.items[index.column()][1]
        return f"{agency.agency} on {reference}: {agency.parts[index.column()]}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.found.agencies)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.found.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            part = self.found.agencies[index.row()].parts[index.column()]
            return SIGNS.get(part, "✓")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.sentence(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.found.items[section][1]
        return self.found.agencies[section].agency


class MatrixTable(QTableView):
    """Scrolls both ways under fixed heads; Enter opens a column, Escape leaves."""

    opened = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Who was heard: agencies by item")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(1)
            head.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setAccessibleName("Items")
        self.verticalHeader().setAccessibleName("Agencies")

    def fit(self) -> None:
        """Give cells and heads their size at this size of text."""
        the_look, model = look.current(), self.model()
        metrics, across, down = the_look.metrics(14, 600), *Qt.Orientation
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setFont(the_look.font(14, 600))  # a name is cut short by what it is written in
        widths = [
            max(
                (metrics.horizontalAdvance(model.headerData(n, one)) for n in range(count)),
                default=0,
            )
            for one, count in ((across, model.columnCount()), (down, model.rowCount()))
        ]
        self.horizontalHeader().setDefaultSectionSize(widths[0] + PADDED)
        room = self.width() - model.columnCount() * (widths[0] + PADDED)
        names = min(widths[1] + PADDED, max(room, the_look.px(MOST)))
        self.verticalHeader().setFixedWidth(names)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + the_look.px(14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
