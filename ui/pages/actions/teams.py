"""Teams and services: whom each takes, its caseload and consultations, its open actions."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.local import TeamRow
from ui.desk import Desk
from ui.pages.behind_figure import Behind
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.table import RowsTable

PARTS: tuple[tuple[str, str, Callable[[TeamRow], tuple[int, ...]]], ...] = (
    ("working", "Show the caseload", lambda row: row.working),
    ("waiting", "Show who waits", lambda row: row.waiting),
    ("consulted", "Show consultations", lambda row: row.consulted),
)
NONE = "No team or service has a child on record."
WHAT_TO_DO = "A child's section Teams and fora enters them; Settings, Agencies says a team's ages."


class Teams(QWidget):
    """One row for each team; its children open in the tracker."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._open: Counter[int | None] = Counter()
        self.model: RowsModel[TeamRow] = RowsModel(self._columns(), lambda row: row.agency_id)
        self.table = RowsTable(
            self.model, "Teams and services", EmptyState(NONE, WHAT_TO_DO),
            ("team or service", "teams and services"),
        )  # fmt: skip
        self.buttons = {key: button(words, self._shower(key)) for key, words, _ in PARTS}
        line = QWidget()
        flow = FlowLayout(line, gap=8)
        for made in self.buttons.values():
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(line)
        self.table.chosen.connect(lambda _key: self._offer())
        self.table.opened.connect(lambda _key: self.show_children("working"))

    def reload(self) -> None:
        """Read the teams again."""
        read = self._desk.workspace.read
        self._open = Counter(one.agency_id for one in read.actions(open_only=True))
        self.model.set_rows(read.teams())
        self._offer()

    def chosen(self) -> TeamRow | None:
        """The team that is chosen."""
        key: Hashable = self.table.current_key()
        return next((row for row in self.model.rows if row.agency_id == key), None)

    def show_children(self, part: str) -> None:
        """Show children of the chosen team in the tracker."""
        row = self.chosen()
        ids = next(of(row) for key, _, of in PARTS if key == part) if row else ()
        if row is not None and ids:
            today = self._desk.workspace.store.clock.today()
            self._desk.go("children", Behind(ids, f"{row.agency}: {part}", today))

    def _shower(self, part: str) -> Callable[[], None]:
        return lambda: self.show_children(part)

    def _offer(self) -> None:
        row = self.chosen()
        for key, _, of in PARTS:
            self.buttons[key].setEnabled(row is not None and bool(of(row)))

    def _columns(self) -> Sequence[Column[TeamRow]]:
        return (
            Column[TeamRow]("Team or service", lambda r: r.agency, width=24),
            Column[TeamRow]("Ages", lambda r: r.ages, width=9),
            Column[TeamRow]("Takes", lambda r: r.takes or "", width=26, stretch=True),
            Column[TeamRow]("Caseload", lambda r: len(r.working), right=True, width=9),
            Column[TeamRow]("Waiting", lambda r: len(r.waiting) or None, right=True, width=8),
            Column[TeamRow]("Consultations", lambda r: len(r.consulted) or None, right=True,
                            width=12),
            Column[TeamRow]("Ended", lambda r: len(r.ended) or None, right=True, width=8),
            Column[TeamRow]("Open actions", lambda r: self._open[r.agency_id] or None, right=True,
                            width=11),
        )  # fmt: skip
