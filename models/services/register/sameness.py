"""Questions of sameness as a person settles them; nothing is ever joined by itself."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child, MatchQuestion, PersonOfConcern, SameAs
from models.errors import Refusal
from models.queries.knowable import all_records_of, leads
from models.queries.settled import LATER
from models.services.register.adding import existing
from models.services.signed_in import Service

SAME, NOT_SAME = "same", "not the same"


class Sameness(Service):
    """What a person says about two records being of the same person, place or thing."""

    def settle_match(
        self, question_id: int, same: bool, reason: str | None = None, stands: int | None = None
    ) -> None:
        """Answer a question; the same: one record, by itself the earlier, stands for both.

        `stands` names the record whose name is to be shown. Both records stay whole, so the answer
        can be turned round by answering again; other questions about the two are answered with it.
        """
        self._check("merge_records" if same else "unmerge_records")
        with self._store.work("settle_match", "Settle a possible match") as session:
            question = session.get(MatchQuestion, question_id)
            if question is None:
                raise Refusal("There is no such question any more.")
            pair = _pair(question, leads(session))
            first, second = pair if stands in (None, pair[0]) else pair[::-1]
            self._say(session, first, second, same, reason)
            self._answer(question, SAME if same else NOT_SAME)

    def same(self, lead_id: int, other_id: int, reason: str) -> None:
        """Two records are the same: the first stands for both from now on."""
        self._check("merge_records")
        with self._store.work("merge", "Two records are the same") as session:
            self._say(session, lead_id, other_id, True, reason)

    def not_same(self, lead_id: int, other_id: int, reason: str) -> None:
        """Two records are not the same; what was said to the contrary ends."""
        self._check("unmerge_records")
        with self._store.work("unmerge", "Two records are not the same") as session:
            self._say(session, lead_id, other_id, False, reason)

    def ask_again(self, one_id: int, other_id: int) -> None:
        """Take back that two records are not the same; what was asked about them is asked again."""
        self._check("merge_records")
        with self._store.work("ask_again", "Take back that two are not the same") as session:
            one, other = existing(session, one_id), existing(session, other_id)
            row = _said(session, one.id, other.id)
            if row is None or row.same:
                raise Refusal("Nobody says any more that these two are not the same.")
            for each in _asked_about(session, one.id, other.id):
                each.answer = each.answered_by = each.answered_at = None
            session.delete(row)

    def put_off(self, one_id: int, other_id: int, why: str, weight: float = 0.0) -> None:
        """Leave it for later whether two records are the same; a new fact brings it back.

        `why` and `weight` are what it was asked for.
        """
        self._check("merge_records")
        with self._store.work("put_off", "Leave a possible duplicate for later") as session:
            one, other = existing(session, one_id), existing(session, other_id)
            asked = [each for each in _asked_about(session, one.id, other.id) if not _told(each)]
            if not asked:
                asked = [MatchQuestion(subject_id=one.id, with_id=other.id, weight=weight, why=why)]
                session.add_all(asked)
            for each in asked:
                self._answer(each, LATER)

    def is_child(self, person_id: int, child_id: int) -> None:
        """A person of concern is that child, who is a child first; both records stay."""
        self._check("merge_records")
        with self._store.work("is_child", "A person of concern is a child on record") as session:
            person, child = existing(session, person_id), existing(session, child_id)
            if not isinstance(person, PersonOfConcern) or not isinstance(child, Child):
                raise Refusal("Only a person of concern can be said to be a child on record.")
            known = select(PersonOfConcern.id).where(PersonOfConcern.child_id == child.id)
            if session.scalar(known) is not None or person.child_id is not None:
                raise Refusal("This child is already recorded as a person of concern.")
            asked = _asked_about(session, person.id, child.id)
            person.child_id = child.id
            for one in asked:
                self._answer(one, SAME)

    def _answer(self, question: MatchQuestion, answer: str) -> None:
        question.answer = answer
        question.answered_by, question.answered_at = self._person.name, self._now

    def _say(
        self, session: Session, lead_id: int, other_id: int, same: bool, reason: str | None
    ) -> None:
        lead, other = existing(session, lead_id), existing(session, other_id)
        if lead.id == other.id:
            raise Refusal("These are one and the same record already.")
        if same and lead.kind != other.kind:
            raise Refusal("Only two records of the same kind can be the same.")
        asked = _asked_about(session, lead.id, other.id)
        row = _said(session, lead.id, other.id)
        if row is None:
            row = SameAs(lead_id=lead.id, other_id=other.id, same=False)
            session.add(row)
        if same and (not row.same or row.lead_id != lead.id):
            row.same = False
            session.flush()
            _check_no_circle(session, lead.id, other.id)
            row.lead_id, row.other_id = lead.id, other.id
        row.same, row.reason = same, (reason or "").strip() or None
        row.decided_by, row.decided_on = self._person.name, self._today
        for one in asked:
            self._answer(one, SAME if same else NOT_SAME)


def _said(session: Session, one_id: int, other_id: int) -> SameAs | None:
    """What a person said of these two records, whichever was named first."""
    return session.scalars(
        select(SameAs).where(
            (SameAs.lead_id == one_id) & (SameAs.other_id == other_id)
            | (SameAs.lead_id == other_id) & (SameAs.other_id == one_id)
        )
    ).first()


def _pair(question: MatchQuestion, lead: Mapping[int, int]) -> tuple[int, int]:
    """The records that a question is about, the earlier first: those that stand where joined.

    Where the two are joined with each other, they are the two that the question named.
    """
    one, other = question.with_id, question.subject_id
    stands = lead.get(one, one), lead.get(other, other)
    return stands if stands[0] != stands[1] else (one, other)


def _asked_about(session: Session, one_id: int, other_id: int) -> list[MatchQuestion]:
    """Every question about these two subjects, answered or not."""
    pair, lead = {one_id, other_id}, leads(session)
    ids = {*all_records_of(session, one_id), *all_records_of(session, other_id)}
    rows = session.scalars(
        select(MatchQuestion).where(
            MatchQuestion.subject_id.in_(ids), MatchQuestion.with_id.in_(ids)
        )
    )
    return [one for one in rows if set(_pair(one, lead)) == pair]


def _told(question: MatchQuestion) -> bool:
    return question.answer in (SAME, NOT_SAME)


def _check_no_circle(session: Session, lead_id: int, other_id: int) -> None:
    held = leads(session)
    if held.get(lead_id, lead_id) == held.get(other_id, other_id):
        raise Refusal("These records are the same already, through another one.")
    if other_id in held:
        raise Refusal("That record is already the same as another one; settle that first.")
