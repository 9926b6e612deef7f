"""The strategy: improvement actions of the partnership, and what serves which priority."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    Improvement,
    ImprovementUpdate,
    StrategyTag,
    Subject,
)
from models.errors import Conflict, Refusal
from models.marks import SubjectKind
from models.rules import actions as rule
from models.services.actions import owner_meant
from models.services.nameless import tells_of_somebody
from models.services.numbering import next_reference
from models.services.signed_in import Service

FIELDS = frozenset({
    "text", "source", "strategy", "theme_id", "owner_id", "owner_name", "agency_id", "due_on",
    "success",
})  # fmt: skip
WORDS = ("text", "success")
ABOUT_SOMEBODY = (
    "This names somebody on record. What is to be done for a child is an action of the case."
)


class StrategyService(Service):
    """What a person does for the partnership's plan."""

    def add_improvement(self, text: str, *, meeting_id: int | None = None, **fields: Any) -> int:
        """A new improvement action; gives its id. Refusal where it names somebody on record."""
        self._check("record_action")
        if not text.strip():
            raise Refusal("Say what is to be done.", "text")
        with self._store.work("add_improvement", "Add an improvement action") as session:
            row = Improvement(
                reference=next_reference(session, "I"), text=text.strip(), meeting_id=meeting_id,
                made_on=self._today, status_on=self._today,
            )  # fmt: skip
            self._put(session, row, {"text": text.strip(), **fields})
            session.add(row)
            session.flush()
            return row.id

    def change_improvement(self, improvement_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; Conflict where it has moved since it was seen."""
        self._check("update_action")
        with self._store.work("change_improvement", "Change an improvement action") as session:
            row = session.get_one(Improvement, improvement_id)
            if field not in FIELDS:
                raise Refusal(f"An improvement action has no field called {field}.", field)
            standing = getattr(row, field)
            if standing == value:
                return
            if standing != seen:
                raise Conflict(field, standing, value)
            if field == "text" and not value:
                raise Refusal("Say what is to be done.", "text")
            self._put(session, row, {field: value})

    def update_improvement(
        self, improvement_id: int, status: str, text: str = "", due_on: date | None = None
    ) -> None:
        """What became of it; complete needs what shows it, not done and not possible a reason."""
        self._check("update_action")
        with self._store.work("update_improvement", "Update an improvement action") as session:
            row = session.get_one(Improvement, improvement_id)
            before, after = rule.ActionStatus(row.status), rule.ActionStatus(status)
            rule.check_change(before, after, text, text, text or None)
            self._check_words(session, "text", text)
            if after is rule.ActionStatus.COMPLETE:
                after = rule.completion(self._today, row.due_on)
            row.status, row.status_on = after.value, self._today
            row.due_on = due_on or row.due_on
            session.add(
                ImprovementUpdate(
                    improvement_id=improvement_id, on=self._today, status=after.value,
                    text=text.strip() or None, by_name=self._person.name,
                )
            )  # fmt: skip

    def serve(
        self, priority: str | None, *, action_id: int | None = None, subject_id: int | None = None
    ) -> None:
        """Say which priority of the strategy an action or a theme serves; None for none."""
        self._check("update_action")
        if priority and codes.find("strategy_priorities", priority) is None:
            raise Refusal("Choose a priority of the list.", "strategy")
        with self._store.work("tag_strategy", "Tag with a priority") as session:
            _check_target(session, action_id, subject_id)
            row = session.scalars(
                select(StrategyTag).where(
                    StrategyTag.action_id == action_id, StrategyTag.subject_id == subject_id
                )
            ).first()
            if row is None and priority:
                session.add(
                    StrategyTag(priority=priority, action_id=action_id, subject_id=subject_id)
                )
            elif row is not None and priority:
                row.priority = priority
            elif row is not None:
                session.delete(row)

    def _put(self, session: Session, row: Improvement, fields: dict[str, Any]) -> None:
        for name, value in fields.items():
            if name not in FIELDS:
                raise Refusal(f"An improvement action has no field called {name}.", name)
            if name in WORDS:
                self._check_words(session, name, value)
            setattr(row, name, value)
        if fields.get("theme_id"):
            _check_theme(session, fields["theme_id"])
        if fields.get("owner_id") or fields.get("owner_name"):
            member = owner_meant(session, fields.get("owner_id"), fields.get("owner_name"))
            row.owner_id = member.id if member else None
            if member is not None:
                row.owner_name = member.name
                row.agency_id = row.agency_id or member.agency_id

    def _check_words(self, session: Session, field: str, text: str | None) -> None:
        """Refusal where words tell of somebody: they are read by those who know no child."""
        if tells_of_somebody(session, text, self._now):
            raise Refusal(ABOUT_SOMEBODY, field)


def _check_theme(session: Session, subject_id: int) -> None:
    if session.get_one(Subject, subject_id).kind != SubjectKind.THEME:
        raise Refusal("An improvement action serves a theme, never one record.", "theme_id")


def _check_target(session: Session, action_id: int | None, subject_id: int | None) -> None:
    """Exactly one of an action and a theme."""
    if (action_id is None) == (subject_id is None):
        raise Refusal("Say which action or which theme.")
    if action_id is not None:
        session.get_one(Action, action_id)
    elif subject_id is not None:
        _check_theme(session, subject_id)
