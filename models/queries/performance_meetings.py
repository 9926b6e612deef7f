"""Indicators of meetings: items and their time, attendance, returns, quorum, minutes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgencyReturn, AgendaItem, Attendance, Issue, Meeting
from models.marks import ItemState, MeetingState
from models.queries import performance_contributions
from models.queries.meetings import quorum
from models.queries.minutes import WHOLE
from models.queries.tiers import of_tiers, seated_agencies, tier_names
from models.queries.visible import takes_part
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.indicators import (
    Figure,
    Term,
    counted,
    listed_meeting,
    middle,
    row,
    share,
    unknown,
)
from models.rules.quarters import Span
from models.rules.quorum import IN_THE_ROOM
from models.rules.working_days import add_working_days

SECTION = "Meetings"
HERE = sorted(IN_THE_ROOM | {"C"})
"""Also who stepped out for an item."""
HELD = Term(SECTION, "Held", "Meetings of the quarter that took place; cancelled ones left out.")
CANCELLED = Term(SECTION, "Cancelled", "Meetings of the quarter that were cancelled.")
QUORATE = Term(
    SECTION, "% quorate", "Of meetings held, those quorate by who was there at the end.", True
)
DISCUSSED = Term(SECTION, "Items discussed", "Items that meetings held in the quarter discussed.")
WAITING = Term(SECTION, "Items not reached or deferred", "Items of meetings held that were not.")
TAKEN = Term(
    SECTION, "Minutes taken for an item", "Median minutes on the clock of items discussed."
)
PLANNED = Term(SECTION, "Minutes planned for an item", "Median minutes planned for the same items.")
ATTENDED = (
    "Of meetings held by tiers on which the agency has a seat, those for which somebody of it is "
    "marked present, remote or deputy, or left for an item only"
)
SILENT = Term(
    SECTION,
    "Apologies without information",
    "Members marked as sending apologies and no information.",
)
RETURNS = Term(
    SECTION,
    "% of returns on time",
    "Of returns asked of agencies for meetings held, with a day due, those received by that day.",
    True,
)
MINUTES = Term(
    SECTION,
    "% of minutes issued in time",
    "Of meetings held whose time has run out, those whose minutes were first issued within the "
    "working days of the timetable.",
    True,
)
NO_MEETING = "no meeting was held."
NO_SEAT = "no meeting was held on which the agency has a seat."
NO_ITEM = "no item was discussed with the clock running."
NO_RETURN = "no return was asked for."
NO_TIME = "the timetable gives no working days for minutes."
NOT_YET = "no meeting's time for minutes has run out."


class _Meeting(NamedTuple):
    held_on: date
    tier: str
    """By name where the file holds several."""
    series_id: int


Held = dict[int, _Meeting]
"""The meetings that took place."""


class _Item(NamedTuple):
    meeting_id: int
    state: str
    seconds: int
    planned: int


def meeting_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of meetings, a figure for each quarter."""
    called = [_meetings(session, reader, span) for span in spans]
    held = [{one: it for one, it, off, over in some if over and not off} for some in called]
    told = (counted([_listed(*one) for one in some.items()]) for some in held)
    yield row(HELD, told)
    off = ([_listed(one, it) for one, it, off, _ in some if off] for some in called)
    yield row(CANCELLED, map(counted, off))
    yield row(QUORATE, (_quorate(session, reader, some) for some in held))
    yield from _items(session, reader, held)
    yield from _attendance(session, reader, held)
    yield row(RETURNS, (_returns(session, some) for some in held))
    yield row(
        MINUTES, (_minutes(session, reader, s, span) for s, span in zip(held, spans, strict=True))
    )


def _meetings(
    session: Session, reader: Reader, span: Span
) -> list[tuple[int, _Meeting, bool, bool]]:
    names = tier_names(session, reader)
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, Meeting.series_id, Meeting.cancelled, Meeting.state)
        .where(Meeting.held_on.between(span.first, span.last), of_tiers(reader))
        .order_by(Meeting.held_on, Meeting.id)
    )
    return [
        (one, _Meeting(day, names.get(tier or 0, ""), tier or 0), off,
         state == MeetingState.CLOSED.value)
        for one, day, tier, off, state in rows
    ]  # fmt: skip


def _listed(meeting_id: int, it: _Meeting) -> Listed:
    return listed_meeting(meeting_id, it.held_on, it.tier)


def _of(held: Held, meeting_ids: Iterable[int]) -> list[Listed]:
    """These of the meetings held, as what stands behind a figure."""
    return [_listed(one, held[one]) for one in meeting_ids]


def _share(part: Iterable[int], held: Held) -> Figure:
    return share(_of(held, part), _of(held, held), NO_MEETING)


def _quorate(session: Session, reader: Reader, held: Held) -> Figure:
    return _share([one for one in held if quorum(session, reader, one).met], held)


def _items(session: Session, reader: Reader, held: Sequence[Held]) -> Iterator[ReportRow]:
    every = [_read(session, reader, some) for some in held]
    waits = {ItemState.NOT_REACHED.value, ItemState.DEFERRED.value}

    def counts(states: set[str]) -> Iterator[Figure]:
        for some, items in zip(held, every, strict=True):
            yield counted(_of(some, (one.meeting_id for one in items if one.state in states)))

    yield row(DISCUSSED, counts({ItemState.DISCUSSED.value}))
    yield row(WAITING, counts(waits))
    timed = [
        [one for one in items if one.state == ItemState.DISCUSSED and one.seconds]
        for items in every
    ]
    for term, minutes in ((TAKEN, _taken), (PLANNED, _planned)):
        yield row(
            term,
            (
                middle(
                    list(map(minutes, items)),
                    _of(some, (one.meeting_id for one in items)),
                    NO_ITEM,
                )
                for some, items in zip(held, timed, strict=True)
            ),
        )


def _taken(one: _Item) -> float:
    return one.seconds / 60


def _planned(one: _Item) -> float:
    return one.planned


def _read(session: Session, reader: Reader, held: Held) -> list[_Item]:
    rows = session.execute(
        select(
            AgendaItem.meeting_id,
            AgendaItem.state,
            AgendaItem.seconds,
            AgendaItem.planned_minutes,
        )
        .where(
            AgendaItem.meeting_id.in_(held),
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(AgendaItem.id)
    )
    return [_Item(*one) for one in rows]


def _attendance(session: Session, reader: Reader, held: Sequence[Held]) -> Iterator[ReportRow]:
    here = select(Attendance.agency_id, Attendance.meeting_id).where(Attendance.code.in_(HERE))
    came = [{*session.execute(here.where(Attendance.meeting_id.in_(some))).all()} for some in held]
    tiers = {it.series_id for some in held for it in some.values()}
    seated = seated_agencies(session, tiers)
    for agency_id, name, seats in seated:
        term = Term(SECTION, f"{name}: % attended", f"{ATTENDED}.", True)
        own = [{one: it for one, it in some.items() if it.series_id in seats} for some in held]
        yield row(
            term,
            (
                share(_of(some, (one for one in some if (agency_id, one) in there)),
                      _of(some, some), NO_SEAT)
                for there, some in zip(came, own, strict=True)
            ),
        )  # fmt: skip
    yield row(SILENT, (_silent(session, some) for some in held))
    told = [
        performance_contributions.Held(
            {one: _listed(one, it) for one, it in some.items()},
            {one: it.series_id for one, it in some.items()},
        )
        for some in held
    ]
    yield from performance_contributions.contribution_rows(session, reader, SECTION, told, seated)


def _silent(session: Session, held: Held) -> Figure:
    found = session.scalars(
        select(Attendance.meeting_id).where(Attendance.meeting_id.in_(held), Attendance.code == "N")
    ).all()
    return counted(_of(held, found)) if held else unknown(NO_MEETING)


def _returns(session: Session, held: Held) -> Figure:
    rows = session.execute(
        select(AgencyReturn.meeting_id, AgencyReturn.due_on, AgencyReturn.received_at)
        .where(AgencyReturn.meeting_id.in_(held), AgencyReturn.due_on.is_not(None))
        .order_by(AgencyReturn.id)
    ).all()
    kept = [one for one, due, at in rows if one and due and at is not None and at.date() <= due]
    return share(_of(held, kept), _of(held, (one for one, _, _ in rows if one)), NO_RETURN)


def _minutes(session: Session, reader: Reader, held: Held, span: Span) -> Figure:
    steps = codes.rows_of("timetable", codes.TimetableStep)
    days = next((one.working_days for one in steps if one.code == "minutes"), None)
    if days is None:
        return unknown(NO_TIME)
    closed, until = days_closed(session), span.end(reader.now).date()
    due = {one: add_working_days(it.held_on, days, closed) for one, it in held.items()}
    out = {one: held[one] for one, day in due.items() if day < until}
    if not out:
        return unknown(NOT_YET)
    rows = session.execute(
        select(Issue.meeting_id, func.min(Issue.at))
        .where(Issue.meeting_id.in_(out), Issue.document == WHOLE, Issue.recalled_at.is_(None))
        .group_by(Issue.meeting_id)
    )
    kept = [one for one, at in rows if one is not None and at.date() <= due[one]]
    return _share(sorted(kept), out)
