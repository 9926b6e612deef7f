"""Nothing is saved by hand: typing is drafted each second and kept on leaving, Enter or rest."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from models.errors import Conflict, Refusal, Trouble
from ui.widgets.banner import ConflictBar

Editor = QLineEdit | QPlainTextEdit

DRAFT_MS = 500
"""So that a second after a key its draft is in the file, also where the machine is busy."""
REST_MS = 30_000


class Autosave(QObject):
    """Keeps one editor's text through `keep(seen, text)`, which raises Conflict if it moved.

    `draft(text)` overwrites the half-typed text; None drops it. A text that arrives from
    elsewhere is taken where nothing was typed; otherwise the bar asks whose to keep.
    """

    refused = Signal(object)
    kept = Signal(str)

    def __init__(
        self,
        editor: Editor,
        keep: Callable[[str, str], Any],
        draft: Callable[[str | None], Any],
        bar: ConflictBar,
        name: str = "",
    ) -> None:
        super().__init__(editor)
        self.seen = self.text_of(editor)
        self._editor, self._keep, self._draft, self._bar = editor, keep, draft, bar
        self._name = name or editor.accessibleName()
        self._theirs, self._drafted = "", False
        self._rest, self._pause = once(self, REST_MS, self.keep), once(self, DRAFT_MS, self.note)
        editor.textChanged.connect(self._typed)
        editor.installEventFilter(self)
        bar.took_mine.connect(self._take_mine)
        bar.took_theirs.connect(self._take_theirs)

    @property
    def dirty(self) -> bool:
        """True while the editor holds words that are not kept."""
        return self.text_of(self._editor) != self.seen

    def start(self, kept: str, draft: str | None = None) -> None:
        """Show what is kept, or the draft left half-typed over it."""
        self.seen, self._drafted = kept, draft is not None
        self._bar.hide()
        self._set(kept if draft is None else draft)

    def arrived(self, theirs: str) -> None:
        """Hear that the kept text is now another one."""
        mine = self.text_of(self._editor)
        if theirs == self.seen:
            return
        if mine in (self.seen, theirs):
            drafted = self._drafted
            self.start(theirs)
            if drafted:  # it goes once the change is announced: nothing is written meanwhile
                self._drafted = True
                self._pause.start()
            return
        self._theirs = theirs
        self._bar.ask(self._name, theirs, mine)

    def keep(self) -> bool:
        """Keep what was typed, as one operation; True where nothing is left to keep."""
        self._rest.stop()
        text = self.text_of(self._editor)
        if text == self.seen or not self._bar.isHidden():
            self.note()
            return text == self.seen
        try:
            self._keep(self.seen, text)
        except Conflict as conflict:
            self.note()
            self.arrived(str(conflict.theirs))
            return False
        except (Refusal, Trouble) as error:
            self.note()
            self.refused.emit(error)
            return False
        self._pause.stop()
        self.seen, self._drafted = text, False
        self._draft(None)
        self._forget_typing()
        self.kept.emit(text)
        return True

    def _forget_typing(self) -> None:
        """What is kept is taken back as a step: Ctrl+Z is the field's again at the next key."""
        if isinstance(self._editor, QPlainTextEdit):
            self._editor.document().clearUndoRedoStacks()
            return
        place, blocked = self._editor.cursorPosition(), self._editor.blockSignals(True)
        self._editor.setText(self._editor.text())
        self._editor.setCursorPosition(place)
        self._editor.blockSignals(blocked)

    def note(self) -> None:
        """Write the half-typed text to the draft, which goes where nothing is half-typed."""
        self._pause.stop()
        if self.dirty:
            self._draft(self.text_of(self._editor))
        elif self._drafted:
            self._draft(None)
        self._drafted = self.dirty

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if entered and (held or isinstance(self._editor, QLineEdit)):
                self.keep()
        return False

    @staticmethod
    def text_of(editor: Editor) -> str:
        """Give an editor's text."""
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
        self._rest.start()

    def _take_mine(self) -> None:
        self.seen = self._theirs
        self.keep()

    def _take_theirs(self) -> None:
        self._draft(None)
        self.start(self._theirs)

    def _set(self, text: str) -> None:
        if text == self.text_of(self._editor):
            return
        blocked = self._editor.blockSignals(True)
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
        else:
            self._editor.setPlainText(text)
        self._editor.blockSignals(blocked)


def once(parent: QObject, after: int, act: Callable[[], Any]) -> QTimer:
    """A timer that acts once, so many milliseconds after it is started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after)
    timer.timeout.connect(act)
    return timer
