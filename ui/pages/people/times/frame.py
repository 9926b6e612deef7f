"""How a time line is laid out: where days, rows and thirds of rows stand, and what is in sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect

from models.records.timeline import Cluster, Gap, Happening
from ui import look
from ui.pages.people.times import shapes
from ui.pages.people.times.content import Content
from ui.pages.people.times.scale import Scale, Tick, ticks


@dataclass(frozen=True)
class Frame:
    """Where everything stands: how much of it is to be seen, and how it is laid out."""

    area: QRect
    scale: Scale
    names: int
    head: int
    row: int
    right: int = 0
    """How many pixels of the time lie out of sight at the left."""
    down: int = 0
    """How many pixels of the rows lie out of sight above."""

    @property
    def times(self) -> QRect:
        """Where marks are painted."""
        return self.area.adjusted(self.names, self.head, 0, 0)

    def x(self, ordinal: float) -> float:
        """Where a day stands."""
        before = ordinal - self.scale.first.toordinal()
        return self.area.left() + self.names - self.right + before * self.scale.per_day

    def top(self, at: int) -> int:
        """Where a row begins."""
        return self.area.top() + self.head - self.down + at * self.row

    def middle(self, at: int, lane: int) -> int:
        """The middle of a third of a row."""
        return self.top(at) + round(self.row * (1 + 2 * lane) / 6)

    def days(self) -> tuple[float, float]:
        """The first and last day in sight."""
        origin, per_day = self.scale.first.toordinal(), self.scale.per_day
        since = origin + self.right / per_day
        return since, since + max(self.times.width(), 1) / per_day

    def rows(self, count: int) -> range:
        """The rows in sight."""
        first = max(self.down // self.row, 0)
        return range(first, min((self.down + self.times.height()) // self.row + 1, count))


@dataclass(frozen=True)
class Pointed:
    """What is chosen: a row, and in it perhaps one thing; or a cluster or a gap."""

    at: int = -1
    what: Happening | Cluster | Gap | None = None


def head_height() -> int:
    """How high calendar and clusters stand over the rows."""
    return look.current().metrics(12).height() * 2 + look.current().px(14)


def name_width(content: Content, most: int) -> int:
    """How wide the names are, at most so wide."""
    metrics = look.current().metrics(13, 600)
    wide = max((metrics.horizontalAdvance(one.name) for one in content.lanes), default=0)
    return min(wide + look.current().px(20), most)


def calendar(frame: Frame) -> Iterator[tuple[Tick, float]]:
    """Marks of the calendar in sight, with where each stands."""
    since, until = frame.days()
    first, last = (date.fromordinal(max(int(one), 1)) for one in (since, until))
    room = look.current().metrics(12).horizontalAdvance("30 Sep 2026")
    for tick in ticks(frame.scale, first, last, room):
        yield tick, frame.x(tick.day.toordinal())


def in_sight(frame: Frame, content: Content) -> Iterator[tuple[Cluster, float, float]]:
    """Clusters in sight with where each begins and how wide it is."""
    since, until = frame.days()
    least = look.current().px(shapes.SIZE)
    for one in content.clusters:
        first, last = one.since.toordinal(), one.until.toordinal() + 1
        if last >= since and first <= until:
            wide = max((last - first) * frame.scale.per_day, least)
            yield one, (frame.x(first) + frame.x(last) - wide) / 2, wide


def ring_centre(frame: Frame, at: int, one: Happening) -> tuple[int, int]:
    """Where a thing stands."""
    return int(frame.x(one.at.toordinal() + 0.5)), frame.middle(at, shapes.lane(one.mark))
