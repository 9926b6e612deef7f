"""One of an item's texts: written as it is said, kept on leaving, safe when half-typed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from models.errors import Conflict, Refusal
from models.marks import Sharing
from models.rules.capture import VOICE
from models.rules.capture.for_all import added
from ui import look
from ui.autosave import Autosave
from ui.desk import Desk
from ui.live.state import RoomState
from ui.live.text_for_whom import TextForWhom
from ui.live.veil import Veil
from ui.live.word_watch import WordWatch
from ui.widgets.banner import ConflictBar
from ui.widgets.labels import SoftLabel

Keep = Callable[[int, str, str], object]
LEAST, MOST = 2, 9
FOR_WHOM = "for whom"


class TextField(QWidget):
    """A label, an editor that grows with its text, its veil, and the bar for two texts at once.

    `keep(item id, seen, text)` keeps it; `key` names its draft within the item.
    """

    refused = Signal(object)

    def __init__(
        self, desk: Desk, state: RoomState, key: str, label: str, keep: Keep, hint: str = ""
    ) -> None:
        super().__init__()
        self._desk, self._key, self._keep_in = desk, key, keep
        self.item_id: int | None = None
        self._visited: set[int] = set()
        self.label, self.editor, self.bar = SoftLabel(label), QPlainTextEdit(), ConflictBar()
        self.editor.setAccessibleName(label)
        self.editor.setPlaceholderText(hint)
        self.editor.setTabChangesFocus(True)
        self.veil = Veil(self.editor, state)
        self.bar.shown = state.masked
        self.label.setBuddy(self.veil)
        self.autosave = Autosave(self.editor, self._keep, self._draft, self.bar, label)
        self.autosave.refused.connect(self._refuse)
        self.whom = TextForWhom(
            key.removeprefix("decision."), self.editor, self.autosave.keep, self._keep_apart
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, self.whom, self.veil, self.bar):
            column.addWidget(part)
        self.editor.textChanged.connect(self._fit)
        # What the child says is the child's word, whatever the word.
        self.watch = None if key == VOICE else WordWatch(self.editor)
        self._fit()

    @property
    def text(self) -> str:
        """What stands in the editor."""
        return self.editor.toPlainText().strip()

    @property
    def disputed(self) -> bool:
        """True while two texts stand here and nobody has chosen yet."""
        return not self.bar.isHidden()

    @property
    def waits(self) -> bool:
        """True while it is asked who may read what stands here."""
        return not self.whom.isHidden()

    def forget(self) -> None:
        """Drop what was written here and not kept."""
        self._draft(None)
        self.autosave.start(self.autosave.seen)
        self._fit()

    def show_text(self, item_id: int, kept: str | None) -> None:
        """Show an item's text; of the item in hand, what arrives is taken or asked about."""
        another = item_id != self.item_id
        if another:
            self.item_id = item_id
            self.whom.leave()
            self.autosave.start(kept or "")
            self._fit()
        elif (kept or "") != self.autosave.seen.strip():
            self.autosave.arrived(kept or "")
        self.veil.refresh(another=another)

    def recall(self) -> None:
        """Show what was left half-typed, the first time in this sitting that the item is shown."""
        if self.item_id is None or self.item_id in self._visited:
            return
        self._visited.add(self.item_id)
        left = self._desk.workspace.store.draft(self._draft_key)
        if left is not None and left.strip() != self.autosave.seen and not self.autosave.dirty:
            self.autosave.start(self.autosave.seen, left)
            self.editor.moveCursor(QTextCursor.MoveOperation.End)  # where the hand goes on
            self.veil.refresh()

    def flush(self) -> bool:
        """Keep what was typed, before the room turns away."""
        if self.item_id is None or self.autosave.keep():
            return True
        self.autosave.note()
        self._visited.discard(self.item_id)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)  # the editor has its new width by then

    @property
    def _draft_key(self) -> str:
        return f"item.{self.item_id}.{self._key}"

    def _keep(self, seen: str, text: str) -> None:
        if self.item_id is None or seen.strip() == text.strip():
            return
        if self.whom.holds(seen.strip(), text.strip()):
            raise Refusal(self.whom.text(), FOR_WHOM)
        try:
            self._keep_in(self.item_id, seen.strip(), text.strip())
        except Conflict as conflict:
            raise Conflict(conflict.field, conflict.theirs or "", conflict.yours) from None

    def _keep_apart(self, sharing: Sharing) -> None:
        """Keep what was written as a line of its own for fewer; the text stays as it was."""
        seen, label = self.autosave.seen.strip(), self.label.text().partition(":")[0]
        words = f"{label}: {added(seen, self.text)}"
        say = self._desk.workspace.conduct.say
        if self.item_id is not None and self._desk.attempt(
            self, say, self.item_id, None, words, sharing=sharing
        ):
            self.forget()
            self.whom.leave()
            self._desk.notice.say(f"Kept as a line of its own: {sharing.value}.")

    def _draft(self, text: str | None) -> None:
        store = self._desk.workspace.store
        if text is None:
            store.drop_draft(self._draft_key)
        else:
            store.keep_draft(self._draft_key, text)

    def _refuse(self, error: object) -> None:
        self._visited.discard(self.item_id or 0)
        if isinstance(error, Refusal) and error.field == FOR_WHOM:
            return  # it is asked in place
        self.refused.emit(error)
        self._desk.notice.answer(self, error)  # type: ignore[arg-type]

    def _fit(self) -> None:
        lines = self.editor.document().documentLayout().documentSize().height()
        lines = min(max(int(lines), LEAST), MOST)
        height = lines * look.current().metrics().lineSpacing() + look.current().px(20)
        if self.editor.height() != height:
            self.editor.setFixedHeight(height)
