"""What a time line draws: rows as plain numbers, prepared once and painted many times."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from models.records.timeline import Cluster, Gap, Happening, Mark, TimelineRow
from models.rules.timeline import GAP_WEEKS, WITHIN_DAYS, clusters, gaps, half_of
from ui.pages.people.times.scale import Scale

LEAST_DAYS = 60
"""A time line shows at least so long."""
Name = Callable[[TimelineRow], str]


@dataclass(frozen=True)
class Bar:
    """Something that lasted: its first and last day, and whether it goes on."""

    since: int
    until: int
    mark: Mark
    lasts: bool


@dataclass(frozen=True)
class Lane:
    """One subject: its name as shown, its marks by kind, bars, gaps and all of it in order."""

    row: TimelineRow
    name: str
    marks: tuple[tuple[Mark, tuple[int, ...]], ...]
    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    happenings: tuple[Happening, ...]
    days: tuple[int, ...]

    def near(self, day: float, within: float) -> list[Happening]:
        """What began near a day, the nearest first; what lasted over it as well."""
        low = bisect_left(self.days, day - within)
        high = bisect_right(self.days, day + within)
        found = list(self.happenings[low:high])
        found += [one for one in self.happenings[:low]
                  if one.mark is Mark.EPISODE and _end(one, self.days[-1]) >= day]  # fmt: skip
        return sorted(found, key=lambda one: abs(one.at.toordinal() + 0.5 - day))


@dataclass(frozen=True)
class Content:
    """Everything that is drawn, with what is left out by kind left out."""

    lanes: tuple[Lane, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    first: date = date(2000, 1, 1)
    last: date = date(2000, 12, 31)
    today: date = date(2000, 12, 31)
    places: dict[int, int] = field(default_factory=dict)

    def scale(self, per_day: float) -> Scale:
        """Its scale at so many pixels a day."""
        return Scale(self.first, self.last, per_day)

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    @property
    def count(self) -> int:
        """How many things are shown."""
        return sum(len(one.happenings) for one in self.lanes)


def content(
    rows: Sequence[TimelineRow],
    today: date,
    name: Name,
    *,
    hidden: Collection[Mark] = (),
    within: int = WITHIN_DAYS,
    least: int | None = None,
    weeks: int = GAP_WEEKS,
) -> Content:
    """The rows prepared; clusters and gaps are of everything, whichever kinds are shown.

    `least` is how many subjects make a cluster; unless it is said, half of them do.
    """
    least = least or half_of(len(rows))
    lanes = tuple(_lane(row, today, name(row), hidden, weeks) for row in rows)
    days = [one.at for row in rows for one in row.happenings]
    ends = [one.until for row in rows for one in row.happenings
            if one.until and one.mark is Mark.EPISODE]  # fmt: skip
    last = max((*days, *ends, today))
    first = min((*days, last - timedelta(days=LEAST_DAYS)))
    margin = timedelta(days=max((last - first).days // 60, 2))
    places = {lane.row.subject.id: at for at, lane in enumerate(lanes)}
    found = clusters(rows, within, least)
    return Content(lanes, found, first - margin, last + margin, today, places)


def _lane(row: TimelineRow, today: date, name: str, hidden: Collection[Mark], weeks: int) -> Lane:
    shown = tuple(one for one in row.happenings if one.mark not in hidden)
    marks = {mark: tuple(one.at.toordinal() for one in shown if one.mark is mark) for mark in Mark}
    bars = tuple(
        Bar(one.at.toordinal(), _end(one, today.toordinal()), one.mark, one.lasts)
        for one in shown
        if one.mark is Mark.EPISODE or one.until is not None or one.lasts
    )
    return Lane(
        row,
        name,
        tuple((mark, days) for mark, days in marks.items() if days and mark is not Mark.EPISODE),
        bars,
        gaps(row, today, weeks),
        shown,
        tuple(one.at.toordinal() for one in shown),
    )


def _end(one: Happening, today: int) -> int:
    if one.until is not None:
        return max(one.until.toordinal(), one.at.toordinal())
    return max(today, one.at.toordinal()) if one.lasts else one.at.toordinal()
