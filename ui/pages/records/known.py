"""A line for a name: whom or what it may mean of those on record stands below while it is typed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.marks import SubjectKind
from models.records.papers import MatchRecord
from ui.autosave import once
from ui.pages.records.picker import KINDS
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

MOST, SHORTEST, WAITS_MS = 4, 3, 120
SAID = "On record already? Down and Enter take one; nothing is taken by itself."
THINGS = {"phone": SubjectKind.PHONE, "account": SubjectKind.ACCOUNT}
"""What a form calls telephones and accounts; what is neither is a vehicle."""
Look = Callable[[str], Sequence[MatchRecord]]


class KnownLine(QLineEdit):
    """Looks for who may be meant while it is typed; `taken` carries the match that was chosen.

    `below` is the list, which stands under the line and is empty until somebody is alike.
    """

    taken = Signal(object)

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.look = look
        self._found: dict[int, MatchRecord] = {}
        self.list, self.said = RowList("On record already"), SoftLabel(SAID)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.below = QWidget()
        column = QVBoxLayout(self.below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.said)
        column.addWidget(self.list)
        self.below.hide()
        self._looking = once(self, WAITS_MS, self.find)
        self.textEdited.connect(lambda _text: self._looking.start())
        self.list.clicked.connect(lambda _index: self.take())

    def find(self) -> None:
        """Look now for who may be meant."""
        self._looking.stop()
        text = self.text().strip()
        asked = self.look is not None and len(text) >= SHORTEST
        self._show(self.look(text)[:MOST] if asked and self.look is not None else ())

    def leave(self) -> None:
        """Show nobody."""
        self._looking.stop()
        self._show(())

    def take(self) -> None:
        """Take the match in hand."""
        key = self.list.current_key()
        if key in self._found:
            match = self._found[key]
            self.leave()
            self.taken.emit(match)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, standing = event.key(), self.list.current_key() is not None
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._found:
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and standing:
            self.take()
        elif key == Qt.Key.Key_Escape and standing:
            self.list.leave()
        else:
            super().keyPressEvent(event)

    def _show(self, found: Sequence[MatchRecord]) -> None:
        self._found = {one.subject_id: one for one in found}
        self.list.show_lines([_line(one) for one in found])
        self.list.leave()
        height = self.list.sizeHintForRow(0) if found else 0
        self.list.setFixedHeight(height * len(found) + 6)
        self.below.setVisible(bool(found))
        self.setAccessibleDescription("; ".join(one.label for one in found))


def _line(one: MatchRecord) -> Line:
    soft = f"{KINDS.get(one.kind, one.kind)} · {one.why}"
    return Line(one.subject_id, one.label, soft=soft, right=one.reference or "")


def looking(kind: str, read: Any, facts: Callable[[], dict[str, Any]]) -> Look:
    """How a line of that kind looks, who, where or which, by all that the form says so far."""

    def people(text: str) -> Sequence[MatchRecord]:
        said = facts()
        born, lives, gender = (said.get(one) for one in ("birth_date", "postcode", "gender"))
        more = {one: said.get(one) for one in ("system_id", "nhs_number", "school")}
        found: Sequence[MatchRecord] = read.possible_matches(
            text, born, lives, gender, MOST, **more
        )
        return found

    def places(text: str) -> Sequence[MatchRecord]:
        found: Sequence[MatchRecord] = read.possible_things(
            SubjectKind.PLACE.value, text, facts().get("postcode"), top=MOST
        )
        return found

    def things(text: str) -> Sequence[MatchRecord]:
        thing = THINGS.get(facts().get("kind"), SubjectKind.VEHICLE)
        found: Sequence[MatchRecord] = read.possible_things(thing.value, text, top=MOST)
        return found

    return {"who": people, "where": places, "which": things}[kind]
