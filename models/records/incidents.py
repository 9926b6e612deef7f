"""What happened at a place, and where places lie, as read."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.records.outcomes import MeasureRow
from models.records.subjects import SubjectRow


class IncidentKind(StrEnum):
    """From what an incident is known."""

    EPISODE = "missing episode"
    INTERVIEW = "return interview"
    LINE = "information"


@dataclass(frozen=True)
class Incident:
    """Something on record that names a place; `at` where the hour is known as well as the day."""

    place_id: int
    kind: IncidentKind
    row_id: int
    day: date | None
    at: datetime | None
    text: str
    subject_id: int | None = None
    subject_kind: str = ""
    subject_label: str = ""


@dataclass(frozen=True)
class AtPlace:
    """A child or person met at a place: how they are linked to it, and how often they are named."""

    id: int
    kind: str
    label: str
    linked: str = ""
    times: int = 0
    last: date | None = None


@dataclass(frozen=True)
class PlaceFigures:
    """What a place's page shows of what happens there."""

    children: tuple[AtPlace, ...]
    persons: tuple[AtPlace, ...]
    incidents: tuple[Incident, ...]
    week: tuple[tuple[int, ...], ...]
    without_time: int
    in_force: tuple[MeasureRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()


@dataclass(frozen=True)
class MapPlace:
    """A place as the map and the lists of hot spots know it; metres of the National Grid.

    `known_by` says where its position is from; empty where it has none. `placeable` is False for
    what is no place on the ground.
    """

    row: SubjectRow
    type: str
    shape: str
    ward: str | None
    district: str | None
    postcode: str | None
    easting: float | None = None
    northing: float | None = None
    within: float = 0
    known_by: str = ""
    placeable: bool = True
    children: frozenset[int] = field(default=frozenset())
    incidents: tuple[Incident, ...] = ()
