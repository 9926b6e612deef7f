"""Who and what stands in others' papers and was never referred or listed, with the evidence."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Band(StrEnum):
    """Why somebody or something is pointed out."""

    NAMED = "Named in the papers of others"
    UNKNOWN = "Named, and not on record"
    HARMED = "Harmed more than once"
    PLACE = "Places of three children or more"
    NOBODY = "Nobody for us"


@dataclass(frozen=True)
class Evidence:
    """One paper or link that speaks of them: whose it is, what it says, where, and of what day."""

    of_id: int
    of_kind: str
    of_label: str
    words: str
    where: str
    day: date | None = None


TextKey = tuple[str, int]
"""The table and the row of a text."""


@dataclass(frozen=True)
class Nobody:
    """Who said that a name is nobody for the panel, when and why."""

    reason: str
    answered_by: str | None
    answered_at: datetime | None


@dataclass(frozen=True)
class UnlistedRow:
    """One of the unlisted; a name that is not on record has no subject, and `texts` that give it.

    Its `kind` is empty where no paper says whether it is a child's. `nobody` is what was said of
    it, where that was said of every text.

    `count` is of how many others the evidence is, or how often a child was harmed.
    """

    band: Band
    subject_id: int | None
    kind: str
    label: str
    count: int
    evidence: tuple[Evidence, ...]
    texts: tuple[TextKey, ...] = ()
    nobody: Nobody | None = None

    @property
    def key(self) -> tuple[str, object]:
        """The band, and the record or the name."""
        return self.band.value, self.subject_id or self.label
