"""What agencies say differently of whom an item is about, for who may read their lines."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    AgendaItem,
    Alias,
    Child,
    InformationLine,
    Meeting,
    Referral,
    Subject,
)
from models.queries.knowable import all_records_of
from models.queries.standing import standing_of
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.rules import contradictions as rule
from models.rules.contradictions import Told

ON_RECORD = "On record"
RECENT = timedelta(days=90)
"""How old a referral may be at the meeting, for its numbers and levels to be of the same time."""


def contradictions(
    session: Session, reader: Reader, item_id: int
) -> tuple[rule.Contradiction, ...]:
    """Facts on which sources of the item differ: the record, who referred, and agencies' lines."""
    item = session.execute(
        select(AgendaItem.meeting_id, AgendaItem.subject_id, Meeting.held_on)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.id == item_id, takes_part(reader, AgendaItem.id, AgendaItem.subject_id))
    ).first()
    if item is None or item.subject_id is None:
        return ()
    told = [
        *_recorded(session, reader, item.subject_id),
        *_referred(session, item.subject_id, item.held_on - RECENT),
        *_lines(session, reader, item_id, item.meeting_id, item.subject_id),
    ]
    return rule.contradictions(told, _names(session, item.subject_id))


def _recorded(session: Session, reader: Reader, subject_id: int) -> Iterator[Told]:
    """What the child's own record says, as labelled words."""
    child = session.get(Child, subject_id)
    if child is None:
        return
    standing = standing_of(session, reader, subject_id)
    yield from _labelled(
        ON_RECORD,
        ("Date of birth", f"{child.birth_date:%d/%m/%Y}" if child.birth_date else None),
        ("School", child.school),
        ("Allocated worker", child.lead_name),
        ("Plan", standing.plan),
        ("Legal status", standing.legal_status),
        ("Category", standing.category),
    )


def _labelled(source: str, *fields: tuple[str, str | None]) -> Iterator[Told]:
    return (Told(source, f"{label}: {value}") for label, value in fields if value)


def _referred(session: Session, subject_id: int, since: date) -> Iterator[Told]:
    """What whoever referred the child since that day filled in, the earliest first."""
    rows = session.scalars(
        select(Referral)
        .where(
            Referral.subject_id.in_(all_records_of(session, subject_id)),
            Referral.referrer_agency.is_not(None),
            Referral.received_on >= since,
        )
        .order_by(Referral.received_on, Referral.id)
    )
    for one in rows:
        many = None if one.missing_90_days is None else f"{one.missing_90_days} in the last 90 days"
        fields = (("Missing", many), ("NRM", one.nrm), ("Risk", one.risk))
        for told in _labelled(one.referrer_agency or "", *fields):
            yield Told(told.source, told.text, one.received_on)


def _lines(
    session: Session, reader: Reader, item_id: int, meeting_id: int, subject_id: int
) -> Iterator[Told]:
    line = InformationLine
    rows = session.execute(
        select(Agency.name, line.text, line.information_date, line.information)
        .join(Agency, Agency.id == line.agency_id)
        .where(
            visible_to(reader, line),
            line.meeting_id == meeting_id,
            or_(line.item_id == item_id, line.subject_id.in_(all_records_of(session, subject_id))),
            line.withdrawn.is_(False),
            line.text.is_not(None),
        )
        .order_by(line.id)
    )
    return (Told(name, text or "", on, kind) for name, text, on, kind in rows)


def _names(session: Session, subject_id: int) -> frozenset[str]:
    """The words of all names of a subject, by which a sentence speaks of it."""
    ids = all_records_of(session, subject_id)
    said = [
        *session.scalars(select(Subject.label).where(Subject.id.in_(ids))),
        *session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids))),
    ]
    return frozenset(word for name in said for word in name.split() if len(word) > 1)
