"""Triage: the ten questions, immediate risk, and what becomes of a referral."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Chase, Referral, Review, Subject, TriageAnswer
from models.errors import Refusal
from models.marks import ItemKind
from models.queries.referrals import immediate_risk_of
from models.queries.working import days_closed
from models.rules import chasing, checklist, closing, triage
from models.rules.working_days import next_working_day
from models.services.as_seen import mend
from models.services.planning import plan_where_none_is
from models.services.running_order import add_item, set_slots
from models.services.second_person import check_agreed, check_known
from models.services.signed_in import Service

CHANGEABLE = frozenset({
    "reference", "received_on", "method", "referrer_name", "referrer_agency", "referrer_role",
    "referrer_contact", "lead_name", "reason", "ask", "tried", "barrier", "voice", "parents_view",
    "informed_child", "informed_parents", "lawful_basis", "immediate_risk", "risk", "assessed_on",
    "missing_90_days", "nrm", "chase_on", "criterion",
})  # fmt: skip
OUTCOMES, ONE_DAY = "triage_outcomes", timedelta(days=1)
LOOK_AGAIN = "Look again at a declined referral"


class ReferralService(Service):
    """What a person does to a referral between the paper and the agenda."""

    def add(self, subject_id: int, **fields: Any) -> int:
        """A referral without a paper (by telephone, by the panel itself); gives its id."""
        self._check("add_referral")
        unknown = set(fields) - CHANGEABLE
        if unknown:
            name = min(unknown)
            raise Refusal(f"A referral has no field called {name}.", name)
        if (fields.get("received_on") or self._today) > self._today:
            raise Refusal("The day it was received is still to come.", "received_on")
        with self._store.work("add_referral", "Add a referral") as session:
            session.get_one(Subject, subject_id)
            row = Referral(subject_id=subject_id, entered_at=self._now, **fields)
            session.add(row)
            session.flush()
            return row.id

    def answer(
        self, referral_id: int, question: str, answer: str | None, note: str | None = None
    ) -> None:
        """Answer one of the ten questions; an empty answer takes it back."""
        self._check("triage_referral")
        point = codes.find(checklist.LIST, question)
        if question not in triage.QUESTIONS and point is None:
            raise Refusal("There is no such question of triage.", "question")
        with self._store.work("answer_triage", "Answer a triage question") as session:
            row = session.scalars(
                select(TriageAnswer).where(
                    TriageAnswer.referral_id == referral_id, TriageAnswer.question == question
                )
            ).first()
            if not (answer or "").strip():
                if row is not None:
                    session.delete(row)
            elif row is None:
                session.add(
                    TriageAnswer(
                        referral_id=referral_id, question=question, answer=answer, note=note
                    )
                )
            else:
                row.answer, row.note = answer or "", note
            if question == "immediate":
                _note_immediate(session, referral_id, answer)
            if point is not None:
                _settle_gap(session, referral_id, question, self._today if answer else None)

    def tell_immediate_risk(
        self, referral_id: int, told: str, at: datetime, reference: str
    ) -> None:
        """Record who was told of immediate risk, when, and the reference they gave."""
        self._check("triage_referral")
        risk = triage.ImmediateRisk(True, told, at, reference)
        if risk.missing:
            raise Refusal("Enter who was told, when, and the reference.", risk.missing[0])
        if at > self._now:
            raise Refusal("The time of telling is still to come.", "told_at")
        with self._store.work("tell_immediate_risk", "Record who was told") as session:
            row = session.get_one(Referral, referral_id)
            row.immediate_risk = True
            row.immediate_risk_told, row.immediate_risk_told_at = told.strip(), at
            row.immediate_risk_reference = reference.strip()

    def accept(self, referral_id: int, reason: str = "") -> None:
        """Accept to the panel; refused while immediate risk has not been told."""
        self.decide(referral_id, "ACCEPT", reason)

    def hold(self, referral_id: int, reason: str, chase_on: date | None) -> None:
        """Hold for information that is chased by a day; refused as `accept` is."""
        self._decide(referral_id, "HOLD", reason, None, chase_on)

    def meet_out_of_cycle(self, referral_id: int, reason: str = "") -> int:
        """Accept as urgent, and put it first on a meeting of the next working day; gives its id.

        The meeting is planned where there is none on that day: one step, one undo.
        """
        kind = next(one for one in codes.rows_of(OUTCOMES, codes.TriageOutcome) if one.urgent)
        self._check("accept_referral")
        self._check("plan_meeting")
        with self._store.work("meet_out_of_cycle", "Meet out of cycle") as session:
            row = session.get_one(Referral, referral_id)
            self._settle(session, row, kind, reason, None, None)
            day = next_working_day(self._today + ONE_DAY, days_closed(session))
            meeting_id = plan_where_none_is(session, day)
            add_item(
                session,
                meeting_id,
                row.subject_id,
                kind=ItemKind.URGENT,
                referral_id=referral_id,
                ask=row.ask,
            )
            set_slots(session, meeting_id)
            return meeting_id

    def decide(
        self,
        referral_id: int,
        outcome_code: str,
        reason: str,
        second_person: str | None = None,
        reason_code: str | None = None,
    ) -> None:
        """Give a referral its outcome, by a code of the list triage_outcomes.

        Turning away needs a reason and a second person, by name (another user or a member); it
        stays visible, and comes back for a look after three months. `reason_code` is one of the
        list decline_reasons, by which the reasons are counted. Raises Refusal.
        """
        if reason_code and codes.find("decline_reasons", reason_code) is None:
            raise Refusal("There is no such reason on the panel's list.", "reason_code")
        self._decide(referral_id, outcome_code, reason, second_person, None, reason_code)

    def reopen(self, referral_id: int, reason: str) -> None:
        """Take an outcome back: the referral is new again."""
        self._check("triage_referral")
        if not reason.strip():
            raise Refusal("Say why it is opened again.", "reason")
        with self._store.work("reopen_referral", "Open a referral again") as session:
            row = session.get_one(Referral, referral_id)
            _drop_look(session, row)
            row.outcome = row.second_person = row.chase_on = None
            row.outcome_reason = reason.strip()
            row.outcome_by, row.outcome_at = self._person.name, self._now

    def change(self, referral_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; Conflict where it has moved since it was seen."""
        self._check("edit_referral")
        if field not in CHANGEABLE:
            raise Refusal(f"A referral has no field called {field}.", field)
        with self._store.work("change_referral", "Change a referral") as session:
            row = session.get_one(Referral, referral_id)
            mend(row, field, value, seen)

    def _decide(
        self,
        referral_id: int,
        outcome_code: str,
        reason: str,
        second_person: str | None,
        chase_on: date | None,
        reason_code: str | None = None,
    ) -> None:
        kind = codes.find(OUTCOMES, outcome_code)
        if not isinstance(kind, codes.TriageOutcome):
            raise Refusal("There is no such outcome of triage.", "outcome")
        self._check(_operation(kind))
        with self._store.work("decide_referral", kind.label) as session:
            row = session.get_one(Referral, referral_id)
            self._settle(session, row, kind, reason, second_person, chase_on)
            row.reason_code = reason_code if kind.declines else None

    def _settle(
        self,
        session: Session,
        row: Referral,
        kind: codes.TriageOutcome,
        reason: str,
        second_person: str | None,
        chase_on: date | None,
    ) -> None:
        self._allow(session, row, kind, reason, second_person, chase_on)
        _drop_look(session, row)
        row.outcome, row.outcome_reason = kind.code, reason.strip() or None
        row.outcome_by, row.outcome_at = self._person.name, self._now
        row.second_person = (second_person or "").strip() or None
        row.chase_on = chase_on
        if kind.declines:
            self._look_again(session, row)

    def _allow(
        self,
        session: Session,
        row: Referral,
        kind: codes.TriageOutcome,
        reason: str,
        second_person: str | None,
        chase_on: date | None,
    ) -> None:
        risk = immediate_risk_of(row)
        outcome = triage.Outcome(
            kind.code, kind.accepts, kind.holds, kind.declines, reason, chase_on
        )
        triage.check_outcome(outcome, risk, row.received_on)
        if kind.declines and risk.missing:
            raise Refusal(
                f"{triage.TELL_NOW} Enter who was told, when, and the reference.", risk.missing[0]
            )
        if kind.needs_reason and not reason.strip():
            raise Refusal("Give the reason.", "reason")
        if kind.needs_second_person:
            check_agreed(session, self._person, reason, second_person)
        else:
            check_known(session, (second_person or "").strip())

    def _look_again(self, session: Session, row: Referral) -> None:
        row.look_again_on = closing.look_again_on(self._today)
        session.add(
            Review(
                subject_id=row.subject_id,
                referral_id=row.id,
                due_on=row.look_again_on,
                reason=LOOK_AGAIN,
            )
        )


def _operation(kind: codes.TriageOutcome) -> str:
    if kind.accepts:
        return "accept_referral"
    if kind.holds:
        return "hold_referral"
    return "decline_referral" if kind.declines else "redirect_referral"


def _drop_look(session: Session, row: Referral) -> None:
    """An earlier outcome's look again is no longer due."""
    row.look_again_on = None
    for one in session.scalars(
        select(Review).where(Review.referral_id == row.id, Review.done_item_id.is_(None))
    ):
        session.delete(one)


def _settle_gap(session: Session, referral_id: int, code: str, on: date | None) -> None:
    """What was asked of an agency is answered; with the answer taken back it is open again."""
    for one in session.scalars(
        select(Chase).where(
            Chase.about == chasing.GAP, Chase.about_id == referral_id, Chase.step == code
        )
    ):
        one.done_on = on


def _note_immediate(session: Session, referral_id: int, answer: str | None) -> None:
    """The answer to the question of immediate risk is the referral's own."""
    said = {"yes": True, "no": False}.get((answer or "").strip().lower())
    row = session.get_one(Referral, referral_id)
    if said is not None:
        row.immediate_risk = said
