"""Changes to a record: one field at a time, a child's status, and closing."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Child,
    PersonOfConcern,
    Phone,
    Review,
    Subject,
    Vehicle,
)
from models.errors import Conflict, Refusal
from models.queries.joined import joined
from models.queries.knowable import all_records_of
from models.rules import closing
from models.rules.concern import Concern
from models.rules.identifiers import phone_key
from models.rules.partial_marks import mark_key, says_a_mark
from models.services.register.adding import (
    check_child_first,
    existing,
)
from models.services.register.concern import as_before, check_change, note_concern, remove
from models.services.register.fields import field_of, fitting
from models.services.register.nrm import check_not_back
from models.services.register.standing_rows import existing_child
from models.services.register.status import put_status
from models.services.second_person import check_agreed
from models.services.signed_in import Service

OPENED_AGAIN = "Opened again"

BY_CLOSING = (
    "A child leaves the tracker by closing the record, or the panel by a decision: with a reason"
    " and a second person."
)


class Changing(Service):
    """What a person mends in a record."""

    def change(self, subject_id: int, field: str, value: Any, seen: Any) -> None:
        """Change one field; Conflict where it is no longer what the editor started from.

        `name` is the name as shown. Empty text empties the field. Where records are joined, the
        one whose word is shown is changed. Refusal for a field that this kind of record does not
        have, or a value that does not fit.
        """
        self._check("edit_record")
        with self._store.work("change_record", "Change a record") as session:
            if field == "nrm_status":
                check_not_back(session, subject_id, value)
            change_field(session, self._today, subject_id, field, value, seen)

    def set_status(self, child_id: int, since: date | None, **fields: Any) -> int:
        """How a child stands from a day on; what is not named stays. Gives the status's id.

        Fields: plan, district, category, other_exploitation, risk, legal_status, on_tracker,
        on_panel, source. No day means since before records began. A child leaves tracker and panel
        only by a decision or a closure, which have a reason and a second person.
        """
        self._check("edit_record")
        if False in (fields.get("on_tracker"), fields.get("on_panel")):
            raise Refusal(BY_CLOSING, "on_tracker")
        with self._store.work("set_status", "Change a child's status") as session:
            existing_child(session, child_id)
            return put_status(session, child_id, since, fields).id

    def close(self, subject_id: int, reason: str, second_person: str | None) -> None:
        """Close a record: a reason and a second person, another user or member by name.

        A child leaves tracker and panel from today and returns for a look in three months.
        """
        self._check("edit_record")
        with self._store.work("close_record", "Close a record") as session:
            row = existing(session, subject_id)
            if row.closed_on is not None:
                raise Refusal("This record is closed already.")
            check_agreed(session, self._person, reason, second_person)
            row.closed_on = self._today
            row.closed_reason = f"{reason.strip()} (agreed by {(second_person or '').strip()})"
            if isinstance(row, PersonOfConcern):
                self._concern(session, row, Concern.REMOVED, reason.strip(), second_person)
                remove(row)
            if isinstance(row, Child):
                put_status(session, row.id, self._today, {"on_tracker": False, "on_panel": False})
                again = closing.look_again_on(self._today)
                session.add(Review(subject_id=row.id, due_on=again, reason=closing.LOOKED_AT_AGAIN))

    def reopen(self, subject_id: int) -> None:
        """Open a closed record again; a child is on the tracker from today."""
        self._check("edit_record")
        with self._store.work("reopen_record", "Open a record again") as session:
            row = existing(session, subject_id)
            row.closed_on = row.closed_reason = None
            if isinstance(row, PersonOfConcern):
                self._concern(session, row, Concern.AGAIN, OPENED_AGAIN)
                as_before(session, row)
            if isinstance(row, Child):
                put_status(session, row.id, self._today, {"on_tracker": True})

    def _concern(
        self,
        session: Session,
        row: PersonOfConcern,
        decision: Concern,
        reason: str,
        second: str | None = None,
    ) -> None:
        """Keep that a person of concern was removed, or opened again."""
        note_concern(session, row, decision, reason, self._now, self._person.name, second)


def change_field(
    session: Session, today: date, subject_id: int, field: str, value: Any, seen: Any
) -> None:
    """Change one field within a step, as `Changing.change` says."""
    row = _whose_word(session, existing(session, subject_id), field)
    name, wanted = field_of(row, field), fitting(row, field, value)
    standing = getattr(row, name)
    if standing == wanted:
        return
    if (standing or None) != (seen or None):
        raise Conflict(field, standing, value)
    _check_unique(session, row, name, wanted)
    if isinstance(row, PersonOfConcern):
        check_change(session, row, name, wanted)
    if name == "child_id":
        existing_child(session, wanted, field)
    setattr(row, name, wanted)
    _follow(row, today)


def _whose_word(session: Session, row: Subject, field: str) -> Subject:
    """The record that says what is shown in a field: of joined ones the first that says it."""
    name = field_of(row, field)
    if name == "label":
        return row
    holder: Subject = joined(session, type(row), all_records_of(session, row.id)).holder(name)
    return holder


def _check_unique(session: Session, row: Subject, field: str, value: Any) -> None:
    """Refuse a number that another record of the kind has."""
    if field not in ("system_id", "nhs_number") or value is None:
        return
    kind = type(row)
    same = select(kind.id).where(getattr(kind, field) == value, kind.id != row.id)
    if session.scalar(same) is not None:
        raise Refusal("Another record has this number.", field)


def _follow(row: Subject, today: date) -> None:
    """What hangs together with a field: compared marks and numbers, and a child first."""
    if isinstance(row, Vehicle):
        row.registration = mark_key(row.label) if says_a_mark(row.label) else ""
    if isinstance(row, Phone):
        row.digits = phone_key(row.label)
    if isinstance(row, PersonOfConcern):
        check_child_first(row, today)
