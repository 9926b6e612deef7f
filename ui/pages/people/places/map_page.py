"""The map with its list beside it: how often each place is named in a period."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.incidents import MapPlace
from models.rules.hot_spot_rows import HotSpot, hot_spots
from models.rules.hot_spots import before, period
from models.rules.map_view import fanned
from ui.desk import Desk
from ui.pages.people.places.behind import BehindList
from ui.pages.people.places.files import MapFiles
from ui.pages.people.places.hot_list import HotList
from ui.pages.people.places.map_crowds import Mark
from ui.pages.people.places.map_view import MapView
from ui.pages.people.places.period_bar import PeriodBar
from ui.pages.people.places.shapes import Legend
from ui.pages.people.places.unplaced import Unplaced
from ui.widgets.side_by_side import SideBySide
from ui.widgets.steps import StepTabs

LISTS = ("Hot spots", "Behind the figure", "Without a position")


class MapPage(QWidget):
    """A tab of People and places; `opened` carries kind and id of a record."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.places: tuple[MapPlace, ...] = ()
        self.rows: tuple[HotSpot, ...] = ()
        self.period, self.map, self.legend = PeriodBar(), MapView(), Legend()
        self.hot, self.behind, self.unplaced = HotList(), BehindList(), Unplaced(desk)
        self.files = MapFiles(desk, self.picture)
        self.tabs = StepTabs(LISTS, "Beside the map")
        self.unplaced.offer(self.files.postcodes, self.files.folder)
        self._build()

    def reload(self) -> None:
        """Read places and outlines again and show them."""
        read = self._desk.workspace.read
        self.places = read.map_places()
        outlines = read.outlines()
        self.map.take_outlines(outlines)
        self.unplaced.show_places([one for one in self.places if _unplaced(one)])
        self.files.tell(self.places, outlined=bool(outlines))
        self.show_period()

    def show_period(self) -> None:
        """Count the period chosen, on the map and in the list."""
        today = self._desk.workspace.store.clock.today()
        now = period(today, self.period.months, self.period.ago)
        then = before(now, self.period.months)
        self.period.say(now.words, then.words)
        rows = hot_spots(self.places, "place", now, then)
        self.map.show_places(marks(self.places, rows))
        by = self.hot.by
        self.rows = rows if by == "place" else hot_spots(self.places, by, now, then)
        self.hot.show_rows(self.rows)
        self._show_behind(self.hot.chosen_key())

    def picture(self) -> tuple[Any, str, str]:
        """What a picture of this map is made of: the view, the period and the one before."""
        today = self._desk.workspace.store.clock.today()
        now = period(today, self.period.months, self.period.ago)
        return self.map.view, now, before(now, self.period.months)

    def _build(self) -> None:
        right, inside = QWidget(), QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        right.setLayout(inside)
        inside.addWidget(self.tabs)
        for widget in (self.hot, self.behind, self.unplaced):
            inside.addWidget(widget, 1)
        left = QWidget()
        under = QVBoxLayout(left)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(6)
        under.addWidget(self.map, 1)
        under.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.period, self.files):
            column.addWidget(widget)
        column.addWidget(SideBySide(left, right, 0.5), 1)
        self.period.changed.connect(self.show_period)
        self.hot.regrouped.connect(self.show_period)
        self.hot.chosen.connect(self._hot_chosen)
        self.hot.opened.connect(self._open_row)
        self.behind.opened.connect(self.opened)
        self.map.chosen.connect(self._map_chosen)
        self.map.opened.connect(lambda one: self.opened.emit("location", one))
        self.unplaced.opened.connect(lambda one: self.opened.emit("location", one))
        self.tabs.chosen.connect(self._turn)
        self._turn(0)

    def _turn(self, at: int) -> None:
        for index, widget in enumerate((self.hot, self.behind, self.unplaced)):
            widget.setVisible(index == at)

    def _hot_chosen(self, key: object) -> None:
        row = self._show_behind(key)
        if row is not None and len(row.places) == 1:
            self.map.choose(row.places[0])

    def _map_chosen(self, place_id: int) -> None:
        if self.hot.by == "place":
            self.hot.go_to(str(place_id))

    def _show_behind(self, key: object) -> HotSpot | None:
        row = next((one for one in self.rows if one.key == key), None)
        self.behind.show_row(row, self.period.words)
        return row

    def _open_row(self, key: object) -> None:
        """A place is opened; of a ward or district, what is behind its figure."""
        row = next((one for one in self.rows if one.key == key), None)
        if row is not None and self.hot.by == "place":
            self.opened.emit("location", row.places[0])
        elif row is not None:
            self.tabs.go_to(1)


def marks(places: tuple[MapPlace, ...], rows: tuple[HotSpot, ...]) -> tuple[Mark, ...]:
    """The places that have a position, as the map draws them."""
    counts = {row.places[0]: row for row in rows}
    points = {
        one.row.id: (one.easting, one.northing)
        for one in places
        if one.easting is not None and one.northing is not None
    }
    aside = fanned(points)
    return tuple(
        Mark(one.row.id, one.row.label, one.shape, points[one.row.id], counts[one.row.id].now,
             counts[one.row.id].before, one.known_by, aside.get(one.row.id, (0.0, 0.0)))
        for one in places
        if one.row.id in points
    )  # fmt: skip


def _unplaced(one: MapPlace) -> bool:
    return one.placeable and one.easting is None
