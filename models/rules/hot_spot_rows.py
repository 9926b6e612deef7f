"""Hot spots as rows: a place, a ward or a district in a period and the one before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from models.records.incidents import Incident, MapPlace
from models.rules.hot_spots import Period, change_words

BY: Mapping[str, Callable[[MapPlace], str | None]] = {
    "place": lambda one: one.row.label,
    "ward": lambda one: one.ward,
    "district": lambda one: one.district,
}
"""What is counted by, and what of a place says it."""
UNSAID = "not stated"


@dataclass(frozen=True)
class HotSpot:
    """How often something is named in a period and before, with all that is behind the figures."""

    key: str
    name: str
    what: str
    where: str
    now: int
    before: int
    children: int
    incidents: tuple[Incident, ...]
    places: tuple[int, ...]

    @property
    def change(self) -> str:
        """The change in words."""
        return change_words(self.now, self.before)


def hot_spots(
    places: Iterable[MapPlace], by: str, now: Period, then: Period
) -> tuple[HotSpot, ...]:
    """Rows by place, ward or district, those named most in the period first.

    An incident that names two places of a ward counts there once.
    """
    groups: dict[str, list[MapPlace]] = {}
    for one in places:
        key = str(one.row.id) if by == "place" else (BY[by](one) or UNSAID)
        groups.setdefault(key, []).append(one)
    rows = (_row(key, by, found, now, then) for key, found in groups.items())
    return tuple(sorted(rows, key=lambda row: (-row.now, -row.before, row.name)))


def _row(key: str, by: str, found: list[MapPlace], now: Period, then: Period) -> HotSpot:
    inside, before = _within(found, now), len(_within(found, then))
    one = found[0]
    single = by == "place"
    return HotSpot(
        key,
        one.row.label if single else key,
        one.type if single else f"{len(found):,} place{'' if len(found) == 1 else 's'}",
        (one.ward or one.district or "") if single else "",
        len(inside),
        before,
        len(frozenset().union(*(each.children for each in found))),
        inside,
        tuple(each.row.id for each in found),
    )


def _within(found: list[MapPlace], when: Period) -> tuple[Incident, ...]:
    """What names any of these places in a period, each once, the latest first."""
    if len(found) == 1:
        return _part(found[0].incidents, when)
    every = {(i.kind, i.row_id): i for one in found for i in _part(one.incidents, when)}
    return tuple(sorted(every.values(), key=_ago))


def _part(incidents: tuple[Incident, ...], when: Period) -> tuple[Incident, ...]:
    """Incidents of a period; they lie in their order, the latest first and those of no day last."""
    first = bisect_left(incidents, -when.last.toordinal(), key=_ago)
    last = bisect_right(incidents, -when.first.toordinal(), key=_ago)
    return incidents[first:last]


def _ago(one: Incident) -> int:
    return -(one.day or date.min).toordinal()
