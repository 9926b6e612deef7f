"""Buttons: plain, primary, quiet and dangerous, with their key written on them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ui.widgets.direction import in_order
from ui.widgets.labels import native_keys


class PressButton(QPushButton):
    """A button that Enter presses as well as Space, outside a dialogue too."""

    def setText(self, words: str) -> None:
        super().setText(in_order(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    words: str, press: Callable[[], object] | None = None, look: str = "", keys: str = ""
) -> QPushButton:
    """Give a button; look is "", primary, quiet or danger; keys are shown, not bound."""
    made = PressButton()
    made.setText(f"{words}  {native_keys(keys)}" if keys else words)
    made.setProperty("look", look)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if keys:
        made.setAccessibleDescription(f"Key {native_keys(keys)}")
    if press is not None:
        made.clicked.connect(lambda _checked=False: press())
    return made
