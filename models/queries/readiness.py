"""How ready a meeting is: each item's points, each agency's return."""

from collections import Counter
from collections.abc import Sequence
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
from models.queries.running_order import running_order
from models.queries.standing import standings
from models.records.item import ItemRow
from models.records.meeting import ReadinessRow, ReturnRow, WaitingReturns
from models.records.reader import Reader


def readiness(session: Session, reader: Reader, meeting_id: int) -> tuple[ReadinessRow, ...]:
    """For each item: assessment in date, returns in, lead professional named, child's voice."""
    held = session.get_one(Meeting, meeting_id).held_on
    rows = running_order(session, reader, meeting_id)
    children = [row.subject_id for row in rows if row.subject_kind == "child" and row.subject_id]
    standing = standings(session, reader, children, held)
    spoken = _returned(session, meeting_id)
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
        points.append((_returns_words(spoken.get(row.subject_id or 0, 0)), _has(row, spoken)))
        if child is not None:
            points.append(("Lead professional", bool(leads.get(row.subject_id or 0))))
            points.append(("Child's voice", row.id in voices))
        found.append(ReadinessRow(row.id, tuple(points)))
    return tuple(found)


def _has(row: ItemRow, spoken: dict[int, int]) -> bool:
    return spoken.get(row.subject_id or 0, 0) > 0


def _returns_words(count: int) -> str:
    return f"Returns from {count} agenc{'y' if count == 1 else 'ies'}"


def _returned(session: Session, meeting_id: int) -> dict[int, int]:
    rows = session.execute(
        select(InformationLine.subject_id, func.count(InformationLine.agency_id.distinct()))
        .where(InformationLine.meeting_id == meeting_id, InformationLine.origin == "return")
        .group_by(InformationLine.subject_id)
    )
    return {subject: count for subject, count in rows if subject}


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
    """Each agency's return: asked, due, in, late, nothing known."""
    lines = dict(
        session.execute(
            select(InformationLine.agency_id, func.count())
            .where(InformationLine.meeting_id == meeting_id, InformationLine.origin == "return")
            .group_by(InformationLine.agency_id)
        ).all()
    )
    about = Counter(one.agency_id for one in asked_items(session, reader, meeting_id) if one.asked)
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
            _state(asked, reader),
            lines.get(agency.id, 0),
            about[agency.id],
        )
        for agency, asked in rows
    )


def _state(asked: AgencyReturn | None, reader: Reader) -> str:
    if asked is None:
        return "not asked"
    if asked.received_at is not None:
        if asked.nothing_known:
            return "nothing known"
        late = asked.due_on is not None and asked.received_at.date() > asked.due_on
        return "in, late" if late else "in"
    if asked.due_on is not None and asked.due_on < reader.today:
        days = (reader.today - asked.due_on).days
        return f"overdue by {days} day{'' if days == 1 else 's'}"
    return "asked"
