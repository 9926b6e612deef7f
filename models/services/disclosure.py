"""Requests for a subject's record: begun, decided line by line, confirmed, and sent."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, Disclosure, Move, Redaction, Withholding
from models.errors import Refusal
from models.queries.knowable import check_knowable
from models.rules.own_words import is_own
from models.services.as_seen import mend
from models.services.signed_in import Service

SENT = "This copy has been sent: begin another for what changed."
CONSIDER = (
    "It is not the child who asks. Say first whether the child understands the right and what the "
    "child wants, and why this copy may go."
)


class DisclosureService(Service):
    """What a person does to answer who asks for a record."""

    def begin(
        self,
        subject_id: int,
        to_whom: str,
        requested_on: date | None = None,
        asker: str | None = None,
    ) -> int:
        """Take in a request; gives its id. Refusal without whose it is.

        `asker` is of the list requesters; where nobody says, it is not taken for their own.
        """
        self._check("disclose_records")
        if not to_whom.strip():
            raise Refusal("Say who asks for the record.", "to_whom")
        if requested_on is not None and requested_on > self._today:
            raise Refusal("This day is still to come.", "requested_on")
        if asker is not None and codes.find("requesters", asker) is None:
            raise Refusal("Choose one of the list.", "asker")
        with self._store.work("begin_disclosure", "Take in a request for a record") as session:
            ids = check_knowable(session, self._reader(session), subject_id)
            row = Disclosure(
                subject_id=ids[0],
                to_whom=to_whom.strip(),
                asker=asker,
                requested_on=requested_on,
                made_at=self._now,
                by_name=self._person.name,
            )
            session.add(row)
            session.flush()
            return row.id

    def consider(self, disclosure_id: int, words: str | None, seen: str | None = None) -> None:
        """Keep what was weighed of the child's rights before somebody else is answered.

        Conflict where it has moved since it was `seen`.
        """
        self._check("disclose_records")
        with self._store.work("consider_disclosure", "Weigh a child's rights") as session:
            row = _open(session, disclosure_id)
            if mend(row, "considered", (words or "").strip() or None, seen):
                row.confirmed_at = row.confirmed_by = row.digest = None
                row.considered_by, row.considered_at = self._person.name, self._now

    def withhold(
        self, disclosure_id: int, lines: Iterable[str], reason: str, *, cut: bool = False
    ) -> None:
        """Hold lines back for a reason of the list exemptions; with none, give them after all.

        With `cut` they are given without the sentences that were asked about.
        """
        self._check("disclose_records")
        if reason and codes.find("exemptions", reason) is None:
            raise Refusal("Choose a reason of the list.", "reason")
        with self._store.work("withhold", "Decide on lines of a copy") as session:
            row = _open(session, disclosure_id)
            row.confirmed_at = row.confirmed_by = row.digest = None
            for line in lines:
                self._put(session, disclosure_id, line, reason, cut=cut and not reason)

    def confirm(
        self, disclosure_id: int, digest: str, redactions: Iterable[tuple[str, str, str, int]]
    ) -> None:
        """A person's word that this copy may leave; what was taken out is kept with it."""
        self._check("confirm_document")
        with self._store.work("confirm_disclosure", "Confirm a copy of a record") as session:
            row = _open(session, disclosure_id)
            if not (row.considered or _answers_itself(session, row)):
                raise Refusal(CONSIDER)
            row.digest, row.confirmed_at = digest, self._now
            row.confirmed_by = self._person.name
            before = select(Redaction).where(Redaction.disclosure_id == disclosure_id)
            for one in session.scalars(before):
                session.delete(one)
            session.add_all(
                Redaction(
                    disclosure_id=disclosure_id, place=place, what=what, reason=why, times=times
                )
                for place, what, why, times in redactions
            )

    def sending(self, disclosure_id: int, sha256: str, files: int) -> None:
        """Log what is about to go, with its hash, before any file stands."""
        self._check("disclose_records")
        with self._store.work("sending", "Begin to give out a copy", barrier=True) as session:
            row = _open(session, disclosure_id)
            if row.confirmed_at is None:
                raise Refusal("A person must confirm it before it goes out.")
            row.sha256, row.files = sha256, files

    def sent(self, disclosure_id: int, done: bool = True) -> None:
        """Log that it went, or that it did not."""
        with self._store.work("sent", "Give out a copy of a record", barrier=True) as session:
            row = session.get_one(Disclosure, disclosure_id)
            if done:
                row.sent_at, row.sent_by = self._now, self._person.name
            else:
                row.sha256 = row.files = None

    def _put(
        self, session: Session, disclosure_id: int, line: str, reason: str, *, cut: bool
    ) -> None:
        known = session.scalars(
            select(Withholding).where(
                Withholding.disclosure_id == disclosure_id, Withholding.line == line
            )
        ).first()
        if known is None:
            known = Withholding(disclosure_id=disclosure_id, line=line, reason=reason)
            session.add(known)
        known.reason, known.by_name = reason, self._person.name
        known.cut, known.at = cut, self._now


def _answers_itself(session: Session, row: Disclosure) -> bool:
    """Whether nobody else's rights are to be weighed: no child's record, or the child asks, or it
    goes with a move to whoever looks after the child there."""
    if is_own(row.asker) or session.get(Child, row.subject_id) is None:
        return True
    return session.scalar(select(Move.id).where(Move.disclosure_id == row.id)) is not None


def _open(session: Session, disclosure_id: int) -> Disclosure:
    row = session.get(Disclosure, disclosure_id)
    if row is None:
        raise Refusal("There is no such request.")
    if row.sent_at is not None:
        raise Refusal(SENT)
    return row
