"""The page of the time line of several: whose it is, the board, and its picture for a paper."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from models.errors import Refusal
from models.queries.timelines import MOST
from ui import look
from ui.desk import Desk
from ui.pages.people.times.board import TimesBoard
from ui.pages.people.times.picture import picture
from ui.pages.picture_file import save_picture
from ui.pages.records.picker import SubjectPicker
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout

BESIDE, AGENDA = "beside", "agenda"
FILE = "time-line.png"
FULL = f"At most {MOST} subjects stand beside one another: take one out first (Del)."


class TimesView(QWidget):
    """Subjects chosen one by one, with those linked to them, or from an agenda."""

    opened = Signal(str, int)
    """Kind and id of a record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ids: tuple[int, ...] = ()
        self._kinds: dict[int, str] = {}
        self.board = TimesBoard()
        self.picker = SubjectPicker(desk.workspace.read.meant, "Add to the time line")
        self.linked = QCheckBox("with those linked")
        self.linked.setChecked(True)
        self.agenda = button("The next agenda", self.show_agenda)
        self.out = button("Take out", self._take_out)
        self.clear = button("Clear", self._clear)
        self.save = button("Save as picture", self.save_picture)
        self.empty = EmptyState(
            "Nobody is chosen yet.",
            "Add a child, a group or a place with those linked, or take the next agenda.",
        )
        self._build()

    def show_beside(self, subject_id: int) -> None:
        """Show a subject with the people linked to it, and nobody else."""
        self.ids = self._desk.workspace.read.beside(subject_id)[:MOST]
        self.reload()

    def show_meeting(self, meeting_id: int) -> None:
        """Show the subjects of a meeting's agenda."""
        self.ids = self._desk.workspace.read.on_agenda(meeting_id)[:MOST]
        self.reload()

    def show_agenda(self) -> None:
        """Show the subjects of the meeting that runs, or comes next."""
        read = self._desk.workspace.read
        running = read.running_meeting()
        coming = read.next_meeting(self._desk.workspace.store.clock.today())
        meeting = running or (coming.id if coming is not None else None)
        if meeting is None:
            self._desk.notice.refuse(self.agenda, Refusal("No meeting is planned."))
            return
        self.show_meeting(meeting)

    def add(self, subject_id: int) -> None:
        """Add a subject, with those linked where that is wished."""
        more = (subject_id,)
        if self.linked.isChecked():
            more = self._desk.workspace.read.beside(subject_id)
        ids = tuple(dict.fromkeys((*self.ids, *more)))
        if len(ids) > MOST:
            self._desk.notice.refuse(self.picker, Refusal(FULL))
        self.ids = ids[:MOST]
        self.reload()

    def drop(self, subject_id: int) -> None:
        """Take a subject out of the time line; its record stays as it is."""
        self.ids = tuple(one for one in self.ids if one != subject_id)
        self.reload()

    def reload(self) -> None:
        """Read what happened again."""
        rows = self._desk.workspace.read.timeline(self.ids) if self.ids else ()
        self._kinds = {row.subject.id: row.subject.kind for row in rows}
        for widget in (self.board, self.out, self.clear, self.save):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.board.show_rows(rows, self._desk.workspace.store.clock.today())

    def start_finding(self) -> None:
        """Put the cursor where somebody is added."""
        self.picker.line.setFocus()

    def save_picture(self) -> None:
        """Ask where, and write the picture there."""
        save_picture(self._desk, self.save, "Save the time line", FILE, self._picture)

    def _picture(self) -> QImage:
        canvas, panel = self.board.canvas, self._desk.workspace.read.panel()
        today = self._desk.workspace.store.clock.today()
        return picture(canvas.frame_now(), canvas.content, panel.marking, today)

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        self._fit()
        for widget in (self.picker, self.linked, self.agenda, self.out, self.clear, self.save):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(flow)
        column.addWidget(self.empty, 1)
        column.addWidget(self.board, 1)
        self.picker.changed.connect(self._picked)
        self.board.dropped.connect(self.drop)
        self.board.opened.connect(self._open)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "picker"):
            self._fit()

    def _fit(self) -> None:
        self.picker.setFixedWidth(look.current().px(300))

    def _picked(self, subject_id: object) -> None:
        if isinstance(subject_id, int):
            self.picker.choose(None)
            self._desk.attempt(self.picker, self.add, subject_id)

    def _open(self, subject_id: int) -> None:
        self.opened.emit(self._kinds.get(subject_id, ""), subject_id)

    def _take_out(self) -> None:
        lanes, at = self.board.content.lanes, self.board.canvas.pointed.at
        if 0 <= at < len(lanes):
            self.drop(lanes[at].row.subject.id)

    def _clear(self) -> None:
        self.ids = ()
        self.reload()


def asked(key: Hashable) -> tuple[str, int] | None:
    """What of a time line is asked for by going to the page: beside whom, or of which meeting."""
    if isinstance(key, tuple) and len(key) == 2 and key[0] in (BESIDE, AGENDA):
        return key
    return None
