"""What is behind a figure: everything on record that names the place in the period."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.incidents import Incident
from models.rules.hot_spot_rows import HotSpot
from ui.pages.people.places.at_place import NAMED
from ui.rows import RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.labels import StrongLabel
from ui.widgets.table import RowsTable

NOTHING = ("Nothing names it in this period.", "Choose a hot spot, or another period.")


class BehindList(QWidget):
    """The list behind the hot spot chosen; `opened` carries kind and id of whom a line is about."""

    opened = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.head = StrongLabel("")
        self.model: RowsModel[Incident] = RowsModel(NAMED, lambda one: (one.kind, one.row_id))
        self.table = RowsTable(
            self.model, "Behind the figure", EmptyState(*NOTHING), ("time", "times")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._open)

    def show_row(self, row: HotSpot | None, period: str) -> None:
        """Show what is behind a row in a period; nothing while none is chosen."""
        self.head.setText(f"{row.name}, {period}" if row is not None else "No hot spot is chosen")
        self.model.set_rows(row.incidents if row is not None else ())

    def _open(self, key: object) -> None:
        one = self.model.row_with(key)
        if one is None:
            return
        if one.subject_id is not None:
            self.opened.emit(one.subject_kind, one.subject_id)
        else:
            self.opened.emit("location", one.place_id)
