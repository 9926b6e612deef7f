"""Recommendations after the meeting: the plan's answer, and the plan itself."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models import codes
from models.entities import Chase, Child, Recommendation
from models.errors import Conflict, Refusal
from models.queries.working import days_closed
from models.rules import recommendations as rule
from models.rules import silence
from models.rules.day_words import short
from models.rules.working_days import add_working_days
from models.services.signed_in import Service

STEP_GIVES = 5
NOT_SAID = object()
WORDED = frozenset({
    "text", "to_plan", "plan_domain", "addressed_to", "outcome_sought", "by_date",
    "evidence_sought",
})  # fmt: skip
"""What is recommended, field by field."""


class RecommendationService(Service):
    """What is recorded of a recommendation until the plan shows it."""

    def reply(
        self,
        recommendation_id: int,
        status: str,
        *,
        reason: str | None = None,
        modified_text: str | None = None,
        on: date | None = None,
        by: str | None = None,
        plan_by: date | None = None,
    ) -> None:
        """The plan holder's answer; a rejection needs its reason, a change its wording.

        `plan_by` is the day by which the plan will have what was accepted, where one was given.
        """
        self._check("record_reply")
        with self._store.work("reply", "Record the plan's answer") as session:
            reply(
                session,
                recommendation_id,
                status,
                on=on or self._today,
                reason=reason,
                modified_text=modified_text,
                by=by or self._person.name,
                plan_by=plan_by,
            )

    def in_plan(self, recommendation_id: int, on: date, evidence: str) -> None:
        """The plan shows it: since when, and what shows it."""
        self._check("record_reply")
        with self._store.work("in_plan", "Record that the plan shows it") as session:
            row = _standing(session, recommendation_id)
            answer = rule.Reply(rule.RecommendationStatus.IN_PLAN, "", "", on, evidence)
            rule.check_reply(rule.RecommendationStatus(row.status), answer, self._today)
            row.status, row.plan_updated_on = answer.status.value, on
            row.plan_evidence = evidence.strip()

    def climb(self, recommendation_ids: Iterable[int], step_code: str) -> None:
        """Record that a step of the ladder is taken today; nothing is sent by itself."""
        self._check("chase")
        step = codes.find(silence.LADDER, step_code)
        if not isinstance(step, codes.ChaseStep):
            raise Refusal("That step is not on the panel's ladder.", "step")
        with self._store.work("climb", step.label) as session:
            closed = days_closed(session)
            for one in recommendation_ids:
                row = _standing(session, one)
                child = session.get_one(Child, row.child_id)
                session.add(
                    Chase(
                        about=silence.ABOUT,
                        about_id=row.id,
                        step=step.code,
                        asked=silence.whom(step, child.team, child.iro_or_cp_chair),
                        made_at=self._now,
                        due_on=add_working_days(self._today, STEP_GIVES, closed),
                        by_name=self._person.name,
                    )
                )

    def withdraw(self, recommendation_id: int, reason: str) -> None:
        """Take a recommendation back; it goes out once more as withdrawn."""
        self._check("withdraw_recommendation")
        if not reason.strip():
            raise Refusal("Say why it is withdrawn.", "reason")
        with self._store.work("withdraw", "Withdraw a recommendation") as session:
            row = _standing(session, recommendation_id)
            row.withdrawn, row.reply_reason = True, reason.strip()
            row.version = rule.version_after(row)

    def reword(self, recommendation_id: int, text: str) -> None:
        """Change the wording; the next feed carries it as a new version."""
        self.change(recommendation_id, "text", text)

    def change(self, recommendation_id: int, field: str, value: Any, seen: Any = NOT_SAID) -> None:
        """Change a field of what is recommended: the next feed carries it as a new version.

        Raises Conflict where it is no longer as it was `seen`, Refusal once it is approved.
        """
        self._check("record_recommendation")
        if field not in WORDED:
            raise Refusal(f"A recommendation has no field called {field}.")
        new = value.strip() or None if isinstance(value, str) else value
        if field == "text" and not new:
            raise Refusal("Say what is recommended.", "text")
        with self._store.work("reword", "Change a recommendation") as session:
            row = _standing(session, recommendation_id)
            stands = getattr(row, field)
            if seen is not NOT_SAID and seen != stands:
                raise Conflict(field, stands, new)
            if stands != new:
                word_anew(row, field, new, self._today)


def word_anew(row: Recommendation, field: str, value: Any, today: date) -> None:
    """Change what is recommended: one that was answered or sent waits again, as a new version."""
    version = rule.version_after(row)
    _ask_again(row, today)
    setattr(row, field, value)
    row.version = version


def reply(
    session: Session,
    recommendation_id: int,
    status: str,
    *,
    on: date,
    reason: str | None,
    modified_text: str | None,
    by: str | None,
    plan_by: date | None = None,
) -> None:
    """Carry a plan holder's answer to the recommendation."""
    row = _standing(session, recommendation_id)
    answer = rule.Reply(rule.RecommendationStatus(status), reason or "", modified_text or "")
    rule.check_reply(rule.RecommendationStatus(row.status), answer, on)
    row.status, row.replied_on, row.replied_by = status, on, by
    row.reply_reason = reason or row.reply_reason
    row.modified_text = modified_text or row.modified_text
    promise(row, plan_by)


def promise(row: Recommendation, by: date | None) -> None:
    """Keep the day that the plan's holder gave, as long as it is accepted or in the plan."""
    row.plan_by = None if row.status == rule.RecommendationStatus.REJECTED else by or row.plan_by


def _ask_again(row: Recommendation, today: date) -> None:
    """Keep what the plan answered as the answer to the version it read; the new one waits."""
    if rule.is_unanswered(row.status):
        return
    promised = f"to be in the plan by {short(row.plan_by)}" if row.plan_by else None
    told = rule.answer_in_words(
        row.version, row.status, row.replied_on or row.plan_updated_on, row.text,
        (row.reply_reason, row.modified_text, promised, row.plan_evidence),
    )  # fmt: skip
    row.earlier_answers = "\n".join(filter(None, (row.earlier_answers, told)))
    row.status, row.reworded_on = rule.RecommendationStatus.ISSUED.value, today
    row.replied_on = row.plan_by = row.plan_updated_on = row.sent_on = row.reply_by = None
    row.replied_by = row.reply_reason = row.modified_text = row.plan_evidence = None


def _standing(session: Session, recommendation_id: int) -> Recommendation:
    row = session.get_one(Recommendation, recommendation_id)
    if row.withdrawn:
        raise Refusal("This recommendation was withdrawn.")
    return row
