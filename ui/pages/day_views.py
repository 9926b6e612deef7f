"""The views of Today: what wants somebody now, clocks of children, the timetable of meetings."""

from collections.abc import Hashable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.steps import StepTabs

CLOCKS, TIMETABLE, ASSESSED = "clocks", "timetable", "assessed"
VIEWS = {CLOCKS: 1, TIMETABLE: 2, ASSESSED: 3}


class DayViews(QWidget):
    """Today at first; the others are made when they are first looked at, and read while shown."""

    def __init__(self, desk: Desk, today: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = StepTabs(("Today", "Clocks", "Timetable", "Assessments"), "Views of Today")
        self.stack = QStackedWidget()
        self.stack.addWidget(today)
        self._made: dict[int, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        self.tabs.chosen.connect(self._show)

    def go_to(self, key: Hashable) -> None:
        """Show a view by its word; none is Today itself."""
        self.tabs.go_to(VIEWS.get(str(key), 0))

    def step(self, by: int) -> None:
        """Go round the views."""
        self.tabs.step(by)

    def reload(self) -> None:
        """Read the view again that is looked at, if it is not Today itself."""
        made = self._made.get(self.tabs.current)
        if made is not None:
            made.reload()  # type: ignore[attr-defined]

    def shown(self, key: str) -> QWidget | None:
        """A view by its word, if it is the one that is looked at."""
        at = VIEWS[key]
        return self._made.get(at) if self.tabs.current == at else None

    def start_finding(self) -> bool:
        """Put the cursor where the view is searched; False where it cannot be."""
        made = self._made.get(self.tabs.current)
        if made is None:
            return False
        made.start_finding()  # type: ignore[attr-defined]
        return True

    def _show(self, at: int) -> None:
        if at > 0 and at not in self._made:
            self._made[at] = self._make(at)
            self.stack.addWidget(self._made[at])
        self.stack.setCurrentWidget(self._made.get(at, self.stack.widget(0)))
        self.reload()

    def _make(self, at: int) -> QWidget:
        # Today opens at every start, and waits for none of these.
        if at == VIEWS[CLOCKS]:
            from ui.pages.clocks import Clocks

            return Clocks(self._desk)
        if at == VIEWS[ASSESSED]:
            from ui.pages.assessed import AssessmentBoard

            return AssessmentBoard(self._desk)
        from ui.pages.timetable import Timetable

        return Timetable(self._desk)
