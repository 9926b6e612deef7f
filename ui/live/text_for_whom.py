"""Asks over a text of an item who may read what was written into it, before the panel does."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from models.marks import Sharing
from models.rules.capture.for_all import perhaps_for_some
from ui.live.for_whom import ENTER, KEYS
from ui.widgets.labels import Words, native_keys

QUESTION = (
    "Perhaps not for everybody; not kept yet. In the text {all}: all the panel may read it · "
    "{chair}: a line for the chair only · {unminuted}: a line that is not in the minutes"
)


class TextForWhom(Words):
    """The question and its keys: `keep()` keeps the text, `apart(sharing)` makes a line of it.

    It is asked as the text is left, never under the hand that types. Another letter takes the
    question away. Leaving the text again answers nothing: it waits as a draft.
    """

    def __init__(
        self,
        field: str,
        editor: QPlainTextEdit,
        keep: Callable[[], object],
        apart: Callable[[Sharing], object],
    ) -> None:
        super().__init__("", "medium")
        self._field, self._editor = field, editor
        self._keep, self._apart = keep, apart
        self._for_all: str | None = None
        editor.textChanged.connect(self.leave)
        editor.installEventFilter(self)
        self.leave()

    def holds(self, seen: str, text: str) -> bool:
        """Whether a text waits; it is asked then, unless it was said that all may read it."""
        if text == self._for_all or not perhaps_for_some(self._field, seen, text):
            return False
        if self._editor.hasFocus():
            return True
        keys = {"all": "Return", "chair": "Shift+Return", "unminuted": "Alt+Return"}
        self.setText(QUESTION.format(**{one: native_keys(key) for one, key in keys.items()}))
        self.setAccessibleName(self.text())
        self.show()
        return True

    def leave(self) -> None:
        """Ask no more."""
        self._for_all = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if self.isHidden() or event.key() not in ENTER:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held in KEYS:
            self._apart(KEYS[held])
        elif not held:
            self._for_all = self._editor.toPlainText().strip()
            self.hide()
            self._keep()
        return held in KEYS or not held
