"""Agreeing: actions and recommendations to the child's plan."""

from datetime import date

from sqlalchemy.orm import Session

from models.entities import (
    Action,
    ActionSubject,
    AgendaItem,
    Child,
    Recommendation,
    Subject,
)
from models.errors import Refusal
from models.marks import Sharing
from models.rules import recommendations as recommendation_rule
from models.rules.actions import ActionStatus
from models.services.actions import owner_meant, update_action
from models.services.conduct.disrupting import Disrupting
from models.services.nameless import Words, item_taking
from models.services.numbering import next_reference, reference_for


class Agreeing(Disrupting):
    """What the meeting agrees that somebody does."""

    def record_action(
        self,
        item_id: int | None,
        text: str,
        *,
        owner: str | None = None,
        owner_id: int | None = None,
        agency_id: int | None = None,
        due_on: date | None = None,
        due_words: str | None = None,
        subject_id: int | None = None,
        kind: str | None = None,
        sharing: Sharing = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        success: str | None = None,
        measure_code: str | None = None,
        other_subjects: tuple[int, ...] = (),
    ) -> int:
        """An action; what it lacks (owner, date) is warned of, never refused. Gives its id."""
        self._check("record_action")
        if not text.strip():
            raise Refusal("Say what is to be done.", "text")
        with self._store.work("record_action", "Record action") as session:
            item = self._item(session, item_id, {"text": text, "success": success})
            member = owner_meant(session, owner_id, owner)
            action = Action(
                reference=reference_for(session, "A", sharing.value),
                item_id=item_id,
                meeting_id=item.meeting_id if item else None,
                subject_id=subject_id or (item.subject_id if item else None),
                kind=kind,
                text=text.strip(),
                owner_name=member.name if member else owner,
                owner_id=member.id if member else None,
                agency_id=agency_id or (member.agency_id if member else None),
                due_on=due_on,
                due_words=due_words,
                success=success,
                measure_type_code=measure_code,
                sharing=sharing.value,
                shared_with=shared_with,
                made_on=self._today,
                status=ActionStatus.AGREED.value,
                status_on=self._today,
            )
            session.add(action)
            session.flush()
            made = action.id
            session.add_all(ActionSubject(action_id=made, subject_id=one) for one in other_subjects)
            return made

    def _item(self, session: Session, item_id: int | None, words: Words) -> AgendaItem | None:
        return item_taking(session, item_id, words, self._now) if item_id else None

    def update_action(
        self,
        action_id: int,
        status: str,
        text: str | None = None,
        reason: str | None = None,
        new_due: date | None = None,
        item_id: int | None = None,
        evidence: str | None = None,
        meeting_id: int | None = None,
    ) -> None:
        """What became of an earlier action, told on an item or at this meeting outside any."""
        self._check("update_action")
        with self._store.work("update_action", "Update action") as session:
            self._item(session, item_id, {"text": text, "reason": reason, "evidence": evidence})
            update_action(
                session,
                action_id,
                status,
                at=self._now,
                by=self._person.name,
                text=text,
                reason=reason,
                new_due=new_due,
                item_id=item_id,
                meeting_id=meeting_id,
                evidence=evidence,
            )

    def recommend(
        self,
        item_id: int,
        text: str,
        *,
        to_plan: str | None = None,
        by_date: date | None = None,
        addressed_to: str | None = None,
        evidence: str | None = None,
        domain: str | None = None,
        outcome: str | None = None,
    ) -> int:
        """A recommendation to the holder of the child's plan; gives its id."""
        self._check("record_recommendation")
        if not text.strip():
            raise Refusal("Say what is recommended.", "text")
        with self._store.work("recommend", "Record recommendation") as session:
            item = session.get_one(AgendaItem, item_id)
            child = session.get(Subject, item.subject_id) if item.subject_id else None
            if not isinstance(child, Child):
                raise Refusal("A recommendation goes into a child's plan: this item has no child.")
            row = Recommendation(
                item_id=item_id,
                child_id=child.id,
                reference=next_reference(session, "R"),
                text=text.strip(),
                to_plan=to_plan,
                plan_domain=domain,
                addressed_to=addressed_to or child.lead_name,
                outcome_sought=outcome or recommendation_rule.outcome_of(text),
                by_date=by_date,
                evidence_sought=evidence,
                made_on=self._today,
            )
            session.add(row)
            session.flush()
            return row.id
