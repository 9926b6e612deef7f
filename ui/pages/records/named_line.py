"""A line on a record: how many names in its papers may still be linked with it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.go_line import GoLine


class NamedLine(QWidget):
    """Hidden where no name waits; pressed, it goes to where they are answered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.line: GoLine | None = None
        self._subject_id = 0
        self.hide()

    def show_of(self, subject_id: int) -> None:
        """Count the names in a record's papers again, after the paint."""
        self._subject_id = subject_id
        QTimer.singleShot(0, self, lambda: self.read(subject_id))

    def read(self, subject_id: int) -> None:
        """Count them now, if this is still the record shown."""
        if subject_id != self._subject_id:
            return
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
            self.line = None
        found = self._desk.workspace.read.mentions(subject_id)
        if found:
            names = ", ".join(dict.fromkeys(one.label for one in found[:4]))
            several = "name" if len(found) == 1 else "names"
            words = f"{len(found):,} {several} in these papers may be linked: {names}"
            more = " and others" if len({one.label for one in found}) > 4 else ""
            self.line = GoLine(f"{words}{more}", "Answer: People and places, Named in papers")
            self.line.clicked.connect(lambda: self._desk.go("people", ("in_papers", subject_id)))
            self._column.addWidget(self.line)
        self.setVisible(bool(found))
