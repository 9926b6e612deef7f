"""Underlines words that blame or say too little while they are typed, and says why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from models.rules.flagged import Flag, flag_at, flags
from models.rules.language import listed_terms
from ui import look
from ui.autosave import Autosave, Editor
from ui.widgets.labels import Words

Find = Callable[[str], Sequence[Flag]]
TEXT_FORMAT = QInputMethodEvent.AttributeType.TextFormat
LAST_OF_PLANE = "\uffff"
GAP = 2


def in_question(text: str) -> Sequence[Flag]:
    """The words of a text to think about, by the panel's list."""
    return flags(text, listed_terms())


class WordWatch(QObject):
    """Watches one editor; over it stands why, in a sentence, while the cursor is in or just behind.

    Nothing is blocked and nothing moves: the words are underlined where they stand, and the
    sentence lies over the label. Where the tags of a line say why, the watch does not (`explains`).
    """

    def __init__(self, editor: Editor, find: Find = in_question, *, explains: bool = True) -> None:
        super().__init__(editor)
        self.editor, self._find, self._explains = editor, find, explains
        self.explanation: Explanation | None = None
        self.found: Sequence[Flag] = ()
        self.sentence = ""
        self._composing = self._drawing = False
        editor.textChanged.connect(self.look)
        editor.cursorPositionChanged.connect(self._point)
        editor.installEventFilter(self)

    def look(self) -> None:
        """Read the text again and underline what is found."""
        text = Autosave.text_of(self.editor)
        before, self.found = self.found, self._find(text)
        if before or self.found:
            self._underline(text)
        self._point()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent) and not self._drawing:
            self._composing = bool(event.preeditString())
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._point(here=event.type() == QEvent.Type.FocusIn)
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.sentence:
            self._explain(self.sentence)
        return False

    def _point(self, *, here: bool | None = None) -> None:
        """Say why of the word under the cursor, once; and no longer when it is left."""
        there = self.editor.hasFocus() if here is None else here
        flag = flag_at(self.found, self._cursor()) if there and self.found else None
        sentence = flag.sentence if flag is not None else ""
        if sentence != self.sentence:
            self.sentence = sentence
            self.editor.setAccessibleDescription(sentence)
            self._explain(sentence)

    def _explain(self, sentence: str) -> None:
        """Lay the sentence over what stands above the editor."""
        if not self._explains:
            return
        if self.explanation is None:
            self.explanation = Explanation(self.editor.window())
        seen = bool(sentence) and not self.editor.visibleRegion().isEmpty()
        self.explanation.setVisible(seen)
        if seen:
            self.explanation.lie_over(self.editor, sentence)

    def _cursor(self) -> int:
        text = Autosave.text_of(self.editor)
        at = self.editor
        place = at.cursorPosition() if isinstance(at, QLineEdit) else at.textCursor().position()
        if not text or max(text) <= LAST_OF_PLANE:
            return place
        return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))

    def _underline(self, text: str) -> None:
        spans = [(_place(text, one.start), _place(text, one.end)) for one in self.found]
        if isinstance(self.editor, QPlainTextEdit):
            _mark_text(self.editor, spans)
        elif not self._composing:
            self._drawing = True
            _mark_line(self.editor, spans)
            self._drawing = False


class Explanation(Words):
    """A sentence that lies over what stands above an editor, and takes no room and no click."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", "small", parent=window)
        self.setContentsMargins(8, 3, 8, 3)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_over(self, editor: QWidget, sentence: str) -> None:
        """Show the sentence just above the editor, no wider than it."""
        self.setText(sentence)
        width = min(self.sizeHint().width(), editor.width())
        self.resize(width, self.heightForWidth(width))
        corner = editor.mapTo(editor.window(), QPoint(0, -self.height() - GAP))
        self.move(corner.x(), max(corner.y(), 0))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.current().colour("medium_ground"))
        painter.end()
        super().paintEvent(event)


def _place(text: str, at: int) -> int:
    """Where a character stands as the editor counts: signs beyond the first plane are two."""
    return at + sum(sign > LAST_OF_PLANE for sign in text[:at]) if max(text) > LAST_OF_PLANE else at


def _wave() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(look.current().colour("medium"))
    return made


def _mark_text(editor: QPlainTextEdit, spans: Sequence[tuple[int, int]]) -> None:
    marks = []
    for start, end in spans:
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = QTextCursor(editor.document()), _wave()
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marks.append(mark)
    editor.setExtraSelections(marks)


def _mark_line(editor: QLineEdit, spans: Sequence[tuple[int, int]]) -> None:
    """A line has no marks of its own: the formats of an input method draw them and type nothing."""
    at, wave = editor.cursorPosition(), _wave()
    marks = [
        QInputMethodEvent.Attribute(TEXT_FORMAT, start - at, end - start, wave)
        for start, end in spans
    ]
    QCoreApplication.sendEvent(editor, QInputMethodEvent("", marks))
