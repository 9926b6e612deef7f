"""A record's fields, edited where they stand: each is kept by itself, as one step."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.errors import Refusal, Trouble
from ui.autosave import Autosave
from ui.desk import Desk
from ui.forms import Form
from ui.pages.records.dates import MomentEdit
from ui.pages.records.fields import Field, editor, not_understood, put_value
from ui.widgets.banner import ConflictBar
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.in_sight import bring_into_sight

Change = Callable[[str, Any, Any], Any]
OTHER = Qt.FocusReason.OtherFocusReason
NOT_UNDERSTOOD = "This was not understood. Give day and time, such as 12 Nov 2026 09:30."
NOT_ON_LIST = "This is not on the list, so nothing was kept: choose one of its words."


class RecordForm(Form):
    """Fields bound to `change(field, value, seen)`, which may raise Refusal or Conflict.

    Text is kept on leaving, on Enter or after a rest and drafted meanwhile; a choice, day or tick
    is kept at once. What arrives from elsewhere is taken where nothing was typed.
    """

    def __init__(
        self, name: str, fields: Sequence[Field], desk: Desk, change: Change, *, editable: bool
    ) -> None:
        super().__init__(name)
        self._desk, self._change, self._fields = desk, change, tuple(fields)
        self._key = ""
        self._values: Mapping[str, Any] = {}
        self._widgets: dict[str, QWidget] = {}
        self._autosaves: dict[str, Autosave] = {}
        self._refused: dict[str, tuple[str, Refusal]] = {}
        """By draft the text that was refused and why: it is said again where the draft is shown."""
        self._trying = ""
        self._said: dict[str, set[str | None]] = {}
        """Under which fields what was refused of each was said; the whole form is None."""
        for field in self._fields:
            self._add(field, editable)

    def show_values(self, key: str, values: Mapping[str, Any]) -> None:
        """Show a record; `key` names it for drafts, the same key keeps what is being typed."""
        same, self._key, self._values = key == self._key, key, dict(values)
        if not same:
            self._said.clear()
            self.clear_errors()
        for field in self._fields:
            self._show(field.name, values.get(field.name), same)

    def settle(self) -> bool:
        """Keep what is half-typed; False where a field could not be kept, which is gone to."""
        kept = {name: one.keep() for name, one in self._autosaves.items()}
        refused = next((name for name, done in kept.items() if not done), None)
        if refused is not None:
            self._go_to(refused)
        return refused is None

    def editor_of(self, name: str) -> QWidget:
        """The widget in which a field is typed."""
        return self._widgets[name]

    def _add(self, field: Field, editable: bool) -> None:
        made = editor(field, self._desk)
        self._widgets[field.name] = made
        if isinstance(made, (QLineEdit, QPlainTextEdit)):
            made.setReadOnly(not editable)
            self.row(field.name, field.label, self._with_bar(field, made), field.hint)
            return
        made.setEnabled(editable)
        if isinstance(made, Combo):
            made.unlisted.connect(partial(self._refuse_unlisted, field.name))
        if isinstance(made, (Combo, DateEdit, MomentEdit)):
            made.changed.connect(partial(self._keep, field.name))
        elif isinstance(made, QCheckBox):
            made.clicked.connect(lambda checked: self._keep(field.name, checked))
        self.row(field.name, field.label, made, field.hint)

    def _with_bar(self, field: Field, made: QLineEdit | QPlainTextEdit) -> QWidget:
        box, bar = QWidget(), ConflictBar()
        box.setAccessibleName(field.label)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(made)
        column.addWidget(bar)
        box.setFocusProxy(made)
        keep = partial(self._keep_text, field)
        saving = Autosave(made, keep, partial(self._draft, field.name), bar, field.label)
        saving.refused.connect(partial(self._refuse, field.name))
        saving.kept.connect(lambda _text: self._unsay(field.name))
        made.textChanged.connect(lambda *_text: saving.dirty or self._stands_again(field.name))
        self._autosaves[field.name] = saving
        return box

    def _show(self, name: str, value: Any, same: bool) -> None:
        saving = self._autosaves.get(name)
        if saving is None:
            made = self._widgets[name]
            if not (same and isinstance(made, Combo) and made.not_listed):
                put_value(made, value)
            return
        text = "" if value is None else str(value)
        if same:
            saving.arrived(text)
        else:
            draft = self._desk.workspace.store.draft(f"{self._key}.{name}")
            saving.start(text, draft)
            refused, why = self._refused.get(f"{self._key}.{name}", (None, None))
            if why is not None and draft is not None and refused == draft:
                self._trying = name
                self.take_refusal(why, go=False)

    def take_refusal(self, refusal: Refusal, *, go: bool = True) -> bool:
        """Show a refusal under its field; it goes when what was refused is kept."""
        for fields in self._said.values():
            fields.discard(refusal.field)
        self._said.setdefault(self._trying, set()).add(refusal.field)
        return super().take_refusal(refusal, go=go)

    def _unsay(self, name: str) -> None:
        """Take away what was said of this field; what is wrong with another stays said."""
        for field in {name, *self._said.pop(name, ())}:
            self.clear_error(field)
        self._refused.pop(f"{self._key}.{name}", None)

    def _stands_again(self, name: str) -> None:
        """What was refused of a field is gone: what is kept stands in it."""
        for field in self._said.pop(name, ()):
            self.clear_error(field)

    def _keep(self, name: str, value: Any) -> None:
        self._unsay(name)
        self._trying = name
        if isinstance(self._widgets[name], MomentEdit) and not_understood(self._widgets[name]):
            self.take_refusal(Refusal(NOT_UNDERSTOOD, name))
            return
        seen = self._values.get(name)
        if not self._desk.attempt(self._widgets[name], self._change, name, value, seen):
            self._put_back(name, seen)

    def _refuse(self, name: str, error: Refusal | Trouble) -> None:
        """Say what is wrong under the field; whoever has left it goes on where they are."""
        self._trying = name
        made = self._widgets[name]
        assert isinstance(made, (QLineEdit, QPlainTextEdit))
        if isinstance(error, Refusal):
            self._refused[f"{self._key}.{name}"] = (Autosave.text_of(made), error)
        if isinstance(error, Refusal) and not made.hasFocus():
            self.take_refusal(error, go=False)
        else:
            self._desk.notice.answer(made, error)

    def _go_to(self, name: str) -> None:
        """Go to a field with what is said under it, once the part that it stands in is shown."""
        row = self._row(name)
        QTimer.singleShot(0, row.field, lambda: row.field.setFocus(OTHER))
        bring_into_sight(row.error if row.error.text() else row.field)

    def _refuse_unlisted(self, name: str, _typed: str) -> None:
        self._trying = name
        self.take_refusal(Refusal(NOT_ON_LIST, name))

    def _put_back(self, name: str, seen: Any) -> None:
        # A choice that was refused is not what stands; what was typed is left to be mended.
        if isinstance(self._widgets[name], Combo):
            put_value(self._widgets[name], seen)

    def _keep_text(self, field: Field, seen: str, text: str) -> None:
        value: Any = text.strip()
        if field.kind == "number":
            value = int(value) if value.isdigit() else value or None
            self._change(field.name, value, int(seen) if seen.isdigit() else None)
            return
        self._change(field.name, value or None, seen or None)

    def _draft(self, name: str, text: str | None) -> None:
        store, key = self._desk.workspace.store, f"{self._key}.{name}"
        if text is None:
            store.drop_draft(key)
        else:
            store.keep_draft(key, text)
