"""Persons of concern on Today: whose review is overdue, and who was adopted and lacks something."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PersonOfConcern
from models.queries.knowable import listable
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.concern import missing_words
from models.rules.day_words import in_words
from models.rules.names import short_label

# Asked for where somebody lacks something: its records are no part of the first page.
basis_of = Later("concern").basis_of
SECTION, MOST_NAMED = "Overdue", 5


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
        text = f"{len(rows) - MOST_NAMED:,} more reviews of persons of concern overdue"
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
