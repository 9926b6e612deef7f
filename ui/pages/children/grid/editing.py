"""Writing in a cell: the right field over it, a refusal beneath it, both texts at a conflict."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models.errors import Conflict, Refusal, Trouble
from models.intake.tracker.cells import read_cell
from models.records.tracker import TrackedChild, Value
from models.rules.tracker.columns import Kind, TrackerColumn, value_of
from ui import look
from ui.desk import Desk
from ui.pages.records.fields import Field, editor, not_understood, plan_words, put_value, words_of
from ui.pages.records.fields import value_of as said_in
from ui.rows import written
from ui.widgets.banner import ConflictBar
from ui.widgets.combo import Combo
from ui.widgets.labels import InlineError

Write = Callable[[int, str, Value, Value], object]
LEAST, WIDE, LEAST_TYPED = 200, 420, 3
NOT_UNDERSTOOD = "This was not understood."
ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
SIDES = {Qt.Key.Key_Tab: "right", Qt.Key.Key_Backtab: "left"}


class CellEditor(QFrame):
    """One field over one cell; Enter and Tab keep, Escape leaves, and so does a refusal nothing."""

    done = Signal(str)
    """The cell is kept or left; where to go next: down, up, right, left, or nowhere."""

    def __init__(self, desk: Desk, over: QWidget, write: Write) -> None:
        super().__init__(over)
        self._desk, self._write = desk, write
        self.child: TrackedChild | None = None
        self.column: TrackerColumn | None = None
        self._seen: Value = None
        self.field: QWidget | None = None
        self.error, self.conflict = InlineError(), ConflictBar()
        self.conflict.took_mine.connect(self._keep_mine)
        self.conflict.took_theirs.connect(self.leave)
        self._theirs: Value = None
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(2)
        self._column.addWidget(self.error)
        self._column.addWidget(self.conflict)
        self.hide()

    @property
    def writing(self) -> bool:
        """Whether a cell is being written in."""
        return not self.isHidden()

    def begin(
        self, child: TrackedChild, column: TrackerColumn, typed: str, districts: tuple[str, ...]
    ) -> None:
        """Write in a child's cell; what was typed stands in the place of what was there."""
        self._clear()
        self.child, self.column, self._seen = child, column, value_of(child, column.key)
        self.field = editor(_field(column, districts), self._desk)
        self._column.insertWidget(0, self.field)
        self.field.show()  # also where another cell was being written in
        self.setAccessibleName(f"{column.title} of the child stood on")
        put_value(self.field, self._seen)
        line = self.line()
        self._hand().installEventFilter(self)
        if isinstance(self.field, Combo):
            # What was chosen from the list is kept at once.
            self.field.changed.connect(lambda _value: self.keep())
        if typed:
            line.setText(typed)
        else:
            line.selectAll()
        self.error.say("")
        self.conflict.hide()
        self.show()
        self.raise_()
        for shown in self._lists():
            shown.installEventFilter(self)
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self) -> QLineEdit:
        """The line in which one types."""
        at: Any = self.field
        found = at if isinstance(at, QLineEdit) else getattr(at, "line", None) or at.lineEdit()
        assert isinstance(found, QLineEdit)
        return found

    def _meant(self, said: Value) -> Value:
        """The listed choice that was typed in part, or by another word; else what was typed."""
        field = self.field
        if not isinstance(field, Combo) or not isinstance(said, str) or self.column is None:
            return said
        listed: dict[str, str] = {field.itemData(at): field.itemText(at)
                                  for at in range(field.count())}  # fmt: skip
        if said in listed:
            return said
        found = [key for key, words in listed.items()
                 if words.casefold().startswith(said.casefold())]  # fmt: skip
        if len(found) == 1 and len(said) >= LEAST_TYPED:
            return found[0]
        return read_cell(self.column, said, self._desk.workspace.store.clock.today()).value

    def _hand(self) -> QWidget:
        """Where keys arrive: a choice takes them for its line."""
        return self.field if isinstance(self.field, Combo) else self.line()

    def _lists(self) -> tuple[QAbstractItemView, ...]:
        """What lies open beneath a choice: what is offered while typing, and the whole list."""
        field = self.field
        return (field.completer().popup(), field.view()) if isinstance(field, Combo) else ()

    def place(self, at: QPoint, width: int) -> None:
        """Stand over a cell, within the grid."""
        parent = self.parentWidget()
        wide = not self.conflict.isHidden() or (self.column and self.column.kind is Kind.DAY)
        least = look.current().px(WIDE if wide else LEAST)
        width = min(max(width, least), parent.width())
        self._column.invalidate()
        needed = self._column.totalHeightForWidth(width)
        self.setFixedSize(width, max(needed, self._column.totalSizeHint().height()))
        left = max(min(at.x(), parent.width() - self.width()), 0)
        top = max(min(at.y(), parent.height() - self.height()), 0)
        self.move(left, top)

    def keep(self, then: str = "") -> bool:
        """Keep what is typed; False, with the reason beneath, where it is refused."""
        if self.field is None or self.child is None or self.column is None or self.isHidden():
            return True
        if not_understood(self.field):
            self._refuse(NOT_UNDERSTOOD)
            return False
        value = self._meant(said_in(self.field))
        if (value or None) == (self._seen or None):
            self._end(then)
            return True
        return self._keep(value, self._seen, then)

    def leave(self) -> None:
        """Leave the cell as it is."""
        self._end("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        listed = isinstance(watched, QAbstractItemView)
        if listed and event.type() == QEvent.Type.ShortcutOverride and _next(event):  # type: ignore[arg-type]
            # The whole list would choose before the key is pressed, which then went to the grid.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and not listed:
                self.leave()
                return True
            then = _next(event)
            if then:
                if listed:
                    self._take(watched)  # type: ignore[arg-type]
                self.keep(then)
                return True
        if event.type() == QEvent.Type.FocusOut and not listed:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _take(self, shown: QAbstractItemView) -> None:
        """Put in the field what is stood on in an open list, and close the list."""
        at, field = shown.currentIndex(), self.field
        assert isinstance(field, Combo)
        words = at.data() if at.isValid() else None
        # As a list closes it tells what was chosen: the cell is kept by the key alone.
        with QSignalBlocker(field):
            field.completer().popup().hide()
            field.hidePopup()
            if isinstance(words, str):
                field.setEditText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            # No key of the grid beneath is meant while one writes.
            event.accept()

    def _left(self) -> None:
        at = QApplication.focusWidget()
        if self.writing and at is not None and not self._holds(at):
            self.keep()

    def _holds(self, at: QWidget | None) -> bool:
        """Whether the keys go to this card; an open list is a window of its own, and part of it."""
        while at is not None and at is not self:
            at = at.parentWidget()
        return at is self

    def _keep(self, value: Value, seen: Value, then: str) -> bool:
        assert self.child is not None
        assert self.column is not None
        try:
            self._write(self.child.id, self.column.key, value, seen)
        except Refusal as refusal:
            self._refuse(refusal.message)
        except Conflict as conflict:
            self._theirs = conflict.theirs  # type: ignore[assignment]
            self.conflict.ask(self.column.title, written(conflict.theirs), written(value))
            self.place(self.pos(), self.width())
        except Trouble as trouble:
            self._refuse(trouble.message)
        else:
            self._end(then)
            return True
        return False

    def _keep_mine(self) -> None:
        if self.field is not None:
            self._keep(self._meant(said_in(self.field)), self._theirs, "")

    def _refuse(self, words: str) -> None:
        self.error.say(words)
        self.place(self.pos(), self.width())

    def _end(self, then: str) -> None:
        if self.isHidden():
            return
        self.hide()
        self._clear()
        self.done.emit(then)

    def _clear(self) -> None:
        if self.field is None:
            return
        self._hand().removeEventFilter(self)
        for shown in self._lists():
            shown.removeEventFilter(self)
        # A choice that is hidden tells what was typed in it: it is no longer this cell's field.
        gone, self.field = self.field, None
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def _next(event: QKeyEvent) -> str:
    """Where a key goes that keeps the cell; empty for any other key."""
    key = Qt.Key(event.key())
    if key in ENTERS:
        return "up" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "down"
    return SIDES.get(key, "")


def _field(column: TrackerColumn, districts: tuple[str, ...]) -> Field:
    if column.kind is Kind.DAY:
        return Field(column.key, column.title, "due" if column.key == "next_review" else "was")
    if column.kind is Kind.YES:
        return Field(column.key, column.title, "pick", ((True, "Yes"), (False, "No")))
    if column.codes == "districts":
        return Field(column.key, column.title, "choice", tuple((one, one) for one in districts))
    if column.kind is Kind.CHOICE:
        choices = plan_words() if column.codes == "plans" else words_of(column.codes)
        return Field(column.key, column.title, "choice", choices)
    return Field(column.key, column.title)
