"""New records: children, persons of concern, places, groups and themes."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Alias,
    Child,
    Group,
    PersonOfConcern,
    Place,
    Subject,
    Theme,
)
from models.errors import Refusal
from models.rules.ages import age
from models.rules.concern import Basis, check_adopting, check_status
from models.rules.names import plain
from models.services.register.fields import need, put
from models.services.register.standing_rows import existing_child
from models.services.register.status import STATUS, put_status
from models.services.signed_in import Service


class Adding(Service):
    """A record that was not there before; each gives the new record's id."""

    def add_child(self, name: str, **fields: Any) -> int:
        """A child, with any of the child's fields.

        Fields of a status (plan, district, category, other_exploitation, risk, legal_status,
        `since`) begin the child's first status. Refuses a system id or NHS number that another
        child already has.
        """
        self._check("add_record")
        with self._store.work("add_child", "Add a child") as session:
            return put_child(session, self._today, name, fields).id

    def add_person(
        self,
        name: str,
        *,
        child_id: int | None = None,
        aliases: Iterable[str] = (),
        **fields: Any,
    ) -> int:
        """A person of concern. Where this is a child, `child_id` names the child's own record.

        A date of birth under 18 without a child's record is refused: a child first. So is one
        adopted without grounds, source and a day of review.
        """
        self._check("add_record")
        with self._store.work("add_person", "Add a person of concern") as session:
            child = self._own_record(session, child_id)
            told = Basis(*(fields.get(name) for name in ("grounds", "source", "review_on")))
            if fields.get("adopted_on"):
                check_adopting(told)
            check_status(fields.get("status"), told)
            return put_person(session, self._today, name, child, aliases, fields)

    def add_place(self, name: str, *, aliases: Iterable[str] = (), **fields: Any) -> int:
        """A place of concern, on the ground or online."""
        self._check("add_record")
        with self._store.work("add_place", "Add a place") as session:
            return put_place(session, name, aliases, fields)

    def add_group(self, name: str, *, aliases: Iterable[str] = (), **fields: Any) -> int:
        """A peer group, street group or network."""
        self._check("add_record")
        with self._store.work("add_group", "Add a group") as session:
            row = Group(label="")
            _name(row, name)
            put(row, fields)
            return added(session, row, aliases)

    def add_theme(self, title: str, **fields: Any) -> int:
        """A theme or trend."""
        self._check("add_record")
        with self._store.work("add_theme", "Add a theme") as session:
            row = Theme(label="")
            _name(row, title)
            put(row, fields)
            return added(session, row)

    def add_alias(self, subject_id: int, name: str, kind: str = "alias") -> int:
        """Another name that a subject goes by; one that is there already gives the same id."""
        self._check("edit_record")
        name = need(name, "Enter the other name.", "name")
        with self._store.work("add_alias", "Add another name") as session:
            subject = existing(session, subject_id)
            if plain(subject.label) == plain(name):
                raise Refusal("That is the name on record already.", "name")
            rows = session.execute(
                select(Alias.id, Alias.name).where(Alias.subject_id == subject.id)
            )
            for known, other in rows:
                if plain(other) == plain(name):
                    return known
            row = Alias(subject_id=subject.id, name=name, kind=_alias_kind(kind))
            session.add(row)
            session.flush()
            return row.id

    def _own_record(self, session: Session, child_id: int | None) -> Child | None:
        if child_id is None:
            return None
        child = existing_child(session, child_id)
        known = select(PersonOfConcern.id).where(PersonOfConcern.child_id == child_id)
        if session.scalar(known) is not None:
            raise Refusal("This child is already recorded as a person of concern.", "child_id")
        return child


def put_child(session: Session, today: date, name: str, fields: dict[str, Any]) -> Child:
    """A new child within a step, with any of the child's fields and a first status."""
    status = {key: value for key, value in fields.items() if key in STATUS}
    aliases = fields.get("aliases", ())
    row = Child(label="")
    _name(row, name)
    put(row, {k: v for k, v in fields.items() if k not in STATUS and k != "aliases"})
    if row.birth_date is not None and row.birth_date > today:
        raise Refusal("The date of birth lies in the future.", "birth_date")
    _only_one(session, "system_id", row.system_id)
    _only_one(session, "nhs_number", row.nhs_number)
    added(session, row, aliases)
    if status:
        put_status(session, row.id, status.pop("since", None), status)
    return row


def put_person(
    session: Session,
    today: date,
    name: str,
    child: Child | None,
    aliases: Iterable[str],
    fields: dict[str, Any],
) -> int:
    """A new person of concern within a step; where this is a child, with the child's own record."""
    row = PersonOfConcern(label="", child_id=child.id if child else None)
    _name(row, name or (child.label if child else ""))
    put(row, fields)
    if child is not None:
        row.birth_date = row.birth_date or child.birth_date
        row.gender = row.gender or child.gender
    check_child_first(row, today)
    return added(session, row, aliases)


def put_place(session: Session, name: str, aliases: Iterable[str], fields: dict[str, Any]) -> int:
    """A new place within a step."""
    row = Place(label="")
    _name(row, name)
    put(row, fields)
    return added(session, row, aliases)


def check_child_first(row: PersonOfConcern, today: date) -> None:
    """Refuse a person of concern under 18 who has no record as a child."""
    years = age(row.birth_date, today)
    if years is not None and years < 18 and row.child_id is None:
        raise Refusal(
            "This is a child: add the child's own record first, then name it here.", "child_id"
        )


def existing(session: Session, subject_id: int) -> Subject:
    """The record; Refusal where there is none."""
    found = session.get(Subject, subject_id)
    if found is None:
        raise Refusal("There is no such record.", "subject_id")
    return found


def _name(row: Subject, name: str) -> None:
    row.label = " ".join(need(name, "Enter the name.", "name").split())


def added(session: Session, row: Subject, aliases: Iterable[str] = ()) -> int:
    """Keep a new record with its other names; its id."""
    session.add(row)
    session.flush()
    named = {plain(one): one.strip() for one in aliases if one.strip()}
    for other in named.values():
        session.add(Alias(subject_id=row.id, name=other))
    return row.id


def _alias_kind(kind: str) -> str:
    row = codes.recognise("alias_kinds", kind)
    return row.code if row is not None else "alias"


def _only_one(session: Session, field: str, value: str | None) -> None:
    """Refuse a number that another child has: joining or not is a person's question."""
    if value is None:
        return
    number = session.scalar(
        select(func.count()).select_from(Child).where(getattr(Child, field) == value)
    )
    if number:
        what = {"system_id": "system id", "nhs_number": "NHS number"}[field]
        raise Refusal(f"Another child on record has this {what}.", field)
