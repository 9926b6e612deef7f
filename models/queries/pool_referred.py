"""Referrals that wait for an agenda: those to be screened, and those accepted."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, Referral, Subject
from models.marks import ItemKind
from models.queries.pool_rows import pool_row
from models.queries.tiers import every_series, tier
from models.records.meeting import PoolRow
from models.rules.tiers import ACCEPTED, NEW, TO_SCREEN

ACCEPTING = frozenset({"ACCEPT", "ACCEPT_CONTEXT", "URGENT"})
_REFERRED = (
    select(Referral, Subject)
    .join(Subject, Subject.id == Referral.subject_id)
    .order_by(Referral.received_on, Referral.id)
)


def referred(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Referrals as the tier takes them: those accepted, those still to be screened, or none."""
    there = tier(session, meeting.series_id)
    if there is None or there.referrals == ACCEPTED:
        return _accepted(session)
    return _to_screen(session, meeting) if there.referrals == NEW else []


def _to_screen(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Referrals that nobody has decided on, received by the meeting's day."""
    rows = session.execute(
        _REFERRED.where(
            Referral.outcome.is_(None),
            or_(Referral.received_on.is_(None), Referral.received_on <= meeting.held_on),
        )
    )
    return [
        pool_row(session, subject, ItemKind.NEW, TO_SCREEN, referral_id=referral.id)
        for referral, subject in rows
    ]


def _accepted(session: Session) -> list[PoolRow]:
    """Accepted referrals that no agenda of a tier that takes them has taken yet."""
    screening = [one.id for one in every_series(session) if one.referrals == NEW]
    took = (
        select(AgendaItem.referral_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.referral_id.is_not(None),
            AgendaItem.removed.is_(False),
            Meeting.series_id.not_in(screening),
        )
    )
    rows = session.execute(
        _REFERRED.where(Referral.outcome.in_(ACCEPTING), Referral.id.not_in(took))
    )
    return [
        pool_row(
            session,
            subject,
            ItemKind.URGENT if referral.outcome == "URGENT" else ItemKind.NEW,
            _since(referral.received_on),
            referral_id=referral.id,
        )
        for referral, subject in rows
    ]


def _since(received_on: date | None) -> str:
    if received_on is None:
        return "Accepted referral"
    return f"Accepted referral of {received_on.day} {received_on:%B}"
