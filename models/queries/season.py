"""The timetable of meetings to come, and what of it should stand in people's calendars."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import InvitationSent, Meeting, PanelSeries
from models.queries.kept_settings import kept_settings
from models.queries.tiers import MAIN, of_tiers, steps_of
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.seasons import MEETING, CalendarEntry, Deadline, MeetingDays
from models.rules.closed_days import kept_days
from models.rules.seasons import SCHOOL_HOLIDAYS, Rule, SeasonDay, season
from models.rules.timetable import due_dates

STILL_DUE = timedelta(days=35)
"""How long after a meeting its own deadlines may still lie ahead."""
_OF = select(Meeting, PanelSeries.name).join(PanelSeries, PanelSeries.id == Meeting.series_id)


def timetable(session: Session, reader: Reader) -> tuple[MeetingDays, ...]:
    """Meetings to come, and those of which a deadline is still ahead, earliest first."""
    since = reader.today - STILL_DUE
    rows = session.execute(
        select(Meeting, PanelSeries.name)
        .join(PanelSeries, PanelSeries.id == Meeting.series_id)
        .where(Meeting.cancelled.is_(False), Meeting.held_on >= since, of_tiers(reader))
        .order_by(Meeting.held_on, Meeting.series_id, Meeting.id)
    )
    found = (_days(session, reader, *row) for row in rows)
    return tuple(
        one
        for one in found
        if one.held_on >= reader.today or any(each.due >= reader.today for each in one.deadlines)
    )


def preview_season(
    session: Session, reader: Reader, rule: Rule, series_id: int | None = None
) -> tuple[SeasonDay, ...]:
    """What a rule would plan for the panel, or for a tier, day by day; nothing is kept."""
    tier = series_id or session.scalar(select(MAIN)) or 0
    own = Meeting.series_id == tier
    taken = session.scalars(select(Meeting.held_on).where(Meeting.cancelled.is_(False), own))
    return season(
        rule,
        steps_of(session, tier),
        reader.today,
        taken=frozenset(taken),
        closed=days_closed(session),
        holidays=school_holidays(session),
    )


def school_holidays(session: Session) -> frozenset[date]:
    """The days on which schools are closed, as the panel keeps them."""
    return kept_days(kept_settings(session).get(SCHOOL_HOLIDAYS, ""))


def calendar_entries(session: Session, reader: Reader) -> tuple[CalendarEntry, ...]:
    """Every meeting to come and its deadlines, then what was sent and is no longer so."""
    sent = _sent(session)
    current = [entry for one in timetable(session, reader) for entry in _entries(one, sent)]
    taken = {one.identity for one in current}
    return (*current, *_gone(session, reader, sent, taken))


def _days(session: Session, reader: Reader, one: Meeting, panel: str) -> MeetingDays:
    steps = steps_of(session, one.series_id)
    code_of = {step.label: step.code for step in steps}
    due = due_dates(one.held_on, steps, reader.today, days_closed(session))
    deadlines = tuple(Deadline(code_of[s.label], s.label, s.due, s.standing) for s in due)
    return MeetingDays(
        one.id, one.uuid, one.series_id, panel, one.held_on, one.starts, one.ends, one.venue,
        one.state, deadlines,
    )  # fmt: skip


def _sent(session: Session) -> dict[str, InvitationSent]:
    """What was sent last of each, of what is for no item and nobody by name."""
    one = InvitationSent
    rows = session.scalars(
        select(one)
        .where(one.item_id.is_(None), one.member_id.is_(None), one.guest_name.is_(None))
        .order_by(one.id)
    )
    return {row.identity: row for row in rows}


def _entries(one: MeetingDays, sent: dict[str, InvitationSent]) -> Iterator[CalendarEntry]:
    for step in one.deadlines:
        own = step.code == MEETING
        identity = f"{one.uuid}-{step.code}"
        starts, ends = (one.starts, one.ends) if own else (None, None)
        venue = one.venue if own else None
        told = (identity, one.panel, step.label, step.due, one.held_on, starts, ends, venue)
        digest = sha256(repr(tuple(map(str, told))).encode()).hexdigest()
        last = sent.get(identity)
        news = last is None or last.digest != digest or last.cancelled
        sequence = 0 if last is None else last.sequence + news
        yield CalendarEntry(
            identity, sequence, False, one.id, one.panel, step.label, step.due, one.held_on,
            starts, ends, venue, digest, news,
        )  # fmt: skip


def _gone(
    session: Session, reader: Reader, sent: dict[str, InvitationSent], taken: Iterable[str]
) -> Iterator[CalendarEntry]:
    """Cancellations of what was sent: of a meeting that is not held, or a step no longer used."""
    labels = {one.code: one.label for one in codes.load("timetable")}
    for identity, last in sent.items():
        if identity in taken or last.cancelled:
            continue
        row = session.execute(_OF.where(Meeting.id == last.meeting_id, of_tiers(reader))).first()
        if row is None:
            continue
        meeting, panel = row
        if not meeting.cancelled and meeting.held_on < reader.today:
            continue
        label = labels.get(identity.partition("-")[2], "Deadline")
        yield CalendarEntry(
            identity, last.sequence + 1, True, meeting.id, panel, label, meeting.held_on,
            meeting.held_on, None, None, None, "", True,
        )  # fmt: skip
