"""What is to be said of a template that was looked over, each thing with its place."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SectionHeading, StrongLabel, Words

FIT = "Nothing is missing. It can be taken."
UNFIT = "It cannot be taken yet. Mend this in Word, save, and choose it again."
UNREAD = "It cannot be taken."
WORTH = "It can be taken. Know before you take it:"


class RemarksCard(Card):
    """A template's faults and what is worth knowing; taken or left from here."""

    def __init__(self, take: Callable[[str, Any], object], leave: Callable[[], object]) -> None:
        super().__init__()
        self._name, self._told = "", None
        self.verdict = Words()
        self._faults, self._warnings = RemarkList("To be mended"), RemarkList("Worth knowing")
        self.take_button = button("Take it", lambda: take(self._name, self._told), "primary")
        self.leave_button = button("Leave it", leave)
        for part in (self.verdict, self._faults, self._warnings):
            self.add(part)
        flow = FlowLayout(gap=8)
        flow.addWidget(self.take_button)
        flow.addWidget(self.leave_button)
        self.body.addLayout(flow)
        self.forget()

    def show_remarks(self, name: str, told: Any) -> None:
        """Show what was found in a template."""
        self._name, self._told = name, told
        unfit = bool(told.faults)
        self.say(name, "not taken" if unfit else "looked over")
        whole = any(one.place == "The file" for one in told.faults)
        self.verdict.setText(
            UNREAD if whole else UNFIT if unfit else WORTH if told.warnings else FIT
        )
        self._faults.show_remarks(told.faults)
        self._warnings.show_remarks(told.warnings)
        self.take_button.setVisible(not unfit)
        self.show()
        (self.leave_button if unfit else self.take_button).setFocus()

    def forget(self) -> None:
        """Show nothing."""
        self._name, self._told = "", None
        self.hide()


class RemarkList(QWidget):
    """A heading with a count, and each remark beside its place."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._heading = title, SectionHeading(title)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._heading, 0, 0, 1, 2)
        self._shown: list[Words] = []

    def show_remarks(self, remarks: Sequence[Any]) -> None:
        """Show these in the place of those before; nothing where there are none."""
        for old in self._shown:
            old.hide()
            old.deleteLater()
        self._shown = []
        for number, one in enumerate(remarks, 1):
            place, words = StrongLabel(one.place), Words(one.words)
            words.setAccessibleName(f"{one.place}: {one.words}")
            self._grid.addWidget(place, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, number, 1)
            self._shown += [place, words]
        self._heading.say(self._title, len(remarks))
        self.setVisible(bool(remarks))
