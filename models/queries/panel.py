"""The panel itself: its settings, agencies, members, users and code lists."""

from dataclasses import replace
from datetime import time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes as shipped
from models.entities import (
    Agency,
    District,
    Member,
    PanelSeries,
    Setting,
    User,
    WordingRow,
)
from models.queries import tiers
from models.queries.once import once
from models.records.panel import (
    AgencyRecord,
    MemberRecord,
    PanelRecord,
    UserRecord,
)
from models.records.reader import Reader

NECESSITY = "sharing.necessity"
USUAL_NECESSITY = (
    "The child cannot be protected from exploitation, nor those who exploit be disrupted, without "
    "it; no more is shared than that asks for."
)
DEFAULTS = {
    "marking": "OFFICIAL-SENSITIVE",
    "starts": "09:30",
    "ends": "12:30",
    "full_names": "no",
    "pictures": "no",
    "sections": "V,O,L,T,G",
    NECESSITY: USUAL_NECESSITY,
}
SECTIONS = (
    ("V", "Children"),
    ("O", "Persons of concern"),
    ("L", "Locations"),
    ("G", "Groups"),
    ("T", "Themes"),
    ("X", "Other business"),
)


_WORDINGS = select(WordingRow.key, WordingRow.text).order_by(WordingRow.key)


@once
def panel(session: Session, reader: Reader, series_id: int | None = None) -> PanelRecord:
    """The panel's name, marking and habits, or those of one of its tiers."""
    wanted = select(PanelSeries).order_by(PanelSeries.id)
    if series_id is not None:
        wanted = wanted.where(PanelSeries.id == series_id)
    series = session.scalars(wanted).first()
    kept = settings(session, reader, series.id if series_id is not None and series else None)
    known = {**DEFAULTS, **kept}
    names = tuple((letter, known.get(f"section.{letter}", name)) for letter, name in SECTIONS)
    return PanelRecord(
        id=series.id if series else 0,
        name=series.name if series else "",
        acronym=series.acronym if series else "MACE",
        area=series.area if series else None,
        marking=known["marking"],
        handling=known.get("handling") or wording(session, reader, "handling_line"),
        starts=time.fromisoformat(known["starts"]),
        ends=time.fromisoformat(known["ends"]),
        full_names=known["full_names"] == "yes",
        section_order=tuple(one.strip() for one in known["sections"].split(",")),
        section_names=names,
        necessity=known[NECESSITY],
        pictures=known["pictures"] == "yes",
        minutes_order=tuple(filter(None, known.get("minutes_order", "").split(","))),
        wordings=tuple((key, text) for key, text in session.execute(_WORDINGS)),
    )


def panel_of(session: Session, reader: Reader, meeting_id: int) -> PanelRecord:
    """Name, marking and habits of the tier that a meeting is of."""
    return panel(session, reader, tiers.series_of(session, meeting_id))


def settings(session: Session, reader: Reader, series_id: int | None = None) -> dict[str, str]:
    """Every setting by its key; with a tier, its own over the panel's."""
    wanted = select(Setting.key, Setting.value).where(Setting.series_id.is_(None))
    kept = dict(session.execute(wanted).all())
    return kept if series_id is None else {**kept, **tiers.own_settings(session, series_id)}


@once
def setting(session: Session, reader: Reader, key: str, default: str = "") -> str:
    """One setting, or the default where the panel has not set it."""
    found = session.scalar(
        select(Setting.value).where(Setting.key == key, Setting.series_id.is_(None))
    )
    return default if found is None else found


@once
def setting_at(
    session: Session, reader: Reader, meeting_id: int, key: str, default: str = ""
) -> str:
    """One setting of the tier that a meeting is of, else the panel's, else the default."""
    found = tiers.setting_of(session, tiers.series_of(session, meeting_id), key)
    return default if found is None else found


@once
def wording(session: Session, reader: Reader, key: str) -> str:
    """Standing wording: the panel's own, else the shipped one, else nothing."""
    found = session.scalar(select(WordingRow.text).where(WordingRow.key == key))
    if found is not None:
        return found
    shipped_row = shipped.find("wordings", key)
    return shipped_row.text.strip() if isinstance(shipped_row, shipped.Wording) else ""


@once
def agencies(session: Session, reader: Reader) -> tuple[AgencyRecord, ...]:
    """Every agency in the panel's order."""
    return tuple(agency_record(one) for one in session.scalars(select(Agency).order_by(Agency.id)))


def agency_record(one: Agency) -> AgencyRecord:
    """An agency as a record."""
    return AgencyRecord(
        one.id,
        one.uuid,
        one.name,
        one.short_name,
        one.kind,
        one.partner,
        one.core,
        one.email,
        one.secure_mail,
        one.agreement_expires,
        one.sees_persons_of_concern,
        one.default_information,
        one.default_sharing,
        one.active,
        one.email_domain,
    )


@once
def members(session: Session, reader: Reader) -> tuple[MemberRecord, ...]:
    """Every member with the agency's name, in the order they were entered."""
    rows = session.execute(
        select(Member, Agency.name)
        .outerjoin(Agency, Agency.id == Member.agency_id)
        .order_by(Member.id)
    )
    return tuple(_member_record(member, agency) for member, agency in rows)


def _member_record(one: Member, agency: str | None) -> MemberRecord:
    return MemberRecord(
        one.id,
        one.uuid,
        one.name,
        one.role,
        one.agency_id,
        agency,
        one.email,
        one.phone,
        one.core,
        one.panel_role,
        one.authority_to_commit,
        one.active,
    )


def members_at(session: Session, reader: Reader, meeting_id: int) -> tuple[MemberRecord, ...]:
    """Every member; core is who always attends the tier that the meeting is of."""
    series_id = tiers.series_of(session, meeting_id)
    core = set(session.scalars(select(Member.id).where(tiers.is_core(series_id))))
    return tuple(replace(one, core=one.id in core) for one in members(session, reader))


def agencies_at(session: Session, reader: Reader, meeting_id: int) -> tuple[AgencyRecord, ...]:
    """Every agency; core is which has a seat on the tier that the meeting is of."""
    seated = tiers.agencies_of(session, tiers.series_of(session, meeting_id))
    every = agencies(session, reader)
    if seated is None:
        return every
    return tuple(replace(one, core=one.id in seated) for one in every)


def users(session: Session, reader: Reader) -> tuple[UserRecord, ...]:
    """Everyone who signs in."""
    found = session.scalars(select(User).order_by(User.id))
    return tuple(
        UserRecord(one.id, one.uuid, one.name, one.role, one.member_id, one.active) for one in found
    )


def districts(session: Session, reader: Reader) -> tuple[str, ...]:
    """The panel's districts in the order of reports."""
    found = session.scalars(
        select(District.name).where(District.active).order_by(District.position, District.name)
    )
    return tuple(found)
