"""Meetings, who attended them, what was declared and whether they were quorate."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, bindparam, func, select, true
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import (
    Agency,
    AgendaItem,
    Attendance,
    ItemAttendee,
    Meeting,
    MeetingEvent,
    Member,
    PanelSeries,
)
from models.queries.coming import following, to_come
from models.queries.once import once
from models.queries.tiers import MAIN, is_core, of_tiers, series_of, setting_of
from models.records.meeting import AttendanceRow, MeetingRecord
from models.records.reader import Reader
from models.rules import quorum as quorum_rule
from models.rules.asking import kind_of
from models.rules.attending import LEFT, RETURNED, absences
from models.rules.quorum import Quorum, QuorumGroup, QuorumRule
from models.rules.words_read import from_text

_MOVED = (
    select(MeetingEvent.member_id, MeetingEvent.text, MeetingEvent.kind, MeetingEvent.at)
    .where(
        MeetingEvent.meeting_id == bindparam("meeting"),
        MeetingEvent.kind.in_((LEFT, RETURNED)),
        MeetingEvent.item_id.is_(None),
    )
    .order_by(MeetingEvent.id)
)
_chair = aliased(Member)
_minute_taker = aliased(Member)
Moved = dict[int | str | None, list[tuple[str, datetime]]]


def meetings(session: Session, reader: Reader) -> tuple[MeetingRecord, ...]:
    """Every meeting, latest first."""
    found = session.execute(
        _select().where(of_tiers(reader)).order_by(Meeting.held_on.desc(), Meeting.series_id)
    )
    return tuple(_record(*row) for row in found)


@once
def meeting(session: Session, reader: Reader, meeting_id: int) -> MeetingRecord:
    """One meeting."""
    return _record(*session.execute(_select().where(Meeting.id == meeting_id)).one())


def meeting_on(session: Session, reader: Reader, held_on: date) -> MeetingRecord | None:
    """The meeting of a day, None where there is none; of two tiers' the first tier's."""
    wanted = _select().where(Meeting.held_on == held_on, of_tiers(reader))
    row = session.execute(wanted.order_by(Meeting.series_id)).first()
    return _record(*row) if row else None


def following_day(
    session: Session, reader: Reader, day: date, series_id: int | None = None
) -> date | None:
    """The day of the panel's, or a tier's, next meeting after a day, None where none is planned."""
    return following(session, day, series_id)


def preceding_day(
    session: Session, reader: Reader, day: date, series_id: int | None = None
) -> date | None:
    """The day of the last meeting of the panel, or of a tier, before a day; None without one."""
    of = Meeting.series_id == (MAIN if series_id is None else series_id)
    held = (Meeting.cancelled.is_(False), Meeting.held_on < day, of)
    return session.scalar(select(func.max(Meeting.held_on)).where(*held))


def next_meeting(
    session: Session, reader: Reader, on: date | None = None, series_id: int | None = None
) -> MeetingRecord | None:
    """The first meeting, of any tier or of one, on or after a day that is not closed."""
    own = true() if series_id is None else Meeting.series_id == series_id
    row = session.execute(
        _select()
        .where(to_come(on or reader.today), of_tiers(reader), own)
        .order_by(Meeting.held_on, Meeting.series_id)
    ).first()
    return _record(*row) if row else None


def _select() -> Any:
    return (
        select(Meeting, PanelSeries, _chair.name, _minute_taker.name)
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .outerjoin(_chair, _chair.id == Meeting.chair_id)
        .outerjoin(_minute_taker, _minute_taker.id == Meeting.minute_taker_id)
        .where(Meeting.cancelled.is_(False))
    )


def _record(
    one: Meeting, panel: PanelSeries, chair: str | None, minute_taker: str | None
) -> MeetingRecord:
    return MeetingRecord(
        one.id,
        one.uuid,
        panel.name,
        one.held_on,
        one.starts,
        one.ends,
        one.venue,
        one.state,
        chair,
        one.chair_id,
        minute_taker,
        one.minute_taker_id,
        one.started_at,
        one.closed_at,
        one.script_read_by,
        one.script_read_at,
        one.quorum_decision,
        one.quorum_reason,
        one.previous_minutes_date,
        one.previous_minutes_agreed,
        one.previous_minutes_corrections,
        one.other_business,
        one.next_meeting_on,
        panel.id,
        panel.kind,
        tuple(from_text(one.words_read).items()),
    )


@once
def attendance(session: Session, reader: Reader, meeting_id: int) -> tuple[AttendanceRow, ...]:
    """Who attended and how, then those for whom nothing was taken yet.

    They are the core members, and whoever is named as chair or minute taker.
    """
    moved = _moved(session, meeting_id)
    taken = tuple(
        replace(one, absences=absences(moved.get(who, ()), one.left))
        for who, one in _taken(session, meeting_id)
    )
    here = {row.member_id for row in taken}
    awaited = {one.member_id: one for one in _holding(session, meeting_id)}
    awaited |= {one.member_id: one for one in _core(session, series_of(session, meeting_id))}
    core = sorted(awaited.values(), key=lambda one: not one.core)
    return taken + tuple(one for one in core if one.member_id not in here)


@once
def _taken(session: Session, meeting_id: int) -> tuple[tuple[int | str | None, AttendanceRow], ...]:
    """How each attended of whom it was taken, but for their absences; first who they are."""
    deputy_for = aliased(Member)
    rows = session.execute(
        select(Attendance, Member, Agency.name, deputy_for.name)
        .outerjoin(Member, Member.id == Attendance.member_id)
        .outerjoin(Agency, Agency.id == Attendance.agency_id)
        .outerjoin(deputy_for, deputy_for.id == Attendance.deputy_for_id)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.id)
    )
    guests = _guests(session, meeting_id)
    found = ((row[0].member_id or row[0].guest_name, _attended(*row)) for row in rows)
    return tuple((who, replace(one, guest_of=guests.get(who, frozenset()))) for who, one in found)


def _guests(session: Session, meeting_id: int) -> Mapping[int | str | None, frozenset[int]]:
    """The items that each guest, a member or somebody by name, is invited for."""
    rows = session.execute(
        select(ItemAttendee.member_id, ItemAttendee.guest_name, ItemAttendee.item_id)
        .join(AgendaItem, AgendaItem.id == ItemAttendee.item_id)
        .where(AgendaItem.meeting_id == meeting_id)
    )
    found: dict[int | str | None, set[int]] = {}
    for member_id, name, item_id in rows:
        found.setdefault(member_id or name, set()).add(item_id)
    return {who: frozenset(items) for who, items in found.items()}


def _moved(session: Session, meeting_id: int) -> Moved:
    """Who left the meeting and came back, by member or, for a guest, by name."""
    found: Moved = {}
    for member_id, guest, kind, at in session.execute(_MOVED, {"meeting": meeting_id}):
        found.setdefault(member_id or guest, []).append((kind, at))
    return found


def _attended(
    one: Attendance,
    member: Member | None,
    agency: str | None,
    deputy_for: str | None,
) -> AttendanceRow:
    return AttendanceRow(
        one.id,
        one.member_id,
        member.name if member else one.guest_name or "",
        member.role if member else None,
        one.agency_id,
        agency,
        one.code,
        one.arrived,
        one.left,
        deputy_for,
        one.information_sent_on,
        bool(member and member.core),
    )


@once
def _core(session: Session, series_id: int) -> tuple[AttendanceRow, ...]:
    """The core members of a tier, as of whom nothing was taken."""
    rows = session.execute(_members().where(Member.active, is_core(series_id)))
    return tuple(_untaken(one, agency, core=True) for one, agency in rows)


@once
def _holding(session: Session, meeting_id: int) -> tuple[AttendanceRow, ...]:
    """Who is named to chair and to take the minutes, as of whom nothing was taken."""
    holds = Member.id.in_((Meeting.chair_id, Meeting.minute_taker_id))
    rows = session.execute(_members().join(Meeting, holds).where(Meeting.id == meeting_id))
    return tuple(_untaken(one, agency, core=False) for one, agency in rows)


def _members() -> Select[Member, str]:
    outer = select(Member, Agency.name).outerjoin(Agency, Agency.id == Member.agency_id)
    return outer.order_by(Member.id)


def _untaken(one: Member, agency: str | None, *, core: bool) -> AttendanceRow:
    who = (0, one.id, one.name, one.role, one.agency_id, agency)
    return AttendanceRow(*who, None, None, None, None, None, core)


@once
def quorum(session: Session, reader: Reader, meeting_id: int) -> Quorum:
    """Whether the meeting is quorate by the panel's rule, in words."""
    here = session.scalars(
        select(Attendance.agency_id).where(
            Attendance.meeting_id == meeting_id,
            Attendance.code.in_(sorted(quorum_rule.IN_THE_ROOM)),
            Attendance.left.is_(None),
        )
    )
    return quorum_rule.quorum(
        _rule(session, series_of(session, meeting_id)), {one for one in here if one}
    )


@once
def _rule(session: Session, series_id: int) -> QuorumRule:
    """The required groups, each met by any agency of a kind that fills it."""
    filled: dict[str, set[int]] = {}
    for agency_id, name, kind in session.execute(select(Agency.id, Agency.name, Agency.kind)):
        known = kind_of(kind, name)
        if known is not None and known.quorum_group:
            filled.setdefault(known.quorum_group, set()).add(agency_id)
    kept = setting_of(session, series_id, "quorum")
    required = codes.rows_of("quorum_groups", codes.QuorumGroup)
    wanted = kept.split(",") if kept else [one.code for one in required if one.required]
    return QuorumRule(
        tuple(
            QuorumGroup(one.label.lower(), frozenset(filled.get(one.code, ())))
            for one in required
            if one.code in wanted
        )
    )


def counted_at(held: MeetingRecord, now: datetime) -> datetime:
    """The moment at which a meeting's papers count: its close, or now while it is not over.

    One that was closed on another day, or never, counts at the end of its own day.
    """
    end = datetime.combine(held.held_on, time(23, 59, 59))
    closed = held.closed_at
    return min(now, closed if closed and closed.date() == held.held_on else end)
