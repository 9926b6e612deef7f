"""Several subjects over time: what happened to each, what came together, and where nothing is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.records.subjects import SubjectRow


class Mark(StrEnum):
    """What kind of thing a mark on the time line stands for."""

    EPISODE = "Missing"
    INCIDENT = "Information"
    CONTACT = "Contact"
    ASSESSMENT = "Assessment"
    MEETING = "Panel"
    ACTION = "Action"
    MEASURE = "Measure"
    OTHER = "Other"


@dataclass(frozen=True)
class Happening:
    """One thing of one subject; with `until` it lasted, open-ended where `lasts` alone."""

    subject_id: int
    mark: Mark
    at: date
    text: str
    until: date | None = None
    lasts: bool = False


@dataclass(frozen=True)
class TimelineRow:
    """A subject with what happened to it, the earliest first."""

    subject: SubjectRow
    happenings: tuple[Happening, ...]
    closed_on: date | None = None


@dataclass(frozen=True)
class Cluster:
    """Several subjects with something within a few days."""

    happenings: tuple[Happening, ...]

    @property
    def since(self) -> date:
        """The first day."""
        return self.happenings[0].at

    @property
    def until(self) -> date:
        """The last day on which something began."""
        return self.happenings[-1].at

    @property
    def subject_ids(self) -> tuple[int, ...]:
        """Whose it is, each once."""
        return tuple(dict.fromkeys(one.subject_id for one in self.happenings))


@dataclass(frozen=True)
class Gap:
    """A time in which nothing is recorded of a subject although its record was open."""

    subject_id: int
    since: date
    until: date

    @property
    def weeks(self) -> int:
        """How many whole weeks it lasted."""
        return (self.until - self.since).days // 7
