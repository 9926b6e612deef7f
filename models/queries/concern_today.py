"""Persons of concern on Today: whose review is overdue, and whose record lacks something."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from models.entities import PersonOfConcern, Referral
from models.queries.knowable import all_records_of, leads, listable
from models.queries.later import Later
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.concern import missing_words, stands
from models.rules.day_words import in_words
from models.rules.listing import counted, named_first
from models.rules.names import short_label

# Asked for where somebody lacks something: its records are no part of the first page.
basis_of = Later("concern").basis_of
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
    dated = [(one, label, day) for one, label, day in rows if day]
    return [*named_first(dated, MOST_NAMED, _overdue, _rest), *_lacking(session, reader)]


def _overdue(row: tuple[int, str, date]) -> TodayLine:
    subject_id, label, day = row
    text = f"Review of a person of concern: {short_label('person_of_concern', label)}"
    return TodayLine("high", SECTION, text, f"due {in_words(day)}", "review", subject_id, day)


def _rest(left: int) -> TodayLine:
    words = counted(left, "more review", "more reviews")
    text = f"{words} of persons of concern overdue"
    return TodayLine("high", SECTION, text, "", "persons", None)


def _lacking(session: Session, reader: Reader) -> list[TodayLine]:
    """Who lacks grounds, a source or a day of review: those of concern by name, others counted."""
    one = PersonOfConcern
    used = session.scalars(select(one.status).distinct())
    weighs = one.adopted_on.is_not(None) | one.status.in_([each for each in used if stands(each)])
    named = session.execute(
        select(one.id, one.label).where(weighs, _bare(reader)).order_by(one.id)
    ).all()
    whole = _whole_by_joining(session)
    named = [row for row in named if row.id not in whole]
    asked = select(func.count()).select_from(one)
    others = asked.where(~weighs, _bare(reader), one.id.not_in(whole))
    count = session.scalar(others) or 0
    lines = named_first(
        named,
        MOST_NAMED,
        lambda row: _lacks(session, row.id, row.label),
        lambda left: _counted(SECTION, f"{left:,} more of concern"),
    )
    return [*lines, *([_counted("Waiting", f"{count:,} not verified yet")] if count else [])]


def _bare(reader: Reader) -> ColumnElement[bool]:
    """True in SQL for an open record that lacks something, with the word of its nomination."""
    one, told = PersonOfConcern, Referral.subject_id == PersonOfConcern.id
    whose = func.coalesce(Referral.referrer_agency, Referral.referrer_name, "") != ""
    reason = select(Referral.id).where(told, func.coalesce(Referral.reason, "") != "").exists()
    source = select(Referral.id).where(told, whose).exists()
    lacks = (
        one.review_on.is_(None)
        | and_(one.grounds.is_(None), ~reason)
        | and_(one.source.is_(None), ~source)
    )
    return and_(one.closed_on.is_(None), lacks, listable(reader, one.id))


def _whole_by_joining(session: Session) -> frozenset[int]:
    """Records that lack nothing with the word of those that are the same."""
    found = {lead: basis_of(session, all_records_of(session, lead)) for lead in _leads(session)}
    return frozenset(lead for lead, basis in found.items() if not basis.missing)


def _leads(session: Session) -> Collection[int]:
    """Persons of concern for whom another record is folded into theirs."""
    folded = set(leads(session).values())
    if not folded:
        return ()
    return session.scalars(select(PersonOfConcern.id).where(PersonOfConcern.id.in_(folded))).all()


def _lacks(session: Session, subject_id: int, label: str) -> TodayLine:
    words = missing_words(basis_of(session, all_records_of(session, subject_id)))
    text = f"Person of concern: {short_label('person_of_concern', label)}"
    return TodayLine("medium", SECTION, text, words, "review", subject_id)


def _counted(section: str, words: str) -> TodayLine:
    return TodayLine("medium", section, f"Persons of concern: {words}", LACKING, "persons", None)
