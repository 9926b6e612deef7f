"""What is kept ready for the police of a child who may go missing, and of the one time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Circumstances:
    """Part 2: how it was this time; `given_at` when the police had it.

    `reported` and `returned` are a day alone where the hour is not known.
    """

    episode_id: int
    reported: date | None
    returned: date | None
    values: Mapping[str, str | None]
    given_at: datetime | None


@dataclass(frozen=True)
class MissingPaper:
    """Part 1 of a child with what is known to fill it, and part 2 of the latest episode.

    `values` is what a person has kept, `proposed` what is on record for what is still empty.
    """

    child_id: int
    name: str
    born: date | None
    age: int | None
    gender: str | None
    ethnicity: str | None
    language: str | None
    aliases: tuple[str, ...]
    values: Mapping[str, str | None] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)
    reviewed_on: date | None = None
    reviewed_by: str | None = None
    review_on: date | None = None
    part_2: Circumstances | None = None

    @property
    def kept(self) -> bool:
        """Whether anything of part 1 is kept."""
        return any(self.values.values())
