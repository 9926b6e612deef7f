"""What has been asked again, and by which step of its ladder."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ChaseRow:
    """A step that was taken: whom it went to, when, and by when a word is due."""

    id: int
    about_id: int
    step: str
    label: str
    asked: str | None
    made_at: datetime
    due_on: date | None
    by_name: str | None
    note: str | None


@dataclass(frozen=True)
class LineQuestionRow:
    """A line that a later return shares otherwise: how it stood and how it would stand."""

    id: int
    line_id: int
    meeting_id: int | None
    agency: str
    about: str
    text: str
    was: str
    now: str
    asked_at: datetime


@dataclass(frozen=True)
class GroundRow:
    """On what ground an item is shared, with one agency or with all; `own` unless the panel's."""

    item_id: int
    agency_id: int | None
    basis: str
    necessity: str
    own: bool = False
    by_name: str | None = None

    @property
    def words(self) -> str:
        """The ground in one paragraph, as documents print it."""
        return ground_words(self.basis, self.necessity)


def ground_words(basis: str, necessity: str) -> str:
    """A lawful basis and why sharing is needed, in one paragraph."""
    needed = f" Why it is needed: {necessity.rstrip('.')}." if necessity else ""
    return f"{basis.rstrip('.')}.{needed}"
