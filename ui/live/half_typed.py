"""What stands in a form and is not kept yet: drafted within a second, back after a crash."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from ui.autosave import DRAFT_MS, once
from ui.live.state import RoomState
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit

Field = QLineEdit | Combo | DateEdit
Values = dict[str, Any]


class HalfTyped(QObject):
    """Drafts the fields of a form under `key()`, until they are kept or given up.

    `read` gives what is to be drafted, or None where nothing is half-typed; by itself it is
    whatever stands in the fields.
    """

    def __init__(
        self,
        parent: QObject,
        store: Any,
        key: Callable[[], str | None],
        fields: Mapping[str, Field],
        read: Callable[[], Values | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._key, self._fields = store, key, fields
        self._read = read or self._standing
        self._known: dict[str, str | None] = {}
        self._pause = once(self, DRAFT_MS, self.note)
        for field in fields.values():
            self._watch(field)

    def values(self) -> Values:
        """What stands in each field."""
        return {name: _value(field) for name, field in self._fields.items()}

    def show(self, values: Values) -> None:
        """Put drafted values back into their fields."""
        for name, field in self._fields.items():
            _put(field, values.get(name))

    def found(self) -> Values | None:
        """What was left half-typed; asked of the file once in a sitting."""
        key = self._key()
        left = self._draft(key) if key is not None else None
        return json.loads(left) if left else None

    def recall(self) -> bool:
        """Put back what was left, where nothing has been typed since; True where it was."""
        if self._pause.isActive() or self._read() is not None:
            return False
        left = self.found()
        if left is not None:
            self.show(left)
        return left is not None

    def note(self) -> None:
        """Write what stands there to its draft; where nothing does, the draft goes."""
        self._pause.stop()
        key, values = self._key(), self._read()
        if values is None:
            self.drop()
        elif key is not None and (text := json.dumps(values)) != self._known.get(key):
            self._store.keep_draft(key, text)
            self._known[key] = text

    def drop(self) -> None:
        """It was kept or given up: forget the draft."""
        self._pause.stop()
        key = self._key()
        if key is not None and self._draft(key) is not None:
            self._store.drop_draft(key)
            self._known[key] = None

    def _draft(self, key: str) -> str | None:
        if key not in self._known:
            self._known[key] = self._store.draft(key)
        return self._known[key]

    def _standing(self) -> Values | None:
        values = self.values()
        return values if any(value not in (None, "") for value in values.values()) else None

    def _watch(self, field: Field) -> None:
        line = field.lineEdit() if isinstance(field, Combo) else field
        line = line.line if isinstance(line, DateEdit) else line
        if line is not None:
            line.textEdited.connect(self._typed)
        if isinstance(field, Combo):
            field.activated.connect(self._typed)

    def _typed(self, *_what: object) -> None:
        if not self._pause.isActive():
            self._pause.start()


def of_meeting(state: RoomState, name: str) -> Callable[[], str | None]:
    """What names the draft of something typed for the meeting as a whole."""
    return lambda: f"meeting.{state.meeting.id}.{name}" if state.meeting else None


def _value(field: Field) -> object:
    if isinstance(field, Combo):
        chosen = field.value()
        return chosen if isinstance(chosen, int) else str(chosen or field.currentText().strip())
    return field.text()


def _put(field: Field, value: Any) -> None:
    if isinstance(field, Combo):
        field.set_value(value or None)
        if value and field.value() is None:
            field.setEditText(str(value))
    elif isinstance(field, DateEdit):
        field.set_text(str(value or ""))
    else:
        field.setText(str(value or ""))
        field.setModified(bool(value))
