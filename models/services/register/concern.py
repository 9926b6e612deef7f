"""What is decided of a person of concern: adopted, still of concern, removed, opened again."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import ConcernDecision, PersonOfConcern
from models.errors import Refusal
from models.queries.concern import basis_of
from models.queries.joined import joined
from models.queries.knowable import all_records_of
from models.rules.concern import (
    ADOPTED_AS,
    NEXT_DAY,
    REMOVED_AS,
    STANDS_ON,
    Basis,
    Concern,
    check_adopting,
    check_adoption_kept,
    check_kept,
    check_review,
    check_status,
    is_adopted,
    is_removed,
    stands,
)
from models.services.register.fields import need
from models.services.signed_in import Service


class Concerns(Service):
    """Decisions about persons of concern, taken away from a meeting."""

    def adopt(self, subject_id: int, reason: str, review_on: date | None = None) -> None:
        """Adopt somebody as a person of concern; Refusal names what the record lacks."""
        self._check("record_decision")
        reason = need(reason, "Say why this person is adopted.", "reason")
        with self._store.work("adopt_person", "Adopt a person of concern") as session:
            row = _open(session, subject_id)
            again_on = review_on or row.review_on
            if again_on is not None and again_on <= self._today:
                raise Refusal(NEXT_DAY, "review_on")
            adopt(session, row, again_on, None, self._today)
            self._note(session, row, Concern.ADOPTED, reason, next_on=row.review_on)

    def still_of_concern(self, subject_id: int, reason: str, next_review_on: date | None) -> None:
        """Record a review: still of concern, why, and when it is looked at again."""
        self._check("record_decision")
        check_review(reason, next_review_on, self._today)
        with self._store.work("review_person", "Review a person of concern") as session:
            row = _open(session, subject_id)
            self._note(session, row, Concern.STILL, reason.strip(), next_on=next_review_on)
            row.review_on = next_review_on

    def _note(
        self,
        session: Session,
        row: PersonOfConcern,
        decision: Concern,
        reason: str,
        second: str | None = None,
        next_on: date | None = None,
    ) -> None:
        note_concern(session, row, decision, reason, self._now, self._person.name, second, next_on)


def adopt(
    session: Session, row: PersonOfConcern, review_on: date | None, grounds: str | None, day: date
) -> None:
    """Write down that somebody is adopted; Refusal where grounds, source or review is missing."""
    told = basis_of(session, all_records_of(session, row.id))
    check_adopting(Basis(told.grounds or grounds, told.source, review_on))
    row.grounds = row.grounds or told.grounds or grounds
    row.source = row.source or told.source
    row.review_on = review_on
    row.adopted_on = row.adopted_on or day
    if row.status.casefold() == "unverified":
        row.status = ADOPTED_AS


def check_change(session: Session, row: PersonOfConcern, field: str, value: Any) -> None:
    """Refuse a change by which somebody is of concern without a basis, or no longer so unsaid.

    What joined records or the nomination say serves as well. An emptied field is emptied here.
    """
    ids = all_records_of(session, row.id)
    family, told = joined(session, PersonOfConcern, ids).records, basis_of(session, ids)
    if any(one.adopted_on or is_adopted(one.status) for one in family):
        check_adoption_kept(field, value)
    if field == "adopted_on":
        check_adopting(told)
    elif field == "status":
        check_status(value, told)
    elif field in STANDS_ON and not value and any(stands(x.status, x.adopted_on) for x in family):
        setattr(row, field, None)
        check_kept(told, basis_of(session, ids), field)


def remove(row: PersonOfConcern) -> None:
    """Write down that somebody is no longer of concern."""
    row.status = REMOVED_AS


def as_before(session: Session, row: PersonOfConcern) -> None:
    """Give somebody who was removed the status that stood before."""
    if is_removed(row.status):
        before = session.scalar(
            select(ConcernDecision.status_before)
            .where(
                ConcernDecision.subject_id == row.id,
                ConcernDecision.decision == Concern.REMOVED.value,
            )
            .order_by(ConcernDecision.id.desc())
            .limit(1)
        )
        row.status = before or "unverified"


def note_concern(
    session: Session,
    row: PersonOfConcern,
    decision: Concern,
    reason: str,
    now: datetime,
    by: str,
    second: str | None = None,
    next_on: date | None = None,
) -> None:
    """Keep a decision about a person of concern, with the status that stood before it."""
    session.add(
        ConcernDecision(
            subject_id=row.id,
            decision=decision.value,
            reason=reason,
            decided_on=now.date(),
            decided_at=now,
            by_name=by,
            second_person=second,
            next_review_on=next_on,
            status_before=row.status,
        )
    )


def _open(session: Session, subject_id: int) -> PersonOfConcern:
    row = session.get(PersonOfConcern, subject_id)
    if row is None:
        raise Refusal("There is no such person of concern.", "subject_id")
    if row.closed_on is not None:
        raise Refusal("This person was removed or closed: open the record again first.")
    return row
