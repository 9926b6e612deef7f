"""Actions between meetings: updated, changed, added."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, ActionUpdate, AgendaItem, Member
from models.errors import Refusal
from models.rules import actions as rule
from models.rules.names import plain
from models.services.as_seen import mend
from models.services.signed_in import Service

CHANGEABLE = frozenset(
    {"text", "owner_name", "owner_id", "agency_id", "due_on", "due_words", "success", "kind"}
    | {"sharing", "shared_with", "priority", "supports_child"}
)


class ActionService(Service):
    """What a person does to actions on the actions page."""

    def update(
        self,
        action_id: int,
        status: str,
        *,
        text: str | None = None,
        reason: str | None = None,
        new_due: date | None = None,
        evidence: str | None = None,
        changed: str | None = None,
    ) -> None:
        """What became of an action; not done and not possible need a reason.

        Of a completed one a form asks what it changed: an empty answer is refused.
        """
        self._check("update_action")
        with self._store.work("update_action", "Update action") as session:
            update_action(
                session,
                action_id,
                status,
                at=self._now,
                by=self._person.name,
                text=text,
                reason=reason,
                new_due=new_due,
                evidence=evidence,
                changed=changed,
            )

    def change(self, action_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field of an action; Conflict where it has moved since it was seen."""
        self._check("update_action")
        if field not in CHANGEABLE:
            raise Refusal(f"An action has no field called {field}.", field)
        with self._store.work("change_action", "Change action") as session:
            action = session.get_one(Action, action_id)
            if not mend(action, field, value, seen):
                return
            if field == "owner_name":
                action.owner_id = None
                _give_to(action, owner_meant(session, None, action.owner_name))
            elif field == "owner_id":
                _give_to(action, owner_meant(session, action.owner_id, None))


def owner_meant(session: Session, owner_id: int | None, name: str | None) -> Member | None:
    """The member chosen as an owner, or the only one of the panel who goes by the name given."""
    if owner_id is not None:
        return session.get(Member, owner_id)
    named = plain(name or "")
    active = session.scalars(select(Member).where(Member.active)) if named else ()
    found = [one for one in active if plain(one.name) == named]
    return found[0] if len(found) == 1 else None


def _give_to(action: Action, member: Member | None) -> None:
    """The action is a member's: name and agency go with whoever it is."""
    if member is not None:
        action.owner_id, action.owner_name = member.id, member.name
        action.agency_id = member.agency_id


def update_action(
    session: Session,
    action_id: int,
    status: str,
    *,
    at: datetime,
    by: str,
    text: str | None = None,
    reason: str | None = None,
    new_due: date | None = None,
    item_id: int | None = None,
    meeting_id: int | None = None,
    evidence: str | None = None,
    changed: str | None = None,
) -> None:
    """Add an update and carry its status to the action; "changed: …" in its text is kept apart."""
    action = session.get_one(Action, action_id)
    if text is not None and changed is None:
        text, changed = rule.parted(text)
    before = rule.ActionStatus(action.status)
    carried = status == rule.CARRIED
    after = before if carried else rule.ActionStatus(status)
    if not carried:
        rule.check_change(before, after, reason or "", evidence or text or "", changed)
    if after is rule.ActionStatus.COMPLETE:
        after = rule.completion(at.date(), action.due_on)
    _put_update(
        session,
        action_id,
        item_id,
        meeting_id,
        at=at,
        status=rule.CARRIED if carried else after.value,
        text=text,
        reason=reason,
        evidence=evidence,
        by_name=by,
        new_due_on=new_due,
    )
    if new_due is not None and new_due != action.due_on:
        action.due_on, action.due_words = new_due, None
    if carried or (new_due is not None and rule.is_open(after)):
        action.carried_count += 1
    action.status, action.status_on = after.value, at.date()
    if changed:
        action.changed = changed.strip()


def add_news(
    session: Session,
    action_id: int,
    text: str,
    *,
    at: datetime,
    by: str,
    item_id: int | None,
    meeting_id: int | None = None,
) -> None:
    """Add what is told of an action and change nothing of it."""
    status = session.get_one(Action, action_id).status
    _put_update(
        session, action_id, item_id, meeting_id, at=at, status=status, text=text, by_name=by
    )


def _put_update(
    session: Session, action_id: int, item_id: int | None, told_at: int | None, **told: Any
) -> None:
    """An update told on an item, or at a meeting outside any; between meetings it is neither."""
    item = session.get(AgendaItem, item_id) if item_id else None
    meeting_id = item.meeting_id if item else told_at
    session.add(ActionUpdate(action_id=action_id, item_id=item_id, meeting_id=meeting_id, **told))


def action_by_reference(session: Session, reference: str) -> Action | None:
    """The action of a reference such as A012: an open one before a finished, the latest first."""
    return session.scalars(
        select(Action)
        .where(Action.reference == reference)
        .order_by(Action.status.in_(rule.UNFINISHED).desc(), Action.id.desc())
    ).first()
