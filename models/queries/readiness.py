"""How ready a meeting is: each item's points, each agency's return."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    AgencyReturn,
    AgendaItem,
    Child,
    Discussion,
    InformationLine,
    Meeting,
    Referral,
)
from models.queries.asking import asked as asked_items
from models.queries.late_returns import LateReturn, late_returns
from models.queries.running_order import references, running_order
from models.queries.standing import standings
from models.queries.working import days_closed
from models.records.meeting import ReadinessRow, ReturnRow, WaitingReturns
from models.records.reader import Reader
from models.rules.asking import missed_words
from models.rules.lateness import late_words
from models.rules.nothing_known import is_nothing_known
from models.rules.returns_in import NOTHING_KNOWN


def readiness(session: Session, reader: Reader, meeting_id: int) -> tuple[ReadinessRow, ...]:
    """For each item: assessment in date, returns in, lead professional named, child's voice."""
    held = session.get_one(Meeting, meeting_id).held_on
    rows = running_order(session, reader, meeting_id)
    children = [row.subject_id for row in rows if row.subject_kind == "child" and row.subject_id]
    standing = standings(session, reader, children, held)
    spoken = _returned(session, meeting_id)
    empty = knowing_nothing(session, reader, meeting_id)
    missed = Counter(one.item_id for one in asked_items(session, reader, meeting_id) if one.missed)
    voices = _voices(session, meeting_id)
    leads = dict(
        session.execute(select(Child.id, Child.lead_name).where(Child.id.in_(children))).all()
    )
    found = []
    for row in rows:
        points: list[tuple[str, bool]] = []
        child = standing.get(row.subject_id or 0)
        if child is not None:
            points.append(("Assessment in date", not child.assessment_overdue))
        points.append(_returns(spoken.get(row.subject_id or 0, 0), empty.get(row.id, 0)))
        if missed[row.id]:
            points.append((missed_words(missed[row.id]), False))
        if child is not None:
            points.append(("Lead professional", bool(leads.get(row.subject_id or 0))))
            points.append(("Child's voice", row.id in voices))
        found.append(ReadinessRow(row.id, tuple(points)))
    return tuple(found)


def _returns(count: int, nothing: int) -> tuple[str, bool]:
    """How many agencies told something of an item, and how many that they know nothing."""
    agencies = f"{count} agenc{'y' if count == 1 else 'ies'}"
    if nothing and not count:
        return f"Nothing known to {nothing} agenc{'y' if nothing == 1 else 'ies'}", True
    more = f", nothing known to {nothing}" if nothing else ""
    return f"Returns from {agencies}{more}", count > 0


def _told(session: Session, meeting_id: int) -> dict[int, dict[int, bool]]:
    """By subject and agency of its return's lines: whether they tell anything."""
    rows = session.execute(
        select(InformationLine.subject_id, InformationLine.agency_id, InformationLine.text).where(
            InformationLine.meeting_id == meeting_id,
            InformationLine.origin == "return",
            InformationLine.subject_id.is_not(None),
            InformationLine.agency_id.is_not(None),
        )
    )
    found: dict[int, dict[int, bool]] = defaultdict(dict)
    for subject, agency, text in rows:
        if subject is None or agency is None:
            continue
        told = found[subject].get(agency, False) or not is_nothing_known(text)
        found[subject][agency] = told
    return found


def _returned(session: Session, meeting_id: int) -> dict[int, int]:
    """By subject: how many agencies' returns tell something of it."""
    told = _told(session, meeting_id)
    return {subject: sum(said.values()) for subject, said in told.items()}


def knowing_nothing(session: Session, reader: Reader, meeting_id: int) -> dict[int, int]:
    """By item: how many agencies that were asked about it have said that they know nothing.

    An agency says so of one child, or of all that it was asked about.
    """
    told = _told(session, meeting_id)
    empty = set(
        session.scalars(
            select(AgencyReturn.agency_id).where(
                AgencyReturn.meeting_id == meeting_id,
                AgencyReturn.received_at.is_not(None),
                AgencyReturn.nothing_known.is_(True),
            )
        )
    )
    subjects = dict(
        session.execute(
            select(AgendaItem.id, AgendaItem.subject_id).where(AgendaItem.meeting_id == meeting_id)
        ).all()
    )
    found: Counter[int] = Counter()
    for one in asked_items(session, reader, meeting_id):
        said = told.get(subjects.get(one.item_id) or 0, {})
        nothing = said.get(one.agency_id) is False
        asked = one.asked and not (one.missed or one.awaited)
        if nothing or (asked and one.agency_id in empty and one.agency_id not in said):
            found[one.item_id] += 1
    return dict(found)


def _voices(session: Session, meeting_id: int) -> set[int]:
    rows = session.execute(
        select(AgendaItem.id, Referral.voice, Discussion.voice)
        .outerjoin(Referral, Referral.id == AgendaItem.referral_id)
        .outerjoin(Discussion, Discussion.item_id == AgendaItem.id)
        .where(AgendaItem.meeting_id == meeting_id)
    )
    return {item for item, referred, said in rows if referred or said}


def waiting_returns(session: Session, reader: Reader) -> tuple[WaitingReturns, ...]:
    """Returns that wait for a meeting to be planned on their day, by that day."""
    rows = session.execute(
        select(AgencyReturn.meeting_on, Agency.name)
        .join(Agency, Agency.id == AgencyReturn.agency_id)
        .where(AgencyReturn.meeting_id.is_(None))
        .order_by(AgencyReturn.meeting_on, Agency.id)
    ).all()
    days = dict.fromkeys(day for day, _ in rows)
    return tuple(
        WaitingReturns(day, tuple(name for other, name in rows if other == day)) for day in days
    )


def returns(session: Session, reader: Reader, meeting_id: int) -> tuple[ReturnRow, ...]:
    """Each agency's return: asked, due, in, late by how many working days, nothing known."""
    closed = days_closed(session)
    late = {one.id: one for one in late_returns(session, reader)}
    lines = dict(
        session.execute(
            select(InformationLine.agency_id, func.count())
            .where(InformationLine.meeting_id == meeting_id, InformationLine.origin == "return")
            .group_by(InformationLine.agency_id)
        ).all()
    )
    # Who was not asked by a day is late once the meeting has been.
    day = session.get_one(Meeting, meeting_id).held_on
    wanted = [one for one in asked_items(session, reader, meeting_id) if one.asked]
    about, named = Counter(one.agency_id for one in wanted), references(session, meeting_id)
    missed: dict[int, list[str]] = defaultdict(list)
    awaited: dict[int, list[str]] = defaultdict(list)
    for one in wanted:
        if one.missed or one.awaited:
            (missed if one.missed else awaited)[one.agency_id].append(named[one.item_id])
    rows: Sequence[Any] = session.execute(
        select(Agency, AgencyReturn)
        .outerjoin(
            AgencyReturn,
            (AgencyReturn.agency_id == Agency.id) & (AgencyReturn.meeting_id == meeting_id),
        )
        .where(Agency.active)
        .order_by(Agency.id)
    ).all()
    return tuple(
        ReturnRow(
            agency.id,
            agency.name,
            asked.requested_on if asked else None,
            asked.due_on if asked else None,
            asked.received_at if asked else None,
            _state(asked, day, reader.today, closed),
            lines.get(agency.id, 0),
            about[agency.id],
            *_chased(asked, late),
            tuple(missed[agency.id]),
            tuple(awaited[agency.id]),
        )
        for agency, asked in rows
    )


def _chased(asked: AgencyReturn | None, late: dict[int, LateReturn]) -> tuple[int | None, str, str]:
    """A return's id, its last step in words, and the step that is due now."""
    found = late.get(asked.id) if asked is not None else None
    if asked is None or found is None:
        return (asked.id if asked is not None else None), "", ""
    last = found.steps[-1] if found.steps else None
    said = f"{last.label}, {last.made_at.day} {last.made_at:%b}" if last else ""
    return asked.id, said, found.step.code if found.step else ""


def _state(asked: AgencyReturn | None, usual: date, today: date, closed: frozenset[date]) -> str:
    if asked is None:
        return "not asked"
    if asked.received_at is not None:
        came, due_on = asked.received_at.date(), asked.due_on or usual
        told = NOTHING_KNOWN if asked.nothing_known else "in"
        return f"{told}, {late_words(due_on, came, closed)}" if came > due_on else told
    if asked.due_on is not None and asked.due_on < today:
        return late_words(asked.due_on, today, closed)
    return "asked"
