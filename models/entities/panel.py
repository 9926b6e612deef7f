"""The panel itself: series, settings, agencies, members, users and districts."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Row


class PanelSeries(Row, Base):
    """A panel that meets again and again: triage, operational, strategic or extraordinary."""

    __tablename__ = "panel_series"
    name: Mapped[str]
    acronym: Mapped[str] = mapped_column(default="MACE")
    kind: Mapped[str] = mapped_column(default="operational")
    area: Mapped[str | None]
    cadence: Mapped[str | None]
    feeds_into_id: Mapped[int | None] = mapped_column(ForeignKey("panel_series.id"))
    active: Mapped[bool] = mapped_column(default=True)


class Setting(Row, Base):
    """One setting of the panel: key and value as text."""

    __tablename__ = "setting"
    series_id: Mapped[int | None] = mapped_column(ForeignKey("panel_series.id"))
    key: Mapped[str] = mapped_column(index=True)
    value: Mapped[str]


class District(Row, Base):
    """A partition of the panel's area, in the order of reports."""

    __tablename__ = "district"
    name: Mapped[str] = mapped_column(unique=True)
    authority: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)


class Agency(Row, Base):
    """An organisation that sits on the panel or is asked by it."""

    __tablename__ = "agency"
    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str | None]
    kind: Mapped[str | None]
    partner: Mapped[str | None]
    core: Mapped[bool] = mapped_column(default=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    single_point_of_contact: Mapped[str | None]
    escalation_contact: Mapped[str | None]
    email: Mapped[str | None]
    email_domain: Mapped[str | None]
    secure_mail: Mapped[bool] = mapped_column(default=False)
    agreement_signed: Mapped[date | None]
    agreement_version: Mapped[str | None]
    agreement_expires: Mapped[date | None]
    sees_persons_of_concern: Mapped[bool] = mapped_column(default=False)
    default_information: Mapped[str | None]
    default_sharing: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)


class Member(Row, Base):
    """A person who sits for an agency, or works with a child for it."""

    __tablename__ = "member"
    name: Mapped[str] = mapped_column(index=True)
    role: Mapped[str | None]
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    email: Mapped[str | None]
    phone: Mapped[str | None]
    core: Mapped[bool] = mapped_column(default=False)
    panel_role: Mapped[str | None]
    authority_to_commit: Mapped[bool | None]
    confidentiality_signed: Mapped[date | None]
    vetting_date: Mapped[date | None]
    accessibility_needs: Mapped[str | None]
    access_expires: Mapped[date | None]
    active: Mapped[bool] = mapped_column(default=True)


class Membership(Row, Base):
    """A member's seat in one series."""

    __tablename__ = "membership"
    series_id: Mapped[int] = mapped_column(ForeignKey("panel_series.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    seat: Mapped[str | None]
    core: Mapped[bool] = mapped_column(default=True)
    since: Mapped[date | None]
    until: Mapped[date | None]


class User(Row, Base):
    """Someone who signs in on this machine."""

    __tablename__ = "user"
    name: Mapped[str]
    role: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    slot: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime | None]
