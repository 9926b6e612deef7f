"""Choosing from a list by typing, with or without words of one's own."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QSizePolicy

from ui import look

LOOKS = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End,
})  # fmt: skip

BY_HAND = frozenset({
    Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
})  # fmt: skip
"""Ways into the field by which the cursor stays where it is put."""


ROUND = 36
"""What stands beside the words of a list: its edges, and the bar by which it is moved."""


class Combo(QComboBox):
    """A list of (key, words) that completes what is typed, anywhere in the words.

    `free` lets people's own words stand; otherwise only a listed choice has a value, and what
    was typed becomes the one choice that it can mean ("Daisy" for "Daisy Yates, Police").
    The wheel turns the page and never the value: what it passes would be kept. Emits the value
    when it changes: arrows only look, Enter or leaving the field keeps, Escape leaves it as it was.
    """

    changed = Signal(object)
    unlisted = Signal(str)
    """What was typed and left in the field though no choice says it: it stays, the value too."""

    def __init__(
        self, choices: Sequence[tuple[object, str]] = (), name: str = "", *, free: bool = False
    ) -> None:
        super().__init__()
        self._free = free
        self._last: object = None
        self._said = ""
        self._looking = False
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.view().setAccessibleName(f"Choices for {name}" if name else "Choices")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._set_completer()
        self.set_choices(choices)
        self.activated.connect(lambda _at: None if self._looking else self._settle())
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
            line.editingFinished.connect(self._typed)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; a value still among them stays, and so do half-typed words."""
        kept, words = self.value(), self.currentText()
        self.blockSignals(True)
        self.clear()
        for key, said in choices:
            self.addItem(said, key)
        self.setCurrentIndex(-1)
        self.blockSignals(False)
        if kept is None or (not self._take(kept) and self._free):
            self.setEditText(words)
        self._rest()

    @property
    def half_typed(self) -> bool:
        """Whether the hand is in the field and has changed it since it last had a value."""
        return self.hasFocus() and self.currentText() != self._said

    @property
    def not_listed(self) -> bool:
        """Whether words stand in the field that are none of its choices and may not stand."""
        words = self.currentText().strip()
        return bool(words) and not self._free and self._at(words) < 0

    def value(self) -> object:
        """Give the chosen key, people's own words where these may stand, or None."""
        words = self.currentText().strip()
        at = self._at(words) if words else -1
        if at >= 0:
            return self.itemData(at)
        return words or None if self._free else None

    def set_value(self, value: object) -> None:
        """Show a key's words, or words of one's own; None empties the field. Emits nothing."""
        if value is None or not self._take(value):
            self.setCurrentIndex(-1)
            self.setEditText(str(value) if self._free and value is not None else "")
        self._rest()
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # where the words are too long, their beginning is shown

    def focusNextPrevChild(self, following: bool) -> bool:
        # What the choice brings with it, such as a row for the reason, is there before Tab goes on.
        self._settle()
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentText() != self._said:
            self._as_it_was()
            return
        words = self.currentText().strip()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and words and self._at(words) < 0:
            # What no choice says is not given up for the first one: the list is shown.
            self.showPopup()
            return
        self._looking = event.key() in LOOKS
        # What is offered while typing lies in a window of its own.
        offered = self.completer().popup()
        look.wear(offered)
        self._widen(offered, self._to_the_right())
        super().keyPressEvent(event)
        self._looking = False

    def showPopup(self) -> None:
        self._widen(self.view(), self.screen().availableGeometry().width())
        super().showPopup()
        shown = self.view().window()
        over = shown.geometry().right() - self.screen().availableGeometry().right()
        if over > 0:
            shown.move(shown.x() - over, shown.y())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in BY_HAND and self.currentText() == self._said:
            self._offer_again()  # not where a key has opened it: that is typed already

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            line.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        the_look = look.current()
        half, middle = the_look.px(4), self.height() // 2
        right = self.width() - the_look.px(14)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(the_look.colour("soft"), 1.5))
        corners = (right - half, middle - half // 2), (right, middle + half // 2)
        painter.drawPolyline(
            [QPoint(*corners[0]), QPoint(*corners[1]), QPoint(right + half, middle - half // 2)]
        )
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _widen(self, listed: QAbstractItemView, most: int) -> None:
        """Give a list the room that its longest words need, where the field is narrower."""
        metrics = self.view().fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())),
                      default=0)  # fmt: skip
        wide = min(longest + look.current().px(ROUND), most)
        listed.setMinimumWidth(max(wide, self.width()))

    def _to_the_right(self) -> int:
        """How much of the screen lies right of the field's left edge."""
        return self.screen().availableGeometry().right() - self.mapToGlobal(QPoint(0, 0)).x()

    def _at(self, words: str) -> int:
        return self.findText(words, Qt.MatchFlag.MatchFixedString)

    def _take(self, value: object) -> bool:
        # findData compares through QVariant, which confuses enums with strings.
        for at in range(self.count()):
            if self.itemData(at) == value:
                self.setCurrentIndex(at)
                return True
        return False

    def _offer_again(self) -> None:
        """Words typed after a choice are another: they take the place of those that stand."""
        line = self.lineEdit()
        if line is not None and line.hasFocus() and self._last is not None:
            whole = len(line.text())
            line.setSelection(whole, -whole)  # backwards, so that the beginning is shown

    def _as_it_was(self) -> None:
        kept = self._last
        self.set_value(kept)
        if kept is None:
            self.clearEditText()
            self._rest()

    def _typed(self) -> None:
        """What was typed stands once the field is left; its own list, open, is part of it."""
        if not self.view().isVisible():
            self._settle()

    def _settle(self) -> None:
        if not self._free and self.value() is None:
            self._take_what_is_meant()
            if self.not_listed:
                self.unlisted.emit(self.currentText().strip())
                return
        changed = self.value() != self._last
        self._rest()
        self._offer_again()
        if changed:
            self.changed.emit(self._last)

    def _rest(self) -> None:
        self._last, self._said = self.value(), self.currentText()

    def _take_what_is_meant(self) -> None:
        typed = self.currentText().strip().casefold()
        said = [self.itemText(at).casefold() for at in range(self.count())] if typed else []
        for means in (str.startswith, _begins_a_word, str.__contains__):
            found = [at for at, words in enumerate(said) if means(words, typed)]
            if found:
                if len(found) == 1:
                    self.setCurrentIndex(found[0])
                return

    def _set_completer(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)


def _begins_a_word(words: str, typed: str) -> bool:
    return f" {typed}" in words
