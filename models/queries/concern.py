"""Persons of concern over time: what they stand on, and what was decided."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, null, select
from sqlalchemy.orm import Session

from models.entities import ConcernDecision, PersonOfConcern, Referral
from models.queries.joined import joined
from models.queries.kept_settings import kept_settings
from models.queries.knowable import check_knowable
from models.queries.working import days_closed
from models.records.reader import Reader
from models.records.subjects import ConcernRow
from models.rules.concern import REVIEW_AFTER, REVIEW_MONTHS, Basis
from models.rules.months import add_months
from models.rules.working_days import next_working_day


def basis_of(session: Session, ids: Iterable[int]) -> Basis:
    """What a person of concern stands on: the record's word, else that of the nomination."""
    ids = tuple(ids)
    family = joined(session, PersonOfConcern, ids)
    told = session.execute(
        select(Referral.reason, Referral.referrer_agency, Referral.referrer_name)
        .where(Referral.subject_id.in_(ids))
        .order_by(Referral.id.desc())
    ).all()
    reasons = [one.reason for one in told if one.reason]
    sources = [one.referrer_agency or one.referrer_name for one in told]
    return Basis(
        family.value("grounds") or next(iter(reasons), None),
        family.value("source") or next(filter(None, sources), None),
        family.value("review_on"),
    )


def bases(session: Session, lead: Mapping[int, int]) -> dict[int, Basis]:
    """What every person of concern stands on, by lead record; of words only that they are there."""
    one, found = PersonOfConcern, dict[int, list[Any]]()
    told = select(
        Referral.subject_id,
        Referral.reason,
        func.coalesce(Referral.referrer_agency, Referral.referrer_name),
        null(),
    )
    for statement in (
        select(one.id, one.grounds, one.source, one.review_on).order_by(one.id.in_(lead)),
        told.where(Referral.subject_id.in_(select(one.id))),
    ):
        for subject_id, *said in session.execute(statement):
            stands = found.setdefault(lead.get(subject_id, subject_id), [None, None, None])
            stands[:] = [before or now for before, now in zip(stands, said, strict=True)]
    return {subject_id: Basis(*said) for subject_id, said in found.items()}


def concern_decisions(session: Session, reader: Reader, subject_id: int) -> tuple[ConcernRow, ...]:
    """What was decided of a person of concern, the latest first."""
    ids = check_knowable(session, reader, subject_id)
    rows = session.scalars(
        select(ConcernDecision)
        .where(ConcernDecision.subject_id.in_(ids))
        .order_by(ConcernDecision.decided_at.desc(), ConcernDecision.id.desc())
    )
    return tuple(
        ConcernRow(
            one.decision,
            one.reason,
            one.decided_on,
            one.by_name,
            one.second_person,
            one.next_review_on,
        )
        for one in rows
    )


def review_proposed(session: Session, on: date) -> date:
    """The working day on which somebody is looked at who is nominated now and no day is said."""
    kept = kept_settings(session).get(REVIEW_AFTER, "")
    months = int(kept) if kept.isdigit() and int(kept) else REVIEW_MONTHS
    return next_working_day(add_months(on, months), days_closed(session))


def next_review(session: Session, reader: Reader) -> date:
    """The day of review that a form proposes today for a person of concern, or a group."""
    return review_proposed(session, reader.today)
