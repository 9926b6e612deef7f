"""Code lists, schemes, measures and wordings as the panel keeps and edits them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class CodeRow(Row, Base):
    """One row of a code list, with the panel's own label and dates."""

    __tablename__ = "code_row"
    list_name: Mapped[str] = mapped_column(index=True)
    code: Mapped[str]
    label: Mapped[str]
    local_label: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    synonyms: Mapped[str] = mapped_column(default="")
    note: Mapped[str | None]
    source: Mapped[str | None]


class SchemeRow(Row, Base):
    """A version of a risk scheme: arithmetic and validity as data."""

    __tablename__ = "scheme_row"
    code: Mapped[str] = mapped_column(index=True)
    version: Mapped[str] = mapped_column(default="1")
    label: Mapped[str]
    arithmetic: Mapped[str | None]
    validity_number: Mapped[int | None]
    validity_unit: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    source: Mapped[str | None]


class SchemeLevel(Row, Base):
    """One level of a scheme; `low` and `high` bound the score where the source gives bands."""

    __tablename__ = "scheme_level"
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme_row.id"), index=True)
    code: Mapped[str]
    label: Mapped[str]
    rank: Mapped[int]
    low: Mapped[int | None]
    high: Mapped[int | None]


class MeasureType(Row, Base):
    """A disruption measure of the catalogue."""

    __tablename__ = "measure_type"
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    group: Mapped[str | None]
    legal_basis: Mapped[str]
    applicant: Mapped[str | None]
    target: Mapped[str | None]
    way: Mapped[str | None]
    note: Mapped[str | None]
    other_names: Mapped[str] = mapped_column(default="")
    status: Mapped[str | None]
    in_force_from: Mapped[date | None]
    in_force_to: Mapped[date | None]
    active: Mapped[bool] = mapped_column(default=True)
    source: Mapped[str | None]


class WordingRow(Row, Base):
    """Standing wording: opening script, handling line, statements."""

    __tablename__ = "wording_row"
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    source: Mapped[str | None]
