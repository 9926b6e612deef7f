"""What a person keeps of teams and services with a child, and of other fora."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Agency, Child, District, ForumKnown, ServiceCase, Team
from models.errors import Refusal
from models.queries.local import FORA, STATUSES
from models.rules import local as rule
from models.services.as_seen import mend
from models.services.signed_in import Service

OF_SERVICE = frozenset({"kind", "status", "since", "until", "worker", "note"})
OF_FORUM = frozenset({"since", "until", "lead", "next_on", "note"})
OF_TEAM = frozenset({"youngest", "oldest", "takes"})


class LocalService(Service):
    """Teams, services, fora and the authorities of districts."""

    def change_team(self, agency_id: int, **changes: Any) -> None:
        """Say for which ages an agency is a team, and whom it takes."""
        self._check("manage_people")
        if unknown := set(changes) - OF_TEAM:
            raise Refusal(f"A team has no field called {unknown.pop()}.")
        with self._store.work("change_team", "Change a team") as session:
            session.get_one(Agency, agency_id)
            row = session.scalars(select(Team).where(Team.agency_id == agency_id)).first()
            if row is None:
                row = Team(agency_id=agency_id)
                session.add(row)
            for name, value in changes.items():
                setattr(row, name, value)
            rule.check_ages(row.youngest, row.oldest)

    def add_service(self, child_id: int, agency_id: int, status: str, **fields: Any) -> int:
        """A child with a team or service, or a consultation about one; gives its id.

        Refusal where it is on the same agency's caseload already.
        """
        self._check("edit_record")
        if unknown := set(fields) - OF_SERVICE:
            raise Refusal(f"A service has no field called {unknown.pop()}.")
        rule.check_spell(fields.get("since"), fields.get("until"))
        kind = fields.pop("kind", None) or rule.CASE
        with self._store.work("add_service", "Enter a service") as session:
            session.get_one(Child, child_id)
            _check_service(session, agency_id, status, kind)
            if kind == rule.CASE and _has(session, child_id, agency_id):
                raise Refusal("The child is with this service already.", "agency_id")
            row = ServiceCase(
                child_id=child_id, agency_id=agency_id, status=status, kind=kind, **fields
            )
            session.add(row)
            session.flush()
            return row.id

    def change_service(self, service_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; a status that ends it sets the day, one that opens it takes it away."""
        self._check("edit_record")
        if field not in OF_SERVICE:
            raise Refusal(f"A service has no field called {field}.", field)
        with self._store.work("change_service", "Change a service") as session:
            row = session.get_one(ServiceCase, service_id)
            if not mend(row, field, value, seen):
                return
            _check_service(session, row.agency_id, row.status, row.kind)
            if field == "status":
                row.until = None if value in rule.OPEN else row.until or self._today
            rule.check_spell(row.since, row.until)

    def add_forum(self, child_id: int, forum: str, **fields: Any) -> int:
        """Another forum that has a child; gives its id. Refusal where it is entered already."""
        self._check("edit_record")
        if codes.find(FORA, forum) is None:
            raise Refusal("Choose the forum.", "forum")
        if unknown := set(fields) - OF_FORUM:
            raise Refusal(f"A forum has no field called {unknown.pop()}.")
        rule.check_spell(fields.get("since"), fields.get("until"))
        with self._store.work("add_forum", "Enter another forum") as session:
            session.get_one(Child, child_id)
            known = select(ForumKnown.id).where(
                ForumKnown.child_id == child_id,
                ForumKnown.forum == forum,
                ForumKnown.until.is_(None),
            )
            if session.scalar(known):
                raise Refusal("This forum is entered already.", "forum")
            row = ForumKnown(child_id=child_id, forum=forum, **fields)
            session.add(row)
            session.flush()
            return row.id

    def change_forum(self, forum_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of another forum."""
        self._check("edit_record")
        if field not in OF_FORUM:
            raise Refusal(f"A forum has no field called {field}.", field)
        with self._store.work("change_forum", "Change another forum") as session:
            row = session.get_one(ForumKnown, forum_id)
            if mend(row, field, value, seen):
                rule.check_spell(row.since, row.until)

    def set_authority(self, district: str, authority: str) -> None:
        """Say of which authority a district is; empty for none."""
        self._check("edit_settings")
        with self._store.work("set_authority", "Say whose a district is") as session:
            row = session.scalars(select(District).where(District.name == district)).first()
            if row is None:
                raise Refusal("There is no such district.", "district")
            row.authority = authority.strip() or None


def _check_service(session: Session, agency_id: int, status: str, kind: str) -> None:
    if session.get(Agency, agency_id or 0) is None:
        raise Refusal("Choose the team or service.", "agency_id")
    if codes.find(STATUSES, status or "") is None:
        raise Refusal("Choose how the child stands there.", "status")
    if kind not in dict(rule.KINDS):
        raise Refusal("Say whether it is a case or a consultation.", "kind")


def _has(session: Session, child_id: int, agency_id: int) -> bool:
    wanted = select(ServiceCase.id).where(
        ServiceCase.child_id == child_id,
        ServiceCase.agency_id == agency_id,
        ServiceCase.kind == rule.CASE,
        ServiceCase.until.is_(None),
    )
    return session.scalar(wanted.limit(1)) is not None
