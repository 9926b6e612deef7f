"""The legend of a time line, which is its filter as well: a switch for each kind of thing."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.records.timeline import Mark
from ui import look
from ui.pages.people.times import shapes
from ui.widgets.flow import FlowLayout
from ui.widgets.toggle import Toggle


class Kinds(QWidget):
    """Switches; `changed` says that another choice of kinds is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kinds shown")
        self.switches: dict[Mark, Toggle] = {}
        flow = FlowLayout(self, gap=4)
        for mark in Mark:
            made = Toggle(spare=43)
            made.say(mark.value, f"{mark.value}, {shapes.SAID[mark]}")
            made.setChecked(True)
            made.toggled.connect(lambda _on: self.changed.emit())
            self.switches[mark] = made
            flow.addWidget(made)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()

    @property
    def hidden(self) -> frozenset[Mark]:
        """The kinds that are left out."""
        return frozenset(mark for mark, one in self.switches.items() if not one.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "switches"):
            self._dress()

    def _dress(self) -> None:
        side = look.current().px(shapes.SIZE) + 2
        for mark, made in self.switches.items():
            made.setIcon(QIcon(shapes.pixmap(mark, self.devicePixelRatioF())))
            made.setIconSize(QSize(side, side))
