"""What could stand on the next agenda, and why it is proposed."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Meeting, Subject
from models.marks import ItemKind
from models.queries.answered import answered
from models.queries.escalations import answers_to, arriving
from models.queries.knowable import leads
from models.queries.measures_due import measures_due
from models.queries.moving import growing_up
from models.queries.own_reviews import own_reviews_due
from models.queries.pool_referred import referred
from models.queries.pool_returning import returning, reviews_due
from models.queries.pool_rows import pool_row
from models.queries.short_labels import short_label
from models.queries.tiers import MAIN
from models.records.meeting import PoolRow
from models.records.reader import Reader
from models.rules.tiers import came_from


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
    rows = [
        *_arriving(session, reader, meeting),
        *returning(session, meeting),
        *referred(session, meeting),
        *reviews_due(session, meeting),
    ]
    out = taken | reader.conflicted_subjects
    for proposed in rows:
        row = _of_lead(session, lead, proposed)
        if row.subject_id is None or row.subject_id not in out:
            found.setdefault(row.key, row)
    told = [*answers_to(session, meeting), *_told(session, reader, meeting)]
    for subject, words in told:
        row = _of_lead(session, lead, pool_row(session, subject, ItemKind.REVIEW, words))
        if row.subject_id not in out:
            known = found.get(row.key)
            found[row.key] = replace(known, why=f"{known.why}; {words}") if known else row
    return tuple(found.values())


def _arriving(session: Session, reader: Reader, meeting: Meeting) -> list[PoolRow]:
    """What other tiers sent to this one and no agenda has taken yet."""
    return [
        pool_row(
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
    """What comes back of itself, to the panel alone: measures, plans' answers, reviews."""
    if session.scalar(select(MAIN)) != meeting.series_id:
        return []
    return [
        *measures_due(session, reader, meeting),
        *answered(session, meeting),
        *growing_up(session, meeting),
        *own_reviews_due(session, reader, meeting),
    ]


def _of_lead(session: Session, lead: Mapping[int, int], row: PoolRow) -> PoolRow:
    """The row about the record that stands for a joined one: one subject comes once."""
    if row.subject_id is None or row.subject_id not in lead:
        return row
    stands = session.get_one(Subject, lead[row.subject_id])
    short = short_label(session, stands.kind, stands.label)
    return replace(row, subject_id=stands.id, label=stands.label, initials=short)
