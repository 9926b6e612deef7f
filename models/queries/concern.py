"""Persons of concern over time: what they stand on, what was decided, whose review is overdue."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import ConcernDecision, PersonOfConcern, Referral
from models.queries.joined import joined
from models.queries.knowable import check_knowable, listable
from models.records.reader import Reader
from models.records.subjects import ConcernRow
from models.records.today import TodayLine
from models.rules.concern import Basis, missing_words
from models.rules.day_words import in_words
from models.rules.names import short_label

SECTION, MOST_NAMED = "Overdue", 5


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


def reviews_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """Reviews of persons of concern whose day is past, then adopted ones who lack something."""
    one = PersonOfConcern
    rows = session.execute(
        select(one.id, one.label, one.review_on)
        .where(one.closed_on.is_(None), one.review_on < reader.today, listable(reader, one.id))
        .order_by(one.review_on, one.id)
    ).all()
    named = [_overdue(one, label, day) for one, label, day in rows[:MOST_NAMED] if day]
    if len(rows) > MOST_NAMED:
        text = f"{len(rows) - MOST_NAMED} more reviews of persons of concern overdue"
        named.append(TodayLine("high", SECTION, text, "", "people", None))
    return [*named, *_lacking(session, reader)]


def _overdue(subject_id: int, label: str, day: date) -> TodayLine:
    short = short_label("person_of_concern", label)
    text = f"Review of a person of concern: {short}"
    return TodayLine("high", SECTION, text, f"due {in_words(day)}", "people", subject_id, day)


def _lacking(session: Session, reader: Reader) -> list[TodayLine]:
    """Adopted persons whose record lacks grounds, a source or a day of review."""
    one = PersonOfConcern
    bare = one.grounds.is_(None) | one.source.is_(None) | one.review_on.is_(None)
    asked = select(one.id, one.label).where(
        one.adopted_on.is_not(None), one.closed_on.is_(None), bare, listable(reader, one.id)
    )
    rows = session.execute(asked.order_by(one.id).limit(MOST_NAMED)).all()
    found = ((subject_id, label, basis_of(session, [subject_id])) for subject_id, label in rows)
    return [
        TodayLine(
            "medium",
            SECTION,
            f"Person of concern: {short_label('person_of_concern', label)}",
            missing_words(basis),
            "people",
            subject_id,
        )
        for subject_id, label, basis in found
        if basis.missing
    ]
