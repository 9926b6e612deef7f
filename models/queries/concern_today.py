"""Persons of concern on Today: whose review is overdue, and whose record lacks something."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import PersonOfConcern
from models.queries.knowable import leads, listable
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.concern import Basis, missing_words, stands
from models.rules.day_words import in_words
from models.rules.names import short_label

# Asked for where somebody lacks something: its records are no part of the first page.
bases = Later("concern").bases
SECTION, MOST_NAMED = "Overdue", 5
LACKING = "Lacking grounds, a source or a day of review: the list says which."


def reviews_overdue(session: Session, reader: Reader) -> list[TodayLine]:
    """Reviews of persons of concern whose day is past, then who lacks something."""
    one = PersonOfConcern
    rows = session.execute(
        select(one.id, one.label, one.review_on)
        .where(one.closed_on.is_(None), one.review_on < reader.today, listable(reader, one.id))
        .order_by(one.review_on, one.id)
    ).all()
    named = [_overdue(one, label, day) for one, label, day in rows[:MOST_NAMED] if day]
    if len(rows) > MOST_NAMED:
        text = f"{len(rows) - MOST_NAMED:,} more reviews of persons of concern overdue"
        named.append(TodayLine("high", SECTION, text, "", "persons", None))
    return [*named, *_lacking(session, reader)]


def _overdue(subject_id: int, label: str, day: date) -> TodayLine:
    short = short_label("person_of_concern", label)
    text = f"Review of a person of concern: {short}"
    return TodayLine("high", SECTION, text, f"due {in_words(day)}", "review", subject_id, day)


def _lacking(session: Session, reader: Reader) -> list[TodayLine]:
    """Who lacks grounds, a source or a day of review: those of concern by name, others counted."""
    one = PersonOfConcern
    bare = one.grounds.is_(None) | one.source.is_(None) | one.review_on.is_(None)
    asked = select(one.id, one.label, one.status, one.adopted_on)
    rows = session.execute(
        asked.where(one.closed_on.is_(None), bare, listable(reader, one.id)).order_by(one.id)
    ).all()
    if not rows:
        return []
    standing = bases(session, leads(session))
    found = [row for row in rows if standing[row.id].missing]
    named = [row for row in found if stands(row.status, row.adopted_on)]
    lines = [_lacks(row.id, row.label, standing[row.id]) for row in named[:MOST_NAMED]]
    if len(named) > MOST_NAMED:
        lines.append(_counted(SECTION, f"{len(named) - MOST_NAMED:,} more of concern"))
    if len(found) > len(named):
        lines.append(_counted("Waiting", f"{len(found) - len(named):,} not verified yet"))
    return lines


def _lacks(subject_id: int, label: str, basis: Basis) -> TodayLine:
    text = f"Person of concern: {short_label('person_of_concern', label)}"
    return TodayLine("medium", SECTION, text, missing_words(basis), "review", subject_id)


def _counted(section: str, words: str) -> TodayLine:
    return TodayLine("medium", section, f"Persons of concern: {words}", LACKING, "persons", None)
