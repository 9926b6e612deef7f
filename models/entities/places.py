"""What is known of a place over time: its guardians, its assessments, and where postcodes lie."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row
from models.entities.columns import Shared


class Guardian(Row, Base):
    """Somebody who looks after a place: a Community Guardian, a warden, a shopkeeper."""

    __tablename__ = "guardian"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    name: Mapped[str]
    role: Mapped[str | None]
    contact: Mapped[str | None]
    since: Mapped[date | None]
    until: Mapped[date | None]


class PlaceAssessment(Row, Base, Shared):
    """One version of the assessment of a place; the latest is worked on, earlier ones stand."""

    __tablename__ = "place_assessment"
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"), index=True)
    assessed_on: Mapped[date]
    author: Mapped[str]
    lead: Mapped[str | None]
    trigger: Mapped[str | None]
    what_happens: Mapped[str | None]
    environment: Mapped[str | None]
    guardians: Mapped[str | None]
    policies: Mapped[str | None]
    young_people: Mapped[str | None]
    community: Mapped[str | None]
    involved: Mapped[str | None]
    strengths: Mapped[str | None]
    weighting: Mapped[str | None]
    weighting_reason: Mapped[str | None]
    plan: Mapped[str | None]
    success: Mapped[str | None]
    measured_before: Mapped[str | None]
    measured_after: Mapped[str | None]
    review_on: Mapped[date | None]


class PostcodePosition(Row, Base):
    """Where a postcode of a place lies, in metres of the National Grid, and from which file."""

    __tablename__ = "postcode_position"
    postcode: Mapped[str] = mapped_column(unique=True)
    easting: Mapped[float]
    northing: Mapped[float]
    source: Mapped[str]
