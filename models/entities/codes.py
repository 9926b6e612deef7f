"""Code lists and wordings as the panel keeps and edits them."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class CodeRow(Row, Base):
    """What the panel says of one row of a code list, or a row of its own.

    `details` are further values of the row by name, as one text; `changed_on` is set as soon as a
    person has changed anything, and only such rows are laid over the shipped list.
    """

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
    details: Mapped[str | None]
    changed_on: Mapped[date | None]
    changed_by: Mapped[str | None]


class WordingRow(Row, Base):
    """Standing wording: opening script, handling line, statements."""

    __tablename__ = "wording_row"
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    source: Mapped[str | None]
