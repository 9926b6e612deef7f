"""Columns that several nouns share: sharing, grading and where a thing came from."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import AgencySet
from models.marks import Information, Sharing


class Shared:
    """Who may read the row; `shared_with` holds agency ids when sharing is named agencies."""

    sharing: Mapped[str] = mapped_column(default=Sharing.ALL_PANEL.value)
    shared_with: Mapped[tuple[int, ...]] = mapped_column(AgencySet, default=())


class Graded:
    """What kind of information the row is; 3x5x2 grading where police gave it."""

    information: Mapped[str] = mapped_column(default=Information.NOT_STATED.value)
    source_grade: Mapped[str | None]
    information_grade: Mapped[str | None]
    handling: Mapped[str | None]
    handling_conditions: Mapped[str | None]


class Verified:
    """Why the row is intelligence no longer: who verified it, and how."""

    kind_reason: Mapped[str | None]


class Sourced:
    """Where the row came from: words, date and kept paper."""

    source: Mapped[str | None]
    source_date: Mapped[date | None]
