"""Asking again: a step of a ladder recorded as taken; nothing is sent by itself."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Action,
    Agency,
    AgencyReturn,
    Chase,
    InformationLine,
    LineQuestion,
    Referral,
    Subject,
)
from models.errors import Refusal
from models.marks import Sharing
from models.queries.assessment_board import assessment_board
from models.queries.checklist import checklist
from models.queries.working import days_closed
from models.rules import chasing
from models.rules.working_days import add_working_days
from models.services.signed_in import Service

STEP_GIVES, GAP_GIVES, ASSESSMENT_GIVES = 2, 5, 10
TAKEN, KEPT = "taken", "kept"
NOBODY_KNOWN = "Neither an author nor a lead professional is named: say who leads first."
ASKED = "Somebody is asked already."


class ChasingService(Service):
    """What a person does about what has not come."""

    def returns(self, return_ids: Iterable[int], step_code: str) -> None:
        """A step is taken today over these returns."""
        step = self._step(chasing.RETURN, step_code)
        with self._store.work("chase", step.label) as session:
            for one in return_ids:
                row = session.get_one(AgencyReturn, one)
                if row.received_at is not None:
                    continue
                self._keep(session, chasing.RETURN, one, step, _agency(session, row.agency_id))

    def actions(self, action_ids: Iterable[int], step_code: str) -> None:
        """A step is taken today over these actions."""
        step = self._step(chasing.ACTION, step_code)
        with self._store.work("chase", step.label) as session:
            for one in action_ids:
                action = session.get_one(Action, one)
                agency = _agency(session, action.agency_id)
                asked = action.owner_name if step.whom == "owner" else None
                self._keep(session, chasing.ACTION, one, step, agency, asked)

    def dissents(self, item_ids: Iterable[int], step_code: str) -> None:
        """A step is taken today over the disagreements recorded on these items."""
        step = self._step(chasing.DISSENT, step_code)
        with self._store.work("chase", step.label) as session:
            for one in item_ids:
                self._keep(session, chasing.DISSENT, one, step, ("", None))

    def settle_dissents(self, item_ids: Iterable[int], note: str = "") -> None:
        """The disagreements on these items are settled: nothing more is due over them."""
        self._check("chase")
        with self._store.work("settle_dissent", "A disagreement is settled") as session:
            for one in item_ids:
                session.add(
                    Chase(
                        about=chasing.DISSENT,
                        about_id=one,
                        step=chasing.SETTLED,
                        made_at=self._now,
                        done_on=self._today,
                        by_name=self._person.name,
                        note=note or None,
                    )
                )

    def ask_gaps(self, referral_id: int) -> int:
        """Ask the agencies that would know for what a referral leaves open; gives how many points.

        Each point is asked of one agency, once. Refusal where nobody is there to be asked.
        """
        self._check("request_information")
        with self._store.work("ask_gaps", "Ask for what is missing") as session:
            referral = session.get_one(Referral, referral_id)
            subject = session.get_one(Subject, referral.subject_id)
            rows = checklist(session, referral, subject)
            wanted = [row for row in rows if row.open and not row.asked and row.agency_id]
            if not wanted:
                raise Refusal("Nothing is missing that an agency of this panel would know.")
            due = add_working_days(self._today, GAP_GIVES, days_closed(session))
            for row in wanted:
                session.add(
                    Chase(
                        about=chasing.GAP,
                        about_id=referral_id,
                        step=row.code,
                        asked=row.agency,
                        made_at=self._now,
                        due_on=due,
                        by_name=self._person.name,
                    )
                )
            return len(wanted)

    def assessments(self, child_ids: Iterable[int], due_on: date | None = None) -> int:
        """Ask for a new assessment of these children: of its last author, else the lead.

        Gives how many are asked for. Refusal where of none anybody is known to ask.
        """
        self._check("request_information")
        wanted = frozenset(child_ids)
        with self._store.work("ask_assessments", "Ask for a risk assessment") as session:
            board = assessment_board(session, self._reader(session))
            rows = [one for one in board if one.child_id in wanted]
            known = [one for one in rows if one.ask and one.asked is None]
            if not known:
                raise Refusal(ASKED if any(one.asked for one in rows) else NOBODY_KNOWN)
            due = due_on or add_working_days(self._today, ASSESSMENT_GIVES, days_closed(session))
            for one in known:
                session.add(
                    Chase(
                        about=chasing.ASSESSMENT,
                        about_id=one.child_id,
                        step="asked",
                        asked=one.ask,
                        made_at=self._now,
                        due_on=due,
                        by_name=self._person.name,
                    )
                )
            return len(known)

    def answer_line(self, question_id: int, take: bool) -> None:
        """Say whether what a later return says of a line holds, or how it stood before."""
        self._check("set_sharing")
        label = "Take the later sharing" if take else "Keep the earlier sharing"
        with self._store.work("answer_line", label) as session:
            asked = session.get_one(LineQuestion, question_id)
            if asked.answer is not None:
                raise Refusal("This has been answered already.")
            line = session.get_one(InformationLine, asked.line_id)
            sharing = asked.now_sharing if take else asked.was_sharing
            line.withdrawn = sharing == Sharing.NOT_SHARED
            if not line.withdrawn:
                line.sharing = sharing
                line.shared_with = asked.now_shared_with if take else asked.was_shared_with
            asked.answer = TAKEN if take else KEPT
            asked.answered_by, asked.answered_at = self._person.name, self._now

    def _step(self, about: str, code: str) -> codes.ChaseStep:
        self._check("chase")
        step = codes.find(chasing.LADDERS[about], code)
        if not isinstance(step, codes.ChaseStep):
            raise Refusal("That step is not on the panel's ladder.", "step")
        return step

    def _keep(
        self,
        session: Session,
        about: str,
        about_id: int,
        step: codes.ChaseStep,
        agency: tuple[str, str | None],
        asked: str | None = None,
    ) -> None:
        session.add(
            Chase(
                about=about,
                about_id=about_id,
                step=step.code,
                asked=asked or chasing.whom(step, *agency),
                made_at=self._now,
                due_on=add_working_days(self._today, STEP_GIVES, days_closed(session)),
                by_name=self._person.name,
            )
        )


def _agency(session: Session, agency_id: int | None) -> tuple[str, str | None]:
    agency = session.get(Agency, agency_id) if agency_id is not None else None
    return (agency.name, agency.escalation_contact) if agency is not None else ("", None)
