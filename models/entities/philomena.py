"""What police need when a child goes missing, kept ready beforehand (Philomena protocol)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class MissingInformation(Row, Base):
    """Part 1: what is known of a child at any time; reviewed by a person, and looked at again."""

    __tablename__ = "missing_information"
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), index=True)
    description: Mapped[str | None]
    marks: Mapped[str | None]
    photograph: Mapped[str | None]
    vulnerabilities: Mapped[str | None]
    medical: Mapped[str | None]
    associates: Mapped[str | None]
    worries: Mapped[str | None]
    addresses: Mapped[str | None]
    places: Mapped[str | None]
    earlier: Mapped[str | None]
    phones: Mapped[str | None]
    accounts: Mapped[str | None]
    money: Mapped[str | None]
    transport: Mapped[str | None]
    identifiers: Mapped[str | None]
    contacts: Mapped[str | None]
    first_steps: Mapped[str | None]
    reviewed_on: Mapped[date | None]
    reviewed_by: Mapped[str | None]
    review_on: Mapped[date | None]


class MissingCircumstances(Row, Base):
    """Part 2: how it was this time, for one missing episode; `given_at` when police had it."""

    __tablename__ = "missing_circumstances"
    episode_id: Mapped[int] = mapped_column(ForeignKey("missing_episode.id"), index=True)
    clothing: Mapped[str | None]
    last_seen: Mapped[str | None]
    carried: Mapped[str | None]
    circumstances: Mapped[str | None]
    concerns: Mapped[str | None]
    given_to: Mapped[str | None]
    given_at: Mapped[datetime | None]
