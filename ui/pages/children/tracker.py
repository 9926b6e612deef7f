"""The tracker: every child in a row, with the figures a panel looks at."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.tracker import Filter, ProposedSet, TrackedChild, View
from models.rules.tracker.filters import SHOWN, apart, keeps, sieve, told
from models.rules.tracker.views import AT_START
from ui import look
from ui.clipboard import copy_table
from ui.desk import Desk
from ui.pages.behind_figure import Behind
from ui.pages.children.grid.arranged import Sieve, Wanted
from ui.pages.children.grid.choosing import ColumnsCard
from ui.pages.children.grid.filtering import FilterCard, FilterTags
from ui.pages.children.grid.listing import ListingView
from ui.pages.children.grid.reviewing import ReviewView
from ui.pages.children.grid.sheets import Sheets
from ui.pages.children.grid.table import TrackerTable
from ui.pages.children.grid.viewing import Views
from ui.pages.children.grid.writing import Writing
from ui.rows import written
from ui.widgets.buttons import button
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel

KINDS = frozenset(key for key, _ in SHOWN)


class Tracker(QWidget):
    """The grid with whom to show, in which view; `opened` carries a child's id."""

    opened = Signal(object)
    comparing = Signal()
    """Somebody else's list is to be held beside the children shown."""
    reviewed = Signal()
    """Changes are to be looked at; they stand in `review`."""

    def __init__(self, desk: Desk, empty: EmptyState) -> None:
        super().__init__()
        self._desk = desk
        self._only: frozenset[int] | None = None
        self.filters: dict[str, Filter] = {}
        self._told: dict[str, Filter] = {}
        self.shown = Combo(SHOWN, "Who is shown")
        self.note = SoftLabel(wrap=False)
        self.views = Views(desk)
        self.tags, self.filtering, self.choosing = FilterTags(), FilterCard(desk), ColumnsCard()
        self.table = TrackerTable(empty)
        self.model, self.view = self.table.model, self.table.view
        self.review = ReviewView(desk)
        self.writing = Writing(desk, self.view, self.look_over)
        self.listing = ListingView(desk)
        self.sheets = Sheets(desk, self.view, self.look_over)
        self._build()
        self.take_view(AT_START)

    def show_rows(self, rows: Sequence[TrackedChild]) -> None:
        """Show these children; sort, filter and place are kept."""
        self.model.set_rows(rows)

    def show_kind(self, key: str) -> None:
        """Show one kind of children, such as those whose assessment is overdue."""
        self._only = None
        self.shown.set_value(key)
        self.keep()

    def show_apart(self) -> None:
        """Show who is open and not on the tracker, with the column that says why."""
        shown = self.view.shown_columns()
        if "tracked" not in shown:
            self.view.lay_out((*shown[:1], "tracked", *shown[1:]), self.view.widths())
        self.clear_filters()
        self.show_kind("apart")
        self.view.setFocus()

    def show_behind(self, figure: Behind) -> None:
        """Show the children behind a figure alone."""
        self._only = frozenset(figure.ids)
        self.shown.set_value(None)
        self.note.setText(f"{figure.words}, on {plain_date(figure.on)}")
        self.filters.clear()
        self.table.filter.clear()
        self.keep()

    # views

    def present_view(self) -> View:
        """How the tracker is looked at now."""
        wanted = self.model.wanted
        return View(
            columns=self.view.shown_columns(),
            widths=self.view.widths(),
            shown=str(self.shown.value() or "open"),
            words=self.table.words(),
            filters=tuple(self.filters.values()),
            sort=wanted.sort,
            descending=wanted.descending,
        )

    def take_view(self, view: View) -> None:
        """Look at the tracker as a view says."""
        self.view.lay_out(view.columns, view.widths)
        self.filters = {one.column: one for one in view.filters}
        self._only = None
        self.shown.set_value(view.shown if view.shown in KINDS else "open")
        self.table.filter.blockSignals(True)
        self.table.filter.setText(view.words)
        self.table.filter.blockSignals(False)
        header = self.view.horizontalHeader()
        at = self.model.column_of(view.sort) if view.sort else -1
        order = Qt.SortOrder.DescendingOrder if view.descending else Qt.SortOrder.AscendingOrder
        header.blockSignals(True)
        header.setSortIndicator(at, order)
        header.blockSignals(False)
        self.model.want(Wanted(sort=view.sort, descending=view.descending))
        self.keep()

    def keep_view(self) -> None:
        """Keep the tracker as it is looked at now under a name."""
        self._put_away()
        self.views.ask(self.present_view())

    # columns and filters

    def choose_columns(self) -> None:
        """Choose, move and size columns."""
        self._put_away()
        scale = look.current().scale
        now = {key: round(self.view.columnWidth(self.model.column_of(key)) / scale)
               for key in self.view.shown_columns()}  # fmt: skip
        self.choosing.ask(self.view.shown_columns(), self.view.widths(), now)

    def filter_column(self) -> None:
        """Filter by the column of the current cell."""
        self._put_away()
        at = self.view.currentIndex().column()
        key = self.model.columns[at].key if at >= 0 else self.view.shown_columns()[0]
        column = self.model.columns[self.model.column_of(key)]
        self.filtering.ask(column, self._besides(key), self.filters.get(key))

    def _besides(self, key: str) -> Sequence[TrackedChild]:
        """Whom everything else that is asked keeps, whatever is asked of this column."""
        mine, wanted, among = self.filters.get(key), self.model.wanted, self.model.all
        others = tuple(one for one in wanted.sieves if one.key != mine)
        return [among.rows[at] for at in among.shown(replace(wanted, sieves=others))]

    def clear_filters(self) -> None:
        """Ask nothing of columns and words any more."""
        self.filters.clear()
        self.table.filter.clear()
        self.keep()

    def keep(self) -> None:
        """Show whom the choice, the filters and the typed words say."""
        key = self.shown.value()
        if key is not None:
            self._only = None
            self.note.setText(apart(self.model.all.rows) if key == "apart" else "")
        today = self._desk.workspace.store.clock.today()
        only = self._only
        first = (
            Sieve(("shown", key, today), keeps(str(key), today))
            if only is None
            else Sieve(("only", only), lambda one: one.id in only)
        )
        asked = tuple(Sieve(one, sieve(one)) for one in self.filters.values())
        words = tuple(dict.fromkeys(self.table.words().casefold().split()))
        before = self.model.wanted
        self._tell_filters()
        self.model.want(Wanted((first, *asked), words, before.sort, before.descending))

    def who_is_not(self) -> None:
        """Ask for somebody else's list, to be held beside the children shown."""
        self.listing.ask(tuple(row.id for row in self.model.rows))

    def look_over(self, title: str, found: ProposedSet) -> None:
        """Show changes before they are kept."""
        self.review.show_set(title, found)
        self.reviewed.emit()

    def copy(self) -> None:
        """Put the chosen cells on the clipboard: one by itself, more under their heads."""
        rows, keys = self.view.chosen_block()
        columns = [self.model.column_of(key) for key in keys]
        cells = [[self.model.text(row, at) for at in columns] for row in rows]
        if len(cells) == len(columns) == 1:
            copy_table(cells)
        elif cells and columns:
            copy_table([[self.model.columns[at].title for at in columns], *cells])

    def _tell_filters(self) -> None:
        if self._told == self.filters:
            return
        self._told = dict(self.filters)
        self.model.filtered = frozenset(self.filters)
        self.tags.show_filters([(key, told(one, written)) for key, one in self.filters.items()])
        self.view.horizontalHeader().viewport().update()

    def _filtered(self, asked: object, key: str) -> None:
        self.view.setFocus()
        if asked is False:
            return
        if isinstance(asked, Filter):
            self.filters[key] = asked
        else:
            self.filters.pop(key, None)
        self.keep()

    def _columns_chosen(self, keys: tuple[str, ...], widths: dict[str, int]) -> None:
        self.view.lay_out(keys, widths)

    def _put_away(self) -> None:
        for card in (self.filtering, self.choosing, self.views.entry):
            card.hide()

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        views = self.views
        views.keep_button.clicked.connect(lambda: self.keep_view())
        self.columns_button = button("Columns", self.choose_columns, keys="Alt+C")
        self.filter_button = button("Filter by column", self.filter_column, keys="Alt+F")
        for widget in (
            self.shown, views.which, self.columns_button, self.filter_button, views.keep_button,
            views.drop_button, button("Save as a sheet", self.sheets.save, keys="Ctrl+S"),
            button("Bring a sheet back", self.sheets.bring_back, keys="Alt+B"),
            button("Who is not on this list", self.comparing.emit, keys="Alt+W"), self.note,
        ):  # fmt: skip
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        for widget in (self.sheets.busy, self.tags, self.filtering, self.choosing, views.entry):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.shown.changed.connect(lambda _key: self.keep())
        self.table.words_changed.connect(self.keep)
        self.tags.taken.connect(lambda key: self._filtered(None, key))
        self.filtering.asked.connect(self._filtered)
        self.choosing.chosen.connect(self._columns_chosen)
        self.choosing.left.connect(self.view.setFocus)
        views.wanted.connect(self.take_view)
        self.view.opened.connect(self.opened)
        self.view.copied.connect(self.copy)
