"""The panel as read: series, agencies, members, users."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class PanelRecord:
    """The panel's name and what its documents carry."""

    id: int
    name: str
    acronym: str
    area: str | None
    marking: str
    handling: str
    starts: time
    ends: time
    full_names: bool
    section_order: tuple[str, ...]
    section_names: tuple[tuple[str, str], ...]
    necessity: str = ""
    """Why the panel shares, as it is printed with the lawful basis."""
    wordings: tuple[tuple[str, str], ...] = ()
    """The panel's own standing wordings by key, where they are not the shipped ones."""
    minutes_order: tuple[str, ...] = ()
    """The codes of the parts of the minutes in the panel's own order; empty where it has none."""
    pictures: bool = False
    """Whether minutes and action lists show pictures of risk, links and how actions stand."""


@dataclass(frozen=True)
class KeptTemplate:
    """The panel's own Word template: what it is kept under, its name, since when and by whom."""

    digest: str
    name: str
    taken_on: date
    taken_by: str


@dataclass(frozen=True)
class AgencyRecord:
    """An agency of the panel."""

    id: int
    uuid: str
    name: str
    short_name: str | None
    kind: str | None
    partner: str | None
    core: bool
    email: str | None
    secure_mail: bool
    agreement_expires: date | None
    sees_persons_of_concern: bool
    default_information: str | None
    default_sharing: str | None
    active: bool
    email_domain: str | None = None


@dataclass(frozen=True)
class MemberRecord:
    """A member or worker with the agency's name."""

    id: int
    uuid: str
    name: str
    role: str | None
    agency_id: int | None
    agency: str | None
    email: str | None
    phone: str | None
    core: bool
    panel_role: str | None
    authority_to_commit: bool | None
    active: bool


@dataclass(frozen=True)
class UserRecord:
    """Someone who signs in."""

    id: int
    uuid: str
    name: str
    role: str
    member_id: int | None
    active: bool
