"""The panel's tiers: what they are, how each is set, who sits on which, and who reads which."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select, true
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import Agency, AgendaItem, Meeting, Member, Membership, PanelSeries, Setting
from models.marks import Role
from models.queries.once import once
from models.records.reader import Reader
from models.records.tiers import SeriesRecord
from models.rules import tiers as rule

Tiers = frozenset[int] | None
"""Tiers whose meetings are read, as a `Reader` has them; None for every one."""
_first = aliased(PanelSeries)
MAIN = select(func.min(_first.id)).scalar_subquery()
"""The panel's first tier, which is the panel itself where there is no other."""


def series(session: Session, reader: Reader) -> tuple[SeriesRecord, ...]:
    """Every tier in use that the reader reads, the panel itself first."""
    mine = reader.series
    return tuple(one for one in every_series(session) if mine is None or one.id in mine)


@once
def every_series(session: Session) -> tuple[SeriesRecord, ...]:
    """Every tier in use."""
    rows = session.scalars(select(PanelSeries).where(PanelSeries.active).order_by(PanelSeries.id))
    kept = _kept(session)
    return tuple(_record(one, rule.starting(one.kind, kept.get(one.id, {}))) for one in rows)


def _record(one: PanelSeries, does: Mapping[str, str]) -> SeriesRecord:
    return SeriesRecord(
        one.id,
        one.name,
        one.acronym,
        one.kind,
        does[rule.NAMES] == "yes",
        does[rule.REFERRALS],
        does[rule.REGISTER] == "yes",
        one.area,
        one.cadence,
        one.feeds_into_id,
    )


def tier(session: Session, series_id: int) -> SeriesRecord | None:
    """One tier, None where it is not in use."""
    return next((one for one in every_series(session) if one.id == series_id), None)


def names_people(session: Session, series_id: int) -> bool:
    """Whether a tier speaks of people by name; one that is in use no more does as the panel."""
    found = tier(session, series_id)
    return found is None or found.names_people


def steps_of(session: Session, series_id: int) -> tuple[codes.TimetableStep, ...]:
    """The steps of a tier's timetable."""
    found = tier(session, series_id)
    kind = found.kind if found else rule.OPERATIONAL
    kept = own_settings(session, series_id).get(rule.TIMETABLE)
    return tuple(one for one in codes.timetable() if rule.has_step(kind, kept, one.code))


@once
def series_of(session: Session, meeting_id: int) -> int:
    """The tier that a meeting is of."""
    found = session.scalar(select(Meeting.series_id).where(Meeting.id == meeting_id))
    return found or 0


def kept_by(session: Session, reader: Reader, series_id: int) -> Mapping[str, str]:
    """What a tier has set for itself."""
    return own_settings(session, series_id)


@once
def own_settings(session: Session, series_id: int) -> Mapping[str, str]:
    """What a tier has set for itself, over what the panel has set for all."""
    return dict(_kept(session).get(series_id, {}))


def setting_of(session: Session, series_id: int, key: str) -> str | None:
    """A tier's own setting, else the panel's, None where neither is made; empty is not made."""
    wanted = select(Setting.value).where(Setting.key == key)
    own = session.scalar(wanted.where(Setting.series_id == series_id))
    return own or session.scalar(wanted.where(Setting.series_id.is_(None)))


def is_main(series_id: Any) -> ColumnElement[bool]:
    """True in SQL where this is the panel's first tier."""
    return series_id == MAIN  # type: ignore[no-any-return]


def is_core(series_id: Any) -> ColumnElement[bool]:
    """True in SQL for a member who always sits on the tier, by its id or what selects it.

    On the panel itself that is what the member's own record says; elsewhere the seat does.
    """
    seated = select(Membership.member_id).where(
        Membership.series_id == series_id, Membership.core, Membership.until.is_(None)
    )
    main = is_main(series_id)
    return or_(and_(main, Member.core), and_(not_(main), Member.id.in_(seated)))


def has_seat(session: Session, member_id: int, meeting_id: int) -> bool:
    """Whether a member always sits on the tier that a meeting is of."""
    here = is_core(of_meeting(meeting_id).scalar_subquery())
    return session.scalar(select(Member.id).where(Member.id == member_id, here)) is not None


@once
def agencies_of(session: Session, series_id: int) -> frozenset[int] | None:
    """The agencies with a seat on a tier; None on the panel itself, whose agencies say so."""
    if session.scalar(select(MAIN)) == series_id:
        return None
    rows = session.scalars(
        select(Member.agency_id).where(Member.agency_id.is_not(None), is_core(series_id))
    )
    return frozenset(one for one in rows if one is not None)


def of_meeting(meeting: Any) -> Select[int]:
    """The tier of a meeting, by the column or parameter that names it."""
    return select(Meeting.series_id).where(Meeting.id == meeting)


def of_tiers(reader: Reader, column: Any = Meeting.series_id) -> ColumnElement[bool]:
    """True in SQL for a meeting of a tier that the reader reads."""
    return among(reader.series, column)


def among(tiers: Tiers, column: Any = Meeting.series_id) -> ColumnElement[bool]:
    """True in SQL for a meeting of one of these tiers."""
    if tiers is None:
        return true()
    return column.in_(tiers) if tiers else false()


def same_tier(meeting: Meeting) -> ColumnElement[bool]:
    """True in SQL for a meeting of the same tier as this one."""
    return Meeting.series_id == meeting.series_id


def reach(session: Session, role: Role, member_id: int | None) -> rule.Reach:
    """Which tiers a person reads."""
    seats = select(Membership.series_id).where(
        Membership.member_id == member_id, Membership.until.is_(None)
    )
    mine = frozenset(session.scalars(seats)) if member_id else frozenset()
    return rule.reach(role, mine, every_series(session))


def items_elsewhere(session: Session, reach: rule.Reach) -> frozenset[int]:
    """Items of the tiers that a person does not read."""
    if reach.series is None:
        return frozenset()
    items = select(AgendaItem.id).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    return frozenset(session.scalars(items.where(Meeting.series_id.not_in(reach.series))))


@once
def _kept(session: Session) -> Mapping[int, Mapping[str, str]]:
    found: dict[int, dict[str, str]] = {}
    rows = session.execute(
        select(Setting.series_id, Setting.key, Setting.value).where(
            Setting.series_id.is_not(None), Setting.value != ""
        )
    )
    for series_id, key, value in rows:
        found.setdefault(series_id or 0, {})[key] = value
    return found


def seats(session: Session, reader: Reader) -> tuple[tuple[int, int, str | None], ...]:
    """Who always attends which tier: member, tier and part."""
    rows = session.execute(
        select(Membership.member_id, Membership.series_id, Membership.seat)
        .where(Membership.until.is_(None), Membership.core)
        .order_by(Membership.series_id, Membership.id)
    )
    return tuple((member, series_id, seat) for member, series_id, seat in rows)


def tier_names(session: Session, reader: Reader) -> Mapping[int, str]:
    """The tiers that the reader reads by name, former ones too, where there are several."""
    rows = session.execute(select(PanelSeries.id, PanelSeries.name).order_by(PanelSeries.id))
    mine = reader.series
    read = {one: name for one, name in rows if mine is None or one in mine}
    return read if len(read) > 1 else {}


def seated_agencies(
    session: Session, series_ids: Collection[int]
) -> list[tuple[int, str, frozenset[int]]]:
    """Agencies with a seat on any of these tiers, by name, each with those on which it sits."""
    seats = {one: agencies_of(session, one) for one in series_ids}
    rows = session.execute(select(Agency.id, Agency.name, Agency.core).order_by(Agency.name))
    found = (
        (
            one,
            name,
            frozenset(t for t, own in seats.items() if (core if own is None else one in own)),
        )
        for one, name, core in rows
    )
    return [one for one in found if one[2]]
