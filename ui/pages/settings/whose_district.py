"""Of which authority a district is, where one panel serves two."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel

WORDS = "Where the panel serves two authorities, say whose each district is: reports count by it."


class WhoseDistrict(QWidget):
    """A district, the authority, and a button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.district, self.authority = Combo((), "District"), QLineEdit()
        self.authority.setPlaceholderText("Authority")
        self.authority.setAccessibleName("Authority of the district")
        self.authority.returnPressed.connect(self.keep)
        row = QHBoxLayout()
        row.addWidget(self.district, 1)
        row.addWidget(self.authority, 1)
        row.addWidget(button("Set", self.keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SoftLabel(WORDS))
        column.addLayout(row)
        self.district.changed.connect(self._show)

    def show_districts(self, names: Sequence[str]) -> None:
        """Offer these districts."""
        self.district.set_choices([(one, one) for one in names])

    def keep(self) -> None:
        """Keep what is said of the district."""
        district = self.district.value()
        if isinstance(district, str):
            set_authority = self._desk.workspace.local.set_authority
            self._desk.attempt(self, set_authority, district, self.authority.text())

    def _show(self, district: object) -> None:
        told = self._desk.workspace.read.authorities()
        self.authority.setText(told.get(str(district), ""))
