"""The look-up's card: who was found, why, where else today, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import StrongLabel, Words

Acts = dict[str, tuple[str, Callable[[], object]]]


class LookUpCard(QFrame):
    """Says what is known and does by a letter what is offered; Escape goes back to the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "accent-bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.told = StrongLabel(), Words()
        self._acts: Acts = {}
        self.buttons: list[QPushButton] = []
        self._row = FlowLayout(gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.name)
        column.addWidget(self.told)
        column.addLayout(self._row)
        self.hide()

    def tell(self, name: str, lines: Sequence[str], acts: Acts) -> None:
        """Show a name, what is known, and the letters that act; the hand is on the card."""
        self.name.setText(name)
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self._acts = acts
        for old in self.buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = [button(words, act, keys=key) for key, (words, act) in acts.items()]
        for one in self.buttons:
            self._row.addWidget(one)
        keys = ", ".join(f"{key} {words}" for key, (words, _) in acts.items())
        self.setAccessibleName(f"{name}. {'. '.join(lines)}. {keys}")
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = "Esc" if event.key() == Qt.Key.Key_Escape else event.text().upper()
        if key in self._acts:
            self._acts[key][1]()
            return
        super().keyPressEvent(event)
