"""One heading or standing wording of a document: typed in place, put back, moved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ui import look
from ui.desk import Desk
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field
from ui.widgets.buttons import button

LABEL_WIDTH = 210


class WordLine(QWidget):
    """A field with its words; `tried` carries what is being typed, before it is kept."""

    tried = Signal(str, str)

    def __init__(self, line: Any, desk: Desk, move: Callable[[str, int], object]) -> None:
        super().__init__()
        self.line, self._desk, self._move = line, desk, move
        kind = "text" if line.heading else "long"
        self.form = RecordForm(
            line.label,
            (Field(line.key, line.label, kind, hint=line.source),),
            desk,
            lambda key, value, _seen: desk.workspace.panel.set_wording(key, value or ""),
            editable=self._may("edit_wording") and not line.fixed,
        )
        self.back = button("Put back", self._put_back, "quiet")
        self.earlier = button("Earlier", lambda: move(line.part, -1), "quiet")
        self.later = button("Later", lambda: move(line.part, 1), "quiet")
        self._build()

    @property
    def editor(self) -> QLineEdit | QPlainTextEdit:
        """Where the words are typed."""
        made = self.form.editor_of(self.line.key)
        assert isinstance(made, (QLineEdit, QPlainTextEdit))
        return made

    @property
    def words(self) -> str:
        """What stands in the field now."""
        made = self.editor
        return made.text() if isinstance(made, QLineEdit) else made.toPlainText()

    @property
    def own_words(self) -> str | None:
        """What stands in the field, None where that is as shipped."""
        return None if self.words == self.line.shipped else self.words

    def show_words(self, own: str | None) -> None:
        """Show the panel's own words, or the shipped ones where it has none."""
        line = self.line
        self.form.show_values(
            f"wording {line.key}", {line.key: line.shipped if own is None else own}
        )
        changed = own is not None and own != line.shipped
        self.back.setVisible(changed and self._may("edit_wording"))

    def _put_back(self) -> None:
        self._desk.attempt(self, self._desk.workspace.panel.put_back_wording, self.line.key)
        self.editor.setFocus()

    def _may(self, operation: str) -> bool:
        from models.rules import access

        return access.may(self._desk.workspace.person.role, operation)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.form, 1)
        if self.line.heading:
            width = look.current().px(LABEL_WIDTH)
            self.form.label_of(self.line.key).setMinimumWidth(width)
        movable = bool(self.line.part) and self._may("edit_wording")
        for one, does in ((self.earlier, "earlier"), (self.later, "later")):
            one.setAccessibleName(f"Move {self.line.label} {does}")
            one.setVisible(movable)
        for one in (self.earlier, self.later, self.back):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignBottom)
        self.back.setAccessibleName(f"Put {self.line.label} back as shipped")
        self.editor.textChanged.connect(lambda *_text: self.tried.emit(self.line.key, self.words))
