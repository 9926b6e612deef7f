"""The tracker's grid with its line to find in, its count, and what to do where nobody is shown."""

from PySide6.QtCore import Signal

from ui.pages.children.grid.model import TrackerModel
from ui.pages.children.grid.view import TrackerView
from ui.widgets.empty import EmptyState
from ui.widgets.finding import Findable

NOUN = ("child", "children")


class TrackerTable(Findable):
    """The grid; what is typed narrows it letter by letter."""

    words_changed = Signal()
    view: TrackerView

    def __init__(self, empty: EmptyState) -> None:
        model, nobody = TrackerModel(), EmptyState("Nobody is shown.", "")
        super().__init__(TrackerView(model), "Children", empty, nobody)
        self.model, self.empty, self.nobody = model, empty, nobody
        self.model.setParent(self)
        self.filter.textChanged.connect(lambda _text: self.words_changed.emit())
        self.model.arranged.connect(self._tell)
        self._tell()

    def words(self) -> str:
        """What is typed."""
        return self.filter.text().strip()

    def go_to(self, child_id: object) -> bool:
        """Choose a child's row and bring it into sight; False where it is not shown."""
        return self.view.go_to(child_id)

    def _tell(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        said = f"{total:,} {NOUN[total != 1]}"
        self.count.setText(said if shown == total else f"{shown:,} of {said}")
        if not total:
            self.stack.setCurrentWidget(self.empty)
        else:
            # The grid keeps its place and its focus while what is typed finds nobody.
            self.stack.setCurrentWidget(self.view if shown else self.nobody)
