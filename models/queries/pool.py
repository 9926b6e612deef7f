"""What could stand on the next agenda, and why it is proposed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.entities import AgendaItem, Decision, Meeting, Referral, Review, Subject
from models.marks import ItemKind, ItemState, MeetingState
from models.queries.answered import answered
from models.queries.escalations import answers_to, arriving
from models.queries.knowable import leads
from models.queries.measures_due import measures_due
from models.queries.moving import growing_up
from models.queries.short_labels import short_label
from models.queries.tiers import MAIN, every_series, same_tier, tier
from models.records.meeting import PoolRow
from models.records.reader import Reader
from models.rules.tiers import ACCEPTED, NEW, TO_SCREEN, came_from

LATELY_DAYS = 183
ACCEPTING = frozenset({"ACCEPT", "ACCEPT_CONTEXT", "URGENT"})


def pool(session: Session, reader: Reader, meeting_id: int) -> tuple[PoolRow, ...]:
    """Accepted referrals, carried items, reviews due, measures that run out or were breached, and
    what plans answered, not on it yet.
    """
    meeting = session.get_one(Meeting, meeting_id)
    if reader.series is not None and meeting.series_id not in reader.series:
        return ()
    taken = set(
        session.scalars(
            select(AgendaItem.subject_id).where(
                AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False)
            )
        )
    )
    lead = leads(session)
    taken.update(lead[one] for one in tuple(taken) if one and one in lead)
    found: dict[int, PoolRow] = {}
    came = _arriving(session, reader, meeting)
    carried = came + _carried(session, meeting) + _undecided(session, meeting)
    rows = carried + _referred(session, meeting) + _reviews(session, meeting)
    out = taken | reader.conflicted_subjects
    for proposed in rows:
        row = _of_lead(session, lead, proposed)
        if row.subject_id is None or row.subject_id not in out:
            found.setdefault(row.key, row)
    told = [*answers_to(session, meeting), *_told(session, reader, meeting)]
    for subject, words in told:
        row = _of_lead(session, lead, _row(session, subject, ItemKind.REVIEW, words))
        if row.subject_id not in out:
            known = found.get(row.key)
            found[row.key] = replace(known, why=f"{known.why}; {words}") if known else row
    return tuple(found.values())


def _arriving(session: Session, reader: Reader, meeting: Meeting) -> list[PoolRow]:
    """What other tiers sent to this one and no agenda has taken yet."""
    return [
        _row(
            session,
            None if one.title else subject,
            ItemKind.NEW,
            came_from(tier, one.sent_on, one.reason),
            title=one.title,
            escalation_id=one.id,
        )
        for one, subject, tier in arriving(session, meeting)
        if one.item_id not in reader.conflicted_items
        and (subject is None or subject.id not in reader.conflicted_subjects)
    ]


def _told(session: Session, reader: Reader, meeting: Meeting) -> list[tuple[Subject, str]]:
    """What comes back of itself, to the panel alone: measures, and what plans answered."""
    if session.scalar(select(MAIN)) != meeting.series_id:
        return []
    return [
        *measures_due(session, reader, meeting),
        *answered(session, meeting),
        *growing_up(session, meeting),
    ]


def _referred(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Referrals as the tier takes them: those accepted, those still to be screened, or none."""
    there = tier(session, meeting.series_id)
    if there is None or there.referrals == ACCEPTED:
        return _accepted(session)
    return _to_screen(session, meeting) if there.referrals == NEW else []


def _of_lead(session: Session, lead: Mapping[int, int], row: PoolRow) -> PoolRow:
    """The row about the record that stands for a joined one: one subject comes once."""
    if row.subject_id is None or row.subject_id not in lead:
        return row
    stands = session.get_one(Subject, lead[row.subject_id])
    short = short_label(session, stands.kind, stands.label)
    return replace(row, subject_id=stands.id, label=stands.label, initials=short)


def _row(
    session: Session,
    subject: Subject | None,
    kind: ItemKind,
    why: str,
    *,
    title: str | None = None,
    referral_id: int | None = None,
    review_id: int | None = None,
    carried_from_id: int | None = None,
    escalation_id: int | None = None,
) -> PoolRow:
    label = subject.label if subject else title or ""
    subject_kind = subject.kind if subject else ""
    return PoolRow(
        subject.id if subject else None,
        subject_kind,
        label,
        short_label(session, subject_kind, label),
        kind.value,
        why,
        referral_id,
        review_id,
        carried_from_id,
        True,
        escalation_id,
    )


def _to_screen(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Referrals that nobody has decided on, received by the meeting's day."""
    rows = session.execute(
        select(Referral, Subject)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(
            Referral.outcome.is_(None),
            or_(Referral.received_on.is_(None), Referral.received_on <= meeting.held_on),
        )
        .order_by(Referral.received_on, Referral.id)
    )
    return [
        _row(session, subject, ItemKind.NEW, TO_SCREEN, referral_id=referral.id)
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
        select(Referral, Subject)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(Referral.outcome.in_(ACCEPTING), Referral.id.not_in(took))
        .order_by(Referral.received_on, Referral.id)
    )
    return [
        _row(
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


def _carried(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Items deferred or not reached at an earlier meeting and on no agenda since."""
    later = select(AgendaItem.carried_from_id).where(
        AgendaItem.carried_from_id.is_not(None), AgendaItem.removed.is_(False)
    )
    rows = session.execute(
        select(AgendaItem, Subject, Meeting.held_on)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.state.in_([ItemState.DEFERRED.value, ItemState.NOT_REACHED.value]),
            AgendaItem.removed.is_(False),
            Meeting.held_on < meeting.held_on,
            same_tier(meeting),
            AgendaItem.id.not_in(later),
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    )
    return [
        _row(
            session,
            subject,
            ItemKind.DEFERRED,
            f"{item.state.capitalize()} on {held.day} {held:%B}{_held_by(item)}",
            title=item.title,
            referral_id=item.referral_id,
            carried_from_id=item.id,
        )
        for item, subject, held in rows
    ]


def _held_by(item: AgendaItem) -> str:
    return f"; {item.holder} holds it" if item.holder else ""


def _undecided(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Items that lately ended with no decision and no day to return, on no agenda since."""
    since, ended = aliased(AgendaItem), aliased(Meeting)
    later = (
        select(since.id)
        .join(ended, ended.id == since.meeting_id)
        .where(
            since.subject_id == AgendaItem.subject_id,
            since.removed.is_(False),
            ended.held_on > Meeting.held_on,
        )
        .exists()
    )
    returns = select(Review.id).where(Review.item_id == AgendaItem.id).exists()
    rows = session.execute(
        select(AgendaItem, Subject, Meeting.held_on)
        .join(Subject, Subject.id == AgendaItem.subject_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .where(
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.removed.is_(False),
            AgendaItem.kind != ItemKind.NOTIFICATION.value,
            Decision.id.is_(None),
            same_tier(meeting),
            Meeting.state == MeetingState.CLOSED.value,
            Meeting.held_on.between(
                meeting.held_on - timedelta(days=LATELY_DAYS), meeting.held_on - timedelta(days=1)
            ),
            ~later,
            ~returns,
        )
        .order_by(Meeting.held_on, AgendaItem.id)
    )
    return [
        _row(
            session,
            subject,
            ItemKind.DEFERRED,
            f"No decision on {held.day} {held:%B}{_held_by(item)}",
            referral_id=item.referral_id,
            carried_from_id=item.id,
        )
        for item, subject, held in rows
    ]


def _tier_of_review() -> ColumnElement[int]:
    """The tier that a review returns to: where it was agreed, else the panel itself."""
    agreed = (
        select(Meeting.series_id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.id == Review.item_id)
        .correlate(Review)
        .scalar_subquery()
    )
    return func.coalesce(agreed, MAIN)


def _reviews(session: Session, meeting: Meeting) -> list[PoolRow]:
    """Reviews due by the meeting's day."""
    rows = session.execute(
        select(Review, Subject)
        .join(Subject, Subject.id == Review.subject_id)
        .where(
            Review.done_item_id.is_(None),
            Review.due_on <= meeting.held_on,
            _tier_of_review() == meeting.series_id,
        )
        .order_by(Review.due_on, Review.id)
    )
    return [
        _row(
            session,
            subject,
            ItemKind.REVIEW,
            f"{review.reason}, due {review.due_on.day} {review.due_on:%B}",
            review_id=review.id,
        )
        for review, subject in rows
    ]
