"""Asking twice, in place and without a dialogue."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words


class ConfirmInPlace(QWidget):
    """A button that asks, where it stands, before it acts; Escape leaves things as they are.

    `confirmed` carries the reason, which must not be empty if one is asked for.
    """

    confirmed = Signal(str)

    def __init__(
        self, words: str, question: str, yes: str = "Yes", *, reason: bool = False
    ) -> None:
        super().__init__()
        self.first = button(words, self.ask, "danger")
        self.question = Words(question, "strong")
        self.reason = QLineEdit() if reason else None
        self.yes = button(yes, self._confirm, "danger")
        self.no = button("No, leave it", self.leave)
        flow = FlowLayout(self)
        self._asking: list[QWidget] = [self.question, self.yes, self.no]
        if self.reason is not None:
            self.reason.setPlaceholderText("Reason")
            self.reason.setAccessibleName(f"Reason: {question}")
            self.reason.textChanged.connect(self._weigh)
            self.reason.returnPressed.connect(self._confirm)
            self._asking.insert(1, self.reason)
        for widget in (self.first, *self._asking):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show_asking(False)

    def ask(self) -> None:
        """Ask the question in place of the button."""
        self._show_asking(True)
        self._weigh()
        (self.reason or self.no).setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)

    def drop(self) -> None:
        """Ask no more, since it is about something else now; the focus stays where it is."""
        self._show_asking(False)
        if self.reason is not None:
            self.reason.clear()

    def leave(self) -> None:
        """Go back to the button; nothing happened."""
        self._show_asking(False)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.yes.isHidden():
            self.leave()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        if not self.yes.isEnabled():
            return
        said = self.reason.text().strip() if self.reason is not None else ""
        self.drop()
        self.confirmed.emit(said)

    def _weigh(self) -> None:
        self.yes.setEnabled(self.reason is None or bool(self.reason.text().strip()))

    def _show_asking(self, asking: bool) -> None:
        self.first.setVisible(not asking)
        for widget in self._asking:
            widget.setVisible(asking)
