"""What a return interview tells of and is on no record: each added, and linked, by one button."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import SubjectKind
from models.records.learned import LearnedName
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout, empty
from ui.widgets.labels import SoftLabel, Words

AS = {
    SubjectKind.PERSON.value: "a person of concern",
    SubjectKind.CHILD.value: "a child",
    SubjectKind.PLACE.value: "a place",
    SubjectKind.VEHICLE.value: "a vehicle",
    SubjectKind.PHONE.value: "a phone",
    SubjectKind.ACCOUNT.value: "an account",
}
NEW = (
    "Not on record yet: add those that matter. Each is linked with the child as suspected, with "
    "this interview and its day as the source."
)


class LearnedNames(QWidget):
    """Hidden where nothing new was named, and for whoever may add nobody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._episode_id = desk, 0
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.hide()

    def show_of(self, episode_id: int) -> None:
        """Look for names again, after the paint."""
        self._episode_id = episode_id
        QTimer.singleShot(0, self, lambda: self.read(episode_id))

    def read(self, episode_id: int) -> None:
        """Look for them now, if this is still the episode shown."""
        if episode_id != self._episode_id or not may(self._desk, "add_record"):
            return
        found = self._desk.workspace.register.names_learned(episode_id)
        empty(self._rows)
        if found:
            self._rows.addWidget(SoftLabel(NEW))
        for one in found:
            self._rows.addWidget(self._row(one))
        self.setVisible(bool(found))

    def _row(self, one: LearnedName) -> QWidget:
        row = QWidget()
        column, flow = QVBoxLayout(row), FlowLayout(gap=8)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        name = f"{one.name}, or {one.also}" if one.also else one.name
        flow.addWidget(Words(name, "strong", wrap=False))
        for kind in one.kinds:
            made = button(f"Add as {AS[kind]}", partial(self._add, one.name, kind))
            made.setAccessibleName(f"Add {one.name} as {AS[kind]}")
            flow.addWidget(made)
        column.addLayout(flow)
        column.addWidget(SoftLabel(one.words))
        return row

    def _add(self, name: str, kind: str) -> None:
        add = self._desk.workspace.register.add_learned
        if self._desk.attempt(self, add, self._episode_id, name, kind):
            self._desk.notice.say(f"Added as {AS[kind]} and linked. Ctrl+Z takes both back.")
