"""On what ground an item is shared: with everybody, or with one agency apart."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.chasing import GroundRow
from models.records.desk import AskedRow
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel

EVERYBODY = "Every agency"
HINT = "As the panel's own, or the item's, unless it is said here"
FIELDS = (
    Field("basis", "Lawful basis", hint=HINT),
    Field("necessity", "Why it is shared", hint=HINT),
)


class GroundFields(QWidget):
    """Lawful basis and necessity, for every agency or for the one chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._item_id = desk, 0
        self._names: dict[int, str] = {}
        self.whom = Combo(((0, EVERYBODY),), "Shared on this ground with")
        self.whom.set_value(0)
        self.apart = SoftLabel("")
        self.form: RecordForm | None = None
        self._editable: bool | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(SoftLabel("Shared on this ground with"))
        self._column.addWidget(self.whom)
        self._column.addWidget(self.apart)
        self.whom.changed.connect(lambda _agency: self._refill())

    def show_item(self, item_id: int, agencies: Sequence[AskedRow], *, editable: bool) -> None:
        """Show the ground of an item; another item begins with every agency."""
        self._names = {one.agency_id: one.agency for one in agencies}
        self.whom.set_choices([(0, EVERYBODY), *self._names.items()])
        if item_id != self._item_id or self.whom.value() is None:
            self.whom.set_value(0)
        self._item_id = item_id
        if self._editable is not editable:
            self._make(editable)
        self._refill()

    def settle(self) -> bool:
        """Keep what is half-typed."""
        return self.form is None or self.form.settle()

    @property
    def _agency(self) -> int | None:
        value = self.whom.value()
        return value if isinstance(value, int) and value else None

    def _refill(self) -> None:
        if self.form is None or not self._item_id:
            return
        own = self._own(self._agency)
        self.form.show_values(
            f"ground {self._item_id} {self._agency or 0}",
            {"basis": own.basis if own else None, "necessity": own.necessity if own else None},
        )
        named = [name for one, name in self._names.items() if self._own(one)]
        self.apart.setText(f"Said apart for {', '.join(named)}." if named else "")
        self.apart.setVisible(bool(named))

    def _own(self, agency_id: int | None) -> GroundRow | None:
        """What is said for exactly these; None where something wider holds."""
        held = self._ground(agency_id)
        return held if held.own and held.agency_id == agency_id else None

    def _ground(self, agency_id: int | None) -> GroundRow:
        return self._desk.workspace.read.ground(self._item_id, agency_id)

    def _change(self, field: str, value: Any, seen: Any) -> None:
        """Keep one half of the ground; the other stays as it holds, the panel's own included."""
        held, text = self._ground(self._agency), str(value or "")
        basis = text if field == "basis" else held.basis
        needed = text if field == "necessity" else held.necessity
        keep = self._desk.workspace.grounds.share_on
        keep(self._item_id, basis, needed if basis else "", self._agency)

    def _make(self, editable: bool) -> None:
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.deleteLater()
        self._editable = editable
        self.form = RecordForm("Ground", FIELDS, self._desk, self._change, editable=editable)
        self._column.addWidget(self.form)
