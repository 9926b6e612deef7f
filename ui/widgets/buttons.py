"""Buttons: plain, primary, quiet and dangerous, with their key written on them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.widgets.labels import native_keys


def button(
    words: str, press: Callable[[], object] | None = None, look: str = "", keys: str = ""
) -> QPushButton:
    """Give a button; look is "", primary, quiet or danger; keys are shown, not bound."""
    made = QPushButton(f"{words}  {native_keys(keys)}" if keys else words)
    made.setProperty("look", look)
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if keys:
        made.setAccessibleDescription(f"Key {native_keys(keys)}")
    if press is not None:
        made.clicked.connect(lambda _checked=False: press())
    return made
