"""A time line with its legend, its slider, what is chosen in words, and the same as a list."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.timeline import Cluster, Gap, Happening, TimelineRow
from ui import look
from ui.pages.people.times.canvas import TimesCanvas
from ui.pages.people.times.content import Content, content
from ui.pages.people.times.frame import Pointed
from ui.pages.people.times.kinds import Kinds
from ui.pages.people.times.reach import Reach
from ui.pages.people.times.words import Line, Mask, Telling, columns
from ui.rows import RowsModel
from ui.widgets.empty import EmptyState
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.roomy import Roomy
from ui.widgets.side_by_side import SideBySide
from ui.widgets.table import RowsTable

LINES = 3
"""How many lines what is chosen has room for."""
KEYS = (
    "Arrows go from thing to thing and row to row, C to the next cluster, G to the next gap; "
    "+ and - look nearer or farther, 0 shows everything. Enter opens the record."
)


class TimesBoard(QWidget):
    """What `show_rows` is given, drawn and told; `name` and `masked` say how people are called."""

    opened = Signal(int)
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.name: Callable[[TimelineRow], str] = lambda row: row.subject.label
        self.masked: Mask = str
        self._rows: Sequence[TimelineRow] = ()
        self._today = date(2000, 1, 1)
        self.canvas, self.kinds, self.reach = TimesCanvas(), Kinds(), Reach()
        self.telling = Telling(Content())
        self.said, self.count = Words(), SoftLabel()
        self.told = Roomy(self.said)
        self.model: RowsModel[Line] = RowsModel(columns(self._text), lambda one: one.what)
        empty = EmptyState("Nothing is dated yet.", "Papers and meetings fill the time line.")
        self.table = RowsTable(self.model, "The time line in words", empty, ("line", "lines"))
        self._build()

    def show_rows(self, rows: Sequence[TimelineRow], today: date) -> None:
        """Show these subjects up to today."""
        self._rows, self._today = rows, today
        self._lay()

    @property
    def content(self) -> Content:
        """What is drawn now."""
        return self.canvas.content

    def _build(self) -> None:
        self.said.setAccessibleName("What is chosen")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.canvas.setAccessibleDescription(KEYS)
        self.canvas.words = lambda pointed: self.telling.pointed(pointed)
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.told)
        column.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.kinds)
        column.addWidget(self.reach)
        column.addWidget(SideBySide(picture, self.table, 0.55), 1)
        self._fit()
        self.kinds.changed.connect(self._lay)
        self.reach.changed.connect(self._lay)
        self.reach.moved.connect(self.canvas.look_near)
        self.canvas.zoomed.connect(self.reach.show_nearness)
        self.canvas.chosen.connect(self._chosen)
        self.canvas.opened.connect(self.opened)
        self.canvas.dropped.connect(self.dropped)
        self.table.chosen.connect(self._line_chosen)
        self.table.opened.connect(lambda _key: self._open_line())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "told"):
            self._fit()

    def _fit(self) -> None:
        # As high whatever is said, so that the picture stands still.
        self.told.setFixedHeight(look.current().metrics(14).lineSpacing() * LINES)

    def _lay(self) -> None:
        made = content(
            self._rows, self._today, self.name,
            hidden=self.kinds.hidden, within=self.reach.days, least=self.reach.many,
            weeks=self.reach.gap,
        )  # fmt: skip
        self.telling = Telling(made, self.masked)
        self.canvas.show_content(made)
        self.model.set_rows(self.telling.lines(self._rows, self.reach.gap))
        self.count.setText(summary(made))
        self.canvas.setAccessibleName(f"Time line: {summary(made)}")
        self.said.setText(self.telling.pointed(self.canvas.pointed) or KEYS)

    def _text(self, line: Line) -> str:
        return line.text or self.telling.with_kind(line.what)

    def _chosen(self, pointed: Pointed) -> None:
        self.said.setText(self.telling.pointed(pointed) or KEYS)
        if pointed.what is not None:
            self.table.go_to(pointed.what)

    def _line_chosen(self, key: object) -> None:
        if isinstance(key, (Happening, Cluster, Gap)) and self.canvas.pointed.what != key:
            whose = key.subject_ids[0] if isinstance(key, Cluster) else key.subject_id
            self.canvas.point(Pointed(self.content.places[whose], key), tell=False)
            self.said.setText(self.telling.pointed(self.canvas.pointed))

    def _open_line(self) -> None:
        if 0 <= self.canvas.pointed.at < len(self.content.lanes):
            self.opened.emit(self.content.lanes[self.canvas.pointed.at].row.subject.id)


def summary(made: Content) -> str:
    """How much is shown, in a line."""
    gaps = sum(len(one.gaps) for one in made.lanes)
    return ", ".join(
        f"{count} {words[count != 1]}"
        for count, words in (
            (len(made.lanes), ("subject", "subjects")),
            (made.count, ("thing", "things")),
            (len(made.clusters), ("cluster", "clusters")),
            (gaps, ("gap", "gaps")),
        )
    )
