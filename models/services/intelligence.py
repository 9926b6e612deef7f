"""Submissions of intelligence: taken in, graded, triaged, and made into links one by one."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Link,
    PaperSubject,
    Subject,
    Submission,
    SubmissionLink,
    SubmissionMention,
)
from models.errors import Conflict, Refusal
from models.marks import Information, Sharing
from models.queries.submissions import next_number
from models.rules import access
from models.rules.grading import Grading
from models.rules.submissions import (
    LINKED_FROM,
    GivenBy,
    Outcome,
    check_given,
    check_outcome,
    check_said,
    reference_of,
    source_of,
)
from models.services.police import check_conditions, police_of, put_grading
from models.services.register.fields import fitting, need
from models.services.register.links import new_link
from models.services.signed_in import Service

CHANGEABLE = frozenset({
    "received_on", "given_by", "from_agency", "from_name", "from_contact", "provenance",
    "information_date", "text", "named", "police_reference",
})  # fmt: skip
NOT_OPEN = "Accept it, or pass it to the police, before links are made of it."
ONLY_POLICE = "Only police grade intelligence by 3x5x2."


class IntelligenceService(Service):
    """What a person does with intelligence that partners and the community submit."""

    def submit(self, text: str, **fields: Any) -> int:
        """Take in a submission; gives its id. The chair and the police read it, until said.

        Fields: received_on, given_by, from_agency, from_name, from_contact, provenance,
        information_date, named.
        """
        self._check("add_referral")
        if strange := set(fields) - CHANGEABLE:
            raise Refusal(f"A submission has no field called {min(strange)}.", min(strange))
        with self._store.work("submit_intelligence", "Take in intelligence") as session:
            return put_submission(session, self._today, text, fields).id

    def change(self, submission_id: int, field: str, value: Any, seen: Any) -> None:
        """Mend one field; Conflict where it has moved since it was seen."""
        self._check("triage_referral")
        if field not in CHANGEABLE:
            raise Refusal(f"A submission has no field called {field}.", field)
        with self._store.work("change_submission", "Change a submission") as session:
            row, wanted = self._row(session, submission_id), value
            wanted = GivenBy(value).value if field == "given_by" else fitting(row, field, value)
            standing = getattr(row, field)
            if standing == wanted:
                return
            if (standing or None) != (seen or None):
                raise Conflict(field, standing, value)
            if field == "given_by" and wanted == GivenBy.ANONYMOUS.value:
                row.from_agency = row.from_name = row.from_contact = None
            setattr(row, field, wanted)
            _check(row, self._today)

    def share(
        self, submission_id: int, sharing: Sharing | str, agencies: tuple[int, ...] = ()
    ) -> None:
        """Say who may read a submission: the chair only, or named agencies as well."""
        self._check("set_sharing")
        kind = Sharing(sharing)
        if kind not in (Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES):
            raise Refusal("Intelligence goes to the chair only, or to named agencies.", "sharing")
        if kind is Sharing.NAMED_AGENCIES and not agencies:
            raise Refusal("Name the agencies that may read it.", "shared_with")
        with self._store.work("share_submission", "Say who may read it") as session:
            row = self._row(session, submission_id)
            row.sharing = kind.value
            row.shared_with = agencies if kind is Sharing.NAMED_AGENCIES else ()

    def may_grade(self) -> bool:
        """Whether the person who is signed in may grade submissions."""
        if not access.may(self._person.role, "enter_intelligence_grading"):
            return False
        with self._store.reading() as session:
            return self._person.agency_id in police_of(session)

    def grade(self, submission_id: int, given: Grading | None) -> None:
        """Grade a submission by 3x5x2; None takes the grading off."""
        self._check("enter_intelligence_grading")
        check_conditions(given)
        with self._store.work("grade_submission", "Grade a submission") as session:
            police = police_of(session)
            row = self._row(session, submission_id)
            if (
                self._person.agency_id not in police
                or self._person.agency_id not in row.shared_with
            ):
                raise Refusal(ONLY_POLICE, "grading")
            put_grading(row, given)

    def decide(
        self,
        submission_id: int,
        outcome: Outcome | str,
        reason: str | None = None,
        police_reference: str | None = None,
    ) -> None:
        """Triage: accepted, not taken with the reason, or passed to the police."""
        self._check("triage_referral")
        kind = Outcome(outcome)
        check_outcome(kind, reason)
        with self._store.work("decide_submission", f"Intelligence {kind.value}") as session:
            row = self._row(session, submission_id)
            if kind is Outcome.POLICE:
                _share_with_police(session, row)
            row.outcome, row.outcome_reason = kind.value, (reason or "").strip() or None
            row.outcome_by, row.outcome_at = self._person.name, self._now
            row.police_reference = (police_reference or "").strip() or row.police_reference

    def reopen(self, submission_id: int, reason: str) -> None:
        """Take a triage back: the submission is to be triaged again."""
        self._check("triage_referral")
        reason = need(reason, "Say why it is triaged again.", "reason")
        with self._store.work("reopen_submission", "Triage again") as session:
            row = self._row(session, submission_id)
            row.outcome, row.outcome_reason = None, reason
            row.outcome_by, row.outcome_at = self._person.name, self._now

    def name(
        self, submission_id: int, subject_id: int, as_written: str | None, *, named: bool = True
    ) -> None:
        """A person's word that a submission names a record, or that it does not."""
        self._check("triage_referral")
        label = "Confirm whom intelligence names" if named else "Say whom it does not name"
        with self._store.work("name_in_submission", label) as session:
            row = self._row(session, submission_id)
            session.get_one(Subject, subject_id)
            found = session.scalars(
                select(SubmissionMention).where(
                    SubmissionMention.submission_id == row.id,
                    SubmissionMention.subject_id == subject_id,
                )
            ).first() or SubmissionMention(submission_id=row.id, subject_id=subject_id)
            found.as_written, found.named = as_written, named
            session.add(found)
            if named and row.paper_id is not None:
                session.add(PaperSubject(paper_id=row.paper_id, subject_id=subject_id))

    def make_link(self, submission_id: int, from_id: int, relation: str, to_id: int) -> int:
        """A link that a submission tells of: intelligence, not confirmed; gives its id.

        It carries the submission's grading and readers, and names its reference, never who gave it.
        """
        self._check("triage_referral")
        with self._store.work("link_from_intelligence", "Link from intelligence") as session:
            row = self._row(session, submission_id)
            if row.outcome not in {one.value for one in LINKED_FROM}:
                raise Refusal(NOT_OPEN, "relation")
            made = _linked(session, row, from_id, relation, to_id, self._today)
            session.add(SubmissionLink(submission_id=row.id, link_id=made.id))
            return made.id

    def _row(self, session: Session, submission_id: int) -> Submission:
        found = session.get(Submission, submission_id)
        if found is None:
            raise Refusal("There is no such submission.")
        return found


def put_submission(session: Session, today: date, text: str, fields: dict[str, Any]) -> Submission:
    """A new submission within a step: read by the chair and the police until a person says."""
    police = police_of(session)
    row = Submission(
        reference=reference_of(next_number(session)),
        received_on=fields.get("received_on") or today,
        given_by=GivenBy(fields.get("given_by") or GivenBy.ANONYMOUS).value,
        text=(text or "").strip(),
        information=Information.INTELLIGENCE.value,
        sharing=(Sharing.NAMED_AGENCIES if police else Sharing.CHAIR_ONLY).value,
        shared_with=tuple(sorted(police)),
    )
    for name in CHANGEABLE - {"received_on", "given_by", "text"}:
        if fields.get(name) not in (None, ""):
            setattr(row, name, fitting(row, name, fields[name]))
    _check(row, today)
    session.add(row)
    session.flush()
    return row


def _check(row: Submission, today: date) -> None:
    check_given(GivenBy(row.given_by), row.from_agency, row.from_name, row.from_contact)
    check_said(row.text, row.received_on, row.information_date, today)


def _share_with_police(session: Session, row: Submission) -> None:
    police = police_of(session)
    if not police:
        raise Refusal("The panel has no police agency: add one under Settings.", "outcome")
    row.sharing = Sharing.NAMED_AGENCIES.value
    row.shared_with = tuple(sorted({*row.shared_with, *police}))


def _linked(
    session: Session, row: Submission, from_id: int, relation: str, to_id: int, today: date
) -> Link:
    return new_link(
        session,
        from_id,
        relation,
        to_id,
        today,
        confidence="indicators only",
        confirmed=False,
        information=Information.INTELLIGENCE.value,
        sharing=row.sharing,
        shared_with=row.shared_with,
        source=source_of(row.reference),
        source_date=row.received_on,
        first_seen=row.information_date,
        last_seen=row.information_date,
        source_grade=row.source_grade,
        information_grade=row.information_grade,
        handling=row.handling,
        handling_conditions=row.handling_conditions,
    )
