"""Going about in a time line by keys: along a row, from row to row, to clusters and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.records.timeline import Cluster, Gap, Happening
from ui.pages.people.times.content import Content
from ui.pages.people.times.frame import Pointed

T = TypeVar("T", Cluster, Gap)


@dataclass(frozen=True)
class Walk:
    """Where one stands in what is shown."""

    content: Content
    here: Pointed

    def first(self) -> Pointed:
        """The latest thing of the first row."""
        return Walk(self.content, Pointed(0)).end(last=True)

    def still_there(self) -> Pointed:
        """What was chosen, if it is still shown."""
        if not 0 <= self.here.at < len(self.content.lanes):
            return Pointed()
        lane = self.content.lanes[self.here.at]
        known = (*lane.happenings, *lane.gaps, *self.content.clusters)
        return self.here if self.here.what in known else Pointed(self.here.at)

    def across(self, by: int) -> Pointed:
        """The next or previous thing of the row."""
        at = max(self.here.at, 0)
        things = self.content.lanes[at].happenings
        if not things:
            return Pointed(at)
        if isinstance(self.here.what, Happening) and self.here.what in things:
            place = things.index(self.here.what) + by
            return Pointed(at, things[min(max(place, 0), len(things) - 1)])
        day = self._day()
        some = [one for one in things if (one.at > day if by > 0 else one.at < day)]
        return Pointed(at, (some or things)[0 if by > 0 else -1])

    def down(self, by: int) -> Pointed:
        """The row below or above, at what is nearest in time."""
        at = min(max(self.here.at + by, 0), len(self.content.lanes) - 1)
        things, day = self.content.lanes[at].happenings, self._day()
        return Pointed(at, min(things, key=lambda one: abs((one.at - day).days), default=None))

    def end(self, *, last: bool) -> Pointed:
        """The last or the first thing of the row."""
        at = max(self.here.at, 0)
        things = self.content.lanes[at].happenings
        return Pointed(at, things[-1 if last else 0] if things else None)

    def cluster(self, by: int) -> Pointed:
        """The next or previous cluster, round and round."""
        found: Sequence[Cluster] = self.content.clusters
        if not found:
            return self.here
        one = self._next(found, by)
        return Pointed(self.content.places[one.subject_ids[0]], one)

    def gap(self, by: int) -> Pointed:
        """The next or previous gap of anybody, round and round."""
        found = sorted(
            (one for lane in self.content.lanes for one in lane.gaps),
            key=lambda one: (one.since, self.content.places[one.subject_id]),
        )
        if not found:
            return self.here
        one = self._next(found, by)
        return Pointed(self.content.places[one.subject_id], one)

    def _next(self, found: Sequence[T], by: int) -> T:
        if self.here.what in found:
            return found[(found.index(self.here.what) + by) % len(found)]
        day = self._day()
        if by > 0:
            return next((one for one in found if one.since > day), found[-1])
        return next((one for one in reversed(found) if one.since < day), found[0])

    def _day(self) -> date:
        one = self.here.what
        if isinstance(one, Happening):
            return one.at
        return one.since if one is not None else self.content.today
