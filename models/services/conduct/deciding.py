"""Deciding: risk before and after, the decision, who is told, and when it is looked at again."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    AgendaItem,
    Child,
    Decision,
    Member,
    NrmReferral,
    PersonOfConcern,
    Place,
    RiskJudgement,
    Subject,
    Telling,
)
from models.errors import Refusal
from models.queries.knowable import all_records_of
from models.queries.standing import risk_of
from models.rules import closing
from models.rules.concern import Concern
from models.rules.risk_words import direction
from models.services.conduct.coming_back import AGREED, agreed_return, look_again_on, return_on
from models.services.conduct.saying import Saying
from models.services.conduct.second_here import present, second_here
from models.services.nameless import check_words, item_taking
from models.services.register.concern import adopt, as_before, remove
from models.services.register.concern import note_concern as note
from models.services.register.status import put_new_status

ADOPTING = frozenset({"ADOPT_PERSON", "ADOPT_LOCATION", "ADOPT_GROUP", "ADOPT_THEME"})
IN_WORDS, REMOVING = "OTHER", "REMOVE_PERSON"
ON_PANEL = {"on_panel": True, "on_tracker": True}


class Deciding(Saying):
    """What the chair decides on an item."""

    def judge_risk(
        self,
        item_id: int,
        after: str,
        *,
        before: str | None = None,
        rationale: str | None = None,
        dissent: str | None = None,
    ) -> str | None:
        """Risk after the discussion beside the risk before; a level never closes anyone.

        Gives whether it increased, stayed the same or decreased, where the levels tell.
        """
        self._check("record_risk")
        with self._store.work("judge_risk", "Judge the risk") as session:
            said = {"rationale": rationale, "dissent": dissent}
            item_taking(session, item_id, said, self._now)
            row = session.scalars(
                select(RiskJudgement).where(RiskJudgement.item_id == item_id)
            ).first()
            if row is None:  # what is judged now is the child's risk from here on
                before = before or self._risk_now(session, item_id)
                row = RiskJudgement(item_id=item_id)
            row.before = before or row.before
            row.after = after
            row.direction = direction(row.before, after)
            row.rationale = rationale or row.rationale
            row.dissent = dissent or row.dissent
            session.add(row)
            return row.direction

    def decide(
        self,
        item_id: int,
        code: str,
        rationale: str | None = None,
        *,
        review_on: date | None = None,
        dissent: str | None = None,
        second_person: str | None = None,
        legal_basis: str | None = None,
        made_by: str | None = None,
        words: str | None = None,
        agreed_before: bool = False,
    ) -> None:
        """The decision on an item.

        Closing, stepping down, declining and removing need a reason and a second person who is
        here (or was, `agreed_before`, where a decision on record is put back); the subject returns
        by itself three months on, besides the day agreed. A decision that is not on the list may be
        kept in `words`: it closes nobody.
        """
        self._check("record_decision")
        kind = _kind(code, words)
        with self._store.work("decide", "Record the decision") as session:
            item = session.get_one(AgendaItem, item_id)
            said = {"words": words, "rationale": rationale, "dissent": dissent}
            check_words(session, item, said, self._now)
            second = second_here(session, self._now, item, second_person, agreed_before)
            self._let_go(session, item.meeting_id, kind, rationale, second)
            row = _decision(session, item_id)
            row.code, row.label, row.rationale = kind.code, kind.label, rationale or row.rationale
            row.dissent = dissent or row.dissent
            row.legal_basis = legal_basis or row.legal_basis
            row.made_by = made_by or row.made_by
            row.second_person = second.name if second else None
            row.second_person_id = second.id if second else None
            row.review_on = review_on or row.review_on or agreed_return(session, item_id)
            row.decided_at = self._now
            session.add(row)
            self._settle(session, item, row, kind)
            self._happened(session, item.meeting_id, "decided", item_id=item_id)

    def review_on(self, item_id: int, day: date | None, why: str | None = None) -> None:
        """The day on which the subject returns to the panel, and what for."""
        self._check("record_review")
        with self._store.work("review_on", "Set the review date") as session:
            item = session.get_one(AgendaItem, item_id)
            row = session.scalars(select(Decision).where(Decision.item_id == item_id)).first()
            if row is not None:
                row.review_on = day
            elif item.subject_id is None:
                raise Refusal("Record the decision first; the review is kept with it.", "decision")
            return_on(session, item, day, f"{AGREED}: {why}" if why else AGREED)

    def dissent(self, item_id: int, text: str) -> None:
        """A professional disagreement with the decision, kept beside it."""
        self._check("record_decision")
        with self._store.work("dissent", "Record dissent") as session:
            item_taking(session, item_id, {"dissent": text}, self._now)
            row = session.scalars(select(Decision).where(Decision.item_id == item_id)).first()
            if row is None:
                raise Refusal("Record the decision first.", "decision")
            row.dissent = text.strip() or None

    def tell(
        self,
        item_id: int,
        whom: str,
        teller: str | None,
        by_date: date | None = None,
        text: str | None = None,
        must_not: str | None = None,
        safe_to_write: bool | None = None,
    ) -> int:
        """Who tells the child or a parent, by when, what may be said and what must not."""
        self._check("record_told")
        with self._store.work("tell", "Record who tells whom") as session:
            row = session.scalars(
                select(Telling).where(Telling.item_id == item_id, Telling.whom == whom)
            ).first() or Telling(item_id=item_id, whom=whom)
            row.teller, row.by_date, row.text = teller, by_date, text
            row.must_not, row.safe_to_write = must_not, safe_to_write
            session.add(row)
            session.flush()
            return row.id

    def _risk_now(self, session: Session, item_id: int) -> str | None:
        subject_id = session.get_one(AgendaItem, item_id).subject_id
        ids = all_records_of(session, subject_id) if subject_id else ()
        child = session.get(Child, ids[0]) if ids else None
        return risk_of(session, child.id, self._today) if child else None

    def _let_go(
        self,
        session: Session,
        meeting_id: int,
        kind: codes.DecisionType,
        rationale: str | None,
        second: Member | None,
    ) -> None:
        """A decision that lets the subject go needs a reason and a second person."""
        if (kind.needs_reason or kind.closes) and not (rationale or "").strip():
            raise Refusal("Give the reason for this decision.", "rationale")
        if not kind.needs_second_person:
            return
        entry = closing.LettingGo(
            rationale or "",
            self._person.user_id or 0,
            member_agreeing=second.id if second else None,
            recorder_member=self._person.member_id,
        )
        closing.check_letting_go(entry, present(session, meeting_id))

    def _settle(
        self, session: Session, item: AgendaItem, row: Decision, kind: codes.DecisionType
    ) -> None:
        """What a decision means for the subject: on the panel, closed, adopted, referred, back."""
        subject = session.get(Subject, item.subject_id) if item.subject_id else None
        if subject is None:
            return
        if isinstance(subject, Child) and kind.code == "REFER_NRM":
            session.add(
                NrmReferral(
                    child_id=subject.id,
                    considered=True,
                    reason=row.rationale,
                    to_refer=True,
                    considered_on=self._today,
                    considered_by=self._person.name,
                )  # fmt: skip
            )
            subject.nrm_status = subject.nrm_status or "Referral agreed by the panel"
        if isinstance(subject, PersonOfConcern):
            self._of_concern(session, subject, row, kind)
        elif isinstance(subject, Place) and kind.code in ADOPTING:
            subject.adopted_on = subject.adopted_on or self._today
        subject.closed_on = self._today if kind.closes else None
        subject.closed_reason = row.rationale if kind.closes else None
        if isinstance(subject, Child) and kind.code != "NOTIFICATION":
            off = {"on_panel": False, "on_tracker": kind.code == "STEP_DOWN"}
            put_new_status(session, subject.id, self._today, off if kind.closes else ON_PANEL)
        looks = kind.needs_second_person and kind.looks_again
        look_again_on(session, item, closing.look_again_on(self._today) if looks else None)
        if row.review_on is not None:
            return_on(session, item, row.review_on)

    def _of_concern(
        self,
        session: Session,
        subject: PersonOfConcern,
        row: Decision,
        kind: codes.DecisionType,
    ) -> None:
        """Somebody adopted stands on grounds, source and review; letting go is kept as such."""
        why = row.rationale or kind.label
        if kind.code in ADOPTING:
            day = row.review_on or subject.review_on
            adopt(session, subject, day, row.rationale, self._today)
            note(session, subject, Concern.ADOPTED, why, self._now, self._person.name, next_on=day)
        elif kind.closes:
            second = row.second_person
            note(session, subject, Concern.REMOVED, why, self._now, self._person.name, second)
        if kind.code == REMOVING:
            remove(subject)
        elif not kind.defers:
            as_before(session, subject)


def _kind(code: str, words: str | None) -> codes.DecisionType:
    known = codes.find("decisions", code) if code else None
    if isinstance(known, codes.DecisionType):
        return known
    if code or not (words or "").strip():
        raise Refusal("That decision is not on the panel's list.", "code")
    return codes.DecisionType(code=IN_WORDS, label=(words or "").strip(), subjects=())


def _decision(session: Session, item_id: int) -> Decision:
    found = session.scalars(select(Decision).where(Decision.item_id == item_id)).first()
    return found or Decision(item_id=item_id)
