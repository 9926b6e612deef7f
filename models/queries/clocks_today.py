"""Clocks on Today: interviews by their hours, who is missing, meetings proposed, the NRM."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import elapsed
from models.entities import Child, MissingEpisode, MissingInformation, NrmReferral, Telling
from models.queries.interviews import Owed, interviews_owed
from models.queries.knowable import leads, listable
from models.queries.labels import labels_of
from models.queries.later import Later
from models.queries.still_missing import StillMissing, still_missing
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.by_day import in_full
from models.rules.day_words import in_words
from models.rules.interviews import Stage, time_words
from models.rules.listing import counted, named_first
from models.rules.names import short_label

if TYPE_CHECKING:
    from models.records.clocks import TellingRow

# Asked for where there is somebody to tell of: their records are no part of the first page.
nrm_waiting = Later("nrm").nrm_waiting
strategy_proposals = Later("strategy").strategy_proposals
to_be_told = Later("tellings").to_be_told
OVERDUE, WAITING = "Overdue", "Waiting"
SHOWN_FOR = timedelta(days=28)
MOST_NAMED = 5
PRESSING = {Stage.OVER: "high", Stage.SOON: "medium"}


def interviews_due(session: Session, reader: Reader) -> list[TodayLine]:
    """Interviews past 72 hours, and those past 48 that can still be held in time."""
    pressing = [one for one in interviews_owed(session, reader) if one.clock.stage in PRESSING]
    names = _initials(session, [one.child_id for one in pressing])
    since = (reader.now - SHOWN_FOR).date()
    return [
        *named_first(
            [one for one in pressing if _day_of(one.told) < since],
            MOST_NAMED,
            lambda one: _interview(one, names),
            lambda left: _rest("high", OVERDUE, f"Return interviews long overdue: {left:,} more"),
        ),
        *(_interview(one, names) for one in pressing if _day_of(one.told) >= since),
    ]


def _interview(one: Owed, names: Mapping[int, str]) -> TodayLine:
    return TodayLine(
        PRESSING[one.clock.stage],
        OVERDUE,
        f"Return interview, {one.clock.words}: {names[one.child_id]}",
        f"returned {in_full(one.told)}",
        "episodes",
        one.child_id,
        _day_of(one.told),
    )


def _day_of(told: date) -> date:
    return told.date() if isinstance(told, datetime) else told


def nrm_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """Decisions of the NRM past the time of whoever decides."""
    if (
        session.scalar(select(NrmReferral.id).where(NrmReferral.referred_on.is_not(None)).limit(1))
        is None
    ):
        return []
    late = [one for one in nrm_waiting(session, reader) if one.overdue]
    names = _initials(session, [one.child_id for one in late])
    return [
        TodayLine(
            "high",
            OVERDUE,
            f"NRM, {one.awaited[0].lower()}{one.awaited[1:]} overdue: {names[one.child_id]}",
            one.clock,
            "nrm",
            one.child_id,
            one.due,
        )
        for one in sorted(late, key=lambda one: (one.due or date.max, one.id))
    ]


def tellings_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """Children and families who were to be told by a day that is past, the oldest first."""
    if session.scalar(select(Telling.id).where(Telling.told_on.is_(None)).limit(1)) is None:
        return []
    late = to_be_told(session, reader, reader.today - timedelta(days=1))
    dated = sorted(((one.by_date, one) for one in late if one.by_date), key=itemgetter(0))
    names = _initials(session, [one.child_id for one in late])
    return named_first(
        dated,
        MOST_NAMED,
        lambda row: _not_told(*row, names[row[1].child_id]),
        lambda left: _rest("high", OVERDUE, f"Not told yet, of children: {left:,} more"),
    )


def _not_told(day: date, one: "TellingRow", child: str) -> TodayLine:
    detail = f"by {one.teller or 'nobody named'}, due {in_words(day)}"
    text = f"Not told yet, {one.whom}: {child}"
    return TodayLine("high", OVERDUE, text, detail, "agreed", one.child_id, day)


def information_due(session: Session, reader: Reader) -> list[TodayLine]:
    """Children whose missing information was to be looked at again by a day that is past."""
    one, lead = MissingInformation, leads(session)
    rows = session.execute(
        select(one.child_id, one.review_on, one.reviewed_on)
        .join(Child, Child.id == one.child_id)
        .where(
            one.review_on < reader.today,
            Child.closed_on.is_(None),
            listable(reader, one.child_id),
        )
        .order_by(one.review_on, one.id)
    ).all()
    names = _initials(session, [lead.get(row.child_id, row.child_id) for row in rows])
    return named_first(
        rows,
        MOST_NAMED,
        lambda row: _not_looked_at(row, lead.get(row.child_id, row.child_id), names),
        lambda left: _rest("high", OVERDUE, f"Missing information to look at: {left:,} more"),
    )


def _not_looked_at(row: Any, child_id: int, names: Mapping[int, str]) -> TodayLine:
    seen = f"last {in_words(row.reviewed_on)}" if row.reviewed_on else "never looked at"
    return TodayLine(
        "high",
        OVERDUE,
        f"Missing information to look at again: {names[child_id]}",
        f"due {in_words(row.review_on)}, {seen}",
        "philomena",
        child_id,
        row.review_on,
    )


def missing_and_proposed(session: Session, reader: Reader) -> list[TodayLine]:
    """Children of whom no return is recorded, and strategy meetings that are proposed."""
    if session.scalar(select(MissingEpisode.id).limit(1)) is None:
        return []
    return [*_missing(session, reader), *_proposed(session, reader)]


def _missing(session: Session, reader: Reader) -> list[TodayLine]:
    """Each child who is missing, the latest first; the rest and the long ago as one line each."""
    found = still_missing(session, reader)
    late = [one for one in found if one.reported_at > reader.now - SHOWN_FOR]
    more, long = late[MOST_NAMED:], found[len(late) :]
    names = _initials(session, [one.child_id for one in late[:MOST_NAMED]])
    lines = [
        TodayLine(
            "medium",
            WAITING,
            f"Missing, no return recorded: {names[one.child_id]}",
            f"{time_words(elapsed(one.reported_at, reader.now))}, reported {in_full(one.told)}",
            "philomena",
            one.child_id,
            one.reported_at.date(),
        )
        for one in late[:MOST_NAMED]
    ]
    told = ((more, "missing besides"), (long, "without a return recorded for over four weeks"))
    return lines + [_counted(some, words) for some, words in told if some]


def _counted(some: list[StillMissing], words: str) -> TodayLine:
    first = min(one.reported_at for one in some).date()
    return TodayLine(
        "medium",
        WAITING,
        f"{counted(len(some), 'child', 'children')} {words}",
        f"reported since {in_words(first)}; say when they came back",
        "clocks",
        None,
        first,
    )


def _proposed(session: Session, reader: Reader) -> list[TodayLine]:
    found = strategy_proposals(session, reader)
    return named_first(
        found,
        MOST_NAMED,
        lambda one: TodayLine(
            "medium",
            WAITING,
            f"Strategy meeting proposed: {short_label('child', one.child)}",
            f"missing {one.episodes} times; record it, or say why none is needed",
            "episodes",
            one.child_id,
        ),
        lambda left: _rest("medium", WAITING, f"Strategy meetings proposed: {left:,} more"),
    )


def _rest(urgency: str, section: str, text: str) -> TodayLine:
    return TodayLine(urgency, section, text, "", "clocks", None)


def _initials(session: Session, ids: list[int]) -> dict[int, str]:
    return {one: short_label("child", name) for one, name in labels_of(session, ids).items()}
